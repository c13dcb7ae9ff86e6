//! A challenge map through time.

use fantoccini::key::Key;
use roadmap_tests::{
    browser::{actions::Point, failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;
use std::time::Duration;

journeys! {
    step_by_step in chromium firefox webkit;
    play_and_pause in chromium firefox webkit;
    plays_to_the_end in chromium;
    without_periods in chromium;
}

const THROUGH_TIME: &str = "measure=total-population&level=district";

async fn step_by_step(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(THROUGH_TIME).await?;
    let latest = map.pixels().await?;
    until_words(trip, "2024").await?;
    expect!(
        is_disabled(trip, "time-later").await?,
        "expected nothing later than the latest"
    );
    page.click(&by_id("time-earlier")).await?;
    until_words(trip, "2023").await?;
    map.until_link_has("period=2023").await?;
    let told = "return document.querySelector('[data-testid=figure-map] .subtitle').textContent.includes('2023')";
    trip.window
        .until("the map of 2023", told, Vec::new())
        .await?;

    // By keyboard to the first, whose map is another one in the same classes.
    let key = "return [...document.querySelectorAll('[data-testid=map-key] li span:nth-child(2)')].map(words => words.textContent)";
    let classes = trip.window.run(key, Vec::new()).await?;
    let focus = "document.querySelector('[data-testid=time-slider]').focus()";
    trip.window.run(focus, Vec::new()).await?;
    trip.window.press(Key::Home).await?;
    until_words(trip, "1991").await?;
    map.until_link_has("period=1991").await?;
    let spoken =
        "return document.querySelector('[data-testid=time-slider]').getAttribute('aria-valuetext')";
    let spoken = page.string(spoken, Vec::new()).await?;
    expect!(
        spoken == "1991",
        "expected the slider to say the period, it says {spoken:?}"
    );
    expect!(
        is_disabled(trip, "time-earlier").await?,
        "expected nothing earlier than the first"
    );
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? != latest,
        "expected another map of 1991 than of 2024"
    );
    let then = trip.window.run(key, Vec::new()).await?;
    expect!(
        classes == then,
        "expected the classes to hold still through time, from {classes} to {then}"
    );

    page.reload().await?;
    page.challenge_map().await?;
    until_words(trip, "1991").await?;
    page.click(&by_id("time-later")).await?;
    until_words(trip, "1992").await?;
    // Stepping makes no entries to go back through.
    page.open("").await?;
    page.back().await?;
    page.settled().await?;
    page.challenge_map().await?;
    until_words(trip, "1992").await
}

async fn play_and_pause(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page
        .open_map(&format!("{THROUGH_TIME}&period=1991"))
        .await?;
    until_words(trip, "1991").await?;
    page.click(&by_id("time-play")).await?;
    until_words(trip, "1992").await?;
    until_words(trip, "1993").await?;
    page.click(&by_id("time-play")).await?;
    let shown = page.text(&by_id("time-words")).await?;
    tokio::time::sleep(Duration::from_millis(2_600)).await;
    let after = page.text(&by_id("time-words")).await?;
    expect!(
        shown == after,
        "expected the map to stay at {shown} once paused, it went on to {after}"
    );
    let button = page.text(&by_id("time-play")).await?;
    expect!(
        button == "Play",
        "expected to be offered to play on, found {button:?}"
    );
    map.until_link_has(&format!("period={after}")).await?;

    // Gone elsewhere while it plays: nothing goes on behind.
    page.click(&by_id("time-play")).await?;
    page.click(&by_id("nav-data")).await?;
    page.element(&by_id("source-row")).await?;
    let query = page.query().await?;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    let later = page.query().await?;
    expect!(
        query == later,
        "expected the address to stay on another page, from {query} to {later}"
    );
    Ok(())
}

/// After the latest it stops by itself; played from there it begins with the first.
async fn plays_to_the_end(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open_map(&format!("{THROUGH_TIME}&period=2023"))
        .await?;
    page.click(&by_id("time-play")).await?;
    until_words(trip, "2024").await?;
    let stopped =
        "return document.querySelector('[data-testid=time-play]').textContent.trim() === 'Play'";
    trip.window
        .until("it to stop at the latest", stopped, Vec::new())
        .await?;
    page.click(&by_id("time-play")).await?;
    until_words(trip, "1991").await
}

/// A figure told once has no time to go through.
async fn without_periods(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(THROUGH_TIME).await?;
    page.element(&by_id("time")).await?;
    page.choose("measure-select", "imd-2025-score").await?;
    map.until_link_has("measure=imd-2025-score").await?;
    let gone = "return document.querySelector('[data-testid=time]') === null";
    trip.window
        .until("the controls of time to go", gone, Vec::new())
        .await
        .map(drop)
}

async fn until_words(trip: &Trip, period: &str) -> Outcome {
    let script = "return document.querySelector('[data-testid=time-words]')?.textContent.trim() === arguments[0]";
    trip.window
        .until(&format!("the map of {period}"), script, vec![json!(period)])
        .await
        .map(drop)
}

async fn is_disabled(trip: &Trip, testid: &str) -> Outcome<bool> {
    let script = "return document.querySelector(arguments[0]).disabled";
    let disabled = trip.window.run(script, vec![json!(by_id(testid))]).await?;
    Ok(disabled == json!(true))
}
