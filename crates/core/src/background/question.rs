//! What can be asked, and how it travels.

use super::numbers::{Garbled, Reader, write_row};
use crate::stats::autocorrelation::Neighbours;
use crate::stats::composite::{HighValue, Scaling};

/// A question with all that its answer needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Which areas lie among their like, tested against chance?
    Clusters {
        /// One value per area in any unit, NaN where there is none.
        values: Vec<f64>,
        /// Which areas touch.
        neighbours: Neighbours,
    },
    /// How firm is each area's rank in an index when the weights move?
    Firmness {
        /// The measures of the index.
        parts: Vec<IndexPart>,
        /// How they are put on one scale.
        scaling: Scaling,
        /// The share of all weight that an area's measures must hold for it to be scored, 0 to 1.
        least_present: f64,
    },
}

/// A measure in an index, with values of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexPart {
    /// One value per area in any unit, NaN where there is none.
    pub values: Vec<f64>,
    /// How much it counts beside the others: 0 or more, in any unit.
    pub weight: f64,
    /// What a high value does.
    pub high: HighValue,
}

const CLUSTERS: f64 = 1.0;
const FIRMNESS: f64 = 2.0;

impl Question {
    /// The question as it travels.
    #[must_use]
    pub fn to_numbers(&self) -> Vec<f64> {
        let mut numbers = Vec::new();
        match self {
            Self::Clusters { values, neighbours } => {
                numbers.push(CLUSTERS);
                write_row(&mut numbers, values.iter().copied());
                for area in 0..values.len() {
                    let beside = neighbours.of(area).iter();
                    write_row(&mut numbers, beside.map(|other| *other as f64));
                }
            }
            Self::Firmness {
                parts,
                scaling,
                least_present,
            } => {
                let scaling = Scaling::ALL.iter().position(|own| own == scaling);
                numbers.extend([
                    FIRMNESS,
                    scaling.unwrap_or_default() as f64,
                    *least_present,
                    parts.len() as f64,
                ]);
                for part in parts {
                    let raises = f64::from(u8::from(part.high == HighValue::Raises));
                    numbers.extend([part.weight, raises]);
                    write_row(&mut numbers, part.values.iter().copied());
                }
            }
        }
        numbers
    }

    /// The question that has travelled.
    ///
    /// # Errors
    /// [`Garbled`] when the numbers are no question.
    pub fn from_numbers(numbers: &[f64]) -> Result<Self, Garbled> {
        let mut reader = Reader::new(numbers);
        let question = match reader.number()? {
            CLUSTERS => clusters(&mut reader),
            FIRMNESS => firmness(&mut reader),
            _ => Err(Garbled),
        }?;
        reader.end()?;
        Ok(question)
    }
}

fn clusters(reader: &mut Reader<'_>) -> Result<Question, Garbled> {
    let values = reader.row()?.to_vec();
    let lists = values
        .iter()
        .map(|_| (0..reader.whole()?).map(|_| reader.whole()).collect());
    let lists = lists.collect::<Result<Vec<Vec<usize>>, Garbled>>()?;
    Ok(Question::Clusters {
        values,
        neighbours: Neighbours::from_lists(&lists),
    })
}

fn firmness(reader: &mut Reader<'_>) -> Result<Question, Garbled> {
    let scaling = Scaling::ALL.get(reader.whole()?).copied().ok_or(Garbled)?;
    let least_present = reader.number()?;
    let parts = (0..reader.whole()?).map(|_| {
        Ok(IndexPart {
            weight: reader.number()?,
            high: match reader.whole()? {
                0 => HighValue::Lowers,
                _ => HighValue::Raises,
            },
            values: reader.row()?.to_vec(),
        })
    });
    Ok(Question::Firmness {
        parts: parts.collect::<Result<_, Garbled>>()?,
        scaling,
        least_present,
    })
}
