//! Two measures of the same areas in one map of three by three colours.

mod fault;
mod story;
mod thirds;

use super::{Atlas, MapFigures, Ranking, Row, Shading, full_name};
use crate::chart::NamedValue;
use crate::chart::scatter::{ScatterAxis, ScatterPoint, ScatterSpec};
use crate::data::Dataset;
use crate::quantity;
use crate::stats::correlation::{Correlation, NoCorrelation, correlation};
pub use fault::NoPair;
use thirds::{NAMES, Thirds, shading};

/// Two measures of the same areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    first: MapFigures,
    second: MapFigures,
    ranking: Ranking,
    shading: Shading,
    thirds: [Option<Thirds>; 2],
    correlation: Result<Correlation, NoCorrelation>,
}

impl Atlas {
    /// Two measures over the areas of a level: the first at a period or its latest, the second
    /// at the same period where it is told then, or else its latest.
    ///
    /// # Errors
    /// [`NoPair`] when they cannot be set beside each other.
    pub fn pair(&self, dataset: &Dataset, first: MapFigures, second: &str) -> Result<Pair, NoPair> {
        let level = first.level;
        let Some(subject) = self.subject(dataset, second) else {
            return Err(NoPair::Unknown {
                asked: second.to_owned(),
            });
        };
        let same = self.figures(dataset, second, level, Some(&first.period));
        let latest = || self.figures(dataset, second, level, None);
        match same.or_else(latest) {
            Some(second) => Pair::new(first, second),
            None => Err(NoPair::NotTold {
                second: subject.name,
                level,
            }),
        }
    }
}

impl Pair {
    /// Sets two measures beside each other.
    ///
    /// # Errors
    /// [`NoPair`] when they are not of the same areas, or the same measure.
    pub fn new(first: MapFigures, second: MapFigures) -> Result<Self, NoPair> {
        let names = [&first, &second].map(|figures| figures.subject.name.clone());
        if first.subject.slug == second.subject.slug {
            return Err(NoPair::SameMeasure {
                name: names[0].clone(),
            });
        }
        if first.level != second.level {
            return Err(NoPair::OtherLevel {
                names,
                levels: [first.level, second.level],
            });
        }
        let mut codes = first.rows.iter().zip(&second.rows);
        let is_same = first.rows.len() == second.rows.len() && codes.all(|(a, b)| a.code == b.code);
        if first.vintage != second.vintage || !is_same {
            return Err(NoPair::OtherVintage {
                names,
                vintages: [first.vintage, second.vintage],
            });
        }
        let thirds = [Thirds::of(&first), Thirds::of(&second)];
        Ok(Self {
            ranking: Ranking::of(&first),
            shading: shading(&first, &second, thirds),
            correlation: correlation(&first.numbers(), &second.numbers()),
            thirds,
            first,
            second,
        })
    }

    /// The second measure's figures.
    #[must_use]
    pub const fn second(&self) -> &MapFigures {
        &self.second
    }

    /// How the two go together.
    #[must_use]
    pub fn correlation(&self) -> Option<Correlation> {
        self.correlation.ok()
    }

    /// What low, middling and high mean for the first measure and for the second: `low: up to
    /// 12.3%`; empty where there are no figures.
    #[must_use]
    pub fn thirds_words(&self) -> [Vec<String>; 2] {
        let words = |figures: &MapFigures, thirds: Option<Thirds>| {
            let Some(thirds) = thirds else {
                return Vec::new();
            };
            let (unit, decimals) = (figures.subject.unit, figures.subject.decimals);
            let edges = [None, Some(thirds.low_up_to), Some(thirds.high_above), None];
            let third = |(name, edges): (&&str, &[Option<f64>])| {
                let edge = |at: usize| edges.get(at).copied().flatten();
                let range = quantity::class_range(edge(0), edge(1), unit, decimals);
                format!("{name}: {range}")
            };
            NAMES.iter().zip(edges.windows(2)).map(third).collect()
        };
        [
            words(&self.first, self.thirds[0]),
            words(&self.second, self.thirds[1]),
        ]
    }

    /// Both measures as points.
    #[must_use]
    pub fn scatter(&self, pinned: Option<usize>, dimmed: Vec<bool>) -> ScatterSpec {
        let axis = |figures: &MapFigures| ScatterAxis {
            measure: figures.subject.name.clone(),
            unit: figures.subject.unit,
            decimals: figures.subject.decimals,
            period: figures.period_words.clone(),
            line: figures.nearest_benchmark().map(|named| NamedValue {
                name: named.name.clone(),
                value: named.value,
            }),
        };
        let rows = self.first.rows.iter().zip(&self.second.rows);
        let point = |(first, second): (&Row, &Row)| ScatterPoint {
            key: first.code.to_string(),
            name: full_name(first),
            across: first.value,
            up: second.value,
        };
        ScatterSpec {
            across: axis(&self.first),
            up: axis(&self.second),
            areas_name: super::words::level_name_plural(self.first.level).to_owned(),
            points: rows.map(point).collect(),
            dimmed,
            pinned,
        }
    }

    /// The thirds of a row, the first measure's and the second's; none without both figures.
    fn thirds_of(&self, at: usize) -> Option<[usize; 2]> {
        let number = |figures: &MapFigures| figures.rows.get(at)?.value.number();
        Some([
            self.thirds[0]?.third(number(&self.first)?),
            self.thirds[1]?.third(number(&self.second)?),
        ])
    }
}
