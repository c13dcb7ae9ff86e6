//! A figure: heading, sentence, picture that answers to pointer and keyboard, live
//! region, table, source line and downloads.

mod actions;
mod canvas;
mod table;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use roadmap_core::chart::{Frame, Placed};
use roadmap_core::page;
use roadmap_core::picture::Picture;

use self::actions::Actions;
use self::canvas::Canvas;
use self::table::Table;
use crate::edge::size;
use crate::explorer::Explorer;

/// How much of a figure's words are in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caption {
    /// A heading that states the finding, and what is measured.
    Full,
    /// Nothing: the surroundings say it already.
    Hidden,
}

/// A figure of one picture.
#[component]
pub fn Figure(
    /// What to show.
    #[prop(into)]
    picture: Signal<Arc<Picture>>,
    /// How much of its words are in sight.
    caption: Caption,
    /// What choosing a point or an area does, given its key.
    #[prop(optional)]
    on_choose: Option<Callback<String>>,
) -> impl IntoView {
    let explorer = Explorer::here();
    let box_ref = NodeRef::<html::Div>::new();
    let placed = place(explorer, picture, size::width_px(box_ref));
    let said = RwSignal::new(String::new());
    let is_table_open = RwSignal::new(false);
    let key = picture.with_untracked(|picture| picture.key.clone());
    let sentence_id = format!("sentence-{key}");
    let heading = move || {
        let hidden = if caption == Caption::Hidden {
            "sr-only"
        } else {
            ""
        };
        picture.with(|picture| {
            view! {
                <figcaption class=hidden>
                    <h3>{picture.title.clone()}</h3>
                    <p class="subtitle">{picture.subtitle.clone()}</p>
                </figcaption>
            }
        })
    };
    view! {
        <figure class="figure" data-testid=move || picture.with(|picture| format!("figure-{}", picture.key))>
            {heading}
            <p class="sr-only" data-testid="sentence" id=sentence_id.clone()>
                {move || placed.with(|placed| placed.text.sentence.clone())}
            </p>
            <div class="canvas-box" node_ref=box_ref>
                <Canvas picture=picture placed=placed described_by=sentence_id said=said on_choose=on_choose/>
            </div>
            <p class="sr-only" aria-live="polite" data-testid="live">{move || said.get()}</p>
            <div class="figure-foot">
                <p class="source" data-testid="source">{move || picture.with(source_line)}</p>
                <Actions picture=picture placed=placed is_table_open=is_table_open/>
            </div>
            <Show when=move || is_table_open.get()>
                <Table picture=picture placed=placed/>
            </Show>
        </figure>
    }
}

/// The picture placed in the width there is, worked out only when either changes.
fn place(explorer: Explorer, picture: Signal<Arc<Picture>>, width_px: Signal<f64>) -> Memo<Placed> {
    let (mode, text_size) = (explorer.mode(), explorer.text_size());
    Memo::new(move |_| {
        let text_scale = page::text_scale(mode.get(), text_size.get());
        picture.with(|picture| {
            let width_px = width_px.get();
            let height_px = picture.height_px(width_px, text_scale);
            picture.place(Frame {
                width_px,
                height_px,
                text_scale,
            })
        })
    })
}

fn source_line(picture: &Arc<Picture>) -> impl IntoView + use<> {
    let words = picture.source_words.clone();
    match picture.source_url.clone() {
        Some(url) => {
            view! { "Source: " <a href=url rel="noopener external">{words}</a> }.into_any()
        }
        None => view! { "Source: " {words} }.into_any(),
    }
}
