//! What was observed of the outputs before the model starts, on the model's own terms: the last
//! observed value of a district leads into its starting figure.

use std::collections::BTreeMap;

use roadmap_core::data::model::{District, Region};
use roadmap_core::data::wire::HistoryWire;

use super::cells::Cells;
use super::emissions;
use super::homes::Stock;
use super::{Given, rounding};
use crate::problem::Problem;
use crate::table::Table;

/// Numbers by year.
pub type Years = BTreeMap<u16, f64>;

/// Every observed series: per output the districts, then the whole place.
///
/// # Errors
/// A fault for a row that cannot be used.
pub fn read(given: &Given<'_>, region: &Region) -> Result<Vec<HistoryWire>, Problem> {
    let words = &given.words.history;
    let mut packed = Packed {
        given,
        wires: Vec::new(),
    };
    packed.population()?;
    let stock = Stock::read(given)?;
    let completions = of_districts(region, |own| completions(given, &stock, own))?;
    packed.add("completions", &words.completions, &completions, 2, sum);
    let ratios = given.series(&given.words.series.affordability)?;
    let ratios = of_districts(region, |own| {
        Ok(ratios.of(own.code.as_str()).into_iter().collect())
    })?;
    let homes: Vec<f64> = region.districts.iter().map(|own| own.homes).collect();
    let weighed = |own: &[f64]| {
        let pairs = own.iter().zip(&homes);
        pairs.map(|(own, homes)| own * homes).sum::<f64>() / homes.iter().sum::<f64>()
    };
    packed.add("affordability", &words.affordability, &ratios, 4, weighed);
    let jobs = jobs(given, region)?;
    packed.add("jobs", &words.jobs, &jobs, 0, sum);
    let gva = gva(given, region)?;
    packed.add("gva", &words.gva, &gva, 3, sum);
    let table = emissions::Table::read(given)?;
    for (output, sectors) in SECTORS {
        let co2 = of_districts(region, |own| co2(given, &table, own, sectors))?;
        packed.add(output, &words.co2, &co2, 4, sum);
    }
    Ok(packed.wires)
}

/// Outputs of emissions, and the columns they are made of.
const SECTORS: [(&str, &[&str]); 3] = [
    (
        "co2_business",
        &["industry", "commercial", "public_sector", "agriculture"],
    ),
    (
        "co2_homes",
        &["domestic_gas", "domestic_electricity", "domestic_other"],
    ),
    (
        "co2_transport",
        &["road_a", "road_minor", "transport_other", "waste"],
    ),
];

fn sum(own: &[f64]) -> f64 {
    own.iter().sum()
}

fn of_districts(
    region: &Region,
    of: impl Fn(&District) -> Result<Years, Problem>,
) -> Result<Vec<Years>, Problem> {
    region.districts.iter().map(of).collect()
}

struct Packed<'a> {
    given: &'a Given<'a>,
    wires: Vec<HistoryWire>,
}

impl Packed<'_> {
    fn push(&mut self, output: &str, source: &str, area: &str, years: &Years, decimals: i32) {
        if !years.is_empty() {
            let values = years.values().map(|value| rounding::to(*value, decimals));
            self.wires.push(HistoryWire {
                output: output.to_owned(),
                area: area.to_owned(),
                source: source.to_owned(),
                years: years.keys().copied().collect(),
                values: values.collect(),
            });
        }
    }

    /// The districts, and the whole in the years that all of them have.
    fn add(
        &mut self,
        output: &str,
        source: &str,
        districts: &[Years],
        decimals: i32,
        whole: impl Fn(&[f64]) -> f64,
    ) {
        for (code, years) in self.given.codes().zip(districts) {
            self.push(output, source, code, years, decimals);
        }
        let mut all = Years::new();
        for year in districts.first().into_iter().flat_map(BTreeMap::keys) {
            let own = districts.iter().map(|own| own.get(year).copied());
            if let Some(own) = own.collect::<Option<Vec<f64>>>() {
                all.insert(*year, whole(&own));
            }
        }
        self.push(output, source, self.given.county, &all, decimals);
    }

    fn population(&mut self) -> Result<(), Problem> {
        let words = self.given.words;
        let series = self.given.series(&words.series.people)?;
        let all = |code: &str| series.of(code).into_iter().collect::<Years>();
        let districts: Vec<Years> = self.given.codes().map(all).collect();
        self.add("population", &words.history.population, &districts, 0, sum);
        Ok(())
    }
}

