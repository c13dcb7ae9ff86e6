//! Real output by industry through time.

use super::productivity::{amount, is_told, whole_industries};
use super::{Choice, Ground, NoAnswer, sources};
use crate::data::{GvaIndustry, Industries, Prices};
use crate::quantity::Value;
use crate::stats::growth::{volatility, yearly_growth};
use crate::stats::told;

/// Real output of a place by section, year by year, beside a benchmark.
///
/// Chained volumes do not add up, so shares are of current prices. A withheld year breaks an
/// industry's line and is no part of its growth.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The place's name.
    pub place: String,
    /// The benchmark's name.
    pub benchmark: String,
    /// The years, in order.
    pub years: Vec<u16>,
    /// The year whose money volumes are in.
    pub money_year: u16,
    /// One per section, as output is published.
    pub rows: Vec<TrendRow>,
    /// Keys of the sources it rests on.
    pub sources: Vec<String>,
}

/// One industry's output, year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendRow {
    /// Its code as output is published.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Chained volume in the place, million pounds.
    pub volume_gbp_m: Vec<Value>,
    /// Share of the place's output in current prices, 0 to 1.
    pub share: Vec<Value>,
    /// The same in the benchmark.
    pub benchmark_share: Vec<Value>,
    /// Growth of the volume by the year from the first to the last year told, as a share.
    pub yearly: Option<f64>,
    /// The same in the benchmark, over the same years.
    pub benchmark_yearly: Option<f64>,
    /// Standard deviation of yearly growth of the logarithm of the volume, as a share.
    pub volatility: Option<f64>,
    /// Years that are withheld.
    pub withheld: Vec<u16>,
}

impl Trend {
    /// Real output of a choice's place and benchmark.
    ///
    /// # Errors
    /// [`NoAnswer`] when either is not known or its output not told.
    pub fn new(industries: &Industries, choice: &Choice) -> Result<Self, NoAnswer> {
        let gva = &industries.gva;
        let place = Ground::find(industries, &choice.place)?;
        let benchmark = Ground::benchmark(industries, choice)?;
        for ground in [&place, &benchmark] {
            // Volumes of several places cannot be added up.
            if !is_told(gva, ground) || ground.parts.len() != 1 {
                let place = ground.name.clone();
                return Err(NoAnswer::NoOutput { place });
            }
        }
        let series = |ground: &Ground<'_>, code: &str, prices| -> Vec<Value> {
            let years = gva.years.iter();
            let of = |year: &u16| amount(gva, ground, code, *year, prices);
            years.map(of).collect()
        };
        let whole: Vec<&GvaIndustry> = whole_industries(gva, choice.rent).collect();
        // The published total, so that a withheld industry does not blot out all shares.
        let all = |ground: &Ground<'_>| -> Vec<Value> {
            let total = gva.total().map(|total| total.code.as_str());
            let mut all = series(ground, total.unwrap_or_default(), Prices::Current);
            let rent = gva.industries.iter().find(|own| own.is_imputed_rent);
            if let (super::ImputedRent::LeftOut, Some(rent)) = (choice.rent, rent) {
                let rent = series(ground, &rent.code, Prices::Current);
                for (all, rent) in all.iter_mut().zip(rent) {
                    *all = told::subtract(*all, rent);
                }
            }
            all
        };
        let (mine, theirs) = (all(&place), all(&benchmark));
        let shares = |ground: &Ground<'_>, code: &str, all: &[Value]| -> Vec<Value> {
            let own = series(ground, code, Prices::Current);
            own.iter()
                .zip(all)
                .map(|(own, all)| told::over(*own, *all))
                .collect()
        };
        let rows = whole.into_iter().map(|own| {
            let volume = series(&place, &own.code, Prices::Chained);
            let other = series(&benchmark, &own.code, Prices::Chained);
            let numbers: Vec<Option<f64>> = volume.iter().map(|value| value.number()).collect();
            let ends = ends(&numbers);
            let withheld = gva.years.iter().zip(&volume);
            let withheld = withheld.filter(|(_, value)| **value == Value::Suppressed);
            TrendRow {
                code: own.code.clone(),
                name: own.name.clone(),
                share: shares(&place, &own.code, &mine),
                benchmark_share: shares(&benchmark, &own.code, &theirs),
                yearly: ends.and_then(|ends| between(&volume, &gva.years, ends)),
                benchmark_yearly: ends.and_then(|ends| between(&other, &gva.years, ends)),
                volatility: volatility(&numbers),
                withheld: withheld.map(|(year, _)| *year).collect(),
                volume_gbp_m: volume,
            }
        });
        Ok(Self {
            rows: rows.collect(),
            years: gva.years.clone(),
            money_year: gva.money_year,
            sources: sources::of_output(industries, &[&place, &benchmark]),
            place: place.name,
            benchmark: benchmark.name,
        })
    }
}

/// Positions of the first and the last year told.
fn ends(numbers: &[Option<f64>]) -> Option<[usize; 2]> {
    let first = numbers.iter().position(Option::is_some)?;
    let last = numbers.iter().rposition(Option::is_some)?;
    Some([first, last])
}

fn between(volume: &[Value], years: &[u16], [first, last]: [usize; 2]) -> Option<f64> {
    let number = |at: usize| volume.get(at)?.number();
    let year = |at: usize| years.get(at).copied();
    let span = f64::from(year(last)?.checked_sub(year(first)?)?);
    yearly_growth(number(first)?, number(last)?, span)
}
