//! How a challenge map looks: in every theme and width, on sharp screens, on paper.

use crate::{size, wcag};
use fantoccini::wd::PrintConfigurationBuilder;
use roadmap_tests::{
    browser::{
        engine,
        failure::{Failure, Outcome},
        journey::Trip,
        map::map_query,
        page::by_id,
        site::Site,
    },
    expect, journeys,
};
use serde_json::json;
use std::fs;

journeys! {
    accessible_when_wide in chromium;
    accessible_when_narrow in chromium;
    no_sideways_scrolling in chromium firefox webkit;
    sharp in chromium;
    targets_are_large in chromium;
    on_paper in chromium firefox;
}

const BUSY: &str =
    "measure=total-population&level=district&show=flows&pin=E07000243&period=no-such";

async fn accessible_when_wide(trip: &Trip) -> Outcome {
    accessible(trip, 1440).await
}

async fn accessible_when_narrow(trip: &Trip) -> Outcome {
    accessible(trip, 360).await
}

/// With everything open that opens.
async fn accessible(trip: &Trip, width_px: u32) -> Outcome {
    let axe = fs::read_to_string(engine::axe_script()?)?;
    let page = trip.page();
    size::metrics(trip, width_px, 900, 1.0).await?;
    let mut found = Vec::new();
    for theme in ["light", "dark", "contrast"] {
        for choices in ["measure=imd-2025-score", BUSY] {
            let choices = format!("{choices}&theme={theme}");
            page.open_map(&choices).await?;
            page.open_details(&by_id("class-choice")).await?;
            page.click("[data-testid=map-key] li:nth-child(2) button")
                .await?;
            page.element(&by_id("brushed")).await?;
            let at = format!("{choices} at {width_px} px");
            found.extend(wcag::violations(trip, &axe, &at).await?);
        }
    }
    wcag::expect_none(&found)
}

/// 320 px in a frame, since not every window goes that small.
async fn no_sideways_scrolling(trip: &Trip) -> Outcome {
    let page = trip.page();
    trip.expects_origin(trip.site.origin());
    for choices in [
        "measure=imd-2025-score",
        BUSY,
        "measure=imd-2025-score&mode=embed",
        "measure=imd-2025-score&text=larger",
    ] {
        let address = trip.site.url(&map_query(choices)).replace('&', "&amp;");
        let host = trip.keep(Site::serve_page(&format!(
            "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>Host</title><iframe src=\"{address}\" width=320 height=640 style=\"border:0\" title=frame></iframe>"
        ))?);
        trip.window.client.goto(&host.url("")).await?;
        trip.window.client.enter_frame(0).await?;
        page.settled().await?;
        page.challenge_map().await?;
        size::expect_no_sideways(&page, &format!("at 320 px with {choices}")).await?;
        trip.window.client.enter_parent_frame().await?;
    }
    Ok(())
}

async fn sharp(trip: &Trip) -> Outcome {
    let page = trip.page();
    for ratio in [1.0, 2.0, 3.0] {
        size::metrics(trip, 1280, 900, ratio).await?;
        page.open_map("measure=imd-2025-score").await?;
        size::expect_sharp(&page, ratio).await?;
    }
    // The window is made narrower without a reload.
    size::metrics(trip, 700, 900, 2.0).await?;
    trip.window.frames().await?;
    trip.window.frames().await?;
    page.challenge_map().await?;
    size::expect_sharp(&page, 2.0).await?;
    size::expect_no_sideways(&page, "after resizing to 700 px").await
}

/// Nothing to press is smaller than 24 px (WCAG 2.5.8), unless it stands in a line of text.
async fn targets_are_large(trip: &Trip) -> Outcome {
    size::metrics(trip, 360, 800, 1.0).await?;
    trip.page().open_map(BUSY).await?;
    let small = trip.window.run(crate::touch::SMALL, Vec::new()).await?;
    expect!(
        small == json!([]),
        "expected targets of 24 px or more, found {small}"
    );
    Ok(())
}

/// Paper has the map, its title, key, table and source, and the page works on afterwards.
async fn on_paper(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page
        .open_map("measure=imd-2025-score&pin=E01023289")
        .await?;
    let sheet = PrintConfigurationBuilder::default()
        .background(true)
        .build()
        .map_err(|error| Failure::new(format!("{error:?}")))?;
    let pdf = trip.window.client.print(sheet).await?;
    expect!(
        pdf.len() > 20_000,
        "expected a page with a picture, found {} bytes",
        pdf.len()
    );
    trip.window.frames().await?;
    page.challenge_map().await?;
    let middle = map.middle().await?;
    trip.window.hover_at(middle).await?;
    map.until_told().await?;
    if trip.window.engine != engine::Engine::Chromium {
        return Ok(());
    }
    trip.window
        .chromium("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    trip.window.frames().await?;
    page.challenge_map().await?;
    for testid in ["nav-data", "settings", "locate", "zoom-in", "table-all"] {
        expect!(
            !page.is_shown(&by_id(testid)).await?,
            "expected no {testid} on paper"
        );
    }
    for testid in ["map-canvas", "map-key", "map-table", "source", "area-card"] {
        expect!(
            page.is_shown(&by_id(testid)).await?,
            "expected the {testid} on paper"
        );
    }
    size::expect_no_sideways(&page, "on paper").await
}
