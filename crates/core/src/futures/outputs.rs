//! What each output is called, in what it is told, and which way is better.

use crate::measure::{Direction, Unit};
use crate::model::output::Output;
use crate::quantity;

/// What is said of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// Its name: `Output per job`.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub meaning: &'static str,
    /// The unit of its values.
    pub unit: Unit,
    /// How many decimals they bear.
    pub decimals: u8,
    /// Which way is better for people, where that is plain.
    pub direction: Direction,
    /// How differences are said.
    pub said: Said,
}

/// How differences of an output are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// More and fewer of these: `jobs`.
    Counted(&'static str),
    /// More and less.
    Amount,
    /// Higher and lower.
    Level,
}

use Direction::{HigherIsBetter, LowerIsBetter, Neutral};
use Said::{Amount, Counted, Level};

impl About {
    /// What is said of an output.
    #[must_use]
    pub const fn of(output: Output) -> Self {
        let (name, meaning) = words(output);
        let (unit, decimals, direction, said) = terms(output);
        Self {
            name,
            meaning,
            unit,
            decimals,
            direction,
            said,
        }
    }

    /// The name and what it is told in, which is said once: `Weekly pay, pounds a week`, `Jobs`.
    #[must_use]
    pub fn name_and_unit(&self) -> String {
        let unit = quantity::unit_name(self.unit);
        if self.name.to_lowercase().contains(unit) {
            self.name.to_owned()
        } else {
            format!("{}, {unit}", self.name)
        }
    }

    /// The same for differences: `Employment rate, percentage points`.
    #[must_use]
    pub fn gap_name_and_unit(&self) -> String {
        let of_gaps = Self {
            unit: self.unit.of_differences(),
            ..*self
        };
        of_gaps.name_and_unit()
    }

    /// The name inside a sentence: `output per job`, but `CO₂ of homes`.
    #[must_use]
    pub fn name_inside(&self) -> String {
        let mut letters = self.name.chars();
        match (letters.next(), letters.next()) {
            (Some(first), Some(second)) if second.is_lowercase() => {
                let first = first.to_lowercase();
                first.chain([second]).chain(letters).collect()
            }
            _ => self.name.to_owned(),
        }
    }
}

/// In what an output is told.
const fn terms(output: Output) -> (Unit, u8, Direction, Said) {
    match output {
        Output::Population
        | Output::Aged0To15
        | Output::Aged16To64
        | Output::Aged65Plus
        | Output::Aged85Plus
        | Output::LabourForce
        | Output::Births
        | Output::Deaths
        | Output::PupilsPost16 => (Unit::People, 0, Neutral, Counted("people")),
        Output::CommutersMetro | Output::NetCommuting => {
            (Unit::People, 0, Neutral, Counted("commuters"))
        }
        Output::Households => (Unit::Households, 0, Neutral, Counted("households")),
        Output::Dwellings | Output::Completions => (Unit::Homes, 0, Neutral, Counted("homes")),
        Output::Affordability => (Unit::Ratio, 1, LowerIsBetter, Level),
        Output::EmploymentRate => (Unit::Percent, 1, HigherIsBetter, Level),
        Output::UnemploymentRate => (Unit::Percent, 1, LowerIsBetter, Level),
        Output::Jobs | Output::JobsAll => (Unit::Jobs, 0, HigherIsBetter, Counted("jobs")),
        Output::JobsLostToSpace => (Unit::Jobs, 0, LowerIsBetter, Counted("jobs lost")),
        Output::Gva | Output::GvaExAgency => (Unit::GbpMillion, 0, HigherIsBetter, Amount),
        Output::GvaPerJob => (Unit::GbpPerJob, 0, HigherIsBetter, Amount),
        Output::PayWeekly => (Unit::GbpPerWeek, 0, HigherIsBetter, Amount),
        Output::PupilsPrimary | Output::PupilsSecondary => {
            (Unit::Pupils, 0, Neutral, Counted("pupils"))
        }
        Output::CareHomePlaces
        | Output::CareHome65To74
        | Output::CareHome75To84
        | Output::CareHome85Plus => (Unit::CarePlaces, 0, Neutral, Counted("places")),
        Output::Co2Business | Output::Co2Homes | Output::Co2Transport | Output::Co2 => {
            (Unit::KilotonnesCo2, 0, LowerIsBetter, Amount)
        }
        Output::Co2PerHead => (Unit::TonnesCo2PerPerson, 2, LowerIsBetter, Amount),
        Output::TheilPay => (Unit::Score, 4, LowerIsBetter, Level),
        Output::EmploymentSpread => (Unit::PercentagePoints, 1, LowerIsBetter, Level),
    }
}

