//! Where a run writes what it finds: every output by year, for the whole place and for each
//! district, in every draw.

use crate::data::model::SECTIONS;
use crate::math;

use super::lanes::Lanes;
use super::output::{OfPlace, Output};
use super::prepared::Prepared;

/// Sections, and after them employment agencies.
pub const SECTIONS_AND_AGENCIES: usize = SECTIONS + 1;

/// Every output of one area in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<const L: usize>([Lanes<L>; Output::COUNT]);

/// Jobs and value added of one area in one year by section, agencies last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SectionRow<const L: usize> {
    /// Jobs.
    pub jobs: [Lanes<L>; SECTIONS_AND_AGENCIES],
    /// Value added, GBP million.
    pub gva: [Lanes<L>; SECTIONS_AND_AGENCIES],
}

/// What a run finds. Areas: the whole place is 0, the districts follow in their order. A series
/// of one output, area and draw stands in one piece, a value per year.
#[derive(Clone, Debug, PartialEq)]
pub struct Results<const L: usize> {
    years: usize,
    areas: usize,
    values: Vec<Lanes<L>>,
    jobs: Vec<Lanes<L>>,
    gva: Vec<Lanes<L>>,
    has_sections: bool,
    /// Years and districts in which homes would have moved more people than can.
    pub limited_moves: Lanes<L>,
    /// Persons added so that no age has fewer than nobody.
    pub clipped_persons: Lanes<L>,
}

impl<const L: usize> Row<L> {
    /// Nothing yet.
    pub const EMPTY: Self = Self([Lanes::ZERO; Output::COUNT]);

    /// The value of an output.
    #[inline]
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "a row has as many cells as outputs"
    )]
    pub const fn get(&self, output: Output) -> Lanes<L> {
        self.0[output as usize]
    }

    /// Writes an output.
    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "a row has as many cells as outputs"
    )]
    pub const fn set(&mut self, output: Output, value: Lanes<L>) {
        self.0[output as usize] = value;
    }

    /// What follows from outputs of the same area.
    pub fn derive(&mut self) {
        let co2 = self.get(Output::Co2Business)
            + self.get(Output::Co2Homes)
            + self.get(Output::Co2Transport);
        self.set(Output::Co2, co2);
        for output in [Output::GvaPerJob, Output::Co2PerHead] {
            self.set_ratio(output);
        }
    }

    fn set_ratio(&mut self, output: Output) {
        if let OfPlace::Ratio { of, per } = output.of_place() {
            let factor = output.ratio_factor();
            let ratio = self.get(of).with(self.get(per), |of, per| {
                if per > 0.0 { of / per * factor } else { 0.0 }
            });
            self.set(output, ratio);
        }
    }

    /// The whole place's row from its districts'.
    #[must_use]
    pub fn of_place(districts: &[Self]) -> Self {
        let mut row = Self::EMPTY;
        for output in Output::ALL {
            match output.of_place() {
                OfPlace::Sum => {
                    let values = districts.iter().map(|own| own.get(output));
                    row.set(output, values.sum());
                }
                OfPlace::MeanBy(weight) => row.set(output, mean(districts, output, weight)),
                OfPlace::Ratio { .. } | OfPlace::Spread => {}
            }
        }
        for output in [Output::GvaPerJob, Output::Co2PerHead] {
            row.set_ratio(output);
        }
        let pay = row.get(Output::PayWeekly);
        row.set(Output::TheilPay, theil(districts, pay));
        let rate = row.get(Output::EmploymentRate);
        row.set(Output::EmploymentSpread, spread(districts, rate));
        row
    }
}

/// Mean of an output over districts, weighted by another.
fn mean<const L: usize>(districts: &[Row<L>], output: Output, weight: Output) -> Lanes<L> {
    let mut sum = Lanes::ZERO;
    let mut weights = Lanes::ZERO;
    for row in districts {
        sum += row.get(output) * row.get(weight);
        weights += row.get(weight);
    }
    sum.with(
        weights,
        |sum, weights| {
            if weights > 0.0 { sum / weights } else { 0.0 }
        },
    )
}

/// sum_d w_d x_d ln x_d, w the share of the labour force, x pay over the weighted mean.
fn theil<const L: usize>(districts: &[Row<L>], mean_pay: Lanes<L>) -> Lanes<L> {
    let force: Lanes<L> = districts
        .iter()
        .map(|row| row.get(Output::LabourForce))
        .sum();
    let terms = districts.iter().map(|row| {
        let weight = row.get(Output::LabourForce) / force;
        let pay = row.get(Output::PayWeekly) / mean_pay;
        let unequal = pay.map(|pay| if pay > 0.0 { pay * math::ln(pay) } else { 0.0 });
        weight * unequal
    });
    terms.sum()
}

/// sqrt(sum_d w_d (rate_d - rate)^2), w the share of residents aged 16 to 64, points.
fn spread<const L: usize>(districts: &[Row<L>], rate: Lanes<L>) -> Lanes<L> {
    let people: Lanes<L> = districts
        .iter()
        .map(|row| row.get(Output::Aged16To64))
        .sum();
    let terms = districts.iter().map(|row| {
        let apart = row.get(Output::EmploymentRate) - rate;
        row.get(Output::Aged16To64) / people * (apart * apart)
    });
    terms.sum::<Lanes<L>>().map(f64::sqrt)
}

