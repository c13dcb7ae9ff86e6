//! One industry of the place: what it is, where, how strong, how it moved, whom it trades with.

use leptos::prelude::*;
use roadmap_core::data::{Sector, SectorKind};
use roadmap_core::roadmap::Node;
use roadmap_core::sectors::pictures::{industry_map, industry_output};
use roadmap_core::sectors::{InDistrict, IndustryOutput, Partner, Row, SectorFacts, Trade};

use super::desk::{Answer, Desk};
use super::figures::{chosen_figure, picture, still_figure};
use crate::shell::roadmap_link;
use crate::show;

/// The industry that is chosen, if one is.
pub fn view(desk: Desk) -> AnyView {
    let code = Memo::new(move |_| desk.page().with(|page| page.sector.clone()));
    let facts: Memo<Answer<SectorFacts>> = Memo::new(move |_| {
        let code = code.get()?;
        match desk.landscape().get()? {
            Ok(landscape) => desk
                .ask(|industries, choice| SectorFacts::new(industries, &landscape, choice, &code)),
            Err(why) => Some(Err(why)),
        }
    });
    let trouble = show::part(move || match facts.get() {
        Some(Err(why)) => {
            view! { <p class="notice" data-testid="sector-trouble">{why}</p> }.into_any()
        }
        _ => ().into_any(),
    });
    let is_told = move || facts.with(|facts| matches!(facts, Some(Ok(_))));
    let panel = show::when(is_told, move || panel(desk, code, facts));
    view! { {trouble}{panel} }.into_any()
}

/// The panel stays while another industry or place is chosen, so that nothing jumps.
fn panel(desk: Desk, code: Memo<Option<String>>, facts: Memo<Answer<SectorFacts>>) -> AnyView {
    let place = picture(desk, facts, |desk, facts| {
        let shared = desk.explorer().shared();
        let map = shared.map.as_ref()?;
        desk.draw(|album| industry_map(album, map, facts))
    });
    let output = Memo::new(move |_| {
        let code = code.get()?;
        desk.ask(|industries, choice| IndustryOutput::of(industries, choice, &code))
    });
    let trade = Memo::new(move |_| {
        let code = code.get()?;
        desk.ask(|industries, _| Trade::of(industries, &code))
    });
    let told = move |of: fn(Desk, &SectorFacts) -> AnyView| {
        show::part(move || match facts.get() {
            Some(Ok(facts)) => of(desk, &facts),
            _ => ().into_any(),
        })
    };
    view! {
        <section class="sector" aria-labelledby="sector-title" data-testid="sector">
            {told(head)}
            <div class="split">
                <div>
                    {chosen_figure(place, desk.explorer().go_to_key())}
                    {told(districts)}
                </div>
                <div>{told(parts)}{told(near)}</div>
            </div>
            <div class="split">
                <div>{moved(desk, output)}</div>
                <div>{traded(trade)}</div>
            </div>
        </section>
    }
    .into_any()
}

/// What it is called, what holds it, its size and strength, and how it is defined.
fn head(desk: Desk, facts: &SectorFacts) -> AnyView {
    let within = facts.within.iter().map(|(code, name)| {
        view! { <li>{open(desk, code, name)}</li> }
    });
    let within = within.collect_view();
    let own = facts.definition.as_ref();
    let own = own.filter(|own| own.kind == SectorKind::Roadmap);
    view! {
        <div class="sector-head">
            <h2 id="sector-title">{facts.row.name.clone()}</h2>
            <button type="button" data-testid="sector-close" on:click=move |_| desk.go(|page| page.sector = None)>"Close"</button>
        </div>
        <ol class="crumbs" aria-label="Part of">{within}</ol>
        <p class="prose" data-testid="sector-sentence">{facts.sentence()}</p>
        {facts.definition.as_ref().map(defined)}
        {own.map(|own| view! { <p>{roadmap_link(Node::Sector(own.key.clone()))}</p> })}
    }
    .into_any()
}

fn districts(_: Desk, facts: &SectorFacts) -> AnyView {
    let row = |district: &InDistrict| {
        view! { <tr><th scope="row">{district.name.clone()}</th>{cells(district.cells())}</tr> }
    };
    let rows = facts.districts.iter().map(row).collect_view();
    view! { <h3>"Where"</h3><table><thead>{columns()}</thead><tbody>{rows}</tbody></table> }
        .into_any()
}

