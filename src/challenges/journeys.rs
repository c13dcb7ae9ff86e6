//! Journeys to work: lines on the map, the same as a table.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::atlas::Commuting;
use roadmap_core::page::map::Show;

use super::desk::Desk;
use crate::show;

/// How many rows are shown before a reader asks for all.
const FIRST_ROWS: usize = 15;

/// The journeys to show; none while the map shows something else.
pub fn journeys(desk: Desk) -> Memo<Option<Arc<Commuting>>> {
    let area = desk.explorer().part(|page| page.area.clone());
    Memo::new_with_compare(
        move |_| {
            let (is_shown, period) = desk
                .map()
                .with(|map| (map.show == Show::Flows, map.since.clone()));
            if !is_shown {
                return None;
            }
            let (atlas, shared) = (desk.atlas(), desk.shared());
            let commuting = area
                .with(|area| atlas.commuting(&shared.dataset, period.as_deref(), area.as_ref()));
            commuting.map(Arc::new)
        },
        |_: Option<&Option<Arc<Commuting>>>, _| true,
    )
}

/// Which census, what it says, and every journey as a row.
#[component]
pub fn Journeys() -> impl IntoView {
    let desk = Desk::here();
    let journeys = journeys(desk);
    let is_whole = RwSignal::new(false);
    show::part(move || {
        let Some(told) = journeys.get() else {
            return ().into_any();
        };
        let periods = desk
            .atlas()
            .commuting_periods()
            .into_iter()
            .map(|(period, words)| {
                let is_chosen = period == told.period;
                view! { <option value=period selected=is_chosen>{words}</option> }
            });
        let most = if is_whole.get() {
            usize::MAX
        } else {
            FIRST_ROWS
        };
        let rows = told.rows.iter().take(most).cloned().map(|row| {
            view! { <tr><th scope="row">{row.from}</th><td>{row.to}</td><td>{row.people}</td></tr> }
        });
        let lockdown = (!told.is_usual).then_some(LOCKDOWN);
        let words = if is_whole.get() {
            "Show the largest only"
        } else {
            "Show every journey"
        };
        view! {
            <section aria-labelledby="journeys-title" data-testid="journeys">
                <h2 id="journeys-title">"Journeys to work"</h2>
                <p data-testid="journeys-sentence">{told.sentence.clone()}</p>
                <p class="notice" hidden=told.is_usual>{lockdown}</p>
                <p class="caution">{told.caution.clone()}</p>
                <label class="figure-select">
                    <span>"Census"</span>
                    <select
                        data-testid="journeys-period"
                        on:change:target=move |event| {
                            let period = event.target().value();
                            desk.go(|map| map.since = Some(period));
                        }
                    >
                        {periods.collect_view()}
                    </select>
                </label>
                <div class="table-scroll" role="region" tabindex="0" aria-label="Table of journeys">
                    <table>
                        <thead><tr><th scope="col">"Live in"</th><th scope="col">"Work in"</th><th scope="col">"People"</th></tr></thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </div>
                <button type="button" on:click=move |_| is_whole.update(|is_whole| *is_whole = !*is_whole)>{words}</button>
                <p class="source">"Source: " {told.source_words.clone()}</p>
            </section>
        }
        .into_any()
    })
}

const LOCKDOWN: &str =
    "Counted in lockdown, when many who usually travel worked at home: not a normal year.";
