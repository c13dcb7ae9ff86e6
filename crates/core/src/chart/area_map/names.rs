//! Names on the map: which have room at a scale, the most important first.
//!
//! They are chosen for the whole ground, not for what the frame shows of it, so that no name
//! comes or goes while the map is pulled about.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::{Ground, Landmark, LandmarkKind};
use crate::chart::draw::device_px;
use crate::chart::labels::is_clear;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, rectangle};
use crate::chart::region::Rect;
use crate::chart::text_width::{LINE_SHARE, width_px};
use crate::chart::{Frame, size};
use crate::geo::{MapPoint, Viewport};

/// From this scale on a kind is shown, in CSS pixels to a kilometre at normal text size.
const NEIGHBOURHOODS_FROM: f64 = 34.0;
const STATIONS_FROM: f64 = 22.0;
const STATION_NAMES_FROM: f64 = 52.0;
/// How much of the box around all areas names may cover: the map is what is read.
const MOST_COVER: f64 = 0.08;
/// Room around a name, in CSS pixels at normal text size.
const PADDING_PX: f64 = 5.0;
/// Towns of at least this share of the largest are written larger.
const LARGE_TOWN: f64 = 0.3;

/// The names that have room at a scale.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// Pixels to a kilometre and the text scale for which they were chosen.
    chosen_for: (f64, f64),
    seats: Vec<Seat>,
}

/// One landmark's place.
#[derive(Clone, Debug)]
struct Seat {
    landmark: usize,
    at: MapPoint,
    /// A station's mark.
    has_mark: bool,
    label: Option<Label>,
}

#[derive(Clone, Debug)]
struct Label {
    /// The room of the words around the landmark's own place.
    room: Rect,
    size_px: f64,
    weight: Weight,
}

impl Names {
    /// Whether they were chosen for the scale of a view.
    pub(super) fn fits(&self, view: &Viewport, text_scale: f64) -> bool {
        self.chosen_for == (view.px_per_km(), text_scale)
    }

    /// Chooses the names for the scale of a view.
    pub(super) fn new(ground: &Ground, view: &Viewport, text_scale: f64) -> Self {
        let landmarks = &ground.landmarks;
        let bounds = ground.bounds();
        let box_sq_px = bounds.width_km() * bounds.height_km() * view.px_per_km().powi(2);
        let mut room_sq_px = box_sq_px * MOST_COVER;
        let mut seats = Vec::new();
        let scale = view.px_per_km() / text_scale;
        let towns = landmarks.iter().filter(|l| l.kind == LandmarkKind::Town);
        let largest = towns.map(|town| town.rank).fold(0.0, f64::max);
        let mut taken = Taken::default();
        let mut words: BTreeSet<&str> = BTreeSet::new();
        for (index, landmark) in landmarks.iter().enumerate() {
            let (is_shown, is_named) = match landmark.kind {
                LandmarkKind::Town | LandmarkKind::District => (true, true),
                LandmarkKind::Neighbourhood => {
                    (scale >= NEIGHBOURHOODS_FROM, scale >= NEIGHBOURHOODS_FROM)
                }
                LandmarkKind::Station => (scale >= STATIONS_FROM, scale >= STATION_NAMES_FROM),
            };
            let is_sound = landmark.at.x_km.is_finite() && landmark.at.y_km.is_finite();
            if !is_shown || !is_sound || landmark.name.is_empty() {
                continue;
            }
            // Only distances matter here: the frame's place on the map does not.
            let at = Point::new(
                landmark.at.x_km * view.px_per_km(),
                -landmark.at.y_km * view.px_per_km(),
            );
            let has_mark = landmark.kind == LandmarkKind::Station;
            let mark = Rect::centred(at, 9.0 * text_scale, 9.0 * text_scale);
            if has_mark && !taken.is_clear(mark) {
                continue;
            }
            // A town and its district may share a name.
            let is_new = !words.contains(landmark.name.as_str());
            let label = (is_named && is_new && room_sq_px > 0.0)
                .then(|| style(landmark, largest, scale).seated(landmark, text_scale, at, &taken))
                .flatten();
            if let Some(label) = &label {
                words.insert(&landmark.name);
                room_sq_px -= label.room.area();
                taken.add(moved(label.room, at).grown(PADDING_PX * text_scale));
            }
            if has_mark {
                taken.add(mark);
            }
            if has_mark || label.is_some() {
                seats.push(Seat {
                    landmark: index,
                    at: landmark.at,
                    has_mark,
                    label,
                });
            }
        }
        Self {
            chosen_for: (view.px_per_km(), text_scale),
            seats,
        }
    }

    /// The names whose places are in the frame, clear of some rooms and beside others; one that
    /// would be cut by the frame's edge is pushed inside.
    pub(super) fn marks(
        &self,
        landmarks: &[Landmark],
        view: &Viewport,
        frame: Frame,
        (kept_clear, beside): (&[Rect], &[Rect]),
    ) -> Vec<Mark> {
        let inside = Rect {
            left: 2.0,
            top: 2.0,
            right: frame.width_px - 2.0,
            bottom: frame.height_px - 2.0,
        };
        let mut taken = [kept_clear, beside].concat();
        let mut marks = Vec::new();
        for seat in &self.seats {
            let px = view.px_from_map(seat.at);
            let at = Point::new(px.x_px, px.y_px);
            if seat.has_mark && inside.grown(-4.0).contains(at) {
                marks.extend(station(at, frame.text_scale));
            }
            let named = seat.label.as_ref().zip(landmarks.get(seat.landmark));
            let Some((label, landmark)) = named else {
                continue;
            };
            if !inside.contains(at) {
                continue;
            }
            let room = pushed_inside(moved(label.room, at), inside);
            let room = pushed_beside(room, beside, inside);
            if !is_clear(room, &taken) {
                continue;
            }
            taken.push(room);
            marks.push(Mark::Text(Text {
                at: Point::new(room.left, f64::midpoint(room.top, room.bottom)),
                anchor: Anchor::Start,
                size_px: label.size_px,
                weight: label.weight,
                ink: Ink::Ink,
                content: landmark.name.clone(),
                halo: Some(Ink::Paper),
            }));
        }
        marks
    }
}

