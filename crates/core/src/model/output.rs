//! What the model tells by year, for the whole place and for each district.

/// One output; [`Self::ALL`] is the order of every list of outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Output {
    /// Residents, persons.
    Population,
    /// Residents aged 0 to 15, persons.
    Aged0To15,
    /// Residents aged 16 to 64, persons.
    Aged16To64,
    /// Residents aged 65 and over, persons.
    Aged65Plus,
    /// Residents aged 85 and over, persons.
    Aged85Plus,
    /// Households: homes that are lived in.
    Households,
    /// Homes added in the year.
    Completions,
    /// Median price over median residence-based earnings. The whole place: mean of its
    /// districts, weighted by households.
    Affordability,
    /// Residents who work or look for work, persons.
    LabourForce,
    /// Residents aged 16 to 64 who work, percent.
    EmploymentRate,
    /// Unemployed of the labour force, percent.
    UnemploymentRate,
    /// Residents who commute to the metropolis, persons.
    CommutersMetro,
    /// Jobs without employment agencies.
    Jobs,
    /// Jobs lost because space for work was lost since the base year; most of it already in the
    /// trend. Nothing while the block of space is off.
    JobsLostToSpace,
    /// Gross value added with employment agencies, GBP million of the base prices.
    Gva,
    /// Gross value added per job, both without employment agencies, GBP.
    GvaPerJob,
    /// Median weekly pay of residents, GBP. The whole place: mean of its districts, weighted by
    /// labour force.
    PayWeekly,
    /// Pupils of state primary schools.
    PupilsPrimary,
    /// Pupils of state secondary schools.
    PupilsSecondary,
    /// Residents aged 16 and 17.
    PupilsPost16,
    /// Care-home places that residents need.
    CareHomePlaces,
    /// Emissions of business, public sector and farms, kt CO2.
    Co2Business,
    /// Emissions of homes, kt CO2.
    Co2Homes,
    /// Emissions of transport, kt CO2.
    Co2Transport,
    /// Jobs with employment agencies. From here on: derived, not headlines.
    JobsAll,
    /// Gross value added without employment agencies, GBP million.
    GvaExAgency,
    /// Emissions in all, kt CO2.
    Co2,
    /// Emissions per resident, tonnes CO2.
    Co2PerHead,
    /// Dwellings.
    Dwellings,
    /// Births of the year to this one; none in the base year.
    Births,
    /// Deaths of the year to this one; none in the base year.
    Deaths,
    /// Jobs held less residents who work: people who come in, less those who go out.
    NetCommuting,
    /// How unequal districts' pay is (Theil, 1967), weighted by labour force. Only the whole
    /// place has it.
    TheilPay,
    /// Spread of districts' employment rates, points, weighted by residents aged 16 to 64. Only
    /// the whole place has it.
    EmploymentSpread,
    /// Of the care-home places, those that residents aged 65 to 74 need.
    CareHome65To74,
    /// Those that residents aged 75 to 84 need.
    CareHome75To84,
    /// Those that residents aged 85 and over need.
    CareHome85Plus,
}

/// How the whole place's figure follows from its districts'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfPlace {
    /// Their sum.
    Sum,
    /// Their mean, weighted by another output.
    MeanBy(Output),
    /// Per one unit of an output's sum, so much of another's sum.
    Ratio {
        /// What is shared out.
        of: Output,
        /// Among what.
        per: Output,
    },
    /// A measure of how far they lie apart.
    Spread,
}

impl Output {
    /// How many there are.
    pub const COUNT: usize = 37;
    /// How many of them are headlines: the first in [`Self::ALL`].
    pub const HEADLINES: usize = 24;

