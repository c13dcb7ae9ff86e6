//! Opening the page: readable before the app arrives, whole when it has.

use crate::COUNTY;
use roadmap_tests::{
    browser::{
        failure::Outcome,
        journey::Trip,
        page::{Page, by_id},
        site::Site,
    },
    expect, journeys,
};
use serde_json::{Value, json};

journeys! {
    shell_before_the_app in chromium firefox webkit;
    whole_page in chromium firefox webkit;
    no_jump in chromium;
    data_page in chromium firefox webkit;
}

/// What must not reach a reader.
const RAW: [&str; 6] = ["NaN", "undefined", "Infinity", "null", "[object", "{{"];

async fn shell_before_the_app(trip: &Trip) -> Outcome {
    trip.expects_error("404");
    let site = trip.keep(Site::serve_without(is_app)?);
    let page = trip.page_of(&site);
    trip.window.client.goto(&site.url("")).await?;
    let title = page.text("h1").await?;
    expect!(
        title == COUNTY,
        "expected the shell to be titled {COUNTY}, found {title}"
    );
    expect!(
        page.is_shown("nav a[href*=data]").await?,
        "expected the shell to lead to the data"
    );
    let noscript = page.text("noscript").await?;
    expect!(
        noscript.contains("data/"),
        "expected words without scripts that lead to the data, found {noscript}"
    );
    let words = page.text("main").await?;
    expect!(
        words.len() > 100,
        "expected a purpose to read before the app is there, found {words}"
    );
    Ok(())
}

async fn whole_page(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.until_place(COUNTY).await?;
    for testid in [
        "site-header",
        "nav-overview",
        "nav-data",
        "summary",
        "door-place",
        "door-strengths",
        "door-future",
    ] {
        expect!(
            page.is_shown(&by_id(testid)).await?,
            "expected {testid} to be in sight"
        );
    }
    let headlines = page.count("[data-testid^=headline-]").await?;
    expect!(
        (8..=12).contains(&headlines),
        "expected eight to twelve headline figures, found {headlines}"
    );
    let values = page
        .count("[data-testid^=headline-] [data-testid=value]:not(:empty)")
        .await?;
    expect!(
        values == headlines,
        "expected a value in each of {headlines} headlines, found {values}"
    );
    let sources = page.count("[data-testid^=headline-] figure:not(:has([data-testid=source] *, [data-testid=source]:not(:empty)))").await?;
    expect!(
        sources == 0,
        "expected a source under every picture, {sources} have none"
    );
    let messages = page.count(&by_id("message")).await?;
    expect!(
        (1..=5).contains(&messages),
        "expected one to five messages, found {messages}"
    );
    let drawn = "return [...document.querySelectorAll('canvas')].filter(canvas => {
        if (!canvas.width || !canvas.height) return true;
        const shown = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        return !shown.some(byte => byte !== 0 && byte !== 255);
    }).map(canvas => canvas.closest('figure')?.dataset.testid)";
    let blank = trip.window.run(drawn, Vec::new()).await?;
    expect!(
        blank == json!([]),
        "expected every picture to be painted, these are blank: {blank}"
    );
    let mark = "return performance.getEntriesByName('roadmap-interactive').length";
    expect!(
        page.number(mark, Vec::new()).await? > 0.0,
        "expected the mark roadmap-interactive"
    );
    expect_finished_words(&page).await
}

/// The app puts its title where the shell had it.
async fn no_jump(trip: &Trip) -> Outcome {
    trip.expects_error("404");
    let top = "const box = document.querySelector('h1').getBoundingClientRect(); return box.top";
    let site = trip.keep(Site::serve_without(is_app)?);
    trip.window.client.goto(&site.url("")).await?;
    let before_px = trip.page_of(&site).number(top, Vec::new()).await?;
    trip.page().open("").await?;
    let after_px = trip.page().number(top, Vec::new()).await?;
    expect!(
        (before_px - after_px).abs() <= 4.0,
        "expected the title to stay where the shell had it, it moved from {before_px} to {after_px} px"
    );
    Ok(())
}

async fn data_page(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.click(&by_id("nav-data")).await?;
    page.element(&by_id("source-row")).await?;
    let query = page.query().await?;
    expect!(
        query.contains("view=data"),
        "expected the address to hold the view, found {query}"
    );
    page.element(&by_id("companion-source-row")).await?;
    for (testid, least) in [
        ("source-row", 3),
        ("companion", 4),
        ("companion-source-row", 15),
        ("figure-row", 30),
        ("unavailable-row", 1),
    ] {
        let count = page.count(&by_id(testid)).await?;
        expect!(
            count >= least,
            "expected {least} or more of {testid}, found {count}"
        );
    }
    let bare = page
        .count("[data-testid$=source-row]:not(:has(a[href^=http]))")
        .await?;
    expect!(
        bare == 0,
        "expected each source to link to its publisher, {bare} do not"
    );
    let version = page.text(&by_id("pack-version")).await?;
    expect!(
        version.chars().any(|c| c.is_ascii_digit()),
        "expected the pack's version, found {version}"
    );
    let current = page
        .string(
            "return document.querySelector('[aria-current=page]')?.dataset.testid ?? ''",
            Vec::new(),
        )
        .await?;
    expect!(
        current == "nav-data",
        "expected the navigation to say where we are, it says {current:?}"
    );
    expect_finished_words(&page).await
}

/// No number, key or placeholder that was not made into words.
async fn expect_finished_words(page: &Page<'_>) -> Outcome {
    let shown = page
        .string("return document.body.innerText", Vec::new())
        .await?;
    for raw in RAW {
        let found = shown.lines().find(|line| line.contains(raw));
        expect!(
            found.is_none(),
            "expected words for people, found {raw:?} in {:?}",
            found.unwrap_or_default()
        );
    }
    let empty = page.window.run(
        "return [...document.querySelectorAll('h1, h2, h3, button, a, label, th, td')]
            .filter(element => element.getClientRects().length && !element.textContent.trim() && !element.getAttribute('aria-label') && !element.querySelector('input, select'))
            .filter(element => element.tagName !== 'TD')
            .map(element => element.outerHTML.slice(0, 80))",
        Vec::new(),
    ).await?;
    expect!(
        empty.as_array().is_some_and(Vec::is_empty),
        "expected no empty headings, links or buttons, found {}",
        Value::to_string(&empty)
    );
    Ok(())
}

/// What the page waits for: before it there is only the shell.
fn is_app(file: &str) -> bool {
    let ends = [".wasm", ".wasm.br", ".wasm.gz", ".js", ".js.br", ".js.gz"];
    ends.iter().any(|ending| file.ends_with(ending))
}
