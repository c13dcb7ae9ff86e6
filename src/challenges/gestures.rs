//! What hands do to the map: point, pull, pinch, wheel, keys.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use roadmap_core::chart::area_map::PlacedMap;
use roadmap_core::chart::{Frame, Step};
use roadmap_core::geo::{PxPoint, Viewport};

use super::desk::Desk;
use super::linked::step;
use crate::edge::later;
use crate::show;

/// How much one step of a button or a key zooms.
pub const STEP: f64 = 1.5;
/// How far a press may stray and still be a press, in CSS pixels.
const STRAY_PX: f64 = 4.0;
/// How long a wheel is still before it rests.
const REST: Duration = Duration::from_millis(150);
/// How far an arrow with shift moves the map, in CSS pixels.
const NUDGE_PX: f64 = 80.0;

/// A handle to what hands can do, cheap to copy.
#[derive(Clone, Copy)]
pub struct Gestures {
    desk: Desk,
    frame: Memo<Frame>,
    placed: Memo<Option<PlacedMap>>,
    said: RwSignal<String>,
    hands: StoredValue<Hands>,
}

/// What is touching the map.
#[derive(Default)]
struct Hands {
    /// Each pointer that is down: its id and where it was last.
    down: Vec<(i32, PxPoint)>,
    /// Whether the map was moved since the first of them came down.
    has_moved: bool,
    /// Where the first came down.
    start: Option<PxPoint>,
    /// What has been typed to find an area.
    typed: String,
    /// The link follows a wheel once it rests: browsers refuse addresses in quick succession.
    resting: Option<later::Wait>,
}

impl Gestures {
    /// Gestures on a map.
    pub fn new(
        desk: Desk,
        frame: Memo<Frame>,
        placed: Memo<Option<PlacedMap>>,
        said: RwSignal<String>,
    ) -> Self {
        Self {
            desk,
            frame,
            placed,
            said,
            hands: StoredValue::default(),
        }
    }

    /// The canvas that answers to them.
    pub fn canvas(self, node: NodeRef<html::Canvas>, name: &str, described_by: String) -> AnyView {
        let testid = format!("{name}-canvas");
        let label = show::text(move || {
            let figures = self.desk.figures().get();
            let subtitle = figures.map_or_else(String::new, |figures| figures.subtitle());
            format!("Map. {subtitle}. {HOW}")
        });
        view! {
            <canvas
                node_ref=node
                data-testid=testid
                class="can-choose map-canvas"
                tabindex="0"
                role="application"
                aria-roledescription="map"
                aria-label=label
                aria-describedby=described_by
                on:pointerdown=move |event| self.press(&event)
                on:pointermove=move |event| self.drag(&event)
                on:pointerup=move |event| self.release(&event)
                on:pointercancel=move |event| self.let_go(event.pointer_id())
                on:pointerleave=move |_| self.desk.pointed.set(None)
                on:touchmove=move |event| {
                    // Two fingers are for the map, one is for the page around it; a scroll that has
                    // begun can't be stopped.
                    if event.touches().length() > 1 && event.cancelable() {
                        event.prevent_default();
                    }
                }
                on:wheel=move |event| self.wheel(&event)
                on:keydown=move |event| self.key(&event)
                on:blur=move |_| {
                    self.desk.pointed.set(None);
                    self.said.set(String::new());
                }
            ></canvas>
        }
        .into_any()
    }

    /// Zooms about the middle of the frame.
    pub fn zoom_middle(self, factor: f64) {
        let frame = self.frame.get_untracked();
        let middle = PxPoint {
            x_px: frame.width_px / 2.0,
            y_px: frame.height_px / 2.0,
        };
        self.zoom(middle, factor);
        self.desk.settle();
    }

    /// Shows the whole place.
    pub fn show_all(self) {
        if !self.is_locked() {
            self.desk.show_all();
        }
    }

    fn press(self, event: &web_sys::PointerEvent) {
        let at = place(event);
        self.hands.update_value(|hands| {
            if hands.down.is_empty() {
                hands.has_moved = false;
                hands.start = Some(at);
            }
            hands.down.retain(|(id, _)| *id != event.pointer_id());
            hands.down.push((event.pointer_id(), at));
        });
        if event.pointer_type() == "mouse"
            && let Some(canvas) = canvas(event)
        {
            // A pull that leaves the canvas goes on; where it can't be held it ends at the edge.
            drop(canvas.set_pointer_capture(event.pointer_id()));
        }
    }

