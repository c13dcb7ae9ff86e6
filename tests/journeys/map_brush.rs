//! Classes of a challenge map: the reader's own, and areas brushed by the key or the histogram.

use roadmap_tests::{
    browser::{actions::Point, failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;

journeys! {
    a_class_of_the_key in chromium firefox webkit;
    part_of_the_histogram in chromium firefox webkit;
    classes_are_the_readers in chromium;
}

const OF_STREETS: &str = "measure=imd-2025-score";

async fn a_class_of_the_key(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let before = map.pixels().await?;
    let class = "[data-testid=map-key] li:nth-child(2) button";
    page.click(class).await?;
    page.element(&by_id("brushed")).await?;
    let count = page.text(&format!("{class} .count")).await?;
    let brushed = page.text(&by_id("brushed")).await?;
    expect!(
        brushed.starts_with(&format!("{count} ")),
        "expected the {count} areas of the class, found {brushed:?}"
    );
    let pressed = "return document.querySelector(arguments[0]).getAttribute('aria-pressed')";
    let pressed = page.string(pressed, vec![json!(class)]).await?;
    expect!(
        pressed == "true",
        "expected the class to be pressed, it is {pressed}"
    );
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? != before,
        "expected the areas of other classes to recede"
    );
    page.click(&format!("{} button", by_id("brushed"))).await?;
    let gone = "return document.querySelector('[data-testid=brushed]') === null";
    trip.window
        .until("“Show all” to end the brush", gone, Vec::new())
        .await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? == before,
        "expected every area as before after “Show all”"
    );
    Ok(())
}

async fn part_of_the_histogram(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let before = map.pixels().await?;
    let from = map.inside("histogram", 0.45, 0.5).await?;
    let to = map.inside("histogram", 0.8, 0.5).await?;
    trip.window.drag(from, to).await?;
    page.element(&by_id("brushed")).await?;
    let wide = page.text(&by_id("brushed")).await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? != before,
        "expected the areas outside to recede"
    );
    let from = map.inside("histogram", 0.7, 0.5).await?;
    let to = map.inside("histogram", 0.8, 0.5).await?;
    trip.window.drag(from, to).await?;
    let narrow = page.text(&by_id("brushed")).await?;
    expect!(
        leading_number(&narrow) < leading_number(&wide),
        "expected fewer areas in a narrower brush, found {wide:?} and then {narrow:?}"
    );
    page.click(&format!("{} button", by_id("brushed"))).await?;
    let gone = "return document.querySelector('[data-testid=brushed]') === null";
    trip.window
        .until("“Show all” to end the brush", gone, Vec::new())
        .await
        .map(drop)
}

async fn classes_are_the_readers(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let before = map.pixels().await?;
    page.open_details(&by_id("class-choice")).await?;
    page.choose("method-select", "quantile").await?;
    map.until_link_has("method=quantile").await?;
    page.choose("classes-select", "3").await?;
    map.until_link_has("classes=3").await?;
    trip.window.frames().await?;
    expect!(
        map.pixels().await? != before,
        "expected another picture in other classes"
    );
    let counts = "return [...document.querySelectorAll('[data-testid=map-key] .count')].map(count => Number(count.textContent))";
    let counts = trip.window.run(counts, Vec::new()).await?;
    let counts: Vec<u32> = serde_json::from_value(counts)?;
    let full: Vec<u32> = counts.into_iter().filter(|count| *count > 0).collect();
    expect!(
        full.len() == 3 && full.iter().all(|count| (230..=245).contains(count)),
        "expected three classes of about 238 areas, found {full:?}"
    );
    let open = "return document.querySelector('[data-testid=class-choice]').open";
    expect!(
        trip.window.run(open, Vec::new()).await? == json!(true),
        "expected the choices to stay open while choosing"
    );
    Ok(())
}

fn leading_number(words: &str) -> Option<usize> {
    words.split(' ').next()?.replace(',', "").parse().ok()
}
