//! The answer of `roadmap run`: a public contract, as JSON and as CSV.

use roadmap_core::model::ensemble::{Ensemble, Kept, Sample};
use roadmap_core::model::lanes::Lanes;
use roadmap_core::model::output::Output;
use roadmap_core::model::results::Results;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

use crate::rows::Number;

/// What is told of a future.
pub struct Told {
    pub scenario: String,
    pub model_version: String,
    pub pack_version: String,
    pub seed: u32,
    pub draws: usize,
    /// The base year first.
    pub years: Vec<u16>,
    /// The areas' codes in the model's order.
    pub codes: Vec<String>,
    /// Whether the block of space for work is on.
    pub has_space: bool,
    /// The central run, by section too.
    pub central: Results<1>,
    /// Its draws; none when none are asked for.
    pub bands: Option<Bands>,
}

/// The draws of a future.
pub struct Bands {
    pub future: Ensemble,
    /// The same draws of the baseline; none when the future is the baseline.
    pub baseline: Option<Ensemble>,
}

/// A series beside its years.
struct Series {
    central: Vec<Number>,
    /// The draws of each year and their differences from the baseline; empty without draws.
    draws: Vec<(Sample, Sample)>,
}

impl Told {
    /// Headlines that have a figure: without the block of space its own output is off.
    fn outputs(&self) -> impl Iterator<Item = Output> {
        let has_space = self.has_space;
        Output::headlines().filter(move |output| has_space || *output != Output::JobsLostToSpace)
    }

    fn series(&self, kept: Kept) -> Series {
        let bands = self.bands.iter();
        let draws = bands.flat_map(|Bands { future, baseline }| {
            let baseline = baseline.as_ref().unwrap_or(future);
            let years = 0..self.years.len();
            years.map(move |year| {
                let difference = future.difference(baseline, kept, year);
                (future.sample(kept, year), difference)
            })
        });
        Series {
            central: self.numbers(self.central.series(kept.area, kept.output)),
            draws: draws.collect(),
        }
    }

    fn numbers(&self, series: &[Lanes<1>]) -> Vec<Number> {
        let years = series.iter().take(self.years.len());
        years.map(|Lanes([value])| Number(*value)).collect()
    }

    /// Jobs or value added of an area by section letter, agencies apart.
    fn by_section(
        &self,
        area: usize,
        of: fn(&Results<1>, usize, usize) -> &[Lanes<1>],
    ) -> InOrder<CentralOnly> {
        let letters = ('A'..='S').map(String::from);
        let names = letters.chain(std::iter::once(AGENCIES.to_owned()));
        let told = names.enumerate().map(|(section, name)| {
            let central = self.numbers(of(&self.central, area, section));
            (name, CentralOnly { central })
        });
        InOrder(told.collect())
    }

    /// A line per area, output and year.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let mut lines = Vec::new();
        for (area, code) in self.codes.iter().enumerate() {
            for output in self.outputs() {
                let series = self.series(Kept { area, output });
                let years = self.years.iter().zip(&series.central).enumerate();
                lines.extend(years.map(|(since, (&year, &central))| {
                    let draws = series.draws.get(since);
                    let own = |share: f64| Some(Number(draws?.0.quantile(share)?));
                    let difference = |share: f64| Some(Number(draws?.1.quantile(share)?));
                    Line {
                        area: code,
                        output: output.key(),
                        year,
                        central,
                        p10: own(0.1),
                        p20: own(0.2),
                        p30: own(0.3),
                        p40: own(0.4),
                        p50: own(0.5),
                        p60: own(0.6),
                        p70: own(0.7),
                        p80: own(0.8),
                        p90: own(0.9),
                        difference_p10: difference(0.1),
                        difference_p50: difference(0.5),
                        difference_p90: difference(0.9),
                        share_positive: draws.and_then(|(_, d)| d.share_above(0.0)).map(Number),
                    }
                }));
            }
        }
        lines
    }
}

/// What the column of employment agencies is called beside the sections' letters.
const AGENCIES: &str = "agencies";

/// A year of an output of an area as a line of CSV; blank cells without draws.
#[derive(Serialize)]
pub struct Line<'a> {
    area: &'a str,
    output: &'static str,
    year: u16,
    central: Number,
    p10: Option<Number>,
    p20: Option<Number>,
    p30: Option<Number>,
    p40: Option<Number>,
    p50: Option<Number>,
    p60: Option<Number>,
    p70: Option<Number>,
    p80: Option<Number>,
    p90: Option<Number>,
    difference_p10: Option<Number>,
    difference_p50: Option<Number>,
    difference_p90: Option<Number>,
    share_positive: Option<Number>,
}

/// The answer of `roadmap run`: a future by year, for the whole place and each district.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Run")]
pub struct Answer<'a> {
    /// The key of the future, or of a scenario file.
    scenario: &'a str,
    /// Changes whenever a constant, a range or an equation does.
    model_version: &'a str,
    /// The data pack it starts from.
    pack_version: &'a str,
    /// The seed of the draws.
    seed: u32,
    /// How many draws; 0 is the central run alone.
    draws: usize,
    /// The base year first.
    years: &'a [u16],
    /// By area code, the whole place first.
    areas: InOrder<AreaAnswer>,
}

