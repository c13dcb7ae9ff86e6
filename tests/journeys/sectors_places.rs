//! Sectors on the ground, beside other places, between two years, on a stage and in an embed.

use fantoccini::key::Key;
use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id, site::Site},
    expect, journeys,
};
use serde_json::json;

use crate::DISTRICT;

journeys! {
    where_an_industry_is in chromium firefox webkit;
    all_districts_by_complexity in chromium firefox webkit;
    shapes_missing in chromium firefox webkit;
    between_two_years in chromium firefox webkit;
    side_by_side in chromium firefox webkit;
    what_benchmarks_cannot_answer in chromium;
    whom_an_industry_trades_with in chromium firefox webkit;
    on_a_stage in chromium firefox webkit;
    fits_the_projector in chromium;
    in_an_embed in chromium firefox webkit;
}

const SECTORS: &str = "?v=1&view=sectors";

async fn open(trip: &Trip, choices: &str) -> Outcome {
    let page = trip.page();
    page.open(&format!("{SECTORS}{choices}")).await?;
    page.element(&by_id("sectors")).await?;
    trip.window.frames().await
}

/// Focuses a figure's canvas and presses keys there.
async fn press(trip: &Trip, figure: &str, keys: &[&str]) -> Outcome {
    let script = "const canvas = document.querySelector(`[data-testid=${arguments[0]}] canvas`);
        canvas.focus();
        for (const key of arguments[1])
            canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))";
    let arguments = vec![json!(figure), json!(keys)];
    trip.window.run(script, arguments).await.map(drop)
}

async fn until_query(trip: &Trip, words: &str) -> Outcome {
    let script = "return location.search.includes(arguments[0])";
    trip.window
        .until(
            &format!("the link to hold {words}"),
            script,
            vec![json!(words)],
        )
        .await
        .map(drop)
}

async fn until_sentence(trip: &Trip, testid: &str, words: &str) -> Outcome {
    let script = "return document.querySelector(`[data-testid=${arguments[0]}]`)?.textContent.includes(arguments[1])";
    trip.window
        .until(
            &format!("{testid} to say {words}"),
            script,
            vec![json!(testid), json!(words)],
        )
        .await
        .map(drop)
}

async fn where_an_industry_is(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&sector=21").await?;
    page.element(&by_id("figure-where")).await?;
    let title = page.text(&format!("{} h3", by_id("figure-where"))).await?;
    expect!(
        title.contains("stands out most in"),
        "expected to be told where medicines are made, found {title:?}"
    );
    // The most specialised district, by keyboard, and then to it.
    press(trip, "figure-where", &["End", "Enter"]).await?;
    until_query(trip, "area=E07").await?;
    expect!(
        page.query().await?.contains("sector=21"),
        "expected the industry to stay open"
    );
    page.element(&by_id("figure-where")).await.map(drop)
}

async fn all_districts_by_complexity(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&part=complexity").await?;
    page.element(&by_id("figure-complexity")).await?;
    let caption = page.text(&by_id("complexity-caption")).await?;
    expect!(
        caption.contains("neither quality nor diversity"),
        "expected to be told what the index is not, found {caption:?}"
    );
    let districts = page.count(&format!("{} li", by_id("complexity"))).await?;
    expect!(
        districts == 10,
        "expected a sentence for each own district, found {districts}"
    );
    // A district elsewhere becomes the benchmark.
    press(trip, "figure-complexity", &["End", "Enter"]).await?;
    until_query(trip, "against=").await?;
    // An own one is gone to.
    open(trip, &format!("&part=complexity&area={}", DISTRICT.0)).await?;
    page.element(&by_id("figure-products")).await?;
    until_sentence(trip, "sectors-sentence", "in the order of complexity").await
}

async fn shapes_missing(trip: &Trip) -> Outcome {
    const FILE: &str = "hertfordshire-britain-shapes.json";
    trip.expects_error("404");
    let is_it = |file: &str| file.starts_with(FILE);
    let site = trip.keep(Site::serve_without(is_it)?);
    let page = trip.page_of(&site);
    page.open(&format!("{SECTORS}&part=complexity")).await?;
    page.element(&by_id("shapes-failed")).await?;
    let words = page.text(&by_id("shapes-failed")).await?;
    expect!(
        words.contains(FILE) && words.contains("works"),
        "expected to be told which file it is and what still works, found {words:?}"
    );
    page.element(&by_id("figure-products")).await?;
    site.mend(is_it)?;
    page.click(&by_id("shapes-again")).await?;
    page.element(&by_id("figure-complexity")).await.map(drop)
}

async fn between_two_years(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&part=growth").await?;
    page.choose("output-from", "2008").await?;
    until_query(trip, "output-from=2008").await?;
    page.choose("output-to", "2015").await?;
    until_query(trip, "output-to=2015").await?;
    let has_years = "return [...document.querySelectorAll('[data-testid=sectors-sentence]')].at(-1)?.textContent.includes('since 2008')";
    trip.window
        .until("growth of output since 2008", has_years, Vec::new())
        .await?;
    let words = page.text(&by_id("allocation-output")).await?;
    expect!(
        words.contains("allocation") && !words.contains("NaN"),
        "expected the allocation in words, found {words:?}"
    );
    let ends = "return [...document.querySelectorAll('[data-testid=output-to] option')].every(option => Number(option.value) > 2008)";
    expect!(
        trip.window.run(ends, Vec::new()).await? == json!(true),
        "expected only years after the first as the last"
    );
    page.reload().await?;
    page.element(&by_id("sectors")).await?;
    trip.window
        .until("the same from the same link", has_years, Vec::new())
        .await?;
    // Years out of order are told, not drawn.
    open(trip, "&part=growth&output-from=2015&output-to=2003").await?;
    until_sentence(trip, "sectors-trouble", "earlier year first").await
}

