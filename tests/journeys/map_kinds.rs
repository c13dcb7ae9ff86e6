//! Other kinds of challenge map: clusters, change, journeys to work, and a second measure beside the first.

use crate::DISTRICT;
use roadmap_tests::{
    browser::{actions::Point, failure::Outcome, journey::Trip, map::map_query, page::by_id},
    expect, journeys,
};
use serde_json::json;

journeys! {
    clusters in chromium firefox webkit;
    change in chromium firefox webkit;
    journeys_to_work in chromium firefox webkit;
    points_of_two_figures in chromium firefox webkit;
    two_maps in chromium firefox webkit;
}

const OF_DISTRICTS: &str = "measure=total-population&level=district";
/// Both measures are told by the same small areas.
const OF_STREETS: &str = "measure=imd-2025-score";
const SECOND: &str = "overcrowded-homes-share";

async fn clusters(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let values = map.pixels().await?;
    page.click(&by_id("show-clusters")).await?;
    map.until_link_has("show=clusters").await?;
    until_subtitle(trip, "where like values lie together").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    let spots = map.pixels().await?;
    expect!(spots != values, "expected another map of clusters");
    let key = page.text(&by_id("map-key")).await?;
    expect!(
        key.to_lowercase().contains("hot") && key.to_lowercase().contains("cold"),
        "expected a key of hot and cold spots, found {key:?}"
    );
    let middle = map.middle().await?;
    trip.window.hover_at(middle).await?;
    map.until_told().await?;
    // The same areas are the same, whenever and wherever they are tested.
    page.reload().await?;
    let map = page.challenge_map().await?;
    until_subtitle(trip, "where like values lie together").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? == spots,
        "expected the same clusters from the same link"
    );
    page.click(&by_id("show-values")).await?;
    map.until_link_lacks("show=").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? == values,
        "expected the map of values as before"
    );
    Ok(())
}

async fn change(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page
        .open_map("measure=total-population&level=district&since=2014")
        .await?;
    let values = map.pixels().await?;
    page.click(&by_id("show-change")).await?;
    map.until_link_has("show=change").await?;
    until_subtitle(trip, "2014").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? != values,
        "expected another map of the change"
    );
    page.choose("since-select", "1991").await?;
    map.until_link_has("since=1991").await?;
    until_subtitle(trip, "1991").await?;

    // A figure told once has not changed; the reader is told why the map is empty.
    page.open_map(&format!("{OF_STREETS}&show=change")).await?;
    let told = page.text(&by_id("map-trouble")).await?;
    expect!(
        told.len() > 20,
        "expected to be told why there is no change, found {told:?}"
    );
    Ok(())
}

async fn journeys_to_work(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_DISTRICTS).await?;
    let before = map.pixels().await?;
    page.click(&by_id("show-flows")).await?;
    page.element(&by_id("journeys")).await?;
    map.until_link_has("show=flows").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? != before,
        "expected journeys on the map"
    );
    let rows = format!("{} tbody tr", by_id("journeys"));
    let count = page.count(&rows).await?;
    expect!(
        count > 5,
        "expected journeys as a table, found {count} rows"
    );
    let usual = page.text(&by_id("journeys-sentence")).await?;
    expect!(
        usual.contains("2011") && usual.contains("London"),
        "expected a sentence on journeys in 2011, found {usual:?}"
    );
    let notice = format!("{} .notice", by_id("journeys"));
    expect!(
        !page.is_shown(&notice).await?,
        "expected no warning about the usual year"
    );
    page.choose("journeys-period", "2021-03-21").await?;
    let warned = "const notice = document.querySelector(arguments[0]);
        return notice?.getClientRects().length > 0 && notice.textContent.includes('lockdown')";
    trip.window
        .until("2021 to be marked as lockdown", warned, vec![json!(notice)])
        .await?;
    let link = page.query().await?;
    page.reload().await?;
    page.element(&by_id("journeys")).await?;
    let period = page
        .string(
            "return document.querySelector('[data-testid=journeys-period]').value",
            Vec::new(),
        )
        .await?;
    expect!(
        period == "2021-03-21",
        "expected the link {link} to keep the census, found {period:?}"
    );

    // Those of one district only.
    page.open(&map_query(&format!("show=flows&area={}", DISTRICT.0)))
        .await?;
    page.element(&by_id("journeys")).await?;
    let sentence = page.text(&by_id("journeys-sentence")).await?;
    expect!(
        sentence.contains(DISTRICT.1),
        "expected the journeys of {}, found {sentence:?}",
        DISTRICT.1
    );
    Ok(())
}

async fn points_of_two_figures(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let before = map.pixels().await?;
    page.choose("second-select", SECOND).await?;
    map.until_link_has(&format!("with={SECOND}")).await?;
    // A corner of the points brushes the map.
    let from = map.inside("scatter", 0.5, 0.15).await?;
    let to = map.inside("scatter", 0.9, 0.7).await?;
    trip.window.drag(from, to).await?;
    page.element(&by_id("brushed")).await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? != before,
        "expected the areas outside the corner to recede"
    );
    page.click(&format!("{} button", by_id("brushed"))).await?;
    // Pointed at on the map, seen among the points.
    let points = "return document.querySelector('[data-testid=scatter]').toDataURL()";
    let quiet = page.string(points, Vec::new()).await?;
    let middle = map.middle().await?;
    trip.window.hover_at(middle).await?;
    map.until_told().await?;
    trip.window.frames().await?;
    expect!(
        page.string(points, Vec::new()).await? != quiet,
        "expected the area to be marked among the points"
    );
    page.choose("second-select", "").await?;
    map.until_link_lacks("with=").await
}

async fn two_maps(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page
        .open_map(&format!("{OF_STREETS}&with={SECOND}&compare=beside"))
        .await?;
    page.element(&by_id("figure-second")).await?;
    trip.window.frames().await?;
    let (first_before, second_before) = (map.pixels().await?, map.pixels_of_second().await?);
    expect!(
        first_before != second_before,
        "expected the two maps to show two figures"
    );
    let middle = map.middle().await?;
    trip.window.hover_at(middle).await?;
    map.until_told().await?;
    trip.window.frames().await?;
    expect!(
        map.pixels_of_second().await? != second_before,
        "expected the second map to mark what is pointed at in the first"
    );
    page.click(&by_id("zoom-in")).await?;
    map.window_other_than(None).await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    trip.window.frames().await?;
    let zoomed = map.pixels_of_second().await?;
    expect!(
        zoomed != second_before,
        "expected the second map to come closer with the first"
    );
    // And the other way round.
    page.click(&format!("{} {}", by_id("figure-second"), by_id("zoom-all")))
        .await?;
    map.until_link_lacks("at=").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? == first_before,
        "expected the first map to show the whole with the second"
    );
    Ok(())
}

async fn until_subtitle(trip: &Trip, words: &str) -> Outcome {
    let script = "return document.querySelector('[data-testid=figure-map] .subtitle').textContent.includes(arguments[0])";
    trip.window
        .until(
            &format!("a map about {words:?}"),
            script,
            vec![json!(words)],
        )
        .await
        .map(drop)
}
