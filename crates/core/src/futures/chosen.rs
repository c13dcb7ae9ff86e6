//! What the page asks for, held against the evidence: what is there is honoured, the rest is told.

use crate::area::AreaCode;
use crate::data::model::{Evidence, Model, Settings, Shift};
use crate::model::remote::Future;
use crate::page::ScenarioChoice;
use crate::page::scenarios::ScenariosPage;

/// A future as it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The key of the named future it is based on.
    pub base: String,
    /// Every setting.
    pub settings: Settings,
    /// Its shifts of parameters.
    pub shifts: Vec<Shift>,
    /// The keys of the named futures beside it.
    pub beside: Vec<String>,
    /// The area: 0 is the whole place, the districts follow in their order.
    pub area: usize,
    /// The year that figures are told of.
    pub year: u16,
    /// What could not be honoured, a sentence each.
    pub notices: Vec<String>,
}

impl Chosen {
    /// Holds a page, and what it could not understand, against a place and its evidence.
    #[must_use]
    pub fn of(
        model: &Model,
        page: &ScenariosPage,
        refused: &[(ScenarioChoice, String)],
        area: &AreaCode,
    ) -> Self {
        let (evidence, region) = (&model.evidence, &model.region);
        let mut notices: Vec<String> = refused.iter().map(not_understood).collect();
        let asked = evidence.scenario(&page.future);
        if asked.is_none() {
            notices.push(format!(
                "This link asked for a future that is not here: “{}”. The baseline is shown.",
                page.future
            ));
        }
        let base = asked.or_else(|| evidence.scenarios.first());
        let mut settings =
            base.map_or_else(|| evidence.defaults(), |base| evidence.settings_of(base));
        for &(setting, value) in &page.levers {
            let Some(lever) = evidence.lever(setting) else {
                continue;
            };
            if (lever.least..=lever.most).contains(&value) {
                settings.set(setting, value);
            } else {
                notices.push(format!(
                    "This link sets {} to {value}, but it goes from {} to {}. It stands as the future has it.",
                    lever.name, lever.least, lever.most
                ));
            }
        }
        let mut shifts = base.map(|base| base.shifts.clone()).unwrap_or_default();
        for shift in &page.shifts {
            let assumption = evidence.assumption(shift.parameter);
            if assumption.is_some_and(|own| own.range.allows(shift.by)) {
                shifts.retain(|own| own.parameter != shift.parameter);
                shifts.push(*shift);
            } else {
                notices.push(format!(
                    "This link shifts the assumption {} further than is plausible. It stands as the future has it.",
                    shift.parameter.key()
                ));
            }
        }
        shifts.sort_by_key(|shift| shift.parameter);
        let years = region.base_year.saturating_add(1)..=region.last_year;
        let year = page.year.filter(|year| years.contains(year));
        if let (Some(asked), None) = (page.year, year) {
            notices.push(format!(
                "This link asked for {asked}, but futures are told from {} to {}. The last year is shown.",
                years.start(),
                years.end()
            ));
        }
        let (beside, unknown): (Vec<String>, Vec<String>) =
            (page.beside.iter().cloned()).partition(|key| evidence.scenario(key).is_some());
        notices.extend(unknown.iter().map(|key| {
            format!(
                "This link puts a future beside this one that is not here: “{key}”. It is left out."
            )
        }));
        if let Some(made_with) = (page.model.as_ref()).filter(|own| **own != evidence.model_version)
        {
            notices.push(format!(
                "This link was made with version {made_with} of the model; this is version {}. The levers stand as in the link, the figures may have moved.",
                evidence.model_version
            ));
        }
        let mut districts = region.districts.iter();
        let district = districts.position(|district| district.code == *area);
        Self {
            base: base.map(|base| base.key.clone()).unwrap_or_default(),
            settings,
            shifts,
            beside,
            area: district.map_or(0, |district| district + 1),
            year: year.unwrap_or(region.last_year),
            notices,
        }
    }

    /// What is run.
    #[must_use]
    pub fn future(&self) -> Future {
        Future {
            settings: self.settings,
            shifts: self.shifts.clone(),
        }
    }

    /// What the future is called: its own name while it stands as it was told.
    #[must_use]
    pub fn name(&self, evidence: &Evidence) -> String {
        let base = evidence.scenario(&self.base).filter(|base| {
            evidence.settings_of(base) == self.settings && base.shifts == self.shifts
        });
        base.map_or_else(|| "Your future".to_owned(), |base| base.name.clone())
    }
}

fn not_understood((choice, words): &(ScenarioChoice, String)) -> String {
    let what = match choice {
        ScenarioChoice::Future => "a future",
        ScenarioChoice::Levers => "a lever",
        ScenarioChoice::Shifts => "a shift of an assumption",
        ScenarioChoice::Part => "a part of this page",
        ScenarioChoice::Year => "a year",
        ScenarioChoice::Outcome => "an outcome",
        ScenarioChoice::Chart => "a picture",
        ScenarioChoice::Target => "a target",
        ScenarioChoice::Beside => "futures side by side",
        ScenarioChoice::Panel => "a use of the levers",
        ScenarioChoice::Model => "a version of the model",
    };
    format!("This link asked for {what} that is not understood: “{words}”. The usual one is used.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::{Parameter, Setting, ShiftBy};
    use crate::model::example::real;

    #[test]
    fn what_is_there_is_honoured_and_the_rest_told() {
        let model = real();
        let page = ScenariosPage {
            future: "skills-led".to_owned(),
            levers: vec![(Setting::Housing, 20.0), (Setting::Skills, 99.0)],
            year: Some(1999),
            shifts: vec![Shift {
                parameter: Parameter::ALL[0],
                by: ShiftBy::Times(99.0),
            }],
            beside: vec!["hopes".to_owned(), "clean-growth".to_owned()],
            model: Some("0".to_owned()),
            ..ScenariosPage::default()
        };
        let district = model.region.districts[3].code.clone();
        let refused = [(ScenarioChoice::Chart, "pie".to_owned())];
        let chosen = Chosen::of(&model, &page, &refused, &district);
        let base = model.evidence.scenario("skills-led").unwrap();
        let settings = model.evidence.settings_of(base);
        assert_eq!(chosen.settings.get(Setting::Housing), 20.0);
        assert_eq!(
            chosen.settings.get(Setting::Skills),
            settings.get(Setting::Skills)
        );
        assert_eq!((chosen.area, chosen.year), (4, model.region.last_year));
        assert_eq!(chosen.beside, ["clean-growth"]);
        assert_eq!(chosen.notices.len(), 6, "{:?}", chosen.notices);
    }

    #[test]
    fn a_plain_page_is_the_baseline_of_the_whole_place() {
        let model = real();
        let county = model.region.county.clone();
        let chosen = Chosen::of(&model, &ScenariosPage::default(), &[], &county);
        assert_eq!(chosen.settings, model.evidence.defaults());
        assert_eq!((chosen.area, chosen.base.as_str()), (0, "baseline"));
        let own = model.evidence.scenario("baseline").unwrap();
        assert_eq!(chosen.name(&model.evidence), own.name);
        let moved = Chosen {
            settings: {
                let mut settings = chosen.settings;
                settings.set(Setting::Housing, 20.0);
                settings
            },
            ..chosen.clone()
        };
        assert_eq!(moved.name(&model.evidence), "Your future");
        assert!(chosen.notices.is_empty() && chosen.shifts.is_empty());
    }
}