fn parts(desk: Desk, facts: &SectorFacts) -> AnyView {
    let row = |part: &Row| {
        let name = open(desk, &part.code, &part.name);
        view! { <tr><th scope="row">{name}</th>{cells(part.cells())}</tr> }
    };
    let rows: Vec<_> = facts.parts_here().map(row).collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <h3>"What it is made of"</h3>
        <div class="table-scroll" tabindex="0" role="group" aria-label="What it is made of">
            <table><thead>{columns()}</thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

fn near(desk: Desk, facts: &SectorFacts) -> AnyView {
    let reach = desk.reach().get().and_then(Result::ok);
    let nearness = reach.map(|reach| reach.of_one(facts));
    let near = facts.neighbours.iter().map(|(code, name, _)| {
        view! { <li>{open(desk, code, name)}</li> }
    });
    let near = near.collect_view();
    view! {
        <h3>"Found in the same places"</h3>
        <p data-testid="sector-near">{nearness}</p>
        <ul class="near">{near}</ul>
    }
    .into_any()
}

/// A way to another industry.
fn open(desk: Desk, code: &str, name: &str) -> AnyView {
    let (code, name) = (code.to_owned(), name.to_owned());
    view! {
        <button type="button" class="plain" on:click=move |_| {
            let code = code.clone();
            desk.go(|page| page.sector = Some(code));
        }>
            {name}
        </button>
    }
    .into_any()
}

/// Who has defined a sector how, and what that misses.
fn defined(sector: &Sector) -> AnyView {
    let paragraphs = [&sector.called, &sector.reason, &sector.misses];
    let paragraphs = paragraphs.into_iter().filter(|words| !words.is_empty());
    let paragraph = |words: &String| view! { <p class="prose">{words.clone()}</p> };
    let paragraphs = paragraphs.map(paragraph).collect_view();
    view! { <div data-testid="sector-definition">{paragraphs}</div> }.into_any()
}

/// How its output moved, where that is told.
fn moved(desk: Desk, output: Memo<Answer<IndustryOutput>>) -> AnyView {
    let line = picture(desk, output, |desk, output| {
        desk.draw(|album| industry_output(album, output))
    });
    let told = show::part(move || {
        match output.get() {
        Some(Ok(output)) => {
            view! { <p data-testid="sector-output">{output.sentence()}</p> }.into_any()
        }
        _ => view! {
            <p data-testid="sector-output">"Its output is told neither here nor as part of one wider industry."</p>
        }
        .into_any(),
    }
    });
    view! { <h3>"Output"</h3>{told}{still_figure(line)} }.into_any()
}

/// Whom it buys from and sells to, where the table tells it.
fn traded(trade: Memo<Answer<Trade>>) -> AnyView {
    let told = show::part(move || match trade.get() {
        Some(Ok(trade)) => {
            let table = |caption: &'static str, partners: &[Partner]| {
                let row = |own: &Partner| {
                    let [name, amount, share] = own.cells();
                    view! { <tr><th scope="row">{name}</th><td>{amount}</td><td>{share}</td></tr> }
                };
                let rows = partners.iter().map(row).collect_view();
                view! {
                    <table>
                        <caption>{caption}</caption>
                        <thead><tr><th scope="col">"Industry"</th><th scope="col">"A year"</th><th scope="col">"Share"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                }
            };
            view! {
                <p data-testid="sector-trade">{trade.sentence()}</p>
                {table("Buys from", &trade.suppliers)}
                {table("Sells to", &trade.buyers)}
            }
            .into_any()
        }
        Some(Err(why)) => view! { <p data-testid="sector-trade">{why}</p> }.into_any(),
        None => ().into_any(),
    });
    view! { <h3>"Buyers and suppliers"</h3>{told} }.into_any()
}

fn columns() -> AnyView {
    view! { <tr><th scope="col">"Name"</th><th scope="col">"Jobs"</th><th scope="col">"Location quotient"</th></tr> }
        .into_any()
}

fn cells(cells: [String; 2]) -> AnyView {
    let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> });
    cells.collect_view().into_any()
}
