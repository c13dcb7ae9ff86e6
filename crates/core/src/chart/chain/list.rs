//! The chain on a narrow frame: layers under each other, joined by arcs at their side.

use super::{ChainSpec, Flat, Layout, Seat, height_px, lines, text_px};
use crate::chart::Frame;
use crate::chart::mark::{Anchor, Ink, Point, Text, Weight};
use crate::chart::placed::Walk;
use crate::chart::region::Rect;
use crate::chart::text_width::{LINE_SHARE, cut};
use crate::math;

/// How much of the width arcs have for themselves.
const ARCS_SHARE: f64 = 0.16;

/// Where a row of the list stands, before it is known how much room there is.
enum Row<'a> {
    Head(&'a str),
    Empty(&'a str),
    Node(usize, Vec<String>),
}

pub(super) fn natural_height_px(spec: &ChainSpec, flat: &Flat<'_>, frame: Frame) -> f64 {
    let text_px = text_px(frame);
    let rows = rows(spec, flat, frame);
    let all: f64 = rows.iter().map(|row| row_px(row, text_px)).sum();
    all + 2.0
}

/// Every row under the one before; where the frame is too low, all shrink alike.
pub(super) fn layout(spec: &ChainSpec, flat: &Flat<'_>, frame: Frame) -> Layout {
    let natural_px = natural_height_px(spec, flat, frame);
    let fit = (frame.height_px / natural_px).min(1.0);
    let text_px = text_px(frame) * fit;
    let right = frame.width_px * (1.0 - ARCS_SHARE);
    let (mut seats, mut heads) = (Vec::new(), Vec::new());
    let mut y = 1.0;
    for row in rows(spec, flat, frame) {
        let height = row_px(&row, self::text_px(frame)) * fit;
        let write = |words: &str, weight, ink| Text {
            weight,
            ..Text::plain(
                Point::new(1.0, y + height - text_px * 0.8),
                Anchor::Start,
                text_px,
                ink,
                cut(words, right - 2.0, text_px, weight),
            )
        };
        match row {
            Row::Head(words) => heads.push(write(words, Weight::Bold, Ink::Muted)),
            Row::Empty(words) => heads.push(write(words, Weight::Regular, Ink::Muted)),
            Row::Node(node, lines) => seats.push(Seat {
                node,
                room: Rect {
                    left: 1.0,
                    top: y,
                    right,
                    bottom: y + height - gap_px(text_px),
                },
                lines,
            }),
        }
        y += height;
    }
    heads.retain(|text| !text.content.is_empty());
    let arcs = arcs(&seats, flat, frame);
    let order: Vec<usize> = (0..seats.len()).collect();
    Layout {
        seats,
        strands: arcs,
        heads,
        walk: Walk::along(&order, 0, true),
        text_px,
    }
}

fn rows<'a>(spec: &'a ChainSpec, flat: &Flat<'_>, frame: Frame) -> Vec<Row<'a>> {
    let text_px = text_px(frame);
    let most_px = frame.width_px * (1.0 - ARCS_SHARE) - 2.0 * super::pad_px(text_px) - 1.0;
    let mut rows = Vec::new();
    for (layer, own) in spec.layers.iter().enumerate() {
        rows.push(Row::Head(&own.name));
        if own.nodes.is_empty() {
            rows.push(Row::Empty(&own.empty_words));
        }
        let nodes = flat.nodes.iter().enumerate();
        for (node, (_, named)) in nodes.filter(|(_, (own, _))| *own == layer) {
            rows.push(Row::Node(node, lines(&named.name, most_px, text_px)));
        }
    }
    rows
}

fn row_px(row: &Row<'_>, text_px: f64) -> f64 {
    match row {
        Row::Head(_) => text_px * LINE_SHARE + text_px * 1.1,
        Row::Empty(_) => text_px * LINE_SHARE + gap_px(text_px),
        Row::Node(_, lines) => height_px(lines, text_px) + gap_px(text_px),
    }
}

fn gap_px(text_px: f64) -> f64 {
    text_px * 0.45
}

/// Arcs beside the boxes, the further apart the ends the wider.
fn arcs(seats: &[Seat], flat: &Flat<'_>, frame: Frame) -> Vec<Vec<Point>> {
    const STEPS: u8 = 24;
    let room_of = |node: usize| {
        let mut seats = seats.iter();
        seats.find(|seat| seat.node == node).map(|seat| seat.room)
    };
    let ends = flat.links.iter().filter_map(|[from, to]| {
        let (from, to) = (room_of(*from)?, room_of(*to)?);
        Some((super::middle(from).y, super::middle(to).y, from.right))
    });
    let ends: Vec<(f64, f64, f64)> = ends.collect();
    let spans = ends.iter().map(|(from, to, _)| (to - from).abs());
    let longest = spans.fold(1.0, f64::max);
    let arc = |(from, to, x): (f64, f64, f64)| {
        let depth = (frame.width_px - 3.0 - x) * (0.25 + 0.75 * (to - from).abs() / longest);
        let points = (0..=STEPS).map(|step| {
            let turn = f64::from(step) / f64::from(STEPS) * std::f64::consts::PI;
            let (sine, cosine) = (math::sin(turn), math::cos(turn));
            let y = f64::midpoint(from, to) - (to - from) / 2.0 * cosine;
            Point::new(x + depth * sine, y)
        });
        points.collect()
    };
    ends.into_iter().map(arc).collect()
}
