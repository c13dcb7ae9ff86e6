//! Jobs behind public purchases, from the national input-output table.

use std::collections::BTreeMap;

use roadmap_core::data::model::{BySection, SECTIONS};
use roadmap_core::model::base::purchases::{self, Purchases};

use super::Given;
use super::cells::Cells;
use super::jobs::{self, Jobs};
use crate::problem::Problem;
use crate::table::Table;

/// Jobs of the place by section behind all public purchases.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn read(given: &Given<'_>, jobs: &Jobs) -> Result<BySection, Problem> {
    let words = &given.words.purchases;
    let tables = &given.words.tables;
    let industries = industries(given)?;
    let codes: Vec<&str> = industries.keys().map(String::as_str).collect();
    let file = tables.purchases.under(given.raw);
    let is_used = |own: &[&str]| match own {
        [code] => *code == words.output || industries.contains_key(*code),
        _ => false,
    };
    let sales = Cells::read(&file, &["row"], &codes, is_used)?;
    let year = words.year.to_string();
    let file = tables.purchase_jobs.under(given.raw);
    let counted = Cells::read(&file, &["io105"], &[&year], |_| true)?;
    let mut table = Purchases {
        sales_gbp_m: [[0.0; SECTIONS]; SECTIONS],
        output_gbp_m: [0.0; SECTIONS],
        jobs: [0.0; SECTIONS],
    };
    for (seller, &section) in &industries {
        let output = sales.get(&[&words.output, seller])?;
        let own = counted.find(&[seller, &year]).unwrap_or(0.0);
        add(&mut table.output_gbp_m, section, output);
        add(&mut table.jobs, section, own);
        for (buyer, &to) in &industries {
            let sale = sales.get(&[seller, buyer])?;
            if let Some(row) = table.sales_gbp_m.get_mut(section) {
                add(row, to, sale);
            }
        }
    }
    let mut is_public = [false; SECTIONS];
    for letter in &words.public_sections {
        let slot = jobs::position(*letter).and_then(|own| is_public.get_mut(own));
        if let Some(slot) = slot {
            *slot = true;
        }
    }
    let mut own_jobs = [0.0; SECTIONS];
    for district in &jobs.districts {
        for (slot, own) in own_jobs.iter_mut().zip(district.sections) {
            *slot += own;
        }
    }
    Ok(purchases::procurement_jobs(
        &table,
        &is_public,
        &own_jobs,
        &jobs.country,
    ))
}

fn add(list: &mut BySection, section: usize, number: f64) {
    if let Some(slot) = list.get_mut(section) {
        *slot += number;
    }
}

/// The table's industries and the place of the section of each.
fn industries(given: &Given<'_>) -> Result<BTreeMap<String, usize>, Problem> {
    let table = Table::read(&given.words.tables.purchase_codes.under(given.raw))?;
    let [code, kind, section] = [
        table.column("code")?,
        table.column("kind")?,
        table.column("section")?,
    ];
    let dropped = &given.words.purchases.dropped;
    let mut industries = BTreeMap::new();
    for row in table.rows().filter(|row| row.text(kind) == "industry") {
        let own = row.text(code);
        if dropped.iter().any(|out| out == own) {
            continue;
        }
        let place = row.text(section).chars().next().and_then(jobs::position);
        let place = place.ok_or_else(|| {
            let reason = format!("{own} is in no section from A to S");
            row.fault(
                section,
                reason,
                "Correct the section, or leave the industry out",
            )
        })?;
        industries.insert(own.to_owned(), place);
    }
    Ok(industries)
}
