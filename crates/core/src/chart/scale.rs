//! Scales from numbers to pixels, with their inverses.

use crate::math;

/// Maps a domain of numbers to a range of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    low: f64,
    high: f64,
    start_px: f64,
    end_px: f64,
}

impl Linear {
    /// Maps `low` to `start_px` and `high` to `end_px`; either range may fall.
    #[must_use]
    pub const fn new(low: f64, high: f64, start_px: f64, end_px: f64) -> Self {
        Self {
            low,
            high,
            start_px,
            end_px,
        }
    }

    /// The pixel of a number; the middle when the domain has no extent.
    #[must_use]
    pub fn px_from_value(self, value: f64) -> f64 {
        // Halves, because the extent of two huge numbers may be infinite.
        let span = self.high / 2.0 - self.low / 2.0;
        let share = if span == 0.0 {
            0.5
        } else {
            (value / 2.0 - self.low / 2.0) / span
        };
        self.start_px + share * (self.end_px - self.start_px)
    }

    /// The number at a pixel; the low end when the pixels have no extent.
    #[must_use]
    pub fn value_from_px(self, px: f64) -> f64 {
        let span = self.end_px - self.start_px;
        let share = if span == 0.0 {
            0.0
        } else {
            (px - self.start_px) / span
        };
        self.low * (1.0 - share) + self.high * share
    }

    /// Whether the domain contains a number.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.low.min(self.high) <= value && value <= self.low.max(self.high)
    }

    /// The numbers at both ends.
    #[must_use]
    pub const fn domain(self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// The pixels at both ends.
    #[must_use]
    pub const fn range(self) -> (f64, f64) {
        (self.start_px, self.end_px)
    }

    /// A number moved to the nearest end when it lies outside the domain.
    #[must_use]
    pub fn clamp(self, value: f64) -> f64 {
        value
            .max(self.low.min(self.high))
            .min(self.low.max(self.high))
    }
}

/// Equal differences, or equal ratios, at equal distances.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// Equal differences.
    Even(Linear),
    /// Equal ratios: a double and a half lie as far from one. Linear in logarithms.
    Ratios(Linear),
}

impl Scale {
    /// Equal ratios between two positive numbers, `low` at `start_px` and `high` at `end_px`.
    #[must_use]
    pub fn ratios(low: f64, high: f64, start_px: f64, end_px: f64) -> Self {
        let [low, high] = [low, high].map(|end| math::ln(end.max(f64::MIN_POSITIVE)));
        Self::Ratios(Linear::new(low, high, start_px, end_px))
    }

    /// The pixel of a number inside the domain; one outside is drawn at the nearer end. On a
    /// scale of ratios nothing and less than nothing lie at the low end.
    #[must_use]
    pub fn px(self, value: f64) -> f64 {
        match self {
            Self::Even(scale) => scale.px_from_value(scale.clamp(value)),
            Self::Ratios(scale) => {
                let logarithm = math::ln(value.max(f64::MIN_POSITIVE));
                scale.px_from_value(scale.clamp(logarithm))
            }
        }
    }

    /// The number at a pixel.
    #[must_use]
    pub fn value(self, px: f64) -> f64 {
        match self {
            Self::Even(scale) => scale.value_from_px(px),
            Self::Ratios(scale) => math::exp(scale.value_from_px(px)),
        }
    }

    /// Whether the domain contains a number.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        match self {
            Self::Even(scale) => scale.contains(value),
            Self::Ratios(scale) => value > 0.0 && scale.contains(math::ln(value)),
        }
    }
}

/// Checks that a mapping and its inverse undo each other; shared by every scale's tests.
#[cfg(test)]
pub(crate) fn assert_inverse(
    there: impl Fn(f64) -> f64,
    back: impl Fn(f64) -> f64,
    samples: &[f64],
    tolerance: f64,
) {
    for &sample in samples {
        let round = back(there(sample));
        assert!(
            (round - sample).abs() <= tolerance,
            "{sample} came back as {round}"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pixels_and_numbers_undo_each_other(
            low in -1e6..1e6_f64, span in 0.01..1e6_f64,
            start in -2e3..2e3_f64, extent in 1.0..2e3_f64, falls: bool,
        ) {
            let end = if falls { start - extent } else { start + extent };
            let scale = Linear::new(low, low + span, start, end);
            let numbers: Vec<f64> = (0..=10).map(|i| low + span * f64::from(i) / 10.0).collect();
            assert_inverse(|v| scale.px_from_value(v), |p| scale.value_from_px(p), &numbers, span * 1e-6 + 1e-6);
            let pixels: Vec<f64> = numbers.iter().map(|&v| scale.px_from_value(v)).collect();
            assert_inverse(|p| scale.value_from_px(p), |v| scale.px_from_value(v), &pixels, 1e-3);
        }
    }

    #[test]
    fn ratios_lie_evenly_and_come_back() {
        let scale = Scale::ratios(0.25, 4.0, 100.0, 300.0);
        for (value, px) in [(0.25, 100.0), (0.5, 150.0), (1.0, 200.0), (4.0, 300.0)] {
            assert!((scale.px(value) - px).abs() < 1e-9, "{value}");
        }
        let samples = [0.3, 0.9, 1.0, 2.5, 3.9];
        assert_inverse(|v| scale.px(v), |p| scale.value(p), &samples, 1e-9);
        for below in [0.0, -3.0, 0.1] {
            assert!((scale.px(below) - 100.0).abs() < 1e-9 && !scale.contains(below));
        }
    }

    #[test]
    fn nothing_wide_is_drawn_in_the_middle() {
        let scale = Linear::new(5.0, 5.0, 0.0, 10.0);
        assert!((scale.px_from_value(5.0) - 5.0).abs() < 1e-12);
        let huge = Linear::new(-f64::MAX, f64::MAX, 0.0, 10.0);
        assert!((huge.px_from_value(0.0) - 5.0).abs() < 1e-12);
    }
}
