//! How unequal areas are: Gini and Theil, and how much of it lies inside groups of areas.
//!
//! One area one vote, or one person one vote: the caller says which, since the answers differ.

use std::fmt;

use crate::{math, order};

/// How much each area counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Votes<'a> {
    /// Each area counts the same.
    PerArea,
    /// Each area counts by its number of people, in the order of the values.
    PerPerson(&'a [f64]),
}

/// Theil's T, in nats: 0 where all have the same. Total is the sum of the other two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theil {
    /// Inequality among all areas.
    pub total: f64,
    /// What would be left if all areas of a group had the group's mean.
    pub between: f64,
    /// What lies inside groups, weighted by their shares of the total amount.
    pub within: f64,
}

impl Theil {
    /// How much of the inequality lies inside groups, 0 to 1; none where there is no inequality.
    #[must_use]
    pub fn within_share(&self) -> Option<f64> {
        (self.total > 0.0).then(|| (self.within / self.total).clamp(0.0, 1.0))
    }
}

/// Gini's coefficient (Gini, 1912): half the mean difference between two areas drawn by chance,
/// as a share of the mean. 0 where all have the same, near 1 where one has all. Areas without
/// a value or without people are left out; the value's unit does not matter.
///
/// # Errors
/// [`NoInequality`] where it is not defined: negative values, no values, nothing to share.
pub fn gini(values: &[f64], votes: Votes<'_>) -> Result<f64, NoInequality> {
    let mut shares = shares(values, votes, None)?;
    order::sort_by(&mut shares, |a, b| a.value.total_cmp(&b.value));
    // Twice the area under the Lorenz curve, by trapezia.
    let (mut below, mut twice_under) = (0.0, 0.0);
    for share in &shares {
        twice_under += share.of_votes * (2.0 * below + share.of_amount);
        below += share.of_amount;
    }
    // Rounding can leave a trace below zero where all have the same.
    Ok((1.0 - twice_under).max(0.0))
}

/// Theil's T (Theil, 1967) in nats, split by groups of areas: T = Σ s ln(s / v), with s an
/// area's share of the amount and v its share of the votes. `groups` names each area's group
/// by any number. Areas without a value or without people are left out; a value of zero adds
/// nothing.
///
/// # Errors
/// [`NoInequality`] where it is not defined: negative values, no values, nothing to share.
pub fn theil(values: &[f64], votes: Votes<'_>, groups: &[usize]) -> Result<Theil, NoInequality> {
    let mut shares = shares(values, votes, Some(groups))?;
    order::sort_by_key(&mut shares, |share| share.group);
    let same_group = |a: &Share, b: &Share| a.group == b.group;
    let (mut between, mut within) = (0.0, 0.0);
    for group in shares.chunk_by(same_group) {
        let amount: f64 = group.iter().map(|share| share.of_amount).sum();
        let votes: f64 = group.iter().map(|share| share.of_votes).sum();
        between += surprise(amount, votes);
        if amount > 0.0 {
            // Σ (s / S) ln((s / S) / (v / V)), times S.
            let inside = group
                .iter()
                .map(|share| amount * surprise(share.of_amount / amount, share.of_votes / votes));
            within += inside.sum::<f64>();
        }
    }
    // Rounding can leave a trace below zero where all have the same.
    let (between, within) = (between.max(0.0), within.max(0.0));
    Ok(Theil {
        total: between + within,
        between,
        within,
    })
}

/// s ln(s / v), which goes to zero with s.
fn surprise(of_amount: f64, of_votes: f64) -> f64 {
    if of_amount > 0.0 {
        of_amount * math::ln(of_amount / of_votes)
    } else {
        0.0
    }
}

struct Share {
    value: f64,
    group: usize,
    /// Its share of all that there is, 0 to 1.
    of_amount: f64,
    /// Its share of all areas or people, 0 to 1.
    of_votes: f64,
}

