//! Chained volumes of sums: they do not add up, so they are chained anew.

use super::jobs::plus;
use crate::quantity::Value;

/// The volume of a sum of parts, as national accountants chain it.
///
/// Each part is a sign (1 to add, -1 to take away), its current prices and its chained volume,
/// year by year. Growth from one year to the next is that of the parts' volumes weighted by
/// their current prices of the year before (an annually chained Laspeyres index); the result is
/// scaled so that year number `reference` equals the sum in current prices. A year without a
/// number in any part breaks the chain: it and all years on its far side from `reference` are
/// what the part is. A part that is zero in both years adds nothing; one that starts from a
/// volume of zero adds nothing in its first year.
#[must_use]
pub fn chained_sum(parts: &[(f64, &[Value], &[Value])], reference: usize) -> Vec<Value> {
    let years = parts
        .iter()
        .map(|(_, current, volume)| current.len().min(volume.len()))
        .min()
        .unwrap_or(0);
    let mut sums = vec![Value::Missing; years];
    let start = total(parts, reference);
    let Some(slot) = sums.get_mut(reference) else {
        return sums;
    };
    *slot = start;
    let mut level = start;
    for year in reference + 1..years {
        level = scaled(level, growth(parts, year), |level, growth| level * growth);
        put(&mut sums, year, level);
    }
    level = start;
    for year in (0..reference).rev() {
        level = scaled(level, growth(parts, year + 1), |level, growth| {
            level / growth
        });
        put(&mut sums, year, level);
    }
    sums
}

/// The sum of the parts in current prices.
fn total(parts: &[(f64, &[Value], &[Value])], year: usize) -> Value {
    parts
        .iter()
        .fold(Value::Number(0.0), |sum, (sign, current, _)| {
            let own = at(current, year);
            plus(sum, if *sign < 0.0 { less(own) } else { own })
        })
}

/// The growth of the sum's volume into a year, as a factor.
fn growth(parts: &[(f64, &[Value], &[Value])], year: usize) -> Value {
    let before = year - 1;
    let (mut old, mut new) = (0.0, 0.0);
    for (sign, current, volume) in parts {
        let (weight, from, to) = (at(current, before), at(volume, before), at(volume, year));
        let (Value::Number(weight), Value::Number(from), Value::Number(to)) = (weight, from, to)
        else {
            return plus(plus(weight, from), to);
        };
        old += sign * weight;
        if from != 0.0 {
            new += sign * weight * to / from;
        }
    }
    if old > 0.0 && new > 0.0 {
        Value::Number(new / old)
    } else {
        Value::Undefined
    }
}

fn scaled(level: Value, growth: Value, by: fn(f64, f64) -> f64) -> Value {
    match (level, growth) {
        (Value::Number(level), Value::Number(growth)) => Value::Number(by(level, growth)),
        (level, growth) => plus(level, growth),
    }
}

pub(super) const fn less(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::Number(-number),
        other => other,
    }
}

fn at(values: &[Value], year: usize) -> Value {
    values.get(year).copied().unwrap_or(Value::Missing)
}

fn put(sums: &mut [Value], year: usize, value: Value) {
    if let Some(slot) = sums.get_mut(year) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbers(values: &[f64]) -> Vec<Value> {
        values.iter().copied().map(Value::Number).collect()
    }

    #[test]
    fn a_sum_of_one_part_grows_as_the_part_does() {
        let current = numbers(&[10.0, 12.0, 15.0]);
        let volume = numbers(&[11.0, 12.0, 14.0]);
        let sum = chained_sum(&[(1.0, &current, &volume)], 1);
        for (sum, part) in sum.iter().zip(&volume) {
            let (sum, part) = (sum.number().unwrap(), part.number().unwrap());
            assert!((sum - part).abs() < 1e-12);
        }
    }

    #[test]
    fn two_parts_are_weighted_by_the_year_before() {
        // Growth into the second year: (100 × 1.1 + 50 × 0.8) / 150 = 1.
        let parts = [
            (
                1.0,
                &numbers(&[100.0, 200.0])[..],
                &numbers(&[100.0, 110.0])[..],
            ),
            (
                1.0,
                &numbers(&[50.0, 60.0])[..],
                &numbers(&[50.0, 40.0])[..],
            ),
        ];
        let sum = chained_sum(&parts, 0);
        assert_eq!(sum.first(), Some(&Value::Number(150.0)));
        assert!((sum[1].number().unwrap() - 150.0).abs() < 1e-9);
    }

    #[test]
    fn a_withheld_year_breaks_the_chain_and_says_so() {
        let current = numbers(&[1.0, 1.0, 1.0, 1.0]);
        let mut volume = numbers(&[1.0, 2.0, 3.0, 4.0]);
        volume[1] = Value::Suppressed;
        let sum = chained_sum(&[(1.0, &current, &volume)], 3);
        let statuses: Vec<&str> = sum.iter().map(|value| value.status()).collect();
        assert_eq!(statuses, ["suppressed", "suppressed", "value", "value"]);
        assert!(chained_sum(&[], 0).is_empty());
    }

    proptest! {
        #[test]
        fn equal_growth_is_kept_by_the_sum(
            sizes in prop::collection::vec(1.0f64..1e4, 1..5),
            growth in prop::collection::vec(0.5f64..2.0, 1..8),
        ) {
            let mut path = vec![1.0];
            for factor in &growth {
                path.push(path.last().unwrap() * factor);
            }
            let rows: Vec<Vec<Value>> = sizes
                .iter()
                .map(|size| path.iter().map(|at| Value::Number(size * at)).collect())
                .collect();
            let parts: Vec<(f64, &[Value], &[Value])> =
                rows.iter().map(|row| (1.0, row.as_slice(), row.as_slice())).collect();
            let total: f64 = sizes.iter().sum();
            for (sum, at) in chained_sum(&parts, 0).iter().zip(&path) {
                let sum = sum.number().unwrap();
                prop_assert!((sum - total * at).abs() < 1e-9 * total * at);
            }
        }
    }
}
