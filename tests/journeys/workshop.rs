//! The register of a workshop: put forward, voted on, merged, kept; files joined, a draft made.

use fantoccini::key::Key;
use roadmap_tests::{
    browser::{engine, failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;
use std::fs;

use crate::view::View;
use crate::wcag;

journeys! {
    put_forward_voted_on_and_kept in chromium firefox webkit;
    what_is_being_written_is_kept in chromium firefox webkit;
    the_same_twice_is_merged in chromium;
    files_are_joined_and_clashes_stand in chromium firefox webkit;
    a_draft_of_an_action in chromium firefox webkit;
    what_was_kept_and_cannot_be_read in chromium;
    five_thousand_entries in chromium;
    by_keyboard in chromium firefox;
    form_is_accessible in chromium;
}

const VIEW: View = View {
    query: "?v=1&view=roadmap",
    testid: "roadmap",
};
const EXAMPLES: usize = 3;

async fn open(trip: &Trip) -> Outcome {
    VIEW.open(trip, "&roadmap=workshop").await?;
    trip.page().element(&by_id("entries")).await.map(drop)
}

/// Writes an entry down and puts it in.
async fn put_in(trip: &Trip, initiative: &str) -> Outcome {
    let page = trip.page();
    page.click(&by_id("entry-add")).await?;
    page.click(&by_id("entry-initiative")).await?;
    trip.window.type_text(initiative).await?;
    page.click(&by_id("entry-put")).await?;
    page.element(&by_id("entry-add")).await.map(drop)
}

async fn until_entries(trip: &Trip, count: usize) -> Outcome {
    let script = "return document.querySelectorAll('[data-testid=entry]').length === arguments[0]";
    trip.window
        .until("as many entries", script, vec![json!(count)])
        .await
        .map(drop)
}

/// The last entry of the list.
fn last(testid: &str) -> String {
    format!("[data-testid=entry]:last-of-type {}", by_id(testid))
}

async fn put_forward_voted_on_and_kept(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip).await?;
    until_entries(trip, EXAMPLES).await?;
    put_in(trip, "<b>Buses</b> at night").await?;
    until_entries(trip, EXAMPLES + 1).await?;
    page.until_words(&last("entry-draft"), "Draft").await?;
    let title = page.text("[data-testid=entry]:last-of-type h3").await?;
    expect!(
        title == "<b>Buses</b> at night",
        "expected markup as it was typed, found {title:?}"
    );
    for votes in ["1 vote", "2 votes"] {
        page.click(&last("entry-vote")).await?;
        page.until_words(&last("entry-votes"), votes).await?;
    }
    page.click(&by_id("undo-entry")).await?;
    page.until_words(&last("entry-votes"), "1 vote").await?;
    page.click(&by_id("redo-entry")).await?;
    page.until_words(&last("entry-votes"), "2 votes").await?;
    // In order of votes it is the first.
    page.click(&by_id("entries-by-votes")).await?;
    page.until_words("[data-testid=entry]:first-of-type h3", "Buses")
        .await?;
    page.reload().await?;
    page.element(&by_id("entries")).await?;
    until_entries(trip, EXAMPLES + 1).await?;
    page.until_words(&last("entry-votes"), "2 votes").await?;
    page.click(&last("entry-edit")).await?;
    page.click(&by_id("entry-barrier")).await?;
    trip.window.type_text("No drivers").await?;
    page.click(&by_id("entry-put")).await?;
    page.until_words(&by_id("barriers"), "No drivers").await?;
    page.until_words(&last("entry-votes"), "2 votes").await?;
    page.click(&last("entry-remove")).await?;
    until_entries(trip, EXAMPLES).await?;
    page.click(&by_id("undo-entry")).await?;
    until_entries(trip, EXAMPLES + 1).await?;
    page.click(&by_id("empty-register")).await?;
    until_entries(trip, 0).await?;
    page.click(&by_id("bring-examples")).await?;
    until_entries(trip, EXAMPLES).await
}

async fn what_is_being_written_is_kept(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip).await?;
    page.click(&by_id("entry-add")).await?;
    page.click(&by_id("entry-put")).await?;
    page.until_words(&by_id("entry-missing"), "Say what is proposed")
        .await?;
    page.click(&by_id("entry-offers")).await?;
    trip.window.type_text("A hall").await?;
    page.reload().await?;
    page.element(&by_id("entry-form")).await?;
    let offers = format!(
        "return document.querySelector('{}').value",
        by_id("entry-offers")
    );
    let words = page.string(&offers, Vec::new()).await?;
    expect!(
        words == "A hall",
        "expected what was being written before the page was loaded anew, found {words:?}"
    );
    page.click(&by_id("entry-cancel")).await?;
    page.element(&by_id("entry-add")).await?;
    until_entries(trip, EXAMPLES).await
}

