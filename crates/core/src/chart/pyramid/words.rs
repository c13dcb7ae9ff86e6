//! The pyramid in words.

use super::{PyramidBand, PyramidSpec};
use crate::chart::placed::TextAlternative;
use crate::quantity;

impl PyramidSpec {
    /// What the live region says of a band.
    pub(super) fn band_words(&self, band: &PyramidBand) -> String {
        let [left, right] = self.sides.each_ref().map(|side| side.to_lowercase());
        let [women, men] = band.after.map(|value| self.figure(value));
        let [women_before, men_before] = band.before.map(|value| self.figure(value));
        format!(
            "{}: {women} {left} and {men} {right} in {}; {women_before} and {men_before} in {}",
            band.name, self.after, self.before
        )
    }

    pub(super) fn brief(&self, band: &PyramidBand) -> String {
        let sum = |values: [f64; 2]| self.figure(values.iter().sum());
        let (before, after) = (sum(band.before), sum(band.after));
        format!("{} {before} to {after}", band.name)
    }

    /// The sentence, and a row to a band, the oldest first.
    pub(super) fn words(&self, bands: &[PyramidBand]) -> TextAlternative {
        let mut columns = vec!["Age".to_owned()];
        for year in [&self.before, &self.after] {
            columns.extend(self.sides.iter().map(|side| format!("{side}, {year}")));
        }
        let row = |band: &PyramidBand| {
            let values = band.before.into_iter().chain(band.after);
            let figures = values.map(|value| self.figure(value));
            std::iter::once(band.name.clone()).chain(figures).collect()
        };
        TextAlternative {
            sentence: self.sentence(bands),
            columns,
            rows: bands.iter().rev().map(row).collect(),
        }
    }

    fn sentence(&self, bands: &[PyramidBand]) -> String {
        let gain = |band: &PyramidBand| -> f64 {
            band.after.iter().sum::<f64>() - band.before.iter().sum::<f64>()
        };
        let most = bands.iter().max_by(|a, b| gain(a).total_cmp(&gain(b)));
        let least = bands.iter().min_by(|a, b| gain(a).total_cmp(&gain(b)));
        let Some((most, least)) = most.zip(least) else {
            return format!("{}: no ages are told.", self.measure);
        };
        let sum = |of: fn(&PyramidBand) -> [f64; 2]| -> String {
            let all = bands.iter().flat_map(of);
            quantity::spoken(all.sum(), self.unit, 0)
        };
        let told = |band: &PyramidBand| {
            let gain = quantity::signed(gain(band), self.unit, 0);
            format!("{} ({gain})", band.name)
        };
        format!(
            "{}: {} in {}, {} in {}; ages {} gain most, {} least.",
            self.measure,
            sum(|band| band.before),
            self.before,
            sum(|band| band.after),
            self.after,
            told(most),
            told(least)
        )
    }

    fn figure(&self, value: f64) -> String {
        quantity::figure(value, self.unit, 0)
    }
}
