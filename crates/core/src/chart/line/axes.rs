//! Axes of a line chart: few round ticks, years as years, the unit on the top one.

use super::layout::{Layout, years_y};
use super::series::{Dot, Drawn};
use super::{LineSpec, Shade};
use crate::chart::labels::is_clear;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::region::Rect;
use crate::chart::text_width::{bounds, cut, width_px};
use crate::chart::{Density, ticks};
use crate::order;
use crate::quantity;

pub(super) fn marks(spec: &LineSpec, drawn: &[Drawn<'_>], layout: &Layout) -> Vec<Mark> {
    let mut marks = Vec::new();
    if layout.density == Density::Full {
        let stretches: Vec<(f64, f64, &Shade)> = spec
            .shades
            .iter()
            .filter_map(|shade| stretch(shade, layout))
            .collect();
        marks.extend(stretches.iter().map(|&(from, to, _)| Mark::Polygon {
            ring: rectangle(from, layout.top, to, layout.bottom),
            ink: Ink::Grid,
            opacity: 0.55,
        }));
        marks.extend(value_axis(spec, drawn, layout));
        for (_, to, shade) in stretches {
            let name = shade_name(shade, to, drawn, layout, &rooms(&marks));
            marks.extend(name);
        }
        let y = crisp(layout.bottom);
        let left = Point::new(layout.left, y);
        marks.push(Mark::line(
            left,
            Point::new(layout.right, y),
            Ink::Context,
            1.0,
        ));
    }
    marks.extend(year_axis(drawn, layout));
    marks.extend(break_rules(spec, drawn, layout, rooms(&marks)));
    marks
}

/// The room that words take already.
fn rooms(marks: &[Mark]) -> Vec<Rect> {
    let texts = marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) => Some(bounds(text)),
        _ => None,
    });
    texts.collect()
}

/// Where a light stretch of time begins and ends in the picture; none outside of it.
fn stretch<'a>(shade: &'a Shade, layout: &Layout) -> Option<(f64, f64, &'a Shade)> {
    if !(shade.from_years.is_finite() && shade.to_years.is_finite()) {
        return None;
    }
    let px = |years: f64| layout.x.px_from_value(layout.x.clamp(years));
    let (from, to) = (px(shade.from_years), px(shade.to_years));
    (to - from >= 1.0).then_some((from, to, shade))
}

