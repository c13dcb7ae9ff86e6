//! What is read off the runs that are asked about.

use super::outputs::About;
use super::{Asked, Run};
use crate::area::AreaCode;
use crate::data::model::History;
use crate::model::bands::Spread;
use crate::model::lanes::Lanes;
use crate::model::output::Output;

impl Run {
    /// The central value of an output of an area, so many years after the base year.
    #[must_use]
    pub fn value(&self, area: usize, output: Output, since: usize) -> Option<f64> {
        let Lanes([value]) = *self.results.series(area, output).get(since)?;
        Some(value)
    }

    /// The central values of an output of an area by year from the base year on.
    #[must_use]
    pub fn values(&self, area: usize, output: Output) -> Vec<f64> {
        let series = self.results.series(area, output).iter();
        series.map(|Lanes([value])| *value).collect()
    }

    /// What the draws tell of an output of an area by year; empty where they do not.
    #[must_use]
    pub fn spreads(&self, area: usize, output: Output) -> &[Spread] {
        match &self.bands {
            Some(bands) if bands.focus.area == area => bands.output(output),
            Some(bands) if bands.focus.output == output => bands.area(area),
            _ => &[],
        }
    }

    /// Whether two runs are of the same future.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.settings == other.settings && self.shifts == other.shifts
    }
}

impl<'a> Asked<'a> {
    /// What is said of the output.
    #[must_use]
    pub const fn about(&self) -> About {
        About::of(self.output)
    }

    /// Years from the base year to the chosen one; the nearest that is modelled.
    #[must_use]
    pub fn since(&self) -> usize {
        let since = self.year.saturating_sub(self.model.region.base_year);
        usize::from(since).min(self.prepared.ramps.len().saturating_sub(1))
    }

    /// The chosen year as it is modelled.
    #[must_use]
    pub fn told_year(&self) -> u16 {
        self.prepared.year(self.since())
    }

    /// The modelled years, the base year first.
    #[must_use]
    pub fn years(&self) -> Vec<u16> {
        let years = 0..self.prepared.ramps.len();
        years.map(|since| self.prepared.year(since)).collect()
    }

    /// The code of an area: the whole place, or a district.
    #[must_use]
    pub fn code(&self, area: usize) -> &'a AreaCode {
        let region = &self.model.region;
        let district = area.checked_sub(1).and_then(|at| region.districts.get(at));
        district.map_or(&region.county, |district| &district.code)
    }

    /// The name of the area.
    #[must_use]
    pub fn place_name(&self) -> &'a str {
        self.area_name(self.area)
    }

    /// The name of an area.
    #[must_use]
    pub fn area_name(&self, area: usize) -> &'a str {
        self.dataset.name_of(self.code(area))
    }

    /// Whether the future that is looked at is the baseline.
    #[must_use]
    pub fn is_baseline(&self) -> bool {
        self.own.is_same_as(self.baseline)
    }

    /// The central difference of an output from the baseline, so many years after the base year.
    #[must_use]
    pub fn difference(&self, area: usize, output: Output, since: usize) -> Option<f64> {
        let own = self.own.value(area, output, since)?;
        Some(own - self.baseline.value(area, output, since)?)
    }

    /// What was observed of the output in the area, on the model's terms.
    #[must_use]
    pub fn history(&self) -> Option<&'a History> {
        let code = self.code(self.area);
        let mut all = self.model.histories.iter();
        all.find(|own| own.output == self.output.key() && own.area == *code)
    }
}
