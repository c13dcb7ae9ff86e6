//! Links to challenge maps: read by another reader, asking for what is not here, inside another
//! page.

use crate::DISTRICT;
use fantoccini::key::Key;
use roadmap_tests::{
    browser::{actions::Point, failure::Outcome, journey::Trip, map::map_query, page::by_id},
    expect, journeys,
};
use serde_json::json;

journeys! {
    round_trip in chromium firefox webkit;
    asks_for_what_is_not_here in chromium firefox webkit;
    hostile_words_stay_words in chromium;
    inside_another_page in chromium firefox webkit;
    fixed_by_the_page_around in chromium firefox;
}

/// The same page word for word, from a link that was made by hand.
async fn round_trip(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map("").await?;
    page.choose("measure-select", "homes-social-rented-share")
        .await?;
    map.until_link_has("measure=homes-social-rented-share")
        .await?;
    page.click(&by_id("level-msoa")).await?;
    map.until_link_has("level=msoa").await?;
    page.open_details(&by_id("class-choice")).await?;
    page.choose("method-select", "equal").await?;
    map.until_link_has("method=equal").await?;
    page.click(&format!("{} > summary", by_id("class-choice")))
        .await?;
    let middle = map.middle().await?;
    trip.window.click_at(middle).await?;
    map.until_link_has("pin=E02").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    trip.window.frames().await?;
    let link = page.query().await?;
    let (before, picture) = (words(trip).await?, map.pixels().await?);
    page.open("").await?;
    page.open(&link).await?;
    let map = page.challenge_map().await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    let again = page.query().await?;
    expect!(
        again == link,
        "expected the address to stay {link}, it became {again}"
    );
    let after = words(trip).await?;
    let differs = before.lines().zip(after.lines()).find(|(a, b)| a != b);
    expect!(
        before == after,
        "expected the same page from the same link, first difference: {differs:?}"
    );
    expect!(
        map.pixels().await? == picture,
        "expected the same picture from the same link"
    );
    Ok(())
}

/// Each is told in a sentence, and the rest is shown.
async fn asks_for_what_is_not_here(trip: &Trip) -> Outcome {
    let page = trip.page();
    for (choices, told) in [
        ("measure=no-such-figure", "no-such-figure"),
        ("measure=imd-2025-score&level=ward", "ward"),
        ("measure=imd-2025-score&level=msoa", "not published by"),
        (
            "measure=total-population&level=district&period=1850",
            "1850",
        ),
        ("measure=imd-2025-score&classes=99", "99"),
        ("measure=imd-2025-score&at=here", "here"),
        ("measure=imd-2025-score&pin=Bedwell", "Bedwell"),
        ("measure=imd-2025-score&pin=E01999999", "E01999999"),
        // Of another level than the map.
        ("measure=imd-2025-score&pin=E07000243", "E07000243"),
    ] {
        page.open_map(choices)
            .await
            .map_err(|failure| failure.during(choices))?;
        let script = "return [...document.querySelectorAll('[data-testid=map-notice], [data-testid=notice]')].some(notice => notice.textContent.includes(arguments[0]))";
        trip.window
            .until(
                &format!("{choices} to be told with {told:?}"),
                script,
                vec![json!(told)],
            )
            .await?;
        let sentence = page.text(&by_id("sentence")).await?;
        expect!(
            sentence.starts_with("A map of"),
            "expected the rest of {choices} to be shown, found {sentence:?}"
        );
    }
    // What is chosen afterwards is there, so there is nothing left to tell.
    page.open_map("measure=imd-2025-score&level=ward").await?;
    page.choose("measure-select", "aged-65-and-over-share")
        .await?;
    page.click(&by_id("level-district")).await?;
    let quiet = "return document.querySelectorAll('[data-testid=map-notice]').length === 0";
    trip.window
        .until("the notice to go", quiet, Vec::new())
        .await
        .map(drop)
}

