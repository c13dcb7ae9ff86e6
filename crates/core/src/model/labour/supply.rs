//! Who works or looks for work.

use crate::data::model::{ByAge, District, LabourConstants, Parameter, Parameters, SEXES, Setting};
use crate::math;

use crate::model::demography::{FIRST_AGES, Groups, People};
use crate::model::lanes::{Lanes, drawn, drawn_share};
use crate::model::plan::PlanYear;

/// Ages that work, and ages at which people are pensioners or about to be.
const WORKING: std::ops::RangeInclusive<usize> = 16..=64;
const OLDER: std::ops::RangeInclusive<usize> = 60..=74;

/// What of a district's labour force no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// Ages that are told apart.
    bands: Vec<Band>,
    /// LF_0.
    pub labour_force: f64,
}

/// Ages that are active alike, in one group of ages.
#[derive(Clone, Debug, PartialEq)]
struct Band {
    ages: std::ops::Range<usize>,
    /// The place of its group.
    group: usize,
    is_working: bool,
    is_older: bool,
    /// act_0 of women and men: share of people in the labour force.
    activity: [f64; SEXES],
}

/// A district's people as work sees them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Census<const L: usize> {
    /// By groups of age.
    pub groups: Groups<L>,
    /// In the labour force by their age alone: of ages 16 to 64, and others.
    active: [Lanes<L>; 2],
}

/// A district's labour force in every draw, persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Supply<const L: usize> {
    /// SUP: in work because of supported places.
    supported: Lanes<L>,
    /// LF.
    pub labour_force: Lanes<L>,
    /// LFw: of ages 16 to 64.
    pub of_working_age: Lanes<L>,
}

/// What is the same in every district in a year.
#[derive(Clone, Copy, Debug)]
pub struct Year<const L: usize> {
    /// (`part` / 100) (k / 26).
    more: Lanes<L>,
    /// 1.003^k.
    drift: f64,
    /// l16 / 100.
    older: f64,
    most: f64,
    /// 1 - 1 / `persist`.
    kept: Lanes<L>,
    /// People newly in work by supported places, the whole place's.
    places: Lanes<L>,
    /// (`e5_emp` / 100) (l5 / 10): share of people who work because of digital skills.
    digital: Lanes<L>,
}

impl Base {
    /// A district's activity as it is.
    #[must_use]
    pub fn new(district: &District, labour: &LabourConstants) -> Self {
        let year = Year::<1> {
            more: Lanes::ZERO,
            drift: 1.0,
            older: 0.0,
            most: labour.most_activity,
            kept: Lanes::ZERO,
            places: Lanes::ZERO,
            digital: Lanes::ZERO,
        };
        let mut own = Self {
            bands: bands(&district.activity_rate),
            labour_force: 0.0,
        };
        let people = district.people.map(|own| own.map(|persons| [persons]));
        let [Lanes([working]), Lanes([others])] = own.count(&people, &year).active;
        own.labour_force = working + others;
        own
    }

    /// Counts people by age, and those of them in the labour force.
    ///
    /// act_t: ages 16-64 add (`part` / 100) (k / 26); then ages 60-74 are multiplied by
    /// 1.003^k (the age of the State Pension rises) and add l16 / 100; then all within
    /// 0..0.99.
    #[must_use]
    pub fn count<const L: usize>(&self, people: &People<L>, year: &Year<L>) -> Census<L> {
        let mut groups = [Lanes::ZERO; FIRST_AGES.len()];
        let mut active = [Lanes::ZERO; 2];
        for band in &self.bands {
            let mut own = Lanes::ZERO;
            let mut own_active = Lanes::ZERO;
            for (people, activity) in people.iter().zip(&band.activity) {
                let ages = people.get(band.ages.clone()).unwrap_or_default();
                let persons: Lanes<L> = ages.iter().map(|persons| Lanes(*persons)).sum();
                let mut activity = Lanes::all(*activity);
                if band.is_working {
                    activity += year.more;
                }
                if band.is_older {
                    activity = activity * year.drift + year.older;
                }
                own += persons;
                own_active += persons * activity.clamp(0.0, year.most);
            }
            if let Some(group) = groups.get_mut(band.group) {
                *group += own;
            }
            let [working, others] = &mut active;
            *(if band.is_working { working } else { others }) += own_active;
        }
        Census {
            groups: Groups::new(groups),
            active,
        }
    }
}

/// Ages in bands, as wide as they can be.
fn bands(activity: &ByAge) -> Vec<Band> {
    let [women, men] = activity;
    let mut bands: Vec<Band> = Vec::new();
    for ((women, men), age) in women.iter().zip(men).zip(0..) {
        let group = FIRST_AGES.iter().rposition(|first| *first <= age);
        let own = Band {
            ages: age..age + 1,
            group: group.unwrap_or(0),
            is_working: WORKING.contains(&age),
            is_older: OLDER.contains(&age),
            activity: [*women, *men],
        };
        match bands.last_mut() {
            Some(last) if last.is_like(&own) => last.ages.end = own.ages.end,
            _ => bands.push(own),
        }
    }
    bands
}

