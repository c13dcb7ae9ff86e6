//! The whole way by keyboard alone.

use crate::{COUNTY, DISTRICT};
use fantoccini::key::Key;
use roadmap_tests::{
    browser::{
        failure::{Failure, Outcome},
        journey::Trip,
        page::by_id,
    },
    expect, journeys,
};
use serde_json::json;
use std::collections::BTreeSet;

journeys! {
    whole_way in chromium firefox webkit;
    every_stop_is_seen in chromium firefox;
    every_point_has_a_name in chromium firefox webkit;
}

/// No way on the page takes more presses.
const MOST_STOPS: usize = 60;

async fn whole_way(trip: &Trip) -> Outcome {
    let (page, window) = (trip.page(), &trip.window);
    page.open("").await?;
    window.press(Key::Tab).await?;
    let first = page.focused().await?;
    expect!(
        first.to_lowercase().contains("skip"),
        "expected the first stop to skip to the content, found {first:?}"
    );
    window.press(Key::Enter).await?;
    window.frames().await?;
    window.press(Key::Tab).await?;
    let in_content = "return document.querySelector('main').contains(document.activeElement)";
    expect!(
        window.run(in_content, Vec::new()).await? == json!(true),
        "expected to be in the content after skipping, found {}",
        page.focused().await?
    );

    tab_to(trip, "place-search").await?;
    window.type_text("Bedwell").await?;
    page.element(&by_id("place-option")).await?;
    window.press(Key::Enter).await?;
    page.until_place(DISTRICT.1).await?;

    tab_to(trip, "place-select").await?;
    tab_to(trip, "canvas").await?;
    let map = page.map();
    let at = page.focused().await?;
    expect!(
        at.contains("figure-map-"),
        "expected the map to be the first picture, found {at}"
    );
    window.press(Key::Right).await?;
    let first = map.live_other_than("").await?;
    window.press(Key::Right).await?;
    let second = map.live_other_than(&first).await?;
    window.press(Key::Enter).await?;
    let changed = "return document.querySelector('[data-testid=place-name]').textContent.trim() !== arguments[0]";
    window
        .until(
            "Enter on the map to choose the area",
            changed,
            vec![json!(DISTRICT.1)],
        )
        .await?;
    let place = page.place().await?;
    expect!(
        second.contains(&place),
        "expected the area that was said ({second:?}), found {place}"
    );

    // The focus is not lost by choosing, and the table is the next thing but a link away.
    let at = page.focused().await?;
    expect!(
        at.contains("canvas"),
        "expected the keyboard to stay on the map, it is on {at:?}"
    );
    tab_to(trip, "menu").await?;
    window.press(Key::Enter).await?;
    // What the menu offers comes when it is first asked for.
    page.element(&map.part("table-toggle")).await?;
    tab_to(trip, "table-toggle").await?;
    window.press(Key::Enter).await?;
    page.element(&map.part("table")).await?;
    let rows = page
        .count(&format!("{} tbody tr", map.part("table")))
        .await?;
    expect!(
        rows >= 10,
        "expected every district in the map's table, found {rows} rows"
    );
    Ok(())
}

/// Where the keyboard is, once nothing moves there any more: whether it shows, on the element or
/// on the box around it, and is in the window.
pub const STOP: &str = "const done = arguments[0], at = document.activeElement;
    const outlined = element => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5;
    };
    Promise.all(at.getAnimations().map(animation => animation.finished)).then(() => requestAnimationFrame(() => {
        const box = at.getBoundingClientRect(), end = at === document.body;
        done({
            end,
            seen: end || outlined(at) || outlined(at.parentElement),
            inside: end || (box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth),
            what: at.tagName + ' ' + (at.dataset.testid ?? at.textContent.trim().slice(0, 40)),
        });
    }))";

/// Wherever the keyboard is, it shows; and it can be led out of everything.
async fn every_stop_is_seen(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    let mut stops = 0;
    for _ in 0..400 {
        trip.window.press(Key::Tab).await?;
        let stop = trip.window.client.execute_async(STOP, Vec::new()).await?;
        if stop["end"] == json!(true) {
            break;
        }
        stops += 1;
        expect!(
            stop["seen"] == json!(true),
            "expected the focus to show on {}",
            stop["what"]
        );
        expect!(
            stop["inside"] == json!(true),
            "expected {} to be in sight when it has the focus",
            stop["what"]
        );
    }
    expect!(
        stops > 30 && stops < 400,
        "expected to come to the end of the page by Tab, made {stops} stops"
    );
    Ok(())
}

/// Arrow keys go through every named point; Home and End to the ends.
async fn every_point_has_a_name(trip: &Trip) -> Outcome {
    let (page, window) = (trip.page(), &trip.window);
    page.open("").await?;
    page.until_place(COUNTY).await?;
    for (figure, least) in [
        (page.map(), 6),
        (page.figure(&by_id("chosen"), "line"), 4),
        (page.figure(&by_id("chosen"), "bar"), 10),
        (page.figure("[data-testid^=headline-]", "strip"), 3),
    ] {
        let name = figure.testid().await?;
        figure.focus().await?;
        window.press(Key::Home).await?;
        let first = figure.live_other_than("").await?;
        let mut said = BTreeSet::from([first.clone()]);
        window.press(Key::End).await?;
        let last = figure.live_other_than(&first).await?;
        said.insert(last.clone());
        // A map is walked in two directions, a row of points in one.
        for key in [Key::Right, Key::Down, Key::Left, Key::Up] {
            for _ in 0..12 {
                window.press(key).await?;
                window.frames().await?;
                said.insert(figure.live().await?);
            }
        }
        expect!(
            said.len() >= least,
            "expected {name} to name its points one by one, heard {said:?}"
        );
        for words in &said {
            expect!(
                words.chars().any(|c| c.is_ascii_digit()) && words.len() > 8,
                "expected {name} to say name, value and unit, heard {words:?}"
            );
        }
        let label = page
            .string(
                "return document.activeElement.getAttribute('aria-label') ?? ''",
                Vec::new(),
            )
            .await?;
        expect!(
            label.len() > 10,
            "expected {name} to have a label, found {label:?}"
        );
        let sentence = page.text(&figure.part("sentence")).await?;
        expect!(
            sentence.len() > 20,
            "expected {name} to say in a sentence what it shows, found {sentence:?}"
        );
        window.press(Key::Escape).await?;
    }
    Ok(())
}

/// Presses Tab until this test id has the keyboard.
async fn tab_to(trip: &Trip, testid: &str) -> Outcome {
    let page = trip.page();
    let mut passed = Vec::new();
    for _ in 0..MOST_STOPS {
        let at = page.focused().await?;
        if at.split(' ').any(|part| part == testid) {
            return Ok(());
        }
        passed.push(at);
        trip.window.press(Key::Tab).await?;
    }
    Err(Failure::new(format!(
        "expected to reach {testid} by Tab, passed {}",
        passed.join(" > ")
    )))
}
