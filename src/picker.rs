//! Finding a place: by typing, or from a list.

use leptos::prelude::*;
use roadmap_core::area::AreaCode;
use roadmap_core::data::{Match, find_places};

use crate::explorer::Explorer;
use crate::show;

/// More would not fit on a phone above its keyboard.
const MOST_MATCHES: usize = 8;

/// The list of the county and its districts.
#[component]
pub fn PlaceSelect() -> impl IntoView {
    let explorer = Explorer::here();
    let shared = explorer.shared();
    let area = explorer.area();
    let dataset = &shared.dataset;
    let county = dataset.area(&dataset.place.county).into_iter();
    let options = county
        .chain(dataset.districts())
        .map(|area| (area.code.to_string(), area.name.clone()));
    let options = options.collect::<Vec<_>>();
    let choose = move |code: String| {
        if let Ok(code) = AreaCode::new(&code) {
            explorer.go_to(code);
        }
    };
    view! {
        <label class="place-select">
            <span>"Choose from the list"</span>
            <select
                data-testid="place-select"
                prop:value=show::text(move || area.get().to_string())
                on:change:target=move |event| choose(event.target().value())
            >
                {options
                    .into_iter()
                    .map(|(code, name)| {
                        let own = code.clone();
                        view! { <option value=code selected=show::flag(move || area.get().as_str() == own)>{name}</option> }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

/// A box to type in.
#[component]
pub fn PlaceSearch(
    /// What choosing a match does.
    on_find: Callback<Match>,
) -> impl IntoView {
    let explorer = Explorer::here();
    let typed = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let matches = Memo::new(move |_| {
        let shared = explorer.shared();
        typed.with(|typed| find_places(&shared.dataset, typed, MOST_MATCHES))
    });
    let choose = move |found: &Match| {
        is_open.set(false);
        active.set(None);
        typed.set(found.name.clone());
        on_find.run(found.clone());
    };
    let choose_at = move |index: usize| {
        if let Some(found) = matches.with_untracked(|matches| matches.get(index).cloned()) {
            choose(&found);
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let count = matches.with_untracked(Vec::len);
        let at = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => active.set(next(at, count)),
            "ArrowUp" => active.set(previous(at, count)),
            "Enter" => choose_at(at.unwrap_or(0)),
            "Escape" => is_open.set(false),
            _ => return,
        }
        event.prevent_default();
        if event.key().starts_with("Arrow") {
            is_open.set(true);
        }
    };
    let is_shown = move || is_open.get() && typed.with(|typed| !typed.trim().is_empty());
    let options = show::part(move || {
        matches
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, found)| {
                view! {
                    <li
                        role="option"
                        id=option_id(index)
                        data-testid="place-option"
                        aria-selected=show::text(move || (active.get() == Some(index)).to_string())
                        on:pointerdown=move |event: web_sys::PointerEvent| {
                            // Keeps the focus in the box, so that the list is not closed before the click.
                            event.prevent_default();
                        }
                        on:click=move |_| choose_at(index)
                    >
                        <span>{found.name}</span>
                        <small>{found.detail}</small>
                    </li>
                }
            })
            .collect_view()
            .into_any()
    });
    let count_words = show::text(move || match matches.with(Vec::len) {
        _ if !is_shown() => String::new(),
        0 => "No place of that name in this county. Try a ward or a neighbourhood.".to_owned(),
        1 => "1 place".to_owned(),
        count => format!("{count} places"),
    });
    view! {
        <div class="place-search">
            <label for="place-search">"Find your place"</label>
            <input
                id="place-search"
                data-testid="place-search"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder="District, ward or neighbourhood"
                aria-autocomplete="list"
                aria-controls="place-options"
                aria-expanded=show::text(move || (is_shown() && matches.with(|matches| !matches.is_empty())).to_string())
                aria-activedescendant=show::maybe(move || active.get().map(option_id))
                prop:value=show::text(move || typed.get())
                on:input:target=move |event| {
                    typed.set(event.target().value());
                    active.set(None);
                    is_open.set(true);
                }
                on:keydown=on_key
                on:blur=move |_| is_open.set(false)
            />
            <ul
                id="place-options"
                role="listbox"
                aria-label="Places"
                hidden=show::flag(move || !is_shown() || matches.with(Vec::is_empty))
            >
                {options}
            </ul>
            <p class="search-count" role="status">{count_words}</p>
        </div>
    }
}

fn option_id(index: usize) -> String {
    format!("place-option-{index}")
}

/// The entry after this one; the first after the last.
fn next(at: Option<usize>, count: usize) -> Option<usize> {
    let after = at.map_or(0, |at| at.saturating_add(1));
    if after < count {
        Some(after)
    } else {
        (count > 0).then_some(0)
    }
}

/// The entry before this one; the last before the first.
fn previous(at: Option<usize>, count: usize) -> Option<usize> {
    at.and_then(|at| at.checked_sub(1))
        .or_else(|| count.checked_sub(1))
}
