//! A challenge map by mouse: opening it, choosing, pointing, pinning, reading the table.

use roadmap_tests::{
    browser::{actions::Point, failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;

journeys! {
    opened_from_the_navigation in chromium firefox webkit;
    another_figure_and_level in chromium firefox webkit;
    hover_is_seen_everywhere in chromium firefox webkit;
    click_pins in chromium firefox webkit;
    every_area_in_the_table in chromium;
}

/// A map of few areas, all of them in the table.
const OF_DISTRICTS: &str = "measure=total-population&level=district";
/// A map of many areas.
const OF_STREETS: &str = "measure=imd-2025-score";

async fn opened_from_the_navigation(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.click(&by_id("nav-challenges")).await?;
    page.challenge_map().await?;
    let query = page.query().await?;
    expect!(
        query.contains("view=challenges"),
        "expected the address to hold the view, found {query}"
    );
    let sentence = page.text(&by_id("sentence")).await?;
    expect!(
        sentence.starts_with("A map of"),
        "expected a sentence about the map, found {sentence:?}"
    );
    let source = page.text(&by_id("source")).await?;
    expect!(
        source.len() > 20,
        "expected the map to name its source, found {source:?}"
    );
    page.back().await?;
    page.element(&by_id("place-name")).await?;
    page.forward().await?;
    page.challenge_map().await.map(drop)
}

async fn another_figure_and_level(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map("measure=aged-65-and-over-share").await?;
    let of_streets = map.pixels().await?;
    for (level, count) in [("msoa", "154"), ("district", "10"), ("lsoa", "713")] {
        page.click(&by_id(&format!("level-{level}"))).await?;
        map.until_link_has(&format!("level={level}")).await?;
        let told = "return document.querySelector('[data-testid=sentence]').textContent.includes(`map of ${arguments[0]} `)";
        trip.window
            .until(&format!("a map of {count} areas"), told, vec![json!(count)])
            .await?;
        let pressed = "return document.querySelector(arguments[0]).getAttribute('aria-pressed')";
        let pressed = page
            .string(pressed, vec![json!(by_id(&format!("level-{level}")))])
            .await?;
        expect!(
            pressed == "true",
            "expected {level} to be pressed, it is {pressed}"
        );
    }
    let again = map.pixels().await?;
    expect!(
        of_streets == again,
        "expected the same picture of the same figures"
    );

    page.choose("measure-select", "imd-2025-score").await?;
    map.until_link_has("measure=imd-2025-score").await?;
    let name = page
        .string(
            "return document.querySelector('[data-testid=measure-select]').selectedOptions[0].textContent.trim()",
            Vec::new(),
        )
        .await?;
    let shown = "return document.querySelector('[data-testid=figure-map] .subtitle').textContent.includes(arguments[0])";
    trip.window
        .until(&format!("the map of {name}"), shown, vec![json!(name)])
        .await?;
    let another = map.pixels().await?;
    expect!(
        another != of_streets,
        "expected another picture of other figures"
    );
    page.back().await?;
    map.until_link_has("measure=aged-65-and-over-share").await?;
    let chosen = "return document.querySelector('[data-testid=measure-select]').value === 'aged-65-and-over-share'";
    trip.window
        .until("the list to follow Back", chosen, Vec::new())
        .await
        .map(drop)
}

/// Pointed at on the map: told in the card, marked in the table. And the other way round.
async fn hover_is_seen_everywhere(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_DISTRICTS).await?;
    let told = map.told().await?;
    expect!(
        told.is_empty(),
        "expected nothing to be told before pointing, found {told:?}"
    );
    let before = map.pixels().await?;
    let middle = map.middle().await?;
    trip.window.hover_at(middle).await?;
    let name = map.until_told().await?;
    let value = page.text(&by_id("area-value")).await?;
    expect!(
        value.chars().any(|c| c.is_ascii_digit()),
        "expected the figure of {name}, found {value:?}"
    );
    let standing = page.text(&by_id("area-standing")).await?;
    expect!(
        standing.contains("est of 10"),
        "expected the rank of {name}, found {standing:?}"
    );
    let marked = map.marked_rows().await?;
    expect!(
        marked == [name.clone()],
        "expected the row of {name} to be marked, found {marked:?}"
    );
    let painted = map.pixels().await?;
    expect!(painted != before, "expected the map to mark {name}");
    let query = page.query().await?;
    expect!(
        !query.contains("pin="),
        "expected pointing to pin nothing, found {query}"
    );

    trip.window.hover_at(Point::NOWHERE).await?;
    map.until_told_is("").await?;
    expect!(
        map.pixels().await? == before,
        "expected the map as before once nothing is pointed at"
    );
    let last = map.rows().await?.last().cloned().unwrap_or_default();
    let row = "[data-testid=map-table] tbody tr:last-child";
    page.bring_into_sight(row).await?;
    let at = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
    let at = trip.window.run(at, vec![json!(row)]).await?;
    let (x_px, y_px) = serde_json::from_value(at)?;
    trip.window.hover_at(Point { x_px, y_px }).await?;
    map.until_told_is(&last).await
}

/// A press keeps an area: in the card, in the link, over a reload; Back lets it go.
async fn click_pins(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let middle = map.middle().await?;
    trip.window.click_at(middle).await?;
    map.until_link_has("pin=E01").await?;
    let name = map.until_told().await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    map.until_told_is(&name).await?;
    page.reload().await?;
    page.challenge_map().await?;
    map.until_told_is(&name).await?;
    page.back().await?;
    map.until_link_lacks("pin=").await?;
    map.until_told_is("").await?;
    page.forward().await?;
    map.until_told_is(&name).await?;
    // The same press again lets it go.
    let middle = map.middle().await?;
    trip.window.click_at(middle).await?;
    map.until_link_lacks("pin=").await
}

async fn every_area_in_the_table(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let first = map.rows().await?;
    expect!(
        first.len() == 20,
        "expected the first twenty rows, found {}",
        first.len()
    );
    page.click(&by_id("table-all")).await?;
    let every =
        "return document.querySelectorAll('[data-testid=map-table] tbody tr').length === 713";
    trip.window
        .until("a row for every area", every, Vec::new())
        .await?;
    let all = map.rows().await?;
    expect!(
        all.get(..20) == Some(first.as_slice()),
        "expected the same order with more rows"
    );
    let rank = page
        .text("[data-testid=map-table] tbody tr:last-child td:last-child")
        .await?;
    expect!(
        rank.parse::<usize>().is_ok_and(|rank| rank > 600),
        "expected the lowest area last, found rank {rank:?}"
    );
    // A name in the table pins its area.
    page.click("[data-testid=map-table] tbody tr:first-child button")
        .await?;
    map.until_link_has("pin=E01").await?;
    let rows = page.count("[data-testid=map-table] tbody tr").await?;
    expect!(
        rows == 713,
        "expected pinning to leave the table as long, found {rows} rows"
    );
    let standing = page.text(&by_id("area-standing")).await?;
    expect!(
        standing.starts_with("highest of 713"),
        "expected the highest area, found {standing:?}"
    );
    Ok(())
}
