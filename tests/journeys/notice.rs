//! Broken links: the reader is told in plain text, the rest of the link is honoured.

use crate::{COUNTY, DISTRICT};
use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};

journeys! {
    unknown_place in chromium firefox webkit;
    markup_is_text in chromium firefox webkit;
    endless_link in chromium firefox webkit;
    noise in chromium;
}

async fn unknown_place(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("?area=E99999999&theme=dark&figure=no-such-figure")
        .await?;
    page.until_place(COUNTY).await?;
    let notices = page.count(&by_id("notice")).await?;
    expect!(
        notices == 2,
        "expected a notice for the place and one for the figure, found {notices}"
    );
    let words = page.text(&by_id("notice")).await?;
    expect!(
        words.contains("E99999999"),
        "expected the notice to say what was asked for, found {words}"
    );
    let theme = page.root("data-theme").await?;
    expect!(
        theme == "dark",
        "expected the rest of the link to be honoured, the theme is {theme:?}"
    );
    page.click(&by_id("notice-dismiss")).await?;
    trip.window.frames().await?;
    let left = page.count(&by_id("notice")).await?;
    expect!(
        left == 1,
        "expected one notice after dismissing one of two, found {left}"
    );
    Ok(())
}

async fn markup_is_text(trip: &Trip) -> Outcome {
    let page = trip.page();
    let markup = "<img src=x onerror=alert(1)>";
    for key in ["area", "figure", "view", "mode", "theme", "text", "v"] {
        page.open(&format!("?{key}=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"))
            .await?;
        let words = page.text(&by_id("notice")).await?;
        expect!(
            words.contains(markup),
            "expected {key} to be told as it was written, found {words}"
        );
        let images = page.count("img[src=x]").await?;
        expect!(
            images == 0,
            "expected the markup in {key} to stay text, it became an element"
        );
    }
    Ok(())
}

async fn endless_link(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(&format!("?area={}&x={}", DISTRICT.0, "y".repeat(100_000)))
        .await?;
    page.until_place(DISTRICT.1).await?;
    let words = page.text(&by_id("notice")).await?;
    expect!(
        words.contains("too long"),
        "expected to be told that the link was too long, found {words}"
    );
    expect!(
        words.len() < 400,
        "expected a short notice, found {} letters",
        words.len()
    );
    Ok(())
}

async fn noise(trip: &Trip) -> Outcome {
    let page = trip.page();
    for query in [
        "?%",
        "?%ff%fe%00",
        "?&&&===",
        "?area",
        "?area=",
        "?area=E07000243&area=E07000103",
        "?=x",
        "?mode=%F0%9F%92%A9",
        "?area=..%2F..%2Fetc%2Fpasswd",
    ] {
        page.open(query).await?;
        let place = page.place().await?;
        expect!(
            !place.is_empty(),
            "expected a place to be shown for {query}"
        );
        let app = page.root("data-app").await?;
        expect!(
            app == "ready",
            "expected the app to run for {query}, it is {app}"
        );
    }
    Ok(())
}
