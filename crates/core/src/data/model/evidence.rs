//! What the model is told by people: levers, assumptions, sections and named futures, each with
//! its evidence.

use super::{Constants, Parameter, Setting, Settings};
use crate::data::content::{Foundation, GrandChallenge};

/// What a model of this version is told besides the figures of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Changes whenever a constant, a range or an equation does.
    pub model_version: String,
    /// A lever per setting, in the order of [`Setting::ALL`].
    pub levers: Vec<Lever>,
    /// What is known of each parameter, in the order of [`Parameter::ALL`].
    pub assumptions: Vec<Assumption>,
    /// What each column of `sections` says and how good it is.
    pub section_columns: Vec<SectionColumn>,
    /// Sections of the classification in ascending order of letter.
    pub sections: Vec<SectionDefaults>,
    /// Fixed numbers.
    pub constants: Constants,
    /// Fixed numbers again, each with its evidence, in the order of the content.
    pub fixed: Vec<Fixed>,
    /// Named futures; the first is the baseline, [`Scenario::BASELINE`].
    pub scenarios: Vec<Scenario>,
}

/// A setting a reader can move, and what is known of its effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// What it sets.
    pub setting: Setting,
    /// Its name.
    pub name: String,
    /// What its value is told in: `% on baseline completions`.
    pub unit: String,
    /// The foundations of productivity it belongs to.
    pub foundations: Vec<Foundation>,
    /// The Grand Challenges it belongs to.
    pub grand_challenges: Vec<GrandChallenge>,
    /// Whether nobody in the place decides it.
    pub is_outside_control: bool,
    /// The least it can be set to.
    pub least: f64,
    /// The most it can be set to.
    pub most: f64,
    /// Where it stands when nobody moves it.
    pub default: f64,
    /// How it comes into force.
    pub ramp: Ramp,
    /// The parameters that say what one unit does, if any are unsure.
    pub effects: Vec<Parameter>,
    /// Keys of the outputs it touches first.
    pub outputs: Vec<String>,
    /// How good the evidence is.
    pub grade: Grade,
    /// Where the evidence comes from, in words.
    pub source: String,
    /// What a reader should know: limits, weak spots.
    pub note: String,
}

/// How a setting comes into force.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ramp {
    /// At once and for ever: a choice, not a programme.
    None,
    /// By the same step every year.
    Linear {
        /// The first year with an effect.
        start: u16,
        /// Years until it is in full force.
        years: u16,
    },
    /// Slowly at first and at the end.
    SShaped {
        /// The first year with an effect.
        start: u16,
        /// Years until it is in full force.
        years: u16,
    },
}

/// How good evidence is. Plus and minus are kept as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// A, B or C.
    pub letter: GradeLetter,
    /// The grade in full: `B-`, `A sum, C deliverability`.
    pub words: String,
}

/// The letter of a grade; of several the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GradeLetter {
    /// Several credible studies, physics or an accounting identity.
    A,
    /// One credible study or official evaluation, carried over from elsewhere.
    B,
    /// Correlation, another country or an assumption of ours.
    C,
}

/// What is known of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// Which one.
    pub parameter: Parameter,
    /// What it says, and in what it is told.
    pub meaning: String,
    /// In what it is told: `% a year`.
    pub unit: String,
    /// What is plausible.
    pub range: Range,
    /// How good the evidence is.
    pub grade: Grade,
    /// Where it comes from, in words.
    pub source: String,
    /// The group it is moved with when it is asked what the answer hangs on.
    pub group: String,
}

/// What a parameter may plausibly be: one draw in ten lies below `low`, one in ten above `high`,
/// none outside `min..=max`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The tenth percentile.
    pub low: f64,
    /// The median, which the central run takes.
    pub central: f64,
    /// The ninetieth percentile.
    pub high: f64,
    /// Where draws are clipped from below.
    pub min: f64,
    /// Where draws are clipped from above.
    pub max: f64,
}

