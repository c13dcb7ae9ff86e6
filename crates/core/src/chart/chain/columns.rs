//! The chain on a wide frame: a column for each layer, strands between the columns.

use super::{ChainSpec, Flat, Layout, Seat, height_px, lines, middle, strand, text_px};
use crate::chart::Frame;
use crate::chart::mark::{Anchor, Ink, Point, Text, Weight};
use crate::chart::placed::Walk;
use crate::chart::region::Rect;
use crate::chart::text_width::{LINE_SHARE, cut};
use crate::order;

/// How much of the width lies between columns, in all.
const GAPS_SHARE: f64 = 0.2;
/// How often columns are put in order anew, there and back.
const SWEEPS: usize = 4;

/// What stands in a column: a node, or the strand of a node that leads past it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Node(usize),
    Pass(usize),
}

/// From a slot of one column to one of the next, as places in them.
type Joint = [usize; 2];

pub(super) fn natural_height_px(spec: &ChainSpec, flat: &Flat<'_>, frame: Frame) -> f64 {
    let text_px = text_px(frame);
    let column_px = Columns::of(spec, frame);
    let slots = slots(spec, flat);
    let heights = slots
        .iter()
        .map(|column| column_height_px(column, flat, column_px.width, text_px));
    head_px(text_px) + heights.fold(0.0, f64::max) + 2.0
}

pub(super) fn layout(spec: &ChainSpec, flat: &Flat<'_>, frame: Frame) -> Layout {
    let fit = (frame.height_px / natural_height_px(spec, flat, frame)).min(1.0);
    let (full_px, text_px) = (text_px(frame), text_px(frame) * fit);
    let columns = Columns::of(spec, frame);
    let slots = ordered(slots(spec, flat), flat);
    let head = head_px(text_px);
    let mut seats = Vec::new();
    let mut middles: Vec<Vec<f64>> = Vec::new();
    let mut strands = Vec::new();
    for (layer, column) in slots.iter().enumerate() {
        let (left, right) = columns.ends(layer);
        let height = column_height_px(column, flat, columns.width, full_px) * fit;
        let spare = frame.height_px - 1.0 - head - height;
        let mut y = head + (spare / 2.0).max(0.0);
        let mut own = Vec::new();
        for slot in column {
            let slot_px = slot_height_px(*slot, flat, columns.width, full_px) * fit;
            let centre = y + slot_px / 2.0;
            own.push(centre);
            match *slot {
                Slot::Node(node) => seats.push(Seat {
                    node,
                    room: Rect {
                        left,
                        top: y,
                        right,
                        bottom: y + slot_px,
                    },
                    lines: words_of(node, flat, columns.width, full_px),
                }),
                Slot::Pass(_) => {
                    strands.push(vec![Point::new(left, centre), Point::new(right, centre)]);
                }
            }
            y += slot_px + gap_px(full_px) * fit;
        }
        middles.push(own);
    }
    let rooms = slots.windows(2).zip(middles.windows(2)).enumerate();
    for (layer, (pair, heights)) in rooms {
        let ([from, to], [from_y, to_y]) = (pair, heights) else {
            continue;
        };
        let (_, start) = columns.ends(layer);
        let (end, _) = columns.ends(layer + 1);
        for [a, b] in joints(from, to, flat) {
            if let (Some(&a), Some(&b)) = (from_y.get(a), to_y.get(b)) {
                strands.push(strand(Point::new(start, a), Point::new(end, b)).collect());
            }
        }
    }
    order::sort_by(&mut seats, |a, b| a.node.cmp(&b.node));
    let places: Vec<Point> = seats.iter().map(|seat| middle(seat.room)).collect();
    let last = places.len().saturating_sub(1);
    Layout {
        walk: Walk::by_direction(&places, 0, [0, last]),
        seats,
        strands,
        heads: heads(spec, &slots, &columns, text_px),
        text_px,
    }
}

/// Where columns stand.
struct Columns {
    width: f64,
    gap: f64,
}

impl Columns {
    fn of(spec: &ChainSpec, frame: Frame) -> Self {
        let count = spec.layers.len().max(1) as f64;
        let room = frame.width_px - 2.0;
        let gap = if count > 1.0 {
            room * GAPS_SHARE / (count - 1.0)
        } else {
            0.0
        };
        let width = (room - gap * (count - 1.0)) / count;
        Self { width, gap }
    }

    fn ends(&self, layer: usize) -> (f64, f64) {
        let left = 1.0 + (self.width + self.gap) * layer as f64;
        (left, left + self.width)
    }
}

/// The layers' names above their columns, and what an empty one says.
fn heads(spec: &ChainSpec, slots: &[Vec<Slot>], columns: &Columns, text_px: f64) -> Vec<Text> {
    let mut heads = Vec::new();
    for (layer, (own, column)) in spec.layers.iter().zip(slots).enumerate() {
        let (left, _) = columns.ends(layer);
        let mut write = |words: &str, y: f64, weight| {
            let content = cut(words, columns.width, text_px, weight);
            if !content.is_empty() {
                let at = Point::new(left, y);
                heads.push(Text {
                    weight,
                    ..Text::plain(at, Anchor::Start, text_px, Ink::Muted, content)
                });
            }
        };
        let line_px = text_px * LINE_SHARE;
        write(&own.name, line_px * 0.6, Weight::Bold);
        let is_empty = !column.iter().any(|slot| matches!(slot, Slot::Node(_)));
        if is_empty {
            write(&own.empty_words, line_px * 1.7, Weight::Regular);
        }
    }
    heads
}

