//! Sectors: the roadmap's from content, the government's from a published table of codes.

use std::collections::BTreeMap;
use std::path::Path;

use roadmap_core::data::SectorKind;
use roadmap_core::data::wire::SectorWire;

use super::Work;
use super::jobs::Fine;
use crate::content::Sector;
use crate::content::industries::{IndustrialStrategy, StrategySector};
use crate::problem::{Fault, Problem};
use crate::table::Table;

/// The roadmap's sectors, then the government's.
///
/// # Errors
/// A fault for a code that no industry has, a sector that only one side knows, and jobs that
/// are not those of the table that they are held against.
pub fn build(own: &[Sector], fine: &Fine, work: &Work<'_>) -> Result<Vec<SectorWire>, Problem> {
    let mut sectors = Vec::new();
    for sector in own {
        sectors.push(roadmap(sector, work)?);
    }
    if let Some(words) = &work.words.industrial_strategy {
        let codes = codes(words, work)?;
        check_jobs(words, &codes, fine, work)?;
        for sector in &words.sectors {
            sectors.push(strategy(sector, words, &codes));
        }
    }
    Ok(sectors)
}

fn roadmap(own: &Sector, work: &Work<'_>) -> Result<SectorWire, Problem> {
    let unknown = |(_, code): &(usize, &str)| !work.classification.knows(code);
    let mut codes = own.codes.iter().map(|own| own.code.as_str()).enumerate();
    if let Some((position, code)) = codes.find(unknown) {
        return Err(Fault {
            file: work
                .given
                .content
                .join("sectors")
                .join(format!("{}.toml", own.key)),
            place: format!("codes, row {}", position + 1),
            field: "code".to_owned(),
            reason: format!("no industry has the code “{code}”"),
            advice: "Write a letter for a section, or two to five digits without dots".to_owned(),
        }
        .into());
    }
    Ok(SectorWire {
        key: own.key.clone(),
        title: own.title.clone(),
        kind: SectorKind::Roadmap.key().to_owned(),
        codes: own.codes.iter().map(|own| own.code.clone()).collect(),
        code_reasons: own.codes.iter().map(|own| own.reason.clone()).collect(),
        reason: own.reason.clone(),
        misses: own.misses.clone(),
        called: own.called.clone(),
        source: String::new(),
    })
}

fn strategy(
    own: &StrategySector,
    words: &IndustrialStrategy,
    codes: &BTreeMap<&str, Vec<String>>,
) -> SectorWire {
    let named = own.named.as_deref().unwrap_or_default();
    SectorWire {
        key: own.key.clone(),
        title: own.title.clone(),
        kind: SectorKind::IndustrialStrategy.key().to_owned(),
        codes: codes.get(named).cloned().unwrap_or_default(),
        code_reasons: Vec::new(),
        reason: words.reason.clone(),
        misses: own.misses.clone(),
        called: String::new(),
        source: words.source.clone(),
    }
}

/// The codes of each of the government's sectors, none inside another.
fn codes<'a>(
    words: &'a IndustrialStrategy,
    work: &Work<'_>,
) -> Result<BTreeMap<&'a str, Vec<String>>, Problem> {
    let table = Table::read(&work.given.raw.join(&words.folder).join(&words.file))?;
    let (code, sector) = (
        table.column(&words.code)?,
        table.column(&words.sector_column)?,
    );
    let mut all: BTreeMap<&str, Vec<String>> = words
        .sectors
        .iter()
        .filter_map(|own| Some((own.named.as_deref()?, Vec::new())))
        .collect();
    for row in table.rows() {
        let own = row.text(code);
        if !work.classification.knows(own) {
            let reason = format!("no industry has the code {own}");
            return Err(row.fault(code, reason, "Correct the code"));
        }
        match all.get_mut(row.text(sector)) {
            Some(codes) => codes.push(own.to_owned()),
            None => {
                let reason = format!("industries.toml has no sector “{}”", row.text(sector));
                let advice = "Add an [[industrial_strategy.sector]] that is named so";
                return Err(row.fault(sector, reason, advice));
            }
        }
    }
    for codes in all.values_mut() {
        codes.sort();
        codes.dedup();
        let wider = codes.clone();
        codes.retain(|own| {
            !wider
                .iter()
                .any(|holder| holder != own && own.starts_with(holder.as_str()))
        });
    }
    let file = work.given.raw.join(&words.folder).join(&words.file);
    match all.iter().find(|(_, codes)| codes.is_empty()) {
        None => Ok(all),
        Some((named, _)) => Err(unused(named, &file)),
    }
}

fn unused(named: &str, file: &Path) -> Problem {
    Fault {
        file: file.to_owned(),
        place: format!("sector “{named}”"),
        field: String::new(),
        reason: "no row has a code for it".to_owned(),
        advice: "Correct its name in industries.toml, or leave the name out".to_owned(),
    }
    .into()
}

/// Holds jobs by sector of every district against the table published beside the codes.
fn check_jobs(
    words: &IndustrialStrategy,
    codes: &BTreeMap<&str, Vec<String>>,
    fine: &Fine,
    work: &Work<'_>,
) -> Result<(), Problem> {
    let table = Table::read(&work.given.raw.join(&words.folder).join(&words.check_file))?;
    let district = table.column(&words.check_code)?;
    for (named, codes) in codes {
        let column = table.column(named)?;
        let own = work.classification;
        let is_inside: Vec<bool> = own
            .sic5
            .iter()
            .map(|sic5| codes.iter().any(|code| own.is_inside(sic5, code)))
            .collect();
        for row in table.rows() {
            let is_asked = |position: usize| is_inside.get(position) == Some(&true);
            let found = fine.sum(work.current(row.text(district)), is_asked);
            let expected = row.number(column)?.unwrap_or_default();
            if (found - expected).abs() > 0.5 {
                let reason = format!("its codes add up to {found} jobs, the table says {expected}");
                return Err(row.fault(column, reason, "Fetch codes and jobs of one release"));
            }
        }
    }
    Ok(())
}
