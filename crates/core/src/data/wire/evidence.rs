//! What the scenario model is told by people: levers, parameters, sections, fixed numbers, futures.

use serde::Serialize;

/// All that people tell the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EvidenceWire {
    /// Changes whenever a constant, a range or an equation does.
    pub model_version: String,
    /// A lever per setting.
    pub levers: Vec<LeverWire>,
    /// What is known of each parameter.
    pub parameters: Vec<ParameterWire>,
    /// What each column of the sections says.
    pub section_columns: Vec<SectionColumnWire>,
    /// What is assumed of each section of the classification.
    pub sections: Vec<SectionWire>,
    /// Fixed numbers.
    pub constants: Vec<ConstantWire>,
    /// Named futures; the first is the baseline.
    pub scenarios: Vec<ScenarioWire>,
}

/// A setting a reader can move.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeverWire {
    /// The key of the setting.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What its value is told in.
    pub unit: String,
    /// Keys of foundations of productivity.
    pub foundations: Vec<String>,
    /// Keys of Grand Challenges.
    pub grand_challenges: Vec<String>,
    /// Whether nobody in the place decides it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outside_control: bool,
    /// The least and the most it can be set to.
    pub range: [f64; 2],
    /// Where it stands when nobody moves it.
    pub default: f64,
    /// `none`, `linear` or `s-shaped`.
    pub ramp: String,
    /// The first year with an effect; 0 without a ramp.
    pub start: u16,
    /// Years until it is in full force; 0 without a ramp.
    pub years: u16,
    /// Keys of the parameters that say what one unit does.
    pub effects: Vec<String>,
    /// Keys of the outputs it touches first.
    pub outputs: Vec<String>,
    /// How good the evidence is: `B-`, `A sum, C profile`.
    pub grade: String,
    /// Where the evidence comes from.
    pub source: String,
    /// What a reader should know.
    pub note: String,
}

/// What is known of a parameter.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParameterWire {
    /// Its symbol.
    pub key: String,
    /// What it says.
    pub meaning: String,
    /// In what it is told.
    pub unit: String,
    /// The tenth percentile.
    pub low: f64,
    /// The median.
    pub central: f64,
    /// The ninetieth percentile.
    pub high: f64,
    /// Where draws are clipped from below.
    pub min: f64,
    /// Where draws are clipped from above.
    pub max: f64,
    /// How good the evidence is.
    pub grade: String,
    /// Where it comes from.
    pub source: String,
    /// What it is moved with.
    pub group: String,
}

/// What a column of the sections says, and how good it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SectionColumnWire {
    /// `gini`, `tradable`, `density`, `ai`, `space` or `follows`.
    pub key: String,
    /// What it says.
    pub meaning: String,
    /// In what it is told.
    pub unit: String,
    /// How good the evidence is.
    pub grade: String,
    /// Where it comes from.
    pub source: String,
}

/// What is assumed of a section of the classification.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SectionWire {
    /// Its letter.
    pub letter: String,
    /// Locational Gini of its jobs, 0 to 1.
    pub gini: f64,
    /// Share that serves people elsewhere, 0 to 1.
    pub tradable: f64,
    /// `manufacturing`, `construction`, `consumer-services` or `business-services`; empty for a
    /// section that effective density does not move.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub density: String,
    /// Exposure to AI, relative to other sections.
    pub ai: f64,
    /// Percent of jobs in offices, industrial space, warehouses, shops and elsewhere.
    pub space: [f64; 5],
    /// Whose number local demand follows: `all`, `young` or `older`.
    pub follows: String,
}

/// A fixed number, or several that belong together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConstantWire {
    /// The part of the model and its name: `labour.control-rate`.
    pub key: String,
    /// What it is.
    pub meaning: String,
    /// In what it is told.
    pub unit: String,
    /// What each value belongs to: years, letters, kinds of space; empty for a number alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
    /// The number, or one per entry of `of`.
    pub values: Vec<f64>,
    /// How good the evidence is.
    pub grade: String,
    /// Where it comes from.
    pub source: String,
}

/// A named future.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScenarioWire {
    /// Its key in links and on the command line.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What happens, and who gains and who does not.
    pub story: String,
    /// Settings that differ from their defaults.
    pub settings: Vec<SettingWire>,
    /// Parameters that differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shifts: Vec<ShiftWire>,
}

/// The value of a setting.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SettingWire {
    /// The key of the setting.
    pub setting: String,
    /// In the unit of its lever.
    pub value: f64,
}

/// How a parameter differs in a future.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShiftWire {
    /// Its symbol.
    pub parameter: String,
    /// `times` or `plus`.
    pub by: String,
    /// The factor, or the sum in the parameter's unit.
    pub value: f64,
}
