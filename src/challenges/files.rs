//! Taking the map away: as a picture, as a table, as shapes, as a link. What the menu holds is
//! loaded when a reader is about to open it.

use leptos::prelude::*;
use roadmap_core::chart::area_map::PlacedMap;
use roadmap_core::chart::svg::captioned;
use roadmap_core::chart::{Placed, TextAlternative, svg_text};

use super::desk::Desk;
use crate::edge::{address, paint, save};
use crate::{lazy, show};

/// Twice the pixels of the screen: sharp on a slide.
const PNG_PX_SCALE: f64 = 2.0;

lazy::part!(
    /// The open menu.
    PART: fn(Desk, Memo<Option<PlacedMap>>) -> AnyView = map_files, panel
);

/// One quiet menu.
#[component]
pub fn MapFiles(
    /// What is shown.
    desk: Desk,
    /// Where it is shown.
    placed: Memo<Option<PlacedMap>>,
) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let panel = show::when(
        move || was_opened.get(),
        move || lazy::piece(&PART, move |panel| panel(desk, placed)),
    );
    view! {
        <details class="menu" data-testid="map-menu" on:toggle=move |_| was_opened.set(true)>
            <summary
                aria-label="Data and downloads of the map"
                on:pointerenter=move |_| PART.prefetch()
                on:focus=move |_| PART.prefetch()
            >
                "Data"
            </summary>
            <div class="menu-panel">{panel}</div>
        </details>
    }
}

/// The buttons, and what came of them.
fn panel(desk: Desk, placed: Memo<Option<PlacedMap>>) -> AnyView {
    let answer = RwSignal::new("");
    let done = move |saved: Option<()>| {
        answer.set(if saved.is_some() {
            "Saved"
        } else {
            "This browser could not save it"
        });
    };
    let save_svg = move |_| {
        done(parts(desk, placed).and_then(|parts| {
            let theme = desk.explorer().theme().get_untracked();
            let text = svg_text(&parts.placed, theme, &parts.title, &parts.lines);
            save::text(&format!("{}.svg", parts.stem), "image/svg+xml", &text)
        }));
    };
    let save_png = move |_| {
        done(parts(desk, placed).and_then(|parts| {
            let theme = desk.explorer().theme().get_untracked();
            let whole = captioned(&parts.placed, &parts.title, &parts.lines);
            let canvas = paint::picture(&whole, theme, PNG_PX_SCALE)?;
            save::png(&format!("{}.png", parts.stem), &canvas)
        }));
    };
    let save_csv = move |_| {
        done(untrack(|| {
            let (told, atlas, shared) = (desk.story().get()?, desk.atlas(), desk.shared());
            let name = format!("{}.csv", atlas.file_stem(&shared.dataset, &*told.0));
            save::text(&name, "text/csv", &atlas.csv(&shared.dataset, &*told.0))
        }));
    };
    let save_geojson = move |_| {
        done(untrack(|| {
            let (told, atlas, shared) = (desk.story().get()?, desk.atlas(), desk.shared());
            let name = format!("{}.geojson", atlas.file_stem(&shared.dataset, &*told.0));
            let text = atlas.geojson(&shared.dataset, &*told.0);
            save::text(&name, "application/geo+json", &text)
        }));
    };
    let copy_link = move |_| {
        let whole = address::whole();
        leptos::task::spawn_local(async move {
            let is_copied = save::copy(&whole).await;
            answer.set(if is_copied {
                "Link copied"
            } else {
                "Copy the address from the bar above"
            });
        });
    };
    view! {
        <button type="button" data-testid="map-csv" on:click=save_csv>"Save the figures (CSV)"</button>
        <button type="button" data-testid="map-geojson" on:click=save_geojson>"Save figures and shapes (GeoJSON)"</button>
        <button type="button" data-testid="map-png" on:click=save_png>"Save the picture (PNG)"</button>
        <button type="button" data-testid="map-svg" on:click=save_svg>"Save the picture (SVG)"</button>
        <button type="button" data-testid="map-link" on:click=copy_link>"Copy the link"</button>
        <p role="status" class="answer">{answer}</p>
    }
    .into_any()
}

/// What a saved picture is made of.
struct Parts {
    placed: Placed,
    title: String,
    lines: Vec<String>,
    stem: String,
}

fn parts(desk: Desk, placed: Memo<Option<PlacedMap>>) -> Option<Parts> {
    untrack(|| {
        let (told, atlas, shared) = (desk.story().get()?, desk.atlas(), desk.shared());
        let story = &*told.0;
        let text = TextAlternative {
            sentence: story.sentence(),
            ..TextAlternative::default()
        };
        Some(Parts {
            placed: placed.with(|placed| placed.as_ref().map(|placed| placed.placed(text)))?,
            title: format!("{} ({})", story.title(), story.subtitle()),
            lines: atlas.file_lines(&shared.dataset, story),
            stem: atlas.file_stem(&shared.dataset, story),
        })
    })
}
