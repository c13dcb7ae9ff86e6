//! The past told again from raw files: what the model would have said, from what was known
//! before, beside simple rules, and what came.

mod affordability;
mod carbon;
mod jobs;
mod output;
mod people;
mod stock;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use roadmap_core::data::model::{Evidence, Parameter, Parameters};
use roadmap_core::data::wire::HindcastRowWire;
use roadmap_core::model::draws::{self, Draws};
use roadmap_core::model::hindcast::{self, Band, Scores};
use roadmap_core::stats;

use crate::content::hindcast::Hindcast;
use crate::content::{model, read_toml};
use crate::pack::region::{self, Given};
use crate::problem::Problem;

/// What the past is told from.
pub struct Desk<'a> {
    /// Raw files and the recipe of the starting figures.
    pub given: &'a Given<'a>,
    /// The recipe of the past.
    pub words: &'a Hindcast,
    /// What the model is told.
    pub evidence: &'a Evidence,
    /// Its central parameters.
    pub central: Parameters,
    /// Draws of its parameters.
    pub draws: Vec<Parameters>,
}

impl<'a> Desk<'a> {
    /// Lays out what is needed.
    ///
    /// # Errors
    /// A fault when a parameter is told nowhere.
    pub fn new(
        given: &'a Given<'a>,
        words: &'a Hindcast,
        evidence: &'a Evidence,
    ) -> Result<Self, Problem> {
        let lacks = || {
            let reason = "a parameter of the model has no range".to_owned();
            region::fault(
                given,
                "hindcast",
                reason,
                "Give each its range in model/parameters.toml",
            )
        };
        let all = Draws::new(evidence, words.seed).ok_or_else(lacks)?;
        Ok(Self {
            given,
            words,
            evidence,
            central: draws::central(evidence).ok_or_else(lacks)?,
            draws: (0..words.draws).map(|draw| all.one(draw)).collect(),
        })
    }

    fn central(&self, parameter: Parameter) -> f64 {
        self.central.get(parameter)
    }
}

/// Which past the content wants told again; none where it does not say.
///
/// # Errors
/// A fault for a file that cannot be read.
pub fn read(content: &Path) -> Result<Option<Hindcast>, Problem> {
    let file = content.join(model::FOLDER).join("hindcast.toml");
    file.is_file().then(|| read_toml(&file)).transpose()
}

/// Every row of the scorecard.
///
/// # Errors
/// A fault for any figure that is needed and not there.
pub fn rows(desk: &Desk<'_>) -> Result<Vec<HindcastRowWire>, Problem> {
    let pasts = people::pasts(desk)?;
    let mut rows = people::rows(desk, &pasts)?;
    rows.extend(stock::rows(desk)?);
    rows.extend(jobs::rows(desk)?);
    rows.extend(output::rows(desk)?);
    rows.extend(affordability::rows(desk, &pasts)?);
    rows.extend(carbon::rows(desk, &pasts)?);
    Ok(rows)
}

/// Where a row of scores stands.
#[derive(Clone, Copy)]
struct At {
    subject: &'static str,
    start: u16,
    target: u16,
}

impl At {
    fn years(self) -> f64 {
        f64::from(self.target.saturating_sub(self.start))
    }
}

/// How one method told one past.
struct Told<'a> {
    mode: &'static str,
    method: &'static str,
    window: Option<u16>,
    cells: &'a [f64],
    /// Draws of each cell, if there are any.
    draws: &'a [Vec<f64>],
    note: &'static str,
}

impl<'a> Told<'a> {
    fn rule(method: &'static str, cells: &'a [f64]) -> Self {
        Self {
            mode: "",
            method,
            window: None,
            cells,
            draws: &[],
            note: "",
        }
    }

    fn model(mode: &'static str, method: &'static str, cells: &'a [f64]) -> Self {
        Self {
            mode,
            ..Self::rule(method, cells)
        }
    }
}

/// Scores against what came.
struct Judge<'a> {
    at: At,
    came: &'a [f64],
    least: f64,
}

