//! Reference results: every named future's headlines in a few years, as a model version has them.

use std::collections::BTreeMap;
use std::path::Path;

use roadmap_core::area::AreaCode;
use roadmap_core::data::model::{Evidence, Region, Scenario};
use roadmap_core::model::draws::{central, shifted, side_by_side};
use roadmap_core::model::output::Output;
use roadmap_core::model::plan::Plan;
use roadmap_core::model::prepared::Prepared;
use roadmap_core::model::results::Results;
use roadmap_core::model::run::Workspace;
use serde::{Deserialize, Serialize};

use crate::commands::model::{areas, incomplete};
use crate::problem::{ModelProblem, Problem};
use crate::rows::Number;
use crate::{json, store};

/// The years that are kept, as far as they are modelled.
const YEARS: [u16; 3] = [2030, 2040, 2050];
/// Digits that are kept: more than anybody reads, fewer than make the file large.
const DIGITS: usize = 9;

/// Results of the central run of every named future.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub model_version: String,
    pub pack_version: String,
    years: Vec<u16>,
    /// Keys of the headlines.
    outputs: Vec<String>,
    rows: Vec<Row>,
}

/// An area of a future.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    scenario: String,
    area: String,
    /// A list per output, a number per year.
    values: Vec<Vec<f64>>,
}

/// An output of a future that moved, and the figure of it that moved most.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moved {
    scenario: String,
    output: String,
    /// How many figures of it moved.
    figures: usize,
    area: String,
    year: u16,
    /// None when the reference does not tell it.
    before: Option<Number>,
    /// None when it is told no more.
    now: Option<Number>,
    /// By how much it moved; none without both figures, or from nothing.
    change_pct: Option<Number>,
}

impl Reference {
    /// Runs every named future.
    ///
    /// # Errors
    /// When the model cannot be run.
    pub fn fresh(
        region: &Region,
        evidence: &Evidence,
        pack_version: &str,
    ) -> Result<Self, Problem> {
        let prepared = Prepared::new(region, evidence)
            .map_err(|why| Problem::Model(ModelProblem::NoRun(why.to_string())))?;
        let middle = central(evidence).ok_or_else(incomplete)?;
        let modelled = region.base_year..=region.last_year;
        let years: Vec<u16> = YEARS
            .into_iter()
            .filter(|year| modelled.contains(year))
            .collect();
        let mut workspace = Workspace::new(&prepared);
        let mut results = Results::new(&prepared, false);
        let mut rows = Vec::new();
        for scenario in &evidence.scenarios {
            let plan = Plan::new(&prepared, &evidence.settings_of(scenario), true);
            let parameters = side_by_side(&[shifted(middle, &scenario.shifts)]);
            prepared.run(&plan, &parameters, None, &mut workspace, &mut results);
            rows.extend(of_scenario(region, scenario, &results, &years));
        }
        Ok(Self {
            model_version: evidence.model_version.clone(),
            pack_version: pack_version.to_owned(),
            years,
            outputs: Output::headlines()
                .map(|own| own.key().to_owned())
                .collect(),
            rows,
        })
    }

    /// From a file.
    ///
    /// # Errors
    /// When it cannot be read or is not of this form.
    pub fn read(path: &Path) -> Result<Self, Problem> {
        serde_json::from_slice(&store::read(path)?).map_err(|why| {
            Problem::Model(ModelProblem::BadReference {
                path: path.to_owned(),
                why: why.to_string(),
            })
        })
    }

    /// As JSON, a line per area of a future, so that a change shows where it is.
    ///
    /// # Errors
    /// When it has no JSON form.
    pub fn text(&self) -> Result<String, Problem> {
        let rows: Vec<String> = self
            .rows
            .iter()
            .map(json::compact)
            .collect::<Result<_, _>>()?;
        Ok(format!(
            "{{\n\"model_version\":{},\n\"pack_version\":{},\n\"years\":{},\n\"outputs\":{},\n\"rows\":[\n{}\n]\n}}\n",
            json::compact(&self.model_version)?,
            json::compact(&self.pack_version)?,
            json::compact(&self.years)?,
            json::compact(&self.outputs)?,
            rows.join(",\n")
        ))
    }

    /// How many figures it holds.
    pub fn figures(&self) -> usize {
        let values = self.rows.iter().flat_map(|row| &row.values);
        values.map(Vec::len).sum()
    }

    /// What moved, in the order of futures and outputs.
    pub fn moved_from(&self, earlier: &Self) -> Vec<Moved> {
        let (before, now) = (earlier.cells(), self.cells());
        let (before_at, now_at) = (by_key(&before), by_key(&now));
        let mut moved: Vec<Moved> = Vec::new();
        let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let gone = before.iter().filter(|(key, _)| !now_at.contains_key(key));
        for &(key, _) in now.iter().chain(gone) {
            let pair = [&before_at, &now_at].map(|cells| cells.get(&key).copied());
            let [was, is] = pair;
            if was == is {
                continue;
            }
            let own = Moved::new(key, pair);
            let place = *places.entry((key.scenario, key.output)).or_insert_with(|| {
                moved.push(Moved {
                    figures: 0,
                    ..own.clone()
                });
                moved.len() - 1
            });
            if let Some(most) = moved.get_mut(place) {
                let figures = most.figures + 1;
                if own.size() > most.size() {
                    *most = own;
                }
                most.figures = figures;
            }
        }
        moved
    }

