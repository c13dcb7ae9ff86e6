//! What a histogram is drawn with.

use super::bins::{Bin, Bins};
use super::layout::Layout;
use super::{HistogramSpec, Untold, ValueRange};
use crate::chart::NamedValue;
use crate::chart::labels::{Wanted, seated};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::placed::outline;
use crate::chart::region::{Rect, dots, hatch};
use crate::chart::text_width::{cut, width_px};
use crate::quantity;

/// How opaque what is not brushed stays.
const RECEDED: f64 = 0.28;

impl HistogramSpec {
    pub(super) fn marks(&self, rising: &[f64], bins: &Bins, layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        if !rising.is_empty() {
            let classes = self.classes();
            for (index, range) in classes.iter().enumerate() {
                let ink = self
                    .fills
                    .get(index)
                    .map_or(Ink::Context, |fill| fill.ink());
                marks.extend(self.class_marks(range, ink, bins, layout));
            }
            marks.extend(self.numbers(rising, layout));
            marks.extend(beyond_marks(layout));
            marks.extend(self.named_marks(layout));
        }
        for (seat, entry) in layout.seats(&self.untold()) {
            marks.extend(untold_marks(seat, entry, layout));
        }
        marks
    }

    /// A class's stretch of the band and its share of the bars.
    fn class_marks(&self, range: &ValueRange, ink: Ink, bins: &Bins, layout: &Layout) -> Vec<Mark> {
        let (left, right) = layout.stretch(range);
        let mut marks = Vec::new();
        let mut fill = |ring: Vec<Point>, opacity: f64| {
            marks.push(Mark::Polygon { ring, ink, opacity });
        };
        for bin in bins.bins.iter().filter(|bin| bin.count > 0) {
            let (from, to) = (layout.px(bin.low), layout.px(bin.high));
            // A bar keeps a pixel clear of the next, unless it is cut by a break.
            let bar = (from.max(left), (to - 1.0).max(from + 0.5).min(right));
            if bar.1 <= bar.0 {
                continue;
            }
            let top = bar_top(bin, bins, layout);
            for (piece, is_brushed) in self.pieces(bar, layout) {
                let ring = rectangle(piece.0, top, piece.1, layout.band_top - 1.0);
                fill(ring, if is_brushed { 1.0 } else { RECEDED });
            }
        }
        for (piece, is_brushed) in self.pieces((left, right), layout) {
            let ring = rectangle(piece.0, layout.band_top, piece.1, layout.band_bottom);
            fill(ring, if is_brushed { 1.0 } else { RECEDED });
        }
        marks
    }

    /// A stretch of the axis, cut where the brush begins and ends.
    fn pieces(&self, (left, right): (f64, f64), layout: &Layout) -> Vec<((f64, f64), bool)> {
        let Some(range) = &self.brushed else {
            return vec![((left, right), true)];
        };
        let (from, to) = layout.stretch(range);
        let cut = |px: f64| px.clamp(left, right.max(left));
        let pieces = [
            ((left, cut(from)), false),
            ((cut(from), cut(to)), true),
            ((cut(to), right), false),
        ];
        pieces
            .into_iter()
            .filter(|((left, right), _)| right - left > 1e-6)
            .collect()
    }

