//! Futures: what the scenario model answers, as cards, words, pictures and tables.
//!
//! Pure: the app runs the model, keeps what came back in a [`Run`], and asks. Every figure is
//! told with its unit through [`quantity`](crate::quantity), every answer beside the baseline's,
//! and every range only once there are draws for it.

mod amount;
mod asked;
mod cards;
mod central;
mod changes;
mod chosen;
mod compare;
mod difference;
mod edit;
mod evidence_words;
mod industries;
mod levers;
mod model_card;
mod outputs;
mod people;
pub mod pictures;
mod target;
mod together;
mod why;

use crate::data::Dataset;
use crate::data::model::{Model, Settings, Shift};
use crate::model::bands::Bands;
use crate::model::output::Output;
use crate::model::prepared::Prepared;
use crate::model::results::Results;

pub use cards::{CARDS, Card, card, cards};
pub use central::CentralRun;
pub use changes::{Change, Changed, based_on, changes};
pub use chosen::Chosen;
pub use compare::{Comparison, ComparisonCell, ComparisonRow, MOST_COMPARED, compare};
pub use difference::{Difference, Verdict};
pub use edit::{nudged, on_steps, step};
pub use industries::section_name;
pub use levers::{
    EffectBand, LeverFacts, LeverMark, lever_facts, lever_words, setting_figure, setting_words,
};
pub use model_card::{CardSection, Known, model_card};
pub use outputs::{About, Said};
pub use people::People;
pub use target::{TargetWords, in_ten, target_words};
pub use together::{Agreement, LeverTogether, Together, together};
pub use why::{how_sure_words, why_words};

/// A future that has been run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// What the reader calls it.
    pub name: String,
    /// The key of the named future it is based on.
    pub base: String,
    /// Every setting.
    pub settings: Settings,
    /// Its shifts of parameters.
    pub shifts: Vec<Shift>,
    /// The central run, by section too.
    pub results: Results<1>,
    /// What its draws tell, as far as they are in.
    pub bands: Option<Bands>,
}

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Whose product and pack it is.
    pub dataset: &'a Dataset,
    /// What the model is told.
    pub model: &'a Model,
    /// The place, ready to run.
    pub prepared: &'a Prepared,
    /// The future that is looked at.
    pub own: &'a Run,
    /// The future it is held against.
    pub baseline: &'a Run,
    /// The area: 0 is the whole place, the districts follow in their order.
    pub area: usize,
    /// The output that is looked at closely.
    pub output: Output,
    /// The year that figures are told of.
    pub year: u16,
    /// A value to be reached, in the output's unit; the reader's own.
    pub target: Option<f64>,
}
