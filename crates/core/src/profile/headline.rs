//! One headline figure of a place: value, change, benchmarks and standing.

use super::change::Change;
use crate::area::AreaCode;
use crate::data::{Dataset, Observation};
use crate::measure::{Measure, Unit};
use crate::quantity;
use crate::source::Source;
use crate::stats::{self, Spread};

/// A headline figure of a place.
#[derive(Clone, Debug)]
pub struct Headline<'a> {
    /// What is counted.
    pub measure: &'a Measure,
    /// The place's latest figure; none when it has none.
    pub latest: Option<Observation<'a>>,
    /// How it has changed.
    pub change: Change,
    /// The county, the region and the country, or what stands in for them.
    pub benchmarks: Vec<Benchmark<'a>>,
    /// Where it stands among every English district.
    pub standing: Option<Standing>,
    /// Who published it.
    pub source: Option<&'a Source>,
}

/// What a place is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BenchmarkRole {
    /// The county, for one of its districts.
    County,
    /// The region.
    Region,
    /// The country.
    Country,
    /// The median of the English districts, where no figure for the country is published.
    MedianDistrict,
}

/// A benchmark in the same period as the place's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark<'a> {
    /// Which.
    pub role: BenchmarkRole,
    /// Its name.
    pub name: &'a str,
    /// Its value; none when it is not published for that period.
    pub value: Option<f64>,
}

/// Where a place stands among English districts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// How many districts have a figure.
    pub districts: usize,
    /// The rank from the highest; none for a place that is not a district.
    pub rank_from_highest: Option<usize>,
    /// How many percent of districts are below the place.
    pub below_pct: f64,
    /// Middle and width of the districts.
    pub spread: Spread,
}

/// Works out a headline figure of a place.
#[must_use]
pub fn headline<'a>(dataset: &'a Dataset, measure: &'a Measure, area: &AreaCode) -> Headline<'a> {
    let series = dataset.series(&measure.slug);
    let latest = series.and_then(|series| series.latest(area));
    Headline {
        measure,
        latest,
        change: series.map_or(Change::NoSpan, |series| {
            Change::of(measure, series, area, &dataset.place.country)
        }),
        benchmarks: benchmarks(dataset, measure, area, latest),
        standing: standing(dataset, measure, area, latest),
        source: dataset.source_of(measure),
    }
}

impl Headline<'_> {
    /// The figure as shown big; words when there is none.
    #[must_use]
    pub fn value_words(&self) -> String {
        let number = self
            .latest
            .and_then(|latest| latest.quantity.value.number());
        number.map_or_else(
            || "Not published".to_owned(),
            |number| quantity::figure(number, self.measure.unit, self.measure.decimals),
        )
    }

    /// What the figure counts besides the sign in front of it: unit and period,
    /// `a week, April 2025`.
    #[must_use]
    pub fn unit_and_period(&self) -> String {
        let unit = match self.measure.unit {
            // The sign beside the figure has said it.
            Unit::Percent => {
                return self
                    .latest
                    .map(|latest| latest.period.words())
                    .unwrap_or_default();
            }
            Unit::GbpPerWeek => "a week",
            Unit::GbpPerHour => "per hour worked",
            Unit::GbpPerHead => "per head",
            unit => quantity::unit_name(unit),
        };
        self.latest.map_or_else(
            || unit.to_owned(),
            |latest| format!("{unit}, {}", latest.period.words()),
        )
    }

    /// The published interval in words, if there is one.
    #[must_use]
    pub fn interval_words(&self) -> Option<String> {
        let interval = self.latest?.quantity.interval?;
        Some(format!(
            "likely {} (95% interval)",
            quantity::range(interval, self.measure.unit, self.measure.decimals)
        ))
    }

    /// The benchmark a message compares with: the country, else the median district.
    #[must_use]
    pub fn main_benchmark(&self) -> Option<(&Benchmark<'_>, f64)> {
        [BenchmarkRole::Country, BenchmarkRole::MedianDistrict]
            .into_iter()
            .find_map(|role| {
                let benchmark = self
                    .benchmarks
                    .iter()
                    .find(|benchmark| benchmark.role == role)?;
                Some((benchmark, benchmark.value?))
            })
    }

    /// The benchmarks in one line: `England 7.6, the region 8.9`.
    #[must_use]
    pub fn benchmark_words(&self) -> String {
        let shown = |benchmark: &Benchmark<'_>| {
            let value =
                quantity::figure(benchmark.value?, self.measure.unit, self.measure.decimals);
            let name = benchmark.name;
            Some(match name.strip_prefix("the ") {
                // The stand-in for a country without a figure is told first, so it opens the line.
                Some(rest) => format!("The {rest} {value}"),
                None => format!("{name} {value}"),
            })
        };
        let told: Vec<String> = self.benchmarks.iter().rev().filter_map(shown).collect();
        let missing: Vec<&str> = self
            .benchmarks
            .iter()
            .filter(|benchmark| benchmark.value.is_none())
            .map(|b| b.name)
            .collect();
        match (told.is_empty(), missing.is_empty()) {
            (_, true) => told.join(", "),
            (true, false) => format!("No figure is published for {}", missing.join(" or ")),
            (false, false) => format!(
                "{}; no figure is published for {}",
                told.join(", "),
                missing.join(" or ")
            ),
        }
    }

    /// The three numbers of a stage: the place, its main benchmark, the change.
    #[must_use]
    pub fn three_numbers(&self) -> Vec<(String, String)> {
        let mut numbers = vec![(self.value_words(), self.unit_and_period())];
        if let Some((benchmark, value)) = self.main_benchmark() {
            let shown = quantity::figure(value, self.measure.unit, self.measure.decimals);
            numbers.push((shown, benchmark.name.trim_start_matches("the ").to_owned()));
        }
        if let Change::Span {
            from, difference, ..
        } = &self.change
        {
            let size = quantity::signed(*difference, self.measure.unit, self.measure.decimals);
            numbers.push((size, self.change.words_after_number(from)));
        }
        numbers
    }

    /// Where the place stands, in words.
    #[must_use]
    pub fn standing_words(&self) -> String {
        let Some(standing) = self.standing else {
            return "No comparison with all English districts here".to_owned();
        };
        let of = format!(
            "of {} English districts",
            quantity::count(standing.districts)
        );
        match standing.rank_from_highest {
            Some(rank) if rank * 2 <= standing.districts + 1 => {
                format!("{} highest {of}", nth(rank))
            }
            Some(rank) => format!("{} lowest {of}", nth(standing.districts + 1 - rank)),
            None => among_districts(standing),
        }
    }
}