    fn drag(self, event: &web_sys::PointerEvent) {
        let to = place(event);
        let id = event.pointer_id();
        let hands = self.hands.with_value(|hands| hands.down.clone());
        let own = hands.iter().find(|(own, _)| *own == id).copied();
        let other = hands.iter().find(|(own, _)| *own != id).copied();
        match (own, other) {
            (None, _) => self.point(to),
            (Some((_, from)), None) if event.pointer_type() == "mouse" => self.pull(from, to),
            // One finger moves the page, not the map.
            (Some(_), None) => {}
            (Some((_, from)), Some((_, still))) => self.pinch(from, to, still),
        }
        self.hands.update_value(|hands| {
            let down = hands.down.iter_mut();
            for (own, at) in down {
                if *own == id {
                    *at = to;
                }
            }
        });
    }

    fn release(self, event: &web_sys::PointerEvent) {
        let (has_moved, was_down) = self.hands.with_value(|hands| {
            let was_down = hands.down.iter().any(|(id, _)| *id == event.pointer_id());
            (hands.has_moved, was_down)
        });
        self.let_go(event.pointer_id());
        if was_down && !has_moved {
            let at = place(event);
            let area = self.area_at(at);
            self.desk.pin(area);
        }
    }

    fn let_go(self, id: i32) {
        self.hands
            .update_value(|hands| hands.down.retain(|(own, _)| *own != id));
        self.desk.settle();
    }

    fn point(self, at: PxPoint) {
        let area = self.area_at(at);
        if self.desk.pointed.get_untracked() != area {
            self.desk.pointed.set(area);
        }
    }

    fn pull(self, from: PxPoint, to: PxPoint) {
        let strayed = self.hands.with_value(|hands| {
            let start = hands.start.unwrap_or(to);
            hands.has_moved || distance(start, to) > STRAY_PX
        });
        if strayed {
            self.hands.update_value(|hands| hands.has_moved = true);
            self.change(|view| view.panned(to.x_px - from.x_px, to.y_px - from.y_px));
        }
    }

    fn pinch(self, from: PxPoint, to: PxPoint, still: PxPoint) {
        let before = distance(from, still).max(1.0);
        let factor = distance(to, still) / before;
        let half = |a: f64, b: f64| (a - b) / 2.0;
        self.hands.update_value(|hands| hands.has_moved = true);
        self.change(|view| {
            let moved = view.panned(half(to.x_px, from.x_px), half(to.y_px, from.y_px));
            let middle = PxPoint {
                x_px: f64::midpoint(to.x_px, still.x_px),
                y_px: f64::midpoint(to.y_px, still.y_px),
            };
            moved.zoomed_at(middle, factor)
        });
    }

