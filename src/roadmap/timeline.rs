//! The strategy's story by date, and what is ahead, drawn over years that can be moved; papers
//! that tell different dates are shown so.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::data::roadmap::{Dated, Milestone, MilestoneKind};
use roadmap_core::page::roadmap::{RoadmapPage, RoadmapPart};
use roadmap_core::page::years::{Move, Years};
use roadmap_core::picture::Picture;
use roadmap_core::roadmap::{Node, horizon_from_key};

use super::desk::Desk;
use super::evidence;
use crate::edge::{later, root, today};
use crate::figure::{Caption, Figure};
use crate::segments::{self, Segment};
use crate::show;

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
        {drawn(desk)}
        <div data-testid="timeline">{parts.collect_view()}</div>
    }
    .into_any()
}

/// The picture and what moves its years.
fn drawn(desk: Desk) -> AnyView {
    let today_years = today::years();
    let whole = desk.ask(|graph| graph.whole_years(today_years));
    let told = desk.ask(|graph| graph.told_years());
    let years = Memo::new(move |_| desk.page().with(|page| page.years));
    let picture: Signal<Arc<Picture>> = Memo::new_with_compare(
        move |_| {
            let years = years.get();
            Arc::new(desk.ask(|graph| graph.timeline_picture(years, today_years)))
        },
        |_, _| true,
    )
    .into();
    let show = move |years: Option<Years>| {
        desk.adjust(|page| page.years = years.filter(|own| *own != whole));
    };
    let choose = Callback::new(move |key: String| {
        if let Some(horizon) = horizon_from_key(&key) {
            desk.go(|page| {
                *page = RoadmapPage {
                    part: RoadmapPart::Actions,
                    horizon: Some(horizon),
                    ..RoadmapPage::default()
                };
            });
            later::after_paint(|| root::focus("content"));
        } else if let Some(node) = Node::from_key(&key) {
            desk.open(&node);
        }
    });
    let ahead = Years {
        from_years: today_years.floor(),
        to_years: whole.to_years,
    };
    let spans = [
        ("everything", "Everything", None),
        ("told", "As the papers tell it", told),
        ("ahead", "What is ahead", Some(ahead)),
    ];
    let span = |(key, words, own): (&str, &'static str, Option<Years>)| Segment {
        testid: ["timeline-", key].concat(),
        words,
        is_pressed: show::flag(move || years.get() == own),
        press: Callback::new(move |()| show(own)),
    };
    let moves = Move::ALL.into_iter().map(|way| {
        let moved = move || years.get().unwrap_or(whole).moved(way, whole);
        let is_at_end = show::text(move || moved().is_none().to_string());
        let press = move |_| {
            if let Some(years) = moved() {
                show(Some(years));
            }
        };
        let testid = ["timeline-", &way.title().to_lowercase()].concat();
        view! {
            <button type="button" data-testid=testid aria-disabled=is_at_end on:click=press>
                {way.title()}
            </button>
        }
    });
    view! {
        <h2 class="sr-only">"In one picture"</h2>
        {segments::segments("Years in sight", spans.into_iter().map(span).collect())}
        <div class="entry-acts" role="group" aria-label="Move the years">{moves.collect_view()}</div>
        <Figure picture=picture caption=Caption::Full on_choose=choose/>
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
