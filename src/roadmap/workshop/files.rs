//! The register as files: opened and joined, saved, printed; steps back, and starting anew.

use leptos::prelude::*;
use leptos::task::spawn_local;
use roadmap_core::data::register_file::MOST_BYTES;
use roadmap_core::quantity;
use roadmap_core::roadmap::register::{self, Joined, Register};
use web_sys::FileList;

use super::board::Board;
use super::entries::Seen;
use crate::edge::{later, print, save};
use crate::{picked, show};

/// The buttons, and what became of the last one.
pub fn view(board: Board, seen: Seen) -> AnyView {
    let offer = move |name: &str, mime: &str, text: &str| {
        if save::text(name, mime, text).is_none() {
            board.tell(vec![save::REFUSED.to_owned()]);
        }
    };
    let save_register = move |_| {
        let text = board.register().with_untracked(|own| register::write(own));
        offer("workshop-register.json", "application/json", &text);
    };
    let save_table = move |_| {
        let text = board
            .register()
            .with_untracked(|own| register::csv(&own.entries));
        offer("workshop-register.csv", "text/csv", &text);
    };
    let print = move |_| {
        // On paper there is nothing to press for more.
        seen.show_all();
        later::after_paint(move || {
            print::page();
            seen.show_first();
        });
    };
    let has_some = move || board.register().with(|own| !own.entries.is_empty());
    let lacks_examples = Memo::new(move |_| lacks_examples(board));
    view! {
        <div class="find entry-tools">
            {picked::files("open-register", ".json", true, Callback::new(move |files| take_in(board, files)))}
            <button type="button" data-testid="save-register" on:click=save_register>"Save as a file"</button>
            <button type="button" data-testid="save-table" on:click=save_table>"Save as a table (CSV)"</button>
            <button type="button" data-testid="print-register" on:click=print>"Print the report"</button>
            {button("undo-entry", "Undo", move || board.can().0, move || board.undo())}
            {button("redo-entry", "Redo", move || board.can().1, move || board.redo())}
            {button("empty-register", "Empty the register", has_some, move || empty(board))}
            {button("bring-examples", "Bring the examples back", move || lacks_examples.get(), move || bring_examples(board))}
        </div>
        {picked::aside(Callback::new(move |words| board.tell(words)))}
        {picked::told("register-told", move || board.told())}
    }
    .into_any()
}

fn button(
    testid: &'static str,
    words: &'static str,
    can: impl Fn() -> bool + Send + Sync + 'static,
    act: impl Fn() + 'static,
) -> AnyView {
    let is_off = show::flag(move || !can());
    view! { <button type="button" data-testid=testid disabled=is_off on:click=move |_| act()>{words}</button> }
        .into_any()
}

fn empty(board: Board) {
    board.change(|register| register.entries.clear());
    board.tell(vec![
        "The register is empty. Undo brings everything back.".to_owned(),
    ]);
}

fn examples(board: Board) -> Register {
    board.desk().ask(|graph| register::examples(graph.roadmap))
}

fn lacks_examples(board: Board) -> bool {
    let examples = examples(board);
    board.register().with(|own| {
        let mut ids = examples.entries.iter().map(|one| &one.told.id);
        !ids.all(|id| own.entry(id).is_some())
    })
}

fn bring_examples(board: Board) {
    let examples = examples(board);
    board.change(|register| {
        for own in examples.entries {
            if register.entry(&own.told.id).is_none() {
                register.entries.push(own);
            }
        }
    });
}

/// Reads files one after the other and joins them to what is here.
fn take_in(board: Board, files: FileList) {
    spawn_local(async move {
        let (texts, mut told) = picked::texts(files, MOST_BYTES, "a register").await;
        for (name, text) in texts {
            let reading = register::read(&name, &text);
            told.extend(reading.findings.iter().map(ToString::to_string));
            let Some(other) = reading.register else {
                continue;
            };
            board.change(|register| {
                let joined = register::join(register, &other);
                told.push(joined_words(&name, &joined));
                *register = joined.register;
            });
        }
        board.tell(told);
    });
}

fn joined_words(file: &str, joined: &Joined) -> String {
    let added = quantity::counted(joined.added, "entry", "entries");
    let mut words = format!("{file}: {added} added");
    if joined.shared > 0 {
        words.push_str(&format!(
            ", {} here already",
            quantity::count(joined.shared)
        ));
    }
    if !joined.clashes.is_empty() {
        let count = quantity::count(joined.clashes.len());
        words.push_str(&format!(
            ", {count} said otherwise here: both are kept, and marked"
        ));
    }
    words.push('.');
    words
}