    fn wheel(self, event: &web_sys::WheelEvent) {
        // The page scrolls over a map that nobody has turned to.
        let has_focus = canvas(event).is_some_and(|canvas| {
            let document = canvas.owner_document();
            let active = document.and_then(|document| document.active_element());
            active.is_some_and(|active| active.is_same_node(Some(&canvas)))
        });
        if self.is_locked() || !(has_focus || event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        const PX_TO_DOUBLE: f64 = 300.0;
        let lines = if event.delta_mode() == 0 { 1.0 } else { 30.0 };
        let factor = (-event.delta_y() * lines / PX_TO_DOUBLE)
            .clamp(-1.0, 1.0)
            .exp2();
        self.zoom(place(event), factor);
        let desk = self.desk;
        let resting = later::after(REST, move || desk.settle());
        self.hands
            .update_value(|hands| hands.resting = Some(resting));
    }

    fn key(self, event: &web_sys::KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let is_typing = self.hands.with_value(|hands| !hands.typed.is_empty());
        match key.as_str() {
            "+" | "=" => self.zoom_middle(STEP),
            "-" | "−" => self.zoom_middle(1.0 / STEP),
            "0" if !is_typing => self.show_all(),
            "Enter" => self.desk.pin(self.desk.pointed.get_untracked()),
            "Escape" => {
                self.hands.update_value(|hands| hands.typed.clear());
                self.desk.pointed.set(None);
                self.desk.brushed.set(None);
                self.said.set(String::new());
                self.desk.adjust(|map| map.pin = None);
            }
            arrow if event.shift_key() && nudge(arrow).is_some() => {
                let (x_px, y_px) = nudge(arrow).unwrap_or_default();
                self.change(|view| view.panned(x_px, y_px));
                self.desk.settle();
            }
            other => match step(other) {
                Some(step) => self.walk(step),
                None if !self.typed(other) => return,
                None => {}
            },
        }
        event.prevent_default();
    }

    /// Goes to the neighbouring area that lies that way, or to an extreme.
    fn walk(self, step: Step) {
        self.hands.update_value(|hands| hands.typed.clear());
        let desk = self.desk;
        let from = desk
            .pointed
            .get_untracked()
            .or_else(|| untrack(|| desk.pinned()));
        let rising: Vec<usize> = desk
            .ranking()
            .with_untracked(|ranking| ranking.order.iter().rev().copied().collect());
        let to = untrack(|| desk.ground()).and_then(|ground| ground.step(from, step, &rising));
        self.arrive(to);
    }

    /// Goes to the first area whose name begins with what is typed; false for a key that is
    /// no part of a name.
    fn typed(self, key: &str) -> bool {
        let mut letters = key.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else {
            return false;
        };
        let is_first = self.hands.with_value(|hands| hands.typed.is_empty());
        if !(letter.is_alphanumeric() || (letter == ' ' && !is_first)) {
            return false;
        }
        let find = |typed: &str| {
            let typed = typed.to_lowercase();
            self.desk.figures().with_untracked(|figures| {
                let rows = &figures.as_deref()?.rows;
                rows.iter()
                    .position(|row| row.name.to_lowercase().starts_with(&typed))
            })
        };
        let longer = self
            .hands
            .with_value(|hands| format!("{}{letter}", hands.typed));
        let (typed, found) = match find(&longer) {
            Some(found) => (longer, Some(found)),
            // What no name begins with begins a new name.
            None => (letter.to_string(), find(&letter.to_string())),
        };
        self.hands.update_value(|hands| hands.typed = typed);
        if found.is_some() {
            self.arrive(found);
        }
        true
    }

    /// Points at an area by keyboard: says it, and moves the map so that it is in sight.
    fn arrive(self, at: Option<usize>) {
        let desk = self.desk;
        desk.pointed.set(at);
        let words = untrack(|| {
            let story = desk.story().get();
            story.zip(at).map(|(told, at)| told.0.area_words(at))
        });
        self.said.set(words.unwrap_or_default());
        let label = untrack(|| {
            let ground = desk.ground()?;
            Some(ground.layer().areas().get(at?)?.label_point)
        });
        let frame = self.frame.get_untracked();
        let off = label.zip(self.view()).and_then(|(label, view)| {
            let at = view.px_from_map(label);
            let is_in = |px: f64, most: f64| (20.0..=most - 20.0).contains(&px);
            let is_in_sight = is_in(at.x_px, frame.width_px) && is_in(at.y_px, frame.height_px);
            (!is_in_sight).then(|| {
                (
                    frame.width_px / 2.0 - at.x_px,
                    frame.height_px / 2.0 - at.y_px,
                )
            })
        });
        if let Some((x_px, y_px)) = off {
            self.change(|view| view.panned(x_px, y_px));
            self.desk.settle();
        }
    }

    /// Whether the page around this one has fixed the window.
    pub fn is_locked(self) -> bool {
        self.desk.map().with_untracked(|map| map.is_locked)
    }

    fn area_at(self, at: PxPoint) -> Option<usize> {
        self.placed
            .with_untracked(|placed| placed.as_ref()?.area_at(at.x_px, at.y_px))
    }

    fn zoom(self, at: PxPoint, factor: f64) {
        self.change(|view| view.zoomed_at(at, factor));
    }

    fn view(self) -> Option<Viewport> {
        untrack(|| self.desk.view(self.frame.get()))
    }

    /// Changes the window, unless it is fixed.
    fn change(self, change: impl FnOnce(Viewport) -> Viewport) {
        if let Some(view) = self.view().filter(|_| !self.is_locked()) {
            self.desk.hold(&change(view));
        }
    }
}

const HOW: &str = "Arrow keys move from area to area, Home and End to the lowest and highest, letters find a name, plus and minus zoom, Enter pins.";

/// Where an event is on the canvas.
fn place(event: &web_sys::MouseEvent) -> PxPoint {
    PxPoint {
        x_px: f64::from(event.offset_x()),
        y_px: f64::from(event.offset_y()),
    }
}

fn canvas(event: &web_sys::Event) -> Option<web_sys::Element> {
    use wasm_bindgen::JsCast;
    event.current_target()?.dyn_into().ok()
}

fn distance(a: PxPoint, b: PxPoint) -> f64 {
    (a.x_px - b.x_px).hypot(a.y_px - b.y_px)
}

/// How far an arrow moves what is in the window.
fn nudge(arrow: &str) -> Option<(f64, f64)> {
    match arrow {
        "ArrowLeft" => Some((NUDGE_PX, 0.0)),
        "ArrowRight" => Some((-NUDGE_PX, 0.0)),
        "ArrowUp" => Some((0.0, NUDGE_PX)),
        "ArrowDown" => Some((0.0, -NUDGE_PX)),
        _ => None,
    }
}
