//! Numbers by single year of age from fewer that are published.

use super::region::{AGES, ByAge, SEXES};

/// A number that holds from each of some ages on until the next; 0 below the first.
#[must_use]
pub fn held_from(ages: &[u8], values: &[f64]) -> [f64; AGES] {
    let mut held = [0.0; AGES];
    for (from, value) in ages.iter().zip(values) {
        for slot in held.iter_mut().skip(usize::from(*from)) {
            *slot = *value;
        }
    }
    held
}

/// Numbers at some ages, on a line between two of them, read in the middle of each year of age;
/// 0 before the first, and the last from the last on.
#[must_use]
pub fn on_lines(ages: &[f64], values: &[f64]) -> [f64; AGES] {
    let mut own = [0.0; AGES];
    let mut age = 0.5;
    for slot in &mut own {
        let pairs = ages.iter().zip(ages.iter().skip(1));
        let mut spans = pairs.zip(values.iter().zip(values.iter().skip(1)));
        let between = spans.find(|((from, to), _)| (**from..**to).contains(&age));
        let last = ages.last().zip(values.last());
        *slot = match (between, last) {
            (Some(((from, to), (low, high))), _) => low + (high - low) * (age - from) / (to - from),
            (None, Some((from, value))) if age >= *from => *value,
            _ => 0.0,
        };
        age += 1.0;
    }
    own
}

/// Activity of a district: at working ages, both included, what is not active is multiplied by
/// `factor`; other ages stay.
#[must_use]
pub fn with_inactivity(country: &ByAge, (first, last): (usize, usize), factor: f64) -> ByAge {
    let mut own: [[f64; AGES]; SEXES] = *country;
    for rates in &mut own {
        for rate in rates.iter_mut().take(last + 1).skip(first) {
            *rate = 1.0 - factor * (1.0 - *rate);
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_few_to_all() {
        let held = held_from(&[16, 20], &[0.4, 0.7]);
        assert_eq!(
            (held[15], held[16], held[19], held[90]),
            (0.0, 0.4, 0.4, 0.7)
        );
        let lines = on_lines(&[16.0, 20.5, 30.0], &[0.0, 0.9, 0.5]);
        assert_eq!((lines[15], lines[90]), (0.0, 0.5));
        assert!((lines[16] - 0.1).abs() < 1e-12 && (lines[20] - 0.9).abs() < 1e-12);
        assert!((lines[25] - (0.9 - 0.4 * 5.0 / 9.5)).abs() < 1e-12);
        assert_eq!(on_lines(&[], &[]), [0.0; AGES]);
        let scaled = with_inactivity(&[[0.8; AGES]; SEXES], (16, 64), 1.5);
        assert!((scaled[0][16] - 0.7).abs() < 1e-12 && (scaled[1][64] - 0.7).abs() < 1e-12);
        assert_eq!((scaled[0][15], scaled[1][65]), (0.8, 0.8));
    }
}
