//! The same figures as a table, the highest first.

use leptos::prelude::*;
use roadmap_core::quantity;

use super::desk::Desk;
use crate::show;

/// How many rows are shown before a reader asks for all; the words say it too.
const FIRST_ROWS: usize = 20;

/// The table of the map.
#[component]
pub fn RankingTable() -> impl IntoView {
    let desk = Desk::here();
    let is_whole = RwSignal::new(false);
    let table = show::part(move || {
        let Some(told) = desk.story().get() else {
            return ().into_any();
        };
        let story = &told.0;
        let columns = story.columns().into_iter();
        let columns = columns
            .map(|name| view! { <th scope="col">{name}</th> })
            .collect_view();
        let most = if is_whole.get() {
            usize::MAX
        } else {
            FIRST_ROWS
        };
        let row = |at: usize| {
            let mut cells = story.cells(at).into_iter();
            let first = cells.next();
            let cells = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
            let is_told = show::flag(move || desk.told() == Some(at));
            view! {
                <tr
                    class:is-told=is_told
                    on:pointerenter=move |_| desk.pointed.set(Some(at))
                    on:pointerleave=move |_| desk.pointed.set(None)
                >
                    <th scope="row">
                        <button type="button" class="plain" on:click=move |_| desk.pin(Some(at))>{first}</button>
                    </th>
                    {cells}
                </tr>
            }
        };
        let order = story.table_order();
        let rows = order.into_iter().take(most).map(row).collect_view();
        view! {
            <table data-testid="map-table">
                <caption>{story.subtitle()}</caption>
                <thead><tr>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    });
    let words = show::text(move || {
        let words = if is_whole.get() {
            "Show the first twenty"
        } else {
            "Show every area"
        };
        words.to_owned()
    });
    let title = show::text(move || {
        let count = desk.figures().get().map_or(0, |figures| figures.rows.len());
        if is_whole.get() || count <= FIRST_ROWS {
            return "Every area".to_owned();
        }
        format!("The first twenty of {} areas", quantity::count(count))
    });
    view! {
        <section aria-labelledby="ranking-title">
            <h2 id="ranking-title">{title}</h2>
            <div class="table-scroll" role="region" tabindex="0" aria-label="Table of areas">{table}</div>
            <button type="button" data-testid="table-all" on:click=move |_| is_whole.update(|is_whole| *is_whole = !*is_whole)>
                {words}
            </button>
        </section>
    }
}
