//! Every district by every industry: who is specialised in what, in which order, and which
//! industries go together.

use super::counts::Cut;
use super::{Ground, NoAnswer, Rows};
use crate::data::{Agencies, Industries, Industry, IndustryLevel, Territory};
use crate::quantity::Value;
use crate::stats::complexity::{
    Complexity, NoComplexity, Relatedness, Strengths, complexity, revealed_advantage,
};
use crate::stats::grid::Grid;
use crate::stats::told;

/// What the index is not; to be shown wherever it is.
pub const CAPTION: &str = "The index puts places in an order by how alike the industries are that they are specialised in. It measures neither quality nor diversity: an industry found in few, similar places can look complex.";

/// Strengths of all districts.
#[derive(Clone, Debug)]
pub struct Landscape {
    /// How fine industries are.
    pub level: IndustryLevel,
    /// The year counted.
    pub year: u16,
    /// The districts, in ascending order of code.
    pub districts: Vec<Territory>,
    /// The industries, in ascending order of code.
    pub industries: Vec<Industry>,
    /// Revealed advantage of each district (row) in each industry (column), against all
    /// districts; NaN where it is not defined or not told.
    pub advantage: Grid,
    /// Which of them are 1 or more.
    pub strengths: Strengths,
    /// Which industries go together.
    pub relatedness: Relatedness,
    /// Jobs of all districts by industry.
    jobs: Vec<f64>,
    order: Result<Complexity, NoComplexity>,
}

impl Landscape {
    /// Strengths of all districts at a level that is told of all: section or division.
    ///
    /// # Errors
    /// [`NoAnswer`] when jobs are not told of all districts at this level or year.
    pub fn new(
        industries: &Industries,
        level: IndustryLevel,
        year: u16,
        agencies: Agencies,
    ) -> Result<Self, NoAnswer> {
        let districts: Vec<&Territory> = industries.districts().collect();
        let cut = Cut {
            rows: Rows::Industries(level),
            agencies,
        };
        let mut names: Vec<&Industry> = Vec::new();
        let mut rows = Vec::with_capacity(districts.len());
        for district in &districts {
            let Some(own) = industries.jobs(district, level, year, agencies) else {
                // Says which level or years there are.
                let told = cut.counts(industries, &Ground::of(district), year).err();
                return Err(told.unwrap_or_else(|| NoAnswer::LevelNotTold {
                    place: district.name.clone(),
                    level: level.key(),
                }));
            };
            names = own.industries;
            rows.push(own.jobs);
        }
        let number = |value: &Value| value.number().unwrap_or(0.0);
        let numbers: Vec<Vec<f64>> = rows
            .iter()
            .map(|row| row.iter().map(number).collect())
            .collect();
        let amounts = Grid::from_rows(&numbers);
        let is_told = |district: usize, industry: usize| {
            let row = rows.get(district).and_then(|row| row.get(industry));
            row.is_some_and(|value| value.number().is_some())
        };
        let advantage = revealed_advantage(&amounts).map(|district, industry, own| {
            if is_told(district, industry) {
                own
            } else {
                f64::NAN
            }
        });
        let strengths = Strengths::from_advantage(&advantage);
        Ok(Self {
            relatedness: Relatedness::new(&strengths),
            jobs: amounts.column_sums(),
            order: complexity(&strengths, &orientation(industries)),
            level,
            year,
            districts: districts.into_iter().cloned().collect(),
            industries: names.into_iter().cloned().collect(),
            advantage,
            strengths,
        })
    }

    /// Complexity of districts and industries, turned so that it goes with output per filled
    /// job.
    ///
    /// # Errors
    /// [`NoComplexity`].
    pub fn complexity(&self) -> Result<&Complexity, NoComplexity> {
        self.order.as_ref().map_err(|why| *why)
    }

    /// Revealed advantage of a place in each industry: a district's, or that of its districts
    /// together, against all districts. None where jobs are not told.
    #[must_use]
    pub fn advantage_of(
        &self,
        industries: &Industries,
        place: &Ground<'_>,
        agencies: Agencies,
    ) -> Option<Vec<Value>> {
        let cut = Cut {
            rows: Rows::Industries(self.level),
            agencies,
        };
        let counts = cut.counts(industries, place, self.year).ok()?;
        let all: f64 = self.jobs.iter().sum();
        let own = counts
            .jobs
            .iter()
            .zip(&self.jobs)
            .map(|(jobs, everywhere)| {
                let there = told::over(Value::Number(*everywhere), Value::Number(all));
                told::over(told::over(*jobs, counts.total), there)
            });
        Some(own.collect())
    }

    /// Jobs of all districts in each industry.
    #[must_use]
    pub fn jobs(&self) -> &[f64] {
        &self.jobs
    }

    /// The position of an industry here.
    #[must_use]
    pub fn position(&self, code: &str) -> Option<usize> {
        self.industries.iter().position(|own| own.code == code)
    }
}

/// Output per filled job of each district, in their order; NaN where it is not told.
fn orientation(industries: &Industries) -> Vec<f64> {
    let count = industries.districts().count();
    let told = industries.filled_job.as_ref();
    let told = told.map_or_else(Vec::new, |own| own.gbp.clone());
    let told = told.into_iter().map(|own| own.number().unwrap_or(f64::NAN));
    told.chain(std::iter::repeat(f64::NAN))
        .take(count)
        .collect()
}
