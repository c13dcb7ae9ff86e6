//! The future that somebody asks for: a name, a file of their own, and levers moved besides.

use std::fs;
use std::path::Path;

use roadmap_core::data::model::{Evidence, Scenario};
use roadmap_core::data::scenario_file::{self, ScenarioFault};

use crate::problem::Problem;

/// The future of a name or of a file that ends in `.toml`, the baseline without either, after
/// `set` (`housing=20`) has moved levers.
///
/// # Errors
/// [`Problem::CannotRead`] for a file that is not there; [`Problem::BadScenario`] with every
/// mistake in a file, or with what is wrong in the name or in `set`.
pub fn asked(
    scenario: Option<&str>,
    set: &[String],
    evidence: &Evidence,
) -> Result<Scenario, Problem> {
    let mut own = match scenario {
        Some(file) if Path::new(file).extension().is_some_and(|end| end == "toml") => {
            from_file(Path::new(file), evidence)?
        }
        key => scenario_file::named(key.unwrap_or(Scenario::BASELINE), evidence)
            .map_err(|mistake| {
                bad(
                    "",
                    &[ScenarioFault {
                        line: None,
                        mistake,
                    }],
                )
            })?
            .clone(),
    };
    let mut settings = evidence.settings_of(&own);
    let set = set.iter().map(String::as_str);
    scenario_file::set_all(&mut settings, set, evidence).map_err(|fault| bad("", &[fault]))?;
    own.changes = evidence.changes(&settings);
    Ok(own)
}

/// A file's future goes by the file's name.
fn from_file(file: &Path, evidence: &Evidence) -> Result<Scenario, Problem> {
    let text = fs::read_to_string(file).map_err(|error| Problem::CannotRead {
        path: file.to_owned(),
        why: error.to_string(),
    })?;
    let own = scenario_file::read(&text, evidence)
        .map_err(|faults| bad(&format!("{}, ", file.display()), &faults))?;
    let key = file.file_stem().unwrap_or_default().to_string_lossy();
    Ok(own.scenario(&key, evidence))
}

fn bad(place: &str, faults: &[ScenarioFault]) -> Problem {
    let told = faults.iter().map(|fault| format!("{place}{fault}"));
    Problem::BadScenario(told.collect::<Vec<_>>().join("\n"))
}
