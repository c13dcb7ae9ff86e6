//! What was put forward: found, in order, voted on, changed, turned into a draft of an action.

use std::collections::BTreeSet;

use leptos::prelude::*;
use roadmap_core::data::GrandChallenge;
use roadmap_core::data::roadmap::DigitalTheme;
use roadmap_core::picture::file_stem;
use roadmap_core::quantity;
use roadmap_core::roadmap::Node;
use roadmap_core::roadmap::register::{self, Draft, Entry};

use super::board::Board;
use super::form;
use crate::edge::{later, root, save};
use crate::roadmap::more;
use crate::segments::{Segment, segments};
use crate::show;

/// What of the register is in sight.
#[derive(Clone, Copy)]
pub struct Seen {
    words: RwSignal<String>,
    is_by_votes: RwSignal<bool>,
    most: RwSignal<usize>,
    /// What has just happened to an entry.
    said: RwSignal<String>,
}

impl Seen {
    /// The first entries, in the order in which they came.
    pub fn new() -> Self {
        Self {
            words: RwSignal::default(),
            is_by_votes: RwSignal::new(false),
            most: RwSignal::new(more::STEP),
            said: RwSignal::default(),
        }
    }

    /// All of them, whatever words were looked for.
    pub fn show_all(self) {
        self.words.set(String::new());
        self.most.set(usize::MAX);
    }

    /// The first ones again.
    pub fn show_first(self) {
        self.most.set(more::STEP);
    }
}

/// Where the keyboard goes when an entry is gone.
const TITLE: &str = "put-forward";

/// The list, with what narrows it.
pub fn view(board: Board, seen: Seen, caution: AnyView) -> AnyView {
    let Seen {
        words,
        is_by_votes,
        most,
        said,
    } = seen;
    let found = Memo::new(move |_| {
        board.register().with(|register| {
            let entries = &register.entries;
            let mut found = words.with(|words| register::with_words(entries, words));
            if is_by_votes.get() {
                let ranks = register::ranked(entries);
                let is_found: BTreeSet<usize> = found.into_iter().collect();
                found = ranks
                    .into_iter()
                    .filter(|at| is_found.contains(at))
                    .collect();
            }
            let id = |at: usize| entries.get(at).map(|own| own.told.id.clone());
            found.into_iter().filter_map(id).collect::<Vec<String>>()
        })
    });
    let count = show::text(move || match found.with(Vec::len) {
        0 if words.with(String::is_empty) => "Nothing is put forward yet.".to_owned(),
        0 => "No entry has all of these words.".to_owned(),
        many => quantity::counted(many, "entry", "entries"),
    });
    let ids = Memo::new(move |_| {
        let all = found.get();
        all.into_iter().take(most.get()).collect::<Vec<String>>()
    });
    let rows = show::part(move || {
        let rows = ids.get().into_iter().map(|id| row(board, seen, id));
        rows.collect_view().into_any()
    });
    let order = |testid: &str, words: &'static str, by_votes: bool| Segment {
        testid: testid.to_owned(),
        words,
        is_pressed: show::flag(move || is_by_votes.get() == by_votes),
        press: Callback::new(move |()| is_by_votes.set(by_votes)),
    };
    let orders = vec![
        order("entries-as-said", "As put forward", false),
        order("entries-by-votes", "Most votes first", true),
    ];
    view! {
        <h2 id=TITLE tabindex="-1">"Put forward"</h2>
        {caution}
        <div class="find entry-tools">
            <label class="figure-select">
                <span>"Words in an entry"</span>
                <input
                    type="search"
                    data-testid="entry-search"
                    prop:value=words
                    on:input:target=move |event| {
                        words.set(event.target().value());
                        most.set(more::STEP);
                    }
                />
            </label>
            {segments("Order", orders)}
        </div>
        <p class="search-count" role="status" data-testid="entries-count">{count}</p>
        <p class="sr-only" role="status" data-testid="entry-said">{said}</p>
        <ol class="evidence" data-testid="entries">{rows}</ol>
        {more::view("more-entries", found, most)}
    }
    .into_any()
}

