//! One action: what and why, where its indicators stand, what it would take, what it leans on.

use leptos::prelude::*;
use roadmap_core::data::roadmap::{Action, Turn};
use roadmap_core::page::Page;
use roadmap_core::page::roadmap::RoadmapPart;
use roadmap_core::roadmap::{Node, Progress};

use super::chain;
use super::desk::{self, Desk};
use crate::shell::PageLink;
use crate::show;

/// The action of an id, or that there is none.
pub fn view(desk: Desk, id: &str) -> AnyView {
    match desk.ask(|graph| graph.roadmap.action(id).cloned()) {
        Some(own) => whole(desk, &own),
        None => missing(id),
    }
}

fn missing(id: &str) -> AnyView {
    let shown: String = id.chars().take(60).collect();
    view! {
        <h1 data-testid="roadmap-title">"This action is not here"</h1>
        <p class="notice" data-testid="action-missing">
            "This link asked for an action that the roadmap does not have: “"{shown}"”."
        </p>
        {back()}
    }
    .into_any()
}

fn back() -> AnyView {
    view! {
        <p>
            <PageLink then_focus="content" change=|page: &mut Page| desk::change(page, |page| page.part = RoadmapPart::Actions)>
                "All actions"
            </PageLink>
        </p>
    }
    .into_any()
}

fn whole(desk: Desk, own: &Action) -> AnyView {
    let node = Node::Action(own.id.clone());
    let stopped = own.stopped_because.clone();
    let stopped = stopped.map(|why| view! { <p class="caution">"Stopped: "{why}</p> });
    view! {
        <article class="action" data-testid="action">
            {back()}
            <h1 data-testid="roadmap-title">{own.title.clone()}</h1>
            <p class="summary">{own.what.clone()}</p>
            <p class="prose"><strong>"Why: "</strong>{own.why.clone()}</p>
            <p class="prose"><strong>"What stands in the way: "</strong>{own.barrier.clone()}</p>
            {stopped}
            {desk.source(own.document.as_deref(), own.is_illustrative)}
            {facts(desk, own)}
            {indicators(desk, own)}
            {lever(desk, own)}
            {evidence(desk, own)}
            {chain::view(desk, &node)}
            {history(desk, own.history.clone())}
            <section>
                <h2>"Everything that hangs on it"</h2>
                {desk.ways_on(&node)}
            </section>
        </article>
    }
    .into_any()
}

fn facts(desk: Desk, own: &Action) -> AnyView {
    let names = own.places.iter().map(|code| {
        let shared = desk.explorer().shared();
        shared.dataset.name_of(code).to_owned()
    });
    let mut places: Vec<String> = names.collect();
    if places.is_empty() {
        let shared = desk.explorer().shared();
        places.push(["All of ", &shared.dataset.place.name].concat());
    }
    let cells: Vec<&str> = own.grand_challenges.iter().map(|own| own.title()).collect();
    let themes: Vec<&str> = own.themes.iter().map(|own| own.title()).collect();
    let rows = [
        ("Foundation", own.foundation.title().to_owned()),
        ("Grand Challenges", cells.join(", ")),
        ("Where", places.join(", ")),
        ("Who would lead", own.owner.clone()),
        ("With", own.partners.join(", ")),
        ("Stage", own.stage.title().to_owned()),
        ("When", own.horizon.title().to_owned()),
        ("Digital themes", themes.join(", ")),
    ];
    let told = rows.into_iter().filter(|(_, words)| !words.is_empty());
    let rows = told.map(|(name, words)| view! { <div><dt>{name}</dt><dd>{words}</dd></div> });
    view! { <dl class="action-facts">{rows.collect_view()}</dl> }.into_any()
}

/// Where each indicator stands for the chosen place, worked out from the figures.
fn indicators(desk: Desk, own: &Action) -> AnyView {
    let all = own.indicators.clone();
    let area = desk.explorer().area();
    let place = show::text(move || {
        let shared = desk.explorer().shared();
        shared.dataset.name_of(&area.get()).to_owned()
    });
    let rows = show::part(move || {
        let area = area.get();
        let row = |indicator| {
            let (latest, change, target) = desk.ask(|graph| {
                let told = Progress::of((graph.roadmap, graph.dataset), indicator, &area);
                (
                    told.latest_words(),
                    told.change_words(),
                    told.target_words(),
                )
            });
            let node = Node::Measure(indicator.measure.clone());
            view! {
                <tr data-testid="indicator">
                    <th scope="row">{desk.link(node)}</th>
                    <td>{latest}</td>
                    <td>{change}</td>
                    <td>{target.unwrap_or_else(|| "none set".to_owned())}</td>
                </tr>
            }
        };
        all.iter().map(row).collect_view().into_any()
    });
    view! {
        <section>
            <h2>"What it should move"</h2>
            <div class="table-scroll" role="region" aria-label="Indicators" tabindex="0">
                <table data-testid="indicators">
                    <caption>"Published figures for "{place}"; choose another place on the overview"</caption>
                    <thead><tr><th scope="col">"Figure"</th><th scope="col">"Latest"</th><th scope="col">"Change"</th><th scope="col">"Target"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="caution">"The papers set no targets. One that stands here is an illustration. A change does not say that an action brought it about."</p>
        </section>
    }
    .into_any()
}

fn lever(desk: Desk, own: &Action) -> AnyView {
    let words = match own.lever {
        None => view! { <p>"No lever of the scenario model stands for it: what it would do to output or jobs is not worked out."</p> }.into_any(),
        Some((setting, needed)) => {
            let (size, grade) = desk.ask(|graph| {
                let lever = graph.roadmap.lever(setting);
                let grade = lever.map(|lever| lever.grade.clone());
                (graph.size_words(own), grade.unwrap_or_default())
            });
            let size = size.map(|size| {
                view! { <p data-testid="lever-size">"It would need about "<strong>{size}</strong>"."</p> }
            });
            view! {
                <p>"In the scenario model this is the lever "{desk.link(Node::Lever(setting))}"."</p>
                {size}
                <p>{desk.scenario((setting, needed))}</p>
                <p class="caution">"Grade of its evidence: "{grade}". The size is this explorer’s reading of the action, not a promise of anybody."</p>
            }
            .into_any()
        }
    };
    view! { <section><h2>"What it would take"</h2>{words}</section> }.into_any()
}

fn evidence(desk: Desk, own: &Action) -> AnyView {
    let claims = own.claims.iter().filter_map(|id| {
        let claim = desk.ask(|graph| graph.roadmap.claim(id).cloned())?;
        let facts = [claim.strength.title(), ", ", claim.kind.title()].concat();
        let node = Node::Claim(claim.id.clone());
        Some(view! {
            <li>{desk.link_with(node, claim.says.clone())}" "<span class="facts">{facts}": "{claim.because.clone()}</span></li>
        })
    });
    let claims = claims.collect_view();
    view! { <section><h2>"What it leans on"</h2><ul class="claims" data-testid="claims">{claims}</ul></section> }
        .into_any()
}

fn history(desk: Desk, turns: Vec<Turn>) -> AnyView {
    if turns.is_empty() {
        return ().into_any();
    }
    let turn = |own: Turn| {
        let source = desk.source(own.document.as_deref(), false);
        view! { <li><strong>{own.date.words()}</strong>" "{own.what}{source}</li> }
    };
    let turns = turns.into_iter().map(turn).collect_view();
    view! { <section><h2>"What has happened"</h2><ol class="history">{turns}</ol></section> }
        .into_any()
}
