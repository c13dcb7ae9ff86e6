//! One measure over all areas of a level, whichever file it comes from.

use super::{Atlas, Subject};
use crate::area::{Area, AreaCode, Level, Vintage};
use crate::data::{Benchmark, BenchmarkOf, Dataset};
use crate::period::Period;
use crate::quantity::{self, Interval, Provenance, Quantity, Value};

/// A measure over the areas of one level at one period.
#[derive(Clone, Debug, PartialEq)]
pub struct MapFigures {
    /// What it is about.
    pub subject: Subject,
    /// The level of its areas.
    pub level: Level,
    /// The drawing of boundaries the areas belong to.
    pub vintage: Vintage,
    /// The period as published; empty when the figures are for none.
    pub period: String,
    /// The period in words.
    pub period_words: String,
    /// Where the numbers come from.
    pub provenance: Provenance,
    /// Whether we added them up from smaller areas.
    pub is_added_up: bool,
    /// One row per area, in ascending order of code.
    pub rows: Vec<Row>,
    /// Every number at this level through time, so that classes hold still from period to period.
    pub through_time: Vec<f64>,
    /// What larger areas have, from the county up.
    pub benchmarks: Vec<Named>,
    /// Publisher, title and licence, as one line.
    pub source_words: String,
    /// The publisher's page.
    pub source_url: Option<String>,
}

/// One area's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The area.
    pub code: AreaCode,
    /// The name people use.
    pub name: String,
    /// The name of its district; empty for a district.
    pub district: String,
    /// Its figure, or why there is none.
    pub value: Value,
    /// The published 95% interval.
    pub interval: Option<Interval>,
}

/// A larger area's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The larger area.
    pub area: AreaCode,
    /// Whose figure it is: the area's name, or its middle area's.
    pub name: String,
    /// The figure, in the measure's unit.
    pub value: f64,
    /// Its published 95% interval.
    pub interval: Option<Interval>,
}

impl MapFigures {
    /// The values, one per row.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        self.rows.iter().map(|row| row.value).collect()
    }

    /// The values as plain numbers, not-a-number where there is none: what statistics take.
    #[must_use]
    pub fn numbers(&self) -> Vec<f64> {
        let number = |row: &Row| row.value.number().unwrap_or(f64::NAN);
        self.rows.iter().map(number).collect()
    }

    /// A figure in words, with its unit.
    #[must_use]
    pub fn told(&self, value: Value) -> String {
        quantity::value_words(value, self.subject.unit, self.subject.decimals)
    }

    /// A number in words, with its unit.
    #[must_use]
    pub fn told_number(&self, number: f64) -> String {
        quantity::figure(number, self.subject.unit, self.subject.decimals)
    }

    /// The county's figure, or else the next larger area's that has one.
    #[must_use]
    pub fn nearest_benchmark(&self) -> Option<&Named> {
        self.benchmarks.first()
    }
}