    /// Every output: headlines first, then derived ones.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Population,
        Self::Aged0To15,
        Self::Aged16To64,
        Self::Aged65Plus,
        Self::Aged85Plus,
        Self::Households,
        Self::Completions,
        Self::Affordability,
        Self::LabourForce,
        Self::EmploymentRate,
        Self::UnemploymentRate,
        Self::CommutersMetro,
        Self::Jobs,
        Self::JobsLostToSpace,
        Self::Gva,
        Self::GvaPerJob,
        Self::PayWeekly,
        Self::PupilsPrimary,
        Self::PupilsSecondary,
        Self::PupilsPost16,
        Self::CareHomePlaces,
        Self::Co2Business,
        Self::Co2Homes,
        Self::Co2Transport,
        Self::JobsAll,
        Self::GvaExAgency,
        Self::Co2,
        Self::Co2PerHead,
        Self::Dwellings,
        Self::Births,
        Self::Deaths,
        Self::NetCommuting,
        Self::TheilPay,
        Self::EmploymentSpread,
        Self::CareHome65To74,
        Self::CareHome75To84,
        Self::CareHome85Plus,
    ];

    /// The headlines, in order.
    pub fn headlines() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().take(Self::HEADLINES)
    }

    /// The key in answers and links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Population => "population",
            Self::Aged0To15 => "age_0_15",
            Self::Aged16To64 => "age_16_64",
            Self::Aged65Plus => "age_65_plus",
            Self::Aged85Plus => "age_85_plus",
            Self::Households => "households",
            Self::Completions => "completions",
            Self::Affordability => "affordability",
            Self::LabourForce => "labour_force",
            Self::EmploymentRate => "employment_rate",
            Self::UnemploymentRate => "unemployment_rate",
            Self::CommutersMetro => "commuters_metro",
            Self::Jobs => "jobs",
            Self::JobsLostToSpace => "jobs_lost_to_space",
            Self::Gva => "gva",
            Self::GvaPerJob => "gva_per_job",
            Self::PayWeekly => "pay_weekly",
            Self::PupilsPrimary => "pupils_primary",
            Self::PupilsSecondary => "pupils_secondary",
            Self::PupilsPost16 => "pupils_post16",
            Self::CareHomePlaces => "care_home_places",
            Self::Co2Business => "co2_business",
            Self::Co2Homes => "co2_homes",
            Self::Co2Transport => "co2_transport",
            Self::JobsAll => "jobs_all",
            Self::GvaExAgency => "gva_ex_agency",
            Self::Co2 => "co2",
            Self::Co2PerHead => "co2_per_head",
            Self::Dwellings => "dwellings",
            Self::Births => "births",
            Self::Deaths => "deaths",
            Self::NetCommuting => "net_commuting",
            Self::TheilPay => "theil_pay",
            Self::EmploymentSpread => "employment_spread",
            Self::CareHome65To74 => "care_home_places_65_74",
            Self::CareHome75To84 => "care_home_places_75_84",
            Self::CareHome85Plus => "care_home_places_85_plus",
        }
    }

    /// The output of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.key() == key)
    }

    /// How the whole place's figure follows from its districts'.
    #[must_use]
    pub const fn of_place(self) -> OfPlace {
        match self {
            Self::Affordability => OfPlace::MeanBy(Self::Households),
            Self::EmploymentRate => OfPlace::MeanBy(Self::Aged16To64),
            Self::UnemploymentRate | Self::PayWeekly => OfPlace::MeanBy(Self::LabourForce),
            Self::GvaPerJob => OfPlace::Ratio {
                of: Self::GvaExAgency,
                per: Self::Jobs,
            },
            Self::Co2PerHead => OfPlace::Ratio {
                of: Self::Co2,
                per: Self::Population,
            },
            Self::TheilPay | Self::EmploymentSpread => OfPlace::Spread,
            _ => OfPlace::Sum,
        }
    }

    /// What a ratio's unit is multiplied by: GBP per GBP million, tonnes per kt.
    #[must_use]
    pub const fn ratio_factor(self) -> f64 {
        match self {
            Self::GvaPerJob => 1e6,
            Self::Co2PerHead => 1e3,
            _ => 1.0,
        }
    }

    /// Whether only the whole place has it.
    #[must_use]
    pub const fn is_of_place_only(self) -> bool {
        matches!(self.of_place(), OfPlace::Spread)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_order() {
        for (place, output) in Output::ALL.into_iter().enumerate() {
            assert_eq!(output as usize, place);
            assert_eq!(Output::from_key(output.key()), Some(output));
        }
        assert_eq!(Output::from_key("happiness"), None);
        assert_eq!(Output::headlines().last(), Some(Output::Co2Transport));
    }
}
