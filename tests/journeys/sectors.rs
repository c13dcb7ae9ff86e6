//! The view of sectors: opening it, its questions, its controls, one industry, bad input.

use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;

use crate::view::{Needed, View};

journeys! {
    opened_from_the_navigation in chromium firefox webkit;
    every_question in chromium firefox webkit;
    asked_otherwise in chromium firefox webkit;
    one_industry in chromium firefox webkit;
    by_keyboard in chromium firefox webkit;
    hundreds_of_industries in chromium firefox webkit;
    link_with_what_is_not_here in chromium;
    figures_missing in chromium firefox webkit;
    accessible in chromium;
    narrow in chromium;
}

const SECTORS: &str = "?v=1&view=sectors";
const VIEW: View = View {
    query: SECTORS,
    testid: "sectors",
};
const PARTS: [&str; 7] = [
    "strengths",
    "growth",
    "output",
    "next",
    "complexity",
    "supply",
    "similar",
];

async fn open(trip: &Trip, choices: &str) -> Outcome {
    VIEW.open(trip, choices).await
}

async fn opened_from_the_navigation(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.click(&by_id("nav-sectors")).await?;
    page.element(&by_id("figure-ranked")).await?;
    let title = page.text(&by_id("sectors-title")).await?;
    expect!(
        title.contains("good at"),
        "expected a question as the title, found {title:?}"
    );
    let sentence = page.text(&by_id("sectors-sentence")).await?;
    expect!(
        sentence.len() > 60,
        "expected to be told what the place is good at, found {sentence:?}"
    );
    page.back().await?;
    page.element(&by_id("place-name")).await?;
    page.forward().await?;
    page.element(&by_id("figure-quadrant")).await.map(drop)
}

async fn every_question(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "").await?;
    for part in PARTS.into_iter().skip(1) {
        page.click(&by_id(&format!("part-{part}"))).await?;
        let told = format!("{part} to be told");
        let script = "return location.search.includes(`part=${arguments[0]}`)
            && document.querySelector('[data-testid=sectors-sentence]')?.textContent.length > 40";
        trip.window.until(&told, script, vec![json!(part)]).await?;
        expect!(
            !page.is_shown(&by_id("sectors-trouble")).await?,
            "expected no trouble with {part}"
        );
    }
    let similar = page.count(&format!("{} li", by_id("similar"))).await?;
    expect!(
        similar == 10,
        "expected ten similar places, found {similar}"
    );
    Ok(())
}

async fn asked_otherwise(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "").await?;
    let sections = page.text(&by_id("sectors-sentence")).await?;
    page.choose("sectors-rows", "division").await?;
    until_other(trip, &sections).await?;
    let divisions = page.text(&by_id("sectors-sentence")).await?;
    page.click(&by_id("agencies")).await?;
    until_other(trip, &divisions).await?;
    let query = page.query().await?;
    expect!(
        query.contains("rows=division") && query.contains("agencies=yes"),
        "expected the link to hold both, found {query}"
    );
    let with_agencies = page.text(&by_id("sectors-sentence")).await?;
    page.reload().await?;
    page.element(&by_id("sectors")).await?;
    expect!(
        page.text(&by_id("sectors-sentence")).await? == with_agencies,
        "expected the same from the same link"
    );
    page.choose("sectors-order", "jobs").await?;
    let by_jobs = "return document.querySelector('[data-testid=figure-ranked] h3')?.textContent.startsWith('Most jobs')";
    trip.window
        .until("the most jobs first", by_jobs, Vec::new())
        .await
        .map(drop)
}

async fn one_industry(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&rows=division&sector=26").await?;
    let sentence = page.text(&by_id("sector-sentence")).await?;
    expect!(
        sentence.contains("jobs"),
        "expected to be told of its jobs, found {sentence:?}"
    );
    // One of its parts, in place.
    let part = format!("{} .table-scroll button", by_id("sector"));
    page.click(&part).await?;
    let is_part = "return /sector=26\\d/.test(location.search)";
    trip.window
        .until("a part of it", is_part, Vec::new())
        .await?;
    page.back().await?;
    page.click(&by_id("sector-close")).await?;
    let is_closed = "return document.querySelector('[data-testid=sector]') === null";
    trip.window
        .until("it to be closed", is_closed, Vec::new())
        .await
        .map(drop)
}

