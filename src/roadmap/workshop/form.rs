//! Writing an entry down, or changing one.

use leptos::prelude::*;
use roadmap_core::data::GrandChallenge;
use roadmap_core::data::roadmap::{DigitalTheme, OwnerKind};
use roadmap_core::data::wire::EntryWire;
use roadmap_core::roadmap::register::Entry;

use super::board::Board;
use crate::edge::{later, root};
use crate::show;

/// What stands in a field.
type Of = fn(&mut EntryWire) -> &mut String;

/// A field for words.
struct Field {
    id: &'static str,
    name: &'static str,
    of: Of,
    /// The list of what others have said, so that the same is written alike.
    list: Option<&'static str>,
}

const FIELDS: [Field; 7] = [
    Field {
        id: FIRST,
        name: "What is proposed",
        of: |own| &mut own.initiative,
        list: None,
    },
    Field {
        id: "entry-organisation",
        name: "Kind of organisation that speaks",
        of: |own| &mut own.organisation,
        list: Some("entry-organisations"),
    },
    Field {
        id: "entry-priority",
        name: "Priority for the next 12 to 18 months",
        of: |own| &mut own.priority,
        list: None,
    },
    Field {
        id: "entry-barrier",
        name: "What stands in the way",
        of: |own| &mut own.barrier,
        list: Some("entry-barriers"),
    },
    Field {
        id: "entry-innovation",
        name: "Innovation in the pipeline",
        of: |own| &mut own.innovation,
        list: None,
    },
    Field {
        id: "entry-needs",
        name: "What it needs from others",
        of: |own| &mut own.needs,
        list: None,
    },
    Field {
        id: "entry-offers",
        name: "What it can offer others",
        of: |own| &mut own.offers,
        list: None,
    },
];

/// The button that opens the form.
const ADD: &str = "entry-add";
/// The first field.
const FIRST: &str = "entry-initiative";

/// The way to a new entry, and the form while one is written.
pub fn view(board: Board) -> AnyView {
    let is_open = Memo::new(move |_| board.writing().with(Option::is_some));
    show::part(move || {
        if is_open.get() {
            form(board)
        } else {
            view! {
                <p class="find">
                    <button type="button" id=ADD data-testid=ADD on:click=move |_| open(board, Entry::default())>
                        "Put something forward"
                    </button>
                </p>
            }
            .into_any()
        }
    })
}

/// Opens the form on an entry; not over another that is being written.
pub fn open(board: Board, entry: Entry) {
    let is_other = |own: &Option<Entry>| {
        let own = own.as_ref();
        own.is_some_and(|own| own.told.id != entry.told.id)
    };
    if board.writing().with_untracked(is_other) {
        board.tell(vec![
            "An entry is being written: put it in or discard it first.".to_owned(),
        ]);
    } else {
        board.write(|own| *own = Some(entry));
    }
    later::after_paint(|| root::focus(FIRST));
}

/// Closes it; the keyboard goes to where the entry is or was asked for.
fn close(board: Board) {
    let id = board
        .writing()
        .with_untracked(|own| own.as_ref().map(|own| own.told.id.clone()));
    board.write(|own| *own = None);
    let id = id.filter(|id| !id.is_empty());
    let back = id.map_or_else(|| ADD.to_owned(), |id| ["edit-", &id].concat());
    later::after_paint(move || root::focus(&back));
}