/// The name of an output and what it means.
const fn words(output: Output) -> (&'static str, &'static str) {
    match output {
        Output::Population => ("Residents", "Everybody who lives here."),
        Output::Aged0To15 => ("Residents aged 0 to 15", "Children who live here."),
        Output::Aged16To64 => (
            "Residents aged 16 to 64",
            "People of the ages at which most work.",
        ),
        Output::Aged65Plus => ("Residents aged 65 and over", "Older people who live here."),
        Output::Aged85Plus => (
            "Residents aged 85 and over",
            "People of the ages at which most care is needed.",
        ),
        Output::Households => ("Households", "Homes that are lived in."),
        Output::Completions => ("Homes added a year", "Homes built, less those lost."),
        Output::Affordability => (
            "House price to earnings",
            "How many years of a resident’s median pay the median home costs.",
        ),
        Output::LabourForce => (
            "Labour force",
            "Residents who work or look for work, at any age.",
        ),
        Output::EmploymentRate => (
            "Employment rate",
            "Of 100 residents aged 16 to 64, how many work.",
        ),
        Output::UnemploymentRate => (
            "Unemployment rate",
            "Of 100 people who work or look for work, how many have none.",
        ),
        Output::CommutersMetro => (
            "Commuters to the metropolis",
            "Residents who work in the large city nearby.",
        ),
        Output::Jobs => (
            "Jobs",
            "Jobs held here, without those of employment agencies, which are counted at the \
             agency’s address.",
        ),
        Output::JobsLostToSpace => (
            "Jobs lost to space",
            "Jobs gone since the base year because offices and workshops went; most of them are \
             in the trend already.",
        ),
        Output::Gva => (
            "Output",
            "Gross value added: what is made here in a year, at the prices of the base figures.",
        ),
        Output::GvaPerJob => (
            "Output per job",
            "Gross value added per job, both without employment agencies.",
        ),
        Output::PayWeekly => (
            "Weekly pay",
            "Median pay of residents, at the prices of the base figures.",
        ),
        Output::PupilsPrimary => (
            "Pupils in primary schools",
            "Children whom state primary schools would have to teach.",
        ),
        Output::PupilsSecondary => (
            "Pupils in secondary schools",
            "Young people whom state secondary schools would have to teach.",
        ),
        Output::PupilsPost16 => (
            "Aged 16 and 17",
            "Everybody of the ages at which school or training is due.",
        ),
        Output::CareHomePlaces => (
            "Care-home places",
            "Places that residents of these ages would need at the rates of today.",
        ),
        Output::Co2Business => (
            "CO₂ of business",
            "Carbon dioxide of business, public sector and farms, within the influence of local \
             authorities.",
        ),
        Output::Co2Homes => ("CO₂ of homes", "Carbon dioxide of heat and power in homes."),
        Output::Co2Transport => (
            "CO₂ of transport",
            "Carbon dioxide of transport, without motorways.",
        ),
        Output::JobsAll => (
            "Jobs with agencies",
            "Jobs held here, those of employment agencies among them.",
        ),
        Output::GvaExAgency => (
            "Output without agencies",
            "Gross value added without that of employment agencies.",
        ),
        Output::Co2 => (
            "CO₂",
            "Carbon dioxide within the influence of local authorities: no motorways, no large \
             sites.",
        ),
        Output::Co2PerHead => (
            "CO₂ per person",
            "Carbon dioxide within the influence of local authorities, per resident.",
        ),
        Output::Dwellings => ("Homes", "All dwellings, lived in or not."),
        Output::Births => ("Births", "Born in the year before."),
        Output::Deaths => ("Deaths", "Died in the year before."),
        Output::NetCommuting => (
            "Net commuting",
            "People who come here to work, less those who leave to work elsewhere.",
        ),
        Output::CareHome65To74 => (
            "Care-home places at 65 to 74",
            "Of the care-home places, those that residents aged 65 to 74 need.",
        ),
        Output::CareHome75To84 => (
            "Care-home places at 75 to 84",
            "Of the care-home places, those that residents aged 75 to 84 need.",
        ),
        Output::CareHome85Plus => (
            "Care-home places at 85 and over",
            "Of the care-home places, those that residents aged 85 and over need.",
        ),
        Output::TheilPay => (
            "Gaps in pay between districts",
            "How unequal districts’ median pay is (Theil’s index); nothing means equal.",
        ),
        Output::EmploymentSpread => (
            "Gaps in employment between districts",
            "How far districts’ employment rates lie from the whole place’s.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_output_is_told_once_and_in_words() {
        for (place, output) in Output::ALL.into_iter().enumerate() {
            let about = About::of(output);
            assert!(about.meaning.ends_with('.'), "{about:?}");
            let mut others = Output::ALL.into_iter().skip(place + 1).map(About::of);
            assert!(others.all(|other| other.name != about.name), "{about:?}");
        }
        assert_eq!(About::of(Output::GvaPerJob).name_inside(), "output per job");
        assert_eq!(About::of(Output::Co2Homes).name_inside(), "CO₂ of homes");
    }
}
