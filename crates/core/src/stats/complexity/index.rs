//! Economic complexity of places and of industries.

use std::fmt;

use super::Strengths;
use crate::order;
use crate::stats::correlation::correlation;
use crate::stats::grid::{Grid, dot};

/// Complexity of places and industries on one scale: the mean of all places is 0 and their
/// standard deviation (divided by their number) 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Complexity {
    /// Economic complexity index per place; None for a place without a strength.
    pub places: Vec<Option<f64>>,
    /// Product complexity index per industry; None for one that is nobody's strength.
    pub industries: Vec<Option<f64>>,
    /// The three largest eigenvalues of the network of industries; the first is 1, and the
    /// second belongs to the index.
    pub eigenvalues: [f64; 3],
    /// How the index goes with the series it was oriented by: Pearson's r, above 0; None where
    /// that could not be told and the index stands as it came out.
    pub orientation: Option<f64>,
}

/// Works out the complexity of places and industries by power iteration with known
/// eigenvectors taken out.
///
/// The index has no sign of its own. `orient_by` gives it one: a figure per place, NaN for none,
/// that should go with it. The usual choice, diversity, turns it upside down for jobs in
/// British districts; output per job does not.
///
/// # Errors
/// [`NoComplexity`] when too little is known, places fall apart into groups without an industry
/// in common, or no one direction stands out.
pub fn complexity(strengths: &Strengths, orient_by: &[f64]) -> Result<Complexity, NoComplexity> {
    let places = strengths.places();
    if orient_by.len() != places {
        return Err(NoComplexity::OtherPlaces {
            places,
            given: orient_by.len(),
        });
    }
    let (diversity, ubiquity) = (strengths.diversity(), strengths.ubiquity());
    let told = |counts: &[usize]| counts.iter().filter(|count| **count > 0).count();
    if told(&diversity) < FEWEST || told(&ubiquity) < FEWEST {
        return Err(NoComplexity::TooFew {
            places: told(&diversity),
            industries: told(&ubiquity),
        });
    }
    let spread = Spread::of(strengths, &diversity, &ubiquity);
    let (second, vector) = spread.largest(&[&spread.first]);
    if second > 1.0 - CLOSE {
        return Err(NoComplexity::Apart);
    }
    if second < CLOSE {
        return Err(NoComplexity::NoDirection);
    }
    // Where the third is as large, the second's direction is any mixture of the two.
    let (third, _) = spread.largest(&[&spread.first, &vector]);
    if third > second * (1.0 - CLOSE) {
        return Err(NoComplexity::NoDirection);
    }
    let of_industries: Vec<f64> = vector
        .iter()
        .zip(&spread.first)
        .map(|(own, root)| if *root > 0.0 { own / root } else { f64::NAN })
        .collect();
    let mut complexity = Complexity {
        places: (0..places)
            .map(|place| mean_of(strengths.of_place(place), &of_industries))
            .collect(),
        industries: of_industries
            .iter()
            .map(|number| number.is_finite().then_some(*number))
            .collect(),
        eigenvalues: [1.0, second, third],
        orientation: None,
    };
    complexity.standardise()?;
    complexity.orient(orient_by);
    Ok(complexity)
}

/// Of fewer, none stands between others.
const FEWEST: usize = 3;
/// Relative differences below this are rounding.
const CLOSE: f64 = 1e-9;

impl Complexity {
    /// Positions of the places from the highest index; places without one are left out.
    #[must_use]
    pub fn ranking(&self) -> Vec<usize> {
        let mut order: Vec<(usize, f64)> = self
            .places
            .iter()
            .enumerate()
            .filter_map(|(place, index)| Some((place, (*index)?)))
            .collect();
        order::sort_by(&mut order, |a, b| b.1.total_cmp(&a.1));
        order.into_iter().map(|(place, _)| place).collect()
    }

    fn standardise(&mut self) -> Result<(), NoComplexity> {
        let known: Vec<f64> = self.places.iter().flatten().copied().collect();
        let count = known.len() as f64;
        let mean = known.iter().sum::<f64>() / count;
        let apart = known.iter().map(|index| (index - mean) * (index - mean));
        let deviation = (apart.sum::<f64>() / count).sqrt();
        if !deviation.is_finite() || deviation < f64::MIN_POSITIVE {
            return Err(NoComplexity::NoDirection);
        }
        for index in self.each_mut() {
            *index = (*index - mean) / deviation;
        }
        Ok(())
    }

    fn orient(&mut self, by: &[f64]) {
        let own: Vec<f64> = self
            .places
            .iter()
            .map(|index| index.unwrap_or(f64::NAN))
            .collect();
        let Ok(found) = correlation(&own, by) else {
            return;
        };
        if found.pearson < 0.0 {
            for index in self.each_mut() {
                *index = -*index;
            }
        }
        self.orientation = Some(found.pearson.abs());
    }

