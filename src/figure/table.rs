//! The same figures as a table.

use leptos::prelude::*;

use super::actions::Menu;
use crate::{lazy, show};

lazy::part!(
    /// The table, in the file of the menu that opens it.
    pub PART: fn(Menu) -> AnyView = menu, |menu| view! { <Table menu=menu/> }.into_any()
);

/// The table of a figure; it scrolls by itself when it is wider than the page.
#[component]
fn Table(
    /// What it is a table of.
    menu: Menu,
) -> impl IntoView {
    let Menu {
        picture, placed, ..
    } = menu;
    let title = show::text(move || {
        picture.with(|picture| format!("{}: {}", picture.title, picture.subtitle))
    });
    let head = show::part(move || {
        placed.with(|placed| {
            let columns = placed.text.columns.iter();
            columns
                .map(|name| view! { <th scope="col">{name.clone()}</th> })
                .collect_view()
                .into_any()
        })
    });
    let body = show::part(move || {
        placed.with(|placed| {
            let rows = placed.text.rows.iter();
            rows.map(|row| view! { <tr>{cells(row)}</tr> })
                .collect_view()
                .into_any()
        })
    });
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=title>
            <table data-testid="table">
                <caption class="sr-only">{title}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

fn cells(row: &[String]) -> impl IntoView + use<> {
    let mut cells = row.iter();
    let first = cells
        .next()
        .map(|text| view! { <th scope="row">{text.clone()}</th> });
    let rest = cells
        .map(|text| view! { <td>{text.clone()}</td> })
        .collect_view();
    (first, rest)
}
