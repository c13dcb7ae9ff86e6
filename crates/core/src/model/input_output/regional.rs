//! What of its needs a place buys at home: national requirements brought down to a region.

use super::NoMultipliers;
use crate::math;
use crate::stats::grid::Grid;

/// How national requirements are allotted to a region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Allotment {
    /// By the seller's location quotient (SLQ).
    Simple,
    /// By the seller's quotient over the buyer's (CILQ), the seller's own on the diagonal.
    CrossIndustry,
    /// Flegg's (FLQ; Flegg and Webber, 1997): the cross-industry quotient times
    /// [log2(1 + size)]^delta, so that a small region buys less at home. On Scottish data (Flegg
    /// and Webber, 2000) and twenty Finnish regions (Flegg and Tohmo, 2013) it did better than
    /// the first two.
    Flegg {
        /// How strongly size counts, 0.15 to 0.35.
        delta: f64,
    },
    /// Flegg's with a term for buyers that a region is specialised in (AFLQ; Flegg and Webber,
    /// 2000); it did not help where it was tried.
    FleggAugmented {
        /// How strongly size counts, 0.15 to 0.35.
        delta: f64,
    },
}

/// Delta of Flegg's quotient: the least, the usual and the most. A larger delta gives smaller
/// multipliers.
pub const BAND: [f64; 3] = [0.15, 0.25, 0.35];

/// A region beside its nation.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotients {
    /// Location quotient of each industry; None where the nation has none of it.
    pub by_industry: Vec<Option<f64>>,
    /// The region's share of the nation, above 0 and at most 1.
    pub size: f64,
}

impl Quotients {
    /// Quotients of amounts, such as jobs, by industry.
    ///
    /// # Errors
    /// [`NoMultipliers`] when the lists differ in length or either adds up to nothing.
    pub fn of(region: &[f64], nation: &[f64]) -> Result<Self, NoMultipliers> {
        if region.len() != nation.len() {
            return Err(NoMultipliers::OtherIndustries {
                industries: nation.len(),
                given: region.len(),
            });
        }
        let size = region.iter().sum::<f64>() / nation.iter().sum::<f64>();
        let own = region.iter().zip(nation).map(|(region, nation)| {
            let quotient = region / nation / size;
            quotient.is_finite().then_some(quotient)
        });
        Ok(Self {
            by_industry: own.collect(),
            size,
        })
    }
}

/// What of each requirement is met within the region. No more is bought at home than is needed:
/// quotients above 1 count as 1. An industry that the region does not have buys and sells
/// nothing there.
///
/// # Errors
/// [`NoMultipliers`] when quotients are of other industries, or size or delta is out of range.
pub fn regional_requirements(
    national: &Grid,
    quotients: &Quotients,
    allotment: Allotment,
) -> Result<Grid, NoMultipliers> {
    let Quotients { by_industry, size } = quotients;
    if by_industry.len() != national.rows() || national.rows() != national.columns() {
        return Err(NoMultipliers::OtherIndustries {
            industries: national.rows(),
            given: by_industry.len(),
        });
    }
    let by_size = match allotment {
        Allotment::Simple | Allotment::CrossIndustry => 1.0,
        Allotment::Flegg { delta } | Allotment::FleggAugmented { delta } => {
            let in_range = *size > 0.0 && *size <= 1.0 && (0.0..1.0).contains(&delta);
            if !in_range {
                return Err(NoMultipliers::OutOfRange);
            }
            math::pow(math::log2(1.0 + size), delta)
        }
    };
    let of = |industry: usize| by_industry.get(industry).copied().flatten().unwrap_or(0.0);
    Ok(national.map(|seller, buyer, required| {
        let (own, others) = (of(seller), of(buyer));
        let quotient = match allotment {
            Allotment::Simple => own,
            // A buyer that is not there buys nothing.
            _ if others == 0.0 => 0.0,
            _ if seller == buyer => own,
            _ => own / others,
        };
        let specialised = match allotment {
            Allotment::FleggAugmented { .. } if others > 1.0 => math::log2(1.0 + others),
            _ => 1.0,
        };
        (quotient * by_size * specialised).min(1.0) * required
    }))
}
