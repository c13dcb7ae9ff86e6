//! Two measures of the same areas in one map of three by three colours.

mod story;

use std::fmt;

use super::{Atlas, KeyEntry, MapFigures, Ranking, Shading, level_words};
use crate::area::{Level, Vintage};
use crate::chart::NamedValue;
use crate::chart::area_map::Fill;
use crate::chart::scatter::{ScatterAxis, ScatterPoint, ScatterSpec};
use crate::data::Dataset;
use crate::measure::Direction;
use crate::order;
use crate::quantity::{self, Value};
use crate::stats::correlation::{Correlation, NoCorrelation, correlation};
use crate::stats::quantile;

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

/// Where one measure's lowest third ends and its highest begins, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Thirds {
    low_up_to: f64,
    high_above: f64,
}

impl Thirds {
    /// None where there are no numbers.
    fn of(figures: &MapFigures) -> Option<Self> {
        let mut rising = figures.numbers();
        rising.retain(|number| number.is_finite());
        order::sort_numbers(&mut rising);
        Some(Self {
            low_up_to: quantile(&rising, 1.0 / 3.0)?,
            high_above: quantile(&rising, 2.0 / 3.0)?,
        })
    }

    /// 0 for the lowest third, 1 for the middle one, 2 for the highest; ties stay together.
    fn third(self, number: f64) -> usize {
        usize::from(number > self.low_up_to) + usize::from(number > self.high_above)
    }
}

/// What the thirds are called, from the lowest.
const NAMES: [&str; 3] = ["low", "middling", "high"];

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
        let point = |(first, second): (&super::Row, &super::Row)| ScatterPoint {
            key: first.code.to_string(),
            name: super::full_name(first),
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

/// Darker is worse where a direction is published, and higher where none is.
fn shading(first: &MapFigures, second: &MapFigures, thirds: [Option<Thirds>; 2]) -> Shading {
    let step = |figures: &MapFigures, third: usize| {
        let step = match figures.subject.direction {
            Direction::HigherIsBetter => 2 - third.min(2),
            _ => third,
        };
        u8::try_from(step).unwrap_or(2)
    };
    let fill_of = |[one, two]: [usize; 2]| Fill::Pair {
        first: step(first, one),
        second: step(second, two),
    };
    let rows = first.rows.iter().zip(&second.rows);
    let fills: Vec<Fill> = rows
        .map(|(one, two)| match (one.value, two.value, thirds) {
            (Value::Number(one), Value::Number(two), [Some(of_one), Some(of_two)]) => {
                fill_of([of_one.third(one), of_two.third(two)])
            }
            (Value::Suppressed, ..) | (_, Value::Suppressed, _) => Fill::Suppressed,
            (Value::Undefined, ..) | (_, Value::Undefined, _) => Fill::NoClass,
            _ => Fill::Missing,
        })
        .collect();
    let entry = |fill: Fill, words: String| KeyEntry {
        count: fills.iter().filter(|own| **own == fill).count(),
        range: None,
        words,
        fill,
    };
    let cells = (0..NAMES.len()).flat_map(|two| (0..NAMES.len()).map(move |one| [one, two]));
    let name = |third: usize| NAMES.get(third).copied().unwrap_or_default();
    let words = |[one, two]: [usize; 2]| {
        let (first, second) = (&first.subject.name, &second.subject.name);
        format!("{first}: {}; {second}: {}", name(one), name(two))
    };
    let mut key: Vec<KeyEntry> = cells
        .map(|cell| entry(fill_of(cell), words(cell)))
        .collect();
    let gaps = [
        (Fill::Missing, "one of the two is not published"),
        (Fill::Suppressed, "one of the two is withheld"),
        (Fill::NoClass, "one of the two cannot be worked out"),
    ];
    let gaps = gaps.map(|(fill, words)| entry(fill, words.to_owned()));
    key.extend(gaps.into_iter().filter(|entry| entry.count > 0));
    let is_told = fills.iter().any(|fill| !fill.is_untold());
    Shading {
        fills,
        uncertain: Vec::new(),
        key,
        classes: None,
        trouble: (!is_told).then(|| "No area has both figures.".to_owned()),
    }
}

/// Why two measures cannot be set beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPair {
    /// There is no such measure.
    Unknown {
        /// What was asked for.
        asked: String,
    },
    /// Both are the same.
    SameMeasure {
        /// Its name.
        name: String,
    },
    /// The second is not told at the level.
    NotTold {
        /// Its name.
        second: String,
        /// The level.
        level: Level,
    },
    /// They are of areas of different sizes.
    OtherLevel {
        /// The names of both.
        names: [String; 2],
        /// The levels of both.
        levels: [Level; 2],
    },
    /// They are of areas of different censuses.
    OtherVintage {
        /// The names of both.
        names: [String; 2],
        /// The vintages of both.
        vintages: [Vintage; 2],
    },
}

impl fmt::Display for NoPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { asked } => {
                let asked: String = asked.chars().filter(|c| !c.is_control()).take(60).collect();
                write!(f, "There is no figure “{asked}”; choose another one.")
            }
            Self::SameMeasure { name } => {
                write!(
                    f,
                    "“{name}” is on the map already; choose another figure to set beside it."
                )
            }
            Self::NotTold { second, level } => write!(
                f,
                "“{second}” is not told by {}; choose another size of areas, or another figure.",
                level_words(*level, 2)
            ),
            Self::OtherLevel {
                names: [one, two],
                levels: [of_one, of_two],
            } => write!(
                f,
                "“{one}” is shown by {} and “{two}” by {}; choose one size of areas for both.",
                level_words(*of_one, 2),
                level_words(*of_two, 2)
            ),
            Self::OtherVintage {
                names: [one, two],
                vintages,
            } => {
                let [of_one, of_two] = vintages.map(Vintage::key);
                write!(
                    f,
                    "“{one}” is of areas as drawn in {of_one} and “{two}” of areas as drawn in {of_two}. Their borders differ, so the two can’t be joined; choose larger areas, or another figure."
                )
            }
        }
    }
}

impl std::error::Error for NoPair {}