    fn each_mut(&mut self) -> impl Iterator<Item = &mut f64> {
        let places = self.places.iter_mut();
        places.chain(&mut self.industries).flatten()
    }
}

fn mean_of(industries: &[usize], values: &[f64]) -> Option<f64> {
    let known = industries
        .iter()
        .filter_map(|industry| values.get(*industry));
    (!industries.is_empty()).then(|| known.sum::<f64>() / industries.len() as f64)
}

/// How what is known of one industry spreads to others through the places they share, as a
/// symmetric matrix that has the same eigenvalues: D_s^-½ M' D_r^-1 M D_s^-½.
struct Spread {
    matrix: Grid,
    /// Its first eigenvector before scaling: the roots of ubiquity.
    first: Vec<f64>,
}

impl Spread {
    fn of(strengths: &Strengths, diversity: &[usize], ubiquity: &[usize]) -> Self {
        let first: Vec<f64> = ubiquity
            .iter()
            .map(|count| (*count as f64).sqrt())
            .collect();
        let share = |place: usize| 1.0 / diversity.get(place).map_or(1.0, |count| *count as f64);
        let root = |industry: usize| first.get(industry).copied().unwrap_or(0.0);
        let together = strengths.together(share);
        let matrix = together.map(|one, other, sum| {
            if sum > 0.0 {
                sum / (root(one) * root(other))
            } else {
                0.0
            }
        });
        Self { matrix, first }
    }

    /// The largest eigenvalue whose vector is at right angles to those known, and that vector.
    /// The matrix is a square of another, so no eigenvalue is below zero.
    fn largest(&self, known: &[&[f64]]) -> (f64, Vec<f64>) {
        const MOST_ROUNDS: usize = 20_000;
        const STEADY: f64 = 1e-13;
        // By the golden section: numbers that go with nothing, the same on every machine, and
        // others for each vector, or the same start would hide what is equally large.
        const GOLDEN: f64 = 0.618_033_988_749_894_9;
        let turn = |industry: usize| ((industry + 1) * (industry + 1 + known.len())) as f64;
        let start = |industry: usize| (turn(industry) * GOLDEN).fract() - 0.5;
        let mut vector: Vec<f64> = (0..self.matrix.rows()).map(start).collect();
        clear_of(&mut vector, known);
        for _ in 0..MOST_ROUNDS {
            let mut next = self.matrix.times(&vector);
            // Of a vanishing eigenvalue only rounding is left, which has no direction.
            if clear_of(&mut next, known) < CLOSE {
                return (0.0, vector);
            }
            let moved = next
                .iter()
                .zip(&vector)
                .map(|(next, before)| (next - before).abs())
                .fold(0.0, f64::max);
            vector = next;
            if moved < STEADY {
                break;
            }
        }
        let value = dot(&vector, &self.matrix.times(&vector));
        (value, vector)
    }
}

/// Takes what lies along known vectors out of another and scales it to length 1; gives its
/// length before.
fn clear_of(vector: &mut [f64], known: &[&[f64]]) -> f64 {
    for direction in known {
        let along = dot(vector, direction) / dot(direction, direction);
        for (own, known) in vector.iter_mut().zip(*direction) {
            *own -= along * known;
        }
    }
    let length = dot(vector, vector).sqrt();
    if length > 0.0 {
        for own in vector.iter_mut() {
            *own /= length;
        }
    }
    length
}

/// Why there is no index of complexity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoComplexity {
    /// The series to orient by is of other places.
    OtherPlaces {
        /// How many places there are.
        places: usize,
        /// How many figures were given.
        given: usize,
    },
    /// Too few places or industries have a strength.
    TooFew {
        /// How many places have one.
        places: usize,
        /// How many industries are one.
        industries: usize,
    },
    /// Some places have no industry in common with the others, directly or through others.
    Apart,
    /// No one order stands out.
    NoDirection,
}

impl fmt::Display for NoComplexity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherPlaces { places, given } => write!(
                f,
                "there are {places} places but figures of {given} to tell which end is up; use the same places for both"
            ),
            Self::TooFew { places, industries } => write!(
                f,
                "only {places} places and {industries} industries have a strength; at least {FEWEST} of each are needed to put them in order"
            ),
            Self::Apart => f.write_str(
                "some places share no strength with the others, so they cannot be put in one order; use a coarser level of industries",
            ),
            Self::NoDirection => f.write_str(
                "the places differ in no one way more than in others, so no order stands out; use a finer level of industries",
            ),
        }
    }
}

impl std::error::Error for NoComplexity {}
