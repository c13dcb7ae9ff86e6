//! The register of a workshop as the people in a room fill it, kept on this device as it grows.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use leptos::prelude::*;
use roadmap_core::roadmap::register::{self, Entry, Register};
use roadmap_core::undo::Undo;

use crate::edge::keep::{self, Work};
use crate::roadmap::desk::Desk;

/// A handle to it, cheap to copy and given down to every part.
#[derive(Clone, Copy)]
pub struct Board {
    desk: Desk,
    state: &'static State,
}

/// Outlives the views that show it: steps back are there when a reader returns, and so is the
/// register where the browser keeps nothing.
struct State {
    register: ArcRwSignal<Arc<Register>>,
    undo: ArcRwSignal<Steps>,
    /// The entry in the form, until it is put in; its id is empty while it is new.
    writing: ArcRwSignal<Option<Entry>>,
    /// What became of the last file or change, a sentence each.
    told: ArcRwSignal<Vec<String>>,
    /// What this window last read from or kept on the device.
    kept: Mutex<Option<String>>,
}

/// Fewer than elsewhere: each step holds a whole register.
type Steps = Undo<Arc<Register>, 30>;

static STATE: OnceLock<State> = OnceLock::new();

impl Board {
    /// Opens what was kept here, else the examples.
    pub fn new(desk: Desk) -> Self {
        let state = STATE.get_or_init(|| {
            let writing = keep::work(Work::Entry).and_then(|text| read(&text).0);
            let writing = writing.and_then(|own| own.entries.into_iter().next());
            let examples = desk.ask(|graph| register::examples(graph.roadmap));
            State {
                register: ArcRwSignal::new(Arc::new(examples)),
                undo: ArcRwSignal::default(),
                writing: ArcRwSignal::new(writing),
                told: ArcRwSignal::default(),
                kept: Mutex::new(None),
            }
        });
        let board = Self { desk, state };
        board.refresh();
        board
    }

    /// The roadmap around it.
    pub fn desk(self) -> Desk {
        self.desk
    }

    /// The register.
    pub fn register(self) -> ArcRwSignal<Arc<Register>> {
        self.state.register.clone()
    }

    /// The entry in the form.
    pub fn writing(self) -> ArcRwSignal<Option<Entry>> {
        self.state.writing.clone()
    }

    /// What became of the last file or change.
    pub fn told(self) -> Vec<String> {
        self.state.told.get()
    }

    /// Tells what became of a file or change.
    pub fn tell(self, words: Vec<String>) {
        self.state.told.set(words);
    }

    /// Opens the form on an entry, changes what is written there, or closes it.
    pub fn write(self, change: impl FnOnce(&mut Option<Entry>)) {
        let mut writing = self.state.writing.get_untracked();
        change(&mut writing);
        let text = writing.clone().map(|entry| {
            register::write(&Register {
                entries: vec![entry],
                unread: Vec::new(),
            })
        });
        keep::set_work(Work::Entry, text.as_deref());
        self.state.writing.set(writing);
    }

    /// Changes the register; the step can be undone.
    pub fn change(self, change: impl FnOnce(&mut Register)) {
        self.refresh();
        let before = self.state.register.get_untracked();
        let mut after = (*before).clone();
        change(&mut after);
        if after != *before {
            self.state.undo.update(|undo| undo.keep(before));
            self.keep(Arc::new(after));
        }
    }

    /// Whether there is a step to undo, and one to do again.
    pub fn can(self) -> (bool, bool) {
        self.state.undo.with(Undo::can)
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(Undo::undo);
    }

    /// Takes the step that was undone again.
    pub fn redo(self) {
        self.step(Undo::redo);
    }

    fn step(self, step: impl FnOnce(&mut Steps, Arc<Register>) -> Option<Arc<Register>>) {
        self.refresh();
        let now = self.state.register.get_untracked();
        let other = self.state.undo.try_update(|undo| step(undo, now));
        if let Some(other) = other.flatten() {
            self.keep(other);
        }
    }

    fn keep(self, register: Arc<Register>) {
        let text = register::write(&register);
        self.state.register.set(register);
        if !keep::set_work(Work::Register, Some(&text)) {
            self.tell(vec![keep::NOT_KEPT.to_owned()]);
        }
        self.set_kept(keep::work(Work::Register));
    }

    /// Takes over what another window has kept meanwhile: every change is made to the latest, so
    /// windows never write over each other.
    pub fn refresh(self) {
        let there = keep::work(Work::Register);
        let kept = self.state.kept.lock();
        if *kept.unwrap_or_else(PoisonError::into_inner) == there {
            return;
        }
        let (register, told) = match there.as_deref() {
            Some(text) => read(text),
            None => (None, Vec::new()),
        };
        let register =
            register.unwrap_or_else(|| self.desk.ask(|graph| register::examples(graph.roadmap)));
        self.state.register.set(Arc::new(register));
        self.state.undo.set(Steps::default());
        self.tell(told);
        self.set_kept(there);
    }

    fn set_kept(self, text: Option<String>) {
        *self
            .state
            .kept
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = text;
    }
}

/// A register as it was kept, and what a reader should know of it. What cannot be read is put
/// aside on the device.
fn read(text: &str) -> (Option<Register>, Vec<String>) {
    let reading = register::read("What was kept here", text);
    if reading.register.is_none() {
        keep::put_aside(text);
    }
    let told = reading.findings.iter().map(ToString::to_string).collect();
    (reading.register, told)
}