/// The name of a stretch that ends at `to`; none where there is no room for it.
fn shade_name(
    shade: &Shade,
    to: f64,
    drawn: &[Drawn<'_>],
    layout: &Layout,
    taken: &[Rect],
) -> Option<Mark> {
    let width = width_px(&shade.label, layout.text_px, Weight::Regular);
    // To the left, so that the rule of a break that follows does not cross it, and at the foot or
    // the head, where no line runs through it; the caution under the chart names it as well.
    let right = to - 4.0;
    let rows = [
        layout.bottom - layout.text_px,
        layout.top + layout.text_px * 1.8,
    ];
    let y = rows.into_iter().find(|y| {
        let room = Rect::centred(
            Point::new(right - width / 2.0, *y),
            width + 4.0,
            layout.text_px * 1.3,
        );
        let is_inside = right - width >= layout.left;
        is_inside && is_clear(room, taken) && !runs_through(drawn, room, layout)
    })?;
    Some(small(
        Point::new(right, y),
        Anchor::End,
        shade.label.clone(),
        layout,
    ))
}

/// Whether a line or a dot of the data runs through a piece of room.
fn runs_through(drawn: &[Drawn<'_>], room: Rect, layout: &Layout) -> bool {
    let runs = drawn.iter().flat_map(|series| &series.runs);
    let mut runs = runs.map(|run| run.iter().map(|dot| layout.at(dot)).collect::<Vec<_>>());
    runs.any(|points| {
        let is_met = |from: Point, to: Point| {
            let (from_x, to_x) = (from.x.max(room.left), to.x.min(room.right));
            if from_x > to_x {
                return false;
            }
            let y_at = |x: f64| {
                let span = to.x - from.x;
                let share = if span > 0.0 { (x - from.x) / span } else { 0.0 };
                from.y + (to.y - from.y) * share
            };
            let (first, last) = (y_at(from_x), y_at(to_x));
            first.min(last) <= room.bottom && first.max(last) >= room.top
        };
        let alone = points.first().is_some_and(|only| is_met(*only, *only));
        alone
            || points
                .windows(2)
                .any(|pair| matches!(pair, [from, to] if is_met(*from, *to)))
    })
}

fn value_axis(spec: &LineSpec, drawn: &[Drawn<'_>], layout: &Layout) -> Vec<Mark> {
    let mut marks = Vec::new();
    let top_tick = layout.ticks.values.len().saturating_sub(1);
    for (index, &value) in layout.ticks.values.iter().enumerate() {
        let y = layout.y.px_from_value(value);
        let number = quantity::tick(value, spec.unit, layout.ticks.decimals, index == top_tick);
        let mut line_from = layout.left;
        let end = Point::new(layout.left - 8.0, y);
        if index == top_tick {
            let full = quantity::spoken(value, spec.unit, layout.ticks.decimals);
            let number_px = width_px(&number, layout.text_px, Weight::Regular);
            let start = (end.x - number_px).max(0.0);
            let room_px = layout.right - start;
            let full = cut(&full, room_px, layout.text_px, Weight::Regular);
            let reach = start + width_px(&full, layout.text_px, Weight::Regular) + 6.0;
            let room = Rect {
                left: layout.left,
                top: y - layout.text_px * 0.7,
                right: reach,
                bottom: y + layout.text_px * 0.7,
            };
            let is_free = !runs_through(drawn, room, layout);
            // The unit stands in the line of its tick, above it where data would run into it.
            let text_y = if is_free || reach <= layout.left {
                y
            } else {
                y - layout.text_px * 0.8
            };
            if is_free {
                line_from = reach.max(layout.left).min(layout.right);
            }
            marks.push(small(
                Point::new(start, text_y),
                Anchor::Start,
                full,
                layout,
            ));
        } else if width_px(&number, layout.text_px, Weight::Regular) <= end.x {
            marks.push(small(end, Anchor::End, number, layout));
        }
        let ink = if value == 0.0 { Ink::Muted } else { Ink::Grid };
        let y = crisp(y);
        marks.push(Mark::line(
            Point::new(line_from, y),
            Point::new(layout.right, y),
            ink,
            1.0,
        ));
    }
    marks
}

fn year_axis(drawn: &[Drawn<'_>], layout: &Layout) -> Vec<Mark> {
    let mut dots: Vec<&Dot<'_>> = drawn.iter().flat_map(Drawn::dots).collect();
    order::sort_by(&mut dots, |a, b| a.years.total_cmp(&b.years));
    dots.dedup_by(|a, b| a.period.start_year() == b.period.start_year());
    let years: Vec<u16> = dots.iter().map(|dot| dot.period.start_year()).collect();
    let widest = dots
        .iter()
        .map(|dot| width_px(&dot.period.tick(), layout.text_px, Weight::Regular))
        .fold(0.0, f64::max);
    let span = match (dots.first(), dots.last()) {
        (Some(first), Some(last)) => last.years - first.years,
        _ => 0.0,
    };
    let px_per_year = if span > 0.0 {
        (layout.right - layout.left) / span
    } else {
        1.0
    };
    let mut label_years = (widest * 1.8 + layout.text_px * 0.5) / px_per_year;
    if layout.density == Density::Spark {
        label_years = (widest * 1.25 + layout.text_px) / px_per_year;
        label_years = label_years.max(span.floor());
    }
    let shown = ticks::years(&years, label_years);
    let mut marks = Vec::new();
    let y = years_y(layout.frame, layout.text_px);
    // In a spark the sign of a broken axis stands before the first year.
    let is_broken = !layout.y.contains(0.0);
    let low = if is_broken {
        layout.text_px * 0.75
    } else {
        0.0
    };
    let mut first_left = f64::INFINITY;
    let shown = dots
        .iter()
        .filter(|dot| shown.contains(&dot.period.start_year()));
    // From the last one back: periods within a year may lie closer than their years say.
    for dot in shown.rev() {
        let x = layout.x.px_from_value(dot.years);
        let half = width_px(&dot.period.tick(), layout.text_px, Weight::Regular) / 2.0;
        let text_x = x.min(layout.frame.width_px - half).max(half + low);
        if text_x + half + layout.text_px * 0.4 > first_left {
            continue;
        }
        first_left = text_x - half;
        if layout.density == Density::Full {
            let (x, foot) = (crisp(x), layout.bottom);
            marks.push(Mark::line(
                Point::new(x, foot),
                Point::new(x, foot + 4.0),
                Ink::Muted,
                1.0,
            ));
        }
        marks.push(small(
            Point::new(text_x, y),
            Anchor::Middle,
            dot.period.tick(),
            layout,
        ));
    }
    if is_broken {
        marks.push(break_sign(first_left, layout));
    }
    marks
}

/// A small crack before the first year: the value axis does not start at zero.
fn break_sign(years_left: f64, layout: &Layout) -> Mark {
    let (reach, step) = (layout.text_px * 0.2, layout.text_px * 0.26);
    let x = (years_left - reach * 2.0).max(reach + 1.0);
    let middle = Point::new(x, years_y(layout.frame, layout.text_px));
    let corners = [(0.0, -1.5), (reach, -0.5), (-reach, 0.5), (0.0, 1.5)];
    let points = corners.map(|(dx, steps)| Point::new(middle.x + dx, middle.y + steps * step));
    Mark::stroke(points.to_vec(), Ink::Muted, 1.0)
}

/// A thin rule between the last point of the old definition and the first of the new.
fn break_rules(
    spec: &LineSpec,
    drawn: &[Drawn<'_>],
    layout: &Layout,
    mut taken: Vec<Rect>,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    for change in &spec.breaks {
        let start = change.first_period.middle_years();
        let dots = || drawn.iter().flat_map(Drawn::dots).map(|dot| dot.years);
        let before = dots().filter(|years| *years < start).reduce(f64::max);
        let after = dots().filter(|years| *years >= start).reduce(f64::min);
        let (Some(before), Some(after)) = (before, after) else {
            continue;
        };
        let x = crisp(layout.x.px_from_value(f64::midpoint(before, after)));
        let (top, foot) = (Point::new(x, layout.top), Point::new(x, layout.bottom));
        marks.push(Mark::line(top, foot, Ink::Muted, 1.0));
        if layout.density == Density::Full
            && let Some(label) = break_label(&change.label, x, layout, &taken)
        {
            taken.push(bounds(&label));
            marks.push(Mark::Text(label));
        }
    }
    marks
}

/// The note beside a rule, as high as there is room; none where there is none.
fn break_label(words: &str, x: f64, layout: &Layout, taken: &[Rect]) -> Option<Text> {
    let line = layout.text_px * 1.2;
    (0..6).find_map(|row| {
        let y = layout.top + layout.text_px * 0.8 + f64::from(row) * line;
        [(x + 4.0, Anchor::Start), (x - 4.0, Anchor::End)]
            .into_iter()
            .find_map(|(x, anchor)| {
                let label = Text {
                    at: Point::new(x, y),
                    anchor,
                    size_px: layout.text_px,
                    weight: Weight::Regular,
                    ink: Ink::Muted,
                    content: words.to_owned(),
                    halo: Some(Ink::Paper),
                };
                let room = bounds(&label);
                let is_inside = room.left >= layout.left
                    && room.right <= layout.right
                    && room.bottom <= layout.bottom;
                (is_inside && is_clear(room, taken)).then_some(label)
            })
    })
}

fn small(at: Point, anchor: Anchor, content: String, layout: &Layout) -> Mark {
    Mark::Text(Text {
        at,
        anchor,
        size_px: layout.text_px,
        weight: Weight::Regular,
        ink: Ink::Muted,
        content,
        halo: None,
    })
}
