//! Checks sectors: codes that exist, each once, none inside another.

use std::collections::BTreeSet;

use super::Known;
use crate::data::check::faults::{Faults, Row};
use crate::data::finding::Reason;
use crate::data::industries::{Industry, Sector, SectorCode, SectorKind};
use crate::data::wire::SectorWire;

/// Checks sectors; one with a fault is left out, for a set with a hole would pass for whole.
pub(super) fn sectors(
    rows: Vec<Row<SectorWire>>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Vec<Sector> {
    let mut seen = BTreeSet::new();
    let mut sectors = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        if faults.is_new(&mut seen, &at, "key", &record.key) {
            let at = format!("{at} ({})", record.key);
            sectors.extend(sector(&at, record, known, faults));
        }
    }
    sectors
}

fn sector(at: &str, wire: SectorWire, known: &Known<'_>, faults: &mut Faults) -> Option<Sector> {
    let kind = SectorKind::from_key(&wire.kind);
    let expected = "industrial-strategy or roadmap";
    let kind = faults.known(kind, (at, "kind"), &wire.kind, expected)?;
    let source = match wire.source.as_str() {
        "" => wire.source,
        _ => known.source(at, "source", wire.source, faults)?,
    };
    let reasons = &wire.code_reasons;
    if !reasons.is_empty()
        && !super::is_long(at, "code_reasons", wire.codes.len(), reasons.len(), faults)
    {
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut own: Vec<&Industry> = Vec::with_capacity(wire.codes.len());
    for code in &wire.codes {
        if !faults.is_new(&mut seen, at, "codes", code) {
            return None;
        }
        let found = known.classification.find(code);
        let expected = "the code of an industry of this file";
        own.push(faults.known(found, (at, "codes"), code, expected)?);
    }
    if let Some((finer, holder)) = overlap(&own) {
        let (code, inside) = (finer.code.clone(), holder.code.clone());
        faults.add(at, "codes", Reason::Overlap { code, inside });
        return None;
    }
    let mut reasons = wire.code_reasons.into_iter();
    let codes = wire.codes.into_iter().map(|code| SectorCode {
        code,
        reason: reasons.next().unwrap_or_default(),
    });
    Some(Sector {
        key: wire.key,
        title: wire.title,
        kind,
        codes: codes.collect(),
        reason: wire.reason,
        misses: wire.misses,
        called: wire.called,
        source,
    })
}

/// The first industry that lies inside another, and that other.
fn overlap<'a>(own: &[&'a Industry]) -> Option<(&'a Industry, &'a Industry)> {
    own.iter().find_map(|&finer| {
        let holder = own.iter().find(|holder| {
            holder.level < finer.level && finer.position_at(holder.level) == Some(holder.position)
        });
        holder.map(|&holder| (finer, holder))
    })
}