fn row(board: Board, seen: Seen, id: String) -> AnyView {
    let id = StoredValue::new(id);
    let entry = Memo::new(move |_| {
        let register = board.register().get();
        id.with_value(|id| register.entry(id).cloned())
    });
    // Votes change in place, so that the keyboard stays on the button.
    let told = Memo::new(move |_| {
        entry.get().map(|mut own| {
            own.told.votes = 0;
            own
        })
    });
    let name = Memo::new(move |_| {
        told.with(|own| {
            let own = own
                .as_ref()
                .map(|own| register::shown(&own.told.initiative).0);
            own.unwrap_or_default().to_owned()
        })
    });
    let words = show::part(move || {
        told.get()
            .map_or_else(|| ().into_any(), |own| facts(board, &own))
    });
    let votes = Memo::new(move |_| {
        let votes = entry.with(|own| own.as_ref().map_or(0, |own| own.told.votes));
        quantity::counted(votes as usize, "vote", "votes")
    });
    let is_drafted = RwSignal::new(false);
    let draft = show::part(move || {
        let own = told.get().filter(|_| is_drafted.get());
        own.map_or_else(
            || ().into_any(),
            |own| drafted(board, &register::draft(&own.told)),
        )
    });
    let ids = id.with_value(|id| ["entry-", "vote-", "edit-"].map(|what| [what, id].concat()));
    let [entry_id, vote_id, edit_id] = ids;
    let vote = move |is_for: bool| {
        let id = id.get_value();
        let button = ["vote-", &id].concat();
        let had_focus = root::has_focus(&button);
        board.change(|register| register.vote(&id, is_for));
        let said = [&*name.get_untracked(), ": ", &votes.get_untracked()].concat();
        seen.said.set(said);
        // The row may have moved up in the order of votes.
        later::after_paint(move || {
            if had_focus && !root::has_focus(&button) {
                root::focus(&button);
            }
        });
    };
    let about = move |what: &'static str| show::text(move || [what, ": ", &name.get()].concat());
    let edit = move |_| {
        if let Some(own) = entry.get_untracked() {
            form::open(board, own);
        }
    };
    let remove = move |_| {
        let id = id.get_value();
        let beside = board.register().with_untracked(|own| own.beside(&id));
        board.change(|register| register.remove(&id));
        board.tell(vec![
            "The entry is taken out. Undo brings it back.".to_owned(),
        ]);
        // To the entry beside it, not on its button: a second press would take that out as well.
        let beside = beside.map_or_else(|| TITLE.to_owned(), |id| ["entry-", &id].concat());
        later::after_paint(move || root::focus(&beside));
    };
    view! {
        <li id=entry_id data-testid="entry" tabindex="-1">
            {words}
            <div class="entry-acts">
                <button type="button" id=vote_id data-testid="entry-vote" aria-label=about("Vote for") on:click=move |_| vote(true)>"▲ Vote"</button>
                <strong data-testid="entry-votes">{votes}</strong>
                <button type="button" data-testid="entry-unvote" aria-label=about("Take a vote back from") on:click=move |_| vote(false)>"▼"</button>
                <button type="button" id=edit_id data-testid="entry-edit" aria-label=about("Change") on:click=edit>"Change"</button>
                <button type="button" data-testid="entry-remove" aria-label=about("Take out") on:click=remove>"Take out"</button>
                <button
                    type="button"
                    data-testid="entry-draft"
                    aria-label=about("Draft an action from")
                    aria-expanded=show::text(move || is_drafted.get().to_string())
                    on:click=move |_| is_drafted.update(|own| *own = !*own)
                >
                    "Draft an action"
                </button>
            </div>
            {draft}
        </li>
    }
    .into_any()
}

