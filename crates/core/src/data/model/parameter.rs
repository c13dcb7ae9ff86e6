//! What the model is unsure of: parameters, in the order in which they are drawn.

/// A parameter that is drawn; [`Self::ALL`] is the order of its dimensions: what goes on around
/// the place, how its economy is built, and what levers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Parameter {
    /// Growth of the country's output per job, percent a year. `g_y`.
    GrowthOfOutput,
    /// Growth of the country's jobs, percent a year. `g_n`.
    GrowthOfJobs,
    /// Fertility, times the base. `tfr`.
    Fertility,
    /// Fall of death rates, percent a year. `rho`.
    FallOfDeathRates,
    /// Trend of net migration, times the base. `mig`.
    Migration,
    /// Homes completed, times the base. `compl`.
    Completions,
    /// Activity rate at 16 to 64 by the last year, points. `part`.
    Participation,
    /// Average unemployment against the base, points. `ucyc`.
    AverageUnemployment,
    /// Fall of commuting to the metropolis from home working, share. `tele`.
    HomeWorking,
    /// Fall of the grid's carbon, percent a year. `gridfall`.
    FallOfGridCarbon,
    /// Fall of business emissions per output, percent a year. `iota`.
    FallOfBusinessCarbon,
    /// Share of homes off trend that changes the population. `kappa`.
    PeopleFollowHomes,
    /// Local pass-through to prices, share. `phi`.
    LocalPrices,
    /// Price per one percent of households, percent. `b_h`.
    PricePerHousehold,
    /// Fall of price per one percent of stock, percent. `b_s`.
    PricePerStock,
    /// Price per one percent of pay, percent. `b_y`.
    PricePerPay,
    /// How far local services follow local population, share. `omega`.
    LocalServices,
    /// Share of displaced jobs kept in the district. `sigma_f`.
    SpaceKept,
    /// Share of lost space that was in use. `in_use`.
    SpaceInUse,
    /// Half-life of the loss of space, years. `halflife`.
    LossHalfLife,
    /// Share of linked jobs near the landed ones. `origin`.
    LinkedNearby,
    /// Pay per one percent of output per job, percent. `pi`.
    PayFollowsOutput,
    /// Elasticity of pay to unemployment. `eps_w`.
    WageCurve,
    /// What a second digital lever adds, share. `overlap`.
    DigitalOverlap,
    /// Building jobs per home a year. `theta`.
    JobsPerHome,
    /// Elasticity of commuting to jobs in the metropolis. `eta_L`.
    CommutingPerMetroJob,
    /// Log output per one percent relative rise of graduates. `e3a`.
    OutputPerGraduate,
    /// Output per point of workers trained, percent. `e3b`.
    OutputPerTraining,
    /// Rate ratio of work with support against without. `rr`.
    SupportRateRatio,
    /// How long supported work lasts, years. `persist`.
    SupportPersistence,
    /// Employment per ten percent reached, points. `e5_emp`.
    WorkPerDigitalSkill,
    /// Output per ten percent reached, percent. `e5_y`.
    OutputPerDigitalSkill,
    /// Elasticity of output to the stock of knowledge. `e7`.
    OutputPerResearch,
    /// Local share of what research brings. `cap7`.
    ResearchKeptLocal,
    /// Output per year at full adoption, points. `e8`.
    OutputPerAi,
    /// Output per ten points of take-up, percent. `e9_y`.
    OutputPerGigabit,
    /// Jobs per ten points of take-up, percent. `e9_j`.
    JobsPerGigabit,
    /// Output per firm reached, percent. `e10`.
    OutputPerManagement,
    /// Net share of jobs landed. `add12`.
    InvestmentNetShare,
    /// Linked jobs per net job landed. `mult12`.
    InvestmentMultiplier,
    /// Output per point of foreign-owned jobs, percent. `fo12`.
    OutputPerForeignOwned,
    /// What multiplies every elasticity of density. `eta_x`.
    DensityScale,
    /// Jobs per one percent of access, percent. `j13`.
    JobsPerAccess,
    /// Seasonal performance of heat pumps. `spf`.
    HeatPumpEfficiency,
    /// Share of the claimed cut of care that comes about, percent. `care16`.
    SmartCareRealised,
}

impl Parameter {
    /// How many there are.
    pub const COUNT: usize = 45;

