//! One area against its district, county, region and country.

use super::words::middle_name;
use super::{Atlas, MapFigures, Named, Nature, Row};
use crate::area::{AreaCode, Level};
use crate::data::Dataset;
use crate::measure::Unit;
use crate::quantity::{self, Interval, Provenance, Quantity, Value};
use crate::stats::change::{Difference, Noise};
use crate::stats::median;

/// A larger area's figure, and how one area's stands to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Whose figure it is.
    pub name: String,
    /// The figure in words; `not published` where there is none.
    pub value: String,
    /// How the one area's figure differs from it, in words; empty where nothing can be said.
    pub difference: String,
}

/// A larger area's figure, before it is told.
struct Larger {
    name: String,
    figure: Option<(f64, Option<Interval>)>,
}

impl Atlas {
    /// A row of figures, as published, against its district, county, region and country, in this
    /// order; empty beyond the last row. Where no figure is published for district or county,
    /// its middle area stands in, or for counts the sum of its areas.
    #[must_use]
    pub fn compare(&self, dataset: &Dataset, figures: &MapFigures, at: usize) -> Vec<Compared> {
        let Some(own) = figures.rows.get(at) else {
            return Vec::new();
        };
        let mut larger = Vec::new();
        if figures.level != Level::District {
            larger.push(self.district(dataset, figures, at));
        }
        let place = &dataset.place;
        let county = figures.benchmark(&place.county).map(Larger::of);
        let unknown = |code: &AreaCode| Larger {
            name: dataset.name_of(code).to_owned(),
            figure: None,
        };
        larger.push(county.unwrap_or_else(|| figures.together(&place.name, &figures.values())));
        for code in [&place.region, &place.country] {
            let found = figures.benchmark(code).map(Larger::of);
            larger.push(found.unwrap_or_else(|| unknown(code)));
        }
        let told = larger.into_iter();
        told.map(|larger| figures.compared(own, larger)).collect()
    }

    fn district(&self, dataset: &Dataset, figures: &MapFigures, at: usize) -> Larger {
        let name = figures.rows.get(at).map(|row| row.district.clone());
        let name = name.unwrap_or_default();
        let (slug, period) = (&figures.subject.slug, figures.period.as_str());
        let position = self.small.set(figures.level, figures.vintage);
        let position = position.and_then(|set| set.districts().get(at).copied().flatten());
        let published = self
            .figures(dataset, slug, Level::District, Some(period))
            .and_then(|districts| {
                let row = districts.rows.get(position?)?;
                Some((row.value.number()?, row.interval))
            });
        if published.is_some() {
            return Larger {
                name,
                figure: published,
            };
        }
        let rows = figures.rows.iter().filter(|row| row.district == name);
        let values: Vec<Value> = rows.map(|row| row.value).collect();
        figures.together(&name, &values)
    }
}

impl Larger {
    fn of(named: &Named) -> Self {
        Self {
            name: named.name.clone(),
            figure: Some((named.value, named.interval)),
        }
    }
}

impl MapFigures {
    fn benchmark(&self, area: &AreaCode) -> Option<&Named> {
        self.benchmarks.iter().find(|named| named.area == *area)
    }

    /// What is known of several areas together: the sum of counts where none is missing, or
    /// else the middle one of them.
    fn together(&self, name: &str, values: &[Value]) -> Larger {
        if self.subject.nature == Nature::Count {
            return Larger {
                name: name.to_owned(),
                figure: total(values).map(|total| (total, None)),
            };
        }
        let numbers: Vec<f64> = values.iter().filter_map(|value| value.number()).collect();
        Larger {
            name: format!("{name}’s {}", middle_name(self.level)),
            figure: median(&numbers).map(|middle| (middle, None)),
        }
    }

    fn compared(&self, own: &Row, larger: Larger) -> Compared {
        let Some((number, interval)) = larger.figure else {
            return Compared {
                name: larger.name,
                value: self.told(Value::Missing),
                difference: String::new(),
            };
        };
        Compared {
            name: larger.name,
            value: self.told_number(number),
            difference: own.value.number().map_or_else(String::new, |value| {
                self.difference_words((value, own.interval), (number, interval))
            }),
        }
    }

    /// How a figure differs from a larger area's: as a part of it for counts, by size where the
    /// measure has sizes, and not at all inside its interval.
    fn difference_words(
        &self,
        (own, own_interval): (f64, Option<Interval>),
        (other, other_interval): (f64, Option<Interval>),
    ) -> String {
        let (unit, decimals) = (self.subject.unit, self.subject.decimals);
        if self.subject.nature == Nature::Count {
            return part_words(own, other);
        }
        if quantity::is_level(own - other, decimals) {
            return "the same".to_owned();
        }
        if is_inside_noise((own, own_interval), (other, other_interval)) {
            return "no clear difference".to_owned();
        }
        let is_above = own > other;
        match self.subject.nature {
            Nature::Rank if is_above => "later in the order".to_owned(),
            Nature::Rank => "earlier in the order".to_owned(),
            nature => {
                let way = if is_above { "higher" } else { "lower" };
                if nature.measures_distance() {
                    let size = quantity::gap_spoken(own - other, unit, decimals);
                    format!("{way} by {size}")
                } else {
                    way.to_owned()
                }
            }
        }
    }
}

/// Whether the published intervals leave open which is higher; one alone speaks for itself.
fn is_inside_noise(
    (own, own_interval): (f64, Option<Interval>),
    (other, other_interval): (f64, Option<Interval>),
) -> bool {
    let quantity = |number: f64, interval: Interval| Quantity {
        value: Value::Number(number),
        interval: Some(interval),
        provenance: Provenance::Observed,
    };
    match (own_interval, other_interval) {
        (Some(a), Some(b)) => {
            let (own, other) = (quantity(own, a), quantity(other, b));
            let difference = Difference::between(&other, &own, Noise::Published);
            matches!(difference, Difference::NotClear { .. })
        }
        (Some(interval), None) => interval.covers(other),
        (None, Some(interval)) => interval.covers(own),
        (None, None) => false,
    }
}

/// `3.2% of it`; nothing of nothing is nothing to tell.
fn part_words(own: f64, whole: f64) -> String {
    if whole <= 0.0 || own < 0.0 {
        return String::new();
    }
    let share = own / whole * 100.0;
    match share {
        share if share > 0.0 && share < 0.05 => "less than 0.1% of it".to_owned(),
        share => format!("{} of it", quantity::figure(share, Unit::Percent, 1)),
    }
}

/// None where one is missing: part of a sum is not the sum.
fn total(values: &[Value]) -> Option<f64> {
    let numbers: Option<Vec<f64>> = values.iter().map(|value| value.number()).collect();
    numbers
        .filter(|numbers| !numbers.is_empty())
        .map(|numbers| numbers.iter().sum())
}
