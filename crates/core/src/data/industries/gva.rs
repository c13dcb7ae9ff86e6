//! Gross value added by place and industry through time.

use super::jobs::plus;
use crate::quantity::Value;

/// In which prices output is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prices {
    /// Of each year. These add up over industries and places.
    Current,
    /// Chained volumes: without price changes, in money of [`GvaTable::money_year`]. These do
    /// **not** add up over industries or places; see [`chained_sum`].
    Chained,
}

/// Output by place and industry, million pounds.
#[derive(Clone, Debug, Default)]
pub struct GvaTable {
    /// The years, in order of time.
    pub years: Vec<u16>,
    /// The year whose money chained volumes are told in.
    pub money_year: u16,
    /// The industries as published, which overlap: see [`GvaIndustry::kind`].
    pub industries: Vec<GvaIndustry>,
    /// The places told.
    pub places: Vec<GvaPlace>,
    /// A row per place and, within it, per industry; one value per year.
    pub(in crate::data) current: Vec<Vec<Value>>,
    /// In the same shape.
    pub(in crate::data) chained: Vec<Vec<Value>>,
}

/// An industry as output is published by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GvaIndustry {
    /// Its code as published: `CH (24-25)`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it stands among those that overlap.
    pub kind: GvaKind,
    /// Codes of the divisions of the classification inside it; none for imputed rent, which
    /// nobody works for.
    pub divisions: Vec<String>,
    /// Whether it is what owner-occupiers would pay themselves as rent.
    pub is_imputed_rent: bool,
}

/// Where an industry stands among those that overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GvaKind {
    /// All industries.
    Total,
    /// Several sections.
    Aggregate,
    /// A section, or two told as one: these add up to the total in current prices.
    Section,
    /// Part of a section.
    Detail,
}

/// A place whose output is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GvaPlace {
    /// Its area code.
    pub key: String,
    /// The name people use.
    pub name: String,
    /// Where its figures come from.
    pub basis: GvaBasis,
    /// The key of their source.
    pub source: String,
}

/// Where a place's output comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GvaBasis {
    /// Every industry as published, or the sum of finer published ones.
    Published,
    /// The sum of published parts of the place; volumes chained anew by [`chained_sum`].
    AddedUp,
}

impl GvaTable {
    /// Output of an industry in a place, million pounds, a value per year.
    #[must_use]
    pub fn series(&self, place: &str, industry: &str, prices: Prices) -> Option<&[Value]> {
        let place = self.places.iter().position(|own| own.key == place)?;
        let own = self
            .industries
            .iter()
            .position(|own| own.code == industry)?;
        let rows = match prices {
            Prices::Current => &self.current,
            Prices::Chained => &self.chained,
        };
        let row = rows.get(place * self.industries.len() + own)?;
        Some(row)
    }

    /// Output of an industry in a place in one year, million pounds.
    #[must_use]
    pub fn value(&self, place: &str, industry: &str, year: u16, prices: Prices) -> Option<Value> {
        let at = self.years.iter().position(|own| *own == year)?;
        self.series(place, industry, prices)?.get(at).copied()
    }

    /// The industry of a code as published.
    #[must_use]
    pub fn industry(&self, code: &str) -> Option<&GvaIndustry> {
        self.industries.iter().find(|own| own.code == code)
    }

    /// All industries together.
    #[must_use]
    pub fn total(&self) -> Option<&GvaIndustry> {
        self.of_kind(GvaKind::Total).next()
    }

    /// The industries of a kind.
    pub fn of_kind(&self, kind: GvaKind) -> impl Iterator<Item = &GvaIndustry> {
        self.industries.iter().filter(move |own| own.kind == kind)
    }

    /// All industries without imputed rent in a place, a value per year; volumes are chained
    /// anew.
    #[must_use]
    pub fn without_imputed_rent(&self, place: &str, prices: Prices) -> Option<Vec<Value>> {
        let total = &self.total()?.code;
        let rent = &self.industries.iter().find(|own| own.is_imputed_rent)?.code;
        let of = |industry: &str, prices| self.series(place, industry, prices);
        let (whole, part) = (of(total, Prices::Current)?, of(rent, Prices::Current)?);
        if prices == Prices::Current {
            let left = whole
                .iter()
                .zip(part)
                .map(|(&whole, &part)| plus(whole, less(part)));
            return Some(left.collect());
        }
        let parts = [
            (1.0, whole, of(total, Prices::Chained)?),
            (-1.0, part, of(rent, Prices::Chained)?),
        ];
        let reference = self
            .years
            .iter()
            .position(|year| *year == self.money_year)?;
        Some(chained_sum(&parts, reference))
    }
}

impl GvaKind {
    const ALL: [Self; 4] = [Self::Total, Self::Aggregate, Self::Section, Self::Detail];

    /// The key in the companion.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Aggregate => "aggregate",
            Self::Section => "section",
            Self::Detail => "detail",
        }
    }

    /// The kind of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl GvaBasis {
    /// The key in the companion.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::AddedUp => "added-up",
        }
    }

    /// The basis of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Published, Self::AddedUp]
            .into_iter()
            .find(|basis| basis.key() == key)
    }
}

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

const fn less(value: Value) -> Value {
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
