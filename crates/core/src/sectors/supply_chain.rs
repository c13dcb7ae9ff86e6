//! How far a sector reaches through those it buys from.

use super::words::plain_case;
use super::{Ground, NoAnswer, sources};
use crate::data::{Agencies, Industries, IndustryLevel, Supply};
use crate::model::input_output::{
    Allotment, BAND, Households, Leontief, NoMultipliers, Quotients, regional_requirements,
    requirements,
};
use crate::order;
use crate::stats::grid::Grid;

/// What to bear in mind beside every multiplier; the source of the table has cautions of its own.
pub const WARNING: &str = "Multipliers are upper bounds: prices and wages are taken as fixed and nobody as displaced, so they overstate local jobs. Type II, which counts what employees spend, overstates most.";

/// What is left of jobs at suppliers once wages and prices have answered (after What Works
/// Growth): the least, the usual and the most.
const LEFT_OF_LINKED_JOBS: [f64; 3] = [0.2, 0.5, 0.9];

/// The national table, solved: the same for all places, so worked out once.
#[derive(Clone, Debug)]
pub struct NationalTable {
    /// The year it describes.
    pub year: u16,
    /// The table's own codes and names of its industries, in its order.
    pub industries: Vec<(String, String)>,
    /// Suppliers alone (Type I).
    pub open: Leontief,
    /// Suppliers, and what employees spend (Type II): by compensation of employees per pound of
    /// output, and household spending per pound of all compensation.
    pub closed: Leontief,
    requirements: Grid,
    jobs_each: Vec<f64>,
    gva_each: Vec<f64>,
}

/// The delta of Flegg's quotient that is used unless another is asked for (Flegg and Tohmo, 2013).
pub const USUAL_DELTA: f64 = 0.25;

/// Multipliers of a place's industries.
#[derive(Clone, Debug, PartialEq)]
pub struct SupplyChain {
    /// The place's name.
    pub place: String,
    /// The year of the table.
    pub table_year: u16,
    /// The place's share of all jobs, 0 to 1.
    pub size: f64,
    /// Delta of Flegg's quotient for the regional multipliers.
    pub delta: f64,
    /// One per industry of the table, in its order.
    pub rows: Vec<ChainRow>,
    /// Keys of the sources it rests on.
    pub sources: Vec<String>,
}

/// One industry's multipliers.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainRow {
    /// The table's own code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Pounds of all output per pound of demand for it: it and its suppliers, in the nation.
    pub output_type1: f64,
    /// The same with what employees spend.
    pub output_type2: f64,
    /// Its suppliers in the place alone, at the delta asked for.
    pub regional_type1: f64,
    /// The least and the most over the range of delta.
    pub regional_band: [f64; 2],
    /// Jobs in the nation for one job in it: Type I and Type II; none where it has no jobs.
    pub jobs: Option<[f64; 2]>,
    /// Jobs in the place for one job in it; none where it has no jobs.
    pub regional_jobs: Option<f64>,
    /// The same with the jobs at suppliers cut for what the table leaves out: times 0.2, 0.5 and
    /// 0.9, the least, the usual and the most that is left of them.
    pub regional_jobs_expected: Option<[f64; 3]>,
    /// Value added in the nation per pound of demand: Type I and Type II.
    pub gva: [f64; 2],
    /// Whether its value added is below zero in the table's year, so that it takes more than
    /// it makes.
    pub is_negative: bool,
    /// Whether the place has any jobs in it.
    pub is_here: bool,
}

impl NationalTable {
    /// Solves the national table.
    ///
    /// # Errors
    /// [`NoAnswer`] when there is none, or it cannot be solved.
    pub fn new(industries: &Industries) -> Result<Self, NoAnswer> {
        let supply = industries.supply.as_ref().ok_or(NoAnswer::NoSupply)?;
        let fault = |why: NoMultipliers| fault(supply, why);
        let cells = supply.domestic_use_gbp_m.clone();
        let purchases = Grid::new(supply.size(), supply.size(), cells);
        let purchases = purchases.map_err(|_| NoAnswer::NoSupply)?;
        let output = &supply.output_gbp_m;
        let needs = requirements(&purchases, output).map_err(fault)?;
        let pay_all: f64 = supply.compensation_gbp_m.iter().sum();
        let pay = per_output(&supply.compensation_gbp_m, output);
        let spending = supply.households_gbp_m.iter().map(|spent| spent / pay_all);
        let households = Households {
            pay: &pay,
            spending: &spending.collect::<Vec<f64>>(),
            own: 0.0,
        };
        let jobs = supply.jobs.iter();
        let jobs: Vec<f64> = jobs.map(|jobs| jobs.number().unwrap_or(0.0)).collect();
        let names = supply.industries.iter();
        Ok(Self {
            year: supply.year,
            industries: names
                .map(|own| (own.code.clone(), plain_case(&own.name)))
                .collect(),
            open: Leontief::new(&needs).map_err(fault)?,
            closed: Leontief::with_households(&needs, &households).map_err(fault)?,
            jobs_each: per_output(&jobs, output),
            gva_each: per_output(&supply.gva_gbp_m, output),
            requirements: needs,
        })
    }

    /// What each industry (column) needs of each other (row) per pound of output.
    #[must_use]
    pub const fn requirements(&self) -> &Grid {
        &self.requirements
    }
}

