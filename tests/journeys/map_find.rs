//! Finding one's own area: by name, or by the browser's location, which stays on the device.

use crate::DISTRICT;
use fantoccini::key::Key;
use roadmap_tests::{
    browser::{actions::Point, failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;

journeys! {
    by_name in chromium firefox webkit;
    by_name_where_there_is_no_area in chromium;
    here in chromium;
    not_here in chromium;
    refused in chromium firefox;
    no_answer in chromium;
}

const OF_STREETS: &str = "measure=imd-2025-score";

async fn by_name(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let whole = map.pixels().await?;
    page.click(&by_id("place-search")).await?;
    trip.window.type_text("Bedwell").await?;
    page.element(&by_id("place-option")).await?;
    trip.window.press(Key::Enter).await?;
    map.until_link_has("pin=E01").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    let name = map.until_told().await?;
    expect!(
        name.contains(DISTRICT.1),
        "expected an area of {} to be pinned, found {name}",
        DISTRICT.1
    );
    expect!(
        map.pixels().await? != whole,
        "expected the map to come closer"
    );
    // What is shown is also what the link shows.
    let window = map.window().await?;
    expect!(
        window.is_some_and(|window| window.width_km < 20.0),
        "expected the link to hold the part of the map around {name}, found {}",
        page.query().await?
    );
    Ok(())
}

/// A district on a map of small areas is shown whole, and nothing is pinned.
async fn by_name_where_there_is_no_area(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let whole = map.pixels().await?;
    page.click(&by_id("place-search")).await?;
    trip.window.type_text("Watford").await?;
    page.element(&by_id("place-option")).await?;
    trip.window.press(Key::Enter).await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    map.until_pixels("the map to come closer", &whole, false)
        .await?;
    let told = map.told().await?;
    expect!(
        told.is_empty(),
        "expected nothing to be pinned, found {told}"
    );
    Ok(())
}

/// In the middle of a town.
async fn here(trip: &Trip) -> Outcome {
    let page = trip.page();
    allow(trip, "granted").await?;
    place(
        trip,
        json!({ "latitude": 51.9046, "longitude": -0.1931, "accuracy": 20 }),
    )
    .await?;
    let map = page.open_map(OF_STREETS).await?;
    page.click(&by_id("locate")).await?;
    map.until_link_has("pin=E01").await?;
    let name = map.until_told().await?;
    expect!(
        name.contains(DISTRICT.1),
        "expected an area of {}, found {name}",
        DISTRICT.1
    );
    answered(trip, "on your device").await?;
    let query = page.query().await?;
    expect!(
        !query.contains("51.9046") && !query.contains("0.1931"),
        "expected the reader's own place to stay out of the link, found {query}"
    );
    Ok(())
}

async fn not_here(trip: &Trip) -> Outcome {
    let page = trip.page();
    allow(trip, "granted").await?;
    // The Eiffel Tower.
    place(
        trip,
        json!({ "latitude": 48.8584, "longitude": 2.2945, "accuracy": 20 }),
    )
    .await?;
    let map = page.open_map(OF_STREETS).await?;
    let whole = map.pixels().await?;
    page.click(&by_id("locate")).await?;
    answered(trip, "outside Hertfordshire").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? == whole && map.choice("pin").await?.is_empty(),
        "expected the map to stay as it is"
    );
    Ok(())
}

async fn refused(trip: &Trip) -> Outcome {
    let page = trip.page();
    if trip.window.engine == roadmap_tests::browser::engine::Engine::Chromium {
        allow(trip, "denied").await?;
    }
    let map = page.open_map(OF_STREETS).await?;
    page.click(&by_id("locate")).await?;
    answered(trip, "does not let this page know").await?;
    // The other way is still there.
    page.click(&by_id("place-search")).await?;
    trip.window.type_text("Bedwell").await?;
    page.element(&by_id("place-option")).await?;
    page.click(&by_id("place-option")).await?;
    map.until_link_has("pin=E01").await?;
    let answer = page.text(&by_id("locate-answer")).await?;
    expect!(
        answer.is_empty(),
        "expected the old answer to go, found {answer:?}"
    );
    Ok(())
}

/// A device that can't tell where it is.
async fn no_answer(trip: &Trip) -> Outcome {
    let page = trip.page();
    allow(trip, "granted").await?;
    place(trip, json!({})).await?;
    page.open_map(OF_STREETS).await?;
    page.click(&by_id("locate")).await?;
    answered(trip, "could not tell").await
}

async fn answered(trip: &Trip, words: &str) -> Outcome {
    let script = "return document.querySelector('[data-testid=locate-answer]').textContent.includes(arguments[0])";
    let waiting = trip
        .window
        .until(&format!("the answer {words:?}"), script, vec![json!(words)])
        .await;
    if let Err(failure) = waiting {
        let told = trip.page().text(&by_id("locate-answer")).await?;
        return Err(failure.during(&format!("with {told:?} answered")));
    }
    Ok(())
}

/// What the reader answers when the browser asks.
async fn allow(trip: &Trip, state: &str) -> Outcome {
    // The permission belongs to the page's origin, which must be open.
    trip.page().open("").await?;
    let answer = json!({ "descriptor": { "name": "geolocation" }, "state": state });
    trip.window.command("permissions", answer).await.map(drop)
}

async fn place(trip: &Trip, coordinates: serde_json::Value) -> Outcome {
    trip.window
        .chromium("Emulation.setGeolocationOverride", coordinates)
        .await
        .map(drop)
}