    /// The values of the breaks, the unit on the highest only; between them, if there is
    /// room, the lowest and highest value.
    fn numbers(&self, rising: &[f64], layout: &Layout) -> Vec<Mark> {
        let ends = [rising.first(), rising.last()];
        let ends = ends.into_iter().flatten().map(|&value| (value, false));
        let breaks = self.upper_edges.iter().map(|&value| (value, true));
        let scale = layout.scale;
        let wanted: Vec<(f64, bool)> = breaks
            .chain(ends)
            .filter(|(value, _)| scale.contains(*value))
            .collect();
        let top = wanted.iter().map(|(v, _)| *v).fold(f64::MIN, f64::max);
        let mut taken: Vec<(f64, f64)> = Vec::new();
        let mut marks = Vec::new();
        // The highest goes first, since it bears the unit.
        let first = wanted.iter().filter(|(value, _)| *value >= top);
        let rest = wanted.iter().filter(|(value, _)| *value < top);
        for &(value, is_break) in first.chain(rest) {
            let x = layout.px(value);
            if is_break {
                let from = Point::new(crisp(x), layout.band_top);
                let to = Point::new(crisp(x), layout.band_bottom + 2.5);
                marks.push(Mark::line(from, to, Ink::Paper, 1.0));
            }
            let content = quantity::tick(value, self.unit, self.decimals, value >= top);
            let width = width_px(&content, layout.small_px, Weight::Regular);
            let middle = x.min(layout.frame.width_px - width / 2.0).max(width / 2.0);
            let room = (middle - width / 2.0 - 3.0, middle + width / 2.0 + 3.0);
            if taken
                .iter()
                .any(|other| room.0 < other.1 && other.0 < room.1)
            {
                continue;
            }
            taken.push(room);
            marks.push(Mark::Text(Text {
                at: Point::new(middle, layout.numbers_y),
                anchor: Anchor::Middle,
                size_px: layout.small_px,
                weight: Weight::Regular,
                ink: if is_break { Ink::Ink } else { Ink::Muted },
                content,
                halo: None,
            }));
        }
        marks
    }

    /// The lines of named comparisons and of the pinned area, their names above.
    fn named_marks(&self, layout: &Layout) -> Vec<Mark> {
        let size_px = layout.small_px;
        let pinned = self.pinned.iter().map(|marker| (marker, true));
        let named: Vec<(&NamedValue, bool)> = pinned
            .chain(self.markers.iter().map(|marker| (marker, false)))
            .filter(|(marker, _)| marker.value.is_finite())
            .collect();
        let weight = |is_pinned: bool| {
            if is_pinned {
                Weight::Bold
            } else {
                Weight::Regular
            }
        };
        let label = |marker: &NamedValue, is_pinned: bool| {
            let figure = quantity::figure(marker.value, self.unit, self.decimals);
            let words = [&marker.name, " ", &figure].concat();
            cut(&words, layout.frame.width_px, size_px, weight(is_pinned))
        };
        let labels: Vec<String> = named.iter().map(|&(m, pinned)| label(m, pinned)).collect();
        let wanted: Vec<Wanted> = named
            .iter()
            .zip(&labels)
            .map(|(&(marker, is_pinned), label)| Wanted {
                x_px: layout.px(marker.value),
                width_px: width_px(label, size_px, weight(is_pinned)),
            })
            .collect();
        let line = size_px * 1.45;
        let rows = ((layout.bars_top / line) as usize).min(2);
        let seats = seated(&wanted, rows, 0.0, layout.frame.width_px, size_px * 0.6);
        let mut marks = Vec::new();
        for ((&(marker, is_pinned), content), seat) in named.iter().zip(labels).zip(seats) {
            let x = crisp(layout.px(marker.value));
            let ink = if is_pinned { Ink::Accent } else { Ink::Ink };
            let top = seat.map_or(layout.bars_top, |seat| {
                layout.bars_top - seat.row as f64 * line - 2.0
            });
            let ends = [Point::new(x, top), Point::new(x, layout.band_bottom)];
            let width_px = if is_pinned { 2.0 } else { 1.0 };
            marks.push(Mark::stroke(ends.to_vec(), Ink::Paper, width_px + 2.0));
            marks.push(Mark::stroke(ends.to_vec(), ink, width_px));
            if let Some(seat) = seat {
                marks.push(Mark::Text(Text {
                    at: Point::new(seat.x_px, top - line * 0.5),
                    anchor: Anchor::Middle,
                    size_px,
                    weight: weight(is_pinned),
                    ink,
                    content,
                    halo: None,
                }));
            }
        }
        marks
    }
}

