//! Where growth came from: shift-share of jobs or of output.

use leptos::prelude::*;
use roadmap_core::sectors::Split;
use roadmap_core::sectors::pictures::{drivers, waterfall};

use super::desk::Desk;
use super::figures::{cautions, figure, picture, words};
use crate::show;

/// The part.
pub fn view(desk: Desk) -> AnyView {
    let from = move || desk.chosen().get().and_then(|chosen| chosen.from);
    let jobs = Memo::new(move |_| {
        desk.ask(|industries, choice| {
            let first = choice.earlier_years(industries).first().copied();
            let from = from().or(first).unwrap_or(choice.year);
            Split::of_jobs(industries, choice, from)
        })
    });
    let output = Memo::new(move |_| {
        desk.ask(|industries, choice| {
            let years = &industries.gva.years;
            let ends = [years.first(), years.last()].map(|year| year.copied().unwrap_or_default());
            Split::of_output(industries, choice, ends)
        })
    });
    let notes = show::part(move || {
        let notes = [jobs.get(), output.get()].into_iter().flatten().flatten();
        let mut notes: Vec<String> = notes.flat_map(|split| split.notes.clone()).collect();
        notes.dedup();
        cautions(notes)
    });
    view! {
        <h2>"Jobs"</h2>
        {words(jobs, Split::sentence)}
        {since(desk)}
        <div class="split">
            <div>{figure(desk, picture(desk, jobs, |desk, split| desk.draw(|album| waterfall(album, split))))}</div>
            <div>{figure(desk, picture(desk, jobs, |desk, split| desk.draw(|album| drivers(album, split))))}</div>
        </div>
        <h2>"Output"</h2>
        {words(output, Split::sentence)}
        <div class="split">
            <div>{figure(desk, picture(desk, output, |desk, split| desk.draw(|album| waterfall(album, split))))}</div>
            <div>{figure(desk, picture(desk, output, |desk, split| desk.draw(|album| drivers(album, split))))}</div>
        </div>
        {notes}
    }
    .into_any()
}

/// The first year of the split.
fn since(desk: Desk) -> AnyView {
    let options = show::part(move || {
        let years = desk.ask(|industries, choice| Ok(choice.earlier_years(industries)));
        let years = years.and_then(Result::ok);
        let years: Vec<u16> = years.map(|years| years.to_vec()).unwrap_or_default();
        let chosen = desk.chosen().get().and_then(|chosen| chosen.from);
        let first = years.first().copied();
        let option = |year: u16| {
            let is_chosen = chosen.or(first) == Some(year);
            view! { <option value=year.to_string() selected=is_chosen>{year}</option> }
        };
        years.into_iter().map(option).collect_view().into_any()
    });
    view! {
        <label class="figure-select">
            <span>"Since"</span>
            <select
                data-testid="sectors-from"
                on:change:target=move |event| {
                    let year = event.target().value().parse().ok();
                    desk.go(|page| page.from = year);
                }
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}
