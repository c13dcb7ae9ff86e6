//! The ranking: the areas at both ends of an order, the pinned one between them.

mod layout;
mod marks;
mod words;

use super::area_map::Fill;
use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use super::{Frame, NamedValue};
use crate::measure::Unit;
use crate::order;
use crate::quantity::{Interval, Value};
use layout::Layout;

/// The areas at both ends of an order.
#[derive(Clone, Debug, PartialEq)]
pub struct RankingSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// The period of the values, in words.
    pub period: String,
    /// What the areas are called, in the plural: `small areas`.
    pub areas_name: String,
    /// The areas, in any order.
    pub areas: Vec<RankedArea>,
    /// How many are shown from each end.
    pub at_each_end: usize,
    /// The pinned area, as a place in the areas; always shown.
    pub pinned: Option<usize>,
    /// The named value they are held against: the county's.
    pub line: Option<NamedValue>,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedArea {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Value,
    /// The published interval of its value.
    pub interval: Option<Interval>,
    /// How the map fills it.
    pub fill: Fill,
}

/// A ranking in its frame.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRanking {
    /// Marks, words and a target for each row.
    pub placed: Placed,
    areas: Vec<usize>,
}

/// A line of the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Row {
    /// An area: its place in the spec, its value, its rank from 1.
    Area(usize, f64, usize),
    /// So many areas left out.
    Gap(usize),
}

impl RankingSpec {
    /// The height in CSS pixels at which its rows stand comfortably.
    #[must_use]
    pub fn natural_height_px(&self, text_scale: f64) -> f64 {
        let heights = self.rows().into_iter().map(|row| match row {
            Row::Area(..) => layout::ROW_PX,
            Row::Gap(_) => layout::ROW_PX * layout::GAP_SHARE,
        });
        (heights.sum::<f64>() + layout::HEAD_PX) * text_scale
    }

    /// Places the ranking in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> PlacedRanking {
        let frame = frame.sane();
        let rows = self.rows();
        let mut placed = Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks: Vec::new(),
            targets: Vec::new(),
            text: self.words(),
            walk: Walk::default(),
        };
        let mut areas = Vec::new();
        if rows.is_empty() {
            placed.marks = Placed::empty(frame, "No figure is published").marks;
        } else {
            let layout = Layout::new(self, &rows, frame);
            placed.marks = self.marks(&rows, &layout);
            for (&row, room) in rows.iter().zip(&layout.rows) {
                let Row::Area(index, value, rank) = row else {
                    continue;
                };
                let Some(area) = self.areas.get(index) else {
                    continue;
                };
                let words = self.area_words(area, value, rank);
                let middle = f64::midpoint(room.top, room.bottom);
                areas.push(index);
                placed.targets.push(Target {
                    key: area.key.clone(),
                    name: area.name.clone(),
                    brief: words.clone(),
                    words,
                    at: Point::new(layout.px(value), middle),
                    reach: Reach::Row(*room),
                });
            }
            let order: Vec<usize> = (0..areas.len()).collect();
            let pinned = areas.iter().position(|area| Some(*area) == self.pinned);
            placed.walk = Walk::along(&order, pinned.unwrap_or(0), true);
        }
        PlacedRanking { placed, areas }
    }

    /// The areas that have a figure, from the highest: place, value and rank; equals share
    /// a rank.
    fn falling(&self) -> Vec<(usize, f64, usize)> {
        let numbered = self.areas.iter().enumerate();
        let mut falling: Vec<(usize, f64)> = numbered
            .filter_map(|(index, area)| Some((index, finite(area.value)?)))
            .collect();
        order::sort_by(&mut falling, |a, b| b.1.total_cmp(&a.1));
        let mut ranked: Vec<(usize, f64, usize)> = Vec::with_capacity(falling.len());
        for (place, (index, value)) in falling.into_iter().enumerate() {
            let rank = match ranked.last() {
                Some(&(_, above, rank)) if above <= value => rank,
                _ => place + 1,
            };
            ranked.push((index, value, rank));
        }
        ranked
    }

    /// The lines shown, from the top.
    fn rows(&self) -> Vec<Row> {
        let falling = self.falling();
        let count = falling.len();
        let ends = self.at_each_end;
        let mut rows = Vec::new();
        let mut left_out = 0;
        for (place, (index, value, rank)) in falling.into_iter().enumerate() {
            let is_at_end = place < ends || place + ends >= count;
            // One area alone takes no more room than the words that it is left out.
            let is_alone = count == 2 * ends + 1;
            if !(is_at_end || is_alone || Some(index) == self.pinned) {
                left_out += 1;
                continue;
            }
            if left_out > 0 {
                rows.push(Row::Gap(std::mem::take(&mut left_out)));
            }
            rows.push(Row::Area(index, value, rank));
        }
        if left_out > 0 {
            rows.push(Row::Gap(left_out));
        }
        rows
    }
}

impl PlacedRanking {
    /// The area of a target, as a place in the spec's areas.
    #[must_use]
    pub fn area_of(&self, target: usize) -> Option<usize> {
        self.areas.get(target).copied()
    }

    /// The target of an area; none if it is not shown.
    #[must_use]
    pub fn target_of(&self, area: usize) -> Option<usize> {
        self.areas.iter().position(|other| *other == area)
    }
}

fn finite(value: Value) -> Option<f64> {
    value.number().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests;