/// A fixed number, or several that belong together, and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fixed {
    /// The part of the model and its name: `labour.control-rate`.
    pub key: String,
    /// What it is.
    pub meaning: String,
    /// In what it is told.
    pub unit: String,
    /// What each value belongs to: years, letters, kinds of space; empty for a number alone.
    pub of: Vec<String>,
    /// The number, or one per entry of `of`.
    pub values: Vec<f64>,
    /// How good the evidence is.
    pub grade: Grade,
    /// Where it comes from, in words.
    pub source: String,
}

/// What a column of the sections says, and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionColumn {
    /// Its key: `tradable`.
    pub key: String,
    /// What it says.
    pub meaning: String,
    /// In what it is told.
    pub unit: String,
    /// How good the evidence is.
    pub grade: Grade,
    /// Where it comes from, in words.
    pub source: String,
}

/// What is assumed of a section of the classification.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionDefaults {
    /// Its letter.
    pub letter: char,
    /// Locational Gini of its jobs, 0 to 1: measured.
    pub gini: f64,
    /// Share that serves people elsewhere, 0 to 1.
    pub tradable_share: f64,
    /// How its output answers to effective density; none for sections it does not move.
    pub density: Option<DensityClass>,
    /// Exposure to AI, relative to other sections.
    pub ai_exposure: f64,
    /// Share of jobs in offices, 0 to 1.
    pub office_share: f64,
    /// Share of jobs in industrial space, 0 to 1.
    pub industrial_share: f64,
    /// Whose number its local demand follows.
    pub local_driver: LocalDriver,
}

/// Classes of industries by how their output answers to effective density (Graham, Gibbons and
/// Martin, 2009).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DensityClass {
    /// Manufacturing.
    Manufacturing,
    /// Construction.
    Construction,
    /// Consumer services.
    ConsumerServices,
    /// Business services.
    BusinessServices,
}

/// Whose number a section's local demand follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalDriver {
    /// Everybody.
    All,
    /// People aged 0 to 17.
    Young,
    /// Half everybody, half people aged 65 and over.
    Older,
}

/// A named future.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its key in links and on the command line.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Two lines: what happens, and what comes of it.
    pub story: String,
    /// Settings that differ from their defaults, in the order of [`Setting::ALL`].
    pub changes: Vec<(Setting, f64)>,
    /// Parameters that differ in this future, each shifted from its draw.
    pub shifts: Vec<Shift>,
}

/// A parameter that differs in a future: the drawn or central value is changed after clipping
/// and not clipped again, so that pairs of draws keep their meaning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Which one.
    pub parameter: Parameter,
    /// How.
    pub by: ShiftBy,
}

/// How a parameter differs in a future.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShiftBy {
    /// By a factor.
    Times(f64),
    /// By a sum, in the parameter's unit.
    Plus(f64),
}

impl Evidence {
    /// Every setting where nobody has moved it.
    #[must_use]
    pub fn defaults(&self) -> Settings {
        let mut settings = Settings::new([0.0; Setting::COUNT]);
        for lever in &self.levers {
            settings.set(lever.setting, lever.default);
        }
        settings
    }

    /// The settings of a scenario.
    #[must_use]
    pub fn settings_of(&self, scenario: &Scenario) -> Settings {
        let mut settings = self.defaults();
        for &(setting, value) in &scenario.changes {
            settings.set(setting, value);
        }
        settings
    }

    /// The settings that differ from their defaults, in the order of [`Setting::ALL`].
    #[must_use]
    pub fn changes(&self, settings: &Settings) -> Vec<(Setting, f64)> {
        let defaults = self.defaults();
        let all = Setting::ALL.into_iter();
        all.map(|setting| (setting, settings.get(setting)))
            .filter(|&(setting, value)| value != defaults.get(setting))
            .collect()
    }