/// Rooms that are taken, by the squares of a grid they reach into: a name asks only those
/// around it.
#[derive(Default)]
struct Taken {
    rooms: BTreeMap<(i32, i32), Vec<Rect>>,
}

impl Taken {
    const SQUARE_PX: f64 = 96.0;

    fn is_clear(&self, room: Rect) -> bool {
        squares(room)
            .filter_map(|square| self.rooms.get(&square))
            .all(|rooms| is_clear(room, rooms))
    }

    fn add(&mut self, room: Rect) {
        for square in squares(room) {
            self.rooms.entry(square).or_default().push(room);
        }
    }
}

/// The squares of the grid that a room reaches into.
fn squares(room: Rect) -> impl Iterator<Item = (i32, i32)> {
    let square = |px: f64| device_px((px / Taken::SQUARE_PX).floor());
    let columns = square(room.left)..=square(room.right);
    let (top, bottom) = (square(room.top), square(room.bottom));
    columns.flat_map(move |column| (top..=bottom).map(move |row| (column, row)))
}

/// How a landmark is written.
struct Style {
    size_px: f64,
    weight: Weight,
}

/// Towns lead: larger where they are large, heavier once smaller names stand among them.
fn style(landmark: &Landmark, largest_town: f64, scale: f64) -> Style {
    let is_close = scale >= NEIGHBOURHOODS_FROM;
    let is_large = landmark.rank >= largest_town * LARGE_TOWN;
    let (size_px, weight) = match landmark.kind {
        LandmarkKind::Town if is_close => (size::LABEL, Weight::Bold),
        LandmarkKind::Town if is_large => (size::LABEL, Weight::Regular),
        LandmarkKind::District => (size::LABEL, Weight::Regular),
        _ => (size::SMALL, Weight::Regular),
    };
    Style { size_px, weight }
}

impl Style {
    /// The words where they have room: over the place or near it, or beside a station's mark.
    fn seated(
        &self,
        landmark: &Landmark,
        text_scale: f64,
        at: Point,
        taken: &Taken,
    ) -> Option<Label> {
        let size_px = self.size_px * text_scale;
        let width = width_px(&landmark.name, size_px, self.weight);
        let height = size_px * LINE_SHARE;
        let beside = width / 2.0 + 8.0 * text_scale;
        let (aside, off) = (width * 0.3, height * 1.15);
        let offsets: &[(f64, f64)] = match landmark.kind {
            LandmarkKind::Station => &[(beside, 0.0), (-beside, 0.0)],
            _ => &[
                (0.0, 0.0),
                (0.0, -off),
                (0.0, off),
                (aside, -off),
                (-aside, -off),
                (aside, off),
                (-aside, off),
                (aside, 0.0),
                (-aside, 0.0),
            ],
        };
        offsets.iter().find_map(|&(dx, dy)| {
            let room = Rect::centred(Point::new(dx, dy), width, height);
            taken.is_clear(moved(room, at)).then_some(Label {
                room,
                size_px,
                weight: self.weight,
            })
        })
    }
}

/// A small square with a rim, as rail stations have on maps.
fn station(at: Point, text_scale: f64) -> [Mark; 2] {
    let square = |half: f64| {
        let half = half * text_scale.sqrt();
        rectangle(at.x - half, at.y - half, at.x + half, at.y + half)
    };
    [
        Mark::fill(square(4.0), Ink::Paper),
        Mark::fill(square(2.5), Ink::Ink),
    ]
}

fn moved(room: Rect, by: Point) -> Rect {
    Rect {
        left: room.left + by.x,
        top: room.top + by.y,
        right: room.right + by.x,
        bottom: room.bottom + by.y,
    }
}

/// A room moved the shortest way out of what is in its way, where that is not far from its place
/// and stays inside the frame.
fn pushed_beside(room: Rect, in_the_way: &[Rect], inside: Rect) -> Rect {
    let Some(other) = in_the_way.iter().find(|other| other.overlaps(room)) else {
        return room;
    };
    let (width, height) = (room.right - room.left, room.bottom - room.top);
    let ways = [
        (other.left - room.right, 0.0),
        (other.right - room.left, 0.0),
        (0.0, other.top - room.bottom),
        (0.0, other.bottom - room.top),
    ];
    let pushed = ways.into_iter().filter_map(|(dx, dy)| {
        let (far_x, far_y) = (dx.abs() / width, dy.abs() / height);
        let pushed = moved(room, Point::new(dx, dy));
        let is_near = far_x <= 0.6 && far_y <= 1.2;
        (is_near && inside.holds(pushed)).then_some((dx.abs() + dy.abs(), pushed))
    });
    let nearest = pushed.min_by(|(a, _), (b, _)| a.total_cmp(b));
    nearest.map_or(room, |(_, pushed)| pushed)
}

/// A room moved no further than it must to lie inside another.
fn pushed_inside(room: Rect, inside: Rect) -> Rect {
    let push =
        |low: f64, high: f64, from: f64, to: f64| (from - low).max(0.0) + (to - high).min(0.0);
    let dx = push(room.left, room.right, inside.left, inside.right);
    let dy = push(room.top, room.bottom, inside.top, inside.bottom);
    moved(room, Point::new(dx, dy))
}
