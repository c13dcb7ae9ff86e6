//! The register of actions: found, filtered, in order; or one of them.

use leptos::prelude::*;
use roadmap_core::data::roadmap::Action;
use roadmap_core::page::Page;
use roadmap_core::quantity;
use roadmap_core::roadmap::{Filter, Node};

use super::desk::{self, Desk};
use super::{chain, choose, more, one};
use crate::shell::PageLink;
use crate::show;

/// The register, or the one action that is chosen.
pub fn view(desk: Desk) -> AnyView {
    let id = Memo::new(move |_| desk.page().with(|page| page.action.clone()));
    show::part(move || match id.get() {
        Some(id) => one::view(desk, &id),
        None => register(desk),
    })
}

fn register(desk: Desk) -> AnyView {
    let area = desk.explorer().part(|page| page.area.clone());
    let found = Memo::new(move |_| {
        let page = desk.page().get();
        let filter = Filter::of(&page, area.get());
        let about = page.about.as_deref().and_then(Node::from_key);
        desk.ask(|graph| {
            let actions = &graph.roadmap.actions;
            let mut found = desk.find(|finder| finder.find(actions, &filter, page.sort));
            if let Some(node) = &about {
                let about = graph.actions_about(node);
                found.retain(|at| {
                    let own = actions.get(*at);
                    own.is_some_and(|own| about.iter().any(|other| other.id == own.id))
                });
            }
            found
        })
    });
    let count = show::text(move || match found.with(Vec::len) {
        0 => "No action answers to all of this.".to_owned(),
        1 => "1 action".to_owned(),
        many => [&quantity::count(many), " actions"].concat(),
    });
    let most = RwSignal::new(more::STEP);
    let list = show::part(move || {
        let rows = found.get().into_iter().take(most.get());
        let rows = rows.filter_map(|at| desk.ask(|graph| graph.roadmap.actions.get(at).cloned()));
        rows.map(|own| row(desk, &own)).collect_view().into_any()
    });
    view! {
        <h1 data-testid="roadmap-title">"Actions"</h1>
        {about(desk)}
        {choose::view(desk)}
        <p class="search-count" role="status" data-testid="actions-count">{count}</p>
        <ol class="actions" data-testid="actions">{list}</ol>
        {more::view("more-actions", found, most)}
    }
    .into_any()
}

/// What the list is about, if it was opened from something else.
fn about(desk: Desk) -> AnyView {
    show::part(move || {
        let key = desk.page().with(|page| page.about.clone());
        let Some(node) = key.as_deref().and_then(Node::from_key) else {
            return ().into_any();
        };
        let words = [node.kind(), ": ", &desk.ask(|graph| graph.title(&node))].concat();
        let scenario = match node {
            Node::Lever(setting) => Some(view! { <p>{desk.scenario((setting, None))}</p> }),
            _ => None,
        };
        let whole_chain = matches!(node, Node::Cell(..)).then(|| chain::view(desk, &node));
        view! {
            <section class="about" data-testid="roadmap-about">
                <h2>"What the roadmap does about this"</h2>
                <p>{words}</p>
                {desk.ways_on(&node)}
                {scenario}
                {whole_chain}
                <p><PageLink change=|page: &mut Page| desk::change(page, |page| {
                    page.part = roadmap_core::page::roadmap::RoadmapPart::Actions;
                })>"All actions"</PageLink></p>
            </section>
        }
        .into_any()
    })
}

fn row(desk: Desk, own: &Action) -> AnyView {
    let cells: Vec<&str> = own.grand_challenges.iter().map(|own| own.title()).collect();
    let facts = [
        own.foundation.title(),
        " · ",
        &cells.join(", "),
        " · ",
        own.stage.title(),
        " · ",
        own.horizon.title(),
    ]
    .concat();
    let illustrative = own
        .is_illustrative
        .then(|| view! { <span class="mark">"illustrative"</span> });
    view! {
        <li data-testid="action-row">
            <h2>{desk.link(Node::Action(own.id.clone()))}</h2>
            <p class="facts">{facts}" "{illustrative}</p>
            <p>{own.what.clone()}</p>
        </li>
    }
    .into_any()
}
