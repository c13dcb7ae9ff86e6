//! The reader's own story: recorded step by step wherever the reader is, kept on this device.

use std::sync::{LazyLock, Mutex, PoisonError};

use leptos::prelude::*;
use roadmap_core::data::roadmap::{Step, Story};
use roadmap_core::data::story_file::{self, OWN_KEY};
use roadmap_core::link;
use roadmap_core::page::roadmap::RoadmapPage;
use roadmap_core::page::{Page, View};
use roadmap_core::undo::Undo;

use super::stories;
use crate::edge::keep::{self, Work};
use crate::explorer::Explorer;

/// The story as it is now, with the steps back; it outlives the views that show it.
struct State {
    story: ArcRwSignal<Option<Story>>,
    undo: ArcRwSignal<Undo<Option<Story>>>,
    told: ArcRwSignal<Vec<String>>,
    /// What this window last read from or kept on the device.
    kept: Mutex<Option<String>>,
}

static STATE: LazyLock<State> = LazyLock::new(|| State {
    story: ArcRwSignal::default(),
    undo: ArcRwSignal::default(),
    told: ArcRwSignal::default(),
    kept: Mutex::new(None),
});

/// The story, if there is one; what reads it follows it.
pub fn story() -> Option<Story> {
    STATE.story.get()
}

/// The story as it is, not followed.
pub fn story_untracked() -> Option<Story> {
    STATE.story.get_untracked()
}

/// What became of the last file or change.
pub fn told() -> Vec<String> {
    STATE.told.get()
}

/// Tells what became of a file or change.
pub fn tell(words: Vec<String>) {
    STATE.told.set(words);
}

/// Takes over what another window has kept meanwhile, so that windows never write over each other.
pub fn refresh() {
    let there = keep::work(Work::Story);
    if *STATE.kept.lock().unwrap_or_else(PoisonError::into_inner) == there {
        return;
    }
    let read = there
        .as_deref()
        .map(|text| story_file::read("What was kept here", text));
    let (story, findings) = match read {
        Some(Ok((story, findings))) => (Some(story), findings),
        Some(Err(finding)) => (None, vec![finding]),
        None => (None, Vec::new()),
    };
    // What cannot be read, or not all of it, is put aside as it was.
    if let Some(text) = there.as_deref().filter(|_| !findings.is_empty()) {
        keep::put_aside(text);
    }
    tell(findings.iter().map(ToString::to_string).collect());
    STATE.story.set(story);
    STATE.undo.set(Undo::default());
    set_kept(there);
}

/// Changes the story, beginning one if there is none, and keeps it.
pub fn change(change: impl FnOnce(&mut Story)) {
    refresh();
    let mut story = story_untracked().unwrap_or_else(begun);
    change(&mut story);
    set(Some(story));
}

/// The same, as a step that can be undone.
pub fn step(own: impl FnOnce(&mut Story)) {
    // First what another window has kept: taking it over gives up the steps before.
    refresh();
    remember(story_untracked());
    change(own);
}

/// Puts another story in its place, or none; the step can be undone.
pub fn replace(story: Option<Story>) {
    refresh();
    remember(story_untracked());
    set(story);
}

/// Keeps a story as it was before a step.
pub fn remember(before: Option<Story>) {
    STATE.undo.update(|undo| undo.keep(before));
}

/// Whether there is a step to undo, and one to do again.
pub fn can() -> (bool, bool) {
    STATE.undo.with(Undo::can)
}

/// Takes the last step back.
pub fn undo() {
    go(Undo::undo);
}

/// Takes the step that was undone again.
pub fn redo() {
    go(Undo::redo);
}

type Go = fn(&mut Undo<Option<Story>>, Option<Story>) -> Option<Option<Story>>;

fn go(go: Go) {
    refresh();
    let now = story_untracked();
    let other = STATE.undo.try_update(|undo| go(undo, now));
    if let Some(other) = other.flatten() {
        set(other);
    }
}

fn set(story: Option<Story>) {
    let text = story.as_ref().map(story_file::write);
    STATE.story.set(story);
    if !keep::set_work(Work::Story, text.as_deref()) {
        tell(vec![keep::NOT_KEPT.to_owned()]);
    }
    set_kept(keep::work(Work::Story));
}

fn set_kept(text: Option<String>) {
    *STATE.kept.lock().unwrap_or_else(PoisonError::into_inner) = text;
}

/// A story without steps.
pub fn begun() -> Story {
    Story {
        key: OWN_KEY.to_owned(),
        title: "My story".to_owned(),
        summary: String::new(),
        steps: Vec::new(),
    }
}

/// A page as a step would show it: without the layout of this reader and without a story of its
/// own.
pub fn link_of(page: &Page) -> String {
    let (mut roadmap, _) = RoadmapPage::read(&page.roadmap);
    (roadmap.story, roadmap.step) = (None, None);
    let default = Page::default();
    link::write(&Page {
        mode: default.mode,
        theme: default.theme,
        text_size: default.text_size,
        roadmap: roadmap.write(),
        ..page.clone()
    })
}

/// Adds what is shown now as a step.
pub fn record(explorer: Explorer, title: &str) {
    let link = explorer.page().with_untracked(link_of);
    let title = title.trim().to_owned();
    step(|story| {
        story.steps.push(Step {
            title,
            words: String::new(),
            link,
        });
    });
}

/// Begins to record, from the overview of the place that is shown.
pub fn begin(page: &mut Page) {
    page.view = View::Overview;
    page.roadmap = RoadmapPage {
        story: Some(OWN_KEY.to_owned()),
        step: Some(RoadmapPage::RECORDING),
        ..RoadmapPage::default()
    }
    .write();
}

/// Goes to where the story is read and changed.
pub fn finish(page: &mut Page) {
    stories::read_at(page, OWN_KEY);
}