/// The place of a value on the band: a wedge from below, its words above the bars.
pub(super) fn pointer(layout: &Layout, value: f64, brief: &str) -> Vec<Mark> {
    if !value.is_finite() {
        return Vec::new();
    }
    let x = layout.px(value);
    let (top, foot) = (layout.bars_top, layout.band_bottom);
    let size_px = layout.small_px;
    let content = cut(brief, layout.frame.width_px - 8.0, size_px, Weight::Bold);
    let half = width_px(&content, size_px, Weight::Bold) / 2.0 + 4.0;
    let middle = x.min(layout.frame.width_px - half).max(half);
    let height = size_px * 1.6;
    let at = Point::new(middle, (top - height / 2.0).max(height / 2.0));
    let room = Rect::centred(at, 2.0 * half, height);
    let line = vec![Point::new(x, room.bottom), Point::new(x, foot)];
    let mut marks = vec![
        Mark::stroke(line.clone(), Ink::Paper, 4.0),
        Mark::stroke(line, Ink::Ink, 2.0),
    ];
    if !content.is_empty() {
        let plate = rectangle(room.left, room.top, room.right, room.bottom);
        marks.push(Mark::fill(plate, Ink::Ink));
        marks.push(Mark::Text(Text {
            at,
            anchor: Anchor::Middle,
            size_px,
            weight: Weight::Bold,
            ink: Ink::Paper,
            content,
            halo: None,
        }));
    }
    marks
}

fn bar_top(bin: &Bin, bins: &Bins, layout: &Layout) -> f64 {
    let room = layout.band_top - 1.0 - layout.bars_top;
    let share = bin.count as f64 / bins.most.max(1) as f64;
    // One area among many must still be seen.
    layout.band_top - 1.0 - (room * share).max(1.5)
}

/// How many values lie beyond the ends of the axis, with an arrow that points there.
fn beyond_marks(layout: &Layout) -> Vec<Mark> {
    let size_px = layout.small_px;
    let (left, right) = layout.ends();
    let text = |x: f64, anchor: Anchor, content: String| {
        Mark::Text(Text {
            at: Point::new(x, layout.band_top - size_px * 2.2),
            anchor,
            size_px,
            weight: Weight::Regular,
            ink: Ink::Muted,
            content,
            halo: Some(Ink::Paper),
        })
    };
    let mut marks = Vec::new();
    if layout.beyond.0 > 0 {
        let words = ["‹ ", &quantity::count(layout.beyond.0), " lower"].concat();
        marks.push(text(left, Anchor::Start, words));
    }
    if layout.beyond.1 > 0 {
        let words = [&quantity::count(layout.beyond.1), " higher ›"].concat();
        marks.push(text(right, Anchor::End, words));
    }
    marks
}

/// A pattern and how many areas bear it.
fn untold_marks(seat: Rect, entry: Untold, layout: &Layout) -> Vec<Mark> {
    let middle = f64::midpoint(seat.top, seat.bottom);
    let half = layout.small_px * 0.5;
    let swatch = rectangle(
        seat.left + 0.5,
        middle - half,
        seat.left + layout.swatch_px(),
        middle + half,
    );
    let border = outline(&swatch, Ink::Context, 1.0);
    let mut marks = vec![Mark::fill(swatch.clone(), Ink::NoData)];
    let rings = [swatch];
    match entry {
        Untold::Missing(_) => marks.extend(
            hatch(&rings, 4.5)
                .into_iter()
                .map(|[from, to]| Mark::line(from, to, Ink::Context, 0.75)),
        ),
        Untold::Suppressed(_) => marks.extend(
            dots(&rings, 4.0)
                .into_iter()
                .map(|at| Mark::disc(at, 0.9, Ink::Context)),
        ),
    }
    marks.push(border);
    marks.push(Mark::Text(Text {
        at: Point::new(seat.left + layout.swatch_px() + 6.0, middle),
        anchor: Anchor::Start,
        size_px: layout.small_px,
        weight: Weight::Regular,
        ink: Ink::Ink,
        content: layout.untold_label(entry),
        halo: None,
    }));
    marks
}
