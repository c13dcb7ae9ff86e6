//! The causal chain: layer by layer what leads to what, from an action to what it answers.
//!
//! On a wide frame the layers are columns and strands run between the boxes; a strand that passes
//! a layer has a room of its own there, so that no box hides where it goes (after Sugiyama, Tagawa
//! and Toda, 1981). On a narrow one the layers stand under each other and arcs join them.

mod columns;
mod list;
mod words;

use std::collections::BTreeMap;

use super::Frame;
use super::mark::{Anchor, Dash, Ink, Mark, Point, Text, Weight, rectangle};
use super::placed::{Placed, Reach, Target, Walk, outline};
use super::region::Rect;
use super::size;
use super::text_width::{LINE_SHARE, cut_at_word, wrap};

/// Layers of things, and what leads to what.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainSpec {
    /// What the picture shows, for the sentence: `From “A survey again” to what it answers`.
    pub title: String,
    /// The layers, in the order in which one leads to the next.
    pub layers: Vec<ChainLayer>,
    /// What leads to what, by keys; a link to what is not there, or back, is passed over.
    pub links: Vec<[String; 2]>,
}

/// A layer.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainLayer {
    /// What its nodes are: `Lever`.
    pub name: String,
    /// What stands there when it has none.
    pub empty_words: String,
    /// Its nodes.
    pub nodes: Vec<ChainNode>,
}

/// One thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainNode {
    /// Its key, unique in the chain.
    pub key: String,
    /// What it is called.
    pub name: String,
}

/// A node's box on the picture.
struct Seat {
    node: usize,
    room: Rect,
    lines: Vec<String>,
}

/// Where everything stands.
struct Layout {
    /// One box for each node.
    seats: Vec<Seat>,
    /// Strands, below the boxes.
    strands: Vec<Vec<Point>>,
    /// The layers' names and the words of empty ones.
    heads: Vec<Text>,
    /// How keys lead.
    walk: Walk,
    text_px: f64,
}

/// The nodes of all layers in reading order, and the links between them as places in it.
struct Flat<'a> {
    nodes: Vec<(usize, &'a ChainNode)>,
    links: Vec<[usize; 2]>,
}

/// Narrower than this the layers stand under each other, in CSS pixels at normal text size.
const COLUMNS_PX: f64 = 680.0;
/// Between the words of a box and its rim, in CSS pixels at normal text size.
const PAD_PX: f64 = 7.0;
/// A name longer than this many lines is cut.
const MOST_LINES: usize = 5;

impl ChainSpec {
    /// The height in CSS pixels at which every box stands comfortably in a width.
    #[must_use]
    pub fn natural_height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        let frame = Frame {
            width_px,
            height_px: 0.0,
            text_scale,
        };
        let frame = frame.sane();
        let flat = self.flat();
        if is_narrow(frame) {
            list::natural_height_px(self, &flat, frame)
        } else {
            columns::natural_height_px(self, &flat, frame)
        }
    }

    /// Places the chain in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let flat = self.flat();
        let text = self.words(&flat);
        if flat.nodes.is_empty() {
            let mut empty = Placed::empty(frame, "There is no chain to show");
            empty.text = text;
            return empty;
        }
        let layout = if is_narrow(frame) {
            list::layout(self, &flat, frame)
        } else {
            columns::layout(self, &flat, frame)
        };
        let targets = layout.seats.iter().filter_map(|seat| {
            let (_, node) = flat.nodes.get(seat.node)?;
            Some(Target {
                key: node.key.clone(),
                name: node.name.clone(),
                words: self.node_words(seat.node, &flat),
                brief: node.name.clone(),
                at: middle(seat.room),
                reach: Reach::Row(seat.room),
            })
        });
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            targets: targets.collect(),
            marks: marks(&layout),
            text,
            walk: layout.walk,
        }
    }

    fn flat(&self) -> Flat<'_> {
        let layers = self.layers.iter().enumerate();
        let nodes = layers.flat_map(|(layer, own)| own.nodes.iter().map(move |node| (layer, node)));
        let nodes: Vec<(usize, &ChainNode)> = nodes.collect();
        let place_of: BTreeMap<&str, usize> = nodes
            .iter()
            .enumerate()
            .map(|(place, (_, node))| (node.key.as_str(), place))
            .collect();
        let layer_of = |place: usize| nodes.get(place).map_or(0, |(layer, _)| *layer);
        let mut links: Vec<[usize; 2]> = Vec::new();
        for [from, to] in &self.links {
            let ends = (place_of.get(from.as_str()), place_of.get(to.as_str()));
            if let (Some(&from), Some(&to)) = ends
                && layer_of(from) < layer_of(to)
                && !links.contains(&[from, to])
            {
                links.push([from, to]);
            }
        }
        Flat { nodes, links }
    }
}

