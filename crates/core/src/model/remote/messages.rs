//! What the page asks of a worker about futures, and what comes back.

use super::travel::{Travel, by_field, by_place};
use crate::background::{Garbled, Reader};
use crate::data::model::{Evidence, Region, Settings, Shift};
use crate::model::bands::{Bands, Spread};
use crate::model::contributions::{Contribution, Contributions, Orders, Part};
use crate::model::ensemble::Kept;
use crate::model::output::Output;
use crate::model::sensitivity::Swing;

/// A future to be run.
#[derive(Clone, Debug, PartialEq)]
pub struct Future {
    /// Every setting.
    pub settings: Settings,
    /// Its shifts of parameters.
    pub shifts: Vec<Shift>,
}

impl Future {
    /// Whether another differs in one setting at most: the same future with a lever in hand.
    #[must_use]
    pub fn is_within_a_lever_of(&self, other: &Self) -> bool {
        let settings = self.settings.values().iter().zip(other.settings.values());
        self.shifts == other.shifts && settings.filter(|(own, other)| own != other).count() <= 1
    }
}

/// What is asked about a future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Its draws, told more than once on the way.
    Bands,
    /// What each of its parts adds.
    Contributions,
    /// Which unsure parameters move the answer.
    Tornado,
}

/// A message to the worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The place and the evidence; the first message.
    Begin(Box<(Region, Evidence)>),
    /// A question; it takes the place of every earlier one.
    Question(Box<Question>),
}

/// A question about a future.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// By which its answers are known.
    pub number: u32,
    /// What is asked.
    pub wanted: Wanted,
    /// The future.
    pub future: Future,
    /// The series that is looked at.
    pub focus: Kept,
    /// The year that is looked at, counted from the base year.
    pub since: usize,
}

/// A message from the worker.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The number of the question.
    pub number: u32,
    /// What was found.
    pub told: Told,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// What the draws so far tell.
    Bands(Bands),
    /// What each part adds.
    Contributions(Contributions),
    /// How far each parameter moves the answer.
    Tornado(Vec<Swing>),
}

/// The first number of every message, unlike that of any other question to the worker.
const BEGIN: f64 = 16.0;
const QUESTION: f64 = 17.0;

impl Ask {
    /// Whether numbers are such a message, and not another question to the worker.
    #[must_use]
    pub fn is_one(numbers: &[f64]) -> bool {
        matches!(numbers.first(), Some(&(BEGIN | QUESTION)))
    }
}

impl Travel for Ask {
    fn write(&self, numbers: &mut Vec<f64>) {
        match self {
            Self::Begin(place) => {
                BEGIN.write(numbers);
                place.write(numbers);
            }
            Self::Question(question) => {
                QUESTION.write(numbers);
                question.write(numbers);
            }
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        match reader.number()? {
            BEGIN => Travel::read(reader).map(|place| Self::Begin(Box::new(place))),
            QUESTION => Travel::read(reader).map(|question| Self::Question(Box::new(question))),
            _ => Err(Garbled),
        }
    }
}

by_field! {
    Future { settings, shifts }
    Question { number, wanted, future, focus, since }
    Reply { number, told }
    Kept { area, output }
    Bands { focus, draws, outputs, areas, percentiles }
    Spread { deciles, difference, share_above }
    Contributions { baseline, whole, parts, orders }
    Contribution { part, alone, share }
    Swing { parameter, low, high }
}

by_place! {
    Wanted: [Wanted::Bands, Wanted::Contributions, Wanted::Tornado];
    Output: Output::ALL;
}

impl Travel for Told {
    fn write(&self, numbers: &mut Vec<f64>) {
        match self {
            Self::Bands(bands) => {
                Wanted::Bands.write(numbers);
                bands.write(numbers);
            }
            Self::Contributions(contributions) => {
                Wanted::Contributions.write(numbers);
                contributions.write(numbers);
            }
            Self::Tornado(swings) => {
                Wanted::Tornado.write(numbers);
                swings.write(numbers);
            }
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        match Wanted::read(reader)? {
            Wanted::Bands => Travel::read(reader).map(Self::Bands),
            Wanted::Contributions => Travel::read(reader).map(Self::Contributions),
            Wanted::Tornado => Travel::read(reader).map(Self::Tornado),
        }
    }
}

impl Travel for Part {
    fn write(&self, numbers: &mut Vec<f64>) {
        let setting = match *self {
            Self::Setting(setting) => Some(setting),
            Self::Shifts => None,
        };
        setting.write(numbers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        let setting: Option<_> = Travel::read(reader)?;
        Ok(setting.map_or(Self::Shifts, Self::Setting))
    }
}

impl Travel for Orders {
    fn write(&self, numbers: &mut Vec<f64>) {
        let some = match *self {
            Self::All => None,
            Self::Some(orders) => Some(orders),
        };
        some.write(numbers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        let some: Option<_> = Travel::read(reader)?;
        Ok(some.map_or(Self::All, Self::Some))
    }
}
