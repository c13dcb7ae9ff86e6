//! Emissions of carbon dioxide within the influence of local authorities: no large sites, no
//! motorways. CO2 alone, never CO2 equivalent.
//!
//! How they fall without a lever is an assumed national path (the Climate Change Committee's
//! balanced pathway has half of homes on heat pumps and four in five cars electric by 2040).
//! A heat pump of seasonal performance 2.8 saves 66 % against a boiler at today's grid and 92 %
//! at a quarter of its carbon; measured medians are 2.8 to 2.9 (Electrification of Heat, 742
//! homes).

use crate::data::model::{
    CarbonConstants, Emissions, Evidence, Parameter, Parameters, SECTIONS, Setting,
};

use super::lanes::{Lanes, drawn, drawn_share};
use super::output::Output;
use super::plan::PlanYear;
use super::results::Row;

/// Groups of sections: industry, commerce, public sector, farms.
const GROUPS: usize = 4;
const FARMS: usize = 3;

/// What of a place's emissions no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// The group of each section.
    group_of: [usize; SECTIONS],
    /// hp_base and ev_base by year, 0 to 1.
    paths: Vec<[f64; 2]>,
    carbon: CarbonConstants,
}

/// What of a district's emissions no setting and no draw touches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DistrictBase {
    /// E_x, kt CO2.
    emissions: Emissions,
    /// GVA_grp,0, GBP million.
    gva: [f64; GROUPS],
    /// Pop_0.
    people: f64,
    /// LIV_0.
    lived_in: f64,
}

/// What emissions are multiplied by in a year, the same in every district.
#[derive(Clone, Copy, Debug)]
pub struct Year<const L: usize> {
    /// exp(-(`iota` / 100) k) (1 - ab l14 / 100), of each group.
    business: [Lanes<L>; GROUPS],
    /// gas(hp_t, grid_t) / gas(hp_0, grid_0).
    gas: Lanes<L>,
    /// grid_t / grid_0.
    grid: Lanes<L>,
    /// { 0.6 (1 - l15m / 100) car_t / car_0 + 0.4 fr_t } / { 0.6 + 0.4 fr_0 }.
    road: Lanes<L>,
}

/// What a district's emissions follow.
#[derive(Clone, Copy, Debug)]
pub struct Local<'a, const L: usize> {
    /// Residents.
    pub people: Lanes<L>,
    /// LIV: homes that are lived in.
    pub lived_in: Lanes<L>,
    /// Value added by section, GBP million.
    pub gva: &'a [Lanes<L>; SECTIONS],
}

impl Base {
    /// Of a place, for so many years from the base year on.
    #[must_use]
    pub fn new(evidence: &Evidence, base_year: u16, years: usize) -> Self {
        let carbon = evidence.constants.carbon.clone();
        let mut group_of = [1; SECTIONS];
        for (group, section) in group_of.iter_mut().zip(&evidence.sections) {
            *group = match section.letter {
                'A' => FARMS,
                'B'..='F' => 0,
                'O'..='Q' => 2,
                _ => 1,
            };
        }
        let paths = (base_year..).take(years).map(|year| {
            [&carbon.heat_pump_path, &carbon.electric_car_path].map(|path| along(path, year))
        });
        Self {
            group_of,
            paths: paths.collect(),
            carbon,
        }
    }

    /// Sums of a number by section.
    #[expect(
        clippy::indexing_slicing,
        reason = "groups of sections are within groups"
    )]
    fn grouped<const L: usize>(&self, values: &[Lanes<L>; SECTIONS]) -> [Lanes<L>; GROUPS] {
        let mut groups = [Lanes::ZERO; GROUPS];
        for (value, group) in values.iter().zip(&self.group_of) {
            groups[*group] += *value;
        }
        groups
    }
}

impl DistrictBase {
    /// Of a district with so many people and homes, and such value added, in the base year.
    #[must_use]
    pub fn new(place: &Base, emissions: Emissions, base: &Local<'_, 1>) -> Self {
        let one = |Lanes([value]): Lanes<1>| value;
        Self {
            emissions,
            gva: place.grouped(base.gva).map(one),
            people: one(base.people.at_least(1.0)),
            lived_in: one(base.lived_in),
        }
    }
}