fn form(board: Board) -> AnyView {
    let is_missing = RwSignal::new(false);
    let put = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(entry) = board.writing().get_untracked() else {
            return;
        };
        is_missing.set(entry.told.initiative.trim().is_empty());
        if is_missing.get_untracked() {
            root::focus(FIRST);
        } else {
            board.tell(Vec::new());
            board.change(|register| register.put(entry));
            close(board);
        }
    };
    let missing = show::text(move || {
        let words = "Say what is proposed; all the rest may wait.";
        if is_missing.get() { words } else { "" }.to_owned()
    });
    let is_new = Memo::new(move |_| {
        let writing = board.writing();
        writing.with(|own| own.as_ref().is_none_or(|own| own.told.id.is_empty()))
    });
    let either = move |new: &'static str, old: &'static str| {
        show::text(move || if is_new.get() { new } else { old }.to_owned())
    };
    let fields = FIELDS.iter().map(|own| field(board, own)).collect_view();
    let themes = DigitalTheme::ALL.iter().map(|own| (own.key(), own.title()));
    let challenges = GrandChallenge::ALL
        .iter()
        .map(|own| (own.key(), own.title()));
    let title = either("Put something forward", "Change an entry");
    view! {
        <form class="entry-form about" data-testid="entry-form" aria-label=title on:submit=put>
            <h2>{title}</h2>
            <p class="conflict" role="alert" id="entry-missing" data-testid="entry-missing">{missing}</p>
            <div class="roadmap-filters">
                {fields}
                {choice(board, "entry-challenge", "Grand Challenge", |own| &mut own.grand_challenge, challenges.collect())}
                {choice(board, "entry-theme", "Digital theme", |own| &mut own.theme, themes.collect())}
            </div>
            {lists(board)}
            <p class="find">
                <button type="submit" data-testid="entry-put">{either("Put it in", "Keep the changes")}</button>
                <button type="button" data-testid="entry-cancel" on:click=move |_| close(board)>{either("Discard it", "Discard the changes")}</button>
            </p>
        </form>
    }
    .into_any()
}

fn field(board: Board, own: &'static Field) -> AnyView {
    let value = show::text(move || value(board, own.of));
    // The first says by its description what is missing.
    let about = (own.id == FIRST).then_some("entry-missing");
    view! {
        <label class="figure-select">
            <span>{own.name}</span>
            <input
                type="text"
                id=own.id
                data-testid=own.id
                list=own.list
                autocomplete="off"
                aria-describedby=about
                prop:value=value
                on:input:target=move |event| write(board, own.of, event.target().value())
            />
        </label>
    }
    .into_any()
}

fn choice(
    board: Board,
    testid: &'static str,
    name: &'static str,
    of: Of,
    all: Vec<(&'static str, &'static str)>,
) -> AnyView {
    let chosen = Memo::new(move |_| value(board, of));
    let option = |(key, words): (&'static str, &'static str)| {
        let is_chosen = show::flag(move || chosen.with(|chosen| chosen == key));
        view! { <option value=key selected=is_chosen>{words}</option> }
    };
    let none = std::iter::once(("", "None named"));
    let options = none.chain(all).map(option).collect_view();
    view! {
        <label class="figure-select">
            <span>{name}</span>
            <select data-testid=testid on:change:target=move |event| write(board, of, event.target().value())>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// What stands in a field.
fn value(board: Board, of: Of) -> String {
    let mut entry = board.writing().get().unwrap_or_default();
    of(&mut entry.told).clone()
}

fn write(board: Board, of: Of, words: String) {
    board.write(|own| {
        if let Some(own) = own {
            *of(&mut own.told) = words;
        }
    });
}

/// What others have said already.
fn lists(board: Board) -> AnyView {
    let register = board.register().get_untracked();
    let said = |of: fn(&EntryWire) -> &String| {
        let mut all: Vec<String> = register
            .entries
            .iter()
            .map(|own| of(&own.told).clone())
            .collect();
        all.retain(|words| !words.is_empty());
        all
    };
    let kinds = OwnerKind::ALL.iter().map(|own| own.title().to_owned());
    let organisations = kinds.chain(said(|own| &own.organisation)).collect();
    view! {
        {list("entry-organisations", organisations)}
        {list("entry-barriers", said(|own| &own.barrier))}
    }
    .into_any()
}

fn list(id: &'static str, mut all: Vec<String>) -> AnyView {
    const MOST: usize = 200;
    all.sort_unstable();
    all.dedup();
    all.truncate(MOST);
    let option = |words: String| view! { <option value=words></option> };
    view! { <datalist id=id>{all.into_iter().map(option).collect_view()}</datalist> }.into_any()
}