impl<const L: usize> Results<L> {
    /// Room for what a run finds, by section too if wanted.
    #[must_use]
    pub fn new(prepared: &Prepared, with_sections: bool) -> Self {
        let years = prepared.ramps.len();
        let areas = prepared.districts.len() + 1;
        let by_section = if with_sections {
            vec![Lanes::ZERO; areas * SECTIONS_AND_AGENCIES * years]
        } else {
            Vec::new()
        };
        Self {
            years,
            areas,
            values: vec![Lanes::ZERO; areas * Output::COUNT * years],
            jobs: by_section.clone(),
            gva: by_section,
            has_sections: with_sections,
            limited_moves: Lanes::ZERO,
            clipped_persons: Lanes::ZERO,
        }
    }

    /// How many years, the base year among them.
    #[must_use]
    pub const fn years(&self) -> usize {
        self.years
    }

    /// How many areas, the whole place among them.
    #[must_use]
    pub const fn areas(&self) -> usize {
        self.areas
    }

    /// An output of an area by year; empty for an area there is not.
    #[must_use]
    pub fn series(&self, area: usize, output: Output) -> &[Lanes<L>] {
        let at = (area * Output::COUNT + output as usize) * self.years;
        self.values.get(at..at + self.years).unwrap_or_default()
    }

    /// Jobs of a section of an area by year, agencies after the last section; empty if not
    /// wanted or not there.
    #[must_use]
    pub fn jobs(&self, area: usize, section: usize) -> &[Lanes<L>] {
        self.of_section(&self.jobs, area, section)
    }

    /// Value added of a section of an area by year, GBP million; like [`Self::jobs`].
    #[must_use]
    pub fn gva(&self, area: usize, section: usize) -> &[Lanes<L>] {
        self.of_section(&self.gva, area, section)
    }

    fn of_section<'a>(
        &self,
        values: &'a [Lanes<L>],
        area: usize,
        section: usize,
    ) -> &'a [Lanes<L>] {
        let at = (area * SECTIONS_AND_AGENCIES + section) * self.years;
        let is_there = section < SECTIONS_AND_AGENCIES;
        let own = values.get(at..at + self.years).filter(|_| is_there);
        own.unwrap_or_default()
    }

    /// Whether jobs and value added by section are wanted.
    #[must_use]
    pub const fn has_sections(&self) -> bool {
        self.has_sections
    }

    /// Writes a year of an area.
    pub(super) fn write(&mut self, area: usize, since: usize, row: &Row<L>) {
        let shape = [area, self.years, since];
        write(&mut self.values, shape, &row.0);
    }

    /// Writes a year of an area by section.
    pub(super) fn write_sections(&mut self, area: usize, since: usize, row: &SectionRow<L>) {
        let shape = [area, self.years, since];
        write(&mut self.jobs, shape, &row.jobs);
        write(&mut self.gva, shape, &row.gva);
    }
}

/// Writes a year of each of an area's series.
fn write<const L: usize, const N: usize>(
    values: &mut [Lanes<L>],
    [area, years, since]: [usize; 3],
    row: &[Lanes<L>; N],
) {
    let from = area * N * years;
    let own = values.get_mut(from..from + N * years).unwrap_or_default();
    for (series, value) in own.chunks_exact_mut(years.max(1)).zip(row) {
        if let Some(cell) = series.get_mut(since) {
            *cell = *value;
        }
    }
}

impl<const L: usize> SectionRow<L> {
    /// Nothing yet.
    pub const EMPTY: Self = Self {
        jobs: [Lanes::ZERO; SECTIONS_AND_AGENCIES],
        gva: [Lanes::ZERO; SECTIONS_AND_AGENCIES],
    };

    /// Adds a district's to the whole place's.
    pub fn add(&mut self, other: &Self) {
        let jobs = self.jobs.iter_mut().zip(&other.jobs);
        let gva = self.gva.iter_mut().zip(&other.gva);
        for (sum, value) in jobs.chain(gva) {
            *sum += *value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[(Output, f64)]) -> Row<1> {
        let mut row = Row::EMPTY;
        for (output, value) in cells {
            row.set(*output, Lanes([*value]));
        }
        row
    }

    /// Theil's T of 1 and 3, equally weighted: mean 2, (0.5 ln 0.5 + 1.5 ln 1.5) / 2.
    #[test]
    fn spread_of_districts() {
        let districts = [
            row(&[
                (Output::LabourForce, 10.0),
                (Output::PayWeekly, 1.0),
                (Output::Aged16To64, 30.0),
                (Output::EmploymentRate, 70.0),
            ]),
            row(&[
                (Output::LabourForce, 10.0),
                (Output::PayWeekly, 3.0),
                (Output::Aged16To64, 10.0),
                (Output::EmploymentRate, 78.0),
            ]),
        ];
        let place = Row::of_place(&districts);
        assert_eq!(place.get(Output::PayWeekly), Lanes([2.0]));
        assert_eq!(place.get(Output::EmploymentRate), Lanes([72.0]));
        let Lanes([theil]) = place.get(Output::TheilPay);
        assert!((theil - 0.130_812_035_941_137).abs() < 1e-14);
        let Lanes([spread]) = place.get(Output::EmploymentSpread);
        assert!((spread - 12.0_f64.sqrt()).abs() < 1e-12);
    }
}