impl Band {
    /// Whether ages of two bands count alike.
    fn is_like(&self, other: &Self) -> bool {
        let told = |band: &Self| (band.group, band.is_working, band.is_older, band.activity);
        told(self) == told(other)
    }
}

impl<const L: usize> Year<L> {
    /// How activity, supported places and digital skills stand in a year.
    ///
    /// Of supported people a quarter would work anyway; `rr` is how many times as many do with
    /// support (individual placement: Frederick and VanderWeele, 2019).
    #[must_use]
    pub fn new(
        labour: &LabourConstants,
        year: &PlanYear,
        drift: f64,
        parameters: &Parameters<[f64; L]>,
    ) -> Self {
        let since = year.since as f64;
        let persist = drawn(parameters, Parameter::SupportPersistence);
        let more_often = drawn(parameters, Parameter::SupportRateRatio) - 1.0;
        Self {
            more: drawn_share(parameters, Parameter::Participation)
                * (since / labour.participation_years),
            drift,
            older: year.share(Setting::OlderWorkers),
            most: labour.most_activity,
            kept: 1.0 - 1.0 / persist,
            places: year.level(Setting::SupportedEmployment) * labour.control_rate * more_often,
            digital: drawn_share(parameters, Parameter::WorkPerDigitalSkill)
                * (year.level(Setting::DigitalSkills) / 10.0),
        }
    }
}

impl<const L: usize> Census<L> {
    /// Nobody lives here.
    pub const NOBODY: Self = Self {
        groups: Groups::new([Lanes::ZERO; FIRST_AGES.len()]),
        active: [Lanes::ZERO; 2],
    };
}

impl<const L: usize> Supply<L> {
    /// Nobody works.
    pub const NOBODY: Self = Self {
        supported: Lanes::ZERO,
        labour_force: Lanes::ZERO,
        of_working_age: Lanes::ZERO,
    };

    /// As in the base year.
    #[must_use]
    pub fn new(census: &Census<L>) -> Self {
        let [of_working_age, others] = census.active;
        Self {
            supported: Lanes::ZERO,
            labour_force: of_working_age + others,
            of_working_age,
        }
    }

    /// A year on, `weight` W_d and `effort` its share of the whole place's:
    ///
    /// SUP_t = SUP_{t-1} (1 - 1/`persist`) + l4 0.25 (`rr` - 1) W_d / sum W_d;
    /// DIG = (`e5_emp` / 100) (l5 / 10) W_d; LF = sum P act_t + SUP + DIG.
    ///
    /// Those who come in besides are themselves of working age, where no more people can work
    /// than are as active as anybody can be: 0.99 of them.
    pub fn advance(
        &mut self,
        census: &Census<L>,
        year: &Year<L>,
        weight: Lanes<L>,
        effort: Lanes<L>,
    ) {
        self.supported = next_supported(self.supported, year.kept, year.places * effort);
        let besides = self.supported + year.digital * weight;
        let [working, others] = census.active;
        let most = census.groups.aged_16_64() * year.most;
        self.of_working_age = (working + besides).lesser(most);
        self.labour_force = self.of_working_age + others;
    }
}

/// W_d = Pop16-64 foc_d.
#[inline]
#[must_use]
pub fn weight<const L: usize>(people: &Groups<L>, focus: f64) -> Lanes<L> {
    people.aged_16_64() * focus
}

/// 1.003^k for a year k.
#[must_use]
pub fn drift(labour: &LabourConstants, since: usize) -> f64 {
    math::pow(labour.older_activity_drift, since as f64)
}

/// People in work by supported places a year on.
fn next_supported<const L: usize>(before: Lanes<L>, kept: Lanes<L>, new: Lanes<L>) -> Lanes<L> {
    before * kept + new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::example;

    #[test]
    fn pensions_come_later() {
        let labour = example::evidence().constants.labour;
        assert!((drift(&labour, 26) - 1.080_996_4).abs() < 5e-8);
    }

    /// 100 places a year, `rr` 1.63, `persist` 5.
    #[test]
    fn supported_places_add_up() {
        let kept = Lanes([1.0 - 1.0 / 5.0]);
        let new = Lanes([100.0 * 0.25 * (1.63 - 1.0)]);
        let mut people = Lanes([0.0]);
        let mut seen = Vec::new();
        for _ in 0..200 {
            people = next_supported(people, kept, new);
            seen.push(people.0[0]);
        }
        for (found, expected) in [seen[0], seen[1], seen[199]]
            .into_iter()
            .zip([15.75, 28.35, 78.75])
        {
            assert!((found - expected).abs() < 1e-9);
        }
    }
}
