//! Foundations by Grand Challenges: how much is in each cell, and the way into it.

use leptos::prelude::*;
use roadmap_core::data::GrandChallenge;
use roadmap_core::roadmap::{Cell, Matrix, Node};

use super::desk::Desk;

/// The style has so many shades of how much there is.
const MOST_SHADES: usize = 6;

/// The matrix, the door to everything else.
pub fn view(desk: Desk) -> AnyView {
    let head = GrandChallenge::ALL.map(|own| view! { <th scope="col">{own.title()}</th> });
    let matrix = desk.ask(|graph| Matrix::of(graph.roadmap));
    let row = |foundation: roadmap_core::data::Foundation| {
        let cells = matrix.row(foundation).map(|own| cell(desk, own));
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{foundation.title()}</th>{cells}</tr> }
    };
    let rows = roadmap_core::data::Foundation::ALL.map(row);
    view! {
        <h1 data-testid="roadmap-title">"A roadmap to read, question and follow"</h1>
        <p class="summary">
            "In 2019 the local enterprise partnership put out a draft strategy: a suggested economic roadmap. Here each action stands on evidence and leads to figures that it should move. What is this explorer’s own proposal says so."
        </p>
        <div class="table-scroll" role="region" aria-label="Matrix" tabindex="0">
            <table class="matrix" data-testid="matrix">
                <caption>"Foundations of productivity by Grand Challenges: how much there is in each cell"</caption>
                <thead><tr><td></td>{head.into_iter().collect_view()}</tr></thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table>
        </div>
        <p class="caution">"An action that answers two Grand Challenges stands in two cells. Foundations and Grand Challenges are those of the white paper of 2017."</p>
    }
    .into_any()
}

fn cell(desk: Desk, own: &Cell) -> AnyView {
    let node = Node::Cell(own.foundation, own.grand_challenge);
    let actions = counted(own.actions, "action", "actions");
    let more = [
        counted(own.claims, "claim", "claims"),
        counted(own.levers, "lever", "levers"),
    ];
    view! { <td data-much=own.actions.min(MOST_SHADES)>{desk.link_with(node, actions)}<small>{more.join(", ")}</small></td> }.into_any()
}

fn counted(count: usize, one: &str, many: &str) -> String {
    let words = if count == 1 { one } else { many };
    [&roadmap_core::quantity::count(count), " ", words].concat()
}
