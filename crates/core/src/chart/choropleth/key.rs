//! The map's key: what the shades and patterns mean.

use super::cover::{Cover, Under};
use super::{Area, ChoroplethSpec, Shading, pattern};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, rectangle};
use crate::chart::placed::outline;
use crate::chart::region::Rect;
use crate::chart::text_width::width_px;
use crate::chart::theme::maps;
use crate::chart::{Frame, size};
use crate::measure::Direction;
use crate::order;
use crate::quantity::{self, Value};

/// The key: in an empty corner, or below the map.
pub(super) struct Key {
    entries: Vec<Entry>,
    heading: &'static str,
    text_px: f64,
    frame: Frame,
    /// Where each entry starts, and the heading first.
    seats: Vec<Point>,
    room: Rect,
}

/// One line of the key.
struct Entry {
    /// A pretend area that shows the shade or pattern.
    sample: Sample,
    words: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Sample {
    Class(Ink),
    NoFigure,
    Withheld,
    Uncertain,
}

impl Key {
    /// The key of a map; none when it would say nothing.
    pub(super) fn new(spec: &ChoroplethSpec, frame: Frame) -> Option<Self> {
        let entries = entries(spec);
        (!spec.areas.is_empty()).then(|| Self {
            entries,
            heading: heading(spec),
            text_px: size::SMALL * frame.text_scale,
            frame,
            seats: Vec::new(),
            room: Rect::centred(Point::new(-99.0, -99.0), 0.0, 0.0),
        })
    }

    /// Seats the key in the first free corner; false when none is free.
    pub(super) fn seat_in_corner(&mut self, cover: &Cover) -> bool {
        const RIM: f64 = 6.0;
        let (width, height) = (
            self.column_width(),
            self.rows_height(self.entries.len() + 1),
        );
        let (right, bottom) = (
            self.frame.width_px - RIM - width,
            self.frame.height_px - RIM - height,
        );
        let corners = [(RIM, RIM), (right, bottom), (RIM, bottom), (right, RIM)];
        let free = corners.into_iter().find(|&(left, top)| {
            let room = Rect {
                left,
                top,
                right: left + width,
                bottom: top + height,
            };
            cover.under(room.grown(4.0)) == Under::Nothing
        });
        let Some((left, top)) = free else {
            return false;
        };
        self.seats = (0..=self.entries.len())
            .map(|row| Point::new(left, top + self.row_px() * (row as f64 + 0.5)))
            .collect();
        self.room = Rect {
            left,
            top,
            right: left + width,
            bottom: top + height,
        };
        true
    }

    /// Seats the key in rows at the foot of the frame and says how high they are, in pixels.
    pub(super) fn seat_below(&mut self) -> f64 {
        let gap = self.text_px;
        let widths: Vec<f64> =
            std::iter::once(width_px(self.heading, self.text_px, Weight::Regular))
                .chain(self.entries.iter().map(|entry| self.entry_width(entry)))
                .collect();
        let (mut x, mut row) = (0.0, 0);
        let mut places = Vec::new();
        for width in widths {
            if x > 0.0 && x + width > self.frame.width_px {
                (x, row) = (0.0, row + 1);
            }
            places.push((x, row));
            x += width + gap;
        }
        let height = self.rows_height(row + 1);
        // A key may not crowd out its map; the words beside the picture still tell the classes.
        let is_too_wide = self.column_width() > self.frame.width_px;
        if height > self.frame.height_px * 0.4 || is_too_wide {
            return 0.0;
        }
        let top = self.frame.height_px - height;
        self.seats = places
            .into_iter()
            .map(|(x, row)| Point::new(x, top + self.row_px() * (row as f64 + 0.5)))
            .collect();
        self.room = Rect {
            left: 0.0,
            top,
            right: self.frame.width_px,
            bottom: self.frame.height_px,
        };
        height + 4.0
    }

    /// The room the key takes.
    pub(super) const fn room(&self) -> Rect {
        self.room
    }

    pub(super) fn marks(&self, spec: &ChoroplethSpec) -> Vec<Mark> {
        let mut marks = Vec::new();
        if !spec.context.is_empty() && !self.seats.is_empty() {
            // Borders of the land around would run through the words.
            let ground = self.room.grown(4.0);
            let (left, top) = (ground.left.max(0.0), ground.top.max(0.0));
            let right = ground.right.min(self.frame.width_px);
            let bottom = ground.bottom.min(self.frame.height_px);
            marks.push(Mark::fill(rectangle(left, top, right, bottom), Ink::Land));
        }
        let mut seats = self.seats.iter();
        if let Some(&at) = seats.next() {
            marks.push(self.text(at, self.heading.to_owned(), Ink::Muted));
        }
        for (entry, &at) in self.entries.iter().zip(seats) {
            marks.extend(self.swatch(spec, entry, at));
            let start = Point::new(at.x + self.swatch_px() + self.text_px * 0.5, at.y);
            marks.push(self.text(start, entry.words.clone(), Ink::Ink));
        }
        marks
    }