impl Flat<'_> {
    fn layer_of(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |(layer, _)| *layer)
    }

    fn after(&self, node: usize) -> impl Iterator<Item = usize> {
        let links = self.links.iter();
        links.filter_map(move |[from, to]| (*from == node).then_some(*to))
    }

    fn before(&self, node: usize) -> impl Iterator<Item = usize> {
        let links = self.links.iter();
        links.filter_map(move |[from, to]| (*to == node).then_some(*from))
    }

    fn name(&self, node: usize) -> &str {
        self.nodes.get(node).map_or("", |(_, node)| &node.name)
    }
}

fn is_narrow(frame: Frame) -> bool {
    frame.width_px < COLUMNS_PX * frame.text_scale.sqrt()
}

fn text_px(frame: Frame) -> f64 {
    size::LABEL * frame.text_scale
}

fn pad_px(text_px: f64) -> f64 {
    PAD_PX * text_px / size::LABEL
}

fn middle(room: Rect) -> Point {
    Point::new(
        f64::midpoint(room.left, room.right),
        f64::midpoint(room.top, room.bottom),
    )
}

/// A name in as many lines as a box may hold.
fn lines(name: &str, most_px: f64, text_px: f64) -> Vec<String> {
    let mut lines = wrap(name, most_px, text_px, Weight::Regular);
    if lines.len() > MOST_LINES {
        let rest = lines.split_off(MOST_LINES - 1);
        lines.push(rest.join(" "));
    }
    lines.retain(|line| !line.is_empty());
    let cut = lines
        .iter()
        .map(|line| cut_at_word(line, most_px, text_px, Weight::Regular));
    cut.collect()
}

fn height_px(lines: &[String], text_px: f64) -> f64 {
    lines.len().max(1) as f64 * text_px * LINE_SHARE + 2.0 * pad_px(text_px)
}

/// A curve from one place to another that leaves and arrives level.
fn strand(from: Point, to: Point) -> impl Iterator<Item = Point> {
    const STEPS: u8 = 16;
    (0..=STEPS).map(move |step| {
        let share = f64::from(step) / f64::from(STEPS);
        let eased = share * share * (3.0 - 2.0 * share);
        Point::new(
            from.x + (to.x - from.x) * share,
            from.y + (to.y - from.y) * eased,
        )
    })
}

fn marks(layout: &Layout) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for points in &layout.strands {
        marks.push(Mark::Path {
            points: points.clone(),
            ink: Ink::Benchmark,
            width_px: 1.5,
            dash: Dash::Solid,
            opacity: 0.7,
        });
    }
    for seat in &layout.seats {
        let Rect {
            left,
            top,
            right,
            bottom,
        } = seat.room;
        let ring = rectangle(left, top, right, bottom);
        marks.push(Mark::fill(ring.clone(), Ink::Paper));
        marks.push(outline(&ring, Ink::Accent, 1.5));
        let line_px = layout.text_px * LINE_SHARE;
        let first = (top + bottom - line_px * (seat.lines.len() as f64 - 1.0)) / 2.0;
        for (index, line) in seat.lines.iter().enumerate() {
            let at = Point::new(
                left + pad_px(layout.text_px),
                first + line_px * index as f64,
            );
            let text = Text::plain(at, Anchor::Start, layout.text_px, Ink::Ink, line.clone());
            marks.push(Mark::Text(text));
        }
    }
    marks.extend(layout.heads.iter().cloned().map(Mark::Text));
    marks
}

#[cfg(test)]
mod tests;
