//! What a pound more of an industry's output sets in motion among those that supply it.
//!
//! Leontief's model (1936) as in Miller and Blair (2009): fixed recipes, fixed prices, nobody
//! displaced. So what it gives is an upper bound: What Works Growth finds that such multipliers
//! overstate local jobs, since wages and prices answer and they do not.

mod lu;
mod regional;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::stats::grid::Grid;

pub use regional::{Allotment, BAND, Quotients, regional_requirements};

/// What each industry (column) buys of each other (row) for a pound of its own output:
/// purchases over output, 0 for an industry without output.
///
/// # Errors
/// [`NoMultipliers::OtherIndustries`] when the lists differ in length.
pub fn requirements(purchases_gbp_m: &Grid, output_gbp_m: &[f64]) -> Result<Grid, NoMultipliers> {
    same_length(purchases_gbp_m, output_gbp_m)?;
    Ok(purchases_gbp_m.map(|_, buyer, amount| {
        let output = output_gbp_m.get(buyer).copied().unwrap_or(0.0);
        if output == 0.0 { 0.0 } else { amount / output }
    }))
}

/// How an economy's industries need each other, solved.
#[derive(Clone, Debug, PartialEq)]
pub struct Leontief {
    inverse: Grid,
    /// How far the product with what it inverts is from 1 or 0, at most.
    pub residual: f64,
    /// The spectral radius of the requirements: below 1, or each round of purchases would be
    /// larger than the one before. Where a requirement is below zero, an upper bound of it.
    pub spectral_radius: f64,
}

/// The effect of a pound more of final demand for each industry, in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct Effects {
    /// Of each pound of demand, what it sets in motion in all: pounds of value added per pound,
    /// or jobs per million pounds.
    pub effect: Vec<f64>,
    /// The same over the industry's own direct effect; None where it has none.
    pub multiplier: Vec<Option<f64>>,
}

/// What closes the model for households: they are paid, and they spend.
#[derive(Clone, Debug, PartialEq)]
pub struct Households<'a> {
    /// Compensation of employees per pound of each industry's output. Compensation and not all
    /// value added is the usual choice; with all of it the effects would be larger.
    pub pay: &'a [f64],
    /// What households spend on each industry per pound of their income.
    pub spending: &'a [f64],
    /// What households pay each other per pound of their income; usually 0.
    pub own: f64,
}

impl Leontief {
    /// Solves an open model: the chain of suppliers (Type I).
    ///
    /// # Errors
    /// [`NoMultipliers`] when requirements are not square or not numbers, cannot be inverted,
    /// or would never come to rest.
    pub fn new(requirements: &Grid) -> Result<Self, NoMultipliers> {
        let count = requirements.rows();
        if count != requirements.columns() {
            return Err(NoMultipliers::OtherIndustries {
                industries: count,
                given: requirements.columns(),
            });
        }
        let cells = requirements.cells().iter();
        if let Some(at) = cells.into_iter().position(|cell| !cell.is_finite()) {
            return Err(NoMultipliers::NoNumber {
                industry: at % count.max(1),
            });
        }
        let spectral_radius = spectral_radius(requirements);
        if spectral_radius >= 1.0 {
            return Err(NoMultipliers::NeverRests);
        }
        let left = requirements.map(|row, column, cell| f64::from(u8::from(row == column)) - cell);
        let inverse = lu::inverse(&left)
            .map_err(|lu::Singular { column }| NoMultipliers::Singular { industry: column })?;
        let residual = lu::residual(&left, &inverse);
        if residual >= MOST_RESIDUAL {
            return Err(NoMultipliers::Inexact);
        }
        Ok(Self {
            inverse,
            residual,
            spectral_radius,
        })
    }

    /// Solves a model closed for households and leaves their row and column out of the answer
    /// (Type II, truncated): suppliers, and what those who are paid spend.
    ///
    /// # Errors
    /// As [`Leontief::new`], and when households are of other industries.
    pub fn with_households(
        requirements: &Grid,
        households: &Households<'_>,
    ) -> Result<Self, NoMultipliers> {
        same_length(requirements, households.pay)?;
        same_length(requirements, households.spending)?;
        let count = requirements.rows();
        let mut closed = Grid::zeros(count + 1, count + 1);
        let spending = households.spending.iter();
        for ((row, cells), spent) in requirements.each_row().enumerate().zip(spending) {
            for (to, cell) in closed
                .row_mut(row)
                .iter_mut()
                .zip(cells.iter().chain([spent]))
            {
                *to = *cell;
            }
        }
        let pay = households.pay.iter().chain([&households.own]);
        for (to, cell) in closed.row_mut(count).iter_mut().zip(pay) {
            *to = *cell;
        }
        let mut solved = Self::new(&closed)?;
        let mut truncated = Grid::zeros(count, count);
        for row in 0..count {
            for (to, cell) in truncated
                .row_mut(row)
                .iter_mut()
                .zip(solved.inverse.row(row))
            {
                *to = *cell;
            }
        }
        solved.inverse = truncated;
        Ok(solved)
    }

