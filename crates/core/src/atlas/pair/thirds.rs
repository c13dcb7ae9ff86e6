//! Thirds of two measures, and the nine colours they make.

use crate::atlas::{KeyEntry, MapFigures, Shading};
use crate::chart::area_map::Fill;
use crate::measure::Direction;
use crate::order;
use crate::quantity::Value;
use crate::stats::quantile;

/// Where one measure's lowest third ends and its highest begins, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Thirds {
    pub(super) low_up_to: f64,
    pub(super) high_above: f64,
}

impl Thirds {
    /// None where there are no numbers.
    pub(super) fn of(figures: &MapFigures) -> Option<Self> {
        let mut rising = figures.numbers();
        rising.retain(|number| number.is_finite());
        order::sort_numbers(&mut rising);
        Some(Self {
            low_up_to: quantile(&rising, 1.0 / 3.0)?,
            high_above: quantile(&rising, 2.0 / 3.0)?,
        })
    }

    /// 0 for the lowest third, 1 for the middle one, 2 for the highest; ties stay together.
    pub(super) fn third(self, number: f64) -> usize {
        usize::from(number > self.low_up_to) + usize::from(number > self.high_above)
    }
}

/// What the thirds are called, from the lowest.
pub(super) const NAMES: [&str; 3] = ["low", "middling", "high"];

/// Darker is worse where a direction is published, and higher where none is.
pub(super) fn shading(
    first: &MapFigures,
    second: &MapFigures,
    thirds: [Option<Thirds>; 2],
) -> Shading {
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
