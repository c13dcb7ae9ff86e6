//! Inside another page and on a stage: what one question finds, in words and one picture.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::page::sectors::Part;
use roadmap_core::page::{Keyed, Mode};
use roadmap_core::picture::Picture;
use roadmap_core::sectors::pictures::{
    multipliers, network, output_shares, quadrant, ranked, waterfall,
};
use roadmap_core::sectors::{Network, Reach, Similar, Split, SupplyChain, Table, Trend, similar};

use super::desk::{Answer, Desk};
use super::figures::{figure, picture, words};
use super::{beside, complexity, name_of, supply};
use crate::show;
use crate::steps::{self, Steps};

/// The words and the picture of the chosen part; on a stage the way to the others as well.
pub fn view(desk: Desk, part: Memo<Part>) -> AnyView {
    let mode = desk.explorer().mode();
    let found = show::part(move || found(desk, part.get()));
    let steps = show::when(move || mode.get() == Mode::Hall, move || steps(desk, part));
    let name = show::text(move || name_of(part.get()).to_owned());
    view! { <div class="sector-stage"><h2 class="sr-only">{name}</h2>{found}</div>{steps} }
        .into_any()
}

/// More rows than this could not be read from the last one.
const ON_A_STAGE: usize = 10;

fn found(desk: Desk, part: Part) -> AnyView {
    match part {
        Part::Strengths => {
            let sector = move || desk.page().with(|page| page.sector.clone());
            let order = move || desk.page().with(|page| page.order);
            let told = desk.table();
            let drawn = picture(desk, told, move |desk, table| {
                let growth = desk.draw(|album| quadrant(album, table, sector().as_deref()));
                let bars = || desk.draw(|album| ranked(album, table, order(), sector().as_deref()));
                growth.or_else(bars)
            });
            shown(desk, told, Table::sentence, drawn)
        }
        Part::Growth => {
            let told = Memo::new(move |_| {
                let from = desk.chosen().get()?.from;
                desk.ask(|industries, choice| Split::of_jobs(industries, choice, from))
            });
            let drawn = picture(desk, told, |desk, split| {
                desk.draw(|album| waterfall(album, split))
            });
            shown(desk, told, Split::sentence, drawn)
        }
        Part::Output => {
            let told = Memo::new(move |_| desk.ask(Trend::new));
            let drawn = picture(desk, told, |desk, trend| {
                desk.draw(|album| output_shares(album, trend))
            });
            shown(desk, told, Trend::sentence, drawn)
        }
        Part::Next => {
            let told = desk.reach();
            let drawn = picture(desk, told, |desk, reach| {
                let landscape = desk.landscape().get()?.ok()?;
                let laid_out = Network::new(&landscape);
                desk.draw(|album| network(album, &laid_out, reach, None))
            });
            shown(desk, told, Reach::sentence, drawn)
        }
        Part::Complexity => complexity::short(desk),
        Part::Supply => {
            let told = supply::chain(desk);
            let drawn = picture(desk, told, |desk, chain| {
                desk.draw(|album| multipliers(album, chain, ON_A_STAGE, None))
            });
            shown(desk, told, SupplyChain::farthest, drawn)
        }
        Part::Similar => {
            let places = Memo::new(move |_| {
                desk.ask(|industries, choice| {
                    similar(industries, &choice.place, choice.year, choice.agencies)
                })
            });
            // The place that was put beside this one, or else the one most like it.
            let other = Memo::new(move |_| {
                let beside = desk.chosen().get()?.beside.clone();
                let first = || Some(places.get()?.ok()?.first()?.key.clone());
                beside.or_else(first)
            });
            let first = |places: &Vec<Similar>| places.first().map(Similar::sentence);
            let sentence = move |places: &Vec<Similar>| first(places).unwrap_or_default();
            shown(desk, places, sentence, beside::slope(desk, other))
        }
    }
}

fn shown<T: Send + Sync + 'static>(
    desk: Desk,
    told: Memo<Answer<T>>,
    sentence: impl Fn(&T) -> String + Send + Sync + 'static,
    drawn: Memo<Option<Arc<Picture>>>,
) -> AnyView {
    view! { {words(told, sentence)} {figure(desk, drawn)} }.into_any()
}

/// The questions one after the other, as on the stage of the overview.
fn steps(desk: Desk, part: Memo<Part>) -> AnyView {
    steps::bar(Steps {
        count: Part::ALL.len(),
        at: Signal::derive(move || Part::ALL.iter().position(|own| *own == part.get())),
        name: show::text(move || name_of(part.get()).to_owned()),
        go: Callback::new(move |to: usize| {
            if let Some(part) = Part::ALL.get(to).copied() {
                desk.go(|page| page.part = part);
            }
        }),
    })
}
