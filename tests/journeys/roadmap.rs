//! The view of the roadmap: from the matrix to an action and on, found and filtered, the thread
//! there and back, a story played, bad input.

use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;

use crate::view::{Needed, View};

journeys! {
    from_the_matrix_to_an_action in chromium firefox webkit;
    found_and_filtered in chromium firefox webkit;
    the_thread_there_and_back in chromium firefox webkit;
    a_story_played in chromium firefox webkit;
    a_conflict_of_dates in chromium firefox webkit;
    a_chain_by_keyboard in chromium firefox webkit;
    years_of_the_timeline in chromium firefox webkit;
    link_with_what_is_not_here in chromium;
    roadmap_missing in chromium firefox webkit;
    accessible in chromium;
    narrow in chromium;
}

const ROADMAP: &str = "?v=1&view=roadmap";
const VIEW: View = View {
    query: ROADMAP,
    testid: "roadmap",
};
const PARTS: [&str; 10] = [
    "&roadmap=matrix",
    "&roadmap=actions",
    "&roadmap=actions&action=digital-champions",
    "&roadmap=actions&about=cell.people.ageing-society",
    "&roadmap=evidence",
    "&roadmap=timeline",
    "&roadmap=timeline&years=2018..2020",
    "&roadmap=stories",
    "&roadmap=stories&story=own",
    "&roadmap=workshop",
];

async fn open(trip: &Trip, choices: &str) -> Outcome {
    VIEW.open(trip, choices).await
}

async fn from_the_matrix_to_an_action(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.click(&by_id("nav-roadmap")).await?;
    page.element(&by_id("matrix")).await?;
    let cells = page.count(&format!("{} td a", by_id("matrix"))).await?;
    expect!(
        cells == 20,
        "expected twenty cells with actions, found {cells}"
    );
    page.click(&format!("{} td a", by_id("matrix"))).await?;
    page.element(&by_id("actions")).await?;
    let rows = page.count(&by_id("action-row")).await?;
    expect!(rows > 0, "expected actions in the first cell");
    page.click(&format!("{} a", by_id("action-row"))).await?;
    page.element(&by_id("action")).await?;
    for testid in ["indicators", "claims", "figure-chain", "chain"] {
        page.element(&by_id(testid)).await?;
    }
    page.back().await?;
    page.element(&by_id("actions")).await?;
    page.back().await?;
    page.element(&by_id("matrix")).await.map(drop)
}

async fn found_and_filtered(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&roadmap=actions").await?;
    let all = page.count(&by_id("action-row")).await?;
    page.choose("filter-foundation", "people").await?;
    let fewer =
        "return document.querySelectorAll('[data-testid=action-row]').length < arguments[0]";
    trip.window
        .until("fewer actions", fewer, vec![json!(all)])
        .await?;
    let words = "const box = document.querySelector('[data-testid=roadmap-search]');
        box.value = 'champions';
        box.dispatchEvent(new Event('input', { bubbles: true }))";
    trip.window.run(words, Vec::new()).await?;
    let one = "return document.querySelector('[data-testid=action-row] a')?.textContent.includes('champions')
        && location.search.includes('find=champions') && location.search.includes('foundation=people')";
    trip.window
        .until("the action that was typed", one, Vec::new())
        .await?;
    page.reload().await?;
    page.element(&by_id("action-row")).await?;
    trip.window
        .until("the same from the same link", one, Vec::new())
        .await
        .map(drop)
}

/// Evidence, map, lever, action, and back.
async fn the_thread_there_and_back(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(
        trip,
        "&roadmap=evidence&about=claim.wigan-digital-champions",
    )
    .await?;
    let about = by_id("roadmap-about");
    let follow = |words: &'static str| {
        let script = "const link = [...document.querySelectorAll('.ways-on a')]
            .find(link => link.textContent.includes(arguments[0]));
            link?.click(); return Boolean(link)";
        trip.window.until(words, script, vec![json!(words)])
    };
    page.element(&about).await?;
    follow("Find digital champions").await?;
    page.element(&by_id("action")).await?;
    follow("Basic digital skills").await?;
    page.element(&about).await?;
    follow("Share of people in work").await?;
    let is_output = "return location.search.includes('output.employment_rate')";
    trip.window
        .until("the output", is_output, Vec::new())
        .await?;
    page.element(&about).await?;
    page.back().await?;
    page.back().await?;
    page.element(&by_id("action")).await?;
    follow("Digital life and infrastructure").await?;
    let is_map = "return location.search.includes('view=challenges')
        && location.search.includes('challenge=digital')";
    trip.window.until("the map", is_map, Vec::new()).await?;
    page.back().await?;
    page.element(&by_id("action")).await.map(drop)
}

