//! What any map of areas says, whatever its colours stand for: the same questions for page,
//! table and file.

use super::{MapFigures, Ranking, Shading, full_name};
use crate::area::Level;
use crate::chart::ranking::RankingSpec;
use crate::measure::Unit;
use crate::quantity;

/// A map of areas with its words. Rows are told by their position among the rows of its figures.
pub trait Story {
    /// The areas and the figure by which they stand in order.
    fn figures(&self) -> &MapFigures;

    /// Those figures in order.
    fn ranking(&self) -> &Ranking;

    /// How the areas are filled, and the key.
    fn shading(&self) -> &Shading;

    /// The finding, in a few words, worked out from the figures.
    fn title(&self) -> String;

    /// What is shown: measure, unit, period.
    fn subtitle(&self) -> String;

    /// One or more sentences that say what the map shows.
    fn sentence(&self) -> String;

    /// An area's figure as it is shown large; empty beyond the last row.
    fn value_words(&self, at: usize) -> String;

    /// What a label beside an area says: its name and figure, with the published 95% interval;
    /// empty beyond the last row.
    fn label(&self, at: usize) -> String {
        let figures = self.figures();
        let Some(row) = figures.rows.get(at) else {
            return String::new();
        };
        let label = format!("{}: {}", full_name(row), self.value_words(at));
        match row.interval {
            Some(interval) => {
                let range = quantity::range(interval, self.unit(), figures.subject.decimals);
                format!("{label} (95% {range})")
            }
            None => label,
        }
    }

    /// What stands under it: rank, interval, class; may be empty.
    fn standing_words(&self, at: usize) -> String;

    /// What the live region says of an area; empty beyond the last row.
    fn area_words(&self, at: usize) -> String;

    /// The columns of the table that come after name, code and district.
    fn own_columns(&self) -> Vec<String>;

    /// An area's cells under [`Story::own_columns`].
    fn own_cells(&self, at: usize) -> Vec<String>;

    /// What a file holds of an area after code, name and district.
    fn own_facts(&self, at: usize) -> Vec<(&'static str, Fact)>;

    /// The figures that went into it, by slug, where there are several.
    fn part_facts(&self, _at: usize) -> Vec<(String, Fact)> {
        Vec::new()
    }

    /// How firm the order is, where that was tested; empty else.
    fn firmness(&self) -> String {
        String::new()
    }

    /// What a reader must know beside the source: cautions and how it was worked out.
    fn notes(&self) -> Vec<String>;

    /// What tells this map's files from those of other maps of the measure: `clusters`.
    fn file_word(&self) -> &'static str;

    /// The unit of the figures by which areas stand in order.
    fn unit(&self) -> Unit {
        self.figures().subject.unit
    }

    /// The areas at both ends of the order, and the pinned one.
    fn ends(&self, pinned: Option<usize>) -> RankingSpec {
        self.figures().ends(self.shading(), pinned, self.unit())
    }

    /// The names of the table's columns.
    fn columns(&self) -> Vec<String> {
        let mut columns = self.figures().area_columns();
        columns.extend(self.own_columns());
        columns
    }

    /// The table's row of an area.
    fn cells(&self, at: usize) -> Vec<String> {
        let mut cells = self.figures().area_cells(at);
        cells.extend(self.own_cells(at));
        cells
    }

    /// The rows in the order of the table: the highest first, those without a figure last.
    fn table_order(&self) -> Vec<usize> {
        self.figures().table_order(self.ranking())
    }

    /// Where the figures come from, a line each.
    fn sources(&self) -> Vec<String> {
        let figures = self.figures();
        let line = format!("Source: {}", figures.source_words);
        let lines = (!figures.source_words.is_empty()).then_some(line);
        lines
            .into_iter()
            .chain(figures.source_url.clone())
            .collect()
    }
}

/// One thing that a file holds of an area.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Words.
    Text(String),
    /// A number, to so many decimals.
    Number(f64, u8),
    /// Nothing: there is none.
    Absent,
}

impl Fact {
    /// A number if there is one.
    #[must_use]
    pub fn number(number: Option<f64>, decimals: u8) -> Self {
        match number {
            Some(number) if number.is_finite() => Self::Number(number, decimals),
            _ => Self::Absent,
        }
    }
}

impl MapFigures {
    /// The columns that name an area.
    pub(super) fn area_columns(&self) -> Vec<String> {
        let mut columns = vec!["Area".to_owned(), "Code".to_owned()];
        if self.level != Level::District {
            columns.push("District".to_owned());
        }
        columns
    }

    /// An area's cells under [`Self::area_columns`]; none beyond the last row.
    pub(super) fn area_cells(&self, at: usize) -> Vec<String> {
        let Some(row) = self.rows.get(at) else {
            return Vec::new();
        };
        let mut cells = vec![row.name.clone(), row.code.to_string()];
        if self.level != Level::District {
            cells.push(row.district.clone());
        }
        cells
    }
}
