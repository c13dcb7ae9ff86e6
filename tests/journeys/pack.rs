//! When the data is broken: the page says which part, shows what it can, and is never blank.

use crate::COUNTY;
use roadmap_tests::{
    browser::{
        failure::{Failure, Outcome},
        journey::Trip,
        page::by_id,
        site::{Site, dist},
    },
    expect, journeys,
};
use serde_json::{Value, json};
use std::{
    fs::{self, File},
    path::Path,
};

journeys! {
    missing in chromium firefox webkit;
    truncated in chromium firefox webkit;
    fifty_megabytes_of_zeros in chromium firefox webkit;
    another_schema in chromium;
    not_the_file in chromium;
    without_shapes in chromium;
    one_bad_series in chromium;
}

async fn missing(trip: &Trip) -> Outcome {
    trip.expects_error("404");
    expect_calm(trip, |pack| Ok(fs::remove_file(pack)?)).await
}

async fn truncated(trip: &Trip) -> Outcome {
    expect_calm(trip, |pack| {
        let half = fs::metadata(pack)?.len() / 2;
        Ok(File::options().write(true).open(pack)?.set_len(half)?)
    })
    .await
}

async fn fifty_megabytes_of_zeros(trip: &Trip) -> Outcome {
    expect_calm(trip, |pack| Ok(File::create(pack)?.set_len(50_000_000)?)).await
}

async fn another_schema(trip: &Trip) -> Outcome {
    expect_calm(trip, |pack| {
        edit(pack, |whole| whole["schema"] = json!("somebody-else/9"))
    })
    .await
}

/// What a host answers that knows no such file but has a friendly page.
async fn not_the_file(trip: &Trip) -> Outcome {
    expect_calm(trip, |pack| {
        Ok(fs::write(
            pack,
            "<!doctype html><script>alert(1)</script>Not found",
        )?)
    })
    .await
}

async fn without_shapes(trip: &Trip) -> Outcome {
    let site = trip.keep(broken(|pack| {
        edit(pack, |whole| whole["topology"] = json!({ "arcs": "gone" }))
    })?);
    let page = trip.page_of(&site);
    page.open("").await?;
    page.until_place(COUNTY).await?;
    let app = page.root("data-app").await?;
    expect!(
        app == "ready",
        "expected the rest to work without shapes, the app is {app}"
    );
    let values = page
        .count("[data-testid^=headline-] [data-testid=value]:not(:empty)")
        .await?;
    expect!(
        values >= 8,
        "expected the headline figures without shapes, found {values}"
    );
    let told = "return /shapes|map/i.test(document.querySelector('main').innerText.match(/[^.]*could not[^.]*/)?.[0] ?? '')";
    expect!(
        trip.window.run(told, Vec::new()).await? == json!(true),
        "expected to be told that the shapes could not be read"
    );
    Ok(())
}

async fn one_bad_series(trip: &Trip) -> Outcome {
    let site = trip.keep(broken(|pack| {
        edit(pack, |whole| {
            if let Some(first) = whole["series"].get_mut(0) {
                *first = json!({ "measure": 7, "values": "none" });
            }
        })
    })?);
    let page = trip.page_of(&site);
    page.open("").await?;
    page.until_place(COUNTY).await?;
    let values = "return document.querySelectorAll('[data-testid^=headline-] [data-testid=value]:not(:empty)').length >= 7";
    trip.window
        .until("the other figures to be shown", values, Vec::new())
        .await?;
    page.open("?view=data").await?;
    page.until_words("main", "did not pass").await
}

/// Opens the app with a broken pack: calm words that name the file, a way on, nothing blank.
async fn expect_calm(trip: &Trip, change: impl FnOnce(&Path) -> Outcome) -> Outcome {
    let site = trip.keep(broken(change)?);
    let page = trip.page_of(&site);
    page.open("").await?;
    let app = page.root("data-app").await?;
    expect!(
        app == "failed",
        "expected the page to know that it failed, it says {app:?}"
    );
    expect!(
        page.is_shown(&by_id("pack-failure")).await?,
        "expected the page about the data that could not be read"
    );
    expect!(!page.is_shown(&by_id("fault")).await?, "expected no panic");
    let words = page.text(&by_id("pack-failure")).await?;
    let address = pack_address(&dist()?)?;
    let name = address.rsplit('/').next().unwrap_or_default();
    expect!(
        words.contains(name),
        "expected the page to name the file {name}, found {words}"
    );
    expect!(
        (120..3000).contains(&words.len()),
        "expected a few calm sentences, found {} letters: {words}",
        words.len()
    );
    expect!(
        page.is_shown("[data-testid=pack-failure] a, [data-testid=pack-failure] button")
            .await?,
        "expected a way on"
    );
    Ok(())
}

/// The build with its pack changed, and without the compressed twins of the old one.
fn broken(change: impl FnOnce(&Path) -> Outcome) -> Outcome<Site> {
    Site::serve_broken(&pack_address(&dist()?)?, change)
}

/// Where the page says that its pack is.
fn pack_address(dist: &Path) -> Outcome<String> {
    let page = fs::read_to_string(dist.join("index.html"))?;
    let address = page
        .split("name=\"pack\"")
        .nth(1)
        .and_then(|rest| rest.split('"').nth(1));
    let address = address.ok_or_else(|| Failure::new("expected the page to name its pack"))?;
    Ok(address.to_owned())
}

fn edit(pack: &Path, change: impl FnOnce(&mut Value)) -> Outcome {
    let mut whole: Value = serde_json::from_slice(&fs::read(pack)?)?;
    change(&mut whole);
    Ok(fs::write(pack, whole.to_string())?)
}
