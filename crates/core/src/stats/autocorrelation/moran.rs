//! Moran's I: one number for the whole map.

use super::field::Field;
use super::{Neighbours, NoAutocorrelation};

/// How much each neighbour counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// Each pair of neighbours counts the same.
    Binary,
    /// Each area counts the same, whatever the number of its neighbours.
    RowStandardised,
}

/// Moran's I (Moran, 1950), with its moments after Cliff and Ord (1981). No units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moran {
    /// Near 1 where like values lie together, below `expected` where unlike ones do.
    pub i: f64,
    /// What I would be on average by chance: -1 / (n - 1).
    pub expected: f64,
    /// Variance of I by chance if values were drawn from a normal distribution.
    pub variance_normality: f64,
    /// Variance of I if these values were dealt to the areas by chance.
    pub variance_randomisation: f64,
    /// How many areas it is of.
    pub areas: usize,
    /// How many areas are left out because no neighbour has a value.
    pub islands: usize,
    /// How many areas are left out because they have no value.
    pub missing: usize,
}

impl Moran {
    /// How many standard deviations I is above what chance gives, dealing these values to
    /// the areas. None where chance can give nothing else, as when all areas touch.
    #[must_use]
    pub fn z_randomisation(&self) -> Option<f64> {
        self.z(self.variance_randomisation)
    }

    /// The same if values were drawn from a normal distribution.
    #[must_use]
    pub fn z_normality(&self) -> Option<f64> {
        self.z(self.variance_normality)
    }

    fn z(&self, variance: f64) -> Option<f64> {
        // What is left of a variance of zero after rounding.
        const NOTHING: f64 = 1e-12;
        (variance > NOTHING).then(|| (self.i - self.expected) / variance.sqrt())
    }
}

/// Moran's I of one value per area, in any unit; NaN stands for no value.
///
/// I = (n / S0) Σᵢ zᵢ Σⱼ wᵢⱼ zⱼ / Σᵢ zᵢ², with z the deviations from the mean and S0 the sum
/// of all weights w.
///
/// # Errors
/// [`NoAutocorrelation`] when the lists are of different areas, fewer than four areas can
/// be compared or all values are equal.
pub fn moran(
    values: &[f64],
    neighbours: &Neighbours,
    links: Links,
) -> Result<Moran, NoAutocorrelation> {
    let field = Field::new(values, neighbours)?;
    let n = field.areas() as f64;
    let of = WeightSums::of(&field, links);
    let products = field.beside().map(|(own, sum, count)| match links {
        Links::Binary => own * sum,
        Links::RowStandardised => own * sum / count as f64,
    });
    let expected = -1.0 / (n - 1.0);
    let all_squared = of.all * of.all;
    let normality = (n * n * of.pairs - n * of.areas + 3.0 * all_squared)
        / ((n - 1.0) * (n + 1.0) * all_squared);
    let peakedness = field.standing.iter().map(|z| z * z * z * z).sum::<f64>() / n;
    let as_dealt = n * ((n * n - 3.0 * n + 3.0) * of.pairs - n * of.areas + 3.0 * all_squared)
        - peakedness * ((n * n - n) * of.pairs - 2.0 * n * of.areas + 6.0 * all_squared);
    let randomisation = as_dealt / ((n - 1.0) * (n - 2.0) * (n - 3.0) * all_squared);
    Ok(Moran {
        // The squares of standardised deviations add up to n.
        i: products.sum::<f64>() / of.all,
        expected,
        variance_normality: normality - expected * expected,
        variance_randomisation: randomisation - expected * expected,
        areas: field.areas(),
        islands: field.islands,
        missing: field.missing,
    })
}

/// Sums of weights that the moments of I need.
struct WeightSums {
    /// S0: of all weights.
    all: f64,
    /// S1: half the sum of (wᵢⱼ + wⱼᵢ)² over all pairs.
    pairs: f64,
    /// S2: the sum of (wᵢ. + w.ᵢ)² over all areas.
    areas: f64,
}

impl WeightSums {
    fn of(field: &Field, links: Links) -> Self {
        let weight = |area: usize| match links {
            Links::Binary => 1.0,
            Links::RowStandardised => 1.0 / field.neighbours.of(area).len() as f64,
        };
        let mut sums = Self {
            all: 0.0,
            pairs: 0.0,
            areas: 0.0,
        };
        for (area, beside) in field.neighbours.lists().enumerate() {
            let given = weight(area) * beside.len() as f64;
            let mut taken = 0.0;
            for &other in beside {
                let back = weight(other);
                taken += back;
                sums.pairs += (weight(area) + back) * (weight(area) + back) / 2.0;
            }
            sums.all += given;
            sums.areas += (given + taken) * (given + taken);
        }
        sums
    }
}
