//! A chart whose points are areas of the map: what is pointed at in one is seen in all.

use leptos::html;
use leptos::prelude::*;
use roadmap_core::chart::{Mark, Placed, Step};

use super::desk::Desk;
use crate::edge::{paint, size, timing};
use crate::show;

/// A placed chart and the areas behind its targets.
#[derive(Clone)]
pub struct Linked {
    /// The chart.
    pub placed: Placed,
    /// For each target its area's place among the rows; none for a target that is no area.
    pub areas: Vec<Option<usize>>,
    /// Marks for the area that is pointed at elsewhere and is no target here.
    pub elsewhere: Vec<Mark>,
}

impl Linked {
    fn target_of(&self, area: usize) -> Option<usize> {
        self.areas.iter().position(|own| *own == Some(area))
    }
}

/// What hands may do beyond pointing, each given places or targets in the chart.
#[derive(Clone, Copy, Default)]
pub struct Hands {
    /// A target was pressed.
    pub choose: Option<Callback<usize>>,
    /// A place was pressed where no target is, in CSS pixels.
    pub press: Option<Callback<[f64; 2]>>,
    /// The pointer was pulled from a place to a place, in CSS pixels.
    pub pull: Option<Callback<([f64; 2], [f64; 2])>>,
}

/// The canvas of a linked chart.
#[component]
pub fn LinkedCanvas(
    /// Its name in tests.
    testid: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// Places the chart in a width in CSS pixels.
    place: Callback<f64, Option<Linked>>,
    /// What hands may do.
    hands: Hands,
) -> impl IntoView {
    let desk = Desk::here();
    let box_ref = NodeRef::<html::Div>::new();
    let node = NodeRef::<html::Canvas>::new();
    let width_px = size::width_px(box_ref);
    let linked = Memo::new_with_compare(
        move |_| place.run(width_px.get()),
        |_: Option<&Option<Linked>>, _| true,
    );
    let own = RwSignal::new(None::<usize>);
    let said = RwSignal::new(String::new());
    let start = StoredValue::new(None::<[f64; 2]>);
    repaint(desk, node, linked, own);
    let at =
        |event: &web_sys::PointerEvent| [f64::from(event.offset_x()), f64::from(event.offset_y())];
    let hit = move |[x_px, y_px]: [f64; 2]| {
        linked.with_untracked(|linked| linked.as_ref()?.placed.hit(x_px, y_px))
    };
    let point = move |target: Option<usize>| {
        own.set(target);
        let area = linked.with_untracked(|linked| *linked.as_ref()?.areas.get(target?)?);
        desk.pointed.set(area);
    };
    let key = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let pressed = event.key();
        match (pressed.as_str(), own.get_untracked(), hands.choose) {
            ("Enter" | " ", Some(target), Some(choose)) => choose.run(target),
            ("Escape", ..) => {
                point(None);
                desk.brushed.set(None);
            }
            (other, from, _) => {
                let Some(step) = step(other) else { return };
                let to = linked.with_untracked(|linked| linked.as_ref()?.placed.step(from, step));
                point(to);
                said.set(linked.with_untracked(|linked| {
                    let target = linked
                        .as_ref()
                        .and_then(|linked| linked.placed.targets.get(to?));
                    target
                        .map(|target| target.words.clone())
                        .unwrap_or_default()
                }));
            }
        }
        event.prevent_default();
    };
    let sentence = show::text(move || {
        linked.with(|linked| {
            let linked = linked.as_ref();
            linked
                .map(|linked| linked.placed.text.sentence.clone())
                .unwrap_or_default()
        })
    });
    view! {
        <div class="canvas-box" node_ref=box_ref>
            <canvas
                node_ref=node
                data-testid=testid
                tabindex="0"
                role="application"
                aria-roledescription="chart"
                aria-label=show::text(move || format!("{}. {}", label.get(), sentence.get()))
                on:pointerdown=move |event| start.set_value(Some(at(&event)))
                on:pointermove=move |event| {
                    let to = at(&event);
                    match (start.get_value(), hands.pull) {
                        (Some(from), Some(pull)) if is_pulled(from, to) => pull.run((from, to)),
                        _ => point(hit(to)),
                    }
                }
                on:pointerup=move |event| {
                    let to = at(&event);
                    let from = start.get_value();
                    start.set_value(None);
                    let is_press = from.is_some_and(|from| !is_pulled(from, to));
                    match (hit(to), hands.choose, hands.press) {
                        (Some(target), Some(choose), _) if is_press => choose.run(target),
                        (None, _, Some(press)) if is_press => press.run(to),
                        _ => {}
                    }
                }
                on:pointercancel=move |_| start.set_value(None)
                on:pointerleave=move |_| {
                    start.set_value(None);
                    point(None);
                }
                on:keydown=key
                on:blur=move |_| {
                    point(None);
                    said.set(String::new());
                }
            ></canvas>
            <p class="sr-only" aria-live="polite">{said}</p>
        </div>
    }
}

fn repaint(
    desk: Desk,
    node: NodeRef<html::Canvas>,
    linked: Memo<Option<Linked>>,
    own: RwSignal<Option<usize>>,
) {
    let (theme, screen) = (desk.explorer().theme(), desk.explorer().screen());
    show::effect(move || {
        let Some(canvas) = node.get() else { return };
        let (pointed, own) = (desk.pointed.get(), own.get());
        let (theme, px_scale) = (theme.get(), screen.get().px_scale);
        linked.with(|linked| {
            let Some(linked) = linked else { return };
            let _span = timing::span("roadmap-draw-linked");
            let target = own.or_else(|| linked.target_of(pointed?));
            let over = match target {
                Some(target) => linked.placed.highlight(target, false),
                None => linked.elsewhere.clone(),
            };
            // A browser without a canvas still has the sentence and the table.
            paint::paint(&canvas, &linked.placed, &over, theme, px_scale);
        });
    });
}

/// How far a press may stray and still be a press, in CSS pixels.
fn is_pulled(from: [f64; 2], to: [f64; 2]) -> bool {
    const STRAY_PX: f64 = 4.0;
    let [[x, y], [x_to, y_to]] = [from, to];
    (x - x_to).hypot(y - y_to) > STRAY_PX
}

/// The step of a key.
pub fn step(key: &str) -> Option<Step> {
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
