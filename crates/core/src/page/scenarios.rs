//! What the view of scenarios shows: the future, the levers moved, the year and outcome looked at.
//!
//! The page holds it as the words of the link ([`ScenarioChoices`]), so that the first view does
//! not carry what only scenarios understand; [`ScenariosPage`] is the same, understood as far as
//! that goes without the evidence. Whether a future is there and a lever goes that far is asked
//! of the evidence.

use super::{Choices, Keyed, is_key};
use crate::data::model::{Parameter, Scenario, Setting, Shift, ShiftBy};
use crate::model::output::Output;

/// The choices of the view of scenarios.
pub type ScenarioChoices = Choices<ScenarioChoice>;

/// One thing that can be chosen about scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScenarioChoice {
    /// The named future.
    Future,
    /// The levers that stand elsewhere than in the named future.
    Levers,
    /// The assumptions that are shifted otherwise than in the named future.
    Shifts,
    /// The part of the view.
    Part,
    /// The year looked at.
    Year,
    /// The outcome looked at.
    Outcome,
    /// The picture of it.
    Chart,
    /// The reader's own target for the outcome.
    Target,
    /// The futures that stand beside it.
    Beside,
    /// Whether levers are shown in somebody else's page.
    Panel,
    /// The version of the model that the link was made with.
    Model,
}

impl ScenarioChoice {
    /// Every choice, in the order written.
    pub const ALL: [Self; 11] = [
        Self::Future,
        Self::Levers,
        Self::Shifts,
        Self::Part,
        Self::Year,
        Self::Outcome,
        Self::Chart,
        Self::Target,
        Self::Beside,
        Self::Panel,
        Self::Model,
    ];
}

/// What the view of scenarios shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenariosPage {
    /// The key of the named future.
    pub future: String,
    /// Levers that stand elsewhere than in the named future, in the order of [`Setting::ALL`].
    pub levers: Vec<(Setting, f64)>,
    /// Assumptions that are shifted otherwise than in the named future, in the order of
    /// [`Parameter::ALL`].
    pub shifts: Vec<Shift>,
    /// The part of the view.
    pub part: Part,
    /// The year looked at; the last when none is chosen.
    pub year: Option<u16>,
    /// The outcome looked at.
    pub outcome: Output,
    /// The picture of it.
    pub chart: Chart,
    /// The reader's own target for the outcome in the year, in the outcome's unit.
    pub target: Option<f64>,
    /// The keys of the named futures beside it.
    pub beside: Vec<String>,
    /// What becomes of the levers in somebody else's page.
    pub panel: Panel,
    /// The version of the model that the link was made with, if it says so.
    pub model: Option<String>,
}

impl Default for ScenariosPage {
    fn default() -> Self {
        Self {
            future: Scenario::BASELINE.to_owned(),
            levers: Vec::new(),
            shifts: Vec::new(),
            part: Part::default(),
            year: None,
            outcome: Output::Jobs,
            chart: Chart::default(),
            target: None,
            beside: Vec::new(),
            panel: Panel::default(),
            model: None,
        }
    }
}

/// A part of the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// One future: its outcomes, charts and levers.
    #[default]
    Explore,
    /// Several futures side by side.
    Compare,
    /// The files of a workshop.
    Together,
    /// How do we know?
    Trust,
}

/// A picture of an outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chart {
    /// Over time, with its band, beside the baseline.
    #[default]
    Fan,
    /// How far it lies from the baseline, over time.
    Difference,
    /// How far it lies from the baseline, by district.
    Map,
    /// Which sections gain and lose jobs.
    Sections,
    /// People by age, then and now.
    People,
    /// What each lever adds.
    Adds,
    /// Which unsure assumptions move it.
    HangsOn,
    /// Every outcome over time, small, beside each other.
    All,
}

/// What becomes of the levers in somebody else's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// They can be moved.
    #[default]
    Open,
    /// They are shown as they stand.
    Locked,
    /// They are left out.
    Hidden,
}

impl Keyed for Part {
    const ALL: &'static [Self] = &[Self::Explore, Self::Compare, Self::Together, Self::Trust];

    fn key(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Compare => "compare",
            Self::Together => "together",
            Self::Trust => "how-we-know",
        }
    }
}

