//! Residents by age and sex, in the base year and in the chosen one.

use super::{Words, picture};
use crate::chart::pyramid::{PyramidBand, PyramidSpec};
use crate::chart::{Frame, Placed};
use crate::futures::Asked;
use crate::futures::evidence_words::number;
use crate::futures::outputs::About;
use crate::futures::people::{OLD_AGE, People};
use crate::measure::Unit;
use crate::model::output::Output;
use crate::picture::{Draw, Picture};

/// Years of age to a band.
const BAND_YEARS: usize = 5;

/// Residents of the area by five-year age band and sex, base year against chosen year; `people`
/// is of both years, as [`People::of`] works them out.
#[must_use]
pub fn pyramid(asked: &Asked<'_>, people: &People) -> Picture {
    // Its sources are those of people, whatever output is looked at.
    let asked = &Asked {
        output: Output::Population,
        ..*asked
    };
    let (before, after) = (asked.prepared.year(0), people.year);
    let ages = people.before[0].len();
    let bands = (0..ages).step_by(BAND_YEARS).map(|first| {
        let sum = |of: &crate::data::model::ByAge| {
            of.each_ref()
                .map(|ages| ages.iter().skip(first).take(BAND_YEARS).sum::<f64>())
        };
        let last = first + BAND_YEARS - 1;
        PyramidBand {
            key: first.to_string(),
            name: if last >= ages {
                format!("{first} and over")
            } else {
                format!("{first} to {last}")
            },
            before: sum(&people.before),
            after: sum(&people.after),
        }
    });
    let spec = PyramidSpec {
        measure: About::of(Output::Population).name.to_owned(),
        unit: Unit::People,
        sides: ["Women", "Men"].map(str::to_owned),
        before: before.to_string(),
        after: after.to_string(),
        bands: bands.collect(),
    };
    let [old_before, old_after] =
        [&people.before, &people.after].map(|own| number(old_in_hundred(own).round()));
    let title = if old_before == old_after {
        format!(
            "{old_after} in 100 residents would be {OLD_AGE} or over in {after}, as in {before}"
        )
    } else {
        format!(
            "{old_after} in 100 residents would be {OLD_AGE} or over by {after}; {old_before} were \
             in {before}"
        )
    };
    let words = Words {
        key: "pyramid",
        title,
        subtitle: format!(
            "Residents by five years of age and sex, {before} (outline) and {after} (bars), {}",
            asked.own.name
        ),
        notes: vec!["By the central run.".to_owned()],
    };
    picture(asked, words, spec)
}

fn old_in_hundred(people: &crate::data::model::ByAge) -> f64 {
    let all: f64 = people.as_flattened().iter().sum();
    let old: f64 = people
        .iter()
        .flat_map(|ages| ages.iter().skip(OLD_AGE))
        .sum();
    if all > 0.0 { old / all * 100.0 } else { 0.0 }
}

impl Draw for PyramidSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, _: f64, text_scale: f64) -> f64 {
        self.natural_height_px(text_scale)
    }
}
