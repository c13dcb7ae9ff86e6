//! Loads what maps need beside the core pack: once, when a map is first opened.

use std::sync::{Arc, OnceLock};

use leptos::prelude::*;
use leptos::task::spawn_local;
use roadmap_core::atlas::Atlas;
use roadmap_core::data::read_small_areas;

use crate::edge::{load, timing};
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
    const KEY: &str = "small-areas";
    let companions = &shared.dataset.companions;
    let companion = companions.iter().find(|companion| companion.key == KEY);
    let Some(companion) = companion else {
        return Err(vec![load::LoadError::NotNamed.words()]);
    };
    let address = load::beside_the_pack(&companion.file);
    let bytes = load::bytes(&address)
        .await
        .map_err(|error| vec![format!("{}: {}", companion.file, error.words())])?;
    let _span = timing::span("roadmap-read-small-areas");
    let reading = read_small_areas(&companion.file, &bytes, &shared.dataset);
    let mut findings = reading.findings;
    let atlas = reading.small_areas.and_then(|small| {
        let (atlas, faults) = Atlas::new(&shared.dataset, small);
        findings.extend(faults);
        atlas
    });
    atlas.ok_or_else(|| findings.iter().map(ToString::to_string).collect())
}