/// Where a place stands that is not itself a district: `Higher than 87% of 296 English districts`.
fn among_districts(standing: Standing) -> String {
    let districts = format!("{} English districts", quantity::count(standing.districts));
    match standing.below_pct {
        // "Higher than 0%" and "higher than 100%" would hide on which side the place is.
        below if below <= 0.0 => format!("Lower than all {districts}"),
        below if below < 0.5 => format!("Lower than nearly all {districts}"),
        below if below >= 100.0 => format!("Higher than all {districts}"),
        below if below >= 99.5 => format!("Higher than nearly all {districts}"),
        below => {
            let below = quantity::figure(below, Unit::Percent, 0);
            format!("Higher than {below} of {districts}")
        }
    }
}

/// `highest` needs no `1st` in front.
fn nth(rank: usize) -> String {
    if rank == 1 {
        "The".to_owned()
    } else {
        quantity::ordinal(rank)
    }
}

fn benchmarks<'a>(
    dataset: &'a Dataset,
    measure: &'a Measure,
    area: &AreaCode,
    latest: Option<Observation<'a>>,
) -> Vec<Benchmark<'a>> {
    let place = &dataset.place;
    let value_of = |code: &AreaCode| {
        let series = dataset.series(&measure.slug)?;
        match latest {
            Some(latest) => series.at(code, latest.period)?.value.number(),
            None => series.latest(code)?.quantity.value.number(),
        }
    };
    let roles = [
        (BenchmarkRole::County, &place.county),
        (BenchmarkRole::Region, &place.region),
        (BenchmarkRole::Country, &place.country),
    ];
    let mut benchmarks: Vec<Benchmark<'a>> = roles
        .into_iter()
        .filter(|(_, code)| *code != area)
        .map(|(role, code)| Benchmark {
            role,
            name: dataset.name_of(code),
            value: value_of(code),
        })
        .collect();
    let has_country = benchmarks
        .iter()
        .any(|benchmark| benchmark.role == BenchmarkRole::Country && benchmark.value.is_some());
    if !has_country {
        // A figure whose other districts are not in the pack has no stand-in.
        let median =
            distribution_values(dataset, measure).and_then(|values| stats::median(&values));
        benchmarks.extend(median.map(|median| Benchmark {
            role: BenchmarkRole::MedianDistrict,
            name: "the median English district",
            value: Some(median),
        }));
    }
    benchmarks
}

fn standing(
    dataset: &Dataset,
    measure: &Measure,
    area: &AreaCode,
    latest: Option<Observation<'_>>,
) -> Option<Standing> {
    let distribution = dataset.distribution(&measure.slug)?;
    let latest = latest.filter(|latest| *latest.period == distribution.period)?;
    let value = latest.quantity.value.number()?;
    let values = distribution_values(dataset, measure)?;
    let is_district = dataset
        .english_districts
        .iter()
        .any(|district| district.code == *area);
    Some(Standing {
        districts: values.len(),
        rank_from_highest: is_district.then(|| stats::rank_descending(&values, value)),
        below_pct: stats::share_below_pct(&values, value)?,
        spread: Spread::of(&values)?,
    })
}

fn distribution_values(dataset: &Dataset, measure: &Measure) -> Option<Vec<f64>> {
    let values: Vec<f64> = dataset
        .distribution(&measure.slug)?
        .values
        .iter()
        .copied()
        .flatten()
        .collect();
    (!values.is_empty()).then_some(values)
}
