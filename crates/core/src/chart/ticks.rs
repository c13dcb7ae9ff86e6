//! Ticks on round numbers: steps of 1, 2, 2.5 and 5, never crowded.

use crate::math;

/// Round numbers along an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The numbers, rising.
    pub values: Vec<f64>,
    /// The distance between them.
    pub step: f64,
    /// How many decimals their step needs.
    pub decimals: u8,
}

impl Ticks {
    /// Round numbers inside `low..=high`, at most `most` of them and never finer than
    /// `finest`, the smallest difference worth a tick.
    #[must_use]
    pub fn inside(low: f64, high: f64, most: usize, finest: f64) -> Self {
        let (step, decimals) = step(low, high, most, finest);
        let first = (low / step - ROUNDING).ceil();
        let last = (high / step + ROUNDING).floor();
        let mut values = Vec::new();
        let mut index = first;
        // Huge numbers lie further apart than their step; the count ends the loop then.
        while index <= last && values.len() < most.max(2) {
            // Adding zero turns the negative zero of a rounded tick into a plain one.
            values.push(index * step + 0.0);
            index += 1.0;
        }
        Self {
            values,
            step,
            decimals,
        }
    }

    /// The same domain grown outwards to whole steps, with ticks at both ends.
    #[must_use]
    pub fn around(low: f64, high: f64, most: usize, finest: f64) -> Self {
        let mut allowed = most.max(2);
        // Growing may add a tick at each end; ask for fewer until the result is not crowded.
        loop {
            let (step, _) = step(low, high, allowed, finest);
            let grown_low = (low / step + ROUNDING).floor() * step;
            let grown_high = (high / step - ROUNDING).ceil() * step;
            let grown = Self::inside(grown_low, grown_high, allowed + 2, step);
            if grown.values.len() <= most.max(2) || allowed <= 2 {
                return grown;
            }
            allowed -= 1;
        }
    }
}

/// Round numbers along a scale of ratios, at most `most` of them where that leaves two, each
/// with the decimals it needs: even steps where the domain is narrow, else doublings of a
/// quarter, else numbers that begin with 1, 2 or 5, with 1 or 5, or with 1.
#[must_use]
pub fn ratios(low: f64, high: f64, most: usize) -> Vec<(f64, u8)> {
    let inside = |&(value, _): &(f64, u8)| {
        low * (1.0 - ROUNDING) <= value && value <= high * (1.0 + ROUNDING)
    };
    if low > 0.0 && high < low * NARROW {
        let ticks = Ticks::inside(low, high, most, 1e-4);
        let told = ticks.values.into_iter();
        return told.map(|value| (value, ticks.decimals)).collect();
    }
    let doublings = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0];
    if low >= 0.2 && high < 30.0 {
        let shown = doublings
            .into_iter()
            .map(|value| (value, decimals_of(value)));
        let shown: Vec<(f64, u8)> = shown.filter(inside).collect();
        if shown.len() <= most.max(2) {
            return shown;
        }
    }
    let leads: [&[f64]; 3] = [&[1.0, 2.0, 5.0], &[1.0, 5.0], &[1.0]];
    let mut shown = Vec::new();
    for lead in leads {
        shown = (-4..=4)
            .flat_map(|power| lead.iter().map(move |one| one * math::ten_to(power)))
            .map(|value| (value, decimals_of(value)))
            .filter(inside)
            .collect();
        if shown.len() <= most.max(2) {
            return shown;
        }
    }
    // A domain wider than any: the outer ones go.
    shown.retain(|(value, _)| (0.01..=100.0).contains(value));
    shown.truncate(most.max(2));
    shown
}

/// A domain narrower than this many times its low end has no doubling to show for it: even
/// steps say more.
const NARROW: f64 = 3.5;

/// How many decimals a round number needs, up to four.
fn decimals_of(value: f64) -> u8 {
    let is_whole = |decimals: i32| {
        let shown = value * math::ten_to(decimals);
        (shown - shown.round()).abs() < 1e-6
    };
    (0_u8..4)
        .find(|&decimals| is_whole(i32::from(decimals)))
        .unwrap_or(4)
}

/// Years worth a label among those with data: multiples of one step, and the last year.
///
/// `years` rises; `label_years` is how many years a label covers at the axis's scale.
#[must_use]
pub fn years(years: &[u16], label_years: f64) -> Vec<u16> {
    let (Some(&first), Some(&last)) = (years.first(), years.last()) else {
        return Vec::new();
    };
    let step = [1_u16, 2, 5, 10, 20, 25, 50, 100]
        .into_iter()
        .find(|&step| f64::from(step) >= label_years)
        .unwrap_or(200);
    let clear_of = |a: u16, b: u16| f64::from(a.abs_diff(b)) >= label_years;
    let mut shown: Vec<u16> = vec![last];
    if clear_of(first, last) {
        shown.push(first);
    }
    for &year in years.iter().rev().filter(|&&year| year % step == 0) {
        if shown.iter().all(|&other| clear_of(year, other)) {
            shown.push(year);
        }
    }
    shown.sort_unstable();
    shown
}

const ROUNDING: f64 = 1e-9;