impl<const L: usize> Year<L> {
    /// How the grid, heat and cars stand in a year:
    ///
    /// grid_t = grid_0 exp(-(`gridfall` / 100) k); gas(x, y) = (1 - x) + x y 0.84 / (`spf` 0.183);
    /// car(x, y) = (1 - x) 0.17 + x 0.18 y; fr(x, y) = 1 - 0.5 x + 0.5 x 0.18 y / 0.17;
    /// hp_t = hp_base + l14 / 100 within 0..0.95; ev_t = ev_base + l15 / 100 within 0..0.98.
    #[must_use]
    pub fn new(base: &Base, year: &PlanYear, parameters: &Parameters<[f64; L]>) -> Self {
        let carbon = &base.carbon;
        let since = year.since as f64;
        let start = base.paths.first().copied().unwrap_or_default();
        let [pumps, cars] = base.paths.get(year.since).copied().unwrap_or(start);
        let [pumps_0, cars_0] = start;
        let heat = year.share(Setting::CleanHeat);
        let pumps = (pumps + heat).clamp(0.0, carbon.most_heat_pumps);
        let cars = (cars + year.share(Setting::ElectricCars)).clamp(0.0, carbon.most_electric_cars);

        let grid_ratio = fall(Parameter::FallOfGridCarbon, since, parameters);
        let grid_0 = Lanes::all(carbon.grid_kg_kwh);
        let grid = grid_0 * grid_ratio;
        let performance = drawn(parameters, Parameter::HeatPumpEfficiency);
        let gas = |share: f64, grid: Lanes<L>| {
            let pump = grid * carbon.boiler_efficiency / (performance * carbon.gas_kg_kwh);
            (1.0 - share) + share * pump
        };
        let car = |share: f64, grid: Lanes<L>| {
            (1.0 - share) * carbon.car_kg_km + share * carbon.electric_car_kwh_km * grid
        };
        let freight = |share: f64, grid: Lanes<L>| {
            let electric = share * carbon.freight_share;
            (1.0 - electric) + electric * carbon.electric_car_kwh_km * grid / carbon.car_kg_km
        };
        let driven = carbon.car_share * (1.0 - year.share(Setting::ModeShift));
        let hauled = 1.0 - carbon.car_share;
        let road = driven * (car(cars, grid) / car(cars_0, grid_0)) + hauled * freight(cars, grid);
        let road_0 = carbon.car_share + hauled * freight(cars_0, grid_0);

        let fall = fall(Parameter::FallOfBusinessCarbon, since, parameters);
        let cleaned = fall * (1.0 - carbon.business_follows * heat);
        Self {
            business: [cleaned, cleaned, cleaned, fall],
            gas: gas(pumps, grid) / gas(pumps_0, grid_0),
            grid: grid_ratio,
            road: road / road_0,
        }
    }

    /// Tells a district's emissions, kt CO2:
    ///
    /// business = sum of E_grp GVA_grp / GVA_grp,0 and its factor;
    /// homes = (LIV / LIV_0) { E_gas gas + E_elec grid + E_rest };
    /// transport = E_road (Pop / Pop_0)^0.8 road + E_other.
    pub fn tell(&self, place: &Base, base: &DistrictBase, local: &Local<'_, L>, row: &mut Row<L>) {
        let emissions = base.emissions;
        let by_group = [
            emissions.industry,
            emissions.commercial,
            emissions.public_sector,
            emissions.agriculture,
        ];
        let mut business = Lanes::ZERO;
        let gva = place.grouped(local.gva);
        let groups = by_group.iter().zip(&self.business);
        for ((emitted, factor), (gva, gva_0)) in groups.zip(gva.iter().zip(&base.gva)) {
            let more = if *gva_0 > 0.0 {
                *gva / *gva_0
            } else {
                Lanes::ONE
            };
            business += more * *factor * *emitted;
        }
        let homes = self.gas * emissions.homes_gas
            + self.grid * emissions.homes_electricity
            + Lanes::all(emissions.homes_other);
        let homes = local.lived_in / base.lived_in * homes;
        let more_people = local.people.at_least(1.0) / base.people;
        let travel = travel(&place.carbon, more_people);
        let transport = travel * self.road * emissions.road + emissions.other;
        row.set(Output::Co2Business, business);
        row.set(Output::Co2Homes, homes);
        row.set(Output::Co2Transport, transport);
    }
}

/// exp(-(x / 100) k): what is left after k years of what falls by x percent a year.
#[must_use]
pub fn fall<const L: usize>(
    by: Parameter,
    years: f64,
    parameters: &Parameters<[f64; L]>,
) -> Lanes<L> {
    (-drawn_share(parameters, by) * years).exp()
}

/// (Pop / Pop_0)^0.8: how much more is driven by so many times the people.
#[must_use]
pub fn travel<const L: usize>(carbon: &CarbonConstants, more_people: Lanes<L>) -> Lanes<L> {
    (more_people.ln() * carbon.travel_per_person).exp()
}

/// A path of years and shares, in between by a straight line, and level before and after.
fn along(path: &[(u16, f64)], year: u16) -> f64 {
    let after = path.iter().position(|(other, _)| *other >= year);
    let Some(after) = after else {
        return path.last().map_or(0.0, |(_, share)| *share);
    };
    let pair = after
        .checked_sub(1)
        .and_then(|before| path.get(before..=after));
    match pair {
        Some(&[(from, low), (to, high)]) => {
            let passed = f64::from(year - from) / f64::from(to - from);
            low + (high - low) * passed
        }
        _ => path.first().map_or(0.0, |(_, share)| *share),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::example;

    #[test]
    fn paths() {
        let path = [(2024, 0.01), (2040, 0.25), (2050, 0.40)];
        let found = [2020, 2024, 2032, 2040, 2045, 2050, 2060].map(|year| along(&path, year));
        for (found, expected) in found
            .into_iter()
            .zip([0.01, 0.01, 0.13, 0.25, 0.325, 0.40, 0.40])
        {
            assert!((found - expected).abs() < 1e-15);
        }
        assert_eq!(along(&[], 2030), 0.0);
    }

    /// Savings of a heat pump of performance 2.8 against a boiler.
    #[test]
    fn what_a_heat_pump_saves() {
        let carbon = example::evidence().constants.carbon;
        for (grid, saved) in [(0.207, 0.66), (0.10, 0.84), (0.05, 0.92)] {
            let pump = grid * carbon.boiler_efficiency / (2.8 * carbon.gas_kg_kwh);
            assert!((1.0 - pump - saved).abs() < 0.005);
        }
    }
}
