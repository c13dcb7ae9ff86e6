//! Files that belong to the pack and are loaded when a view first needs them.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};

use leptos::prelude::*;
use leptos::task::spawn_local;
use roadmap_core::data::{Content, read_content};

use crate::edge::load::{self, LoadError};
use crate::explorer::{Explorer, Shared};

/// How far the loading has come.
#[derive(Clone)]
pub enum State<V> {
    /// On its way.
    Loading,
    /// There.
    Ready(V),
    /// Not to be had, and why, a sentence each.
    Failed(Vec<String>),
}

/// Something read from companions on its way; why not, a sentence each.
pub type Reading<T> = Pin<Box<dyn Future<Output = Result<T, Vec<String>>>>>;

/// What was read from companions, kept for the life of the page: another view and back must not
/// load it twice.
pub struct Kept<T: 'static>(OnceLock<Arc<T>>);

impl<T: Send + Sync> Kept<T> {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// What is kept, read first when it is not there yet.
    ///
    /// # Errors
    /// Those of the reading; it may be asked for again.
    pub async fn get(&self, reading: Reading<T>) -> Result<Arc<T>, Vec<String>> {
        match self.0.get() {
            Some(kept) => Ok(Arc::clone(kept)),
            None => {
                let read = reading.await?;
                Ok(Arc::clone(self.0.get_or_init(|| Arc::new(read))))
            }
        }
    }

    /// How far it is, and a way to ask for it again when it did not come.
    pub fn ask(
        &'static self,
        read: fn(Arc<Shared>) -> Reading<T>,
    ) -> (ReadSignal<State<Arc<T>>>, Callback<()>) {
        let shared = Explorer::here().shared();
        let (state, set_state) = signal(State::Loading);
        let ask = Callback::new(move |()| {
            if let Some(kept) = self.0.get() {
                set_state.set(State::Ready(Arc::clone(kept)));
                return;
            }
            set_state.set(State::Loading);
            let shared = Arc::clone(&shared);
            spawn_local(async move {
                let state = match self.get(read(shared)).await {
                    Ok(kept) => State::Ready(kept),
                    Err(words) => State::Failed(words),
                };
                // Given back when the reader has gone elsewhere meanwhile.
                set_state.try_set(state);
            });
        });
        ask.run(());
        (state, ask)
    }
}

/// What people have written; several views need it.
pub static CONTENT: Kept<Content> = Kept::new();

/// Reads the content companion.
pub fn content(shared: Arc<Shared>) -> Reading<Content> {
    Box::pin(async move {
        let (file, bytes) = fetch(&shared, "content").await?;
        let reading = read_content(&file, &bytes, &shared.dataset);
        let told = || reading.findings.iter().map(ToString::to_string).collect();
        reading.content.ok_or_else(told)
    })
}

/// A companion's file name and bytes, or in words why they did not come.
pub async fn fetch(shared: &Shared, key: &str) -> Result<(String, Vec<u8>), Vec<String>> {
    let mut companions = shared.dataset.companions.iter();
    let companion = companions.find(|companion| companion.key == key);
    let companion = companion.ok_or_else(|| vec![LoadError::NotNamed.words()])?;
    let file = companion.file.clone();
    match load::bytes(&load::beside_the_pack(&file)).await {
        Ok(bytes) => Ok((file, bytes)),
        Err(error) => Err(vec![format!("{file}: {}", error.words())]),
    }
}

/// What says that something did not come: its name for tests, what it is, and what still works.
pub struct Words {
    /// `atlas`: the beginning of its names for tests.
    pub name: &'static str,
    /// The title, as in “… could not be read”.
    pub title: &'static str,
    /// What still works, and what to do.
    pub advice: &'static str,
}

/// In place of a whole view: what still works, why it did not come, and a way to try again.
pub fn failure(words: &Words, reasons: Vec<String>, again: Callback<()>) -> AnyView {
    view! {
        <section class="hero" role="alert" data-testid=[words.name, "-failed"].concat()>
            <h1>{words.title}</h1>
            {what_to_do(words, reasons, again)}
        </section>
    }
    .into_any()
}

/// The same in place of a piece of a view, which has a heading of its own.
pub fn small_failure(words: &Words, reasons: Vec<String>, again: Callback<()>) -> AnyView {
    view! {
        <div role="alert" data-testid=[words.name, "-failed"].concat()>
            <h3>{words.title}</h3>
            {what_to_do(words, reasons, again)}
        </div>
    }
    .into_any()
}

fn what_to_do(words: &Words, reasons: Vec<String>, again: Callback<()>) -> AnyView {
    let reasons = reasons.into_iter().take(5);
    let reasons = reasons.map(|reason| view! { <li>{reason}</li> });
    view! {
        <p class="summary">{words.advice}</p>
        <ul class="findings">{reasons.collect_view()}</ul>
        <p class="find">
            <button type="button" data-testid=[words.name, "-again"].concat() on:click=move |_| again.run(())>"Try again"</button>
        </p>
    }
    .into_any()
}