impl Keyed for Chart {
    const ALL: &'static [Self] = &[
        Self::Fan,
        Self::Difference,
        Self::Map,
        Self::Sections,
        Self::People,
        Self::Adds,
        Self::HangsOn,
        Self::All,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Fan => "time",
            Self::Difference => "difference",
            Self::Map => "map",
            Self::Sections => "sectors",
            Self::People => "people",
            Self::Adds => "why",
            Self::HangsOn => "how-sure",
            Self::All => "all",
        }
    }
}

impl Keyed for Panel {
    const ALL: &'static [Self] = &[Self::Open, Self::Locked, Self::Hidden];

    fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Locked => "locked",
            Self::Hidden => "hidden",
        }
    }
}

impl ScenariosPage {
    /// So many futures stand beside the reader's own at most.
    pub const MOST_BESIDE: usize = 3;

    /// Understands a link's words. What is not understood is left at its default and given back
    /// as a choice and the words.
    #[must_use]
    pub fn read(choices: &ScenarioChoices) -> (Self, Vec<(ScenarioChoice, String)>) {
        let mut page = Self::default();
        let mut refused = Vec::new();
        for (choice, words) in choices.iter() {
            if page.apply(choice, words, &mut refused).is_none() {
                refused.push((choice, words.to_owned()));
            }
        }
        (page, refused)
    }

    /// The words of a link, only where they differ from the default.
    #[must_use]
    pub fn write(&self) -> ScenarioChoices {
        let default = Self::default();
        let mut choices = ScenarioChoices::default();
        let mut put = |choice, differs: bool, words: &str| {
            choices.set(choice, differs.then(|| words.to_owned()));
        };
        put(
            ScenarioChoice::Future,
            self.future != default.future,
            &self.future,
        );
        let levers = self.levers.iter();
        let levers: Vec<String> = levers
            .map(|(setting, value)| format!("{}:{value}", setting.key()))
            .collect();
        put(
            ScenarioChoice::Levers,
            !levers.is_empty(),
            &levers.join(","),
        );
        let shifts = self.shifts.iter();
        let shifts: Vec<String> = shifts.map(shift_words).collect();
        put(
            ScenarioChoice::Shifts,
            !shifts.is_empty(),
            &shifts.join(","),
        );
        put(
            ScenarioChoice::Part,
            self.part != default.part,
            self.part.key(),
        );
        let year = self.year.map(|year| year.to_string());
        put(
            ScenarioChoice::Year,
            year.is_some(),
            &year.unwrap_or_default(),
        );
        put(
            ScenarioChoice::Outcome,
            self.outcome != default.outcome,
            self.outcome.key(),
        );
        put(
            ScenarioChoice::Chart,
            self.chart != default.chart,
            self.chart.key(),
        );
        let target = self.target.map(|target| target.to_string());
        put(
            ScenarioChoice::Target,
            target.is_some(),
            &target.unwrap_or_default(),
        );
        put(
            ScenarioChoice::Beside,
            !self.beside.is_empty(),
            &self.beside.join(","),
        );
        put(
            ScenarioChoice::Panel,
            self.panel != default.panel,
            self.panel.key(),
        );
        let model = self.model.as_deref().unwrap_or_default();
        put(ScenarioChoice::Model, self.model.is_some(), model);
        choices
    }

    fn apply(
        &mut self,
        choice: ScenarioChoice,
        words: &str,
        refused: &mut Vec<(ScenarioChoice, String)>,
    ) -> Option<()> {
        let key = |words: &str| is_key(words).then(|| words.to_owned());
        match choice {
            ScenarioChoice::Future => self.future = key(words)?,
            ScenarioChoice::Levers => self.apply_levers(words, refused),
            ScenarioChoice::Shifts => self.apply_shifts(words, refused),
            ScenarioChoice::Part => self.part = Part::from_key(words)?,
            ScenarioChoice::Year => self.year = Some(words.parse().ok()?),
            ScenarioChoice::Outcome => self.outcome = Output::from_key(words)?,
            ScenarioChoice::Chart => self.chart = Chart::from_key(words)?,
            ScenarioChoice::Target => self.target = Some(number(words)?),
            ScenarioChoice::Beside => {
                let keys: Option<Vec<String>> = words.split(',').map(key).collect();
                let keys = keys.filter(|keys| keys.len() <= Self::MOST_BESIDE)?;
                self.beside = keys;
            }
            ScenarioChoice::Panel => self.panel = Panel::from_key(words)?,
            ScenarioChoice::Model => {
                self.model = Some(words.to_owned()).filter(|words| words.split('.').all(is_key));
                self.model.as_ref()?;
            }
        }
        Some(())
    }

