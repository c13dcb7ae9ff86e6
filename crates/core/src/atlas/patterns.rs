//! What the figures of a map say together: whether like values lie beside each other, and how
//! unequal areas are.

use super::unequal::Unequal;
use super::{Atlas, MapFigures, level_words};
use crate::measure::Unit;
use crate::quantity::{self, Value};
use crate::stats::autocorrelation::{
    FEWEST_TO_TEST, Links, Moran, Neighbours, NoAutocorrelation, moran,
};

/// What the figures of a map say together.
#[derive(Clone, Debug, PartialEq)]
pub struct Patterns {
    /// Whether like values lie beside each other.
    pub together: Together,
    /// How unequal areas are.
    pub unequal: Unequal,
}

/// Whether like values lie beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// Moran's I, row-standardised; none where it is not defined.
    pub moran: Option<Moran>,
    /// The answer as sentences; the reason where there is none.
    pub words: String,
}

impl Atlas {
    /// What the figures of a map say together. Areas are weighted, where they are, by what a
    /// share is out of, or else by their residents.
    #[must_use]
    pub fn patterns(&self, figures: &MapFigures) -> Patterns {
        let period = (!figures.period.is_empty()).then_some(figures.period.as_str());
        let (slug, level) = (&figures.subject.slug, figures.level);
        let sizes = self
            .small
            .weights(slug, level, period)
            .or_else(|| self.small.people(level, figures.vintage));
        let size = |size: Value| size.number().unwrap_or(f64::NAN);
        let sizes: Option<Vec<f64>> = sizes.map(|sizes| sizes.into_iter().map(size).collect());
        let neighbours = self.neighbours(level, figures.vintage);
        Patterns {
            together: Together::of(figures, neighbours.as_deref()),
            unequal: Unequal::of(figures, sizes.as_deref()),
        }
    }
}

/// How many standard deviations from what chance gives are told as a pattern: as for a 95%
/// interval.
const CLEAR_DEVIATIONS: f64 = 1.96;

impl Together {
    /// Whether like values lie beside each other, with the neighbours of each row.
    #[must_use]
    pub fn of(figures: &MapFigures, neighbours: Option<&Neighbours>) -> Self {
        let Some(neighbours) = neighbours else {
            let words = "There are no shapes for these areas, so it cannot be said whether like values lie together.";
            return Self {
                moran: None,
                words: words.to_owned(),
            };
        };
        match moran(&figures.numbers(), neighbours, Links::RowStandardised) {
            Ok(found) => Self {
                words: words(figures, &found),
                moran: Some(found),
            },
            Err(fault) => Self {
                moran: None,
                words: fault_words(figures, fault),
            },
        }
    }
}

fn words(figures: &MapFigures, found: &Moran) -> String {
    let Some(z) = found.z_randomisation() else {
        return "These areas all touch each other, so chance could not lay them out in another way."
            .to_owned();
    };
    let high = "Areas with high values lie together, and so do areas with low ones,";
    let finding = match (z, found.i) {
        (z, i) if z > CLEAR_DEVIATIONS && i >= 0.5 => {
            format!("{high} far more than chance would have it")
        }
        (z, i) if z > CLEAR_DEVIATIONS && i >= 0.2 => {
            format!("{high} more than chance would have it")
        }
        (z, _) if z > CLEAR_DEVIATIONS => {
            format!("{high} a little more than chance would have it")
        }
        (z, _) if z < -CLEAR_DEVIATIONS => {
            "High and low values lie beside each other more than chance would have it".to_owned()
        }
        _ => "High and low values lie about as chance would have it: no clear pattern".to_owned(),
    };
    let told = |number: f64| quantity::figure(number, Unit::Score, 2);
    let mut words = format!(
        "{finding} (Moran’s I {}; by chance about {}).",
        told(found.i),
        told(found.expected)
    );
    if found.areas < FEWEST_TO_TEST {
        let areas = figures.areas_words(found.areas);
        words.push_str(&format!(" But {areas} are few to judge by."));
    }
    let one = found.islands == 1;
    match (found.islands, one) {
        (0, _) => {}
        (_, true) => words.push_str(" One area is left out: no neighbour of it has a figure."),
        (islands, _) => words.push_str(&format!(
            " {} areas are left out: no neighbour of theirs has a figure.",
            quantity::count(islands)
        )),
    }
    words
}

/// Why it cannot be said, as a sentence.
pub(super) fn fault_words(figures: &MapFigures, fault: NoAutocorrelation) -> String {
    match fault {
        NoAutocorrelation::TooFew { areas: 0 } => {
            "No area has a figure and a neighbour with one, so it cannot be said whether like values lie together.".to_owned()
        }
        NoAutocorrelation::TooFew { areas } => format!(
            "Only {} {} a figure and a neighbour with one: too few to say whether like values lie together.",
            figures.areas_words(areas),
            if areas == 1 { "has" } else { "have" },
        ),
        NoAutocorrelation::AllEqual => {
            "All areas have the same value, so none are more alike than others.".to_owned()
        }
        NoAutocorrelation::OtherAreas { .. } => format!(
            "The figures and the shapes are of different {}, so it cannot be said whether like values lie together.",
            level_words(figures.level, 2)
        ),
    }
}
