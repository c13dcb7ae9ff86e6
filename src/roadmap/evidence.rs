//! The evidence: every claim with its paper, kind and strength, and what nobody has shown.

use leptos::prelude::*;
use roadmap_core::data::roadmap::{Claim, Document, Gap};
use roadmap_core::roadmap::Node;

use super::desk::Desk;
use crate::show;

/// The claims, the papers and what is missing; what the link is about stands first.
pub fn view(desk: Desk) -> AnyView {
    let claims = desk.ask(|graph| graph.roadmap.claims.clone());
    let claims = claims.iter().map(|own| claim(desk, own)).collect_view();
    let gaps = desk.ask(|graph| graph.roadmap.gaps.clone());
    let gaps = gaps.iter().map(|own| gap(desk, own)).collect_view();
    let papers = desk.ask(|graph| graph.roadmap.documents.clone());
    let papers = papers.iter().map(|own| paper(desk, own)).collect_view();
    view! {
        <h1 data-testid="roadmap-title">"Evidence"</h1>
        <p class="summary">"What the roadmap leans on, how much each claim bears, and what nobody has shown yet."</p>
        {about(desk)}
        <h2>"Claims"</h2>
        <ol class="evidence" data-testid="evidence">{claims}</ol>
        <h2>"What nobody has shown"</h2>
        <ol class="evidence" data-testid="gaps">{gaps}</ol>
        <h2>"Papers"</h2>
        <ol class="evidence" data-testid="papers">{papers}</ol>
    }
    .into_any()
}

/// What the link is about, with all that hangs on it.
pub fn about(desk: Desk) -> AnyView {
    show::part(move || {
        let key = desk.page().with(|page| page.about.clone());
        let Some(node) = key.as_deref().and_then(Node::from_key) else {
            return ().into_any();
        };
        let title = desk.ask(|graph| graph.title(&node));
        view! {
            <section class="about" data-testid="roadmap-about">
                <h2>{node.kind()}</h2>
                <p>{title}</p>
                {desk.ways_on(&node)}
            </section>
        }
        .into_any()
    })
}

fn claim(desk: Desk, own: &Claim) -> AnyView {
    let date = own.date.as_ref().map(|date| [", ", &date.words()].concat());
    let facts = [
        own.strength.title(),
        " · ",
        own.kind.title(),
        &date.unwrap_or_default(),
        ". ",
        &own.because,
    ]
    .concat();
    let source = desk.source(own.document.as_deref(), false);
    view! {
        <li>
            <h3>{own.says.clone()}</h3>
            <p class="facts">{facts}</p>
            {source}
            <details class="more"><summary>"What hangs on it"</summary>{desk.ways_on(&Node::Claim(own.id.clone()))}</details>
        </li>
    }
    .into_any()
}

fn gap(desk: Desk, own: &Gap) -> AnyView {
    view! {
        <li>
            <h3>{own.what.clone()}</h3>
            <p>"Needed: "{own.needed.clone()}</p>
            {desk.ways_on(&Node::Gap(own.id.clone()))}
        </li>
    }
    .into_any()
}

fn paper(desk: Desk, own: &Document) -> AnyView {
    view! {
        <li>
            <h3>{own.title.clone()}</h3>
            <p class="facts">{own.by.clone()}". "{own.dated.clone()}". "{own.note.clone()}</p>
            <details class="more"><summary>"What it tells"</summary>{desk.ways_on(&Node::Document(own.key.clone()))}</details>
        </li>
    }
    .into_any()
}
