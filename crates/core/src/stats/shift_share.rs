//! Why jobs or output of a place grew: with the nation, by its mix of industries, or by its own.
//!
//! Dunn's shift-share (1960) splits each industry's change into what national growth, the
//! industry's national growth, and the place's own growth bring; Esteban-Marquillas (1972)
//! splits the last again. The parts add up exactly. It describes a change, it explains none.

use std::fmt;

/// Amounts of one industry at the start and the end, in any one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// At the start.
    pub from: f64,
    /// At the end.
    pub to: f64,
}

impl Change {
    /// What it grew by, in its unit.
    #[must_use]
    pub fn difference(self) -> f64 {
        self.to - self.from
    }

    /// What it grew by as a share of the start; none from nothing.
    fn growth(self) -> Option<f64> {
        (self.from != 0.0).then(|| self.to / self.from - 1.0)
    }
}

/// The parts of an industry's change, or of the whole place's, in its unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// What it would have grown by at the nation's rate.
    pub national: f64,
    /// What it gained or lost because its industry grew faster or slower nationally.
    pub industry_mix: f64,
    /// What it gained or lost because it grew faster or slower here than in the nation.
    pub competitive: f64,
    /// Of the competitive part: what a place of the nation's mix would have gained.
    pub pure_competitive: f64,
    /// Of the competitive part: what comes from being specialised where the place does well
    /// (or not, where it does badly).
    pub allocation: f64,
}

impl Parts {
    /// What all parts add up to.
    #[must_use]
    pub fn total(self) -> f64 {
        self.national + self.industry_mix + self.competitive
    }
}

/// One industry of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Industry {
    /// Start and end.
    pub change: Change,
    /// What the change is made of.
    pub parts: Parts,
    /// Whether there was none of it at the start, here or in the nation, so that a rate of
    /// growth is not defined and the change counts as the place's own.
    pub is_new: bool,
}

/// A place's change, split.
#[derive(Clone, Debug, PartialEq)]
pub struct ShiftShare {
    /// Each industry, in the order given.
    pub industries: Vec<Industry>,
    /// All industries together.
    pub total: Change,
    /// What the whole change is made of.
    pub parts: Parts,
    /// The nation's growth as a share of its start.
    pub national_growth: f64,
}

/// Splits a place's change. Both lists hold the same industries in the same order.
///
/// An industry that the place had none of at the start has no rate of growth: its whole change
/// counts as competitive, and as allocation. So does what goes beyond national growth in an
/// industry that the nation had none of.
///
/// # Errors
/// [`NoShiftShare`] when the lists differ in length, a number is none, or place or nation had
/// nothing at the start.
pub fn shift_share(place: &[Change], nation: &[Change]) -> Result<ShiftShare, NoShiftShare> {
    if place.len() != nation.len() {
        return Err(NoShiftShare::OtherIndustries {
            place: place.len(),
            nation: nation.len(),
        });
    }
    for (list, is_place) in [(place, true), (nation, false)] {
        let is_number = |change: &Change| change.from.is_finite() && change.to.is_finite();
        if let Some(industry) = list.iter().position(|change| !is_number(change)) {
            return Err(NoShiftShare::NoNumber { industry, is_place });
        }
    }
    let (total, whole) = (sum(place), sum(nation));
    if total.from <= 0.0 {
        return Err(NoShiftShare::EmptyPlace);
    }
    let national_growth = whole
        .growth()
        .filter(|_| whole.from > 0.0)
        .ok_or(NoShiftShare::EmptyNation)?;
    let split = |(place, nation): (&Change, &Change)| {
        // The jobs the industry would have, were the place made up like the nation.
        let like_nation = total.from * nation.from / whole.from;
        industry(*place, *nation, like_nation, national_growth)
    };
    let industries: Vec<Industry> = place.iter().zip(nation).map(split).collect();
    let mut parts = Parts::default();
    for industry in &industries {
        parts.national += industry.parts.national;
        parts.industry_mix += industry.parts.industry_mix;
        parts.competitive += industry.parts.competitive;
        parts.pure_competitive += industry.parts.pure_competitive;
        parts.allocation += industry.parts.allocation;
    }
    Ok(ShiftShare {
        industries,
        total,
        parts,
        national_growth,
    })
}

