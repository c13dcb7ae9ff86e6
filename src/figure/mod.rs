//! A figure: heading, sentence, picture that answers to pointer and keyboard, live
//! region, table, source line and downloads.

mod actions;
mod canvas;
mod panel;
mod table;
mod waiting;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use roadmap_core::chart::{Frame, Placed};
use roadmap_core::page;
use roadmap_core::picture::Picture;

pub use self::actions::{Actions, Menu, table as open_table};
pub use self::canvas::Canvas;
pub use self::waiting::while_there;
use crate::edge::size;
use crate::explorer::Explorer;
use crate::show;

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
    let key = picture.with_untracked(|picture| picture.key.clone());
    let sentence_id = format!("sentence-{key}");
    let heading = show::part(move || picture.with(|picture| heading(picture, caption)));
    let source = show::part(move || picture.with(source_line));
    let menu = Menu {
        picture,
        placed,
        is_table_open: RwSignal::new(false),
    };
    let sentence = show::text(move || placed.with(|placed| placed.text.sentence.clone()));
    let testid = show::text(move || picture.with(|picture| format!("figure-{}", picture.key)));
    view! {
        <figure class="figure" data-testid=testid>
            {heading}
            <p class="sr-only" data-testid="sentence" id=sentence_id.clone()>
                {sentence}
            </p>
            <div class="canvas-box" node_ref=box_ref>
                <Canvas picture=picture placed=placed described_by=sentence_id said=said on_choose=on_choose/>
            </div>
            <p class="sr-only" aria-live="polite" data-testid="live">{said}</p>
            <div class="figure-foot">
                <p class="source" data-testid="source">{source}</p>
                <Actions menu=menu/>
            </div>
            {open_table(menu)}
        </figure>
    }
}

/// The picture placed in the width there is, worked out only when either changes.
fn place(explorer: Explorer, picture: Signal<Arc<Picture>>, width_px: Signal<f64>) -> Memo<Placed> {
    let (mode, text_size, screen) = (explorer.mode(), explorer.text_size(), explorer.screen());
    let view = explorer.part(|page| page.view);
    let layout = Memo::new(move |_| {
        page::Layout::of(
            view.get(),
            mode.get(),
            text_size.get(),
            screen.get().surface(),
        )
    });
    // A picture placed anew has changed; comparing the two would cost more than drawing it.
    let place = move |_: Option<&Placed>| {
        let page::Layout {
            text_scale,
            most_height_px,
        } = layout.get();
        picture.with(|picture| {
            let width_px = width_px.get();
            let height_px = picture.height_px(width_px, text_scale).min(most_height_px);
            picture.place(Frame {
                width_px,
                height_px,
                text_scale,
            })
        })
    };
    Memo::new_with_compare(place, |_, _| true)
}

/// The finding as a heading; the words alone where the surroundings have a heading.
pub fn heading(picture: &Picture, caption: Caption) -> AnyView {
    let (title, subtitle) = (picture.title.clone(), picture.subtitle.clone());
    match caption {
        Caption::Full => view! {
            <figcaption><h3>{title}</h3><p class="subtitle">{subtitle}</p></figcaption>
        }
        .into_any(),
        Caption::Hidden => {
            view! { <figcaption class="sr-only">{title} ". " {subtitle}</figcaption> }.into_any()
        }
    }
}

/// Publisher, title and licence, with the way to the publisher.
pub fn source_line(picture: &Arc<Picture>) -> AnyView {
    let words = picture.source_words.clone();
    match picture.source_url.clone() {
        Some(url) => {
            view! { "Source: " <a href=url rel="noopener external">{words}</a> }.into_any()
        }
        None => view! { "Source: " {words} }.into_any(),
    }
}
