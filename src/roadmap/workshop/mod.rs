//! The workshop: what organisations in a room put forward, which barriers they share, who could
//! help whom; and problems that public bodies may buy an answer to.

mod board;
mod entries;
mod files;
mod form;
mod shared;

use leptos::prelude::*;
use roadmap_core::data::roadmap::Procurement;
use roadmap_core::quantity;
use roadmap_core::roadmap::Node;
use roadmap_core::roadmap::register::Entry;

use self::board::Board;
use self::entries::Seen;
use super::desk::Desk;
use super::evidence;
use crate::edge::{held, keep};
use crate::show;

/// What is said when entries were merged.
const MERGED: &str = "Merged: the words of the first stay, blanks are filled from the others, votes are added up. Undo takes it back.";

/// The register that the room fills, and the pipeline.
pub fn view(desk: Desk) -> AnyView {
    let board = Board::new(desk);
    let seen = Seen::new();
    held::hold(keep::on_change(move || board.refresh()));
    let problems = desk.ask(|graph| graph.roadmap.procurements.clone());
    let problems = problems.iter().map(|own| problem(desk, own)).collect_view();
    let has_examples = move || {
        let is_example = |own: &Entry| own.told.document.is_some();
        board
            .register()
            .with(|register| register.entries.iter().any(is_example))
    };
    let caution = show::when(has_examples, || {
        view! {
            <p class="caution">"The initiatives of the examples are the workshop’s. Who speaks for each, what stands in the way, what it needs and offers are our illustrations: the papers do not say."</p>
        }
        .into_any()
    });
    view! {
        <h1 data-testid="roadmap-title">"Workshop"</h1>
        <p class="summary">"What is put forward in the room, which barriers are shared, and who could help whom. What you write stays on this device until you save it as a file."</p>
        {evidence::about(desk)}
        {form::view(board)}
        {files::view(board, seen)}
        {shared::alike(board)}
        {entries::view(board, seen, caution)}
        {shared::view(board)}
        <h2>"Problems to buy an answer to"</h2>
        <p class="caution">"These are examples of what such a list looks like. None is a tender of anybody."</p>
        <ol class="evidence" data-testid="problems">{problems}</ol>
    }
    .into_any()
}

fn problem(desk: Desk, own: &Procurement) -> AnyView {
    let value = own.value_gbp.map(|value| {
        let words = quantity::spoken(value, roadmap_core::measure::Unit::Gbp, 0);
        view! { <p>"It may cost about "{words}"."</p> }
    });
    let stopped = own.stopped_because.clone();
    let stopped = stopped.map(|why| view! { <p>"Stopped: "{why}</p> });
    view! {
        <li>
            <h3>{own.problem.clone()}</h3>
            <p class="facts">{own.stage.title()}</p>
            <p>"Outcome that counts: "{own.outcome.clone()}</p>
            {value}
            {stopped}
            {desk.ways_on(&Node::Procurement(own.id.clone()))}
            {desk.source(own.document.as_deref(), own.is_illustrative)}
        </li>
    }
    .into_any()
}