    /// Every parameter, in the order of its dimensions.
    pub const ALL: [Self; Self::COUNT] = [
        Self::GrowthOfOutput,
        Self::GrowthOfJobs,
        Self::Fertility,
        Self::FallOfDeathRates,
        Self::Migration,
        Self::Completions,
        Self::Participation,
        Self::AverageUnemployment,
        Self::HomeWorking,
        Self::FallOfGridCarbon,
        Self::FallOfBusinessCarbon,
        Self::PeopleFollowHomes,
        Self::LocalPrices,
        Self::PricePerHousehold,
        Self::PricePerStock,
        Self::PricePerPay,
        Self::LocalServices,
        Self::SpaceKept,
        Self::SpaceInUse,
        Self::LossHalfLife,
        Self::LinkedNearby,
        Self::PayFollowsOutput,
        Self::WageCurve,
        Self::DigitalOverlap,
        Self::JobsPerHome,
        Self::CommutingPerMetroJob,
        Self::OutputPerGraduate,
        Self::OutputPerTraining,
        Self::SupportRateRatio,
        Self::SupportPersistence,
        Self::WorkPerDigitalSkill,
        Self::OutputPerDigitalSkill,
        Self::OutputPerResearch,
        Self::ResearchKeptLocal,
        Self::OutputPerAi,
        Self::OutputPerGigabit,
        Self::JobsPerGigabit,
        Self::OutputPerManagement,
        Self::InvestmentNetShare,
        Self::InvestmentMultiplier,
        Self::OutputPerForeignOwned,
        Self::DensityScale,
        Self::JobsPerAccess,
        Self::HeatPumpEfficiency,
        Self::SmartCareRealised,
    ];

    /// The symbol in the model's document, which is its key in content and answers.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::GrowthOfOutput => "g_y",
            Self::GrowthOfJobs => "g_n",
            Self::Fertility => "tfr",
            Self::FallOfDeathRates => "rho",
            Self::Migration => "mig",
            Self::Completions => "compl",
            Self::Participation => "part",
            Self::AverageUnemployment => "ucyc",
            Self::HomeWorking => "tele",
            Self::FallOfGridCarbon => "gridfall",
            Self::FallOfBusinessCarbon => "iota",
            Self::PeopleFollowHomes => "kappa",
            Self::LocalPrices => "phi",
            Self::PricePerHousehold => "b_h",
            Self::PricePerStock => "b_s",
            Self::PricePerPay => "b_y",
            Self::LocalServices => "omega",
            Self::SpaceKept => "sigma_f",
            Self::SpaceInUse => "in_use",
            Self::LossHalfLife => "halflife",
            Self::LinkedNearby => "origin",
            Self::PayFollowsOutput => "pi",
            Self::WageCurve => "eps_w",
            Self::DigitalOverlap => "overlap",
            Self::JobsPerHome => "theta",
            Self::CommutingPerMetroJob => "eta_L",
            Self::OutputPerGraduate => "e3a",
            Self::OutputPerTraining => "e3b",
            Self::SupportRateRatio => "rr",
            Self::SupportPersistence => "persist",
            Self::WorkPerDigitalSkill => "e5_emp",
            Self::OutputPerDigitalSkill => "e5_y",
            Self::OutputPerResearch => "e7",
            Self::ResearchKeptLocal => "cap7",
            Self::OutputPerAi => "e8",
            Self::OutputPerGigabit => "e9_y",
            Self::JobsPerGigabit => "e9_j",
            Self::OutputPerManagement => "e10",
            Self::InvestmentNetShare => "add12",
            Self::InvestmentMultiplier => "mult12",
            Self::OutputPerForeignOwned => "fo12",
            Self::DensityScale => "eta_x",
            Self::JobsPerAccess => "j13",
            Self::HeatPumpEfficiency => "spf",
            Self::SmartCareRealised => "care16",
        }
    }

    /// The parameter of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.key() == key)
    }
}

/// A value for every parameter, or several side by side: one per draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters<T = f64>([T; Parameter::COUNT]);

impl<T: Copy> Parameters<T> {
    /// From the values in the order of [`Parameter::ALL`].
    #[must_use]
    pub const fn new(values: [T; Parameter::COUNT]) -> Self {
        Self(values)
    }

    /// The value of a parameter.
    #[must_use]
    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "there are as many values as variants"
    )]
    pub const fn get(&self, parameter: Parameter) -> T {
        self.0[parameter as usize]
    }

    /// Gives a parameter another value.
    #[expect(
        clippy::indexing_slicing,
        reason = "there are as many values as variants"
    )]
    pub const fn set(&mut self, parameter: Parameter, value: T) {
        self.0[parameter as usize] = value;
    }

    /// The values in the order of [`Parameter::ALL`].
    #[must_use]
    pub const fn values(&self) -> &[T; Parameter::COUNT] {
        &self.0
    }
}