/// What an entry says.
fn facts(board: Board, own: &Entry) -> AnyView {
    let (desk, told) = (board.desk(), &own.told);
    let (initiative, is_cut) = register::shown(&told.initiative);
    let challenge = GrandChallenge::ALL
        .into_iter()
        .find(|one| one.key() == told.grand_challenge);
    let challenge = challenge.map_or("", GrandChallenge::title).to_owned();
    let theme = DigitalTheme::from_key(&told.theme)
        .map_or("", DigitalTheme::title)
        .to_owned();
    let facts = [
        ("Kind of organisation", &told.organisation),
        ("Grand Challenge", &challenge),
        ("Digital theme", &theme),
        ("Priority for 12 to 18 months", &told.priority),
        ("What stands in the way", &told.barrier),
        ("In the pipeline", &told.innovation),
        ("Needs", &told.needs),
        ("Offers", &told.offers),
    ];
    let facts = facts.into_iter().filter(|(_, words)| !words.is_empty());
    let facts = facts.map(|(name, words)| {
        let words = register::shown(words).0.to_owned();
        view! { <div><dt>{name}</dt><dd>{words}</dd></div> }
    });
    let cut =
        is_cut.then(|| view! { <p class="caution">"It goes on: the file has all of it."</p> });
    let action = told.action.clone().map(|id| desk.link(Node::Action(id)));
    let action = action.map(|link| view! { <p>"It became the action "{link}"."</p> });
    let source = told
        .document
        .as_deref()
        .map(|document| desk.source(Some(document), true));
    view! {
        <h3>{initiative.to_owned()}</h3>
        {cut}
        {clash(board, own)}
        <dl class="action-facts">{facts.collect_view()}</dl>
        {action}
        {source}
    }
    .into_any()
}

/// Two people said something else under one name: both stand, until somebody decides.
fn clash(board: Board, own: &Entry) -> AnyView {
    if own.told.clashes_with.is_empty() {
        return ().into_any();
    }
    let ids = [own.told.clashes_with.clone(), own.told.id.clone()];
    let id = own.told.id.clone();
    let other = board.register().with_untracked(|register| {
        let other = register.entry(&own.told.clashes_with);
        other.map(|other| register::shown(&other.told.initiative).0.to_owned())
    });
    let words = [
        "Somebody else says this under one name: “",
        &other.unwrap_or_default(),
        "”. Both are kept.",
    ]
    .concat();
    let merge = move |_| {
        board.change(|register| register.merge(&ids));
        board.tell(vec![super::MERGED.to_owned()]);
        root::focus(TITLE);
    };
    let settle = move |_| {
        board.change(|register| register.settle(&id));
        root::focus(TITLE);
    };
    view! {
        <p class="conflict" data-testid="entry-clash">{words}</p>
        <p class="entry-acts">
            <button type="button" data-testid="merge-clash" on:click=merge>"Merge this into the other"</button>
            <button type="button" data-testid="keep-both" on:click=settle>"Keep both"</button>
        </p>
    }
    .into_any()
}

/// The draft of an action, and what nobody has said yet.
fn drafted(board: Board, draft: &Draft) -> AnyView {
    let told = draft.told.iter().map(|(name, words)| {
        let words = register::shown(words).0.to_owned();
        view! { <div><dt>{*name}</dt><dd>{words}</dd></div> }
    });
    let told = told.collect_view();
    let missing = draft.missing.join("; ");
    let toml = draft.toml.clone();
    let title = draft
        .told
        .first()
        .map(|(_, words)| words.clone())
        .unwrap_or_default();
    let save = move |_| {
        let title: String = title.chars().take(60).collect();
        let name = [&file_stem(&["draft", &title]), ".toml"].concat();
        if save::text(&name, "application/toml", &toml).is_none() {
            board.tell(vec![save::REFUSED.to_owned()]);
        }
    };
    view! {
        <section class="about" data-testid="draft">
            <h4>"Draft of an action"</h4>
            <dl class="action-facts">{told}</dl>
            <p>"Before it can stand on the roadmap it needs: "{missing}"."</p>
            <p class="entry-acts"><button type="button" data-testid="save-draft" on:click=save>"Save the draft as a file"</button></p>
        </section>
    }
    .into_any()
}