fn shares(
    values: &[f64],
    votes: Votes<'_>,
    groups: Option<&[usize]>,
) -> Result<Vec<Share>, NoInequality> {
    let lengths = [
        match votes {
            Votes::PerArea => values.len(),
            Votes::PerPerson(people) => people.len(),
        },
        groups.map_or(values.len(), <[usize]>::len),
    ];
    if let Some(&other) = lengths.iter().find(|length| **length != values.len()) {
        return Err(NoInequality::OtherAreas {
            values: values.len(),
            other,
        });
    }
    let mut shares = Vec::with_capacity(values.len());
    let (mut amount, mut all_votes) = (0.0, 0.0);
    for (position, &value) in values.iter().enumerate() {
        let votes = match votes {
            Votes::PerArea => 1.0,
            Votes::PerPerson(people) => people.get(position).copied().unwrap_or(f64::NAN),
        };
        if !value.is_finite() || !votes.is_finite() || votes == 0.0 {
            continue;
        }
        if value < 0.0 || votes < 0.0 {
            return Err(NoInequality::Negative { position });
        }
        shares.push(Share {
            value,
            group: groups
                .and_then(|groups| groups.get(position))
                .copied()
                .unwrap_or(0),
            of_amount: value * votes,
            of_votes: votes,
        });
        amount += value * votes;
        all_votes += votes;
    }
    if shares.is_empty() {
        return Err(NoInequality::NoValues {
            areas: values.len(),
        });
    }
    if amount == 0.0 {
        return Err(NoInequality::AllZero);
    }
    for share in &mut shares {
        share.of_amount /= amount;
        share.of_votes /= all_votes;
    }
    Ok(shares)
}

/// Why inequality is not defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoInequality {
    /// Values, people and groups are of different areas.
    OtherAreas {
        /// How many values there are.
        values: usize,
        /// How many entries the other list has.
        other: usize,
    },
    /// No area has a value.
    NoValues {
        /// How many areas there are.
        areas: usize,
    },
    /// A value, or a number of people, is below zero: shares of an amount have no meaning.
    Negative {
        /// Where it stands in the list, from 0.
        position: usize,
    },
    /// All values are zero: there is nothing to share.
    AllZero,
}

impl fmt::Display for NoInequality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherAreas { values, other } => write!(
                f,
                "there are {values} values but people or groups of {other} areas; use the same level and year for all"
            ),
            Self::NoValues { areas } => write!(
                f,
                "none of the {areas} areas has a value, so there is no inequality to measure; choose another period or measure"
            ),
            Self::Negative { position } => write!(
                f,
                "the value in row {} is below zero, and shares of an amount that can be negative have no meaning; choose a measure that cannot be",
                position + 1
            ),
            Self::AllZero => {
                f.write_str("all values are zero, so there is nothing to be shared unequally")
            }
        }
    }
}

impl std::error::Error for NoInequality {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// In the order of the published file.
    const MEXICO_1940: [f64; 32] = [
        10384.0, 22361.0, 9573.0, 3758.0, 2934.0, 8578.0, 8537.0, 6909.0, 17816.0, 12132.0, 4359.0,
        2181.0, 4414.0, 5309.0, 3408.0, 3327.0, 6936.0, 4836.0, 9073.0, 1892.0, 3569.0, 11016.0,
        21965.0, 4372.0, 4840.0, 6399.0, 2459.0, 7508.0, 3605.0, 5203.0, 7990.0, 3734.0,
    ];

