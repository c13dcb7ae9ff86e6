//! A story of one's own: recorded over several views, put in order, kept, played, opened from a
//! file.

use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;

use crate::view::View;

journeys! {
    recorded_and_played in chromium firefox webkit;
    opened_from_a_file in chromium firefox webkit;
}

const VIEW: View = View {
    query: "?v=1&view=roadmap",
    testid: "roadmap",
};

async fn until_steps(trip: &Trip, count: usize) -> Outcome {
    let script =
        "return document.querySelectorAll('[data-testid=own-step]').length === arguments[0]";
    trip.window
        .until("as many steps", script, vec![json!(count)])
        .await
        .map(drop)
}

/// What stands in a field of the first step.
async fn first_step(trip: &Trip, testid: &str) -> Outcome<String> {
    let script = "return document.querySelector(arguments[0]).value";
    let field = format!("[data-testid=own-step]:first-of-type {}", by_id(testid));
    trip.page().string(script, vec![json!(field)]).await
}

async fn recorded_and_played(trip: &Trip) -> Outcome {
    let page = trip.page();
    VIEW.open(trip, "&roadmap=stories").await?;
    page.click(&by_id("own-story-open")).await?;
    page.click(&by_id("record")).await?;
    page.element(&by_id("recorder")).await?;
    page.until_words(&by_id("recorded"), "0 steps").await?;
    page.click(&by_id("nav-challenges")).await?;
    page.challenge_map().await?;
    page.click(&by_id("record-title")).await?;
    trip.window.type_text("Our streets").await?;
    page.click(&by_id("record-step")).await?;
    page.until_words(&by_id("record-said"), "Our streets")
        .await?;
    page.click(&by_id("nav-roadmap")).await?;
    page.element(&by_id("recorder")).await?;
    // Inside the roadmap the bar comes along as well.
    page.click(&by_id("roadmap-timeline")).await?;
    page.click(&by_id("record-step")).await?;
    page.until_words(&by_id("recorded"), "2 steps").await?;
    page.click(&by_id("record-done")).await?;
    until_steps(trip, 2).await?;
    page.click("[data-testid=own-step]:first-of-type [data-testid=step-words]")
        .await?;
    trip.window.type_text("Look here").await?;
    page.click("[data-testid=own-step]:first-of-type [data-testid=step-down]")
        .await?;
    // What was typed goes along with its step, before and after the page is loaded anew.
    expect_roadmap_first(trip).await?;
    page.reload().await?;
    until_steps(trip, 2).await?;
    expect_roadmap_first(trip).await?;
    page.click(&by_id("story-play")).await?;
    page.element(&by_id("tour")).await?;
    page.click(&by_id("tour-next")).await?;
    page.until_words(&by_id("tour-title"), "Our streets")
        .await?;
    page.until_words(&by_id("tour"), "Look here").await?;
    page.challenge_map().await.map(drop)
}

async fn expect_roadmap_first(trip: &Trip) -> Outcome {
    let (title, words) = (
        first_step(trip, "step-title").await?,
        first_step(trip, "step-words").await?,
    );
    expect!(
        title.contains("Roadmap") && words.is_empty(),
        "expected the roadmap first now, without words, found {title:?} and {words:?}"
    );
    Ok(())
}

async fn opened_from_a_file(trip: &Trip) -> Outcome {
    let page = trip.page();
    VIEW.open(trip, "&roadmap=stories&story=own").await?;
    page.element(&by_id("own-story")).await?;
    let step =
        |title: &str| json!({ "title": title, "words": "<i>x</i>", "link": "?v=1&view=data" });
    let story = json!({ "schema": "economic-roadmap/story/1", "title": "Theirs", "summary": "",
        "steps": [step("A"), 7, step("B")] });
    page.pick_files("open-story", json!([["theirs.json", story.to_string()]]))
        .await?;
    until_steps(trip, 2).await?;
    page.until_words(&by_id("story-told"), "row 2").await?;
    page.click("[data-testid=own-step]:first-of-type [data-testid=step-remove]")
        .await?;
    until_steps(trip, 1).await?;
    page.click(&by_id("undo-story")).await?;
    until_steps(trip, 2).await?;
    let words = first_step(trip, "step-words").await?;
    expect!(
        words == "<i>x</i>",
        "expected markup as it stands in the file, found {words:?}"
    );
    page.pick_files("open-story", json!([["none.json", "half a st"]]))
        .await?;
    page.until_words(&by_id("story-told"), "none.json").await?;
    until_steps(trip, 2).await?;
    page.click(&by_id("forget-story")).await?;
    until_steps(trip, 0).await?;
    page.click(&by_id("undo-story")).await?;
    until_steps(trip, 2).await
}
