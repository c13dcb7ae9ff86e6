//! What the menu of a figure holds: the table, the files, the link. Loaded with the menu.

use leptos::prelude::*;
use roadmap_core::chart::svg::captioned;
use roadmap_core::chart::svg_text;
use roadmap_core::link;

use super::actions::Menu;
use crate::edge::{address, paint, save};
use crate::explorer::Explorer;
use crate::lazy;
use crate::show;

/// Twice the pixels of the screen: sharp on a slide.
const PNG_PX_SCALE: f64 = 2.0;

lazy::part!(
    /// The open menu, loaded when a reader is about to open one.
    pub PART: fn(Menu) -> AnyView = menu, |menu| view! { <Panel menu=menu/> }.into_any()
);

/// One quiet list of buttons, and what came of them.
#[component]
fn Panel(
    /// Whose menu it is.
    menu: Menu,
) -> impl IntoView {
    let Menu {
        picture,
        placed,
        is_table_open,
    } = menu;
    let explorer = Explorer::here();
    let theme = explorer.theme();
    let answer = RwSignal::new("");
    let done = move |saved: Option<()>| {
        answer.set(if saved.is_some() {
            "Saved"
        } else {
            "This browser could not save it"
        });
    };
    let save_svg = move |_| {
        picture.with_untracked(|picture| {
            let text = placed.with_untracked(|placed| {
                svg_text(
                    placed,
                    theme.get_untracked(),
                    &picture.file_title(),
                    &picture.source_lines,
                )
            });
            done(save::text(
                &format!("{}.svg", picture.file_stem),
                "image/svg+xml",
                &text,
            ));
        });
    };
    let save_png = move |_| {
        picture.with_untracked(|picture| {
            let whole = placed.with_untracked(|placed| {
                captioned(placed, &picture.file_title(), &picture.source_lines)
            });
            let canvas = paint::picture(&whole, theme.get_untracked(), PNG_PX_SCALE);
            done(
                canvas.and_then(|canvas| save::png(&format!("{}.png", picture.file_stem), &canvas)),
            );
        });
    };
    let save_csv = move |_| {
        picture.with_untracked(|picture| {
            let text = placed.with_untracked(|placed| picture.csv(&placed.text));
            done(save::text(
                &format!("{}.csv", picture.file_stem),
                "text/csv",
                &text,
            ));
        });
    };
    let copy_link = move |_| {
        let mut page = explorer.page().get_untracked();
        if let Some(figure) = picture.with_untracked(|picture| picture.measure.clone()) {
            page.figure = Some(figure);
        }
        let whole = address::with_query(&link::write(&page));
        leptos::task::spawn_local(async move {
            let is_copied = save::copy(&whole).await;
            answer.set(if is_copied {
                "Link copied"
            } else {
                "Copy the address from the bar above"
            });
        });
    };
    let table_words = show::text(move || {
        let words = if is_table_open.get() {
            "Hide the table"
        } else {
            "Show as a table"
        };
        words.to_owned()
    });
    view! {
        <button
            type="button"
            data-testid="table-toggle"
            aria-expanded=show::text(move || is_table_open.get().to_string())
            on:click=move |_| is_table_open.update(|is_open| *is_open = !*is_open)
        >
            {table_words}
        </button>
        <button type="button" data-testid="save-csv" on:click=save_csv>"Save the figures (CSV)"</button>
        <button type="button" data-testid="save-png" on:click=save_png>"Save the picture (PNG)"</button>
        <button type="button" data-testid="save-svg" on:click=save_svg>"Save the picture (SVG)"</button>
        <button type="button" data-testid="copy-link" on:click=copy_link>"Copy the link"</button>
        <p role="status" class="answer">{answer}</p>
    }
}