async fn side_by_side(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, &format!("&part=similar&area={}", DISTRICT.0)).await?;
    page.click(&by_id("put-beside")).await?;
    until_query(trip, "beside=").await?;
    for figure in ["figure-ranked-here", "figure-ranked-there", "figure-beside"] {
        page.element(&by_id(figure)).await?;
    }
    let title = page.text("#beside-title").await?;
    expect!(
        title.starts_with(DISTRICT.1) && title.ends_with("side by side"),
        "expected both places in the title, found {title:?}"
    );
    page.reload().await?;
    page.element(&by_id("figure-beside")).await?;
    expect!(
        page.text("#beside-title").await? == title,
        "expected the same from the same link"
    );
    page.click(&by_id("beside-close")).await?;
    let is_closed = "return document.querySelector('[data-testid=beside]') === null";
    trip.window
        .until("it to be closed", is_closed, Vec::new())
        .await
        .map(drop)
}

async fn what_benchmarks_cannot_answer(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "").await?;
    let limits = page.text(&by_id("against-limits")).await?;
    expect!(limits.is_empty(), "expected no limits, found {limits:?}");
    page.choose("sectors-rows", "sic5").await?;
    until_sentence(trip, "against-limits", "cannot be chosen").await
}

async fn whom_an_industry_trades_with(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&sector=62").await?;
    let words = page.text(&by_id("sector-trade")).await?;
    expect!(
        words.contains("buys most from") && words.contains("sells most to"),
        "expected buyers and suppliers, found {words:?}"
    );
    page.element(&by_id("figure-industry-output")).await?;
    let near = page.text(&by_id("sector-near")).await?;
    expect!(
        near.contains("relatedness density"),
        "expected to be told how near it is, found {near:?}"
    );
    open(trip, "&rows=roadmap&sector=clean-energy").await?;
    let definition = page.text(&by_id("sector-definition")).await?;
    expect!(
        definition.len() > 40,
        "expected to be told how it is defined, found {definition:?}"
    );
    until_sentence(trip, "sector-trade", "No industry codes tell").await
}

async fn on_a_stage(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&mode=hall").await?;
    expect!(
        page.count(".sectors canvas").await? == 1,
        "expected one picture on a stage"
    );
    expect!(
        !page.is_shown(&by_id("sectors-against")).await?,
        "expected no controls on a stage"
    );
    until_sentence(trip, "hall-step", "1 of 7").await?;
    page.click(&by_id("hall-next")).await?;
    until_sentence(trip, "hall-step", "2 of 7").await?;
    until_query(trip, "part=growth").await?;
    // As a presenter's remote control does it, wherever the focus is.
    trip.window.press(Key::PageDown).await?;
    until_sentence(trip, "hall-step", "3 of 7").await?;
    trip.window.press(Key::PageUp).await?;
    until_sentence(trip, "hall-step", "2 of 7").await?;
    page.click(&by_id("hall-leave")).await?;
    page.element(&by_id("sectors-against")).await.map(drop)
}

async fn fits_the_projector(trip: &Trip) -> Outcome {
    let page = trip.page();
    let metrics = json!({ "width": 1920, "height": 1080, "deviceScaleFactor": 1, "mobile": false });
    trip.window
        .chromium("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    open(trip, "&mode=hall").await?;
    for step in 1..=7 {
        until_sentence(trip, "hall-step", &format!("{step} of 7")).await?;
        page.element(".sectors canvas").await?;
        trip.window.frames().await?;
        let over = "return document.documentElement.scrollHeight - innerHeight";
        let over = page.number(over, Vec::new()).await?;
        expect!(
            over <= 1.0,
            "expected step {step} to fit on the projector, it is {over} px too high"
        );
        if step < 7 {
            page.click(&by_id("hall-next")).await?;
        }
    }
    Ok(())
}

async fn in_an_embed(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(
        trip,
        &format!("&part=growth&mode=embed&area={}", DISTRICT.0),
    )
    .await?;
    page.element(&by_id("figure-split-jobs")).await?;
    expect!(
        page.count(".sectors canvas").await? == 1,
        "expected one picture in an embed"
    );
    for testid in ["site-header", "sectors-against", "hall-step"] {
        expect!(
            !page.is_shown(&by_id(testid)).await?,
            "expected no {testid} in an embed"
        );
    }
    let back = "return document.querySelector('[data-testid=back-link]').href";
    let back = page.string(back, Vec::new()).await?;
    expect!(
        back.contains("part=growth") && !back.contains("mode="),
        "expected a way to the same in the full page, found {back}"
    );
    Ok(())
}