async fn the_same_twice_is_merged(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip).await?;
    put_in(trip, "Night buses").await?;
    until_entries(trip, EXAMPLES + 1).await?;
    page.click(&last("entry-vote")).await?;
    page.until_words(&last("entry-votes"), "1 vote").await?;
    put_in(trip, "night  BUSES").await?;
    until_entries(trip, EXAMPLES + 2).await?;
    page.until_words(&last("entry-votes"), "0 votes").await?;
    page.click(&last("entry-vote")).await?;
    page.until_words(&last("entry-votes"), "1 vote").await?;
    page.click(&by_id("merge-alike")).await?;
    until_entries(trip, EXAMPLES + 1).await?;
    page.until_words(&last("entry-votes"), "2 votes").await?;
    let alike = page.count(&by_id("alike")).await?;
    expect!(alike == 0, "expected nothing alike any more, found {alike}");
    Ok(())
}

async fn files_are_joined_and_clashes_stand(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip).await?;
    let entry = |id: &str, words: &str| json!({ "id": id, "initiative": words });
    let file = |entries: serde_json::Value| {
        json!({ "schema": "economic-roadmap/register/1", "entries": entries }).to_string()
    };
    let files = json!([
        [
            "a.json",
            file(json!([entry("one", "A bench"), entry("two", "A tree")]))
        ],
        [
            "b.json",
            file(json!([
                entry("one", "A longer bench"),
                entry("two", "A tree"),
                7
            ]))
        ],
        ["c.json", "{\"schema\": \"somebody-else/9\"}"],
    ]);
    page.pick_files("open-register", files).await?;
    until_entries(trip, EXAMPLES + 3).await?;
    let told = page.text(&by_id("register-told")).await?;
    for words in [
        "a.json: 2 entries added",
        "b.json: 0 entries added, 1 here already, 1 said otherwise here",
        "c.json",
        "row 3",
    ] {
        expect!(
            told.contains(words),
            "expected to be told {words:?}, found {told:?}"
        );
    }
    page.element(&by_id("entry-clash")).await?;
    page.click(&by_id("merge-clash")).await?;
    until_entries(trip, EXAMPLES + 2).await?;
    let left = page.count(&by_id("entry-clash")).await?;
    expect!(left == 0, "expected the clash to be over, found {left}");
    Ok(())
}

async fn a_draft_of_an_action(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip).await?;
    page.click(&last("entry-draft")).await?;
    page.until_words(&by_id("draft"), "the evidence that it leans on")
        .await?;
    page.element(&by_id("save-draft")).await?;
    page.click(&last("entry-draft")).await?;
    let script = "return document.querySelector('[data-testid=draft]') === null";
    trip.window
        .until("no draft any more", script, Vec::new())
        .await
        .map(drop)
}

/// It is put aside, said, and not written over.
async fn what_was_kept_and_cannot_be_read(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip).await?;
    let spoil = "localStorage.setItem('roadmap-register', JSON.stringify('half a regis'))";
    trip.window.run(spoil, Vec::new()).await?;
    page.reload().await?;
    page.element(&by_id("kept-aside")).await?;
    put_in(trip, "Go on").await?;
    until_entries(trip, EXAMPLES + 1).await?;
    page.reload().await?;
    page.element(&by_id("kept-aside")).await?;
    until_entries(trip, EXAMPLES + 1).await?;
    let aside = page
        .string("return localStorage.getItem('roadmap-aside')", Vec::new())
        .await?;
    expect!(
        aside.contains("half a regis"),
        "expected the text as it was, found {aside:?}"
    );
    Ok(())
}

async fn five_thousand_entries(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip).await?;
    let entries: Vec<_> = (0..5_000)
        .map(|number| json!({ "id": format!("e{number}"), "initiative": format!("Idea number {number}"), "barrier": format!("Barrier {}", number % 40) }))
        .collect();
    let file = json!({ "schema": "economic-roadmap/register/1", "entries": entries });
    page.pick_files("open-register", json!([["all.json", file.to_string()]]))
        .await?;
    page.until_words(&by_id("entries-count"), "5,003 entries")
        .await?;
    until_entries(trip, 50).await?;
    page.click(&by_id("entry-search")).await?;
    trip.window.type_text("number 4321").await?;
    until_entries(trip, 1).await?;
    page.reload().await?;
    page.until_words(&by_id("entries-count"), "5,003 entries")
        .await
}

async fn by_keyboard(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip).await?;
    let focus = format!("document.querySelector('{}').focus()", by_id("entry-add"));
    trip.window.run(&focus, Vec::new()).await?;
    trip.window.press(Key::Enter).await?;
    page.element(&by_id("entry-form")).await?;
    let is_there = "return document.activeElement.id === 'entry-initiative'";
    trip.window
        .until("the keyboard in the first field", is_there, Vec::new())
        .await?;
    trip.window.type_text("By keys").await?;
    trip.window.press(Key::Enter).await?;
    until_entries(trip, EXAMPLES + 1).await?;
    let is_back = "return document.activeElement.id === 'entry-add'";
    trip.window
        .until("the keyboard where it began", is_back, Vec::new())
        .await
        .map(drop)
}

/// With the form and a draft open, which no link can do.
async fn form_is_accessible(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip).await?;
    page.click(&by_id("entry-add")).await?;
    page.click(&by_id("entry-put")).await?;
    page.click(&last("entry-draft")).await?;
    page.element(&by_id("draft")).await?;
    let axe = fs::read_to_string(engine::axe_script()?)?;
    wcag::expect_none(&wcag::violations(trip, &axe, "form").await?)
}