async fn hostile_words_stay_words(trip: &Trip) -> Outcome {
    let page = trip.page();
    for key in ["measure", "level", "period", "pin", "at", "weights", "with"] {
        let choices = format!(
            "{key}={}%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
            "x".repeat(300)
        );
        page.open_map(&choices)
            .await
            .map_err(|failure| failure.during(key))?;
        let made = page.count("main img").await?;
        expect!(made == 0, "expected {key} to stay text");
        let notice = page
            .text(&by_id("map-notice"))
            .await
            .map_err(|failure| failure.during(key))?;
        expect!(
            notice.len() < 300,
            "expected a short notice about {key}, found {notice:?}"
        );
    }
    Ok(())
}

/// Measure, level and window stay in an embed; the way out leads to the same map.
async fn inside_another_page(trip: &Trip) -> Outcome {
    let page = trip.page();
    let choices = "measure=aged-65-and-over-share&level=msoa&at=-0.2000,51.9050,6.0";
    let whole = page
        .open_map("measure=aged-65-and-over-share&level=msoa&mode=embed")
        .await?
        .pixels()
        .await?;
    page.open(&format!("{}&mode=embed", map_query(choices)))
        .await?;
    let map = page.challenge_map().await?;
    for testid in ["site-header", "nav-data", "settings"] {
        expect!(
            !page.is_shown(&by_id(testid)).await?,
            "expected no {testid} in an embed"
        );
    }
    let sentence = page.text(&by_id("sentence")).await?;
    expect!(
        sentence.contains("map of 154 "),
        "expected the level of the link, found {sentence:?}"
    );
    expect!(
        map.pixels().await? != whole,
        "expected the part of the map that the link holds"
    );
    let middle = map.middle().await?;
    trip.window.hover_at(middle).await?;
    let name = map.until_told().await?;
    expect!(
        name.contains(DISTRICT.1),
        "expected an area of {} in the middle, found {name}",
        DISTRICT.1
    );
    let back = page
        .string(
            "return document.querySelector('[data-testid=back-link]')?.href ?? ''",
            Vec::new(),
        )
        .await?;
    for part in [
        "view=challenges",
        "measure=aged-65-and-over-share",
        "level=msoa",
        "at=-0.2",
    ] {
        expect!(
            back.contains(part),
            "expected the way to the full page to keep {part}, found {back:?}"
        );
    }
    expect!(
        !back.contains("mode="),
        "expected the way to the full page to leave the embed, found {back:?}"
    );
    Ok(())
}

/// A page that embeds the map may fix what it shows; pointing and pinning stay.
async fn fixed_by_the_page_around(trip: &Trip) -> Outcome {
    let page = trip.page();
    let choices = "measure=imd-2025-score&at=-0.2000,51.9050,6.0&locked=yes&mode=embed";
    let map = page.open_map(choices).await?;
    let before = map.pixels().await?;
    for testid in ["zoom-in", "zoom-out", "zoom-all"] {
        expect!(
            page.count(&by_id(testid)).await? == 0,
            "expected no {testid} on a fixed map"
        );
    }
    map.focus().await?;
    let middle = map.middle().await?;
    trip.window.wheel_at(middle, -300).await?;
    trip.window.type_text("++").await?;
    trip.window.drag(middle, middle.moved(80, 60)).await?;
    trip.window.press_with(Key::Shift, Key::Right).await?;
    trip.window.type_text("0").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    trip.window.press(Key::Escape).await?;
    let window = map.choice("at").await?;
    expect!(
        window == "-0.2000,51.9050,6.0",
        "expected the window to stay in the link, found {window:?}"
    );
    expect!(
        map.pixels().await? == before,
        "expected the map to stay where it is"
    );
    let middle = map.middle().await?;
    trip.window.click_at(middle).await?;
    map.until_link_has("pin=E01").await?;
    let name = map.until_told().await?;
    expect!(
        name.contains(DISTRICT.1),
        "expected an area of {} in the middle, found {name}",
        DISTRICT.1
    );
    Ok(())
}

async fn words(trip: &Trip) -> Outcome<String> {
    trip.page()
        .string(
            "return document.querySelector('main').innerText",
            Vec::new(),
        )
        .await
}
