//! A challenge map by keyboard alone, and what it says.

use crate::DISTRICT;
use fantoccini::key::Key;
use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;
use std::collections::BTreeSet;

journeys! {
    from_neighbour_to_neighbour in chromium firefox webkit;
    ends_of_the_order in chromium firefox webkit;
    typing_a_name in chromium firefox webkit;
    enter_and_escape in chromium firefox webkit;
    window_by_keys in chromium firefox webkit;
    charts_beside_the_map in chromium firefox webkit;
    in_and_out_by_tab in chromium firefox;
}

const OF_DISTRICTS: &str = "measure=total-population&level=district";
const OF_STREETS: &str = "measure=imd-2025-score";

/// Each arrow goes to an area that lies that way, and says name, value and rank.
async fn from_neighbour_to_neighbour(trip: &Trip) -> Outcome {
    let page = trip.page();
    for (arrow, name) in [
        (Key::Up, "North Hertfordshire"),
        (Key::Right, "East Hertfordshire"),
    ] {
        let map = page
            .open_map(&format!("{OF_DISTRICTS}&pin={}", DISTRICT.0))
            .await?;
        map.focus().await?;
        trip.window.press(arrow).await?;
        let said = map.live_other_than("").await?;
        expect!(
            said.starts_with(name),
            "expected to come from {} to {name}, which touches it, came to {said:?}",
            DISTRICT.1
        );
        map.until_told_is(name).await?;
    }

    let map = page.open_map(OF_STREETS).await?;
    map.focus().await?;
    let mut said = BTreeSet::new();
    let mut last = String::new();
    for arrow in [Key::Right, Key::Down, Key::Left, Key::Down, Key::Right] {
        for _ in 0..4 {
            trip.window.press(arrow).await?;
            trip.window.frames().await?;
            last = map.live_other_than("").await?;
            said.insert(last.clone());
        }
    }
    expect!(
        said.len() >= 10,
        "expected twenty steps to lead through many areas, heard {said:?}"
    );
    for words in &said {
        expect!(
            words.contains(": ") && words.contains("est of 713"),
            "expected name, value and rank, heard {words:?}"
        );
    }
    let told = map.told().await?;
    expect!(
        last.starts_with(&told),
        "expected the card to tell what is said ({last:?}), it tells {told:?}"
    );
    Ok(())
}

async fn ends_of_the_order(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_DISTRICTS).await?;
    let rows = map.rows().await?;
    map.focus().await?;
    trip.window.press(Key::Home).await?;
    let lowest = map.live_other_than("").await?;
    trip.window.press(Key::End).await?;
    let highest = map.live_other_than(&lowest).await?;
    for (said, row, rank) in [
        (&lowest, rows.last(), ", lowest of 10"),
        (&highest, rows.first(), ", highest of 10"),
    ] {
        let row = row.cloned().unwrap_or_default();
        expect!(
            said.starts_with(&row) && said.contains(rank),
            "expected {row} as {rank}, heard {said:?}"
        );
    }
    let marked = map.marked_rows().await?;
    expect!(
        marked.first() == rows.first(),
        "expected the highest to be marked in the table, found {marked:?}"
    );
    Ok(())
}

async fn typing_a_name(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    map.focus().await?;
    trip.window.type_text("bedw").await?;
    let script = "const live = document.querySelector('[data-testid=figure-map] [data-testid=live]').textContent;
        return live.startsWith(arguments[0]) ? live : false";
    let said = trip
        .window
        .until("Bedwell to be said", script, vec![json!("Bedwell")])
        .await?;
    let said = said.as_str().unwrap_or_default().to_owned();
    expect!(
        said.contains(DISTRICT.1),
        "expected Bedwell with its district, heard {said:?}"
    );
    let name = map.told().await?;
    expect!(
        said.starts_with(&name),
        "expected the card to tell {said:?}, it tells {name:?}"
    );
    let query = page.query().await?;
    expect!(
        !query.contains("pin="),
        "expected typing to pin nothing, found {query}"
    );
    // What no name goes on with begins another name.
    trip.window.type_text("oxhey").await?;
    trip.window
        .until("Oxhey to be said", script, vec![json!("Oxhey")])
        .await
        .map(drop)
}

