//! Bars that are too many for a page, in a window that scrolls over them.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use roadmap_core::chart::Placed;
use roadmap_core::chart::ranked_bars::{RankedBarsScroll, RankedBarsSpec};
use roadmap_core::page;
use roadmap_core::picture::Picture;

use super::desk::Desk;
use crate::edge::size;
use crate::figure::{Actions, Canvas, Caption, Menu, heading, open_table, source_line};
use crate::show;

/// More rows than this are not drawn at once.
pub const MOST_AT_ONCE: usize = 40;

/// A figure of many rows.
#[component]
pub fn ScrollFigure(
    /// What it is called and says.
    picture: Memo<Arc<Picture>>,
    /// Its rows.
    spec: Memo<Arc<RankedBarsSpec>>,
) -> impl IntoView {
    let desk = Desk::here();
    let explorer = desk.explorer();
    let box_ref = NodeRef::<html::Div>::new();
    let width_px = size::width_px(box_ref);
    let top_px = RwSignal::new(0.0);
    let (mode, text_size, screen) = (explorer.mode(), explorer.text_size(), explorer.screen());
    let scroll = Memo::new_with_compare(
        move |_| {
            let text_scale = page::text_scale(mode.get(), text_size.get(), screen.get().surface());
            let spec = spec.with(|spec| RankedBarsSpec::clone(spec));
            Arc::new(spec.into_scroll(width_px.get(), text_scale))
        },
        |_: Option<&Arc<RankedBarsScroll>>, _| true,
    );
    let height_px = Memo::new(move |_| {
        let window_px = screen.get().height_px;
        scroll.with(|scroll| page::bars_height_px(scroll.whole_height_px(), window_px))
    });
    let placed = Memo::new_with_compare(
        move |_| scroll.with(|scroll| scroll.window(top_px.get(), height_px.get())),
        |_: Option<&Placed>, _| true,
    );
    // Another order, or another place, is read from its first row.
    show::effect(move || {
        spec.track();
        if let Some(element) = box_ref.get() {
            element.set_scroll_top(0);
        }
    });
    let follow = Callback::new(move |row: usize| {
        let to_px = scroll.with_untracked(|scroll| {
            scroll.top_for(row, top_px.get_untracked(), height_px.get_untracked())
        });
        if let Some(element) = box_ref.get_untracked() {
            element.set_scroll_top(to_px.round() as i32);
        }
    });
    let open = Callback::new(move |code: String| desk.go(|page| page.sector = Some(code)));
    let said = RwSignal::new(String::new());
    let sentence = show::text(move || placed.with(|placed| placed.text.sentence.clone()));
    let picture: Signal<Arc<Picture>> = picture.into();
    let menu = Menu {
        picture,
        placed,
        is_table_open: RwSignal::new(false),
    };
    let whole = show::text(move || {
        let whole_px = scroll.with(|scroll| scroll.whole_height_px());
        format!("{whole_px}px")
    });
    let room = show::text(move || format!("{}px", height_px.get()));
    view! {
        <figure class="figure" data-testid="figure-ranked">
            {show::part(move || picture.with(|picture| heading(picture, Caption::Full)))}
            <p class="sr-only" data-testid="sentence" id="sentence-ranked">{sentence}</p>
            <div
                class="canvas-box bars-scroll"
                node_ref=box_ref
                style:height=room
                on:scroll:target=move |event| {
                    top_px.set(f64::from(event.target().scroll_top()));
                }
            >
                <div style:height=whole>
                    <Canvas
                        picture=picture
                        placed=placed
                        described_by="sentence-ranked".to_owned()
                        said=said
                        on_choose=Some(open)
                        on_step=follow
                    />
                </div>
            </div>
            <p class="sr-only" aria-live="polite" data-testid="live">{said}</p>
            <div class="figure-foot">
                <p class="source" data-testid="source">{show::part(move || picture.with(source_line))}</p>
                <Actions menu=menu/>
            </div>
            {open_table(menu)}
        </figure>
    }
}
