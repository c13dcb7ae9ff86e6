//! Moving levers: the page keeps only what differs from the named future it is based on.

use crate::data::model::{Evidence, Lever, Scenario, Setting, Settings};
use crate::data::scenario_file::ScenarioFile;
use crate::page::scenarios::ScenariosPage;

/// How far one press of a button or key moves a lever: about a hundredth of its range, a step
/// that people count in, and one that its ends and its default stand on.
#[must_use]
pub fn step(lever: &Lever) -> f64 {
    const STEPS: [f64; 9] = [0.01, 0.02, 0.05, 0.1, 0.5, 1.0, 5.0, 50.0, 100.0];
    let wanted = (lever.most - lever.least) / 100.0;
    let is_on = |value: f64, step: f64| {
        let steps = value / step;
        (steps - steps.round()).abs() < 1e-9
    };
    let ends = [lever.least, lever.most, lever.default];
    let mut fine = STEPS.into_iter().rev().filter(|step| *step <= wanted);
    fine.find(|step| ends.iter().all(|end| is_on(*end, *step)))
        .unwrap_or(0.01)
}

/// A value on the steps of a lever and within its range.
#[must_use]
pub fn on_steps(lever: &Lever, value: f64) -> f64 {
    let step = step(lever);
    // A division by the steps in one keeps tenths free of the dust of binary fractions.
    let steps_in_one = (1.0 / step).round().max(1.0);
    let stepped = if step < 1.0 {
        (value * steps_in_one).round() / steps_in_one
    } else {
        (value / step).round() * step
    };
    stepped.clamp(lever.least, lever.most)
}

/// A value so many steps of a lever further.
#[must_use]
pub fn nudged(lever: &Lever, value: f64, steps: f64) -> f64 {
    on_steps(lever, value + steps * step(lever))
}

impl ScenariosPage {
    /// Moves a lever; at the place where the future has it, it is no change.
    pub fn move_lever(&mut self, evidence: &Evidence, setting: Setting, value: f64) {
        let own = settings_of(evidence, &self.future).get(setting);
        self.levers.retain(|(other, _)| *other != setting);
        if value != own {
            self.levers.push((setting, value));
            self.levers.sort_by_key(|(setting, _)| *setting);
        }
    }

    /// Puts a lever back to where the future has it.
    pub fn reset_lever(&mut self, setting: Setting) {
        self.levers.retain(|(other, _)| *other != setting);
    }

    /// Puts everything back to where the future has it.
    pub fn reset_to_future(&mut self) {
        self.levers.clear();
        self.shifts.clear();
    }

    /// Whether the future is a named one as it stands.
    #[must_use]
    pub const fn is_as_told(&self) -> bool {
        self.levers.is_empty() && self.shifts.is_empty()
    }

    /// Opens a named future as it stands; the year, outcome and picture stay.
    pub fn open(&mut self, future: &str) {
        future.clone_into(&mut self.future);
        self.reset_to_future();
    }

    /// Opens the future of a reader's file.
    pub fn open_file(&mut self, evidence: &Evidence, file: &ScenarioFile) {
        self.open(&file.based_on);
        for &(setting, value) in &file.changes {
            self.move_lever(evidence, setting, value);
        }
        self.shifts.clone_from(&file.shifts);
    }

    /// The file of the future, with what its reader says of it.
    #[must_use]
    pub fn file(&self, name: &str, reasons: &[(Setting, String)]) -> ScenarioFile {
        ScenarioFile {
            name: name.to_owned(),
            based_on: self.future.clone(),
            story: String::new(),
            changes: self.levers.clone(),
            shifts: self.shifts.clone(),
            reasons: reasons.to_vec(),
        }
    }
}

fn settings_of(evidence: &Evidence, future: &str) -> Settings {
    let base = evidence.scenario(future);
    let base = base.or_else(|| evidence.scenario(Scenario::BASELINE));
    base.map_or_else(|| evidence.defaults(), |base| evidence.settings_of(base))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::scenario_file;
    use crate::model::example::real;

    #[test]
    fn only_what_differs_is_kept() {
        let evidence = real().evidence;
        let mut page = ScenariosPage::default();
        page.open("skills-led");
        let own = settings_of(&evidence, "skills-led");
        page.move_lever(&evidence, Setting::Skills, 2.0);
        page.move_lever(&evidence, Setting::Housing, 20.0);
        assert_eq!(
            page.levers,
            [(Setting::Housing, 20.0), (Setting::Skills, 2.0)]
        );
        page.move_lever(&evidence, Setting::Skills, own.get(Setting::Skills));
        page.reset_lever(Setting::Housing);
        assert!(page.levers.is_empty());
        page.move_lever(&evidence, Setting::Research, 10.0);
        let reasons = [(Setting::Research, "A new laboratory.".to_owned())];
        let file = page.file("Ours", &reasons);
        let text = scenario_file::write(&file);
        let read = scenario_file::read(&text, &evidence).unwrap();
        assert_eq!(read, file);
        let mut opened = ScenariosPage::default();
        opened.open_file(&evidence, &read);
        assert_eq!(opened, page);
        opened.reset_to_future();
        assert!(opened.is_as_told() && !page.is_as_told());
    }

    #[test]
    fn every_default_and_every_future_stands_on_a_step() {
        let evidence = real().evidence;
        for lever in &evidence.levers {
            let ends = [lever.least, lever.most, lever.default];
            for value in ends {
                let stepped = on_steps(lever, value);
                assert!((stepped - value).abs() < 1e-12, "{}: {value}", lever.name);
            }
            assert!(on_steps(lever, 1e9) <= lever.most);
        }
        for scenario in &evidence.scenarios {
            for &(setting, value) in &scenario.changes {
                let lever = evidence.lever(setting).unwrap();
                assert_eq!(on_steps(lever, value), value, "{}", lever.name);
            }
        }
    }
}
