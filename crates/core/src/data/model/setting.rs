//! The settings a reader can move, and their values in one scenario.

/// One setting of a lever; [`Self::ALL`] is the order of every list of settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// Homes built, percent on baseline completions.
    Housing,
    /// Growth of jobs in the metropolis, percent a year.
    MetroJobs,
    /// People who move out of the metropolis beyond the trend, persons a year.
    MetroOverspill,
    /// Degree-level skills, points of the workforce.
    Skills,
    /// Training at work, points of the workforce.
    Training,
    /// Supported places of work, places a year.
    SupportedEmployment,
    /// How much of the effort goes by need, percent.
    NeedFocus,
    /// Adults without basic digital skills who are reached, percent.
    DigitalSkills,
    /// Cut in the loss of employment space, percent.
    ProtectSpace,
    /// Local research and development, percent on what there is.
    Research,
    /// Adoption of AI and data, points ahead of the country's firms.
    AiAdoption,
    /// Take-up of gigabit lines, points of premises above the baseline.
    Gigabit,
    /// Firms reached by support for management and technology, percent.
    Management,
    /// Public spend moved to local firms, percent.
    LocalProcurement,
    /// Jobs landed by inward investment, gross, a year.
    InwardInvestment,
    /// Cut in the generalised cost of every trip, percent.
    Transport,
    /// Homes on heat pumps, points above the baseline.
    CleanHeat,
    /// Electric cars, points of the stock above the baseline.
    ElectricCars,
    /// Car distance moved to walking, cycling and public transport, percent.
    ModeShift,
    /// Activity at ages 60 to 74, points.
    OlderWorkers,
    /// Cut of the care-home rate that is claimed, percent.
    SmartCare,
}

impl Setting {
    /// How many there are.
    pub const COUNT: usize = 21;

    /// Every setting, in the order of the levers' table.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Housing,
        Self::MetroJobs,
        Self::MetroOverspill,
        Self::Skills,
        Self::Training,
        Self::SupportedEmployment,
        Self::NeedFocus,
        Self::DigitalSkills,
        Self::ProtectSpace,
        Self::Research,
        Self::AiAdoption,
        Self::Gigabit,
        Self::Management,
        Self::LocalProcurement,
        Self::InwardInvestment,
        Self::Transport,
        Self::CleanHeat,
        Self::ElectricCars,
        Self::ModeShift,
        Self::OlderWorkers,
        Self::SmartCare,
    ];

    /// The key in content, links and scenario files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Housing => "housing",
            Self::MetroJobs => "metro-jobs",
            Self::MetroOverspill => "metro-overspill",
            Self::Skills => "skills",
            Self::Training => "training",
            Self::SupportedEmployment => "supported-employment",
            Self::NeedFocus => "need-focus",
            Self::DigitalSkills => "digital-skills",
            Self::ProtectSpace => "protect-space",
            Self::Research => "research",
            Self::AiAdoption => "ai-adoption",
            Self::Gigabit => "gigabit",
            Self::Management => "management",
            Self::LocalProcurement => "local-procurement",
            Self::InwardInvestment => "inward-investment",
            Self::Transport => "transport",
            Self::CleanHeat => "clean-heat",
            Self::ElectricCars => "electric-cars",
            Self::ModeShift => "mode-shift",
            Self::OlderWorkers => "older-workers",
            Self::SmartCare => "smart-care",
        }
    }

    /// The setting of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.key() == key)
    }
}

/// A value for every setting, in the unit of its lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings([f64; Setting::COUNT]);

impl Settings {
    /// From the values in the order of [`Setting::ALL`].
    #[must_use]
    pub const fn new(values: [f64; Setting::COUNT]) -> Self {
        Self(values)
    }

    /// The value of a setting.
    #[must_use]
    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "there are as many values as variants"
    )]
    pub const fn get(&self, setting: Setting) -> f64 {
        self.0[setting as usize]
    }

    /// Gives a setting another value.
    #[expect(
        clippy::indexing_slicing,
        reason = "there are as many values as variants"
    )]
    pub const fn set(&mut self, setting: Setting, value: f64) {
        self.0[setting as usize] = value;
    }

    /// The values in the order of [`Setting::ALL`].
    #[must_use]
    pub const fn values(&self) -> &[f64; Setting::COUNT] {
        &self.0
    }
}
