//! What a map is about, in the same words for districts and for small areas.

use super::Atlas;
use crate::area::{Level, Vintage};
use crate::data::{Dataset, Kind, SmallMeasure};
use crate::measure::{Direction, Measure, Unit};

/// What a map is about: the same words for a measure of districts and one of small areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Its public key.
    pub slug: String,
    /// The name people use.
    pub name: String,
    /// What the number means.
    pub meaning: String,
    /// What a reader must know before trusting it; may be empty.
    pub caution: String,
    /// The unit.
    pub unit: Unit,
    /// How many decimals its publisher's precision bears.
    pub decimals: u8,
    /// Which way is better.
    pub direction: Direction,
    /// What may be said of its numbers.
    pub nature: Nature,
    /// The levels at which it is told, largest areas first.
    pub levels: Vec<Level>,
}

/// What may be said of a measure's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Things counted: a large area has more than a small one.
    Count,
    /// An amount that size does not matter to, such as a share or a price: twice is twice.
    Amount,
    /// A score that puts areas in order, but does not measure how far apart they are.
    Score,
    /// A place in an order.
    Rank,
    /// A change, which may be a fall.
    Change,
}

impl Nature {
    /// Whether a difference between two areas has a size.
    #[must_use]
    pub const fn measures_distance(self) -> bool {
        matches!(self, Self::Count | Self::Amount | Self::Change)
    }

    /// What a unit alone says.
    const fn of_unit(unit: Unit) -> Self {
        match unit {
            Unit::People | Unit::Jobs | Unit::Businesses => Self::Count,
            Unit::Score | Unit::ScoreOutOf10 => Self::Score,
            Unit::Rank => Self::Rank,
            _ => Self::Amount,
        }
    }

    /// What kind and unit say of a measure of small areas. Publishers' rates are of the kind of
    /// scores, and yet in percent or pounds.
    const fn of_kind(kind: Kind, unit: Unit) -> Self {
        match kind {
            Kind::Count => Self::Count,
            Kind::Rank => Self::Rank,
            Kind::Change => Self::Change,
            Kind::Share | Kind::Median => Self::Amount,
            Kind::Score => match Self::of_unit(unit) {
                // A ratio told in people, such as patients for each doctor.
                Self::Count => Self::Amount,
                nature => nature,
            },
        }
    }
}

impl Atlas {
    /// The measure of a slug.
    #[must_use]
    pub fn subject(&self, dataset: &Dataset, slug: &str) -> Option<Subject> {
        let small = self.small.measure(slug);
        let large = dataset
            .measure(slug)
            .filter(|measure| dataset.has_district_figures(&measure.slug));
        let mut levels: Vec<Level> = large.iter().map(|_| Level::District).collect();
        let lower = small.into_iter().flat_map(|measure| &measure.levels);
        for level in lower {
            if !levels.contains(level) {
                levels.push(*level);
            }
        }
        small
            .map(|measure| of_small(measure, levels.clone()))
            .or_else(|| large.map(|measure| of_large(measure, levels)))
    }

    /// The drawing of boundaries that a measure's areas of a level belong to; none when it is
    /// not told there.
    #[must_use]
    pub fn vintage(&self, dataset: &Dataset, slug: &str, level: Level) -> Option<Vintage> {
        let subject = self.subject(dataset, slug)?;
        if !subject.levels.contains(&level) {
            return None;
        }
        match level {
            Level::District => Some(Vintage::Current),
            _ => self.small.measure(slug).map(|measure| measure.vintage),
        }
    }

    /// Every measure told of the same areas, under the title of its theme: those that can be
    /// set beside each other or joined in an index.
    #[must_use]
    pub fn of_same_areas(
        &self,
        dataset: &Dataset,
        level: Level,
        vintage: Vintage,
    ) -> Vec<(String, Vec<Subject>)> {
        let mut themes = self.subjects_by_theme(dataset);
        for (_, subjects) in &mut themes {
            subjects.retain(|subject| self.vintage(dataset, &subject.slug, level) == Some(vintage));
        }
        themes.retain(|(_, subjects)| !subjects.is_empty());
        themes
    }

    /// Every measure that can be mapped, under the title of its theme.
    #[must_use]
    pub fn subjects_by_theme(&self, dataset: &Dataset) -> Vec<(String, Vec<Subject>)> {
        let small = self.small.measures().iter();
        let small = small.map(|measure| (&measure.theme, &measure.slug));
        let large = dataset.measures.iter();
        let large = large.map(|measure| (&measure.theme, &measure.slug));
        let all: Vec<(&String, &String)> = small.chain(large).collect();
        let of_theme = |key: &String| {
            let mut subjects: Vec<Subject> = Vec::new();
            for (_, slug) in all.iter().filter(|(theme, _)| *theme == key) {
                let is_new = subjects.iter().all(|subject| subject.slug != **slug);
                if let Some(subject) = self.subject(dataset, slug).filter(|_| is_new) {
                    subjects.push(subject);
                }
            }
            subjects
        };
        let themes = dataset.themes.iter();
        let themes = themes.map(|theme| (theme.title.clone(), of_theme(&theme.key)));
        themes
            .filter(|(_, subjects)| !subjects.is_empty())
            .collect()
    }
}

fn of_small(measure: &SmallMeasure, levels: Vec<Level>) -> Subject {
    Subject {
        slug: measure.slug.clone(),
        name: measure.name.clone(),
        meaning: measure.meaning.clone(),
        caution: measure.caution.clone(),
        unit: measure.unit,
        decimals: measure.decimals,
        direction: measure.direction,
        nature: Nature::of_kind(measure.kind, measure.unit),
        levels,
    }
}

fn of_large(measure: &Measure, levels: Vec<Level>) -> Subject {
    Subject {
        slug: measure.slug.clone(),
        name: measure.name.clone(),
        meaning: measure.meaning.clone(),
        caution: measure.caution.clone(),
        unit: measure.unit,
        decimals: measure.decimals,
        direction: measure.direction,
        nature: Nature::of_unit(measure.unit),
        levels,
    }
}
