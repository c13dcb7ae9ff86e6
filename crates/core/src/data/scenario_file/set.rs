//! Settings by name: `housing=20`, and the nearest name to one that is not there.

use super::fault::{ScenarioFault, ScenarioMistake};
use crate::data::model::{Evidence, Scenario, Setting, Settings};

/// Gives one setting the value of `told`, such as `housing=20`; returns which.
///
/// # Errors
/// What is wrong with `told`; nothing is set then.
pub fn set(
    settings: &mut Settings,
    told: &str,
    evidence: &Evidence,
) -> Result<Setting, ScenarioFault> {
    let assigned = told.split_once('=').ok_or_else(|| {
        let text = told.to_owned();
        ScenarioMistake::NotAssigned { text }
    });
    let value = assigned.and_then(|(key, number)| {
        let key = key.trim();
        let number = number.trim().parse().ok();
        value(key, number, evidence)
    });
    let (setting, value) = value.map_err(|mistake| ScenarioFault {
        line: None,
        mistake,
    })?;
    settings.set(setting, value);
    Ok(setting)
}

/// Gives each setting of `told` its value, none twice.
///
/// # Errors
/// The first mistake; those before it are set.
pub fn set_all<'a>(
    settings: &mut Settings,
    told: impl IntoIterator<Item = &'a str>,
    evidence: &Evidence,
) -> Result<(), ScenarioFault> {
    let mut seen = Vec::new();
    for told in told {
        let setting = set(settings, told, evidence)?;
        if seen.contains(&setting) {
            let key = setting.key().to_owned();
            return Err(ScenarioFault {
                line: None,
                mistake: ScenarioMistake::Twice { key },
            });
        }
        seen.push(setting);
    }
    Ok(())
}

/// The named future of a key.
///
/// # Errors
/// When nobody has named it, with the key that may be meant.
pub fn named<'e>(key: &str, evidence: &'e Evidence) -> Result<&'e Scenario, ScenarioMistake> {
    evidence.scenario(key).ok_or_else(|| {
        let names = evidence.scenarios.iter().map(|own| own.key.as_str());
        ScenarioMistake::UnknownScenario {
            key: key.to_owned(),
            near: nearest(key, names).map(str::to_owned),
        }
    })
}

/// A setting and its value, if there is such a setting and it can have that value.
pub(super) fn value(
    key: &str,
    number: Option<f64>,
    evidence: &Evidence,
) -> Result<(Setting, f64), ScenarioMistake> {
    let setting = setting(key)?;
    let value = number.filter(|number| number.is_finite());
    let value = value.ok_or_else(|| ScenarioMistake::NotANumber {
        key: key.to_owned(),
    })?;
    match evidence.lever(setting) {
        Some(lever) if !(lever.least..=lever.most).contains(&value) => {
            Err(ScenarioMistake::OutOfRange {
                key: setting.key(),
                value,
                range: [lever.least, lever.most],
                unit: lever.unit.clone(),
            })
        }
        _ => Ok((setting, value)),
    }
}

/// The setting of a key.
pub(super) fn setting(key: &str) -> Result<Setting, ScenarioMistake> {
    Setting::from_key(key).ok_or_else(|| ScenarioMistake::UnknownSetting {
        key: key.to_owned(),
        near: nearest(key, Setting::ALL.map(Setting::key)),
    })
}

/// The name that is most like `key`, if one is like enough to be meant.
pub(super) fn nearest<'a>(key: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A key that is longer than any name by far is none misspelt.
    const MOST: usize = 60;
    if key.len() > MOST {
        return None;
    }
    let told = key.to_lowercase().replace('_', "-");
    let own = |name: &str| name.to_lowercase().replace('_', "-");
    let steps = |name: &str| strsim::osa_distance(&told, &own(name));
    let near = names.into_iter().map(|name| (steps(name), name));
    let (steps, name) = near.min_by_key(|(steps, _)| *steps)?;
    (steps <= name.chars().count() / 3 || steps <= 1).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_keyboard_finds_its_name() {
        let near = |key| nearest(key, Setting::ALL.map(Setting::key));
        for (slip, name) in [
            ("hosing", "housing"),
            ("Housing", "housing"),
            ("huosing", "housing"),
            ("skill", "skills"),
            ("metro_jobs", "metro-jobs"),
            ("clean_heating", "clean-heat"),
            ("local procurement", "local-procurement"),
            ("electriccars", "electric-cars"),
        ] {
            assert_eq!(near(slip), Some(name), "{slip}");
        }
        for strange in ["", "weather", "x", "a-tax-on-everything"] {
            assert_eq!(near(strange), None, "{strange}");
        }
        assert_eq!(near(&"housing".repeat(9_000)), None);
    }
}
