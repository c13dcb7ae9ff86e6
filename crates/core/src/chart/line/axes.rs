//! Axes of a line chart: few round ticks, years as years, the unit on the top one.

use super::layout::Layout;
use super::{Dot, Drawn, LineSpec, Shade};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::region::Rect;
use crate::chart::text_width::{bounds, width_px};
use crate::chart::{Density, ticks};
use crate::quantity;

pub(super) fn marks(spec: &LineSpec, drawn: &[Drawn<'_>], layout: &Layout<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    if layout.density == Density::Full {
        marks.extend(value_axis(spec, drawn, layout));
    }
    marks.extend(year_axis(drawn, layout));
    if !layout.y.contains(0.0) {
        marks.push(break_sign(layout));
    }
    marks.extend(break_rules(spec, drawn, layout));
    marks
}

/// A light stretch of time and its name.
pub(super) fn shade(shade: &Shade, layout: &Layout<'_>) -> Vec<Mark> {
    if !(shade.from_years.is_finite() && shade.to_years.is_finite()) {
        return Vec::new();
    }
    let px = |years: f64| layout.x.px_from_value(layout.x.clamp(years));
    let (from, to) = (px(shade.from_years), px(shade.to_years));
    if to - from < 1.0 {
        return Vec::new();
    }
    let mut marks = vec![Mark::Polygon {
        ring: rectangle(from, layout.top, to, layout.bottom),
        ink: Ink::Grid,
        opacity: 0.55,
    }];
    let width = width_px(&shade.label, layout.text_px, Weight::Regular);
    if width < to - from + layout.text_px * 4.0 && width < layout.right - layout.left {
        let middle = f64::midpoint(from, to);
        let x = middle
            .min(layout.right - width / 2.0)
            .max(layout.left + width / 2.0);
        let y = layout.bottom - layout.text_px;
        marks.push(small(
            Point::new(x, y),
            Anchor::Middle,
            shade.label.clone(),
            layout,
        ));
    }
    marks
}

fn value_axis(spec: &LineSpec, drawn: &[Drawn<'_>], layout: &Layout<'_>) -> Vec<Mark> {
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
            let reach = start + width_px(&full, layout.text_px, Weight::Regular) + 6.0;
            let room = Rect {
                left: layout.left,
                top: y - layout.text_px * 0.7,
                right: reach,
                bottom: y + layout.text_px * 0.7,
            };
            let mut dots = drawn.iter().flat_map(Drawn::dots);
            let is_free = !dots.any(|dot| room.contains(layout.at(dot)));
            // The unit stands in the line of its tick, above it where data would run into it.
            let text_y = if is_free || reach <= layout.left {
                y
            } else {
                y - layout.text_px * 0.8
            };
            if is_free {
                line_from = reach.max(layout.left);
            }
            let full = crate::chart::text_width::cut(
                &full,
                layout.right - start,
                layout.text_px,
                Weight::Regular,
            );
            marks.push(small(
                Point::new(start, text_y),
                Anchor::Start,
                full,
                layout,
            ));
        } else {
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

fn year_axis(drawn: &[Drawn<'_>], layout: &Layout<'_>) -> Vec<Mark> {
    let mut dots: Vec<&Dot<'_>> = drawn.iter().flat_map(Drawn::dots).collect();
    dots.sort_by(|a, b| a.years.total_cmp(&b.years));
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
    let mut label_years = (widest * 1.25 + layout.text_px * 0.5) / px_per_year;
    if layout.density == Density::Spark {
        label_years = label_years.max(span.floor());
    }
    let shown = ticks::years(&years, label_years);
    let mut marks = Vec::new();
    let y = layout.frame.height_px - layout.text_px * 0.6;
    for dot in dots
        .iter()
        .filter(|dot| shown.contains(&dot.period.start_year()))
    {
        let x = layout.x.px_from_value(dot.years);
        let half = width_px(&dot.period.tick(), layout.text_px, Weight::Regular) / 2.0;
        let text_x = x.min(layout.frame.width_px - half).max(half);
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
    marks
}

/// A small crack at the foot of the value axis: it does not start at zero.
fn break_sign(layout: &Layout<'_>) -> Mark {
    let reach = layout.text_px * 0.28;
    let (x, top) = match layout.density {
        Density::Full => (
            layout.left - 8.0 - reach,
            layout.bottom + layout.text_px * 0.6,
        ),
        Density::Spark => (reach, layout.bottom + 1.0),
    };
    let step = match layout.density {
        Density::Full => layout.text_px * 0.28,
        Density::Spark => (layout.text_px * 0.12).min(1.6),
    };
    let corners = [(0.0, 0.0), (reach, 1.0), (-reach, 2.0), (0.0, 3.0)];
    let points = corners.map(|(dx, steps)| Point::new(x + dx, top + steps * step));
    Mark::stroke(points.to_vec(), Ink::Muted, 1.0)
}

/// A thin rule between the last point of the old definition and the first of the new.
fn break_rules(spec: &LineSpec, drawn: &[Drawn<'_>], layout: &Layout<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut taken: Vec<Rect> = Vec::new();
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
            && let Some(label) = break_label(&change.label, x, layout)
            && taken.iter().all(|other| !other.overlaps(bounds(&label)))
        {
            taken.push(bounds(&label));
            marks.push(Mark::Text(label));
        }
    }
    marks
}

/// The note beside a rule, on the side with more room; none where neither has enough.
fn break_label(words: &str, x: f64, layout: &Layout<'_>) -> Option<Text> {
    let width = width_px(words, layout.text_px, Weight::Regular);
    let y = layout.top + layout.text_px * 1.6;
    let (at, anchor) = if x + 4.0 + width <= layout.right {
        (Point::new(x + 4.0, y), Anchor::Start)
    } else if x - 4.0 - width >= layout.left {
        (Point::new(x - 4.0, y), Anchor::End)
    } else {
        return None;
    };
    Some(Text {
        at,
        anchor,
        size_px: layout.text_px,
        weight: Weight::Regular,
        ink: Ink::Muted,
        content: words.to_owned(),
        halo: Some(Ink::Paper),
    })
}

fn small(at: Point, anchor: Anchor, content: String, layout: &Layout<'_>) -> Mark {
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
