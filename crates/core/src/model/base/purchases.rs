//! Jobs behind public purchases.

use crate::data::model::{BySection, SECTIONS};

/// Who buys from whom in a country, by section.
#[derive(Clone, Debug, PartialEq)]
pub struct Purchases {
    /// GBP million that each section (row) sells to each other (column).
    pub sales_gbp_m: [BySection; SECTIONS],
    /// Output, GBP million.
    pub output_gbp_m: BySection,
    /// Jobs in the year of the table.
    pub jobs: BySection,
}

/// proc_i = e_i sum over public sections j of Z_ij times the place's share of the country's jobs
/// in j: jobs of section i behind all that the place's public sections buy; e_i jobs per output.
#[must_use]
pub fn procurement_jobs(
    purchases: &Purchases,
    is_public: &[bool; SECTIONS],
    own_jobs: &BySection,
    country_jobs: &BySection,
) -> BySection {
    let mut procured = [0.0; SECTIONS];
    let sellers = purchases.sales_gbp_m.iter().zip(&purchases.output_gbp_m);
    for (slot, ((sales, output), jobs)) in procured.iter_mut().zip(sellers.zip(&purchases.jobs)) {
        if *output <= 0.0 {
            continue;
        }
        let buyers = sales
            .iter()
            .zip(is_public)
            .zip(own_jobs.iter().zip(country_jobs));
        let bought: f64 = buyers
            .filter(|((_, is_public), (_, country))| **is_public && **country > 0.0)
            .map(|((sale, _), (own, country))| sale * own / country)
            .sum();
        *slot = jobs / output * bought;
    }
    procured
}

/// Yearly log growth between two counts some years apart; 0 where either is none.
#[must_use]
pub fn yearly_growth(before: f64, after: f64, years: f64) -> f64 {
    if before > 0.0 && after > 0.0 && years > 0.0 {
        crate::math::ln(after / before) / years
    } else {
        0.0
    }
}