    fn swatch(&self, spec: &ChoroplethSpec, entry: &Entry, at: Point) -> Vec<Mark> {
        let half = self.row_px() / 2.0 - 1.0;
        let ring = rectangle(at.x, at.y - half, at.x + self.swatch_px(), at.y + half);
        let (value, ground, is_uncertain) = match entry.sample {
            Sample::Class(ink) => (Value::Number(0.0), ink, false),
            Sample::Uncertain => (Value::Number(0.0), middle_class(spec), true),
            Sample::NoFigure => (Value::Missing, Ink::NoData, false),
            Sample::Withheld => (Value::Suppressed, Ink::NoData, false),
        };
        let sample = Area {
            key: String::new(),
            name: String::new(),
            label: None,
            polygons: Vec::new(),
            label_point: [0.0, 0.0],
            value,
            interval: None,
            is_uncertain,
        };
        let rings = [ring];
        let mut marks = pattern(&sample, ground, &rings);
        let [ring] = rings;
        let border = outline(&ring, Ink::Context, 1.0);
        marks.insert(0, Mark::fill(ring, ground));
        if !matches!(entry.sample, Sample::Class(..)) {
            marks.push(border);
        }
        marks
    }

    fn text(&self, at: Point, content: String, ink: Ink) -> Mark {
        Mark::Text(Text {
            at,
            anchor: Anchor::Start,
            size_px: self.text_px,
            weight: Weight::Regular,
            ink,
            content,
            halo: None,
        })
    }

    fn row_px(&self) -> f64 {
        self.text_px * 1.45
    }

    fn swatch_px(&self) -> f64 {
        self.text_px * 1.7
    }

    fn rows_height(&self, rows: usize) -> f64 {
        self.row_px() * rows as f64
    }

    fn entry_width(&self, entry: &Entry) -> f64 {
        self.swatch_px()
            + self.text_px * 0.5
            + width_px(&entry.words, self.text_px, Weight::Regular)
    }

    fn column_width(&self) -> f64 {
        self.entries
            .iter()
            .map(|entry| self.entry_width(entry))
            .fold(
                width_px(self.heading, self.text_px, Weight::Regular),
                f64::max,
            )
    }
}

/// Which end is dark, in words.
const fn heading(spec: &ChoroplethSpec) -> &'static str {
    if matches!(spec.shading, Shading::AroundZero) {
        return "Difference";
    }
    match spec.direction {
        Direction::HigherIsBetter | Direction::LowerIsBetter => "Darker is worse",
        Direction::Neutral => "Darker is higher",
    }
}

/// The classes from light to dark, or of differences from more to less, then the patterns that the map uses.
fn entries(spec: &ChoroplethSpec) -> Vec<Entry> {
    let numbers = || {
        spec.areas
            .iter()
            .filter_map(|area| area.value.number())
            .filter(|v| v.is_finite())
    };
    let mut entries = Vec::new();
    if numbers().next().is_some() {
        let edges: Vec<f64> = spec
            .upper_edges
            .iter()
            .copied()
            .take(super::MOST_CLASSES - 1)
            .collect();
        for rank in 0..=edges.len() {
            let low = rank
                .checked_sub(1)
                .and_then(|below| edges.get(below))
                .copied();
            let high = edges.get(rank).copied();
            // Any number inside the class finds its shade.
            let inside = high
                .or_else(|| low.map(|low| low + low.abs() + 1.0))
                .unwrap_or(0.0);
            let place = match spec.shading {
                Shading::Ramp => usize::from(spec.class_of(inside).0),
                Shading::AroundZero => edges.len() - rank,
            };
            let shade = spec.shade(inside);
            // Differences may all go one way: the other side would be told for nothing.
            let is_used =
                spec.shading == Shading::Ramp || numbers().any(|v| spec.shade(v) == shade);
            if !is_used {
                continue;
            }
            let words = match (spec.shading, low, high) {
                // Up to less than nothing would be read as little.
                (Shading::AroundZero, None, Some(high)) => {
                    let high = quantity::figure(high, spec.unit, spec.decimals);
                    ["under ", &high].concat()
                }
                _ => quantity::class_range(low, high, spec.unit, spec.decimals),
            };
            entries.push((
                place,
                Entry {
                    sample: Sample::Class(shade),
                    words,
                },
            ));
        }
    }
    order::sort_by_key(&mut entries, |(place, _)| *place);
    let mut entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    let has = |wanted: fn(&Area) -> bool| spec.areas.iter().any(wanted);
    let patterns = [
        (
            has(|area| area.is_uncertain && area.value.number().is_some()),
            Sample::Uncertain,
            match spec.shading {
                Shading::Ramp => "uncertain",
                Shading::AroundZero => "runs disagree",
            },
        ),
        (
            has(|area| area.value == Value::Suppressed),
            Sample::Withheld,
            "withheld",
        ),
        (
            has(|area| matches!(area.value, Value::Missing | Value::Undefined)),
            Sample::NoFigure,
            "no figure",
        ),
    ];
    for (is_used, sample, words) in patterns {
        if is_used {
            entries.push(Entry {
                sample,
                words: words.to_owned(),
            });
        }
    }
    entries
}

fn middle_class(spec: &ChoroplethSpec) -> Ink {
    if spec.shading == Shading::AroundZero {
        return maps::diverging(0);
    }
    let of = u8::try_from(spec.upper_edges.len().min(super::MOST_CLASSES - 1) + 1).unwrap_or(1);
    Ink::Ramp(of / 2, of)
}