async fn enter_and_escape(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    map.focus().await?;
    trip.window.press(Key::End).await?;
    let said = map.live_other_than("").await?;
    let name = map.until_told().await?;
    expect!(
        said.starts_with(&name),
        "expected the card to tell {said:?}, it tells {name:?}"
    );
    trip.window.press(Key::Enter).await?;
    map.until_link_has("pin=E01").await?;
    trip.window.press(Key::Right).await?;
    let another = map.live_other_than(&said).await?;
    expect!(
        !another.starts_with(&name),
        "expected an arrow to go on from the pinned area, heard {another:?}"
    );
    trip.window.press(Key::Escape).await?;
    map.until_link_lacks("pin=").await?;
    map.until_told_is("").await?;
    let at = page.focused().await?;
    expect!(
        at.contains("map-canvas"),
        "expected the keyboard to stay on the map, it is on {at:?}"
    );
    Ok(())
}

async fn window_by_keys(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    map.focus().await?;
    trip.window.type_text("+").await?;
    let closer = map.window_other_than(None).await?;
    trip.window.type_text("+").await?;
    let closest = map.window_other_than(Some(closer)).await?;
    expect!(
        closest.width_km < closer.width_km,
        "expected plus to come closer, from {closer:?} to {closest:?}"
    );
    trip.window.press_with(Key::Shift, Key::Right).await?;
    let east = map.window_other_than(Some(closest)).await?;
    expect!(
        east.longitude_deg > closest.longitude_deg,
        "expected to look farther east, from {closest:?} to {east:?}"
    );
    trip.window.type_text("-").await?;
    let farther = map.window_other_than(Some(east)).await?;
    expect!(
        farther.width_km > east.width_km,
        "expected minus to go farther, from {east:?} to {farther:?}"
    );
    trip.window.type_text("0").await?;
    map.until_link_lacks("at=").await?;
    // An area out of sight is brought into sight when the keyboard comes to it.
    trip.window.type_text("++++").await?;
    let close = map.window_other_than(None).await?;
    trip.window.press(Key::End).await?;
    map.live_other_than("").await?;
    map.window_other_than(Some(close)).await.map(drop)
}

/// The histogram and the ends of the order are walked the same way.
async fn charts_beside_the_map(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let focus = "document.querySelector(arguments[0]).focus()";
    trip.window
        .run(focus, vec![json!(by_id("histogram"))])
        .await?;
    trip.window.press(Key::Home).await?;
    let said = "const said = document.activeElement.parentElement.querySelector('[aria-live]').textContent.trim();
        return said !== arguments[0] && said";
    let first = trip
        .window
        .until("the first class to be said", said, vec![json!("")])
        .await?;
    trip.window.press(Key::Right).await?;
    trip.window
        .until("another class to be said", said, vec![first])
        .await?;
    trip.window.press(Key::Enter).await?;
    page.element(&by_id("brushed")).await?;
    trip.window.press(Key::Escape).await?;
    let gone = "return document.querySelector('[data-testid=brushed]') === null";
    trip.window
        .until("Escape to end the brush", gone, Vec::new())
        .await?;

    trip.window.run(focus, vec![json!(by_id("ends"))]).await?;
    trip.window.press(Key::Home).await?;
    let name = map.until_told().await?;
    trip.window.press(Key::Enter).await?;
    map.until_link_has("pin=E01").await?;
    map.until_told_is(&name).await
}

/// Nothing on the page keeps the keyboard, and everything shows that it has it.
async fn in_and_out_by_tab(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open_map(OF_DISTRICTS).await?;
    let mut passed = Vec::new();
    for _ in 0..120 {
        trip.window.press(Key::Tab).await?;
        let stop = trip
            .window
            .client
            .execute_async(crate::keyboard::STOP, Vec::new())
            .await?;
        if stop["end"] == json!(true) {
            break;
        }
        expect!(
            stop["seen"] == json!(true) && stop["inside"] == json!(true),
            "expected the focus to show on {}",
            stop["what"]
        );
        passed.push(stop["what"].as_str().unwrap_or_default().to_owned());
    }
    for testid in [
        "measure-select",
        "level-district",
        "place-search",
        "locate",
        "map-canvas",
        "zoom-all",
        "time-play",
        "time-slider",
        "histogram",
        "ends",
        "table-all",
    ] {
        expect!(
            passed.iter().any(|stop| stop.ends_with(testid)),
            "expected to come by {testid}, passed {}",
            passed.join(" > ")
        );
    }
    expect!(
        passed.len() < 120,
        "expected to come to the end of the page by Tab"
    );
    Ok(())
}