    /// Every figure and what it is of, in the order of the file.
    fn cells(&self) -> Vec<(Key<'_>, f64)> {
        let mut cells = Vec::with_capacity(self.figures());
        for row in &self.rows {
            for (output, values) in self.outputs.iter().zip(&row.values) {
                cells.extend(self.years.iter().zip(values).map(|(year, value)| {
                    let key = Key {
                        scenario: &row.scenario,
                        output,
                        area: &row.area,
                        year: *year,
                    };
                    (key, *value)
                }));
            }
        }
        cells
    }
}

/// What a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    scenario: &'a str,
    output: &'a str,
    area: &'a str,
    year: u16,
}

fn by_key<'a>(cells: &[(Key<'a>, f64)]) -> BTreeMap<Key<'a>, f64> {
    cells.iter().copied().collect()
}

impl Moved {
    fn new(key: Key<'_>, [before, now]: [Option<f64>; 2]) -> Self {
        let both = before.zip(now).filter(|(before, _)| *before != 0.0);
        let change = both.map(|(before, now)| 100.0 * (now - before) / before.abs());
        Self {
            scenario: key.scenario.to_owned(),
            output: key.output.to_owned(),
            figures: 1,
            area: key.area.to_owned(),
            year: key.year,
            before: before.map(Number),
            now: now.map(Number),
            change_pct: change.map(Number),
        }
    }

    /// How much it moved; a figure that came, went or rose from nothing moved most.
    fn size(&self) -> f64 {
        self.change_pct
            .map_or(f64::INFINITY, |Number(change)| change.abs())
    }

    /// A line of the table.
    pub fn line(&self) -> String {
        let number =
            |own: Option<Number>| own.map_or("-".to_owned(), |Number(own)| own.to_string());
        let change = self.change_pct;
        let change = change.map_or("-".to_owned(), |Number(own)| format!("{own:+.6}"));
        format!(
            "{:<28}{:<20}{:>8}  {:<11}{:>6}{:>18}{:>18}{change:>12}\n",
            self.scenario,
            self.output,
            self.figures,
            self.area,
            self.year,
            number(self.before),
            number(self.now)
        )
    }
}

fn of_scenario(
    region: &Region,
    scenario: &Scenario,
    results: &Results<1>,
    years: &[u16],
) -> Vec<Row> {
    let value = |area: usize, output: Output, year: u16| {
        let since = usize::from(year.saturating_sub(region.base_year));
        let lanes = results.series(area, output).get(since);
        lanes.map_or(f64::NAN, |lanes| rounded(lanes.0[0]))
    };
    let row = |(area, code): (usize, &str)| Row {
        scenario: scenario.key.clone(),
        area: code.to_owned(),
        values: Output::headlines()
            .map(|output| {
                let years = years.iter();
                years.map(|year| value(area, output, *year)).collect()
            })
            .collect(),
    };
    let codes = areas::codes(region).map(AreaCode::as_str);
    codes.enumerate().map(row).collect()
}

/// A number to as many digits as are kept.
fn rounded(number: f64) -> f64 {
    let decimals = DIGITS - 1;
    format!("{number:.decimals$e}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(values: &[Vec<f64>]) -> Reference {
        let row = |area: &str| Row {
            scenario: "baseline".to_owned(),
            area: area.to_owned(),
            values: values.to_vec(),
        };
        Reference {
            model_version: "1".to_owned(),
            pack_version: "2026.1".to_owned(),
            years: vec![2030, 2040],
            outputs: vec!["jobs".to_owned(), "gva".to_owned()],
            rows: vec![row("whole"), row("part")],
        }
    }

    #[test]
    fn the_figure_that_moved_most_is_told() {
        let earlier = reference(&[vec![100.0, 200.0], vec![5.0, 0.0]]);
        assert_eq!(earlier.moved_from(&earlier), []);
        let mut now = earlier.clone();
        now.rows[0].values[0] = vec![101.0, 200.0];
        now.rows[1].values[0] = vec![100.0, 190.0];
        now.rows[1].values[1] = vec![5.0, 1.0];
        let [jobs, gva] = &now.moved_from(&earlier)[..] else {
            panic!("two outputs moved");
        };
        assert_eq!((jobs.output.as_str(), jobs.figures), ("jobs", 2));
        assert_eq!((jobs.area.as_str(), jobs.year), ("part", 2040));
        assert_eq!(jobs.change_pct, Some(Number(-5.0)));
        assert_eq!((gva.figures, gva.change_pct), (1, None));
        now.rows.pop();
        let told = now.moved_from(&earlier);
        assert!(
            told.iter()
                .all(|own| own.now.is_none() || own.area == "whole")
        );
    }

    #[test]
    fn what_is_written_is_read_back() {
        let values = [1.0 / 3.0, 581_790.0, 1e-7, 0.0].map(rounded);
        assert_eq!(values[0], 0.333_333_333);
        let own = reference(&[values[..2].to_vec(), values[2..].to_vec()]);
        let text = own.text().unwrap();
        assert_eq!(serde_json::from_str::<Reference>(&text).unwrap(), own);
        assert_eq!(text.lines().count(), 10);
    }
}
