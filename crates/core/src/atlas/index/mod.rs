//! The reader's own index: several measures of the same areas, weighed and added up.

mod story;

use std::fmt;

use super::{Atlas, MapFigures, Nature, Ranking, Row, Shading, Subject, level_words};
use crate::area::{Level, Vintage};
use crate::background::{IndexPart, Question};
use crate::data::Dataset;
use crate::measure::{Direction, Unit};
use crate::quantity::{Provenance, Value};
use crate::stats::breaks::Method;
use crate::stats::composite::{Composite, HighValue, NoIndex, Part, Scaling, Stability};

/// An area is scored where its figures hold at least this share of all weight.
const LEAST_PRESENT: f64 = 0.75;

/// What goes into an index.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe<'a> {
    /// Slugs and weights from -10 to 10. The size says how much a measure counts; a high index
    /// is worse, or more where neither way is, and a negative weight turns that round.
    pub weights: &'a [(String, i8)],
    /// The level.
    pub level: Level,
    /// How different units are made comparable.
    pub scaling: Scaling,
}

/// An index of areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// The scores: 0 to 100, or standard deviations from the mean.
    figures: MapFigures,
    ranking: Ranking,
    shading: Shading,
    ingredients: Vec<Ingredient>,
    composite: Composite,
    scaling: Scaling,
    stability: Option<Vec<Option<Stability>>>,
    /// What was asked for and is not in it, each as a sentence.
    notices: Vec<String>,
}

/// One measure in an index.
#[derive(Clone, Debug, PartialEq)]
struct Ingredient {
    figures: MapFigures,
    weight: i8,
}

impl Ingredient {
    /// How much it counts, whichever way.
    fn weight(&self) -> f64 {
        f64::from(self.weight.unsigned_abs())
    }

    fn high(&self) -> HighValue {
        let is_good = self.figures.subject.direction == Direction::HigherIsBetter;
        if is_good == (self.weight < 0) {
            HighValue::Raises
        } else {
            HighValue::Lowers
        }
    }
}

impl Atlas {
    /// An index of the areas of a level, each measure at its latest period, in classes. All
    /// measures are of the areas of the first one that is told there; others are left out and
    /// named.
    ///
    /// # Errors
    /// [`NoOwnIndex`] when nothing is left to make one of.
    pub fn index(
        &self,
        dataset: &Dataset,
        recipe: &Recipe<'_>,
        method: Method,
        classes: u8,
    ) -> Result<Index, NoOwnIndex> {
        let mut ingredients: Vec<Ingredient> = Vec::new();
        let mut notices = Vec::new();
        let mut vintage: Option<Vintage> = None;
        for (slug, weight) in recipe.weights.iter().filter(|(_, weight)| *weight != 0) {
            let Some(figures) = self.figures(dataset, slug, recipe.level, None) else {
                let known = self.subject(dataset, slug).map(|subject| subject.name);
                notices.push(match known {
                    Some(name) => format!(
                        "“{name}” is left out: it is not told by {}.",
                        level_words(recipe.level, 2)
                    ),
                    None => format!("There is no figure “{slug}”; it is left out."),
                });
                continue;
            };
            if *vintage.get_or_insert(figures.vintage) == figures.vintage {
                let weight = *weight;
                ingredients.push(Ingredient { figures, weight });
            } else {
                notices.push(format!(
                    "“{}” is left out: it is of areas as drawn in {}, the others are not.",
                    figures.subject.name,
                    figures.vintage.key()
                ));
            }
        }
        let mut index = Index::of(ingredients, recipe.scaling, method, classes)?;
        index.notices.splice(0..0, notices);
        Ok(index)
    }
}

impl Index {
    /// An index of figures of the same areas with their weights.
    ///
    /// # Errors
    /// [`NoOwnIndex`] when there is nothing to weigh, or no area can be scored.
    pub fn new(
        parts: Vec<(MapFigures, i8)>,
        scaling: Scaling,
        method: Method,
        classes: u8,
    ) -> Result<Self, NoOwnIndex> {
        let parts = parts.into_iter().filter(|(_, weight)| *weight != 0);
        let ingredients = parts.map(|(figures, weight)| Ingredient { figures, weight });
        Self::of(ingredients.collect(), scaling, method, classes)
    }

