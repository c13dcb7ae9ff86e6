//! Axes, gaps and breaks of a stacked area.

use super::layout::Layout;
use super::{Slice, StackSpec};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp};
use crate::chart::region::Rect;
use crate::chart::text_width::{bounds, width_px};
use crate::chart::ticks;
use crate::quantity::{self, Value};

impl StackSpec {
    /// Round numbers with light rules, and few years.
    pub(super) fn axis_marks(&self, slices: &[Slice<'_>], layout: &Layout) -> Vec<Mark> {
        let size_px = layout.small_px;
        let mut marks = Vec::new();
        let top_tick = layout.ticks.values.len().saturating_sub(1);
        for (index, &value) in layout.ticks.values.iter().enumerate() {
            let y = layout.y.px_from_value(value);
            let ink = if value == 0.0 { Ink::Muted } else { Ink::Grid };
            let ends = [layout.left, layout.right].map(|x| Point::new(x, crisp(y)));
            marks.push(Mark::stroke(ends.to_vec(), ink, 1.0));
            let words = quantity::tick(value, self.unit, layout.ticks.decimals, index == top_tick);
            let at = Point::new(layout.left - 8.0, y);
            if width_px(&words, size_px, Weight::Regular) <= at.x + 0.5 {
                let text = Text::plain(at, Anchor::End, size_px, Ink::Muted, words);
                marks.push(Mark::Text(text));
            }
        }
        let years: Vec<u16> = slices
            .iter()
            .map(|slice| slice.period.start_year())
            .collect();
        let span = layout.x.domain().1 - layout.x.domain().0;
        let px_per_year = (layout.right - layout.left) / span.max(0.5);
        let widest = slices.iter().map(|slice| {
            let tick = slice.period.tick();
            width_px(&tick, size_px, Weight::Regular)
        });
        let label_years = (widest.fold(0.0, f64::max) * 1.5) / px_per_year;
        let shown = ticks::years(&years, label_years);
        let mut last = None;
        for slice in slices {
            let year = slice.period.start_year();
            if !shown.contains(&year) || last == Some(year) {
                continue;
            }
            last = Some(year);
            let x = layout.x.px_from_value(slice.years);
            let words = slice.period.tick();
            let half = width_px(&words, size_px, Weight::Regular) / 2.0;
            let middle = x.min(layout.frame.width_px - half).max(half);
            let at = Point::new(middle, layout.frame.height_px - size_px * 0.65);
            let text = Text::plain(at, Anchor::Middle, size_px, Ink::Muted, words);
            marks.push(Mark::Text(text));
            let ends = [layout.bottom, layout.bottom + 4.0].map(|y| Point::new(crisp(x), y));
            marks.push(Mark::stroke(ends.to_vec(), Ink::Muted, 1.0));
        }
        marks
    }

    /// A sign on the foot of each period that is a gap: dots where a part is withheld, a cross
    /// where it cannot be worked out, a dash where it is not published.
    pub(super) fn gap_marks(&self, slices: &[Slice<'_>], layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        for slice in slices {
            let Err(why) = slice.values else { continue };
            let at = Point::new(layout.x.px_from_value(slice.years), layout.bottom - 6.0);
            match why {
                Value::Suppressed => marks.extend([-4.0, 0.0, 4.0].map(|dy| {
                    let dot = Point::new(at.x, at.y - 4.0 + dy);
                    Mark::disc(dot, 1.2, Ink::Muted)
                })),
                Value::Missing => {
                    let ends = [-3.0, 3.0].map(|dx| Point::new(at.x + dx, at.y));
                    marks.push(Mark::stroke(ends.to_vec(), Ink::Muted, 1.5));
                }
                Value::Undefined | Value::Number(_) => marks.extend([-1.0, 1.0].map(|slope| {
                    let ends = [-3.0, 3.0].map(|d| Point::new(at.x + d, at.y + d * slope));
                    Mark::stroke(ends.to_vec(), Ink::Muted, 1.5)
                })),
            }
        }
        marks
    }

    /// A thin rule between the last period of the old definition and the first of the new.
    pub(super) fn break_marks(&self, slices: &[Slice<'_>], layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut taken: Vec<Rect> = Vec::new();
        for change in &self.breaks {
            let start = change.first_period.middle_years();
            let years = || slices.iter().map(|slice| slice.years);
            let before = years().filter(|years| *years < start).reduce(f64::max);
            let after = years().filter(|years| *years >= start).reduce(f64::min);
            let (Some(before), Some(after)) = (before, after) else {
                continue;
            };
            let x = crisp(layout.x.px_from_value(f64::midpoint(before, after)));
            let ends = [layout.top * 0.5, layout.bottom - 1.0].map(|y| Point::new(x, y));
            marks.push(Mark::stroke(ends.to_vec(), Ink::Paper, 3.0));
            marks.push(Mark::stroke(ends.to_vec(), Ink::Muted, 1.0));
            let label = |x: f64, anchor: Anchor| Text {
                halo: Some(Ink::Paper),
                ..Text::plain(
                    Point::new(x, layout.small_px * 0.65),
                    anchor,
                    layout.small_px,
                    Ink::Muted,
                    change.label.clone(),
                )
            };
            let sides = [label(x - 4.0, Anchor::End), label(x + 4.0, Anchor::Start)];
            let free = sides.into_iter().find(|text| {
                let room = bounds(text);
                let is_inside = room.left >= layout.left && room.right <= layout.right;
                is_inside && taken.iter().all(|other| !other.overlaps(room))
            });
            if let Some(text) = free {
                taken.push(bounds(&text));
                marks.push(Mark::Text(text));
            }
        }
        marks
    }
}
