//! A second measure: as points, as a second map, or both in one.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::atlas::{Brush, Pair, Story, Subject};
use roadmap_core::chart::scatter::PlacedScatter;
use roadmap_core::chart::{Frame, Point};
use roadmap_core::page;
use roadmap_core::page::map::Compare;

use super::beside::text_scale;
use super::desk::Desk;
use super::linked::{Hands, Linked, LinkedCanvas};
use super::map::MapFigure;
use crate::{lazy, segments, show};

/// Choosing a second measure, and how it is shown.
#[component]
pub fn SecondChoice() -> impl IntoView {
    let desk = Desk::here();
    let map = desk.map();
    let second = Memo::new(move |_| map.with(|map| map.second.clone()));
    let groups = show::part(move || {
        let Some(chosen) = desk.chosen().get() else {
            return ().into_any();
        };
        let shared = desk.shared();
        let current = second.get();
        let is_told = |subject: &Subject| subject.levels.contains(&chosen.level);
        let option = |subject: Subject| {
            let is_chosen = current.as_ref() == Some(&subject.slug);
            view! { <option value=subject.slug selected=is_chosen>{subject.name}</option> }
        };
        let group = |(title, subjects): (String, Vec<Subject>)| {
            let options = subjects
                .into_iter()
                .filter(is_told)
                .map(option)
                .collect_view();
            view! { <optgroup label=title>{options}</optgroup> }
        };
        let groups = desk
            .atlas()
            .subjects_by_theme(&shared.dataset)
            .into_iter()
            .map(group);
        groups.collect_view().into_any()
    });
    let buttons = show::when(
        move || second.with(Option::is_some),
        move || {
            let chosen = move || map.with(|map| map.compare);
            let choose = move |kind| desk.go(|map| map.compare = kind);
            segments::of_choices("How to compare", "compare", words, chosen, choose)
        },
    );
    view! {
        <label class="figure-select">
            <span>"Compare with"</span>
            <select
                data-testid="second-select"
                on:change:target=move |event| {
                    let slug = event.target().value();
                    desk.go(|map| map.second = (!slug.is_empty()).then_some(slug));
                }
            >
                <option value="" selected=show::flag(move || second.with(Option::is_none))>"Nothing else"</option>
                {groups}
            </select>
        </label>
        {buttons}
    }
}

const fn words(kind: Compare) -> &'static str {
    match kind {
        Compare::Scatter => "Points",
        Compare::Beside => "Two maps",
        Compare::Pair => "One map of both",
    }
}

/// The second measure in sight: points, or a second map.
#[component]
pub fn Second() -> impl IntoView {
    let desk = Desk::here();
    let shown = Memo::new(move |_| {
        desk.map()
            .with(|map| map.second.is_some().then_some(map.compare))
    });
    let second = desk.second();
    let both = Memo::new_with_compare(
        move |_| {
            shown
                .get()
                .and_then(|_| desk.both())
                .map(|both| both.map(Arc::new))
        },
        |_: Option<&Both>, _| true,
    );
    show::part(move || match (shown.get(), both.get()) {
        (None, _) | (_, None) => ().into_any(),
        (_, Some(Err(why))) => {
            view! { <p class="notice" data-testid="second-trouble">{why}</p> }.into_any()
        }
        (Some(Compare::Beside), _) => view! { <MapFigure desk=second name="second"/> }.into_any(),
        (Some(Compare::Scatter | Compare::Pair), Some(Ok(pair))) => view! {
            <p data-testid="both-sentence">{pair.sentence()}</p>
            {lazy::piece(&POINTS, move |points| points(both))}
        }
        .into_any(),
    })
}

type Both = Option<Result<Arc<Pair>, String>>;

lazy::part!(
    /// Points, loaded when two measures are first shown so.
    POINTS: fn(Memo<Both>) -> AnyView = map_points, |both| view! { <Points both=both/> }.into_any()
);

/// Both measures as points; pulling over them, or pressing a corner, brushes their areas.
#[component]
fn Points(
    /// The two measures.
    both: Memo<Both>,
) -> impl IntoView {
    let desk = Desk::here();
    let placed = StoredValue::new(None::<PlacedScatter>);
    let place = Callback::new(move |width_px: f64| {
        let pair = both.get()?.ok()?;
        let figures = desk.figures().get()?;
        let brushed = desk.brushed.get();
        let dimmed = brushed.map(|brush| brush.outside(&figures));
        let spec = pair.scatter(desk.pinned(), dimmed.unwrap_or_default());
        let scatter = spec.place(Frame {
            width_px,
            height_px: page::scatter_height_px(width_px),
            text_scale: text_scale(desk),
        });
        let of = |target: usize| scatter.area_of(target);
        let linked = Linked {
            areas: (0..scatter.placed.targets.len()).map(of).collect(),
            placed: scatter.placed.clone(),
            elsewhere: Vec::new(),
        };
        placed.set_value(Some(scatter));
        Some(linked)
    });
    let pull = Callback::new(move |([x, y], [to_x, to_y]): ([f64; 2], [f64; 2])| {
        let rows = placed.with_value(|placed| {
            let placed = placed.as_ref()?;
            Some(placed.inside(Point::new(x, y), Point::new(to_x, to_y)))
        });
        desk.brushed.set(rows.map(Brush::of_rows));
    });
    let choose = Callback::new(move |target: usize| {
        desk.pin(placed.with_value(|placed| placed.as_ref()?.area_of(target)));
    });
    let corner = Callback::new(move |[x_px, y_px]: [f64; 2]| {
        let rows = placed.with_value(|placed| {
            let placed = placed.as_ref()?;
            let [from, to] = placed.part_at(x_px, y_px)?;
            Some(placed.inside(from, to))
        });
        let brush = rows.map(Brush::of_rows);
        desk.brushed.update(|brushed| {
            *brushed = if *brushed == brush { None } else { brush };
        });
    });
    let hands = Hands {
        choose: Some(choose),
        press: Some(corner),
        pull: Some(pull),
    };
    view! { <LinkedCanvas testid="scatter" label="Two figures of the same areas" place=place hands=hands/> }
}
