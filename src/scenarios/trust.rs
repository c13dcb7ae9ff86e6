//! How do we know? The model card: equations in words, evidence, limits, how it did in the past.

use leptos::prelude::*;
use roadmap_core::futures::{CardSection, Known, model_card};

use super::desk::Desk;
use crate::show;

/// The model card.
pub fn view(desk: Desk) -> AnyView {
    show::part(move || {
        let sections = desk.ask(model_card).into_iter().map(section);
        view! { <div class="model-card" data-testid="model-card">{sections.collect_view()}</div> }
            .into_any()
    })
}

fn section(section: CardSection) -> AnyView {
    let words = section.words.into_iter();
    let words = words.map(|words| view! { <p class="prose">{words}</p> });
    let known = if section.known.is_empty() {
        ().into_any()
    } else {
        table(section.known)
    };
    view! {
        <section data-testid=format!("card-section-{}", section.key)>
            <h2>{section.heading}</h2>
            {words.collect_view()}
            {known}
        </section>
    }
    .into_any()
}

fn table(known: Vec<Known>) -> AnyView {
    let row = |known: Known| {
        view! {
            <tr>
                <td>{known.group}</td>
                <th scope="row">{known.name}</th>
                <td>{known.value}</td>
                <td>{known.grade}</td>
                <td>{known.source} " " {known.note}</td>
            </tr>
        }
    };
    let count = known.len();
    let rows = known.into_iter().map(row).collect_view();
    view! {
        <details>
            <summary>{format!("All {count}, one by one")}</summary>
            <div class="table-scroll" tabindex="0" role="group" aria-label="Evidence">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Part"</th>
                            <th scope="col">"What"</th>
                            <th scope="col">"Value"</th>
                            <th scope="col">"How good"</th>
                            <th scope="col">"Source"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