/// Net additions by the year they end in: a year of the model runs from one middle to the next,
/// and three quarters of it lie in the financial year that ends in it.
fn completions(given: &Given<'_>, stock: &Stock<'_>, own: &District) -> Result<Years, Problem> {
    let code = own.code.as_str();
    let mut years = Years::new();
    for start in given.words.history.completions_first..given.words.homes.stock_year {
        if let Ok(added) = stock.counted(code, start) {
            years.insert(start + 1, added);
        }
    }
    let later = stock.of(code)?.additions.into_iter();
    years.extend(later.map(|(start, added)| (start + 1, added)));
    Ok(years)
}

/// Jobs without agencies and without the sections that the model drops.
pub fn jobs(given: &Given<'_>, region: &Region) -> Result<Vec<Years>, Problem> {
    let words = &given.words.history;
    let file = given.words.tables.earlier_divisions.under(given.raw);
    let table = Table::read(&file)?;
    let is_out = |name: &str| {
        let dropped = &words.dropped_divisions;
        name == given.words.jobs.agencies || dropped.iter().any(|own| own == name)
    };
    let names = table.columns();
    let names: Vec<&str> = names
        .filter(|name| name.strip_prefix("div").is_some_and(|own| !is_out(own)))
        .collect();
    let is_own = |own: &[&str]| own.last().is_some_and(|code| given.is_own(code));
    let cells = Cells::of(&table, &file, &["year", "lad16cd"], &names, is_own)?;
    of_districts(region, |own| {
        let mut years = Years::new();
        for year in &words.jobs_years {
            let key = year.to_string();
            let of = |name: &&str| cells.get(&[&key, own.code.as_str(), name]);
            let all: f64 = names.iter().map(of).sum::<Result<f64, Problem>>()?;
            years.insert(*year, all);
        }
        years.insert(region.base_year, own.jobs.iter().sum());
        Ok(years)
    })
}

/// Chained volumes of everything, scaled to what the model starts from.
fn gva(given: &Given<'_>, region: &Region) -> Result<Vec<Years>, Problem> {
    let words = &given.words.output;
    let file = given.words.tables.output_volume.under(given.raw);
    let table = Table::read(&file)?;
    let is_year = |name: &&str| name.len() == 4 && name.parse::<u16>().is_ok();
    let columns: Vec<&str> = table.columns().filter(is_year).collect();
    let keep = |own: &[&str]| match own {
        [code, row] => *row == words.total && given.is_own(code),
        _ => false,
    };
    let cells = Cells::of(
        &table,
        &file,
        &["lad_code", "industry_code"],
        &columns,
        keep,
    )?;
    of_districts(region, |own| {
        let at = |year: &str| cells.get(&[own.code.as_str(), &words.total, year]);
        let sections = own.jobs.iter().zip(own.gva_gbp_m_per_job);
        let sections: f64 = sections.map(|(jobs, per_job)| jobs * per_job).sum();
        let scale = (sections + own.agency_gva_gbp_m) / at(&words.year.to_string())?;
        let years = columns
            .iter()
            .filter_map(|name| Some((name.parse().ok()?, *name)));
        years
            .map(|(year, name)| Ok((year, scale * at(name)?)))
            .collect()
    })
}

/// Emissions as published, and after the last year told by sector brought on by emissions per
/// head and people.
fn co2(
    given: &Given<'_>,
    table: &emissions::Table<'_>,
    own: &District,
    sectors: &[&str],
) -> Result<Years, Problem> {
    let words = given.words.emissions;
    let code = own.code.as_str();
    let of = |year: u16| -> Result<f64, Problem> {
        sectors
            .iter()
            .map(|sector| table.get(code, year, sector))
            .sum()
    };
    let told = given.words.history.co2_first..=words.year;
    let mut years = told
        .map(|year| Ok((year, of(year)?)))
        .collect::<Result<Years, Problem>>()?;
    let people = given.series(&given.words.series.people)?;
    let last = of(words.year)?;
    for year in (words.year + 1)..=words.per_head_last {
        let scale = table.scale_to(code, year, people.get(code, year)?)?;
        years.insert(year, last * scale);
    }
    Ok(years)
}