    /// Leontief's inverse: pounds of each industry's (row) output for a pound of final demand
    /// for another (column).
    #[must_use]
    pub const fn inverse(&self) -> &Grid {
        &self.inverse
    }

    /// The output that meets a final demand, in its unit.
    #[must_use]
    pub fn output_for(&self, final_demand: &[f64]) -> Vec<f64> {
        self.inverse.times(final_demand)
    }

    /// Output multipliers: pounds of all output for a pound of final demand for each industry.
    #[must_use]
    pub fn output_multipliers(&self) -> Vec<f64> {
        self.inverse.column_sums()
    }

    /// Effects on what industries have per pound of output: jobs, or value added.
    #[must_use]
    pub fn effects(&self, per_output: &[f64]) -> Effects {
        let effect = self.inverse.weighed_rows(per_output);
        let over = effect.iter().zip(per_output);
        let over = over.map(|(all, own)| Some(all / own).filter(|quotient| quotient.is_finite()));
        Effects {
            multiplier: over.collect(),
            effect,
        }
    }
}

const MOST_RESIDUAL: f64 = 1e-10;

/// By power iteration on the requirements without their signs plus a little on the diagonal: then
/// no other eigenvalue is as far from zero as the one looked for, whatever the structure.
fn spectral_radius(requirements: &Grid) -> f64 {
    const MOST_ROUNDS: usize = 2_000;
    const STEADY: f64 = 1e-12;
    const SHIFT: f64 = 0.1;
    let absolute = requirements.map(|_, _, cell| cell.abs());
    let mut vector = vec![1.0; absolute.rows()];
    let mut radius = 0.0;
    for _ in 0..MOST_ROUNDS {
        let mut next = absolute.times(&vector);
        for (next, own) in next.iter_mut().zip(&vector) {
            *next += SHIFT * own;
        }
        let growth = next.iter().sum::<f64>() / vector.iter().sum::<f64>();
        let (before, now) = (radius, growth - SHIFT);
        radius = now;
        let most = next.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        vector = next.into_iter().map(|own| own / most).collect();
        if (now - before).abs() < STEADY {
            break;
        }
    }
    if radius.is_finite() { radius } else { 0.0 }
}

fn same_length(requirements: &Grid, list: &[f64]) -> Result<(), NoMultipliers> {
    if list.len() == requirements.columns() && requirements.rows() == requirements.columns() {
        return Ok(());
    }
    Err(NoMultipliers::OtherIndustries {
        industries: requirements.columns(),
        given: list.len(),
    })
}

/// Why there are no multipliers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMultipliers {
    /// A list is of other industries than the table.
    OtherIndustries {
        /// How many industries the table has.
        industries: usize,
        /// How many entries the list has.
        given: usize,
    },
    /// A purchase is not a number.
    NoNumber {
        /// The buying industry, from 0.
        industry: usize,
    },
    /// The table cannot be solved: some industries only feed each other.
    Singular {
        /// Where solving stopped: an industry, from 0.
        industry: usize,
    },
    /// A pound of demand would set more than a pound in motion in each round, without end.
    NeverRests,
    /// The solution is not exact enough to be shown.
    Inexact,
    /// A quotient or an exponent is out of its range.
    OutOfRange,
}

impl fmt::Display for NoMultipliers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherIndustries { industries, given } => write!(
                f,
                "the table has {industries} industries where {given} figures are given; use figures of the table's own industries"
            ),
            Self::NoNumber { industry } => write!(
                f,
                "a purchase of industry {} is not a number; make the pack again",
                industry + 1
            ),
            Self::Singular { industry } => write!(
                f,
                "the table cannot be solved at industry {}: all that it makes goes round among the same industries, so demand for it has no definite effect; join it to another industry",
                industry + 1
            ),
            Self::NeverRests => f.write_str(
                "in this table each round of purchases is as large as the one before or larger, so effects would add up without end; look for an industry that buys more than it makes",
            ),
            Self::Inexact => f.write_str(
                "the table is so close to having no solution that rounding would show; join industries that buy mostly of each other",
            ),
            Self::OutOfRange => f.write_str(
                "the share of the place in the nation must be above 0 and at most 1, and delta from 0 to below 1",
            ),
        }
    }
}

impl std::error::Error for NoMultipliers {}
