//! Loads what maps need beside the core pack: once, when a map is first opened.

use std::sync::{Arc, OnceLock};

use leptos::prelude::*;
use leptos::task::spawn_local;
use roadmap_core::atlas::Atlas;
use roadmap_core::data::{read_content, read_small_areas};

use crate::companion;
use crate::edge::timing;
use crate::explorer::Shared;

/// How far the loading has come.
#[derive(Clone)]
pub enum State {
    /// On its way.
    Loading,
    /// There.
    Ready(Arc<Atlas>),
    /// Not to be had, and why, a sentence each.
    Failed(Vec<String>),
}

/// Kept for the life of the page: another view and back must not load it twice.
static ATLAS: OnceLock<Arc<Atlas>> = OnceLock::new();

/// The atlas, and a way to ask for it again when it did not come.
pub fn atlas(shared: Arc<Shared>) -> (ReadSignal<State>, Callback<()>) {
    let (state, set_state) = signal(State::Loading);
    let ask = Callback::new(move |()| {
        if let Some(atlas) = ATLAS.get() {
            set_state.set(State::Ready(Arc::clone(atlas)));
            return;
        }
        set_state.set(State::Loading);
        let shared = Arc::clone(&shared);
        spawn_local(async move {
            let state = match fetch_and_read(&shared).await {
                Ok(atlas) => State::Ready(Arc::clone(ATLAS.get_or_init(|| Arc::new(atlas)))),
                Err(words) => State::Failed(words),
            };
            // Given back when the reader has gone elsewhere meanwhile.
            set_state.try_set(state);
        });
    });
    ask.run(());
    (state, ask)
}

async fn fetch_and_read(shared: &Shared) -> Result<Atlas, Vec<String>> {
    let (file, bytes) = companion::fetch(shared, "small-areas")
        .await
        .map_err(|words| vec![words])?;
    let reading = {
        let _span = timing::span("roadmap-read-small-areas");
        read_small_areas(&file, &bytes, &shared.dataset)
    };
    let mut findings = reading.findings;
    let atlas = reading.small_areas.and_then(|small| {
        let (atlas, faults) = Atlas::new(&shared.dataset, small);
        findings.extend(faults);
        atlas
    });
    let told = || findings.iter().map(ToString::to_string).collect::<Vec<_>>();
    let atlas = atlas.ok_or_else(told)?;
    // The maps work without the words on challenges; the view says that they are missing.
    let challenges = match companion::fetch(shared, "content").await {
        Ok((file, bytes)) => read_content(&file, &bytes, &shared.dataset).content,
        Err(_) => None,
    };
    let challenges = challenges.map(|content| content.challenges);
    Ok(atlas.with_challenges(challenges.unwrap_or_default()))
}
