//! The challenges themselves, an index of the reader's own, and files to take away.

use crate::download;
use fantoccini::key::Key;
use roadmap_tests::{
    browser::{
        actions::Point,
        failure::{Failure, Outcome},
        journey::Trip,
        page::by_id,
        site::Site,
    },
    expect, journeys,
};
use serde_json::{Value, json};

journeys! {
    another_challenge in chromium firefox webkit;
    without_the_words in chromium;
    own_index in chromium firefox webkit;
    map_as_files in chromium firefox;
}

const OF_STREETS: &str = "measure=imd-2025-score";

async fn another_challenge(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map("").await?;
    let first = page.text(&by_id("account")).await?;
    let keys = "return [...document.querySelectorAll('[data-testid=challenge-select] option')].map(option => option.value)";
    let keys = trip.window.run(keys, Vec::new()).await?;
    let keys: Vec<String> = serde_json::from_value(keys)?;
    expect!(
        keys.len() >= 10,
        "expected the roadmap's challenges, found {keys:?}"
    );
    for key in keys.iter().skip(1) {
        page.choose("challenge-select", key).await?;
        map.until_link_has(&format!("challenge={key}")).await?;
        page.challenge_map().await?;
        let account = page.text(&by_id("account")).await?;
        expect!(
            account.len() > 200 && account != first,
            "expected an account of {key}, found {account:?}"
        );
        let unknown = page.text(&by_id("not-known")).await?;
        expect!(
            unknown.len() > 40,
            "expected what is not known about {key}, found {unknown:?}"
        );
        let notices = page.count(&by_id("map-notice")).await?;
        expect!(
            notices == 0,
            "expected nothing to be missing from the map of {key}, found {}",
            page.text(&by_id("map-notice")).await?
        );
        // The figure that it opens with is one of its own.
        let pressed = page
            .count("[data-testid=challenge-measure][aria-pressed=true]")
            .await?;
        expect!(
            pressed == 1,
            "expected {key} to open with one of its own figures, found {pressed} pressed"
        );
    }
    page.back().await?;
    let last = keys.iter().rev().nth(1).cloned().unwrap_or_default();
    map.until_link_has(&format!("challenge={last}")).await
}

/// The maps work when the words on the challenges do not come.
async fn without_the_words(trip: &Trip) -> Outcome {
    trip.expects_error("404");
    let site = trip.keep(Site::serve_without(|file| file.contains("-content.json"))?);
    let page = trip.page_of(&site);
    let map = page.open_map(OF_STREETS).await?;
    let told = page.text(".challenge-rail .notice").await?;
    expect!(
        told.contains("could not be loaded"),
        "expected to be told that the words are missing, found {told:?}"
    );
    let middle = map.middle().await?;
    trip.window.hover_at(middle).await?;
    map.until_told().await.map(drop)
}

async fn own_index(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page
        .open_map(&format!("challenge=inequality&{OF_STREETS}&level=lsoa"))
        .await?;
    let values = map.pixels().await?;
    page.click(&by_id("show-index")).await?;
    map.until_link_has("show=index").await?;
    page.element(&by_id("weights")).await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    let index = map.pixels().await?;
    expect!(index != values, "expected another map of the index");

    // By keyboard on a slider, which keeps the keyboard.
    let slider = "[data-testid^=weight-] input[type=range]";
    let focus = "document.querySelector(arguments[0]).focus()";
    trip.window.run(focus, vec![json!(slider)]).await?;
    trip.window.press(Key::End).await?;
    map.until_link_has("weights=").await?;
    let weights = map.choice("weights").await?;
    expect!(
        weights
            .split(',')
            .next()
            .is_some_and(|first| first.ends_with(":10")),
        "expected the first weight at its most, found {weights:?}"
    );
    let still = "return document.activeElement === document.querySelector(arguments[0])";
    expect!(
        trip.window.run(still, vec![json!(slider)]).await? == json!(true),
        "expected the slider to keep the keyboard, it is on {}",
        page.focused().await?
    );
    let number = page
        .string(
            "return document.querySelector('[data-testid^=weight-] input[type=number]').value",
            Vec::new(),
        )
        .await?;
    expect!(
        number == "10",
        "expected the box to follow the slider, it says {number:?}"
    );
    trip.window.hover_at(Point::NOWHERE).await?;
    let weighed = map.pixels().await?;
    expect!(weighed != index, "expected other weights to change the map");

    page.choose("weights-add", "overcrowded-homes-share")
        .await?;
    page.element(&by_id("weight-overcrowded-homes-share"))
        .await?;
    map.until_link_has("overcrowded-homes-share").await?;
    let link = page.query().await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    let before = map.pixels().await?;
    page.reload().await?;
    let map = page.challenge_map().await?;
    page.element(&by_id("weight-overcrowded-homes-share"))
        .await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? == before && page.query().await? == link,
        "expected the same index from the same link {link}"
    );
    page.click(&format!(
        "{} button",
        by_id("weight-overcrowded-homes-share")
    ))
    .await?;
    map.until_link_lacks("overcrowded-homes-share").await?;
    page.click(&by_id("weights-reset")).await?;
    map.until_link_lacks("weights=").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? == index,
        "expected the challenge's own weights again"
    );
    Ok(())
}

async fn map_as_files(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let csv = saved(trip, "csv").await?;
    let csv = String::from_utf8_lossy(&csv).into_owned();
    let rows = csv.lines().filter(|line| line.contains("E01")).count();
    expect!(
        rows == 713,
        "expected a line for each area in the CSV, found {rows}"
    );
    for word in ["Source", "Licence"] {
        expect!(
            csv.contains(word),
            "expected the {word} in the CSV, found its end {:?}",
            csv.lines().last()
        );
    }
    let shapes: Value = serde_json::from_slice(&saved(trip, "geojson").await?)?;
    let count = shapes["features"].as_array().map_or(0, Vec::len);
    expect!(
        shapes["type"] == json!("FeatureCollection") && count == 713,
        "expected a feature for each area, found {count} in a {}",
        shapes["type"]
    );
    let svg = saved(trip, "svg").await?;
    let svg = String::from_utf8_lossy(&svg).into_owned();
    let read = "const read = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        return read.querySelector('parsererror')?.textContent ?? read.documentElement.textContent";
    let text = page.string(read, vec![json!(svg)]).await?;
    expect!(
        text.contains("Source"),
        "expected a picture with its source in the SVG, found {text}"
    );
    let width_px = f64::from(download::png_width_px(&saved(trip, "png").await?)?);
    let shown_px = map.width_px().await?;
    expect!(
        (2.0 * shown_px..=2.0 * shown_px + 100.0).contains(&width_px),
        "expected the PNG at twice {shown_px} px, it is {width_px} px wide"
    );
    Ok(())
}

/// Saves the map in a format and gives the file's content.
async fn saved(trip: &Trip, format: &str) -> Outcome<Vec<u8>> {
    let page = trip.page();
    page.open_details(&by_id("map-menu")).await?;
    page.click(&by_id(&format!("map-{format}"))).await?;
    download::arrived(trip, format)
        .await
        .map_err(|failure: Failure| failure.during(format))
}