async fn a_story_played(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&roadmap=stories&story=homes").await?;
    let steps = page.count(&by_id("story-step")).await?;
    expect!(
        (5..=7).contains(&steps),
        "expected five to seven steps, found {steps}"
    );
    page.click(&by_id("story-play")).await?;
    page.element(&by_id("tour")).await?;
    let first = page.text(&by_id("tour-title")).await?;
    page.element(&by_id("place-name")).await?;
    page.click(&by_id("tour-next")).await?;
    let other =
        "const title = document.querySelector('[data-testid=tour-title]')?.textContent.trim();
        return Boolean(title) && title !== arguments[0] && location.search.includes('step=2')";
    trip.window
        .until("the second step", other, vec![json!(first)])
        .await?;
    page.click(&by_id("tour-back")).await?;
    let is_first = "return document.querySelector('[data-testid=tour-title]')?.textContent.trim() === arguments[0]";
    trip.window
        .until("the first step again", is_first, vec![json!(first)])
        .await?;
    page.click(&by_id("tour-leave")).await?;
    page.element(&by_id("story-page")).await.map(drop)
}

async fn a_conflict_of_dates(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&roadmap=timeline").await?;
    let conflicts = page.count(&by_id("conflict")).await?;
    expect!(conflicts > 0, "expected a conflict of dates to be shown");
    let words = page.text(&by_id("timeline")).await?;
    expect!(
        words.contains("November 2018") && words.contains("October 2018"),
        "expected both dates of the conference"
    );
    Ok(())
}

/// From an action along its chain to what it answers, without a pointer.
async fn a_chain_by_keyboard(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&roadmap=actions&action=digital-champions").await?;
    let picture = by_id("figure-chain");
    page.element(&format!("{picture} canvas")).await?;
    let said = page.text(&format!("{picture} .sr-only")).await?;
    expect!(
        said.contains("Lever: ") && said.contains("Challenge: "),
        "expected the chain in words, found {said:?}"
    );
    let press = "const canvas = document.querySelector('[data-testid=figure-chain] canvas');
        canvas.focus();
        for (const key of ['ArrowRight', 'ArrowRight', 'Enter'])
            canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))";
    trip.window.run(press, Vec::new()).await?;
    page.element(&by_id("roadmap-about")).await?;
    let query = page.query().await?;
    expect!(
        query.contains("about=lever.") || query.contains("about=output."),
        "expected Enter to open what the action pulls, found {query}"
    );
    open(trip, "&roadmap=actions&about=cell.people.ageing-society").await?;
    page.element(&picture).await.map(drop)
}

/// Closer, earlier, a link to some years, and all of them again.
async fn years_of_the_timeline(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&roadmap=timeline").await?;
    let told = async |what: &str, words: &str| {
        let script = "return document.querySelector('[data-testid=figure-timeline] [data-testid=sentence]')?.textContent.includes(arguments[0])";
        trip.window.until(what, script, vec![json!(words)]).await
    };
    page.element(&by_id("figure-timeline")).await?;
    let whole = page
        .text(&format!(
            "{} {}",
            by_id("figure-timeline"),
            by_id("sentence")
        ))
        .await?;
    page.click(&by_id("timeline-told")).await?;
    told("the years of the papers", "from 2017 to 2021").await?;
    page.click(&by_id("timeline-closer")).await?;
    told("fewer years", "from 2018 to 2020").await?;
    page.click(&by_id("timeline-earlier")).await?;
    told("earlier years", "from 2017 to 2019").await?;
    let query = page.query().await?;
    expect!(
        query.contains("years=2017..2019"),
        "expected the years in the link, found {query}"
    );
    page.reload().await?;
    told("the same years from the same link", "from 2017 to 2019").await?;
    page.click(&by_id("timeline-everything")).await?;
    told("all years again", &whole).await?;
    let is_at_end = page
        .count(&format!("{}[aria-disabled=true]", by_id("timeline-wider")))
        .await?;
    expect!(is_at_end == 1, "expected nothing wider than everything");
    open(trip, "&roadmap=timeline&years=2020..2017").await?;
    page.element(&by_id("roadmap-notice")).await.map(drop)
}

async fn link_with_what_is_not_here(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&roadmap=hopes&stage=dreamt&action=nothing").await?;
    let notices = page.count(&by_id("roadmap-notice")).await?;
    expect!(
        notices == 2,
        "expected two lines on what is not here, found {notices}"
    );
    open(trip, "&roadmap=actions&action=nothing").await?;
    page.element(&by_id("action-missing")).await?;
    open(trip, "&roadmap=actions&find=%3Cb%3Eunicorn").await?;
    let words = page.text(&by_id("actions-count")).await?;
    expect!(
        words.contains("No action"),
        "expected to be told that there is none, found {words:?}"
    );
    expect!(!page.is_shown(&by_id("fault")).await?, "expected no panic");
    Ok(())
}

async fn roadmap_missing(trip: &Trip) -> Outcome {
    let needed = Needed {
        file: "roadmap",
        failure: "roadmap",
        shown: "matrix",
    };
    VIEW.expect_way_on(trip, needed).await
}

async fn accessible(trip: &Trip) -> Outcome {
    VIEW.expect_accessible(trip, &PARTS).await
}

async fn narrow(trip: &Trip) -> Outcome {
    VIEW.expect_narrow(trip, &PARTS).await
}
