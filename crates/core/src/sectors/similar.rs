//! Places made up alike, and why.

use super::counts::{Counts, Cut};
use super::{Ground, NoAnswer, Rows};
use crate::data::{Agencies, Industries, IndustryLevel, Territory, TerritoryKind};
use crate::order;
use crate::stats::specialisation::Likeness;

/// A place made up like another.
#[derive(Clone, Debug, PartialEq)]
pub struct Similar {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The share of jobs that both have in the same divisions, 0 to 1 (Finger and Kreinin,
    /// 1979): 1 less half of Krugman's index between the two.
    pub overlap: f64,
    /// Industries that both have more of than the whole country, the most telling first.
    pub because: Vec<Shared>,
    /// Industries in which they differ most.
    pub but: Vec<Shared>,
}

/// An industry's share of jobs in two places, each 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// In the place asked about.
    pub here: f64,
    /// In the other.
    pub there: f64,
}

/// All other places of the same kind, the most similar by division first: districts for a
/// district, counties for a county, and so on.
///
/// # Errors
/// [`NoAnswer`] when the place is not known, or its jobs are not told or none.
pub fn similar(
    industries: &Industries,
    place: &str,
    year: u16,
    agencies: Agencies,
) -> Result<Vec<Similar>, NoAnswer> {
    let own = Ground::find(industries, place)?;
    let cut = Cut {
        rows: Rows::Industries(IndustryLevel::Division),
        agencies,
    };
    let here = cut.counts(industries, &own, year)?;
    let here_shares = shares(&here).ok_or_else(|| NoAnswer::NoJobs {
        place: own.name.clone(),
    })?;
    let whole = industries.whole().map(Ground::of);
    let whole = whole.and_then(|whole| cut.counts(industries, &whole, year).ok());
    let usual = whole.as_ref().and_then(shares).unwrap_or_default();
    let kind = own.parts.first().map(|part| part.kind);
    let mut found: Vec<Similar> = industries
        .territories()
        .iter()
        .filter(|other| other.key != place && is_alike(kind, other))
        .filter_map(|other| {
            let counts = cut.counts(industries, &Ground::of(other), year).ok()?;
            let there = shares(&counts)?;
            let likeness = Likeness::between(&here_shares, &there)?;
            Some(told(
                other,
                &here,
                [&here_shares, &there, &usual],
                &likeness,
            ))
        })
        .collect();
    order::sort_by(&mut found, |a, b| b.overlap.total_cmp(&a.overlap));
    Ok(found)
}

fn is_alike(kind: Option<TerritoryKind>, other: &Territory) -> bool {
    match kind {
        Some(kind) if kind.is_district() => other.kind.is_district(),
        kind => Some(other.kind) == kind,
    }
}

fn shares(counts: &Counts<'_>) -> Option<Vec<f64>> {
    let total = counts.total.number().filter(|total| *total > 0.0)?;
    let jobs = counts.jobs.iter();
    jobs.map(|jobs| jobs.number().map(|jobs| jobs / total))
        .collect()
}

fn told(
    other: &Territory,
    names: &Counts<'_>,
    [here, there, usual]: [&[f64]; 3],
    likeness: &Likeness,
) -> Similar {
    const MOST: usize = 3;
    let at = |list: &[f64], row: usize| list.get(row).copied().unwrap_or(0.0);
    let ranked = |score: &dyn Fn(usize) -> f64| -> Vec<Shared> {
        let mut order: Vec<(usize, f64)> = (0..names.rows.len())
            .map(|row| (row, score(row)))
            .filter(|(_, score)| *score > 0.0)
            .collect();
        order::sort_by(&mut order, |a, b| b.1.total_cmp(&a.1));
        let top = order.into_iter().take(MOST);
        top.filter_map(|(row, _)| {
            let name = names.rows.get(row)?;
            Some(Shared {
                code: name.code().to_owned(),
                name: name.name().to_owned(),
                here: at(here, row),
                there: at(there, row),
            })
        })
        .collect()
    };
    Similar {
        key: other.key.clone(),
        name: other.name.clone(),
        overlap: likeness.overlap,
        because: ranked(&|row| at(&likeness.by_industry, row) - at(usual, row)),
        but: ranked(&|row| (at(here, row) - at(there, row)).abs()),
    }
}
