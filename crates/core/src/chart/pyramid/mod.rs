//! The pyramid of ages: people by age, women to the left and men to the right, in one year as
//! bars and in an earlier one as an outline.

mod layout;
mod marks;
#[cfg(test)]
mod tests;
mod words;

use super::Frame;
use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use crate::measure::Unit;
use layout::Layout;

/// People by age and sex in two years.
#[derive(Clone, Debug, PartialEq)]
pub struct PyramidSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// What the sides are called, the left one first.
    pub sides: [String; 2],
    /// The year of the outline, in words.
    pub before: String,
    /// The year of the bars, in words.
    pub after: String,
    /// The bands of age, the youngest first.
    pub bands: Vec<PyramidBand>,
}

/// A band of ages.
#[derive(Clone, Debug, PartialEq)]
pub struct PyramidBand {
    /// Its key.
    pub key: String,
    /// Its name, short: `80 to 84`.
    pub name: String,
    /// Both sides in the year of the outline.
    pub before: [f64; 2],
    /// Both sides in the year of the bars.
    pub after: [f64; 2],
}

impl PyramidSpec {
    /// The height in CSS pixels at which the bands stand comfortably.
    #[must_use]
    pub fn natural_height_px(&self, text_scale: f64) -> f64 {
        layout::natural_height_px(self.bands.len(), text_scale)
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let bands = self.bands.iter();
        let mut people = bands.flat_map(|band| band.before.iter().chain(&band.after));
        // A sum too large to be written is told no more than an age that is missing.
        let total = people.try_fold(0.0, |total, value| {
            let total = total + value;
            (*value >= 0.0 && f64::is_finite(total)).then_some(total)
        });
        if self.bands.is_empty() || total.is_none() {
            let mut empty = Placed::empty(frame, "No ages are told");
            empty.text = self.words(&[]);
            return empty;
        }
        let layout = Layout::new(self, frame);
        let mut marks = self.head_marks(&layout);
        for (index, band) in self.bands.iter().enumerate() {
            marks.extend(self.band_marks(band, index, &layout));
        }
        marks.extend(self.outline_marks(&layout));
        let targets = self.bands.iter().enumerate().map(|(index, band)| {
            let room = layout.row_room(index);
            Target {
                key: band.key.clone(),
                name: band.name.clone(),
                words: self.band_words(band),
                brief: self.brief(band),
                at: Point::new(layout.gutter_middle(), (room.top + room.bottom) / 2.0),
                reach: Reach::Row(room),
            }
        });
        let targets: Vec<Target> = targets.collect();
        // From the top, where the oldest stand, downwards.
        let order: Vec<usize> = (0..self.bands.len()).rev().collect();
        let start = self.bands.len().saturating_sub(1);
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets,
            text: self.words(&self.bands),
            walk: Walk::along(&order, start, true),
        }
    }
}
