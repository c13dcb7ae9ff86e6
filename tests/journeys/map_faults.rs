//! When what maps need does not come: the page says so, the rest works, and there is a way on.

use crate::COUNTY;
use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, map::map_query, page::by_id, site::Site},
    expect, journeys,
};
use serde_json::json;
use std::{
    fs::{self, File},
    path::Path,
};

journeys! {
    small_areas_missing in chromium firefox webkit;
    small_areas_truncated in chromium firefox webkit;
    small_areas_of_another_kind in chromium;
    small_areas_not_the_file in chromium;
    code_missing in chromium firefox webkit;
}

const COMPANION: &str = "hertfordshire-small-areas.json";

async fn small_areas_missing(trip: &Trip) -> Outcome {
    trip.expects_error("404");
    expect_way_on(trip, |file| Ok(fs::remove_file(file)?)).await
}

async fn small_areas_truncated(trip: &Trip) -> Outcome {
    expect_way_on(trip, |file| {
        let half = fs::metadata(file)?.len() / 2;
        Ok(File::options().write(true).open(file)?.set_len(half)?)
    })
    .await
}

async fn small_areas_of_another_kind(trip: &Trip) -> Outcome {
    expect_way_on(trip, |file| {
        Ok(fs::write(file, "{\"schema\": \"somebody-else/9\"}")?)
    })
    .await
}

async fn small_areas_not_the_file(trip: &Trip) -> Outcome {
    expect_way_on(trip, |file| {
        Ok(fs::write(file, "<!doctype html><p>Not found")?)
    })
    .await
}

/// The code of the maps did not come, as when the site is renewed while somebody reads.
async fn code_missing(trip: &Trip) -> Outcome {
    trip.expects_error("404");
    // The loader says why in the console.
    trip.expects_error("CompileError");
    // What the maps share with other views has arrived already.
    let site = trip.keep(Site::serve_without(|file| {
        file.starts_with("part-challenges-") && !file.starts_with("part-challenges-data")
    })?);
    let page = trip.page_of(&site);
    page.open("").await?;
    page.until_place(COUNTY).await?;
    page.click(&by_id("nav-challenges")).await?;
    page.element(&by_id("part-failed")).await?;
    page.click(&by_id("part-again")).await?;
    page.element(&by_id("part-failed")).await?;
    expect!(!page.is_shown(&by_id("fault")).await?, "expected no panic");
    page.click(&by_id("nav-data")).await?;
    page.element(&by_id("source-row")).await?;
    page.click(&by_id("nav-overview")).await?;
    page.until_place(COUNTY).await
}

/// Opens the maps without their data: calm words, a working rest; then with it again.
async fn expect_way_on(trip: &Trip, change: impl FnOnce(&Path) -> Outcome) -> Outcome {
    let site = trip.keep(Site::serve_broken(&format!("data/{COMPANION}"), change)?);
    let page = trip.page_of(&site);
    page.open(&map_query("measure=imd-2025-score")).await?;
    page.element(&by_id("atlas-failed")).await?;
    expect!(!page.is_shown(&by_id("fault")).await?, "expected no panic");
    let words = page.text(&by_id("atlas-failed")).await?;
    expect!(
        words.contains(COMPANION),
        "expected to be told which file it is, found {words:?}"
    );
    expect!(
        (120..2000).contains(&words.len()),
        "expected a few calm sentences, found {} letters: {words}",
        words.len()
    );

    // Still broken: asked again, it says so again.
    page.click(&by_id("atlas-again")).await?;
    page.element(&by_id("atlas-failed")).await?;
    // The rest works.
    page.click(&by_id("nav-overview")).await?;
    page.until_place(COUNTY).await?;
    page.back().await?;
    page.element(&by_id("atlas-failed")).await?;

    site.mend(|file| file == COMPANION)?;
    page.click(&by_id("atlas-again")).await?;
    let map = page.challenge_map().await?;
    let measure = map.choice("measure").await?;
    expect!(
        measure == "imd-2025-score",
        "expected the map of the link at last, found {measure:?}"
    );
    let gone = "return document.querySelector('[data-testid=atlas-failed]') === null";
    trip.window
        .until("the failure to be gone", gone, vec![json!(null)])
        .await
        .map(drop)
}
