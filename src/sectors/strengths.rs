//! What a place is good at: industries in order, and by strength and growth.

use leptos::prelude::*;
use roadmap_core::page::Keyed;
use roadmap_core::page::sectors::Order;
use roadmap_core::sectors::pictures::{productivity_quadrant, quadrant, ranked};

use super::desk::Desk;
use super::figures::{cautions, figure, picture, words};
use crate::show;

/// The part.
pub fn view(desk: Desk) -> AnyView {
    let table = desk.table();
    let sector = move || desk.page().with(|page| page.sector.clone());
    let bars = picture(desk, table, move |desk, table| {
        let order = desk.page().with(|page| page.order);
        desk.draw(|album| ranked(album, table, order, sector().as_deref()))
    });
    let growth = picture(desk, table, move |desk, table| {
        desk.draw(|album| quadrant(album, table, sector().as_deref()))
    });
    let output = picture(desk, table, move |desk, table| {
        desk.draw(|album| productivity_quadrant(album, table, sector().as_deref()))
    });
    let notes = show::part(move || {
        let table = table.get().and_then(Result::ok);
        cautions(table.map(|table| table.notes.clone()).unwrap_or_default())
    });
    let quadrants = words_of_quadrants(desk);
    view! {
        {words(table, |table| table.sentence())}
        {order(desk)}
        <div class="split">
            <div>{figure(desk, bars)}</div>
            <div>
                {figure(desk, growth)}
                {quadrants}
                {figure(desk, output)}
            </div>
        </div>
        {notes}
    }
    .into_any()
}

fn words_of_quadrants(desk: Desk) -> AnyView {
    show::part(move || {
        let table = desk.table().get().and_then(Result::ok);
        let words = table.map(|table| table.quadrant_sentence());
        let words = words.unwrap_or_default();
        view! { <p class="caution" data-testid="quadrants">{words}</p> }.into_any()
    })
}

/// What industries stand in order by.
fn order(desk: Desk) -> AnyView {
    let option = |order: Order| {
        let words = match order {
            Order::Specialisation => "Specialisation (location quotient)",
            Order::Jobs => "Jobs",
            Order::Growth => "Growth of jobs a year",
            Order::Productivity => "Output per job",
            Order::ShareOfWhole => "Share of the country’s jobs in it",
        };
        let is_chosen = show::flag(move || desk.page().with(|page| page.order == order));
        view! { <option value=order.key() selected=is_chosen>{words}</option> }
    };
    let options = Order::ALL.iter().copied().map(option).collect_view();
    view! {
        <label class="figure-select">
            <span>"In the order of"</span>
            <select
                data-testid="sectors-order"
                on:change:target=move |event| {
                    if let Some(order) = Order::from_key(&event.target().value()) {
                        desk.go(|page| page.order = order);
                    }
                }
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}
