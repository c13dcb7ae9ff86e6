//! Where growth came from: shift-share of jobs or of output.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::page::sectors::SectorsPage;
use roadmap_core::picture::Picture;
use roadmap_core::sectors::pictures::{drivers, shares_moved, waterfall};
use roadmap_core::sectors::{Split, SplitRow};

use super::desk::{Answer, Desk};
use super::figures::{cautions, figure, picture, words};
use crate::show;

/// The part.
pub fn view(desk: Desk) -> AnyView {
    let jobs = Memo::new(move |_| {
        let from = desk.chosen().get()?.from;
        desk.ask(|industries, choice| Split::of_jobs(industries, choice, from))
    });
    let output = Memo::new(move |_| {
        let ends = desk.chosen().get()?.output;
        desk.ask(|industries, choice| Split::of_output(industries, choice, ends))
    });
    view! {
        <h2>"Jobs"</h2>
        {words(jobs, Split::sentence)}
        {since(desk)}
        {split(desk, jobs, "jobs")}
        <h2>"Output"</h2>
        {words(output, Split::sentence)}
        {between(desk)}
        {split(desk, output, "output")}
    }
    .into_any()
}

/// The parts of a change as a whole, by industry, and as a table.
fn split(desk: Desk, split: Memo<Answer<Split>>, key: &'static str) -> AnyView {
    let draw =
        |draw: fn(Desk, &Split) -> Option<Arc<Picture>>| figure(desk, picture(desk, split, draw));
    let sector = move || desk.page().with(|page| page.sector.clone());
    let moved = picture(desk, split, move |desk, split| {
        desk.draw(|album| shares_moved(album, split, sector().as_deref()))
    });
    let told = show::part(move || match split.get() {
        Some(Ok(split)) => {
            let drivers = split.drivers();
            view! {
                <p data-testid=format!("drivers-{key}")>{drivers}</p>
                <p data-testid=format!("allocation-{key}")>{split.allocation_sentence()}</p>
                {table(&split, key)}
                {cautions(split.notes.clone())}
            }
            .into_any()
        }
        _ => ().into_any(),
    });
    view! {
        <div class="split">
            <div>{draw(|desk, split| desk.draw(|album| waterfall(album, split)))}</div>
            <div>{draw(|desk, split| desk.draw(|album| drivers(album, split)))}</div>
        </div>
        {told}
        {figure(desk, moved)}
    }
    .into_any()
}

/// Every part of every industry's change.
fn table(split: &Split, key: &'static str) -> AnyView {
    let columns = split.columns().into_iter();
    let columns = columns.map(|name| view! { <th scope="col">{name}</th> });
    let columns = columns.collect_view();
    let line = |cells: [String; 7]| {
        let mut cells = cells.into_iter();
        let name = cells.next().unwrap_or_default();
        let cells = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    let rows = split.rows.iter();
    let rows = rows.map(|row: &SplitRow| line(split.cells(row)));
    let rows = rows.collect_view();
    view! {
        <details class="more">
            <summary>"Every industry’s parts as a table"</summary>
            <div class="table-scroll" tabindex="0" role="group" aria-label="Growth by industry">
                <table data-testid=format!("split-table-{key}")>
                    <thead><tr>{columns}</tr></thead>
                    <tbody>{rows}{line(split.total_cells())}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// The first year of the split of jobs.
fn since(desk: Desk) -> AnyView {
    let years = move || {
        let years = desk.ask(|industries, choice| Ok(choice.earlier_years(industries)));
        let years = years.and_then(Result::ok);
        years.map(|years| years.to_vec()).unwrap_or_default()
    };
    let chosen = move || desk.chosen().get().map(|chosen| chosen.from);
    let set = |page: &mut SectorsPage, year| page.from = year;
    year_select(desk, ("sectors-from", "Since"), years, chosen, set)
}

/// The first and the last year of the split of output.
fn between(desk: Desk) -> AnyView {
    let years = move || -> [Vec<u16>; 2] {
        let Some(chosen) = desk.chosen().get() else {
            return Default::default();
        };
        let years = desk.ask(|industries, _| Ok(chosen.output_years(industries)));
        let years = years.and_then(Result::ok);
        years.map(|years| (*years).clone()).unwrap_or_default()
    };
    let first = move || {
        let [first, _] = years();
        first
    };
    let last = move || {
        let [_, last] = years();
        last
    };
    let end = move |of: fn([u16; 2]) -> u16| move || Some(of(desk.chosen().get()?.output));
    let from = |page: &mut SectorsPage, year| page.output_from = year;
    let to = |page: &mut SectorsPage, year| page.output_to = year;
    view! {
        <div class="sector-years">
            {year_select(desk, ("output-from", "From"), first, end(|[first, _]| first), from)}
            {year_select(desk, ("output-to", "To"), last, end(|[_, last]| last), to)}
        </div>
    }
    .into_any()
}

/// A choice of a year.
fn year_select(
    desk: Desk,
    (testid, words): (&'static str, &'static str),
    years: impl Fn() -> Vec<u16> + Send + Sync + 'static,
    chosen: impl Fn() -> Option<u16> + Send + Sync + 'static,
    set: fn(&mut SectorsPage, Option<u16>),
) -> AnyView {
    let options = show::part(move || {
        let chosen = chosen();
        let option = |year: u16| {
            let is_chosen = chosen == Some(year);
            view! { <option value=year.to_string() selected=is_chosen>{year}</option> }
        };
        years().into_iter().map(option).collect_view().into_any()
    });
    view! {
        <label class="figure-select">
            <span>{words}</span>
            <select
                data-testid=testid
                on:change:target=move |event| {
                    let year = event.target().value().parse().ok();
                    desk.go(|page| set(page, year));
                }
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}
