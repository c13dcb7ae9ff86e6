//! Loads what scenarios need beside the core pack: once, when it is first asked for.

use std::sync::Arc;

use roadmap_core::data::model::{Model, Parameters, Scenario};
use roadmap_core::data::read_model;
use roadmap_core::futures::{CentralRun, Run};
use roadmap_core::model::draws::central;
use roadmap_core::model::prepared::Prepared;

use crate::companion::{self, Kept, Reading};
use crate::edge::timing;
use crate::explorer::Shared;

/// A place and its evidence, ready to run. It stays for the life of the page, since whoever draws
/// samples on the page borrows it.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// What the model is told.
    pub model: &'static Model,
    /// The place, ready to run.
    pub prepared: &'static Prepared,
    /// Every parameter in the middle of its range.
    pub middle: Parameters,
    /// The baseline's central run.
    pub baseline: &'static Run,
}

/// The place, once it is read.
pub static PLACE: Kept<Place> = Kept::new();

/// Reads the model companion.
pub fn place(shared: Arc<Shared>) -> Reading<Place> {
    Box::pin(async move {
        let (file, bytes) = companion::fetch(&shared, "model").await?;
        let _span = timing::span("roadmap-read-model");
        let reading = read_model(&file, &bytes, &shared.dataset);
        let told = || reading.findings.iter().map(ToString::to_string);
        let model = reading.model.ok_or_else(|| told().collect::<Vec<_>>())?;
        let prepared = Prepared::new(&model.region, &model.evidence);
        let prepared = prepared.map_err(|unfit| vec![format!("{file}: {unfit}")])?;
        let lacks = |what: &str| vec![format!("{file}: {what} of the model is missing.")];
        let middle = central(&model.evidence).ok_or_else(|| lacks("an assumption"))?;
        let baseline = model.evidence.scenario(Scenario::BASELINE);
        let baseline = baseline.ok_or_else(|| lacks("the baseline"))?;
        let baseline =
            CentralRun::new(&prepared, middle).run_named(&prepared, &model.evidence, baseline);
        Ok(Place {
            model: Box::leak(Box::new(model)),
            prepared: Box::leak(Box::new(prepared)),
            middle,
            baseline: Box::leak(Box::new(baseline)),
        })
    })
}
