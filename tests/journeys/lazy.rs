//! Code and data that are loaded when they are needed: before they are asked for, and when they
//! do not come.

use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id, site::Site},
    expect, journeys,
};
use serde_json::json;

journeys! {
    part_does_not_come in chromium firefox webkit;
    part_comes_before_it_is_asked_for in chromium;
    sources_do_not_come in chromium firefox webkit;
}

/// The first view works, the missing part says so, and comes when the host has it again.
async fn part_does_not_come(trip: &Trip) -> Outcome {
    for words in ["404", "wasm", "WebAssembly", "compile"] {
        trip.expects_error(words);
    }
    let is_part = |file: &str| file.starts_with("part-");
    let site = trip.keep(Site::serve_without(is_part)?);
    let page = trip.page_of(&site);
    page.open("").await?;
    page.click(&by_id("nav-data")).await?;
    let shown = |id: &str| format!("return Boolean(document.querySelector('[data-testid={id}]'))");
    trip.window
        .until(
            "words on the missing part",
            &shown("part-failed"),
            Vec::new(),
        )
        .await?;
    expect!(
        !page.is_shown(&by_id("fault")).await?,
        "expected the page to go on, found the fault page"
    );
    site.mend(is_part)?;
    page.click(&by_id("part-again")).await?;
    trip.window
        .until("the data page", &shown("pack-version"), Vec::new())
        .await?;
    Ok(())
}

/// Pointing at a link fetches what is behind it.
async fn part_comes_before_it_is_asked_for(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    let fetched = "return performance.getEntriesByType('resource').filter(entry => entry.name.includes(arguments[0])).length";
    let before = page.number(fetched, vec![json!("part-data")]).await?;
    expect!(
        before == 0.0,
        "expected no part in the first view, found {before}"
    );
    trip.window
        .run(
            "document.querySelector('[data-testid=nav-data]').focus()",
            Vec::new(),
        )
        .await?;
    trip.window
        .until(
            "the part of the data page",
            "return performance.getEntriesByType('resource').some(entry => entry.name.includes('part-data'))",
            Vec::new(),
        )
        .await?;
    Ok(())
}

/// The page of sources tells those of the core pack, says what is missing, and goes on when the
/// host has the file.
async fn sources_do_not_come(trip: &Trip) -> Outcome {
    const FILE: &str = "hertfordshire-content.json";
    trip.expects_error("404");
    let is_it = |file: &str| file.starts_with(FILE);
    let site = trip.keep(Site::serve_without(is_it)?);
    let page = trip.page_of(&site);
    page.open("?v=1&view=data").await?;
    page.element(&by_id("companions-failed")).await?;
    let words = page.text(&by_id("companions-failed")).await?;
    expect!(
        words.contains(FILE),
        "expected to be told which file it is, found {words:?}"
    );
    let rows = page.count(&by_id("source-row")).await?;
    expect!(rows > 3, "expected the core pack's sources, found {rows}");
    site.mend(is_it)?;
    page.click(&by_id("companions-again")).await?;
    page.element(&by_id("companion-source-row")).await.map(drop)
}
