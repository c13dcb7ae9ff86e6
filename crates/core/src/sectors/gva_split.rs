//! Growth of output split by shift-share, in the money of one year.
//!
//! Chained volumes do not add up over industries, and shift-share needs parts that do. So
//! output is summed in current prices and every year is put into the money of one year by the
//! deflator of the whole country's output: what output buys, not how much of it there is.

use super::productivity::{amount, is_told, whole_industries};
use super::split::not_split;
use super::{Choice, Ground, NoAnswer, Split, Unit, sources};
use crate::data::{GvaIndustry, GvaTable, Industries, Prices};
use crate::quantity::Value;
use crate::stats::shift_share::{Change, shift_share};
use crate::stats::told;

impl Split {
    /// Splits the growth of output by section between two years. Sections that are withheld
    /// for the place are taken together as one, so that the parts still add up.
    ///
    /// # Errors
    /// [`NoAnswer`] when place or benchmark is not known or its output not told, or years are
    /// out of order.
    pub fn of_output(
        industries: &Industries,
        choice: &Choice,
        [from, to]: [u16; 2],
    ) -> Result<Self, NoAnswer> {
        let gva = &industries.gva;
        let place = Ground::find(industries, &choice.place)?;
        let benchmark = Ground::benchmark(industries, choice)?;
        for ground in [&place, &benchmark] {
            if !is_told(gva, ground) {
                let place = ground.name.clone();
                return Err(NoAnswer::NoOutput { place });
            }
        }
        if from >= to {
            return Err(NoAnswer::YearsInOrder { from, to });
        }
        let years = [from, to];
        for year in years {
            if !gva.years.contains(&year) {
                return Err(NoAnswer::YearNotTold {
                    place: place.name,
                    year,
                    told: gva.years.clone(),
                });
            }
        }
        let deflators = years.map(|year| deflator(industries, year));
        let whole: Vec<&GvaIndustry> = whole_industries(gva, choice.rent).collect();
        let mut rows = Rows::default();
        let mut withheld = Vec::new();
        for own in &whole {
            let here = years.map(|year| amount(gva, &place, &own.code, year, Prices::Current));
            let there = years.map(|year| amount(gva, &benchmark, &own.code, year, Prices::Current));
            match (change(here, deflators), change(there, deflators)) {
                (Some(here), Some(there)) => {
                    rows.push(own.code.clone(), own.name.clone(), here, there);
                }
                _ => withheld.push(*own),
            }
        }
        if !withheld.is_empty() {
            let codes: Vec<&str> = withheld.iter().map(|own| own.code.as_str()).collect();
            let rest = |ground: &Ground<'_>, known: &[Change]| {
                rest(gva, ground, choice, years, deflators, known)
            };
            let (Some(here), Some(there)) =
                (rest(&place, &rows.here), rest(&benchmark, &rows.there))
            else {
                return Err(NoAnswer::NoOutput { place: place.name });
            };
            let name = "Industries that are withheld one by one".to_owned();
            rows.push(codes.join(" + "), name, here, there);
        }
        let found =
            shift_share(&rows.here, &rows.there).map_err(|why| not_split(why, &rows.names))?;
        let sources = sources::of_output(industries, &[&place, &benchmark]);
        let names = [place.name, benchmark.name];
        let split = Self::new(names, years, rows.names, found);
        Ok(Self {
            unit: Unit::GbpM,
            sources,
            notes: vec![format!(
                "Output is in the money of {}: current prices by the deflator of all output in the whole country, so that industries add up.",
                gva.money_year
            )],
            ..split
        })
    }
}

#[derive(Default)]
struct Rows {
    names: Vec<(String, String)>,
    here: Vec<Change>,
    there: Vec<Change>,
}

impl Rows {
    fn push(&mut self, code: String, name: String, here: Change, there: Change) {
        self.names.push((code, name));
        self.here.push(here);
        self.there.push(there);
    }
}

/// What is left of all output beside the industries known.
fn rest(
    gva: &GvaTable,
    ground: &Ground<'_>,
    choice: &Choice,
    years: [u16; 2],
    deflators: [Option<f64>; 2],
    known: &[Change],
) -> Option<Change> {
    let total = &gva.total()?.code;
    let rent = gva.industries.iter().find(|own| own.is_imputed_rent);
    let all = years.map(|year| {
        let all = amount(gva, ground, total, year, Prices::Current);
        match (choice.rent, rent) {
            (super::ImputedRent::LeftOut, Some(rent)) => {
                let rent = amount(gva, ground, &rent.code, year, Prices::Current);
                told::subtract(all, rent)
            }
            _ => all,
        }
    });
    let all = change(all, deflators)?;
    // Sections are rounded one by one, so what is left may fall below zero by a digit.
    let left = |all: f64, known: f64| (all - known).max(0.0);
    Some(Change {
        from: left(all.from, known.iter().map(|change| change.from).sum()),
        to: left(all.to, known.iter().map(|change| change.to).sum()),
    })
}

fn change([from, to]: [Value; 2], [first, last]: [Option<f64>; 2]) -> Option<Change> {
    Some(Change {
        from: from.number()? / first?,
        to: to.number()? / last?,
    })
}

/// Current prices over chained volumes of all output in the whole country.
pub(super) fn deflator(industries: &Industries, year: u16) -> Option<f64> {
    let gva = &industries.gva;
    let whole = Ground::of(industries.whole()?);
    let total = &gva.total()?.code;
    let of = |prices| amount(gva, &whole, total, year, prices).number();
    let deflator = of(Prices::Current)? / of(Prices::Chained)?;
    (deflator.is_finite() && deflator > 0.0).then_some(deflator)
}