    /// `housing:20,skills:3`: a lever that is not understood costs only itself.
    fn apply_levers(&mut self, words: &str, refused: &mut Vec<(ScenarioChoice, String)>) {
        for part in words.split(',') {
            let lever = part.split_once(':').and_then(|(key, value)| {
                let setting = Setting::from_key(key)?;
                let is_new = self.levers.iter().all(|(own, _)| *own != setting);
                is_new.then_some((setting, number(value)?))
            });
            match lever {
                Some(lever) => self.levers.push(lever),
                None => refused.push((ScenarioChoice::Levers, part.to_owned())),
            }
        }
        self.levers.sort_by_key(|(setting, _)| *setting);
    }

    fn apply_shifts(&mut self, words: &str, refused: &mut Vec<(ScenarioChoice, String)>) {
        for part in words.split(',') {
            let is_new = |own: &Shift| {
                let mut others = self.shifts.iter();
                others.all(|other| other.parameter != own.parameter)
            };
            match shift(part).filter(is_new) {
                Some(shift) => self.shifts.push(shift),
                None => refused.push((ScenarioChoice::Shifts, part.to_owned())),
            }
        }
        self.shifts.sort_by_key(|shift| shift.parameter);
    }
}

/// `g_y:plus:-0.2`, `tfr:times:0.95`.
fn shift_words(shift: &Shift) -> String {
    let key = shift.parameter.key();
    match shift.by {
        ShiftBy::Times(factor) => format!("{key}:times:{factor}"),
        ShiftBy::Plus(sum) => format!("{key}:plus:{sum}"),
    }
}

fn shift(words: &str) -> Option<Shift> {
    let mut parts = words.split(':');
    let parameter = Parameter::from_key(parts.next()?)?;
    let how = parts.next()?;
    let amount = number(parts.next()?)?;
    let by = match how {
        "times" => ShiftBy::Times(amount),
        "plus" => ShiftBy::Plus(amount),
        _ => return None,
    };
    parts.next().is_none().then_some(Shift { parameter, by })
}

fn number(words: &str) -> Option<f64> {
    words.parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let page = ScenariosPage {
            future: "skills-led".to_owned(),
            levers: vec![(Setting::Housing, -12.5), (Setting::Skills, 3.0)],
            shifts: vec![
                Shift {
                    parameter: Parameter::ALL[0],
                    by: ShiftBy::Times(0.95),
                },
                Shift {
                    parameter: Parameter::ALL[7],
                    by: ShiftBy::Plus(-0.2),
                },
            ],
            part: Part::Compare,
            year: Some(2040),
            outcome: Output::GvaPerJob,
            chart: Chart::HangsOn,
            target: Some(80_000.5),
            beside: vec!["clean-growth".to_owned(), "baseline".to_owned()],
            panel: Panel::Locked,
            model: Some("1".to_owned()),
        };
        let (read, refused) = ScenariosPage::read(&page.write());
        assert_eq!(read, page);
        assert!(refused.is_empty());
        let default = ScenariosPage::default();
        assert_eq!(default.write(), ScenarioChoices::default());
    }

    #[test]
    fn what_is_not_understood_is_given_back_and_the_rest_honoured() {
        let mut choices = ScenarioChoices::default();
        for (choice, words) in [
            (ScenarioChoice::Future, "<b>"),
            (
                ScenarioChoice::Levers,
                "skills:2,hope:3,housing:much,skills:4,housing:NaN",
            ),
            (ScenarioChoice::Shifts, "hope:plus:1"),
            (ScenarioChoice::Outcome, "happiness"),
            (ScenarioChoice::Target, "inf"),
            (ScenarioChoice::Beside, "a,b,c,d"),
            (ScenarioChoice::Year, "2040"),
        ] {
            choices.set(choice, Some(words.to_owned()));
        }
        let (page, refused) = ScenariosPage::read(&choices);
        let expected = ScenariosPage {
            levers: vec![(Setting::Skills, 2.0)],
            year: Some(2040),
            ..ScenariosPage::default()
        };
        assert_eq!(page, expected);
        assert_eq!(refused.len(), 5 + 4);
    }
}
