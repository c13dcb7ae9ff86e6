//! Who buys from whom: the national table of industries by industries.

use super::jobs::plus;
use super::{Agencies, Industries, IndustryLevel, Territory};
use crate::quantity::Value;

/// The national input-output table, domestic use at basic prices, million pounds.
#[derive(Clone, Debug)]
pub struct Supply {
    /// The year it describes.
    pub year: u16,
    /// The key of its source.
    pub source: String,
    /// Its industries in the order of the table.
    pub industries: Vec<SupplyIndustry>,
    /// What each industry sells to each: a row per seller, a column per buyer, row after row.
    pub domestic_use_gbp_m: Vec<f64>,
    /// Output of each industry.
    pub output_gbp_m: Vec<f64>,
    /// Pay and other compensation of employees in each industry.
    pub compensation_gbp_m: Vec<f64>,
    /// Gross value added of each industry; can be negative.
    pub gva_gbp_m: Vec<f64>,
    /// What households buy from each industry.
    pub households_gbp_m: Vec<f64>,
    /// What all final buyers, households and exports included, buy from each industry.
    pub final_use_gbp_m: Vec<f64>,
    /// Jobs of the whole in each industry in the table's own year, agencies included; zero in
    /// industries that the survey of jobs does not reach.
    pub jobs: Vec<Value>,
    /// The key of the source of those jobs.
    pub jobs_source: String,
    /// For each five-digit industry, the position of the table's industry it belongs to.
    pub(in crate::data) of_sic5: Vec<Option<usize>>,
}

/// An industry of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplyIndustry {
    /// The table's own code: `C244_5`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The code of its section.
    pub section: String,
}

impl Supply {
    /// How many industries there are.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.industries.len()
    }

    /// What a seller sells to a buyer, by position, million pounds.
    #[must_use]
    pub fn use_gbp_m(&self, seller: usize, buyer: usize) -> Option<f64> {
        if buyer >= self.size() {
            return None;
        }
        self.domestic_use_gbp_m
            .get(seller * self.size() + buyer)
            .copied()
    }

    /// The position of the table's industry of a five-digit industry, by its position.
    #[must_use]
    pub fn of_sic5(&self, position: usize) -> Option<usize> {
        self.of_sic5.get(position).copied().flatten()
    }
}

impl Industries {
    /// Jobs of a place by the industries of the input-output table, in its order; none where
    /// five-digit industries are not told.
    #[must_use]
    pub fn supply_jobs(
        &self,
        territory: &Territory,
        year: u16,
        agencies: Agencies,
    ) -> Option<Vec<Value>> {
        let supply = self.supply.as_ref()?;
        let jobs = self.jobs(territory, IndustryLevel::Sic5, year, agencies)?;
        let mut sums = vec![Value::Number(0.0); supply.size()];
        for (industry, &value) in jobs.industries.iter().zip(&jobs.jobs) {
            let sum = supply
                .of_sic5(industry.position)
                .and_then(|position| sums.get_mut(position));
            if let Some(sum) = sum {
                *sum = plus(*sum, value);
            }
        }
        Some(sums)
    }
}
