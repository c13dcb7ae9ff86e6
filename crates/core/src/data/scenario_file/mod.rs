//! A reader's own future as a text file, read with every mistake told and written back the same.
//!
//! The text is TOML:
//!
//! ```toml
//! name = "Homes and skills"
//! based_on = "baseline"
//! story = "What if both came together?"
//!
//! [settings]
//! housing = 20
//! skills = 3
//!
//! [shifts]
//! tfr = { times = 0.9 }
//!
//! [reasons]
//! housing = "As many as the plans allow."
//! ```
//!
//! Only the name must be there. A future that is based on another takes its settings and shifts
//! and changes those that the file names.

mod fault;
mod read;
mod set;
mod write;

pub use fault::{ScenarioFault, ScenarioMistake};
pub use read::read;
pub use set::{named, set, set_all};
pub(crate) use write::quoted;
pub use write::write;

use super::model::{Evidence, Scenario, Setting, Shift};

/// No scenario file is longer, in bytes; more is refused before it is parsed.
pub const MOST_BYTES: usize = 65_536;

/// What a reader's file says.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFile {
    /// Its name.
    pub name: String,
    /// The key of the named future that it changes.
    pub based_on: String,
    /// What happens in it; may be empty.
    pub story: String,
    /// Settings that it moves, in the order of [`Setting::ALL`], each within its range.
    pub changes: Vec<(Setting, f64)>,
    /// Parameters that it shifts, in the order of [`Parameter::ALL`](super::model::Parameter::ALL).
    pub shifts: Vec<Shift>,
    /// Why a setting stands where it does, in the order of [`Setting::ALL`].
    pub reasons: Vec<(Setting, String)>,
}

impl ScenarioFile {
    /// The future it tells of, under a key of the caller's.
    #[must_use]
    pub fn scenario(&self, key: &str, evidence: &Evidence) -> Scenario {
        let base = evidence.scenario(&self.based_on);
        let mut settings =
            base.map_or_else(|| evidence.defaults(), |base| evidence.settings_of(base));
        for &(setting, value) in &self.changes {
            settings.set(setting, value);
        }
        let own = |shift: &&Shift| {
            let is_same = |other: &Shift| other.parameter == shift.parameter;
            !self.shifts.iter().any(is_same)
        };
        let kept = base.into_iter().flat_map(|base| &base.shifts).filter(own);
        let mut shifts: Vec<Shift> = kept.chain(&self.shifts).copied().collect();
        shifts.sort_by_key(|shift| shift.parameter);
        Scenario {
            key: key.to_owned(),
            name: self.name.clone(),
            story: self.story.clone(),
            changes: evidence.changes(&settings),
            shifts,
        }
    }
}
