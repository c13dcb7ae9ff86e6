//! Counting values in stretches of equal, round width.

use crate::chart::scale::Linear;
use crate::chart::ticks::Ticks;

/// How many values lie in each stretch of the axis.
pub(super) struct Bins {
    /// Low end, high end, how many.
    pub(super) bins: Vec<Bin>,
    /// The largest count.
    pub(super) most: usize,
}

/// One stretch of the axis.
pub(super) struct Bin {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) count: usize,
}

/// A bar narrower than this is a hair.
const LEAST_PX: f64 = 6.0;

impl Bins {
    /// Counts rising values in stretches of a round width, no finer than the values are
    /// told; what lies beyond the axis is counted at its ends.
    pub(super) fn new(rising: &[f64], scale: Linear, finest: f64) -> Self {
        let (low, high) = scale.domain();
        let (start_px, end_px) = scale.range();
        let most_bins = ((end_px - start_px) / LEAST_PX).clamp(4.0, 60.0) as usize;
        let ticks = Ticks::inside(low, high, most_bins, finest);
        let step = ticks.step;
        let mut bins: Vec<Bin> = Vec::new();
        let first = (low / step).floor();
        let count = ((high / step).ceil() - first).clamp(1.0, 200.0) as usize;
        for index in 0..count {
            let from = (first + index as f64) * step;
            bins.push(Bin {
                low: from.max(low),
                high: (from + step).min(high),
                count: 0,
            });
        }
        let last = bins.len() - 1;
        for value in rising {
            // A value on an edge belongs below it, as it does in classes.
            let place = ((value / step - first).ceil() - 1.0).max(0.0) as usize;
            if let Some(bin) = bins.get_mut(place.min(last)) {
                bin.count += 1;
            }
        }
        let most = bins.iter().map(|bin| bin.count).max().unwrap_or(0);
        Self { bins, most }
    }
}