async fn by_keyboard(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&rows=division").await?;
    page.element(&by_id("figure-ranked")).await?;
    let focus = "document.querySelector('[data-testid=figure-ranked] canvas').focus()";
    trip.window.run(focus, Vec::new()).await?;
    let press = "const canvas = document.activeElement;
        for (const key of ['ArrowDown', 'ArrowDown', 'Enter'])
            canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))";
    trip.window.run(press, Vec::new()).await?;
    page.element(&by_id("sector")).await?;
    let query = page.query().await?;
    expect!(
        query.contains("sector="),
        "expected Enter to open an industry, found {query}"
    );
    Ok(())
}

/// Five digits: a window scrolls over the rows, and the keyboard takes it along.
async fn hundreds_of_industries(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&rows=sic5").await?;
    page.element(".bars-scroll canvas").await?;
    let tall = "const box = document.querySelector('.bars-scroll');
        return box.scrollHeight / box.clientHeight";
    let times = page.number(tall, Vec::new()).await?;
    expect!(
        times > 5.0,
        "expected far more rows than fit the window, it holds {times:.1} windows"
    );
    let pixels = "return document.querySelector('.bars-scroll canvas').toDataURL()";
    let before = page.string(pixels, Vec::new()).await?;
    let end = "const canvas = document.querySelector('.bars-scroll canvas');
        canvas.focus();
        canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))";
    trip.window.run(end, Vec::new()).await?;
    let is_down = "return document.querySelector('.bars-scroll').scrollTop > 1000";
    trip.window
        .until("the window at its end", is_down, Vec::new())
        .await?;
    trip.window.frames().await?;
    expect!(
        page.string(pixels, Vec::new()).await? != before,
        "expected other rows at the end"
    );
    let canvas_px = "return document.querySelector('.bars-scroll canvas').height";
    let height_px = page.number(canvas_px, Vec::new()).await?;
    expect!(
        height_px < 4000.0,
        "expected a canvas as high as the window, it has {height_px} px"
    );
    Ok(())
}

async fn link_with_what_is_not_here(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(
        trip,
        "&rows=hopes&against=nowhere&order=luck&sector=zz&year=1066",
    )
    .await?;
    let notices = page.count(&by_id("sectors-notice")).await?;
    expect!(
        notices == 3,
        "expected three lines on what is not here, found {notices}"
    );
    for testid in ["sectors-trouble", "sector-trouble"] {
        let words = page.text(&by_id(testid)).await?;
        expect!(
            words.len() > 30 && !words.contains("NaN"),
            "expected words, found {words:?}"
        );
    }
    expect!(!page.is_shown(&by_id("fault")).await?, "expected no panic");
    Ok(())
}

async fn figures_missing(trip: &Trip) -> Outcome {
    let needed = Needed {
        file: "britain",
        failure: "industries",
        shown: "figure-ranked",
    };
    VIEW.expect_way_on(trip, needed).await
}

async fn accessible(trip: &Trip) -> Outcome {
    let all = PARTS.map(|part| format!("&part={part}&sector=26"));
    VIEW.expect_accessible(trip, &all).await
}

async fn narrow(trip: &Trip) -> Outcome {
    let all = PARTS.map(|part| format!("&part={part}&rows=division&sector=26"));
    VIEW.expect_narrow(trip, &all).await
}

async fn until_other(trip: &Trip, before: &str) -> Outcome {
    let script = "const words = document.querySelector('[data-testid=sectors-sentence]')?.textContent.trim();
        return Boolean(words) && words !== arguments[0]";
    trip.window
        .until("another sentence", script, vec![json!(before)])
        .await
        .map(drop)
}
