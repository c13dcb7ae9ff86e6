//! Up to four futures side by side, as one table of outcomes.

use super::cards::{CARDS, card};
use super::difference::{Difference, Verdict};
use super::outputs::About;
use super::{Asked, Run};
use crate::model::output::Output;
use crate::picture::csv_text;
use crate::quantity;

/// So many futures fit side by side.
pub const MOST_COMPARED: usize = 4;

/// Futures side by side in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What it shows: place, year, baseline.
    pub title: String,
    /// The names of the futures, a column each.
    pub futures: Vec<String>,
    /// A row to each outcome.
    pub rows: Vec<ComparisonRow>,
    /// What stands above the rows of a file.
    lines: Vec<String>,
}

/// An outcome in every future.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonRow {
    /// The output.
    pub output: Output,
    /// Its name.
    pub name: &'static str,
    /// What it is told in: `jobs`.
    pub unit: &'static str,
    /// A cell to each future.
    pub cells: Vec<ComparisonCell>,
}

/// An outcome in a future.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonCell {
    /// The central value, short.
    pub figure: String,
    /// How far it lies from the baseline, in words.
    pub difference: String,
    /// What that amounts to.
    pub verdict: Verdict,
    /// The central value, the difference, and what eight in ten runs lie between of each.
    numbers: [Option<f64>; 6],
}

/// Compares futures by the headline outputs; those beyond the fourth are left out.
#[must_use]
pub fn compare(asked: &Asked<'_>, runs: &[&Run]) -> Comparison {
    let runs = runs.get(..MOST_COMPARED).unwrap_or(runs);
    let rows = CARDS.into_iter().map(|output| {
        let about = About::of(output);
        ComparisonRow {
            output,
            name: about.name,
            unit: quantity::unit_name(about.unit),
            cells: runs.iter().map(|run| cell(asked, run, output)).collect(),
        }
    });
    let title = format!(
        "{} in {}, beside {}",
        asked.place_name(),
        asked.told_year(),
        asked.baseline.name
    );
    let model = asked.model;
    Comparison {
        futures: runs.iter().map(|run| run.name.clone()).collect(),
        rows: rows.collect(),
        lines: vec![
            title.clone(),
            "Modelled, not a forecast. Low and high: one run in ten lies below, one above."
                .to_owned(),
            format!(
                "{}, scenario model {}, data pack {}",
                asked.dataset.product_name, model.evidence.model_version, model.pack_version
            ),
        ],
        title,
    }
}

fn cell(asked: &Asked<'_>, run: &Run, output: Output) -> ComparisonCell {
    let asked = Asked { own: run, ..*asked };
    let Some(card) = card(&asked, output) else {
        return ComparisonCell {
            figure: "not told".to_owned(),
            difference: String::new(),
            verdict: Verdict::None,
            numbers: [None; 6],
        };
    };
    let since = asked.since();
    let difference = Difference::of(&asked, asked.area, output);
    let spread = run.spreads(asked.area, output).get(since);
    let ends = spread.map(|spread| {
        let [low, .., high] = spread.deciles;
        [low, high]
    });
    let gap_ends = difference.and_then(|own| own.likely);
    ComparisonCell {
        figure: card.figure,
        difference: card.difference,
        verdict: card.verdict,
        numbers: [
            run.value(asked.area, output, since),
            ends.map(|[low, _]| low),
            ends.map(|[_, high]| high),
            difference.map(|own| own.central),
            gap_ends.map(|[low, _]| low),
            gap_ends.map(|[_, high]| high),
        ],
    }
}

impl Comparison {
    /// The table as CSV, a row to each outcome of each future, with what it shows in front.
    #[must_use]
    pub fn csv(&self) -> String {
        let heads = [
            "outcome",
            "unit",
            "future",
            "value",
            "low",
            "high",
            "difference from baseline",
            "difference low",
            "difference high",
            "in words",
        ];
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        for row in &self.rows {
            let decimals = About::of(row.output).decimals;
            for (name, cell) in self.futures.iter().zip(&row.cells) {
                let mut line = vec![row.name.to_owned(), row.unit.to_owned(), name.clone()];
                // A digit more than is shown, so that differences can be taken again.
                let number = |number: &Option<f64>| {
                    number.map_or_else(String::new, |number| {
                        quantity::plain(number, decimals.saturating_add(1))
                    })
                };
                line.extend(cell.numbers.iter().map(number));
                line.push(cell.difference.clone());
                rows.push(line);
            }
        }
        csv_text(&self.lines, &rows)
    }
}
