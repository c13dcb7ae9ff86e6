//! On paper: one page that a councillor would pin up. Not in WebKit: its driver does not print.

use crate::{COUNTY, DISTRICT};
use fantoccini::wd::PrintConfigurationBuilder;
use roadmap_tests::{
    browser::{
        failure::{Failure, Outcome},
        journey::Trip,
        page::by_id,
    },
    expect, journeys,
};
use serde_json::json;

journeys! {
    one_sheet in chromium firefox;
    only_what_paper_can_do in chromium;
    map_on_paper in chromium firefox;
    map_without_controls in chromium;
}

async fn one_sheet(trip: &Trip) -> Outcome {
    let page = trip.page();
    for (query, name) in [
        (format!("?area={}", DISTRICT.0), DISTRICT.1),
        (String::new(), COUNTY),
        (format!("?area={}&theme=dark", DISTRICT.0), DISTRICT.1),
    ] {
        page.open(&query).await?;
        page.until_place(name).await?;
        let sheets = print(trip).await?;
        expect!(
            sheets == 1,
            "expected the profile of {name} ({query:?}) on one sheet, it takes {sheets}"
        );
    }
    Ok(())
}

/// A challenge map with an area kept: map and key on the first sheet, the table on at most two.
async fn map_on_paper(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(MAP).await?;
    page.challenge_map().await?;
    let sheets = print(trip).await?;
    expect!(
        sheets <= 2,
        "expected the map and its table on two sheets at most, they take {sheets}"
    );
    Ok(())
}

const MAP: &str =
    "?v=1&view=challenges&challenge=inequality&measure=imd-2025-score&level=lsoa&pin=E01023940";

async fn map_without_controls(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(MAP).await?;
    page.challenge_map().await?;
    trip.window
        .chromium("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    trip.window.frames().await?;
    for testid in [
        "challenge-select",
        "measure-select",
        "zoom-in",
        "show-values",
        "map-menu",
        "place-search",
        "ends",
        "table-all",
    ] {
        expect!(
            !page.is_shown(&by_id(testid)).await?,
            "expected no {testid} on paper"
        );
    }
    for testid in [
        "map-canvas",
        "map-key",
        "area-card",
        "histogram",
        "source",
        "map-table",
    ] {
        expect!(
            page.is_shown(&by_id(testid)).await?,
            "expected the {testid} on paper"
        );
    }
    Ok(())
}

async fn only_what_paper_can_do(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(&format!("?area={}", DISTRICT.0)).await?;
    let screen = page.map().pixels().await?;
    trip.window
        .chromium("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    trip.window.frames().await?;
    for testid in [
        "nav-data",
        "settings",
        "place-search",
        "place-select",
        "menu",
        "door-place",
    ] {
        expect!(
            !page.is_shown(&by_id(testid)).await?,
            "expected no {testid} on paper"
        );
    }
    for testid in ["place-name", "summary", "message"] {
        expect!(
            page.is_shown(&by_id(testid)).await?,
            "expected the {testid} on paper"
        );
    }
    let words = page
        .string("return document.body.innerText", Vec::new())
        .await?;
    expect!(
        words.contains("Source") || words.contains("source"),
        "expected the sources on paper, found {words}"
    );
    expect!(!screen.is_empty(), "expected a map on the screen");
    Ok(())
}

/// Prints the page and counts the sheets.
async fn print(trip: &Trip) -> Outcome<usize> {
    let sheet = PrintConfigurationBuilder::default()
        .background(true)
        .build()
        .map_err(|error| Failure::new(format!("{error:?}")))?;
    sheets(&trip.window.client.print(sheet).await?)
}

/// How many sheets a PDF has: the largest count that its page tree states.
fn sheets(pdf: &[u8]) -> Outcome<usize> {
    let mut text = String::from_utf8_lossy(pdf).into_owned();
    for stream in streams(pdf) {
        text.push_str(&String::from_utf8_lossy(&stream));
    }
    let counts = text
        .split("/Type /Pages")
        .chain(text.split("/Type/Pages"))
        .skip(1);
    let counts = counts.filter_map(|rest| {
        let after = rest.split("/Count").nth(1)?;
        after
            .trim_start()
            .split(|c: char| !c.is_ascii_digit())
            .next()?
            .parse()
            .ok()
    });
    counts
        .max()
        .ok_or_else(|| Failure::new("expected a PDF with pages, found none"))
}

/// The compressed parts of a PDF that can be read.
fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    use std::io::Read;
    let starts = pdf
        .windows(7)
        .enumerate()
        .filter(|(_, seven)| seven == b"stream\n" || seven == b"stream\r");
    let mut found = Vec::new();
    for (at, _) in starts {
        let rest = pdf.get(at + 7..).unwrap_or_default();
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let mut text = Vec::new();
        // Pictures and fonts are streams too; what is no text is of no use here.
        if flate2::read::ZlibDecoder::new(rest)
            .read_to_end(&mut text)
            .is_ok()
        {
            found.push(text);
        }
    }
    found
}