    const ONE_GROUP: [usize; 64] = [0; 64];

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() <= 1e-9
    }

    /// The examples of PySAL's inequality (Rey et al.), and by hand.
    #[test]
    fn published_examples() {
        let two_halves = [0.0, 0.0, 0.0, 10.0, 10.0, 10.0];
        let found = theil(&two_halves, Votes::PerArea, &[0, 0, 0, 1, 1, 1]).unwrap();
        assert!(close(found.total, std::f64::consts::LN_2));
        assert!(close(found.between, found.total) && close(found.within, 0.0));
        assert_eq!(found.within_share(), Some(0.0));
        assert!(close(gini(&two_halves, Votes::PerArea).unwrap(), 0.5));

        let five = [1.0, 2.0, 3.0, 4.0, 10.0];
        let found = theil(&five, Votes::PerArea, &[7, 7, 3, 3, 3]).unwrap();
        assert!((found.total - 0.276_363_6).abs() < 1e-7);
        assert!((found.between - 0.148_936_3).abs() < 1e-7);
        assert!((found.within - 0.127_427_3).abs() < 1e-7);
        assert!(close(gini(&five, Votes::PerArea).unwrap(), 0.4));
    }

    /// Income per head of the 32 Mexican states in 1940 (Rey and Sastré Gutiérrez, 2010;
    /// example data of PySAL), by inequality 1.1.2.
    #[test]
    fn mexican_states_in_1940() {
        let values = MEXICO_1940;
        assert!((gini(&values, Votes::PerArea).unwrap() - 0.353_723_71).abs() < 1e-8);
        let found = theil(&values, Votes::PerArea, &ONE_GROUP[..values.len()]).unwrap();
        assert!((found.total - 0.208_943_44).abs() < 1e-8);
    }

    #[test]
    fn people_count_as_areas_of_one_person_each() {
        let (values, people) = ([2.0, 5.0, 9.0], [3.0, 1.0, 2.0]);
        let one_by_one = [2.0, 2.0, 2.0, 5.0, 9.0, 9.0];
        let found = theil(&values, Votes::PerPerson(&people), &[0, 1, 1]).unwrap();
        let expected = theil(&one_by_one, Votes::PerArea, &[0, 0, 0, 1, 1, 1]).unwrap();
        assert!(close(found.total, expected.total) && close(found.within, expected.within));
        assert!(close(
            gini(&values, Votes::PerPerson(&people)).unwrap(),
            gini(&one_by_one, Votes::PerArea).unwrap()
        ));
    }

    #[test]
    fn equal_and_missing_and_single() {
        let values = [4.0, f64::NAN, 4.0, 4.0];
        assert!(close(gini(&values, Votes::PerArea).unwrap(), 0.0));
        let found = theil(&values, Votes::PerArea, &[0, 0, 1, 1]).unwrap();
        assert!(close(found.total, 0.0));
        assert_eq!(gini(&[3.0], Votes::PerArea), Ok(0.0));
        let nobody = Votes::PerPerson(&[0.0, 1.0, f64::NAN, 1.0]);
        assert!(close(gini(&values, nobody).unwrap(), 0.0));
    }

    #[test]
    fn what_is_not_defined_is_told() {
        let of = |values: &[f64]| gini(values, Votes::PerArea).unwrap_err();
        assert_eq!(of(&[1.0, -0.5]), NoInequality::Negative { position: 1 });
        assert!(of(&[1.0, -0.5]).to_string().contains("row 2"));
        assert_eq!(of(&[0.0, 0.0]), NoInequality::AllZero);
        assert_eq!(of(&[f64::NAN]), NoInequality::NoValues { areas: 1 });
        assert_eq!(of(&[]), NoInequality::NoValues { areas: 0 });
        let other = NoInequality::OtherAreas {
            values: 2,
            other: 1,
        };
        assert_eq!(theil(&[1.0, 2.0], Votes::PerArea, &[0]), Err(other));
        assert_eq!(gini(&[1.0, 2.0], Votes::PerPerson(&[1.0])), Err(other));
    }

    fn rows() -> impl Strategy<Value = Vec<(f64, f64, usize)>> {
        let value = prop_oneof![4 => 0.01..1e6_f64, 1 => Just(0.0), 1 => Just(f64::NAN)];
        prop::collection::vec((value, 1.0..5e3_f64, 0..5_usize), 1..50)
    }

    fn columns(rows: &[(f64, f64, usize)]) -> (Vec<f64>, Vec<f64>, Vec<usize>) {
        (
            rows.iter().map(|row| row.0).collect(),
            rows.iter().map(|row| row.1).collect(),
            rows.iter().map(|row| row.2).collect(),
        )
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_whole(rows in rows()) {
            let (values, people, groups) = columns(&rows);
            for votes in [Votes::PerArea, Votes::PerPerson(&people)] {
                let Ok(split) = theil(&values, votes, &groups) else { continue };
                // One group: all is within. Each its own: all is between.
                let whole = theil(&values, votes, &ONE_GROUP[..values.len()]).unwrap();
                let apart: Vec<usize> = (0..values.len()).collect();
                let each = theil(&values, votes, &apart).unwrap();
                prop_assert!((split.between + split.within - whole.within).abs() < 1e-9);
                prop_assert!((whole.within - each.between).abs() < 1e-9);
                prop_assert!(whole.between < 1e-9 && each.within < 1e-9);
                prop_assert!(split.total >= 0.0 && split.total <= math::ln(5e3 * 50.0));
            }
        }

        #[test]
        fn order_and_unit_change_nothing(rows in rows(), factor in 0.01..100.0_f64) {
            let (values, people, groups) = columns(&rows);
            let backwards: Vec<(f64, f64, usize)> =
                rows.iter().rev().map(|row| (row.0 * factor, row.1, row.2)).collect();
            let (other_values, other_people, other_groups) = columns(&backwards);
            let one = gini(&values, Votes::PerPerson(&people));
            let other = gini(&other_values, Votes::PerPerson(&other_people));
            match (one, other) {
                (Ok(one), Ok(other)) => prop_assert!((one - other).abs() < 1e-9 && (0.0..1.0).contains(&one)),
                (one, other) => prop_assert_eq!(one, other),
            }
            if let Ok(one) = theil(&values, Votes::PerArea, &groups) {
                let other = theil(&other_values, Votes::PerArea, &other_groups).unwrap();
                prop_assert!((one.between - other.between).abs() < 1e-9);
                prop_assert!((one.within - other.within).abs() < 1e-9);
            }
        }
    }
}
