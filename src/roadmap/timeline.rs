//! The strategy's story by date, and what is ahead; papers that tell different dates are shown so.

use leptos::prelude::*;
use roadmap_core::data::roadmap::{Dated, Milestone, MilestoneKind};
use roadmap_core::roadmap::Node;

use super::desk::Desk;
use super::evidence;

/// The milestones in order of time.
pub fn view(desk: Desk) -> AnyView {
    let parts = MilestoneKind::ALL.iter().map(|kind| {
        let all = desk.ask(|graph| graph.roadmap.milestones.clone());
        let own = all.into_iter().filter(|own| own.kind == *kind);
        let own = own.map(|own| milestone(desk, &own)).collect_view();
        view! { <h2>{kind.title()}</h2><ol class="timeline">{own}</ol> }
    });
    view! {
        <h1 data-testid="roadmap-title">"Timeline"</h1>
        <p class="summary">"How the strategy came about, as its papers tell it, and what could come next."</p>
        {evidence::about(desk)}
        <div data-testid="timeline">{parts.collect_view()}</div>
    }
    .into_any()
}

fn milestone(desk: Desk, own: &Milestone) -> AnyView {
    let is_in_conflict = own.is_in_conflict();
    let conflict = is_in_conflict.then(|| {
        view! { <p class="conflict" data-testid="conflict">"The papers tell different dates:"</p> }
    });
    let first = own.dates.first().map(|own| own.date.words());
    let date = if is_in_conflict {
        None
    } else {
        first.map(|first| view! { <strong class="date">{first}</strong> })
    };
    let dates = own.dates.iter().map(|own| dated(desk, own)).collect_view();
    let mark = own
        .is_illustrative
        .then(|| view! { <span class="mark">"illustrative"</span> });
    let actions = own.actions.iter().map(|id| {
        let link = desk.link(Node::Action(id.clone()));
        view! { <li>{link}</li> }
    });
    view! {
        <li data-testid="milestone">
            {date}
            <h3>{own.title.clone()}" "{mark}</h3>
            <p>{own.what.clone()}</p>
            {conflict}
            <ul class="dates">{dates}</ul>
            <ul class="near">{actions.collect_view()}</ul>
        </li>
    }
    .into_any()
}

fn dated(desk: Desk, own: &Dated) -> AnyView {
    let paper = own.document.clone();
    let paper = paper.map(|key| desk.link(Node::Document(key)));
    let paper = paper.map(|paper| view! { ", "{paper} });
    let note = own.note.clone().map(|note| [": ", &note].concat());
    view! { <li><time>{own.date.words()}</time>{paper}{note}</li> }.into_any()
}
