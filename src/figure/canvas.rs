//! The canvas: painted when something changes, answering to pointer and keyboard.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use roadmap_core::chart::{Placed, Step};
use roadmap_core::picture::Picture;

use crate::edge::{paint, timing};
use crate::explorer::Explorer;
use crate::show;

/// Where the reader is in the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Spot {
    /// The target under the pointer or reached by keyboard.
    target: Option<usize>,
    /// Whether it was reached by keyboard.
    is_by_keyboard: bool,
}

/// The canvas of a figure.
#[component]
pub fn Canvas(
    /// What is shown.
    picture: Signal<Arc<Picture>>,
    /// Where it is shown.
    placed: Memo<Placed>,
    /// The id of the sentence that says what the picture shows.
    described_by: String,
    /// What the live region says.
    said: RwSignal<String>,
    /// What choosing a target does, given its key.
    on_choose: Option<Callback<String>>,
    /// What a step by keyboard does, given the target reached.
    #[prop(optional)]
    on_step: Option<Callback<usize>>,
) -> impl IntoView {
    let explorer = Explorer::here();
    let node = NodeRef::<html::Canvas>::new();
    let spot = RwSignal::new(Spot::default());
    repaint(explorer, node, picture, placed, spot);
    let choose = move |target: Option<usize>| {
        let key = placed.with(|placed| {
            target
                .and_then(|index| placed.targets.get(index))
                .map(|t| t.key.clone())
        });
        if let (Some(act), Some(key)) = (on_choose, key) {
            act.run(key);
        }
    };
    let hit = move |event: &web_sys::MouseEvent| {
        placed.with(|placed| placed.hit(f64::from(event.offset_x()), f64::from(event.offset_y())))
    };
    let step = move |event: web_sys::KeyboardEvent| {
        let at = spot.get_untracked().target;
        let key = event.key();
        if matches!(key.as_str(), "Enter" | " ") && at.is_some() && on_choose.is_some() {
            event.prevent_default();
            choose(at);
            return;
        }
        if key == "Escape" {
            spot.set(Spot::default());
            return;
        }
        let Some(step) =
            step_of(&key).filter(|_| !event.ctrl_key() && !event.meta_key() && !event.alt_key())
        else {
            return;
        };
        event.prevent_default();
        let target = placed.with(|placed| placed.step(at, step));
        spot.set(Spot {
            target,
            is_by_keyboard: true,
        });
        if let (Some(act), Some(target)) = (on_step, target) {
            act.run(target);
        }
        said.set(placed.with(|placed| {
            let target = target.and_then(|index| placed.targets.get(index));
            target
                .map(|target| target.words.clone())
                .unwrap_or_default()
        }));
    };
    let how = if on_choose.is_some() {
        "Arrow keys move, Enter chooses."
    } else {
        "Arrow keys move."
    };
    let label = show::text(move || {
        picture.with(|picture| format!("{}. {how}", picture.title.trim_end_matches('.')))
    });
    view! {
        <canvas
            node_ref=node
            data-testid="canvas"
            class:can-choose=on_choose.is_some()
            tabindex="0"
            role="application"
            aria-roledescription="chart"
            aria-label=label
            aria-describedby=described_by
            on:pointermove=move |event| spot.set(Spot { target: hit(&event), is_by_keyboard: false })
            on:pointerleave=move |_| spot.set(Spot::default())
            on:click=move |event| choose(hit(&event))
            on:keydown=step
            on:blur=move |_| {
                spot.set(Spot::default());
                said.set(String::new());
            }
        ></canvas>
    }
}

/// Paints the picture and the highlight whenever either, the theme or the screen changes.
fn repaint(
    explorer: Explorer,
    node: NodeRef<html::Canvas>,
    picture: Signal<Arc<Picture>>,
    placed: Memo<Placed>,
    spot: RwSignal<Spot>,
) {
    let (theme, screen) = (explorer.theme(), explorer.screen());
    show::effect(move || {
        let Some(canvas) = node.get() else { return };
        let name = picture.with(|picture| picture.timing_name());
        let Spot {
            target,
            is_by_keyboard,
        } = spot.get();
        let (theme, px_scale) = (theme.get(), screen.get().px_scale);
        placed.with(|placed| {
            let _span = timing::span(name);
            let over = target
                .map(|index| placed.highlight(index, is_by_keyboard))
                .unwrap_or_default();
            // A browser without a canvas still has the sentence and the table.
            paint::paint(&canvas, placed, &over, theme, px_scale)
        });
    });
}

fn step_of(key: &str) -> Option<Step> {
    match key {
        "ArrowLeft" => Some(Step::Left),
        "ArrowRight" => Some(Step::Right),
        "ArrowUp" => Some(Step::Up),
        "ArrowDown" => Some(Step::Down),
        "Home" => Some(Step::Home),
        "End" => Some(Step::End),
        _ => None,
    }
}
