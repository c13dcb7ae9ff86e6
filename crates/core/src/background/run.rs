//! Answering in steps, so that whoever runs it can tell how far it is.

use super::{Answer, Garbled, Question};
use crate::stats::autocorrelation::{Lisa, Trial};
use crate::stats::composite::{Composite, Part, Shake, StabilityRun};

/// A question on its way to its answer.
#[derive(Clone, Debug)]
pub struct Run(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Clusters(Lisa),
    Firmness(StabilityRun),
}

/// Areas tested in one step: a hundredth of the small areas of a county.
const AREAS_A_STEP: usize = 8;
/// Moves of all weights in one step: a twentieth of all.
const DRAWS_A_STEP: u32 = 50;

impl Run {
    /// Prepares the work.
    ///
    /// # Errors
    /// [`Garbled`] when the question makes no sense. Whoever asks makes sure first that there are
    /// enough areas, and words for when there are not.
    pub fn new(question: &Question) -> Result<Self, Garbled> {
        let kind = match question {
            Question::Clusters { values, neighbours } => {
                Lisa::new(values, neighbours, Trial::default())
                    .map(Kind::Clusters)
                    .map_err(|_| Garbled)?
            }
            Question::Firmness {
                parts,
                scaling,
                least_present,
            } => {
                let parts = parts.iter().map(|part| Part {
                    values: &part.values,
                    weight: part.weight,
                    high: part.high,
                });
                let parts: Vec<Part<'_>> = parts.collect();
                Composite::new(&parts, *scaling, *least_present)
                    .map(|composite| StabilityRun::new(composite, Shake::default()))
                    .map(Kind::Firmness)
                    .map_err(|_| Garbled)?
            }
        };
        Ok(Self(kind))
    }

    /// Goes on a little; says which share is done, 0 to 1.
    pub fn advance(&mut self) -> f64 {
        match &mut self.0 {
            Kind::Clusters(lisa) => {
                lisa.advance(AREAS_A_STEP);
                match lisa.to_test() {
                    0 => 1.0,
                    all => lisa.tested() as f64 / all as f64,
                }
            }
            Kind::Firmness(run) => run.advance(DRAWS_A_STEP),
        }
    }

    /// Does what is left and answers.
    #[must_use]
    pub fn finish(self) -> Answer {
        match self.0 {
            Kind::Clusters(lisa) => {
                let areas = lisa.finish().areas.into_iter();
                Answer::Clusters(areas.map(|area| area.map(|local| local.kind)).collect())
            }
            Kind::Firmness(run) => Answer::Firmness(run.finish()),
        }
    }
}