fn industry(place: Change, nation: Change, like_nation: f64, national_growth: f64) -> Industry {
    let national = place.from * national_growth;
    let (parts, is_new) = match (place.growth(), nation.growth()) {
        (Some(own), Some(everywhere)) => {
            let industry_mix = place.from * (everywhere - national_growth);
            let pure_competitive = like_nation * (own - everywhere);
            // What is left, not a product: so that the parts add up to the last digit.
            let competitive = place.difference() - national - industry_mix;
            let parts = Parts {
                national,
                industry_mix,
                competitive,
                pure_competitive,
                allocation: competitive - pure_competitive,
            };
            (parts, false)
        }
        _ => {
            let competitive = place.difference() - national;
            let parts = Parts {
                national,
                competitive,
                allocation: competitive,
                ..Parts::default()
            };
            (parts, true)
        }
    };
    Industry {
        change: place,
        parts,
        is_new,
    }
}

fn sum(changes: &[Change]) -> Change {
    Change {
        from: changes.iter().map(|change| change.from).sum(),
        to: changes.iter().map(|change| change.to).sum(),
    }
}

/// Why a change cannot be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoShiftShare {
    /// Place and nation have different industries.
    OtherIndustries {
        /// How many the place has.
        place: usize,
        /// How many the nation has.
        nation: usize,
    },
    /// A figure is withheld or missing.
    NoNumber {
        /// Which industry's, from 0.
        industry: usize,
        /// Whether it is the place's, not the nation's.
        is_place: bool,
    },
    /// The place had nothing at the start.
    EmptyPlace,
    /// The nation had nothing at the start.
    EmptyNation,
}

impl fmt::Display for NoShiftShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherIndustries { place, nation } => write!(
                f,
                "the place has {place} industries and the benchmark {nation}; choose the same level and year for both"
            ),
            Self::NoNumber { industry, is_place } => write!(
                f,
                "the figure of industry {} of the {} is withheld or missing, so its change cannot be split; choose other years or a larger place",
                industry + 1,
                if *is_place { "place" } else { "benchmark" }
            ),
            Self::EmptyPlace => f.write_str(
                "the place had nothing at the start, so there is no growth to split; choose another first year",
            ),
            Self::EmptyNation => f.write_str(
                "the benchmark had nothing at the start, so there is no growth to compare with; choose another first year",
            ),
        }
    }
}

impl std::error::Error for NoShiftShare {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn changes<const N: usize>(from: [f64; N], to: [f64; N]) -> Vec<Change> {
        let pairs = from.into_iter().zip(to);
        pairs.map(|(from, to)| Change { from, to }).collect()
    }