    /// The scenario of a key.
    #[must_use]
    pub fn scenario(&self, key: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|own| own.key == key)
    }

    /// What is known of a parameter.
    #[must_use]
    pub fn assumption(&self, parameter: Parameter) -> Option<&Assumption> {
        self.assumptions.get(parameter as usize)
    }

    /// The lever of a setting.
    #[must_use]
    pub fn lever(&self, setting: Setting) -> Option<&Lever> {
        self.levers.get(setting as usize)
    }
}

impl Scenario {
    /// The key of the first scenario, in which nothing is moved.
    pub const BASELINE: &str = "baseline";
}

impl Range {
    /// The largest factor that a future may shift a parameter by.
    pub const MOST_FACTOR: f64 = 10.0;

    /// Whether a shift keeps the centre plausible, and spreads draws no more than a little.
    #[must_use]
    pub fn allows(&self, by: ShiftBy) -> bool {
        let is_modest = match by {
            ShiftBy::Times(factor) => (0.0..=Self::MOST_FACTOR).contains(&factor),
            ShiftBy::Plus(sum) => sum.is_finite(),
        };
        is_modest && (self.min..=self.max).contains(&by.of(self.central))
    }
}

impl Grade {
    /// The grade of words such as `B-` or `A sum, C deliverability`; none if no letter is in them.
    #[must_use]
    pub fn new(words: &str) -> Option<Self> {
        let tokens = words.split(|sign: char| !sign.is_ascii_alphanumeric());
        let letters = tokens.filter_map(|token| match token {
            "A" => Some(GradeLetter::A),
            "B" => Some(GradeLetter::B),
            "C" => Some(GradeLetter::C),
            _ => None,
        });
        Some(Self {
            letter: letters.max()?,
            words: words.to_owned(),
        })
    }
}

impl GradeLetter {
    /// The letter.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

impl DensityClass {
    /// Every class, in the order of [`DensityConstants`](super::DensityConstants).
    pub const ALL: [Self; 4] = [
        Self::Manufacturing,
        Self::Construction,
        Self::ConsumerServices,
        Self::BusinessServices,
    ];

    /// The key in content.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Manufacturing => "manufacturing",
            Self::Construction => "construction",
            Self::ConsumerServices => "consumer-services",
            Self::BusinessServices => "business-services",
        }
    }

    /// The class of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.key() == key)
    }
}

impl LocalDriver {
    /// The key in content.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Young => "young",
            Self::Older => "older",
        }
    }

    /// The driver of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let all = [Self::All, Self::Young, Self::Older];
        all.into_iter().find(|own| own.key() == key)
    }
}

impl ShiftBy {
    /// The value shifted.
    #[must_use]
    pub fn of(self, value: f64) -> f64 {
        match self {
            Self::Times(factor) => value * factor,
            Self::Plus(sum) => value + sum,
        }
    }
}

impl Ramp {
    /// How much of a setting is in force in a year, 0 to 1.
    #[must_use]
    pub fn share(self, year: u16) -> f64 {
        let linear = |start: u16, years: u16| {
            let passed = f64::from(year) - f64::from(start) + 1.0;
            (passed / f64::from(years.max(1))).clamp(0.0, 1.0)
        };
        match self {
            Self::None => 1.0,
            Self::Linear { start, years } => linear(start, years),
            Self::SShaped { start, years } => {
                let share = linear(start, years);
                share * share * (3.0 - 2.0 * share)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ramps() {
        let linear = Ramp::Linear {
            start: 2026,
            years: 5,
        };
        let shares = [2025, 2026, 2028, 2030, 2040].map(|year| linear.share(year));
        assert_eq!(shares, [0.0, 0.2, 0.6, 1.0, 1.0]);
        let slow = Ramp::SShaped {
            start: 2026,
            years: 12,
        };
        assert_eq!(
            [2025, 2028, 2031, 2037].map(|year| slow.share(year)),
            [0.0, 0.156_25, 0.5, 1.0]
        );
        assert_eq!(Ramp::None.share(2024), 1.0);
    }
}