impl<'a> Answer<'a> {
    pub fn new(told: &'a Told) -> Self {
        let areas = told.codes.iter().enumerate();
        Self {
            scenario: &told.scenario,
            model_version: &told.model_version,
            pack_version: &told.pack_version,
            seed: told.seed,
            draws: told.draws,
            years: &told.years,
            areas: InOrder(
                areas
                    .map(|(area, code)| (code.clone(), AreaAnswer::new(told, area)))
                    .collect(),
            ),
        }
    }
}

/// An area: headlines by key, jobs and value added by section.
#[derive(Serialize)]
struct AreaAnswer {
    #[serde(flatten)]
    outputs: InOrder<OutputAnswer>,
    jobs_by_section: InOrder<CentralOnly>,
    /// GBP million.
    gva_by_section: InOrder<CentralOnly>,
}

impl JsonSchema for AreaAnswer {
    fn schema_name() -> Cow<'static, str> {
        "Area".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let output = generator.subschema_for::<OutputAnswer>();
        let sections = generator.subschema_for::<InOrder<CentralOnly>>();
        let mut properties = serde_json::Map::new();
        for own in Output::headlines() {
            properties.insert(own.key().to_owned(), output.clone().to_value());
        }
        for key in ["jobs_by_section", "gva_by_section"] {
            properties.insert(key.to_owned(), sections.clone().to_value());
        }
        // Without the block of space its own output is off.
        let optional = Output::JobsLostToSpace.key();
        let required: Vec<&String> = properties.keys().filter(|key| *key != optional).collect();
        json_schema!({
            "description": "An area: each headline by its key, jobs and value added (GBP million) by section letter, agencies apart.",
            "type": "object",
            "required": required,
            "properties": properties,
        })
    }
}

impl AreaAnswer {
    fn new(told: &Told, area: usize) -> Self {
        let outputs = told.outputs().map(|output| {
            let series = told.series(Kept { area, output });
            (output.key().to_owned(), OutputAnswer::new(series))
        });
        Self {
            outputs: InOrder(outputs.collect()),
            jobs_by_section: told.by_section(area, Results::jobs),
            gva_by_section: told.by_section(area, Results::gva),
        }
    }
}

/// A value per year.
#[derive(Serialize, JsonSchema)]
struct CentralOnly {
    central: Vec<Number>,
}

/// An output: the central run, and with draws its deciles and its difference from the baseline.
#[derive(Serialize, JsonSchema)]
struct OutputAnswer {
    /// The run with central parameters, a value per year.
    central: Vec<Number>,
    #[serde(flatten)]
    bands: Option<Deciles>,
}

/// The nine deciles, a value per year each.
#[derive(Serialize, JsonSchema)]
struct Deciles {
    p10: Vec<Number>,
    p20: Vec<Number>,
    p30: Vec<Number>,
    p40: Vec<Number>,
    p50: Vec<Number>,
    p60: Vec<Number>,
    p70: Vec<Number>,
    p80: Vec<Number>,
    p90: Vec<Number>,
    difference: Difference,
}

/// The difference from the baseline, draw by draw.
#[derive(Serialize, JsonSchema)]
struct Difference {
    p10: Vec<Number>,
    p50: Vec<Number>,
    p90: Vec<Number>,
    /// The share of draws in which the future has more than the baseline, 0 to 1.
    share_positive: Vec<Number>,
}

impl OutputAnswer {
    fn new(series: Series) -> Self {
        let Series { central, draws } = series;
        let own = |share: f64| -> Vec<Number> {
            let years = draws.iter();
            years
                .filter_map(|(own, _)| own.quantile(share).map(Number))
                .collect()
        };
        let difference = |share: f64| -> Vec<Number> {
            let years = draws.iter();
            years
                .filter_map(|(_, d)| d.quantile(share).map(Number))
                .collect()
        };
        let positive = draws.iter().filter_map(|(_, d)| d.share_above(0.0));
        let bands = Deciles {
            p10: own(0.1),
            p20: own(0.2),
            p30: own(0.3),
            p40: own(0.4),
            p50: own(0.5),
            p60: own(0.6),
            p70: own(0.7),
            p80: own(0.8),
            p90: own(0.9),
            difference: Difference {
                p10: difference(0.1),
                p50: difference(0.5),
                p90: difference(0.9),
                share_positive: positive.map(Number).collect(),
            },
        };
        Self {
            central,
            bands: (!draws.is_empty()).then_some(bands),
        }
    }
}

/// Named values as an object whose keys stay in their order.
struct InOrder<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for InOrder<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<T: JsonSchema> JsonSchema for InOrder<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}ByKey", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({"type": "object", "additionalProperties": value})
    }
}
