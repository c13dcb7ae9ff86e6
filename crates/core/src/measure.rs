//! Measures: what is counted, in which unit, and which way is better.

/// The unit of a measure's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A share in percent, 0 to 100.
    Percent,
    /// A difference of two shares.
    PercentagePoints,
    /// Pounds.
    Gbp,
    /// Pounds a week.
    GbpPerWeek,
    /// Pounds per hour worked.
    GbpPerHour,
    /// Pounds per filled job.
    GbpPerJob,
    /// Pounds per head of population.
    GbpPerHead,
    /// Years of life or age.
    Years,
    /// A quotient of two like amounts.
    Ratio,
    /// Per 1,000 dwellings of the existing stock.
    PerThousandDwellings,
    /// Per 100,000 residents.
    PerHundredThousandPeople,
    /// Kilowatt hours per meter.
    KwhPerMeter,
    /// Tonnes of carbon dioxide equivalent per person.
    TonnesCo2ePerPerson,
    /// Minutes.
    Minutes,
    /// People.
    People,
    /// Enterprises.
    Businesses,
    /// Residents per square kilometre.
    PeoplePerSqKm,
    /// A mean score from 0 to 10.
    ScoreOutOf10,
    /// Vehicles a day.
    VehiclesPerDay,
    /// An index score without a natural unit.
    Score,
    /// Jobs.
    Jobs,
    /// A place in an order that begins with 1.
    Rank,
    /// A share as a multiple of another place's share: a location quotient.
    Quotient,
    /// Millions of pounds.
    GbpMillion,
    /// Homes.
    Homes,
    /// Households.
    Households,
    /// Pupils.
    Pupils,
    /// Places in homes for care.
    CarePlaces,
    /// Thousands of tonnes of carbon dioxide.
    KilotonnesCo2,
    /// Tonnes of carbon dioxide per person.
    TonnesCo2PerPerson,
}

impl Unit {
    /// Every unit, in the order declared.
    pub const ALL: [Self; 30] = [
        Self::Percent,
        Self::PercentagePoints,
        Self::Gbp,
        Self::GbpPerWeek,
        Self::GbpPerHour,
        Self::GbpPerJob,
        Self::GbpPerHead,
        Self::Years,
        Self::Ratio,
        Self::PerThousandDwellings,
        Self::PerHundredThousandPeople,
        Self::KwhPerMeter,
        Self::TonnesCo2ePerPerson,
        Self::Minutes,
        Self::People,
        Self::Businesses,
        Self::PeoplePerSqKm,
        Self::ScoreOutOf10,
        Self::VehiclesPerDay,
        Self::Score,
        Self::Jobs,
        Self::Rank,
        Self::Quotient,
        Self::GbpMillion,
        Self::Homes,
        Self::Households,
        Self::Pupils,
        Self::CarePlaces,
        Self::KilotonnesCo2,
        Self::TonnesCo2PerPerson,
    ];

    /// The key in the pack and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::PercentagePoints => "percentage-points",
            Self::Gbp => "gbp",
            Self::GbpPerWeek => "gbp-per-week",
            Self::GbpPerHour => "gbp-per-hour",
            Self::GbpPerJob => "gbp-per-job",
            Self::GbpPerHead => "gbp-per-head",
            Self::Years => "years",
            Self::Ratio => "ratio",
            Self::PerThousandDwellings => "per-1000-dwellings",
            Self::PerHundredThousandPeople => "per-100000-people",
            Self::KwhPerMeter => "kwh-per-meter",
            Self::TonnesCo2ePerPerson => "tonnes-co2e-per-person",
            Self::Minutes => "minutes",
            Self::People => "people",
            Self::Businesses => "businesses",
            Self::PeoplePerSqKm => "people-per-sq-km",
            Self::ScoreOutOf10 => "score-out-of-10",
            Self::VehiclesPerDay => "vehicles-per-day",
            Self::Score => "score",
            Self::Jobs => "jobs",
            Self::Rank => "rank",
            Self::Quotient => "quotient",
            Self::GbpMillion => "gbp-million",
            Self::Homes => "homes",
            Self::Households => "households",
            Self::Pupils => "pupils",
            Self::CarePlaces => "care-places",
            Self::KilotonnesCo2 => "kilotonnes-co2",
            Self::TonnesCo2PerPerson => "tonnes-co2-per-person",
        }
    }

    /// The unit of a difference of two values in this one.
    #[must_use]
    pub const fn of_differences(self) -> Self {
        match self {
            Self::Percent => Self::PercentagePoints,
            same => same,
        }
    }

    /// The unit of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.key() == key)
    }
}

/// Which way a measure is better for people, where that is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    HigherIsBetter,
    /// Less is better.
    LowerIsBetter,
    /// Neither is better in itself.
    Neutral,
}

impl Direction {
    /// The key in the pack.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::HigherIsBetter => "higher",
            Self::LowerIsBetter => "lower",
            Self::Neutral => "neutral",
        }
    }

    /// The direction of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::HigherIsBetter, Self::LowerIsBetter, Self::Neutral]
            .into_iter()
            .find(|d| d.key() == key)
    }
}

/// A point in time at which a series changes its definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The first period on the new definition, as published.
    pub period: String,
    /// What changed, in one sentence.
    pub note: String,
}

/// One measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its public key, as published: lower case words joined by hyphens.
    pub slug: String,
    /// The name people use, sentence case.
    pub name: String,
    /// What the number means, in one sentence without the name.
    pub meaning: String,
    /// The roadmap's theme it belongs to: a key of the pack's themes.
    pub theme: String,
    /// The unit of its values.
    pub unit: Unit,
    /// How many decimals its publisher's precision bears.
    pub decimals: u8,
    /// Which way is better.
    pub direction: Direction,
    /// The key of its source.
    pub source: String,
    /// Where it stands on the overview, from 1; none when it is not a headline.
    pub headline: Option<u8>,
    /// Changes of definition.
    pub breaks: Vec<Break>,
    /// What a reader must know before trusting it, in one sentence; may be empty.
    pub caution: String,
    /// The smallest change between two periods that may be told where no interval
    /// is published, in the measure's own unit: rounding and revision explain less.
    pub least_change: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_both_ways() {
        for unit in Unit::ALL {
            assert_eq!(Unit::from_key(unit.key()), Some(unit));
        }
        for direction in [
            Direction::HigherIsBetter,
            Direction::LowerIsBetter,
            Direction::Neutral,
        ] {
            assert_eq!(Direction::from_key(direction.key()), Some(direction));
        }
    }
}
