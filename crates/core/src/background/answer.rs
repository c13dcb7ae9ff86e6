//! What comes back, and how it travels.

use super::numbers::{Garbled, Reader};
use crate::stats::autocorrelation::Cluster;
use crate::stats::composite::Stability;

/// The answer to a question, or how far it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Which share is done, 0 to 1.
    SoFar(f64),
    /// The kind of each area; none where it can't be compared.
    Clusters(Vec<Option<Cluster>>),
    /// How firm each area's rank is; none for areas that are not scored.
    Firmness(Vec<Option<Stability>>),
}

const SO_FAR: f64 = 0.0;
const CLUSTERS: f64 = 1.0;
const FIRMNESS: f64 = 2.0;

impl Answer {
    /// The answer as it travels.
    #[must_use]
    pub fn to_numbers(&self) -> Vec<f64> {
        match self {
            Self::SoFar(share) => vec![SO_FAR, *share],
            Self::Clusters(areas) => {
                let kinds = areas.iter().map(|kind| place_of(*kind));
                std::iter::once(CLUSTERS).chain(kinds).collect()
            }
            Self::Firmness(areas) => {
                let areas = areas
                    .iter()
                    .flat_map(|area| area.map_or([0.0; 4], numbers_of));
                std::iter::once(FIRMNESS).chain(areas).collect()
            }
        }
    }

    /// The answer that has travelled.
    ///
    /// # Errors
    /// [`Garbled`] when the numbers are no answer.
    pub fn from_numbers(numbers: &[f64]) -> Result<Self, Garbled> {
        let (kind, rest) = numbers.split_first().ok_or(Garbled)?;
        match (*kind, rest) {
            (SO_FAR, [share]) => Ok(Self::SoFar(*share)),
            (CLUSTERS, places) => {
                let kinds = places.iter().map(|place| kind_of(*place));
                kinds.collect::<Result<_, Garbled>>().map(Self::Clusters)
            }
            (FIRMNESS, areas) => {
                let (areas, left) = areas.as_chunks();
                let areas = areas
                    .iter()
                    .map(stability_of)
                    .collect::<Result<_, Garbled>>();
                match left {
                    [] => areas.map(Self::Firmness),
                    _ => Err(Garbled),
                }
            }
            _ => Err(Garbled),
        }
    }
}

/// From 1 in the order of all kinds; 0 for none.
fn place_of(kind: Option<Cluster>) -> f64 {
    let place = kind.and_then(|kind| Cluster::ALL.iter().position(|own| *own == kind));
    place.map_or(0.0, |place| (place + 1) as f64)
}

fn kind_of(place: f64) -> Result<Option<Cluster>, Garbled> {
    match Reader::new(&[place]).whole()?.checked_sub(1) {
        None => Ok(None),
        Some(at) => Cluster::ALL.get(at).copied().map(Some).ok_or(Garbled),
    }
}

/// A rank is at least 1, so that four zeros are no stability.
fn numbers_of(stability: Stability) -> [f64; 4] {
    [
        stability.rank as f64,
        stability.best_rank as f64,
        stability.worst_rank as f64,
        stability.top_fifth_share,
    ]
}

fn stability_of(numbers: &[f64; 4]) -> Result<Option<Stability>, Garbled> {
    let mut reader = Reader::new(numbers);
    let stability = Stability {
        rank: reader.whole()?,
        best_rank: reader.whole()?,
        worst_rank: reader.whole()?,
        top_fifth_share: reader.number()?,
    };
    Ok((stability.rank > 0).then_some(stability))
}