    fn of(
        ingredients: Vec<Ingredient>,
        scaling: Scaling,
        method: Method,
        classes: u8,
    ) -> Result<Self, NoOwnIndex> {
        let numbers: Vec<Vec<f64>> = ingredients.iter().map(|i| i.figures.numbers()).collect();
        let parts = ingredients.iter().zip(&numbers);
        let parts: Vec<Part<'_>> = parts
            .map(|(ingredient, values)| Part {
                values,
                weight: ingredient.weight(),
                high: ingredient.high(),
            })
            .collect();
        let composite = Composite::new(&parts, scaling, LEAST_PRESENT).map_err(NoOwnIndex)?;
        let index = composite.index();
        let first = ingredients.first().map(|ingredient| &ingredient.figures);
        let first = first.ok_or(NoOwnIndex(NoIndex::NoWeight))?;
        let score = |score: Option<f64>| match score {
            Some(score) => Value::Number(score * scale(scaling)),
            None => Value::Missing,
        };
        let rows = first.rows.iter().zip(index.scores);
        let rows: Vec<Row> = rows
            .map(|(row, scored)| Row {
                value: score(scored),
                interval: None,
                ..row.clone()
            })
            .collect();
        let figures = figures(first, rows, &ingredients, scaling);
        let flat = composite.flat_parts().iter();
        let flat = flat.filter_map(|part| ingredients.get(*part)).map(|same| {
            let name = &same.figures.subject.name;
            format!("“{name}” is the same everywhere, so it tells no areas apart.")
        });
        Ok(Self {
            notices: flat.collect(),
            ranking: Ranking::of(&figures),
            shading: figures.shaded(method, classes, &[]),
            figures,
            ingredients,
            composite,
            scaling,
            stability: None,
        })
    }

    /// How firm is each rank when the weights move, 1,000 times by up to 20% either way?
    #[must_use]
    pub fn firmness_question(&self) -> Question {
        let parts = self.ingredients.iter().map(|ingredient| IndexPart {
            values: ingredient.figures.numbers(),
            weight: ingredient.weight(),
            high: ingredient.high(),
        });
        Question::Firmness {
            parts: parts.collect(),
            scaling: self.scaling,
            least_present: LEAST_PRESENT,
        }
    }

    /// The index with what its test has found.
    #[must_use]
    pub fn with_stability(mut self, stability: Vec<Option<Stability>>) -> Self {
        self.stability = Some(stability);
        self
    }

    /// What was asked for and is not in the index, or does nothing there, each as a sentence.
    #[must_use]
    pub fn notices(&self) -> &[String] {
        &self.notices
    }
}

/// From the scaling's unit to the one that is shown.
const fn scale(scaling: Scaling) -> f64 {
    match scaling {
        Scaling::ZScore => 1.0,
        Scaling::MinMax | Scaling::Percentile => 100.0,
    }
}

/// How units are made comparable, in words for a choice.
#[must_use]
pub const fn scaling_words(scaling: Scaling) -> &'static str {
    match scaling {
        Scaling::ZScore => "Distance from the mean, in standard deviations",
        Scaling::MinMax => "0 for the lowest area to 100 for the highest",
        Scaling::Percentile => "Out of 100 areas, how many have less",
    }
}

fn figures(
    first: &MapFigures,
    rows: Vec<Row>,
    ingredients: &[Ingredient],
    scaling: Scaling,
) -> MapFigures {
    let mut sources: Vec<&str> = Vec::new();
    for ingredient in ingredients {
        let words = ingredient.figures.source_words.as_str();
        if !words.is_empty() && !sources.contains(&words) {
            sources.push(words);
        }
    }
    let periods = ingredients.iter().map(|i| i.figures.period_words.as_str());
    let is_same = periods.clone().all(|period| period == first.period_words);
    let through_time = rows.iter().filter_map(|row| row.value.number());
    MapFigures {
        subject: Subject {
            slug: "own-index".to_owned(),
            name: "Your index".to_owned(),
            meaning: "Several figures put on one scale, weighed and added up; the higher, the worse, as far as their directions say.".to_owned(),
            caution: "It is your own mix, not a published figure.".to_owned(),
            unit: Unit::Score,
            decimals: match scaling {
                Scaling::ZScore => 2,
                Scaling::MinMax | Scaling::Percentile => 1,
            },
            direction: Direction::LowerIsBetter,
            nature: Nature::Score,
            levels: vec![first.level],
        },
        level: first.level,
        vintage: first.vintage,
        period: if is_same { first.period.clone() } else { String::new() },
        period_words: if is_same { first.period_words.clone() } else { String::new() },
        provenance: Provenance::Modelled,
        is_added_up: false,
        through_time: through_time.collect(),
        rows,
        benchmarks: Vec::new(),
        source_words: sources.join(" "),
        source_url: None,
    }
}

/// Why there is no index to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoOwnIndex(pub NoIndex);

impl fmt::Display for NoOwnIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            NoIndex::NoWeight => "Nothing is weighed that is told of areas of this size. Give a figure a weight, or choose another size of areas.",
            NoIndex::NotAWeight { .. } => "A weight is not a number; weights go from −10 to 10.",
            NoIndex::OtherAreas { .. } => "The figures are not all of the same areas; leave one out.",
            NoIndex::NobodyScored { .. } => "No area has figures for at least three quarters of the weight; leave out the figure that is missing most.",
        })
    }
}

impl std::error::Error for NoOwnIndex {}