impl Atlas {
    /// The periods at which a measure is told at a level, in order of time.
    #[must_use]
    pub fn periods<'a>(
        &'a self,
        dataset: &'a Dataset,
        slug: &str,
        level: Level,
    ) -> Vec<&'a Period> {
        if level == Level::District
            && let Some(series) = dataset.series(slug)
        {
            let has_any = |period: &&Period| {
                dataset.districts().any(|district| {
                    let quantity = series.at(&district.code, period);
                    quantity.is_some_and(|quantity| quantity.value.number().is_some())
                })
            };
            return series.periods.iter().filter(has_any).collect();
        }
        self.small.periods(slug, level)
    }

    /// A measure over the areas of a level, at the latest period if none is asked for; none
    /// when it is not told there or then.
    #[must_use]
    pub fn figures(
        &self,
        dataset: &Dataset,
        slug: &str,
        level: Level,
        period: Option<&str>,
    ) -> Option<MapFigures> {
        let subject = self.subject(dataset, slug)?;
        if level == Level::District && dataset.has_district_figures(slug) {
            self.of_districts(dataset, subject, period)
        } else {
            self.of_small_areas(dataset, subject, level, period)
        }
    }

    fn of_districts(
        &self,
        dataset: &Dataset,
        subject: Subject,
        period: Option<&str>,
    ) -> Option<MapFigures> {
        let measure = dataset.measure(&subject.slug)?;
        let series = dataset.series(&subject.slug)?;
        let periods = self.periods(dataset, &subject.slug, Level::District);
        let mut periods = periods.into_iter();
        let period = match period {
            Some(text) => periods.find(|period| period.as_str() == text)?,
            None => periods.next_back()?,
        };
        let at = |code: &AreaCode| series.at(code, period);
        let missing = Quantity {
            value: Value::Missing,
            interval: None,
            provenance: Provenance::Observed,
        };
        let set = self.small.set(Level::District, Vintage::Current)?;
        let row = |code: &AreaCode| {
            let quantity = at(code).unwrap_or(missing);
            Row {
                code: code.clone(),
                name: dataset.name_of(code).to_owned(),
                district: String::new(),
                value: quantity.value,
                interval: quantity.interval,
            }
        };
        let place = &dataset.place;
        let larger = [&place.county, &place.region, &place.country];
        let benchmark = |code: &&AreaCode| {
            let quantity = at(code)?;
            Some(Named {
                area: AreaCode::clone(code),
                name: dataset.name_of(code).to_owned(),
                value: quantity.value.number()?,
                interval: quantity.interval,
            })
        };
        let source = dataset.source_of(measure);
        let all = set
            .areas
            .iter()
            .flat_map(|area| series.observations(&area.code));
        let through_time = all.filter_map(|observation| observation.quantity.value.number());
        Some(MapFigures {
            through_time: through_time.collect(),
            level: Level::District,
            vintage: Vintage::Current,
            period: period.as_str().to_owned(),
            period_words: period.words(),
            provenance: Provenance::Observed,
            is_added_up: false,
            rows: set.areas.iter().map(|area| row(&area.code)).collect(),
            benchmarks: larger.iter().filter_map(benchmark).collect(),
            source_words: source.map(crate::source::Source::line).unwrap_or_default(),
            source_url: source.map(|source| source.url.clone()),
            subject,
        })
    }

    fn of_small_areas(
        &self,
        dataset: &Dataset,
        subject: Subject,
        level: Level,
        period: Option<&str>,
    ) -> Option<MapFigures> {
        let measure = self.small.measure(&subject.slug)?;
        let figures = self.small.figures(&subject.slug, level, period)?;
        let set = self.small.set(level, figures.vintage)?;
        let districts = self.small.set(Level::District, Vintage::Current)?;
        let district = |at: Option<usize>| {
            let district = at.and_then(|at| districts.areas.get(at));
            district.map_or_else(String::new, |area| area.name.clone())
        };
        let rows = figures
            .areas
            .iter()
            .zip(&figures.values)
            .zip(set.districts());
        let rows = rows.map(|((area, value), at)| Row {
            code: area.code.clone(),
            name: friendly_name(dataset, area),
            district: match level {
                Level::District => String::new(),
                _ => district(*at),
            },
            value: *value,
            interval: None,
        });
        let period_words = match figures.since {
            Some(since) => format!("{} to {}", since.words(), figures.period.words()),
            None => figures.period.words(),
        };
        let of_period = |benchmark: &&Benchmark| benchmark.period == *figures.period;
        let benchmarks = measure
            .benchmarks
            .iter()
            .filter(of_period)
            .map(|benchmark| {
                let name = dataset.name_of(&benchmark.area);
                Named {
                    area: benchmark.area.clone(),
                    interval: None,
                    name: match benchmark.of {
                        BenchmarkOf::Whole => name.to_owned(),
                        BenchmarkOf::MedianArea => format!("{name}’s middle area"),
                    },
                    value: benchmark.value,
                }
            });
        let source = self.small.source_of(measure);
        let periods = self.small.periods(&subject.slug, level);
        let at = |period: &&Period| {
            let figures = self
                .small
                .figures(&subject.slug, level, Some(period.as_str()));
            figures.map(|figures| figures.values).unwrap_or_default()
        };
        let through_time = periods.iter().flat_map(at).filter_map(Value::number);
        Some(MapFigures {
            through_time: through_time.collect(),
            level,
            vintage: figures.vintage,
            period: figures.period.as_str().to_owned(),
            period_words,
            provenance: measure.provenance,
            is_added_up: figures.is_added_up,
            benchmarks: benchmarks.collect(),
            source_words: source.map(crate::source::Source::line).unwrap_or_default(),
            source_url: source.map(|source| source.url.clone()),
            rows: rows.collect(),
            subject,
        })
    }
}

/// What people call an area, and its census name: `Old Town (Newtown 004A)`; the census name
/// alone where nobody has named it.
fn friendly_name(dataset: &Dataset, area: &Area) -> String {
    let msoa = match area.level {
        Level::Msoa => Some(&area.code),
        Level::Lsoa => area.parent.as_ref(),
        _ => None,
    };
    let mut places = dataset.named_places.iter();
    let place = msoa.and_then(|code| places.find(|place| place.code == *code));
    match place {
        Some(place) => format!("{} ({})", place.name, area.name),
        None => area.name.clone(),
    }
}