    fn nation() -> Vec<Change> {
        changes([400.0, 150.0, 150.0, 400.0], [440.0, 210.0, 135.0, 480.0])
    }

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 5e-7
    }

    /// Farhauer and Kröll (2013), as in REAT's `shift`.
    #[test]
    fn published_example() {
        let a = changes([90.0, 20.0, 10.0, 60.0], [100.0, 40.0, 10.0, 55.0]);
        let b = changes([60.0, 30.0, 30.0, 40.0], [85.0, 55.0, 40.0, 35.0]);
        let c = changes([250.0, 100.0, 110.0, 300.0], [255.0, 115.0, 85.0, 390.0]);
        for (place, [change, national, mix, competitive, pure, allocation]) in [
            (a, [25.0, 27.0, 1.0, -3.0, -0.636_364, -2.363_636]),
            (b, [55.0, 24.0, -1.0, 32.0, 18.424_242, 13.575_758]),
            (c, [85.0, 114.0, 0.0, -29.0, -33.571_901, 4.571_901]),
        ] {
            let found = shift_share(&place, &nation()).unwrap();
            assert!(close(found.total.difference(), change));
            assert!(close(found.parts.national, national));
            assert!(close(found.parts.industry_mix, mix));
            assert!(close(found.parts.competitive, competitive));
            assert!(close(found.parts.pure_competitive, pure));
            assert!(close(found.parts.allocation, allocation));
            assert!(close(found.national_growth, 0.15));
        }
        let place = changes([90.0, 20.0, 10.0, 60.0], [100.0, 40.0, 10.0, 55.0]);
        let cells = shift_share(&place, &nation()).unwrap().industries;
        let found: Vec<f64> = cells.iter().map(|cell| cell.parts.competitive).collect();
        assert!(
            found
                .iter()
                .zip([1.0, 12.0, 1.0, -17.0])
                .all(|(found, expected)| close(*found, expected))
        );
    }

    #[test]
    fn what_begins_from_nothing_is_the_places_own() {
        let place = changes([0.0, 100.0, 50.0], [30.0, 90.0, 60.0]);
        let nation = changes([500.0, 1_000.0, 0.0], [600.0, 1_200.0, 100.0]);
        let found = shift_share(&place, &nation).unwrap();
        let new = found.industries[0];
        assert!(new.is_new);
        assert_eq!(
            new.parts,
            Parts {
                competitive: 30.0,
                allocation: 30.0,
                ..Parts::default()
            }
        );
        assert!(found.industries[2].is_new && !found.industries[1].is_new);
        assert!(close(found.parts.total(), 30.0));
    }

    #[test]
    fn what_cannot_be_split_is_told() {
        let some = changes([1.0, 2.0], [2.0, 2.0]);
        let told = |place: &[Change], nation: &[Change]| {
            shift_share(place, nation).unwrap_err().to_string()
        };
        assert!(told(&some, &nation()).contains("2 industries"));
        let withheld = changes([1.0, f64::NAN], [2.0, 2.0]);
        assert!(told(&withheld, &some).contains("industry 2 of the place"));
        let nothing = changes([0.0, 0.0], [2.0, 2.0]);
        assert_eq!(shift_share(&nothing, &some), Err(NoShiftShare::EmptyPlace));
        assert_eq!(shift_share(&some, &nothing), Err(NoShiftShare::EmptyNation));
        assert_eq!(shift_share(&[], &[]), Err(NoShiftShare::EmptyPlace));
    }

    fn amounts() -> impl Strategy<Value = f64> {
        prop_oneof![1 => Just(0.0), 5 => 1.0..1e6_f64]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn parts_add_up(rows in prop::collection::vec([amounts(), amounts(), amounts(), amounts()], 1..40), factor in 0.1..10.0_f64) {
            let place: Vec<Change> = rows.iter().map(|row| Change { from: row[0], to: row[1] }).collect();
            let nation: Vec<Change> = rows.iter().map(|row| Change { from: row[0] + row[2], to: row[1] + row[3] }).collect();
            let Ok(found) = shift_share(&place, &nation) else { return Ok(()) };
            let size = nation.iter().map(|change| change.from + change.to).sum::<f64>();
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * size;
            for cell in &found.industries {
                prop_assert!(near(cell.parts.total(), cell.change.difference()));
                prop_assert!(near(cell.parts.pure_competitive + cell.parts.allocation, cell.parts.competitive));
            }
            prop_assert!(near(found.parts.total(), found.total.difference()));
            // The nation against itself has nothing of its own, unless it began from nothing.
            let whole = shift_share(&nation, &nation).unwrap();
            for cell in whole.industries.iter().filter(|cell| !cell.is_new) {
                prop_assert!(near(cell.parts.competitive, 0.0));
            }
            let scaled: Vec<Change> = place.iter().map(|change| Change { from: change.from * factor, to: change.to * factor }).collect();
            let scaled = shift_share(&scaled, &nation).unwrap();
            prop_assert!((scaled.parts.competitive - found.parts.competitive * factor).abs() <= 1e-9 * size * factor.max(1.0));
        }
    }
}