fn head_px(text_px: f64) -> f64 {
    text_px * LINE_SHARE * 2.4
}

fn gap_px(text_px: f64) -> f64 {
    text_px * 0.8
}

fn words_of(node: usize, flat: &Flat<'_>, width_px: f64, text_px: f64) -> Vec<String> {
    let most_px = width_px - 2.0 * super::pad_px(text_px);
    lines(flat.name(node), most_px, text_px)
}

fn slot_height_px(slot: Slot, flat: &Flat<'_>, width_px: f64, text_px: f64) -> f64 {
    match slot {
        Slot::Node(node) => height_px(&words_of(node, flat, width_px, text_px), text_px),
        Slot::Pass(_) => 2.0,
    }
}

fn column_height_px(column: &[Slot], flat: &Flat<'_>, width_px: f64, text_px: f64) -> f64 {
    let slots = column
        .iter()
        .map(|slot| slot_height_px(*slot, flat, width_px, text_px));
    let gaps = gap_px(text_px) * column.len().saturating_sub(1) as f64;
    slots.sum::<f64>() + gaps
}

/// Nodes in their layers; where a node leads past a layer, a room for its strand.
fn slots(spec: &ChainSpec, flat: &Flat<'_>) -> Vec<Vec<Slot>> {
    let mut slots: Vec<Vec<Slot>> = vec![Vec::new(); spec.layers.len()];
    for (node, (layer, _)) in flat.nodes.iter().enumerate() {
        if let Some(column) = slots.get_mut(*layer) {
            column.push(Slot::Node(node));
        }
    }
    for (node, (layer, _)) in flat.nodes.iter().enumerate() {
        let furthest = flat.after(node).map(|to| flat.layer_of(to)).max();
        for passed in layer + 1..furthest.unwrap_or(0) {
            if let Some(column) = slots.get_mut(passed) {
                column.push(Slot::Pass(node));
            }
        }
    }
    slots
}

/// What joins two neighbouring columns.
fn joints(from: &[Slot], to: &[Slot], flat: &Flat<'_>) -> Vec<Joint> {
    let mut joints = Vec::new();
    for (a, slot) in from.iter().enumerate() {
        let (Slot::Node(source) | Slot::Pass(source)) = *slot;
        for (b, next) in to.iter().enumerate() {
            let is_joined = match *next {
                Slot::Node(node) => flat.after(source).any(|own| own == node),
                Slot::Pass(node) => node == source,
            };
            if is_joined {
                joints.push([a, b]);
            }
        }
    }
    joints
}

/// Columns in an order in which few strands cross: each slot at the middle of those it is joined
/// to, from left to right and back.
fn ordered(mut slots: Vec<Vec<Slot>>, flat: &Flat<'_>) -> Vec<Vec<Slot>> {
    let mut best = (crossings(&slots, flat), slots.clone());
    for sweep in 0..SWEEPS {
        let count = slots.len();
        let layers: Vec<usize> = if sweep % 2 == 0 {
            (1..count).collect()
        } else {
            (0..count.saturating_sub(1)).rev().collect()
        };
        for layer in layers {
            let other = if sweep % 2 == 0 { layer - 1 } else { layer + 1 };
            sort_by_middle(&mut slots, layer, other, flat);
        }
        let crossed = crossings(&slots, flat);
        if crossed < best.0 {
            best = (crossed, slots.clone());
        }
    }
    best.1
}

fn sort_by_middle(slots: &mut [Vec<Slot>], layer: usize, other: usize, flat: &Flat<'_>) {
    let (Some(own), Some(beside)) = (slots.get(layer), slots.get(other)) else {
        return;
    };
    let places: Vec<(usize, usize)> = if other < layer {
        let joints = joints(beside, own, flat).into_iter();
        joints.map(|[from, to]| (to, from)).collect()
    } else {
        let joints = joints(own, beside, flat).into_iter();
        joints.map(|[from, to]| (from, to)).collect()
    };
    let middle = |slot: usize| {
        let joined = places.iter().filter(|(own, _)| *own == slot);
        let (sum, count) = joined.fold((0, 0), |(sum, count), (_, place)| (sum + place, count + 1));
        // What hangs on nothing stays where it is.
        if count == 0 {
            slot as f64
        } else {
            f64::from(u32::try_from(sum).unwrap_or(u32::MAX)) / f64::from(count)
        }
    };
    let mut keyed: Vec<(f64, Slot)> = own
        .iter()
        .enumerate()
        .map(|(place, slot)| (middle(place), *slot))
        .collect();
    order::sort_by(&mut keyed, |a, b| a.0.total_cmp(&b.0));
    if let Some(own) = slots.get_mut(layer) {
        *own = keyed.into_iter().map(|(_, slot)| slot).collect();
    }
}

/// How many pairs of strands cross.
fn crossings(slots: &[Vec<Slot>], flat: &Flat<'_>) -> usize {
    let pairs = slots.windows(2).map(|pair| {
        let [from, to] = pair else { return 0 };
        let joints = joints(from, to, flat);
        let crossed = joints.iter().enumerate().map(|(index, a)| {
            let later = joints.iter().skip(index + 1);
            let is_crossed =
                |b: &&Joint| (a[0] < b[0] && a[1] > b[1]) || (a[0] > b[0] && a[1] < b[1]);
            later.filter(is_crossed).count()
        });
        crossed.sum()
    });
    pairs.sum()
}
