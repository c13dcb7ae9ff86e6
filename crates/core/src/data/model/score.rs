//! The scorecard: how well the model and simple rules would have told years that are over.

/// How one method would have told one past, scored against what came.
#[derive(Clone, Debug, PartialEq)]
pub struct PastScore {
    /// What is told.
    pub subject: PastSubject,
    /// The year told from.
    pub start: u16,
    /// The year told.
    pub target: u16,
    /// What the model was told besides; none for simple rules.
    pub mode: Option<PastMode>,
    /// Who tells.
    pub method: PastMethod,
    /// Years of migration or building that rates are taken from; none where there are none.
    pub window_years: Option<u16>,
    /// How many cells were told.
    pub cells: usize,
    /// Errors without sign over what came, percent.
    pub wape_pct: f64,
    /// Mean error without sign per large cell, percent; none where no cell is large.
    pub mape_pct: Option<f64>,
    /// Sum of errors over what came, percent: above 0 when too much was told.
    pub bias_pct: f64,
    /// Its band; none without draws.
    pub band: Option<PastBand>,
    /// What is asked of it, in words, and whether it is so; none where nothing is asked.
    pub asked: Option<(String, bool)>,
    /// What a reader should know; may be empty.
    pub note: String,
}

/// How good a band for eight in ten was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PastBand {
    /// Share of cells inside it, percent.
    pub coverage_pct: f64,
    /// Mean interval score (Winkler, 1972), percent of what came; less is better.
    pub interval_score_pct: f64,
    /// Mean continuous ranked probability score, percent of what came; less is better.
    pub crps_pct: f64,
}

/// What is told of the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PastSubject {
    /// Residents by district.
    Population,
    /// Dwellings by district.
    Dwellings,
    /// Jobs by district and section.
    JobsBySection,
    /// Jobs by district.
    Jobs,
    /// Value added by district.
    Gva,
    /// Prices over earnings by district.
    Affordability,
    /// Emissions by district.
    Co2,
}

impl PastSubject {
    /// All of them, in the order of the scorecard.
    pub const ALL: [Self; 7] = [
        Self::Population,
        Self::Dwellings,
        Self::JobsBySection,
        Self::Jobs,
        Self::Gva,
        Self::Affordability,
        Self::Co2,
    ];

    /// The key in the pack and in answers.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Population => "population",
            Self::Dwellings => "dwellings",
            Self::JobsBySection => "jobs_by_section",
            Self::Jobs => "jobs",
            Self::Gva => "gva",
            Self::Affordability => "affordability",
            Self::Co2 => "co2",
        }
    }

    /// That of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.key() == key)
    }
}

/// What the model was told besides what was known at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PastMode {
    /// What drove it from outside, as it came.
    Conditional,
    /// Nothing.
    Unconditional,
}

impl PastMode {
    /// All of them, in the order of the scorecard.
    pub const ALL: [Self; 2] = [Self::Conditional, Self::Unconditional];

    /// The key in the pack and in answers.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Conditional => "conditional",
            Self::Unconditional => "unconditional",
        }
    }

    /// That of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.key() == key)
    }
}

/// Who tells the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PastMethod {
    /// The model's people, homes apart.
    Trend,
    /// The model's people, as the homes have them.
    DwellingLed,
    /// The model.
    Model,
    /// What was stays.
    NoChange,
    /// The mean yearly change of the years before goes on.
    LinearTrend,
    /// Each cell keeps its share of its industry in the nation.
    ConstantShare,
    /// The official projection of that year.
    Official,
}

impl PastMethod {
    /// All of them, in the order of the scorecard.
    pub const ALL: [Self; 7] = [
        Self::Trend,
        Self::DwellingLed,
        Self::Model,
        Self::NoChange,
        Self::LinearTrend,
        Self::ConstantShare,
        Self::Official,
    ];

    /// The key in the pack and in answers.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Trend => "trend",
            Self::DwellingLed => "dwelling-led",
            Self::Model => "model",
            Self::NoChange => "no-change",
            Self::LinearTrend => "linear-trend",
            Self::ConstantShare => "constant-share",
            Self::Official => "official",
        }
    }

    /// That of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_back() {
        for own in PastSubject::ALL {
            assert_eq!(PastSubject::from_key(own.key()), Some(own));
        }
        for own in PastMode::ALL {
            assert_eq!(PastMode::from_key(own.key()), Some(own));
        }
        for own in PastMethod::ALL {
            assert_eq!(PastMethod::from_key(own.key()), Some(own));
        }
        assert_eq!(PastMethod::from_key("guess"), None);
    }
}
