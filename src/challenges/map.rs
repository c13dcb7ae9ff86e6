//! The map: a canvas that is pulled, zoomed, pointed at and walked through.

use leptos::html;
use leptos::prelude::*;
use roadmap_core::atlas::Story;
use roadmap_core::chart::Frame;
use roadmap_core::chart::area_map::{AreaMapSpec, Flow, PlacedMap, Uncertainty};
use roadmap_core::chart::region::Rect;
use roadmap_core::page;

use super::desk::Desk;
use super::files::MapFiles;
use super::gestures;
use super::journeys::journeys;
use crate::edge::{paint, size, timing};
use crate::show;

/// The name of the map that the view is about; a second one stands beside it.
pub const FIRST: &str = "map";

/// The map of the chosen figures.
#[component]
pub fn MapFigure(
    /// What it shows.
    desk: Desk,
    /// Its name, unique on the page: `map`.
    name: &'static str,
) -> impl IntoView {
    let sentence_id = format!("{name}-sentence");
    let box_ref = NodeRef::<html::Div>::new();
    let node = NodeRef::<html::Canvas>::new();
    let said = RwSignal::new(String::new());
    let frame = frame(desk, size::width_px(box_ref));
    let journeys = journeys(desk);
    let is_locked = desk.map().with_untracked(|map| map.is_locked);
    let spec = Memo::new_with_compare(
        move |_| {
            let flows = journeys.with(|told| told.as_ref().map(|told| told.lines.clone()));
            let has_buttons = !is_locked && !desk.explorer().screen().get().is_printing;
            let buttons = has_buttons.then(|| buttons(desk, frame.get()));
            spec(
                desk,
                flows.unwrap_or_default(),
                buttons.into_iter().collect(),
            )
        },
        |_, _| true,
    );
    let placed = Memo::new_with_compare(
        move |before: Option<&Option<PlacedMap>>| {
            let view = desk.view(frame.get())?;
            let before = before.and_then(Option::as_ref);
            let _span = timing::span("roadmap-place-areas");
            spec.with(|spec| {
                let spec = spec.as_ref()?;
                Some(spec.place_after(frame.get(), &view, before))
            })
        },
        |_: Option<&Option<PlacedMap>>, _| true,
    );
    let over = NodeRef::<html::Canvas>::new();
    repaint(desk, node, placed);
    repaint_over(desk, over, placed);
    let words = |of: fn(&dyn Story) -> String| {
        show::text(move || {
            desk.story()
                .get()
                .map_or_else(String::new, |told| of(&*told.0))
        })
    };
    let title = words(|story| story.title());
    let subtitle = words(|story| story.subtitle());
    let sentence = words(|story| story.sentence());
    let heading = match name {
        FIRST => view! { <h1>{title}</h1> }.into_any(),
        _ => view! { <h2>{title}</h2> }.into_any(),
    };
    let trouble = show::part(move || {
        let shading = desk.shading().get();
        let trouble = shading.and_then(|shading| shading.trouble.clone());
        trouble
            .map(|words| view! { <p class="notice" data-testid="map-trouble">{words}</p> })
            .into_any()
    });
    let source = show::part(move || source_line(desk));
    let gestures = gestures::Gestures::new(desk, frame, placed, said);
    view! {
        <figure class="figure map-figure" data-testid=format!("figure-{name}")>
            <figcaption>{heading}<p class="subtitle">{subtitle}</p></figcaption>
            <p class="sr-only" data-testid="sentence" id=sentence_id.clone()>{sentence}</p>
            {trouble}
            <div class="canvas-box map-box" node_ref=box_ref>
                {gestures.canvas(node, name, sentence_id)}
                <canvas node_ref=over class="map-over" aria-hidden="true"></canvas>
                {(!is_locked).then(|| zoom_buttons(gestures))}
                {(name == FIRST).then(|| so_far(desk))}
            </div>
            <p class="sr-only" aria-live="polite" data-testid="live">{said}</p>
            <div class="figure-foot"><p class="source" data-testid="source">{source}</p><MapFiles desk=desk placed=placed/></div>
        </figure>
    }
}

/// The room of the map: as wide as its column, most of the window high.
fn frame(desk: Desk, width_px: Signal<f64>) -> Memo<Frame> {
    let explorer = desk.explorer();
    let (mode, text_size, screen) = (explorer.mode(), explorer.text_size(), explorer.screen());
    Memo::new(move |_| {
        let window = screen.get().surface();
        let width_px = width_px.get();
        Frame {
            width_px,
            height_px: page::map_height_px(mode.get(), width_px, window),
            text_scale: page::text_scale(mode.get(), text_size.get(), window),
        }
    })
}

