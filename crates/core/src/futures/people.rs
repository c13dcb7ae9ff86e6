//! Residents by single year of age and sex, which a run keeps only while it lasts.

use super::Asked;
use crate::data::model::{AGES, ByAge, Parameters, SEXES};
use crate::model::draws;
use crate::model::plan::Plan;
use crate::model::results::Results;
use crate::model::run::Workspace;

/// The age from which people count as old, years.
pub const OLD_AGE: usize = 65;

/// Residents of an area in the base year and in a year of a future.
#[derive(Clone, Debug, PartialEq)]
pub struct People {
    /// The year of the future.
    pub year: u16,
    /// In the base year, by sex (women first) and single year of age, the last one open.
    pub before: ByAge,
    /// In the year of the future.
    pub after: ByAge,
}

impl People {
    /// Residents of the area in the chosen year by the central run, which is run anew up to that
    /// year. None when the evidence does not tell every parameter.
    #[must_use]
    pub fn of(asked: &Asked<'_>) -> Option<Self> {
        let prepared = asked.prepared;
        let mut plan = Plan::new(prepared, &asked.own.settings, true);
        plan.years.truncate(asked.since() + 1);
        let middle = draws::central(&asked.model.evidence)?;
        let parameters = draws::shifted(middle, &asked.own.shifts);
        let lanes = Parameters::new(parameters.values().map(|value| [value]));
        let mut workspace = Workspace::<1>::new(prepared);
        let mut results = Results::new(prepared, false);
        prepared.run(&plan, &lanes, None, &mut workspace, &mut results);
        let districts = asked.model.region.districts.iter().enumerate();
        let is_asked = |district: usize| asked.area == 0 || asked.area == district + 1;
        let mut people = Self {
            year: asked.told_year(),
            before: [[0.0; AGES]; SEXES],
            after: [[0.0; AGES]; SEXES],
        };
        for (at, district) in districts.filter(|(at, _)| is_asked(*at)) {
            add(&mut people.before, &district.people);
            add(&mut people.after, &workspace.people(at)?);
        }
        Some(people)
    }
}

fn add(sum: &mut ByAge, more: &ByAge) {
    let cells = sum.as_flattened_mut().iter_mut();
    for (sum, more) in cells.zip(more.as_flattened()) {
        *sum += more;
    }
}
