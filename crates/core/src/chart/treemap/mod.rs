//! The treemap: a whole as tiles as large as its parts, in groups.

mod marks;
mod squarify;
mod words;

use super::Frame;
use super::area_map::Fill;
use super::mark::{Point, Weight};
use super::placed::{Placed, Reach, Target, Walk};
use super::region::Rect;
use super::size;
use super::text_width::width_px;
use crate::measure::Unit;
use crate::order;
use crate::quantity::Value;
use squarify::tiles;

/// A whole as tiles as large as its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct TreemapSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// The period of the values, in words.
    pub period: String,
    /// What the whole is called: `all jobs`.
    pub whole_name: String,
    /// The groups, in any order.
    pub groups: Vec<TreemapGroup>,
    /// What the fills mean, each in a few words; may be empty.
    pub key: Vec<(Fill, String)>,
    /// The key of the chosen tile.
    pub chosen: Option<String>,
}

/// A group of tiles: a section of industries.
#[derive(Clone, Debug, PartialEq)]
pub struct TreemapGroup {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its tiles, in any order.
    pub tiles: Vec<TreemapTile>,
}

/// One tile: a division of industries.
#[derive(Clone, Debug, PartialEq)]
pub struct TreemapTile {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its name as short as a picture needs.
    pub label: String,
    /// Its value; nothing and less have no tile, and are told in the table.
    pub value: Value,
    /// What it is filled with.
    pub fill: Fill,
    /// What the fill says of it, for the live region and the table: `1.4 times the share`.
    pub fill_words: String,
}

/// A group with room.
struct PlacedGroup<'a> {
    group: &'a TreemapGroup,
    sum: f64,
    room: Rect,
    /// The line of its name; none where it has no room.
    heading: Option<Rect>,
    tiles: Vec<PlacedTile<'a>>,
}

/// Tiles that have a value, with it.
type Told<'a> = Vec<(&'a TreemapTile, f64)>;

/// A tile with room.
struct PlacedTile<'a> {
    tile: &'a TreemapTile,
    value: f64,
    room: Rect,
}

impl TreemapSpec {
    /// The height that suits a width, both in CSS pixels.
    #[must_use]
    pub fn natural_height_px(width_px: f64, text_scale: f64) -> f64 {
        (width_px * 0.68).clamp(380.0, 640.0) * text_scale.sqrt()
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 8.0);
        let foot_px = self.key_height_px(frame.width_px, small_px);
        let plot = Rect {
            left: 0.0,
            top: 0.0,
            right: frame.width_px,
            bottom: frame.height_px - foot_px,
        };
        let groups = self.placed_groups(plot, small_px);
        let whole: f64 = groups.iter().map(|group| group.sum).sum();
        if groups.is_empty() {
            let mut empty = Placed::empty(frame, "No figure is published");
            empty.text = self.words(&groups, whole);
            return empty;
        }
        let mut marks = self.group_marks(&groups, whole, small_px);
        marks.extend(self.key_marks(frame, small_px));
        let mut targets = Vec::new();
        let mut lanes = Vec::new();
        for group in &groups {
            let first = targets.len();
            for placed in &group.tiles {
                let room = placed.room;
                targets.push(Target {
                    key: placed.tile.key.clone(),
                    name: placed.tile.name.clone(),
                    words: self.tile_words(group.group, placed, whole),
                    brief: self.brief(placed),
                    at: centre(room),
                    reach: Reach::Tile(room),
                });
            }
            lanes.push(first..targets.len());
        }
        let chosen = targets
            .iter()
            .position(|target| Some(&target.key) == self.chosen.as_ref());
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            text: self.words(&groups, whole),
            walk: walk(&lanes, chosen.unwrap_or(0)),
            targets,
        }
    }

    /// Groups and tiles from the largest, each where it lies.
    fn placed_groups(&self, plot: Rect, small_px: f64) -> Vec<PlacedGroup<'_>> {
        let mut groups: Vec<(&TreemapGroup, f64, Told<'_>)> = self
            .groups
            .iter()
            .map(|group| {
                let mut told: Told<'_> = group
                    .tiles
                    .iter()
                    .filter_map(|tile| Some((tile, drawn(tile.value)?)))
                    .collect();
                order::sort_by(&mut told, |a, b| b.1.total_cmp(&a.1));
                (group, told.iter().map(|(_, value)| value).sum(), told)
            })
            .filter(|(_, sum, _): &(_, f64, Told<'_>)| *sum > 0.0)
            .collect();
        order::sort_by(&mut groups, |a, b| b.1.total_cmp(&a.1));
        let sums: Vec<f64> = groups.iter().map(|(_, sum, _)| *sum).collect();
        let rooms = tiles(&sums, plot);
        let placed = groups
            .into_iter()
            .zip(rooms)
            .map(|((group, sum, told), room)| {
                // The gap between groups is wider than that between tiles.
                let inner = shrunk(room, 1.5);
                let line_px = small_px * 1.35;
                let fits = inner.bottom - inner.top > line_px * 2.6
                    && inner.right - inner.left > width_px("Mmmm", small_px, Weight::Bold);
                let heading = fits.then_some(Rect {
                    bottom: inner.top + line_px,
                    ..inner
                });
                let rest = Rect {
                    top: heading.map_or(inner.top, |heading| heading.bottom),
                    ..inner
                };
                let values: Vec<f64> = told.iter().map(|(_, value)| *value).collect();
                let tiles = told.into_iter().zip(tiles(&values, rest));
                PlacedGroup {
                    group,
                    sum,
                    room,
                    heading,
                    tiles: tiles
                        .map(|((tile, value), room)| PlacedTile { tile, value, room })
                        // Too small to be seen or pointed at: such a tile is in the table.
                        .filter(|placed| placed.room.area() >= 4.0)
                        .collect(),
                }
            });
        placed.collect()
    }
}

/// Left and right through all tiles, group by group from the largest; up and down to the
/// largest tile of the group before and after.
fn walk(lanes: &[std::ops::Range<usize>], start: usize) -> Walk {
    let last = lanes.last().map_or(0, |lane| lane.end.saturating_sub(1));
    let mut links = Vec::new();
    let told: Vec<&std::ops::Range<usize>> = lanes.iter().filter(|lane| !lane.is_empty()).collect();
    for (place, lane) in told.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| told.get(place));
        let after = told.get(place + 1);
        for index in (*lane).clone() {
            links.push([
                index.saturating_sub(1),
                (index + 1).min(last),
                before.map_or(lane.start, |lane| lane.start),
                after.map_or(index, |lane| lane.start),
                0,
                last,
            ]);
        }
    }
    Walk { start, links }
}

/// A value that has a tile: more than nothing, and not beyond all counting.
fn drawn(value: Value) -> Option<f64> {
    value
        .number()
        .filter(|number| (1e-9..1e15).contains(number))
}

fn centre(room: Rect) -> Point {
    Point::new(
        f64::midpoint(room.left, room.right),
        f64::midpoint(room.top, room.bottom),
    )
}

/// Smaller on every side, never less than nothing.
fn shrunk(room: Rect, by: f64) -> Rect {
    let across = by.min((room.right - room.left) / 2.0);
    let down = by.min((room.bottom - room.top) / 2.0);
    Rect {
        left: room.left + across,
        top: room.top + down,
        right: room.right - across,
        bottom: room.bottom - down,
    }
}

#[cfg(test)]
mod tests;