/// Where the buttons stand.
fn buttons(desk: Desk, frame: Frame) -> Rect {
    page::map_buttons(
        desk.explorer().mode().get(),
        frame.width_px,
        frame.text_scale,
    )
}

fn spec(desk: Desk, flows: Vec<Flow>, kept_clear: Vec<Rect>) -> Option<AreaMapSpec> {
    let (ground, shading) = (desk.ground()?, desk.shading().get()?);
    let dimmed = desk.brushed.get().and_then(|brush| {
        let figures = desk.figures().get()?;
        Some(brush.outside(&figures))
    });
    let is_faded = desk.map().with(|map| map.is_faded);
    Some(AreaMapSpec {
        ground,
        fills: shading.fills.clone(),
        uncertain: shading.uncertain.clone(),
        uncertainty: if is_faded {
            Uncertainty::Faded
        } else {
            Uncertainty::Hatched
        },
        dimmed: dimmed.unwrap_or_default(),
        pinned: desk.pinned(),
        flows,
        kept_clear,
    })
}

/// Paints the map whenever it, the theme or the screen changes.
fn repaint(desk: Desk, node: NodeRef<html::Canvas>, placed: Memo<Option<PlacedMap>>) {
    let (theme, screen) = (desk.explorer().theme(), desk.explorer().screen());
    show::effect(move || {
        let Some(canvas) = node.get() else { return };
        let (theme, px_scale) = (theme.get(), screen.get().px_scale);
        placed.with(|placed| {
            let Some(placed) = placed else { return };
            let _span = timing::span("roadmap-draw-areas");
            // A browser without a canvas still has the sentence and the table.
            paint::paint_map(&canvas, placed, theme, px_scale);
        });
    });
}

/// Paints what is pointed at on a canvas of its own, so that pointing draws no map.
fn repaint_over(desk: Desk, node: NodeRef<html::Canvas>, placed: Memo<Option<PlacedMap>>) {
    let (theme, screen) = (desk.explorer().theme(), desk.explorer().screen());
    show::effect(move || {
        let Some(canvas) = node.get() else { return };
        let pointed = desk.pointed.get();
        let (theme, px_scale) = (theme.get(), screen.get().px_scale);
        placed.with(|placed| {
            let Some(placed) = placed else { return };
            let _span = timing::span("roadmap-point");
            let marks = pointed.map(|at| placed.highlight(at, false, &brief(desk, at)));
            let marks = marks.unwrap_or_default();
            paint::paint_over(&canvas, placed.frame(), &marks, theme, px_scale);
        });
    });
}

/// What the label beside an area says.
fn brief(desk: Desk, at: usize) -> String {
    desk.story().with_untracked(|told| {
        let told = told.as_ref();
        told.map_or_else(String::new, |told| told.0.label(at))
    })
}

fn source_line(desk: Desk) -> AnyView {
    let Some(figures) = desk.figures().get() else {
        return ().into_any();
    };
    let words = figures.source_words.clone();
    match figures.source_url.clone().filter(|url| !url.is_empty()) {
        Some(url) => {
            view! { "Source: " <a href=url rel="noopener external">{words}</a> }.into_any()
        }
        None => view! { "Source: " {words} }.into_any(),
    }
}

/// How far a test in the background is; the map shows the plain figures meanwhile.
fn so_far(desk: Desk) -> AnyView {
    let so_far = desk.so_far();
    let share = show::text(move || so_far.get().unwrap_or_default().to_string());
    show::when(
        move || so_far.with(Option::is_some),
        move || {
            view! {
                <label class="so-far" data-testid="so-far">
                    "Testing against chance"
                    <progress max="1" value=share></progress>
                </label>
            }
            .into_any()
        },
    )
}

/// Buttons for what wheel, pinch and keys do too.
fn zoom_buttons(gestures: gestures::Gestures) -> AnyView {
    let button = |testid: &'static str,
                  label: &'static str,
                  sign: &'static str,
                  act: fn(gestures::Gestures)| {
        view! {
            <button type="button" data-testid=testid aria-label=label title=label on:click=move |_| act(gestures)>
                {sign}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="map-buttons">
            {button("zoom-in", "Closer", "+", |gestures| gestures.zoom_middle(gestures::STEP))}
            {button("zoom-out", "Farther", "−", |gestures| gestures.zoom_middle(1.0 / gestures::STEP))}
            {button("zoom-all", "The whole place", "⤢", gestures::Gestures::show_all)}
        </div>
    }
    .into_any()
}
