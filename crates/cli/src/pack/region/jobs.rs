//! Jobs of the districts and of the country, by section, agencies apart.

use std::collections::BTreeMap;

use roadmap_core::data::model::{BySection, SECTIONS};
use roadmap_core::model::base::purchases;

use super::cells::Cells;
use super::{Given, sanity};
use crate::problem::Problem;

/// Jobs.
pub struct Jobs {
    /// Districts in their order.
    pub districts: Vec<DistrictJobs>,
    /// Jobs in each district of the country but agencies, all sections (those the model drops
    /// too): what counts towards effective density.
    pub elsewhere: BTreeMap<String, f64>,
    /// Jobs of every district of the country, agencies in.
    pub country: BySection,
    /// By district of the country, sections with agencies and divisions that were asked for.
    pub all: BTreeMap<String, BySection>,
    /// By district of the country and division.
    pub divisions: Cells,
    /// Yearly log growth of the country by section, agencies out.
    pub growth: BySection,
    /// Its mean, weighted by jobs.
    pub mean_growth: f64,
}

/// Jobs of a district.
pub struct DistrictJobs {
    /// By section, agencies out.
    pub sections: BySection,
    /// Of agencies.
    pub agencies: f64,
}

/// The letters of the sections in the model's order.
pub fn letters() -> impl Iterator<Item = char> {
    ('A'..).take(SECTIONS)
}

/// The place of a section.
pub fn position(letter: char) -> Option<usize> {
    letters().position(|own| own == letter)
}

/// Reads jobs.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn read(given: &Given<'_>) -> Result<Jobs, Problem> {
    let words = &given.words.jobs;
    let tables = &given.words.tables;
    let names: Vec<String> = letters().map(String::from).collect();
    // Two sections more are counted that nobody's place has output of.
    let every: Vec<String> = letters().chain(['T', 'U']).map(String::from).collect();
    let columns: Vec<&str> = every.iter().map(String::as_str).collect();
    let file = tables.jobs.under(given.raw);
    let cells = Cells::read(&file, &["lad_code"], &columns, |_| true)?;
    let mut divisions: Vec<&str> = vec![&words.agencies];
    let more = given
        .words
        .output
        .agencies_divisions
        .iter()
        .map(String::as_str);
    divisions.extend(more.filter(|own| *own != words.agencies));
    let file = tables.divisions.under(given.raw);
    let divisions = Cells::read(&file, &["lad_code"], &divisions, |_| true)?;
    let mut jobs = Jobs {
        districts: Vec::new(),
        elsewhere: BTreeMap::new(),
        country: [0.0; SECTIONS],
        all: BTreeMap::new(),
        growth: [0.0; SECTIONS],
        mean_growth: 0.0,
        divisions,
    };
    for (key, number) in cells.all() {
        let [code, section] = key else { continue };
        *jobs.elsewhere.entry(code.clone()).or_insert(0.0) += number;
        let place = names.iter().position(|own| own == section);
        let own = jobs.all.entry(code.clone()).or_insert([0.0; SECTIONS]);
        let slots =
            place.and_then(|place| Some((own.get_mut(place)?, jobs.country.get_mut(place)?)));
        if let Some((slot, whole)) = slots {
            *slot = number;
            *whole += number;
        }
    }
    for (code, all) in &mut jobs.elsewhere {
        *all -= jobs.divisions.get(&[code, &words.agencies])?;
    }
    for code in given.codes() {
        let mut sections = *jobs.all.get(code).ok_or_else(|| cells.lacking(&[code]))?;
        let agencies = jobs.divisions.get(&[code, &words.agencies])?;
        let slot = position(words.agencies_section).and_then(|own| sections.get_mut(own));
        let slot = slot.filter(|slot| **slot >= agencies).ok_or_else(|| {
            let reason = format!("agencies in {code} have more jobs than their section");
            sanity::fault(
                given,
                "jobs.agencies_section",
                reason,
                "Name the section they are in",
            )
        })?;
        *slot -= agencies;
        jobs.districts.push(DistrictJobs { sections, agencies });
    }
    growth(given, &mut jobs)?;
    Ok(jobs)
}

