//! Loads jobs and output by industry: once, when sectors are first opened.

use std::sync::{Arc, OnceLock};

use leptos::prelude::*;
use leptos::task::spawn_local;
use roadmap_core::data::{Industries, read_britain};

use crate::companion;
use crate::edge::timing;
use crate::explorer::Shared;

/// How far the loading has come.
#[derive(Clone)]
pub enum State {
    /// On its way.
    Loading,
    /// There.
    Ready(Arc<Industries>),
    /// Not to be had, and why, a sentence each.
    Failed(Vec<String>),
}

/// Kept for the life of the page: another view and back must not load it twice.
static INDUSTRIES: OnceLock<Arc<Industries>> = OnceLock::new();

/// The industries, and a way to ask for them again when they did not come.
pub fn industries(shared: Arc<Shared>) -> (ReadSignal<State>, Callback<()>) {
    let (state, set_state) = signal(State::Loading);
    let ask = Callback::new(move |()| {
        if let Some(industries) = INDUSTRIES.get() {
            set_state.set(State::Ready(Arc::clone(industries)));
            return;
        }
        set_state.set(State::Loading);
        let shared = Arc::clone(&shared);
        spawn_local(async move {
            let state = match fetch_and_read(&shared).await {
                Ok(read) => State::Ready(Arc::clone(INDUSTRIES.get_or_init(|| Arc::new(read)))),
                Err(words) => State::Failed(words),
            };
            // Given back when the reader has gone elsewhere meanwhile.
            set_state.try_set(state);
        });
    });
    ask.run(());
    (state, ask)
}

async fn fetch_and_read(shared: &Shared) -> Result<Industries, Vec<String>> {
    let (file, bytes) = companion::fetch(shared, "britain")
        .await
        .map_err(|words| vec![words])?;
    let reading = {
        let _span = timing::span("roadmap-read-britain");
        read_britain(&file, &bytes, &shared.dataset)
    };
    let told = || reading.findings.iter().map(ToString::to_string).collect();
    reading.industries.ok_or_else(told)
}
