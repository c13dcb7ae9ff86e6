//! What the draws of a future tell: deciles by year, and how far it lies from the baseline, draw
//! by draw. Small enough to travel from a worker whenever more draws are in.

use super::ensemble::{Ensemble, Kept, Sample};
use super::output::Output;

/// What the draws tell of one series in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The deciles, from the first to the ninth, in the output's unit.
    pub deciles: [f64; 9],
    /// The deciles of the difference from the baseline, each draw beside its own.
    pub difference: [f64; 9],
    /// The share of draws that lie above the baseline, 0 to 1.
    pub share_above: f64,
}

/// What the draws of a future tell about a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// The series that is looked at closely: its area is told in every output, its output in
    /// every area.
    pub focus: Kept,
    /// How many draws are in.
    pub draws: u32,
    /// A row by year per output of the area, in the order of [`Output::ALL`].
    pub outputs: Vec<Vec<Spread>>,
    /// A row by year per area, the whole place first.
    pub areas: Vec<Vec<Spread>>,
    /// The percentiles of the focus, from 0 to 100, by year.
    pub percentiles: Vec<Vec<f64>>,
}

impl Bands {
    /// The series that must be kept for a focus in so many areas.
    #[must_use]
    pub fn kept(focus: Kept, areas: usize) -> Vec<Kept> {
        let Kept { area, output } = focus;
        let own = Output::ALL.map(|output| Kept { area, output });
        let others = (0..areas).filter(|other| *other != area);
        let others = others.map(|area| Kept { area, output });
        own.into_iter().chain(others).collect()
    }

    /// What the first `draws` draws tell; none before any is in.
    #[must_use]
    pub fn new(
        own: &Ensemble,
        baseline: &Ensemble,
        focus: Kept,
        (areas, years): (usize, usize),
        draws: u32,
    ) -> Option<Self> {
        let row = |kept: Kept| -> Option<Vec<Spread>> {
            (0..years)
                .map(|year| spread(own, baseline, kept, year))
                .collect()
        };
        let Kept { area, output } = focus;
        let outputs = Output::ALL.map(|output| row(Kept { area, output }));
        let of_areas = (0..areas).map(|area| row(Kept { area, output }));
        let percentiles = (0..years).map(|year| percentiles(&own.sample(focus, year)));
        Some(Self {
            focus,
            draws,
            outputs: outputs.into_iter().collect::<Option<_>>()?,
            areas: of_areas.collect::<Option<_>>()?,
            percentiles: percentiles.collect::<Option<_>>()?,
        })
    }

    /// What is told of an output of the focus's area, by year; empty when nothing is.
    #[must_use]
    pub fn output(&self, output: Output) -> &[Spread] {
        self.outputs.get(output as usize).map_or(&[], Vec::as_slice)
    }

    /// What is told of the focus's output in an area, by year; empty when nothing is.
    #[must_use]
    pub fn area(&self, area: usize) -> &[Spread] {
        self.areas.get(area).map_or(&[], Vec::as_slice)
    }

    /// The share of draws of the focus above a value in a year, 0 to 1, to a hundredth.
    #[must_use]
    pub fn share_above(&self, since: usize, value: f64) -> Option<f64> {
        let all = self.percentiles.get(since)?;
        let below = all.partition_point(|own| *own <= value);
        let (Some(low), Some(high)) = (
            below.checked_sub(1).and_then(|at| all.get(at)),
            all.get(below),
        ) else {
            return Some(if below == 0 { 1.0 } else { 0.0 });
        };
        // Between two percentiles draws lie evenly, as far as is told.
        let part = if high > low {
            (value - low) / (high - low)
        } else {
            0.0
        };
        let steps = all.len().saturating_sub(1).max(1) as f64;
        Some(1.0 - ((below - 1) as f64 + part) / steps)
    }
}

fn spread(own: &Ensemble, baseline: &Ensemble, kept: Kept, year: usize) -> Option<Spread> {
    let difference = own.difference(baseline, kept, year);
    Some(Spread {
        deciles: own.sample(kept, year).deciles()?,
        difference: difference.deciles()?,
        share_above: difference.share_above(0.0)?,
    })
}

fn percentiles(sample: &Sample) -> Option<Vec<f64>> {
    (0..=100_u8)
        .map(|percent| sample.quantile(f64::from(percent) / 100.0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(share: Option<f64>, wanted: f64) {
        let share = share.unwrap();
        assert!((share - wanted).abs() < 1e-12, "{share}, not {wanted}");
    }

    #[test]
    fn chances_between_percentiles() {
        let focus = Kept {
            area: 0,
            output: Output::Jobs,
        };
        let bands = Bands {
            focus,
            draws: 101,
            outputs: Vec::new(),
            areas: Vec::new(),
            percentiles: vec![(0..=100).map(f64::from).collect(), vec![7.0; 101]],
        };
        close(bands.share_above(0, -1.0), 1.0);
        close(bands.share_above(0, 20.0), 0.8);
        close(bands.share_above(0, 20.5), 0.795);
        close(bands.share_above(0, 100.0), 0.0);
        close(bands.share_above(1, 6.0), 1.0);
        close(bands.share_above(1, 7.0), 0.0);
        assert_eq!(bands.share_above(2, 7.0), None);
    }

    #[test]
    fn a_focus_keeps_each_series_once() {
        let focus = Kept {
            area: 2,
            output: Output::Jobs,
        };
        let kept = Bands::kept(focus, 11);
        assert_eq!(kept.len(), Output::COUNT + 10);
        for (place, own) in kept.iter().enumerate() {
            assert!(!kept.iter().skip(place + 1).any(|other| other == own));
        }
    }
}
