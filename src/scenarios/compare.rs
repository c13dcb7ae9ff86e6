//! Futures side by side: the reader's own and up to three named ones, as one table.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::data::model::Scenario;
use roadmap_core::futures::{CentralRun, Comparison, ComparisonCell, Run, compare, pictures};
use roadmap_core::model::bands::Bands;
use roadmap_core::model::remote::{DRAWS, Future, Question, Told, Wanted};
use roadmap_core::page::scenarios::ScenariosPage;

use super::cards::class_of;
use super::desk::Desk;
use super::office::Office;
use crate::edge::save;
use crate::figure::while_there;
use crate::show;

/// What draws tell of futures that stand beside the reader's own.
type Known = Vec<(Question, Arc<Bands>)>;

/// The choice and the table.
pub fn view(desk: Desk) -> AnyView {
    let known = RwSignal::new(Known::new());
    ask(desk, known);
    let runs = Memo::new_with_compare(move |_| Arc::new(runs(desk, known)), |_, _| true);
    let table = Memo::new(move |_| {
        let runs = runs.get();
        let others: Vec<&Run> = runs.iter().collect();
        desk.ask(|asked| {
            let all: Vec<&Run> = std::iter::once(asked.own).chain(others).collect();
            compare(asked, &all)
        })
    });
    let picture = desk.picture(move |desk| {
        let runs = runs.get();
        let others: Vec<&Run> = runs.iter().collect();
        Some(desk.ask(|asked| pictures::compared(asked, &others)))
    });
    let shown = show::part(move || table.with(shown));
    let is_refused = RwSignal::new(false);
    let save = move |_| {
        let csv = table.with_untracked(Comparison::csv);
        is_refused.set(save::text("futures.csv", "text/csv", &csv).is_none());
    };
    let refused = show::when(
        move || is_refused.get(),
        || view! { <span class="caution">{save::REFUSED}</span> }.into_any(),
    );
    view! {
        <section class="compare" data-testid="compare">
            <h2>"Side by side"</h2>
            {choice(desk)}
            {while_there(picture, None)}
            {shown}
            <p class="find">
                <button type="button" data-testid="save-comparison" on:click=save>"Save the table"</button>
                {refused}
            </p>
        </section>
    }
    .into_any()
}

/// The named futures, each to be put beside or taken away.
fn choice(desk: Desk) -> AnyView {
    let named = desk.evidence().scenarios.iter();
    let named = named.filter(|own| own.key != Scenario::BASELINE);
    let boxes = named.map(move |scenario| {
        let key = scenario.key.as_str();
        let is_beside = show::flag(move || {
            desk.page()
                .with(|page| page.beside.iter().any(|own| own == key))
        });
        let is_full = show::flag(move || {
            let beside = desk.page().with(|page| page.beside.len());
            !is_beside.get() && beside >= ScenariosPage::MOST_BESIDE
        });
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    data-testid=format!("beside-{key}")
                    prop:checked=is_beside
                    disabled=is_full
                    on:change:target=move |event| {
                        let is_wanted = event.target().checked();
                        desk.go(|page| {
                            page.beside.retain(|own| own != key);
                            if is_wanted {
                                page.beside.push(key.to_owned());
                            }
                        });
                    }
                />
                {scenario.name.clone()}
            </label>
        }
    });
    view! { <div class="beside-choice" role="group" aria-label="Futures beside yours, up to three">{boxes.collect_view()}</div> }
        .into_any()
}

/// The futures beside the reader's own, run as far as they are.
fn runs(desk: Desk, known: RwSignal<Known>) -> Vec<Run> {
    let place = desk.place();
    let beside = desk.chosen().with(|chosen| chosen.beside.clone());
    let mut central = CentralRun::new(place.prepared, place.middle);
    let named = beside
        .iter()
        .filter_map(|key| desk.evidence().scenario(key));
    let runs = named.map(|scenario| {
        let question = question(desk, scenario);
        let bands = known.with(|known| {
            let own = known.iter().find(|(asked, _)| *asked == question);
            own.map(|(_, bands)| (**bands).clone())
        });
        Run {
            bands,
            ..central.run_named(place.prepared, desk.evidence(), scenario)
        }
    });
    runs.collect()
}

fn question(desk: Desk, scenario: &Scenario) -> Question {
    Question {
        future: Future {
            settings: desk.evidence().settings_of(scenario),
            shifts: scenario.shifts.clone(),
        },
        ..desk.of_all_years(Wanted::Bands)
    }
}

/// Asks for the draws of one future after the other.
fn ask(desk: Desk, known: RwSignal<Known>) {
    let hear = move |question: &Question, told: Told| {
        if let Told::Bands(bands) = told {
            known.try_update(|known| {
                known.retain(|(asked, _)| asked != question);
                known.push((question.clone(), Arc::new(bands)));
            });
        }
    };
    let office = StoredValue::new_local(Office::open(desk.place(), hear));
    let next = Memo::new(move |_| {
        let beside = desk.chosen().with(|chosen| chosen.beside.clone());
        let named = beside
            .iter()
            .filter_map(|key| desk.evidence().scenario(key));
        let questions: Vec<Question> = named.map(|own| question(desk, own)).collect();
        known.with(|known| {
            let draws = |question: &Question| {
                let own = known.iter().find(|(asked, _)| asked == question);
                own.map_or(0, |(_, bands)| bands.draws)
            };
            // A first range for each, then every draw.
            let [first, whole] = [1, DRAWS].map(|enough| {
                let mut open = questions.iter();
                open.find(|question| draws(question) < enough).cloned()
            });
            first.or(whole)
        })
    });
    show::effect(move || {
        if let Some(question) = next.get() {
            office.with_value(|office| office.ask(question));
        }
    });
}

fn shown(table: &Comparison) -> AnyView {
    let heads = table.futures.iter();
    let heads = heads.map(|name| view! { <th scope="col">{name.clone()}</th> });
    let cell = |cell: &ComparisonCell| {
        let verdict = class_of(cell.verdict);
        view! {
            <td>
                <strong>{cell.figure.clone()}</strong>
                <span class="card-difference" data-verdict=verdict>{cell.difference.clone()}</span>
            </td>
        }
    };
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(cell).collect_view();
        view! {
            <tr>
                <th scope="row">{row.name} <span class="unit">" " {row.unit}</span></th>
                {cells}
            </tr>
        }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label="Futures side by side">
            <table>
                <caption>{table.title.clone()}</caption>
                <thead><tr><th scope="col">"Outcome"</th>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
