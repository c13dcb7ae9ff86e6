//! One industry of the place: what it is, where, how strong, and what is near to it.

use leptos::prelude::*;
use roadmap_core::sectors::SectorFacts;

use super::desk::{Answer, Desk};
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
    show::part(move || match facts.get() {
        None => ().into_any(),
        Some(Err(why)) => {
            view! { <p class="notice" data-testid="sector-trouble">{why}</p> }.into_any()
        }
        Some(Ok(facts)) => about(desk, &facts),
    })
}

fn about(desk: Desk, facts: &SectorFacts) -> AnyView {
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
            <div class="split">
                <div>
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
                    <ul class="near">{near}</ul>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn head() -> AnyView {
    view! { <tr><th scope="col">"Name"</th><th scope="col">"Jobs"</th><th scope="col">"Location quotient"</th></tr> }
        .into_any()
}

fn cells(cells: [String; 2]) -> AnyView {
    let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> });
    cells.collect_view().into_any()
}
