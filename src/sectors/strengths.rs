//! What a place is good at: industries in order, and by strength and growth.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::chart::ranked_bars::RankedBarsSpec;
use roadmap_core::data::IndustryLevel;
use roadmap_core::page::Keyed;
use roadmap_core::page::sectors::Order;
use roadmap_core::picture::Picture;
use roadmap_core::sectors::pictures::{
    made_of, productivity_quadrant, quadrant, ranked, ranked_spec,
};
use roadmap_core::sectors::{Rows, Table};

use super::desk::Desk;
use super::figures::{cautions, figure, picture, words};
use super::scroll::{MOST_AT_ONCE, ScrollFigure};
use crate::show;

/// The part.
pub fn view(desk: Desk) -> AnyView {
    let table = desk.table();
    let sector = move || desk.page().with(|page| page.sector.clone());
    let order_by = move || desk.page().with(|page| page.order);
    let bars = picture(desk, table, move |desk, table| {
        desk.draw(|album| ranked(album, table, order_by(), sector().as_deref()))
    });
    let rows = Memo::new_with_compare(
        move |_| {
            let table = table.get().and_then(Result::ok)?;
            Some(Arc::new(ranked_spec(
                &table,
                order_by(),
                sector().as_deref(),
            )))
        },
        |_: Option<&Option<Arc<RankedBarsSpec>>>, _| true,
    );
    let is_long = Memo::new(move |_| {
        rows.with(|rows| {
            rows.as_ref()
                .is_some_and(|spec| spec.rows.len() > MOST_AT_ONCE)
        })
    });
    let bars = show::part(move || {
        if is_long.get() {
            long(rows, bars)
        } else {
            figure(desk, bars)
        }
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
    let divisions = Memo::new(move |_| {
        let rows = Rows::Industries(IndustryLevel::Division);
        desk.ask(|industries, choice| Table::new(industries, &choice.by(rows)))
    });
    let tiles = picture(desk, divisions, move |desk, table| {
        desk.draw(|album| made_of(album, table, sector().as_deref()))
    });
    let quadrants = words_of_quadrants(desk, growth);
    view! {
        {words(table, Table::sentence)}
        <div class="split">
            <div>{order(desk)}{bars}</div>
            <div>
                {figure(desk, growth)}
                {quadrants}
                {figure(desk, output)}
            </div>
        </div>
        {figure(desk, tiles)}
        {notes}
    }
    .into_any()
}

/// The rows in a window that scrolls, while there are any.
fn long(rows: Memo<Option<Arc<RankedBarsSpec>>>, pictures: Memo<Option<Arc<Picture>>>) -> AnyView {
    let first = rows.get_untracked().zip(pictures.get_untracked());
    let Some((first_rows, first_picture)) = first else {
        return ().into_any();
    };
    let spec = Memo::new_with_compare(
        move |_| rows.get().unwrap_or_else(|| Arc::clone(&first_rows)),
        |_, _| true,
    );
    let picture = Memo::new_with_compare(
        move |_| pictures.get().unwrap_or_else(|| Arc::clone(&first_picture)),
        |_, _| true,
    );
    view! { <ScrollFigure picture=picture spec=spec/> }.into_any()
}

fn words_of_quadrants(desk: Desk, growth: Memo<Option<Arc<Picture>>>) -> AnyView {
    show::part(move || {
        let table = desk.table().get().and_then(Result::ok);
        let table = table.filter(|_| growth.with(Option::is_some));
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