impl Judge<'_> {
    fn scores(&self, cells: &[f64]) -> Option<Scores> {
        hindcast::scores(cells, self.came, self.least)
    }

    /// A row; none when nothing can be scored.
    fn row(&self, told: &Told<'_>) -> Option<HindcastRowWire> {
        let scores = self.scores(told.cells)?;
        let bands = Relative::of(told.draws, self.came);
        Some(HindcastRowWire {
            subject: self.at.subject.to_owned(),
            start: self.at.start,
            target: self.at.target,
            mode: told.mode.to_owned(),
            method: told.method.to_owned(),
            window: told.window,
            cells: scores.cells,
            wape_pct: to_2(scores.wape_pct),
            mape_pct: scores.mape_pct.map(to_2),
            bias_pct: to_2(scores.bias_pct),
            coverage_pct: bands.as_ref().and_then(Relative::coverage_pct).map(to_2),
            interval_score_pct: bands.as_ref().and_then(Relative::interval_pct).map(to_2),
            crps_pct: bands.as_ref().and_then(Relative::crps_pct).map(to_2),
            passes: None,
            asked: String::new(),
            note: told.note.to_owned(),
        })
    }
}

fn to_2(number: f64) -> f64 {
    region::rounding::to(number, 2)
}

/// Draws over what came, so that small and large cells count alike.
struct Relative {
    cells: Vec<Vec<f64>>,
    bands: Vec<Band>,
    ones: Vec<f64>,
}

impl Relative {
    fn of(draws: &[Vec<f64>], came: &[f64]) -> Option<Self> {
        let mut cells = Vec::new();
        let mut bands = Vec::new();
        for (draws, came) in draws.iter().zip(came).filter(|(_, came)| **came > 0.0) {
            let mut own: Vec<f64> = draws.iter().map(|draw| draw / came).collect();
            own.sort_by(f64::total_cmp);
            let at = |share: f64| stats::quantile(&own, share);
            bands.push(Band {
                low: at(0.1)?,
                high: at(0.9)?,
            });
            cells.push(own);
        }
        (!cells.is_empty()).then(|| Self {
            ones: vec![1.0; cells.len()],
            cells,
            bands,
        })
    }

    fn coverage_pct(&self) -> Option<f64> {
        hindcast::coverage(&self.bands, &self.ones).map(|share| 100.0 * share)
    }

    fn interval_pct(&self) -> Option<f64> {
        hindcast::interval_score(&self.bands, &self.ones).map(|score| 100.0 * score)
    }

    fn crps_pct(&self) -> Option<f64> {
        let scores = self.cells.iter().map(|own| hindcast::crps(own, 1.0));
        let scores: Option<Vec<f64>> = scores.collect();
        let count = f64::from(u32::try_from(self.cells.len()).ok()?);
        Some(100.0 * scores?.iter().sum::<f64>() / count)
    }
}

/// Marks rows of `judged` methods that must have a smaller error than those of `against`, by a
/// factor.
fn ask(
    rows: &mut [HindcastRowWire],
    judged: &[&str],
    (against, factor): (&str, f64),
    asked: &str,
    error: fn(&HindcastRowWire) -> f64,
) {
    let rule = rows.iter().find(|row| row.method == against).map(error);
    let Some(rule) = rule else { return };
    for row in rows
        .iter_mut()
        .filter(|row| judged.contains(&row.method.as_str()))
    {
        let passes = error(row) <= factor * rule;
        row.passes = Some(row.passes.unwrap_or(true) && passes);
        let so_far = std::mem::take(&mut row.asked);
        row.asked = if so_far.is_empty() {
            asked.to_owned()
        } else {
            format!("{so_far}; {asked}")
        };
    }
}

fn mape(row: &HindcastRowWire) -> f64 {
    row.mape_pct.unwrap_or(row.wape_pct)
}

fn wape(row: &HindcastRowWire) -> f64 {
    row.wape_pct
}

/// A number of each district in a year, in their order.
fn cells(districts: &[BTreeMap<u16, f64>], year: u16) -> Option<Vec<f64>> {
    districts
        .iter()
        .map(|own| own.get(&year).copied())
        .collect()
}