/// The smallest round step with at most `most` multiples in the domain, and its decimals.
fn step(low: f64, high: f64, most: usize, finest: f64) -> (f64, u8) {
    let gaps = u32::try_from(most.max(2) - 1).map_or(1.0, f64::from);
    let extent = (high - low).clamp(f64::MIN_POSITIVE * 1e20, f64::MAX / 1e3);
    let finest = if finest.is_finite() && finest > 0.0 {
        finest
    } else {
        1e-9
    };
    let wanted = (extent / gaps).max(finest);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a logarithm of an f64 is below 400"
    )]
    let mut power = math::log10(wanted).floor() as i32;
    loop {
        for (mantissa, own_decimals) in [(1.0, 0), (2.0, 0), (2.5, 1), (5.0, 0)] {
            let step = mantissa * math::ten_to(power);
            let decimals = u8::try_from((own_decimals - power).clamp(0, 12)).unwrap_or(0);
            // A step of 2.5 counts in halves of units that have none when 1 is the finest.
            let is_whole = (step / finest - (step / finest).round()).abs() < 1e-6;
            let count = (high / step + ROUNDING).floor() - (low / step - ROUNDING).ceil() + 1.0;
            if step >= finest * (1.0 - ROUNDING) && is_whole && count <= gaps + 1.0 {
                return (step, decimals);
            }
        }
        power += 1;
        if power > 305 {
            return (math::ten_to(305), 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_the_round_numbers_a_person_would_choose() {
        for (low, high, most, finest, expected) in [
            (0.0, 100.0, 6, 1.0, "0 20 40 60 80 100"),
            (0.0, 100.0, 5, 1.0, "0 25 50 75 100"),
            (612.0, 921.0, 5, 1.0, "700 800 900"),
            (0.0, 1.0, 6, 0.1, "0.0 0.2 0.4 0.6 0.8 1.0"),
            (0.0, 9.0, 6, 1.0, "0 2 4 6 8"),
            (-3.2, 4.1, 5, 0.1, "-2 0 2 4"),
        ] {
            let ticks = Ticks::inside(low, high, most, finest);
            let shown: Vec<String> = ticks
                .values
                .iter()
                .map(|v| format!("{v:.*}", usize::from(ticks.decimals)))
                .collect();
            assert_eq!(shown.join(" "), expected);
        }
    }

    #[test]
    fn ratios_are_round_and_few() {
        let shown = |low: f64, high: f64, most: usize| {
            let ticks = ratios(low, high, most);
            let told = ticks
                .iter()
                .map(|&(v, d)| format!("{v:.*}", usize::from(d)));
            told.collect::<Vec<String>>().join(" ")
        };
        assert_eq!(shown(0.2, 9.0, 8), "0.25 0.5 1 2 4 8");
        assert_eq!(shown(0.2, 9.0, 5), "0.2 0.5 1 2 5");
        assert_eq!(shown(0.05, 5.0, 5), "0.05 0.1 0.5 1 5");
        assert_eq!(shown(0.01, 100.0, 5), "0.01 0.1 1 10 100");
        assert!(ratios(1e-9, 1e9, 5).len() <= 5);
        assert_eq!(shown(0.6, 1.9, 5), "0.75 1.00 1.25 1.50 1.75");
    }

    #[test]
    fn years_keep_first_and_last_and_never_touch() {
        let all: Vec<u16> = (2004..=2024).collect();
        assert_eq!(years(&all, 4.0), [2004, 2010, 2015, 2020, 2024]);
        assert_eq!(years(&all, 15.0), [2004, 2024]);
        assert_eq!(years(&all, 30.0), [2024]);
        assert_eq!(years(&[2024], 3.0), [2024]);
        assert!(years(&[], 3.0).is_empty());
    }

    proptest! {
        #[test]
        fn ticks_are_few_even_and_inside(
            low in -1e7..1e7_f64, span in 1e-4..1e7_f64, most in 2_usize..12, places in 0_i32..4,
        ) {
            let (high, finest) = (low + span, math::ten_to(-places));
            let ticks = Ticks::inside(low, high, most, finest);
            prop_assert!(ticks.values.len() <= most);
            let slack = ticks.step * 1e-6;
            prop_assert!(ticks.values.iter().all(|&v| v >= low - slack && v <= high + slack));
            prop_assert!(ticks.values.windows(2).all(|w| (w[1] - w[0] - ticks.step).abs() <= slack + 1e-6));
            prop_assert!(ticks.step >= finest * 0.999);
            let shown = ticks.step * math::ten_to(i32::from(ticks.decimals));
            prop_assert!((shown - shown.round()).abs() < 1e-6, "decimals lose {}", ticks.step);
        }

        #[test]
        fn grown_domains_hold_the_data_between_two_ticks(
            low in -1e5..1e5_f64, span in 0.0..1e5_f64, most in 3_usize..9,
        ) {
            let ticks = Ticks::around(low, low + span, most, 0.01);
            let (first, last) = (ticks.values[0], ticks.values[ticks.values.len() - 1]);
            prop_assert!(first <= low + ticks.step * 1e-6 && last >= low + span - ticks.step * 1e-6);
            prop_assert!(ticks.values.len() <= most.max(4));
        }

        #[test]
        fn extremes_do_not_hang(low in proptest::num::f64::NORMAL, high in proptest::num::f64::NORMAL) {
            prop_assert!(Ticks::around(low.min(high), low.max(high), 5, 0.1).values.len() < 20);
        }
    }
}
