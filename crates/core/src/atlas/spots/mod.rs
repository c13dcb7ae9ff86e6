//! Hot and cold spots: where like values lie together more than chance would have it.

mod fills;
mod story;
mod test;

use super::patterns::fault_words;
use super::{MapFigures, Ranking, Shading};
use crate::area::Level;
use crate::measure::Direction;
use crate::order;
use crate::stats::autocorrelation::{Cluster, NoAutocorrelation};
use fills::{shading, spot_names};
pub use test::{kinds, letters};

/// The map of hot and cold spots.
#[derive(Clone, Debug, PartialEq)]
pub struct Spots {
    figures: MapFigures,
    ranking: Ranking,
    shading: Shading,
    kinds: Vec<Option<Cluster>>,
}

impl Spots {
    /// The map of figures and the kind of each row: the answer to [`MapFigures::clusters_question`], or
    /// [`kinds`].
    #[must_use]
    pub fn new(figures: MapFigures, kinds: Vec<Option<Cluster>>) -> Self {
        Self {
            ranking: Ranking::of(&figures),
            shading: shading(&figures, &kinds),
            figures,
            kinds,
        }
    }

    /// The map of figures that cannot be tested, with the reason as
    /// [`MapFigures::clusters_question`] gave it.
    #[must_use]
    pub fn untold(figures: MapFigures, fault: NoAutocorrelation) -> Self {
        Self {
            ranking: Ranking::of(&figures),
            shading: figures.unshaded(fault_words(&figures, fault)),
            kinds: Vec::new(),
            figures,
        }
    }

    /// The kind of each row.
    #[must_use]
    pub fn kinds(&self) -> &[Option<Cluster>] {
        &self.kinds
    }

    fn kind(&self, at: usize) -> Option<Cluster> {
        self.kinds.get(at).copied().flatten()
    }

    fn count(&self, kind: Cluster) -> usize {
        let own = self.kinds.iter().filter(|own| **own == Some(kind));
        own.count()
    }

    /// The one or two districts that hold most of the spots at the worse end, or of the hot
    /// ones where neither end is worse.
    fn fullest_districts(&self) -> Option<String> {
        const FEWEST: usize = 5;
        let worse = match self.figures.subject.direction {
            Direction::HigherIsBetter => Cluster::LowLow,
            _ => Cluster::HighHigh,
        };
        let all = self.count(worse);
        if self.figures.level == Level::District || all < FEWEST {
            return None;
        }
        let mut by_district: Vec<(&str, usize)> = Vec::new();
        for (row, kind) in self.figures.rows.iter().zip(&self.kinds) {
            if *kind != Some(worse) {
                continue;
            }
            let known = by_district
                .iter_mut()
                .find(|(name, _)| *name == row.district);
            match known {
                Some((_, count)) => *count += 1,
                None => by_district.push((&row.district, 1)),
            }
        }
        order::sort_by(&mut by_district, |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let [_, spots] = spot_names(&self.figures, worse == Cluster::HighHigh);
        match by_district.as_slice() {
            [(name, most), ..] if most * 2 > all => Some(format!("Most {spots} are in {name}")),
            [(one, most), (two, next), ..] if (most + next) * 2 > all => {
                Some(format!("Most {spots} are in {one} and {two}"))
            }
            _ => None,
        }
    }
}
