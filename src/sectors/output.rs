//! How real output moved, industry by industry.

use leptos::prelude::*;
use roadmap_core::sectors::pictures::{output_growth, output_shares};
use roadmap_core::sectors::{Trend, TrendRow};

use super::desk::Desk;
use super::figures::{figure, picture, words};
use crate::show;

/// The part.
pub fn view(desk: Desk) -> AnyView {
    let trend = Memo::new(move |_| desk.ask(Trend::new));
    let bars = picture(desk, trend, |desk, trend| {
        desk.draw(|album| output_growth(album, trend))
    });
    let shares = picture(desk, trend, |desk, trend| {
        desk.draw(|album| output_shares(album, trend))
    });
    let table = show::part(move || {
        trend.with(|trend| match trend {
            Some(Ok(trend)) => table(trend),
            _ => ().into_any(),
        })
    });
    view! {
        {words(trend, Trend::sentence)}
        <div class="split">
            <div>{figure(desk, shares)}</div>
            <div>{figure(desk, bars)}</div>
        </div>
        {table}
    }
    .into_any()
}

/// Growth, steadiness and shares as a table.
fn table(trend: &Trend) -> AnyView {
    let columns = Trend::columns(trend);
    let columns = columns
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> })
        .collect_view();
    let row = |row: &TrendRow| {
        let mut cells = trend.cells(row).into_iter();
        let name = cells.next().unwrap_or_default();
        let cells = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    let rows = trend.rows.iter().map(row).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label="Output by industry">
            <table data-testid="output-table">
                <thead><tr>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
