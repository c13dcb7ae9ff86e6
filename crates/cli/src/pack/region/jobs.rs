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

/// Growth of the country by section, from its five-digit industries.
fn growth(given: &Given<'_>, jobs: &mut Jobs) -> Result<(), Problem> {
    let words = &given.words.jobs;
    let tables = &given.words.tables;
    let classification = crate::table::Table::read(&tables.classification.under(given.raw))?;
    let (code, section) = (
        classification.column("sic5")?,
        classification.column("section")?,
    );
    let of: BTreeMap<&str, &str> = classification
        .rows()
        .map(|row| (row.text(code), row.text(section)))
        .collect();
    let (first, last) = (
        words.growth_first.to_string(),
        words.growth_last.to_string(),
    );
    let file = tables.country_jobs.under(given.raw);
    let cells = Cells::read(&file, &["sic5"], &[&first, &last], |_| true)?;
    let mut counts = [[0.0; 2]; SECTIONS];
    for (key, number) in cells.all() {
        let [industry, year] = key else { continue };
        let section = of
            .get(industry.as_str())
            .ok_or_else(|| cells.lacking(&[industry, "section"]))?;
        let place = section.chars().next().and_then(position);
        let Some(counts) = place.and_then(|place| counts.get_mut(place)) else {
            continue;
        };
        if !industry.starts_with(&words.agencies) {
            let [before, after] = counts;
            *(if *year == first { before } else { after }) += number;
        }
    }
    let years = f64::from(words.growth_last.saturating_sub(words.growth_first));
    for (slot, [before, after]) in jobs.growth.iter_mut().zip(counts) {
        *slot = purchases::yearly_growth(before, after, years);
    }
    let all: f64 = counts.iter().map(|[_, after]| after).sum();
    let weighed = jobs
        .growth
        .iter()
        .zip(counts)
        .map(|(growth, [_, after])| growth * after);
    jobs.mean_growth = if all > 0.0 {
        weighed.sum::<f64>() / all
    } else {
        0.0
    };
    Ok(())
}
