//! What the entries of a register have in common: the same said twice, barriers by Grand
//! Challenge, who could help whom.

use leptos::prelude::*;
use roadmap_core::data::GrandChallenge;
use roadmap_core::quantity;
use roadmap_core::roadmap::register::{self, Entry, Pair};

use super::board::Board;
use crate::show;

/// All of it, following the register.
pub fn view(board: Board) -> AnyView {
    show::part(move || {
        let register = board.register().get();
        let entries = &register.entries;
        view! { {barriers(entries)} {pairs(entries)} }.into_any()
    })
}

/// Entries that propose the same, to be merged.
pub fn alike(board: Board) -> AnyView {
    const MOST: usize = 5;
    // By their ids, since a position says nothing once another entry is gone.
    let groups = Memo::new(move |_| {
        board.register().with(|register| {
            let own = |at: &usize| register.entries.get(*at).map(|own| &own.told);
            let groups = register::alike(&register.entries).into_iter().take(MOST);
            let group = groups.map(|group| {
                let ids = group.iter().filter_map(own).map(|own| own.id.clone());
                let name = group.first().and_then(own).map(|own| &*own.initiative);
                let name = register::shown(name.unwrap_or_default()).0.to_owned();
                (name, ids.collect())
            });
            group.collect::<Vec<(String, Vec<String>)>>()
        })
    });
    show::part(move || {
        let line = |(name, ids): (String, Vec<String>)| {
            let words = format!("{} entries propose the same: “{name}”", ids.len());
            let merge = move |_| {
                board.change(|register| register.merge(&ids));
                board.tell(vec![super::MERGED.to_owned()]);
            };
            view! {
                <p class="notice" data-testid="alike">
                    {words}
                    <button type="button" data-testid="merge-alike" on:click=merge>"Merge into one"</button>
                </p>
            }
        };
        groups.get().into_iter().map(line).collect_view().into_any()
    })
}

/// Barriers by Grand Challenge.
fn barriers(entries: &[Entry]) -> AnyView {
    const MOST: usize = 40;
    let titles = GrandChallenge::ALL.map(GrandChallenge::title).into_iter();
    let head = titles.chain(["None named"]);
    let head = head.map(|title| view! { <th scope="col">{title}</th> });
    let row = |(barrier, counts): (String, [usize; 5])| {
        let cells = counts.map(|count| view! { <td>{quantity::count(count)}</td> });
        view! { <tr><th scope="row">{barrier}</th>{cells.into_iter().collect_view()}</tr> }
    };
    let all = register::barriers(entries).rows;
    let more = (all.len() > MOST).then(|| {
        let more = quantity::count(all.len() - MOST);
        view! { <p class="caution">{more}" more are named less often."</p> }
    });
    let rows = all.into_iter().take(MOST).map(row);
    view! {
        <h2>"Barriers by Grand Challenge"</h2>
        <div class="table-scroll" role="region" aria-label="Barriers by Grand Challenge" tabindex="0">
            <table data-testid="barriers">
                <caption>"How many entries name both"</caption>
                <thead><tr><td></td>{head.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

/// Who could help whom.
fn pairs(entries: &[Entry]) -> AnyView {
    const MOST: usize = 20;
    let name = |at: usize| {
        let own = entries.get(at).map(|own| &own.told);
        own.map_or_else(String::new, |own| {
            [&own.organisation, " (", &own.initiative, ")"].concat()
        })
    };
    let pair = |own: Pair| {
        view! { <li>{name(own.offers)}" may have what "{name(own.needs)}" needs: "{own.words.join(", ")}</li> }
    };
    let pairs = register::pairs(entries, MOST);
    let pairs = pairs.into_iter().map(pair).collect_view();
    view! { <h2>"Who could help whom"</h2><ul data-testid="pairs">{pairs}</ul> }.into_any()
}
