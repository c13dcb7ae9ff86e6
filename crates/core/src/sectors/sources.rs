//! Which sources an answer rests on, by their keys in the companion.

use super::{Ground, Rows, Table};
use crate::data::{Industries, IndustryLevel};
use crate::page::sectors::Order;

impl Table {
    /// Where what the industries stand in order by comes from.
    pub(super) fn sources_for(&self, industries: &Industries, order: Order) -> Vec<String> {
        let mut years = vec![self.choice.year];
        if order == Order::Growth {
            years.extend(self.since);
        }
        let mut keys = of_jobs(industries, self.choice.rows, &years);
        if order == Order::Productivity {
            let grounds = [
                Ground::find(industries, &self.choice.place),
                Ground::benchmark(industries, &self.choice),
            ];
            let grounds: Vec<&Ground<'_>> = grounds.iter().flatten().collect();
            let output = of_output(industries, &grounds);
            add(&mut keys, output.iter().map(String::as_str));
        }
        keys
    }
}

/// Where jobs by some rows in some years come from; sectors may need both of two tables.
pub(super) fn of_jobs(industries: &Industries, rows: Rows, years: &[u16]) -> Vec<String> {
    let levels = match rows.level() {
        Some(level) => vec![level],
        None => vec![IndustryLevel::Division, IndustryLevel::Sic5],
    };
    let mut keys = Vec::new();
    for year in years {
        let told = levels.iter();
        add(
            &mut keys,
            told.filter_map(|level| industries.jobs_source(*level, *year)),
        );
    }
    keys
}

/// Where output of some places comes from.
pub(super) fn of_output(industries: &Industries, grounds: &[&Ground<'_>]) -> Vec<String> {
    let parts = grounds.iter().flat_map(|ground| &ground.parts);
    let mut keys = Vec::new();
    add(
        &mut keys,
        parts.filter_map(|part| industries.gva.source_of(&part.key)),
    );
    keys
}

/// Where the table of who buys from whom comes from, and the jobs beside it.
pub(super) fn of_supply(industries: &Industries) -> Vec<String> {
    let supply = industries.supply.as_ref();
    let mut keys = Vec::new();
    let own = supply.map(|supply| [supply.source.as_str(), supply.jobs_source.as_str()]);
    add(&mut keys, own.into_iter().flatten());
    keys
}

/// Adds keys that are not there yet.
pub(super) fn add<'a>(keys: &mut Vec<String>, more: impl Iterator<Item = &'a str>) {
    for key in more {
        if !keys.iter().any(|own| own == key) {
            keys.push(key.to_owned());
        }
    }
}