/// Growth of the country by section.
fn growth(given: &Given<'_>, jobs: &mut Jobs) -> Result<(), Problem> {
    let words = &given.words.jobs;
    let [before, after] = country(given, words.growth_first, words.growth_last)?;
    let years = f64::from(words.growth_last.saturating_sub(words.growth_first));
    for ((slot, before), after) in jobs.growth.iter_mut().zip(before).zip(after) {
        *slot = purchases::yearly_growth(before, after, years);
    }
    let all: f64 = after.iter().sum();
    let weighed = jobs.growth.iter().zip(after);
    let weighed: f64 = weighed.map(|(growth, after)| growth * after).sum();
    jobs.mean_growth = if all > 0.0 { weighed / all } else { 0.0 };
    Ok(())
}

/// Jobs of the country by section in two years, agencies out, from its five-digit industries.
///
/// # Errors
/// A fault for an industry that is in no section.
pub fn country(given: &Given<'_>, first: u16, last: u16) -> Result<[BySection; 2], Problem> {
    let of = sections(given, "sic5")?;
    let (first, last) = (first.to_string(), last.to_string());
    let file = given.words.tables.country_jobs.under(given.raw);
    let cells = Cells::read(&file, &["sic5"], &[&first, &last], |_| true)?;
    let mut counts = [[0.0; SECTIONS]; 2];
    let [before, after] = &mut counts;
    for (key, number) in cells.all() {
        let [industry, year] = key else { continue };
        let section = of.get(industry);
        let section = section.ok_or_else(|| cells.lacking(&[industry, "section"]))?;
        if industry.starts_with(&given.words.jobs.agencies) {
            continue;
        }
        let own = if *year == first {
            &mut *before
        } else {
            &mut *after
        };
        if let Some(slot) = position(*section).and_then(|place| own.get_mut(place)) {
            *slot += number;
        }
    }
    Ok(counts)
}

/// The section of each industry of a level.
fn sections(given: &Given<'_>, level: &str) -> Result<BTreeMap<String, char>, Problem> {
    let file = given.words.tables.classification.under(given.raw);
    let table = crate::table::Table::read(&file)?;
    let (code, section) = (table.column(level)?, table.column("section")?);
    let own = table.rows().filter_map(|row| {
        let letter = row.text(section).chars().next()?;
        Some((row.text(code).to_owned(), letter))
    });
    Ok(own.collect())
}

/// Jobs of the districts by section in earlier years, agencies out.
///
/// # Errors
/// A fault for a division that is in no section.
pub fn earlier(given: &Given<'_>) -> Result<BTreeMap<(String, u16), BySection>, Problem> {
    let of = sections(given, "division")?;
    let file = given.words.tables.earlier_divisions.under(given.raw);
    let table = crate::table::Table::read(&file)?;
    let columns: Vec<&str> = table
        .columns()
        .filter(|name| name.starts_with("div"))
        .collect();
    let is_own = |own: &[&str]| own.last().is_some_and(|code| given.is_own(code));
    let cells = Cells::of(&table, &file, &["year", "lad16cd"], &columns, is_own)?;
    let mut all: BTreeMap<(String, u16), BySection> = BTreeMap::new();
    for (key, number) in cells.all() {
        let [year, code, column] = key else { continue };
        let division = column.strip_prefix("div").unwrap_or(column);
        let letter = of.get(division);
        let letter = letter.ok_or_else(|| cells.lacking(&[division, "section"]))?;
        let year = year.parse().map_err(|_| cells.lacking(&[year]))?;
        let own = all.entry((code.clone(), year)).or_insert([0.0; SECTIONS]);
        let slot = position(*letter).and_then(|place| own.get_mut(place));
        if let Some(slot) = slot.filter(|_| division != given.words.jobs.agencies) {
            *slot += number;
        }
    }
    Ok(all)
}
