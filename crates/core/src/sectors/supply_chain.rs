//! How far a sector reaches through those it buys from.

use super::{Ground, NoAnswer};
use crate::data::{Agencies, Industries, Supply};
use crate::model::input_output::{
    Allotment, BAND, Households, Leontief, NoMultipliers, Quotients, regional_requirements,
    requirements,
};
use crate::order;
use crate::stats::grid::Grid;

/// What to bear in mind beside every multiplier.
pub const WARNING: &str = "Multipliers are upper bounds: prices and wages are taken as fixed and nobody as displaced, so they overstate local jobs. Type II, which counts what employees spend, overstates most. The table describes 2020, the first year of the pandemic.";

/// What is left of jobs at suppliers once wages and prices have answered (after What Works
/// Growth): the least, the usual and the most.
const LEFT_OF_LINKED_JOBS: [f64; 3] = [0.2, 0.5, 0.9];

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
    /// The spectral radius of the national requirements.
    pub spectral_radius: f64,
    /// One per industry of the table, in its order.
    pub rows: Vec<ChainRow>,
    national: Grid,
    purchases: Grid,
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

/// An industry that another buys from or sells to.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// The table's own code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What passes between them in a year, million pounds.
    pub gbp_m: f64,
    /// Share of all that the industry buys of others, or sells to them, 0 to 1.
    pub share: f64,
}

impl SupplyChain {
    /// Multipliers of a place, jobs of `year` with those through agencies: the table has an
    /// industry of its own for them. Delta from 0 to below 1; 0.25 is usual.
    ///
    /// # Errors
    /// [`NoAnswer`] when there is no table, jobs by its industries are not told for the place,
    /// or the table cannot be solved.
    pub fn new(
        industries: &Industries,
        place: &Ground<'_>,
        year: u16,
        delta: f64,
    ) -> Result<Self, NoAnswer> {
        let supply = industries.supply.as_ref().ok_or(NoAnswer::NoSupply)?;
        let fault = |why: NoMultipliers| NoAnswer::NoMultipliers {
            industry: name_in(supply, why),
            why,
        };
        let purchases = Grid::new(
            supply.size(),
            supply.size(),
            supply.domestic_use_gbp_m.clone(),
        );
        let purchases = purchases.map_err(|_| NoAnswer::NoSupply)?;
        let output = &supply.output_gbp_m;
        let national = requirements(&purchases, output).map_err(fault)?;
        let open = Leontief::new(&national).map_err(fault)?;
        let pay_all: f64 = supply.compensation_gbp_m.iter().sum();
        let pay = per_output(&supply.compensation_gbp_m, output);
        let spending = supply.households_gbp_m.iter().map(|spent| spent / pay_all);
        let households = Households {
            pay: &pay,
            spending: &spending.collect::<Vec<f64>>(),
            own: 0.0,
        };
        let closed = Leontief::with_households(&national, &households).map_err(fault)?;

        let here = jobs(industries, place, year)?;
        let whole = industries.whole().map(Ground::of);
        let whole = whole.ok_or(NoAnswer::NoSupply)?;
        let quotients = Quotients::of(&here, &jobs(industries, &whole, year)?).map_err(fault)?;
        let regional = |delta: f64| {
            let flegg = Allotment::Flegg { delta };
            let needs = regional_requirements(&national, &quotients, flegg)?;
            Leontief::new(&needs)
        };
        let chosen = regional(delta).map_err(fault)?;
        let band = [BAND[2], BAND[0]].map(|delta| regional(delta).map_err(fault));
        let [least, most] = band;
        let (least, most) = (least?.output_multipliers(), most?.output_multipliers());

        let table_jobs: Vec<f64> = supply
            .jobs
            .iter()
            .map(|jobs| jobs.number().unwrap_or(0.0))
            .collect();
        let jobs_each = per_output(&table_jobs, output);
        let gva_each = per_output(&supply.gva_gbp_m, output);
        let effects = [&open, &closed, &chosen].map(|solved| solved.effects(&jobs_each));
        let gva = [&open, &closed].map(|solved| solved.effects(&gva_each).effect);
        let outputs = [&open, &closed, &chosen].map(Leontief::output_multipliers);
        let at = |list: &[f64], row: usize| list.get(row).copied().unwrap_or(1.0);
        let rows = supply.industries.iter().enumerate().map(|(row, own)| {
            let times = |kind: usize| {
                let effects = effects.get(kind)?;
                effects.multiplier.get(row).copied().flatten()
            };
            ChainRow {
                code: own.code.clone(),
                name: own.name.clone(),
                output_type1: at(&outputs[0], row),
                output_type2: at(&outputs[1], row),
                regional_type1: at(&outputs[2], row),
                regional_band: [at(&least, row), at(&most, row)],
                jobs: times(0).zip(times(1)).map(|(open, closed)| [open, closed]),
                regional_jobs: times(2),
                regional_jobs_expected: times(2)
                    .map(|all| LEFT_OF_LINKED_JOBS.map(|left| 1.0 + left * (all - 1.0))),
                gva: [at(&gva[0], row), at(&gva[1], row)],
                is_negative: supply.gva_gbp_m.get(row).is_some_and(|gva| *gva < 0.0),
                is_here: here.get(row).is_some_and(|jobs| *jobs > 0.0),
            }
        });
        Ok(Self {
            place: place.name.clone(),
            table_year: supply.year,
            size: quotients.size,
            delta,
            spectral_radius: open.spectral_radius,
            rows: rows.collect(),
            national,
            purchases,
        })
    }

    /// Those an industry buys most from, itself left out, the largest first.
    #[must_use]
    pub fn suppliers(&self, industry: usize, most: usize) -> Vec<Partner> {
        let amounts = self
            .purchases
            .each_row()
            .map(|row| row.get(industry).copied());
        self.partners(industry, amounts.map(|amount| amount.unwrap_or(0.0)), most)
    }

    /// Those an industry sells most to, itself left out, the largest first.
    #[must_use]
    pub fn buyers(&self, industry: usize, most: usize) -> Vec<Partner> {
        let amounts = self.purchases.row(industry).iter().copied();
        self.partners(industry, amounts, most)
    }

    /// What each industry (column) needs of each other (row) per pound of output, in the
    /// nation.
    #[must_use]
    pub const fn requirements(&self) -> &Grid {
        &self.national
    }

    fn partners(
        &self,
        industry: usize,
        amounts: impl Iterator<Item = f64>,
        most: usize,
    ) -> Vec<Partner> {
        let amounts = amounts.enumerate().filter(|(other, _)| *other != industry);
        let mut amounts: Vec<(usize, f64)> = amounts.filter(|(_, amount)| *amount > 0.0).collect();
        let all: f64 = amounts.iter().map(|(_, amount)| amount).sum();
        order::sort_by(&mut amounts, |a, b| b.1.total_cmp(&a.1));
        let top = amounts.into_iter().take(most);
        top.filter_map(|(other, gbp_m)| {
            let row = self.rows.get(other)?;
            Some(Partner {
                code: row.code.clone(),
                name: row.name.clone(),
                gbp_m,
                share: gbp_m / all,
            })
        })
        .collect()
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

fn name_in(supply: &Supply, why: NoMultipliers) -> String {
    let (NoMultipliers::Singular { industry } | NoMultipliers::NoNumber { industry }) = why else {
        return String::new();
    };
    let name = supply.industries.get(industry).map(|own| own.name.clone());
    name.unwrap_or_default()
}
