//! What the scenario model is told: the figures of a place and the evidence, checked.

mod ages;
mod constants;
mod evidence;
mod parameter;
mod region;
mod series;
mod setting;

pub use ages::{held_from, on_lines, with_inactivity};
pub use constants::{
    CarbonConstants, Constants, DensityConstants, JobConstants, LabourConstants, NoiseConstants,
    OutputConstants, PeopleConstants, ServiceConstants, SpaceConstants,
};
pub use evidence::{
    Assumption, DensityClass, Evidence, Fixed, Grade, GradeLetter, Lever, LocalDriver, Ramp, Range,
    Scenario, SectionDefaults, Shift, ShiftBy,
};
pub use parameter::{Parameter, Parameters};
pub use region::{
    AGES, ByAge, BySection, CountryPeople, DECAYS, District, Emissions, FERTILE_AGES,
    FIRST_FERTILE_AGE, OutsideJobs, Region, SECTIONS, SEXES,
};
pub use series::{History, Outlook};
pub use setting::{Setting, Settings};
