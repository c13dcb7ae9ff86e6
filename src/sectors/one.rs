//! One industry of the place: what it is, where, how strong, how it moved, whom it trades with.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::data::Sector;
use roadmap_core::picture::Picture;
use roadmap_core::sectors::pictures::{industry_map, industry_output};
use roadmap_core::sectors::{IndustryOutput, Partner, SectorFacts, Trade};

use super::desk::{Answer, Desk};
use super::figures::{chosen_figure, picture, still_figure};
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
    let place = picture(desk, facts, |desk, facts| {
        let shared = desk.explorer().shared();
        let map = shared.map.as_ref()?;
        desk.draw(|album| industry_map(album, map, facts))
    });
    let around = Around {
        place,
        output: output(desk, code),
        trade: trade(desk, code),
    };
    show::part(move || match facts.get() {
        None => ().into_any(),
        Some(Err(why)) => {
            view! { <p class="notice" data-testid="sector-trouble">{why}</p> }.into_any()
        }
        Some(Ok(facts)) => about(desk, &facts, around),
    })
}

/// What the panel asks beside the facts.
#[derive(Clone, Copy)]
struct Around {
    place: Memo<Option<Arc<Picture>>>,
    output: Memo<Answer<IndustryOutput>>,
    trade: Memo<Answer<Trade>>,
}

fn output(desk: Desk, code: Memo<Option<String>>) -> Memo<Answer<IndustryOutput>> {
    Memo::new(move |_| {
        let code = code.get()?;
        desk.ask(|industries, choice| IndustryOutput::of(industries, choice, &code))
    })
}

fn trade(desk: Desk, code: Memo<Option<String>>) -> Memo<Answer<Trade>> {
    Memo::new(move |_| {
        let code = code.get()?;
        desk.ask(|industries, _| Trade::of(industries, &code))
    })
}

fn about(desk: Desk, facts: &SectorFacts, around: Around) -> AnyView {
    let open = move |code: String, name: String| {
        view! {
            <button type="button" class="plain" on:click=move |_| {
                let code = code.clone();
                desk.go(|page| page.sector = Some(code));
            }>
                {name}
            </button>
        }
    };
    let within = facts.within.iter().map(|(code, name)| {
        view! { <li>{open(code.clone(), name.clone())}</li> }
    });
    let within = within.collect_view();
    let parts = facts.parts_here().map(|part| {
        view! { <tr><th scope="row">{open(part.code.clone(), part.name.clone())}</th>{cells(part.cells())}</tr> }
    });
    let parts: Vec<_> = parts.collect();
    let has_parts = !parts.is_empty();
    let districts = facts.districts.iter().map(|district| {
        view! { <tr><th scope="row">{district.name.clone()}</th>{cells(district.cells())}</tr> }
    });
    let districts = districts.collect_view();
    let definition = facts.definition.as_ref().map(defined);
    let nearness = desk.reach().get_untracked().and_then(Result::ok);
    let nearness = nearness.map(|reach| reach.of_one(facts));
    let near = facts.neighbours.iter().map(|(code, name, _)| {
        view! { <li>{open(code.clone(), name.clone())}</li> }
    });
    let near = near.collect_view();
    view! {
        <section class="sector" aria-labelledby="sector-title" data-testid="sector">
            <div class="sector-head">
                <h2 id="sector-title">{facts.row.name.clone()}</h2>
                <button type="button" data-testid="sector-close" on:click=move |_| desk.go(|page| page.sector = None)>"Close"</button>
            </div>
            <ol class="crumbs" aria-label="Part of">{within}</ol>
            <p class="prose" data-testid="sector-sentence">{facts.sentence()}</p>
            {definition}
            <div class="split">
                <div>
                    {chosen_figure(around.place, desk.explorer().go_to_key())}
                    <h3>"Where"</h3>
                    <table><thead>{head()}</thead><tbody>{districts}</tbody></table>
                </div>
                <div>
                    {has_parts.then(|| view! {
                        <h3>"What it is made of"</h3>
                        <div class="table-scroll" tabindex="0" role="group" aria-label="What it is made of">
                            <table><thead>{head()}</thead><tbody>{parts}</tbody></table>
                        </div>
                    })}
                    <h3>"Found in the same places"</h3>
                    <p data-testid="sector-near">{nearness}</p>
                    <ul class="near">{near}</ul>
                </div>
            </div>
            <div class="split">
                <div>{moved(desk, around.output)}</div>
                <div>{traded(around.trade)}</div>
            </div>
        </section>
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

fn head() -> AnyView {
    view! { <tr><th scope="col">"Name"</th><th scope="col">"Jobs"</th><th scope="col">"Location quotient"</th></tr> }
        .into_any()
}

fn cells(cells: [String; 2]) -> AnyView {
    let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> });
    cells.collect_view().into_any()
}