impl SupplyChain {
    /// The industries that the place has and that add value, those that buy most in it first.
    #[must_use]
    pub fn by_reach(&self) -> Vec<&ChainRow> {
        let rows = self.rows.iter();
        let mut rows: Vec<&ChainRow> = rows.filter(|row| row.is_here && !row.is_negative).collect();
        order::sort_by(&mut rows, |a, b| {
            b.regional_type1.total_cmp(&a.regional_type1)
        });
        rows
    }

    /// Multipliers of a place, jobs of `year` with those through agencies: the table has an
    /// industry of its own for them. Delta from 0 to below 1; 0.25 is usual.
    ///
    /// # Errors
    /// [`NoAnswer`] when jobs by the table's industries are not told for the place, there are
    /// none, or delta is out of range.
    pub fn new(
        industries: &Industries,
        table: &NationalTable,
        place: &Ground<'_>,
        year: u16,
        delta: f64,
    ) -> Result<Self, NoAnswer> {
        let supply = industries.supply.as_ref().ok_or(NoAnswer::NoSupply)?;
        let fault = |why: NoMultipliers| fault(supply, why);
        let here = jobs(industries, place, year)?;
        let whole = industries.whole().map(Ground::of);
        let whole = whole.ok_or(NoAnswer::NoSupply)?;
        let quotients = Quotients::of(&here, &jobs(industries, &whole, year)?).map_err(fault)?;
        let regional = |delta: f64| {
            let flegg = Allotment::Flegg { delta };
            let needs = regional_requirements(&table.requirements, &quotients, flegg)?;
            Leontief::new(&needs)
        };
        let chosen = regional(delta).map_err(fault)?;
        let end = |delta: f64| regional(delta).map(|solved| solved.output_multipliers());
        let (most, least) = (end(BAND[0]).map_err(fault)?, end(BAND[2]).map_err(fault)?);

        let mut sources = sources::of_supply(industries);
        let here_too = industries.jobs_source(IndustryLevel::Sic5, year);
        sources::add(&mut sources, here_too.into_iter());
        let solved = [&table.open, &table.closed, &chosen];
        let effects = solved.map(|solved| solved.effects(&table.jobs_each));
        let gva = [&table.open, &table.closed].map(|own| own.effects(&table.gva_each).effect);
        let outputs = solved.map(Leontief::output_multipliers);
        let at = |list: &[f64], row: usize| list.get(row).copied().unwrap_or(1.0);
        let rows = table
            .industries
            .iter()
            .enumerate()
            .map(|(row, (code, name))| {
                let times = |kind: usize| {
                    let effects = effects.get(kind)?;
                    effects.multiplier.get(row).copied().flatten()
                };
                ChainRow {
                    code: code.clone(),
                    name: name.clone(),
                    output_type1: at(&outputs[0], row),
                    output_type2: at(&outputs[1], row),
                    regional_type1: at(&outputs[2], row),
                    regional_band: [at(&least, row), at(&most, row)],
                    jobs: times(0).zip(times(1)).map(|(open, closed)| [open, closed]),
                    regional_jobs: times(2),
                    regional_jobs_expected: times(2)
                        .map(|all| LEFT_OF_LINKED_JOBS.map(|left| 1.0 + left * (all - 1.0))),
                    gva: [at(&gva[0], row), at(&gva[1], row)],
                    is_negative: table.gva_each.get(row).is_some_and(|gva| *gva < 0.0),
                    is_here: here.get(row).is_some_and(|jobs| *jobs > 0.0),
                }
            });
        Ok(Self {
            place: place.name.clone(),
            table_year: table.year,
            size: quotients.size,
            delta,
            rows: rows.collect(),
            sources,
        })
    }
}

/// Jobs of a place by the table's industries.
fn jobs(industries: &Industries, place: &Ground<'_>, year: u16) -> Result<Vec<f64>, NoAnswer> {
    let mut sums: Vec<f64> = Vec::new();
    for part in &place.parts {
        let own = industries.supply_jobs(part, year, Agencies::Included);
        let own = own.ok_or_else(|| NoAnswer::LevelNotTold {
            place: place.name.clone(),
            level: "industry of the input-output table",
        })?;
        let own = own.into_iter().map(|jobs| jobs.number().unwrap_or(0.0));
        if sums.is_empty() {
            sums = own.collect();
        } else {
            for (sum, jobs) in sums.iter_mut().zip(own) {
                *sum += jobs;
            }
        }
    }
    Ok(sums)
}

/// Nothing per pound where there is no output.
fn per_output(amounts: &[f64], output: &[f64]) -> Vec<f64> {
    let pairs = amounts.iter().zip(output);
    pairs
        .map(|(amount, output)| if *output == 0.0 { 0.0 } else { amount / output })
        .collect()
}

/// With the name of the industry it is about.
fn fault(supply: &Supply, why: NoMultipliers) -> NoAnswer {
    let at = match why {
        NoMultipliers::Singular { industry } | NoMultipliers::NoNumber { industry } => {
            supply.industries.get(industry)
        }
        _ => None,
    };
    NoAnswer::NoMultipliers {
        why,
        industry: at.map_or_else(String::new, |own| own.name.clone()),
    }
}
