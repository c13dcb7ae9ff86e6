//! How unlike a benchmark a place is, how concentrated it is, and how alike two places are.

/// Krugman's index of specialisation (1991): the sum over industries of how far the place's
/// share is from the benchmark's. 0 where both are made up alike, 2 where they have no industry
/// in common. Not halved, as in REAT and EconGeo. Shares are of the numbers given; None where
/// either list adds up to nothing or holds what is no amount.
#[must_use]
pub fn krugman(place: &[f64], benchmark: &[f64]) -> Option<f64> {
    let (place, benchmark) = (shares(place)?, shares(benchmark)?);
    (place.len() == benchmark.len()).then(|| {
        let apart = place.iter().zip(&benchmark);
        apart.map(|(place, other)| (place - other).abs()).sum()
    })
}

/// How concentrated a place is in a few industries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concentration {
    /// Herfindahl's index (Hirschman, 1945; Herfindahl, 1950): the sum of squared shares, from
    /// 1 over the number of industries up to 1.
    pub herfindahl: f64,
    /// How many industries of equal size would be as concentrated: 1 over Herfindahl's.
    pub effective_industries: f64,
    /// Herfindahl's on a scale from 0 (all industries of equal size) to 1 (one industry); None
    /// with fewer than two industries.
    pub normalised: Option<f64>,
}

impl Concentration {
    /// The concentration of a place; None where the numbers add up to nothing or hold what is
    /// no amount. Every number counts as an industry, also 0.
    #[must_use]
    pub fn of(place: &[f64]) -> Option<Self> {
        let shares = shares(place)?;
        let herfindahl: f64 = shares.iter().map(|share| share * share).sum();
        let least = 1.0 / shares.len() as f64;
        Some(Self {
            herfindahl,
            effective_industries: 1.0 / herfindahl,
            normalised: (least < 1.0)
                .then(|| ((herfindahl - least) / (1.0 - least)).clamp(0.0, 1.0)),
        })
    }
}

/// How alike two places are made up.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// The share of jobs that both have in the same industries, 0 to 1 (Finger and Kreinin,
    /// 1979): the sum of the smaller of the two shares, which is 1 less half of Krugman's index
    /// between the two. Chosen before the cosine since it reads as a share of jobs and adds up
    /// over industries, so that it can be said why two places are alike.
    pub overlap: f64,
    /// What each industry adds to it.
    pub by_industry: Vec<f64>,
}

impl Likeness {
    /// How alike two places are; None where either adds up to nothing, holds what is no amount
    /// or has other industries than the other.
    #[must_use]
    pub fn between(one: &[f64], other: &[f64]) -> Option<Self> {
        let (one, other) = (shares(one)?, shares(other)?);
        if one.len() != other.len() {
            return None;
        }
        let both = one.iter().zip(&other);
        let by_industry: Vec<f64> = both.map(|(one, other)| one.min(*other)).collect();
        Some(Self {
            overlap: by_industry.iter().sum::<f64>().min(1.0),
            by_industry,
        })
    }
}

/// Each number over their sum.
fn shares(amounts: &[f64]) -> Option<Vec<f64>> {
    let total: f64 = amounts.iter().sum();
    let is_amount = |amount: &f64| *amount >= 0.0;
    (total > 0.0 && total.is_finite() && amounts.iter().all(is_amount))
        .then(|| amounts.iter().map(|amount| amount / total).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Region A of Farhauer and Kröll (2013), as in REAT.
    #[test]
    fn published_example() {
        let (place, nation) = ([90.0, 20.0, 10.0, 60.0], [400.0, 150.0, 150.0, 400.0]);
        assert!((krugman(&place, &nation).unwrap() - 0.272_727).abs() < 5e-7);
        let found = Concentration::of(&place).unwrap();
        assert!((found.herfindahl - 0.376_543).abs() < 5e-7);
        assert!((found.effective_industries - 2.655_738).abs() < 5e-7);
        assert!((found.normalised.unwrap() - 0.168_724).abs() < 5e-7);
    }

    #[test]
    fn ends_of_the_scale() {
        assert_eq!(krugman(&[1.0, 0.0], &[0.0, 5.0]), Some(2.0));
        assert_eq!(krugman(&[0.0, 0.0], &[1.0, 1.0]), None);
        assert_eq!(krugman(&[1.0], &[1.0, 1.0]), None);
        assert_eq!(krugman(&[f64::NAN, 1.0], &[1.0, 1.0]), None);
        let one = Concentration::of(&[3.0]).unwrap();
        assert_eq!((one.herfindahl, one.normalised), (1.0, None));
        let one_of_four = Concentration::of(&[0.0, 7.0, 0.0, 0.0]).unwrap();
        assert_eq!(one_of_four.normalised, Some(1.0));
        assert_eq!(Concentration::of(&[-1.0, 2.0]), None);
        let apart = Likeness::between(&[1.0, 0.0], &[0.0, 5.0]).unwrap();
        assert_eq!(apart.overlap, 0.0);
        assert_eq!(Likeness::between(&[1.0], &[]), None);
    }

    fn two_places() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
        let cells = prop::collection::vec((0.0..1e5_f64, 0.0..1e5_f64), 1..40);
        cells.prop_map(|cells| cells.into_iter().unzip())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn size_changes_nothing((one, other) in two_places(), factor in 0.01..100.0_f64) {
            let larger: Vec<f64> = one.iter().map(|jobs| jobs * factor).collect();
            prop_assume!(one.iter().sum::<f64>() > 0.0 && other.iter().sum::<f64>() > 0.0);
            let apart = krugman(&one, &other).unwrap();
            prop_assert!((0.0..=2.0 + 1e-9).contains(&apart));
            prop_assert!((krugman(&larger, &other).unwrap() - apart).abs() < 1e-9);
            prop_assert!((krugman(&other, &one).unwrap() - apart).abs() < 1e-9);
            let alike = Likeness::between(&one, &other).unwrap();
            prop_assert!((alike.overlap - (1.0 - apart / 2.0)).abs() < 1e-9);
            prop_assert!((Likeness::between(&one, &larger).unwrap().overlap - 1.0).abs() < 1e-9);
            let found = Concentration::of(&one).unwrap();
            let same = Concentration::of(&larger).unwrap();
            prop_assert!((found.herfindahl - same.herfindahl).abs() < 1e-9);
            let industries = one.len() as f64;
            prop_assert!(found.effective_industries >= 1.0 - 1e-9);
            prop_assert!(found.effective_industries <= industries + 1e-6);
        }
    }
}
