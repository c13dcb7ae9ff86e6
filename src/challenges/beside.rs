//! The charts beside the map: its histogram, and the areas at both ends.

use leptos::prelude::*;
use roadmap_core::atlas::Brush;
use roadmap_core::chart::Frame;
use roadmap_core::chart::histogram::{HistogramSpec, PlacedHistogram};

use super::desk::Desk;
use super::linked::{Hands, Linked, LinkedCanvas};
use crate::show;

/// How many areas have which value; pulling over it brushes values, pressing a class its areas.
#[component]
pub fn Histogram() -> impl IntoView {
    let desk = Desk::here();
    let placed = StoredValue::new(None::<PlacedHistogram>);
    let place = Callback::new(move |width_px: f64| {
        let shading = desk.shading().get()?;
        let figures = desk.figures().get()?;
        let pinned = desk.pinned();
        let spec = desk
            .brushed
            .with(|brush| figures.histogram(&shading, pinned, brush.as_ref()))?;
        let text_scale = text_scale(desk);
        let histogram = spec.place(Frame {
            width_px,
            height_px: HistogramSpec::natural_height_px(text_scale),
            text_scale,
        });
        let pointed = desk.pointed.get();
        let elsewhere = pointed.and_then(|at| {
            let row = figures.rows.get(at)?;
            Some(histogram.pointer(row.value.number()?, &figures.told(row.value)))
        });
        let linked = Linked {
            areas: vec![None; histogram.placed.targets.len()],
            placed: histogram.placed.clone(),
            elsewhere: elsewhere.unwrap_or_default(),
        };
        placed.set_value(Some(histogram));
        Some(linked)
    });
    let brush = move |range| {
        let brush = Some(Brush::Range(range));
        desk.brushed.update(|brushed| {
            *brushed = if *brushed == brush { None } else { brush };
        });
    };
    let choose = Callback::new(move |target: usize| {
        let range = placed.with_value(|placed| placed.as_ref()?.range_of(target));
        if let Some(range) = range {
            brush(range);
        }
    });
    let pull = Callback::new(move |([from_px, _], [to_px, _]): ([f64; 2], [f64; 2])| {
        let range = placed.with_value(|placed| {
            let placed = placed.as_ref()?;
            Some(placed.range_between(from_px, to_px))
        });
        desk.brushed.set(range.map(Brush::Range));
    });
    let hands = Hands {
        choose: Some(choose),
        pull: Some(pull),
        ..Hands::default()
    };
    let has_classes = move || {
        let shading = desk.shading();
        shading.with(|shading| {
            shading
                .as_ref()
                .is_some_and(|shading| shading.classes.is_some())
        })
    };
    let histogram = show::when(has_classes, move || {
        view! { <LinkedCanvas testid="histogram" label="How many areas have which value" place=place hands=hands/> }
            .into_any()
    });
    view! {
        {histogram}
        <Brushed/>
    }
}

/// What is brushed, and a way out of it.
#[component]
fn Brushed() -> impl IntoView {
    let desk = Desk::here();
    show::part(move || {
        let words = desk.brushed.with(|brush| {
            let figures = desk.figures().get()?;
            Some(brush.as_ref()?.words(&figures))
        });
        match words {
            Some(words) => view! {
                <p class="brushed" data-testid="brushed">
                    {words} " "
                    <button type="button" class="plain" on:click=move |_| desk.brushed.set(None)>"Show all"</button>
                </p>
            }
            .into_any(),
            None => ().into_any(),
        }
    })
}

/// The areas at both ends, and the pinned one.
#[component]
pub fn Ends() -> impl IntoView {
    let desk = Desk::here();
    let areas = StoredValue::new(Vec::<Option<usize>>::new());
    let place = Callback::new(move |width_px: f64| {
        let story = desk.story().get()?.0;
        let spec = story.ends(desk.pinned());
        let text_scale = text_scale(desk);
        let ranking = spec.place(Frame {
            width_px,
            height_px: spec.natural_height_px(text_scale),
            text_scale,
        });
        let of = |target: usize| ranking.area_of(target);
        let linked = Linked {
            areas: (0..ranking.placed.targets.len()).map(of).collect(),
            placed: ranking.placed,
            elsewhere: Vec::new(),
        };
        areas.set_value(linked.areas.clone());
        Some(linked)
    });
    let choose = Callback::new(move |target: usize| {
        desk.pin(areas.with_value(|areas| areas.get(target).copied().flatten()));
    });
    let hands = Hands {
        choose: Some(choose),
        ..Hands::default()
    };
    view! { <LinkedCanvas testid="ends" label="The highest and the lowest" place=place hands=hands/> }
}

/// How much larger than at a desk text is.
pub fn text_scale(desk: Desk) -> f64 {
    let explorer = desk.explorer();
    let screen = explorer.screen().get();
    let (mode, text_size) = (explorer.mode().get(), explorer.text_size().get());
    roadmap_core::page::text_scale(mode, text_size, screen.surface())
}
