//! One thread from fact to action and back: evidence, action, map, sector, lever, scenario. By
//! keyboard alone, and with one finger on a phone.

use fantoccini::key::Key;
use roadmap_tests::{
    browser::{
        actions::Point,
        failure::{Failure, Outcome},
        journey::Trip,
        page::by_id,
    },
    journeys,
};
use serde_json::json;

use crate::size;
use crate::view::View;

journeys! {
    by_keyboard in chromium firefox;
    on_a_phone in chromium;
}

const VIEW: View = View {
    query: "?v=1&view=roadmap",
    testid: "roadmap",
};
const CLAIM: &str = "&roadmap=evidence&about=claim.demonstrator-idea";
const ACTION: &str = "Make the county a place";

/// How links are followed.
#[derive(Clone, Copy)]
enum By {
    Keys,
    Finger,
}

async fn by_keyboard(trip: &Trip) -> Outcome {
    walk(trip, By::Keys).await
}

async fn on_a_phone(trip: &Trip) -> Outcome {
    size::metrics(trip, 390, 844, 2.0).await?;
    walk(trip, By::Finger).await
}

async fn walk(trip: &Trip, by: By) -> Outcome {
    let page = trip.page();
    VIEW.open(trip, CLAIM).await?;
    page.element(&by_id("roadmap-about")).await?;
    follow(trip, by, ACTION).await?;
    page.element(&by_id("action")).await?;
    follow(trip, by, "Digital life and infrastructure").await?;
    page.challenge_map().await?;
    page.back().await?;
    page.element(&by_id("action")).await?;
    follow(trip, by, "Digital and IT").await?;
    until_link_has(trip, "sector=digital-and-it").await?;
    page.element(".sectors h1").await?;
    page.back().await?;
    page.element(&by_id("action")).await?;
    follow(trip, by, "See what that does in a scenario").await?;
    page.element(&by_id("scenarios")).await?;
    until_link_has(trip, "levers=ai").await?;
    page.back().await?;
    page.element(&by_id("action")).await?;
    follow(trip, by, "AI and data adoption").await?;
    page.element(&by_id("roadmap-about")).await?;
    follow(trip, by, ACTION).await?;
    page.element(&by_id("action")).await?;
    follow(trip, by, "Ocado").await?;
    page.element(&by_id("roadmap-about")).await.map(drop)
}

async fn until_link_has(trip: &Trip, words: &str) -> Outcome {
    let script = "return location.search.includes(arguments[0])";
    trip.window
        .until(words, script, vec![json!(words)])
        .await
        .map(drop)
}

/// Goes where a link of these words leads.
async fn follow(trip: &Trip, by: By, words: &str) -> Outcome {
    match by {
        By::Keys => tab_to(trip, words).await?,
        By::Finger => return tap(trip, words).await,
    }
    trip.window.press(Key::Enter).await
}

/// Presses Tab until a link of the page's content with these words has the keyboard.
async fn tab_to(trip: &Trip, words: &str) -> Outcome {
    const MOST_STOPS: usize = 90;
    let is_there = "const at = document.activeElement;
        return at.matches('main a') && at.textContent.includes(arguments[0])";
    for _ in 0..MOST_STOPS {
        if trip.window.run(is_there, vec![json!(words)]).await? == json!(true) {
            return Ok(());
        }
        trip.window.press(Key::Tab).await?;
    }
    Err(Failure::new(format!(
        "expected to reach {words:?} by Tab in {MOST_STOPS} presses"
    )))
}

/// Scrolls to a link of these words and taps it.
async fn tap(trip: &Trip, words: &str) -> Outcome {
    let script = "const link = [...document.querySelectorAll('main a')]
            .find(link => link.textContent.includes(arguments[0]) && link.checkVisibility());
        if (!link) return false;
        link.scrollIntoView({ block: 'center' });
        const [box] = link.getClientRects();
        return [box.x + Math.min(box.width, 40) / 2, box.y + box.height / 2].map(Math.round)";
    trip.window.until(words, script, vec![json!(words)]).await?;
    // What was loaded late may have moved it.
    trip.window.frames().await?;
    let at = trip.window.run(script, vec![json!(words)]).await?;
    let px = |index: usize| at[index].as_i64().unwrap_or_default();
    let (x_px, y_px) = (px(0), px(1));
    trip.window.tap_at(Point { x_px, y_px }).await
}
