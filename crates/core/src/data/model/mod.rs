//! What the scenario model is told: the figures of a place and the evidence, checked.

mod ages;
mod constants;
mod evidence;
mod parameter;
mod region;
mod score;
mod series;
mod setting;

pub use ages::{held_from, on_lines, with_inactivity};
pub use constants::{
    CarbonConstants, Constants, DensityConstants, JobConstants, LabourConstants, NoiseConstants,
    OutputConstants, PeopleConstants, ServiceConstants, SpaceConstants,
};
pub use evidence::{
    Assumption, DensityClass, Evidence, Fixed, Grade, GradeLetter, Lever, LocalDriver, Ramp, Range,
    Scenario, SectionColumn, SectionDefaults, Shift, ShiftBy,
};
pub use parameter::{Parameter, Parameters};
pub use region::{
    AGES, ByAge, BySection, CountryPeople, DECAYS, District, Emissions, FERTILE_AGES,
    FIRST_FERTILE_AGE, OutsideJobs, Region, SECTIONS, SEXES,
};
pub use score::{PastBand, PastMethod, PastMode, PastScore, PastSubject};
pub use series::{History, Outlook};
pub use setting::{Setting, Settings};

use crate::source::Source;

/// The checked model companion.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The version of the core pack it was built with.
    pub pack_version: String,
    /// The hash of its content.
    pub content_hash: String,
    /// Who published the figures here.
    pub sources: Vec<Source>,
    /// What people tell the model.
    pub evidence: Evidence,
    /// What it starts from.
    pub region: Region,
    /// What was observed before.
    pub histories: Vec<History>,
    /// What others expect.
    pub outlooks: Vec<Outlook>,
    /// How well the model and simple rules would have told the past.
    pub scorecard: Vec<PastScore>,
}
