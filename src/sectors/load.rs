//! Loads what sectors need beside the core pack: once, when it is first asked for.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};

use leptos::prelude::*;
use leptos::task::spawn_local;
use roadmap_core::data::{Finding, Industries, read_britain, read_britain_shapes};
use roadmap_core::sectors::BritainMap;

use crate::companion;
use crate::edge::timing;
use crate::explorer::Shared;

/// How far the loading of something has come.
pub enum State<T> {
    /// On its way.
    Loading,
    /// There.
    Ready(Arc<T>),
    /// Not to be had, and why, a sentence each.
    Failed(Vec<String>),
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Loading => Self::Loading,
            Self::Ready(there) => Self::Ready(Arc::clone(there)),
            Self::Failed(words) => Self::Failed(words.clone()),
        }
    }
}

/// Something on its way, and a way to ask for it again when it did not come.
pub type Loading<T> = (ReadSignal<State<T>>, Callback<()>);

/// Kept for the life of the page: another view and back must not load it twice.
static INDUSTRIES: OnceLock<Arc<Industries>> = OnceLock::new();
static SHAPES: OnceLock<Arc<BritainMap>> = OnceLock::new();

/// Jobs and output by industry.
pub fn industries(shared: Arc<Shared>) -> Loading<Industries> {
    load(&INDUSTRIES, move || {
        let shared = Arc::clone(&shared);
        Box::pin(async move { fetch_industries(&shared).await })
    })
}

/// The coarse shapes of all districts, which one map needs.
pub fn shapes(shared: Arc<Shared>) -> Loading<BritainMap> {
    load(&SHAPES, move || {
        let shared = Arc::clone(&shared);
        Box::pin(async move { fetch_shapes(&shared).await })
    })
}

type Fetching<T> = Pin<Box<dyn Future<Output = Result<T, Vec<String>>>>>;

fn load<T: Send + Sync + 'static>(
    kept: &'static OnceLock<Arc<T>>,
    fetch: impl Fn() -> Fetching<T> + Send + Sync + 'static,
) -> Loading<T> {
    let (state, set_state) = signal(State::Loading);
    let ask = Callback::new(move |()| {
        if let Some(there) = kept.get() {
            set_state.set(State::Ready(Arc::clone(there)));
            return;
        }
        set_state.set(State::Loading);
        let fetching = fetch();
        spawn_local(async move {
            let state = match fetching.await {
                Ok(read) => State::Ready(Arc::clone(kept.get_or_init(|| Arc::new(read)))),
                Err(words) => State::Failed(words),
            };
            // Given back when the reader has gone elsewhere meanwhile.
            set_state.try_set(state);
        });
    });
    ask.run(());
    (state, ask)
}

async fn fetch_industries(shared: &Shared) -> Result<Industries, Vec<String>> {
    let (file, bytes) = companion::fetch(shared, "britain")
        .await
        .map_err(|words| vec![words])?;
    let reading = {
        let _span = timing::span("roadmap-read-britain");
        read_britain(&file, &bytes, &shared.dataset)
    };
    reading.industries.ok_or_else(|| told(&reading.findings))
}

async fn fetch_shapes(shared: &Shared) -> Result<BritainMap, Vec<String>> {
    let (file, bytes) = companion::fetch(shared, "britain-shapes")
        .await
        .map_err(|words| vec![words])?;
    let _span = timing::span("roadmap-read-britain-shapes");
    let reading = read_britain_shapes(&file, &bytes);
    let shapes = reading.shapes.ok_or_else(|| told(&reading.findings))?;
    let (map, findings) = BritainMap::decode(&shapes);
    map.ok_or_else(|| told(&findings))
}

fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
