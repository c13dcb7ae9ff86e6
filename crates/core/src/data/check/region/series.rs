//! Checks what was observed before, and what others expect: each series costs only itself.

use super::Place;
use super::numbers::{Kind, Numbers};
use crate::area::AreaCode;
use crate::data::check::faults::{Faults, Row};
use crate::data::finding::Reason;
use crate::data::model::{History, Outlook};
use crate::data::wire::{HistoryWire, OutlookWire};
use crate::source::Source;

/// What a series may name.
struct Known<'a> {
    place: &'a Place<'a>,
    sources: &'a [Source],
}

/// Observed series; one that cannot be read is left out with a finding.
pub(crate) fn histories(
    rows: Vec<Row<HistoryWire>>,
    place: &Place<'_>,
    sources: &[Source],
    faults: &mut Faults,
) -> Vec<History> {
    let known = Known { place, sources };
    let read = rows.into_iter().map(|Row { at, record: wire }| {
        let area = known.area(&at, &wire.area, faults);
        let points = points(&at, &wire.years, &wire.values, faults);
        Some(History {
            source: known.source(&at, wire.source, faults)?,
            output: wire.output,
            area: area?,
            points: points?,
        })
    });
    read.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// What others expect; one that cannot be read is left out with a finding.
pub(crate) fn outlooks(
    rows: Vec<Row<OutlookWire>>,
    place: &Place<'_>,
    sources: &[Source],
    faults: &mut Faults,
) -> Vec<Outlook> {
    let known = Known { place, sources };
    let read = rows.into_iter().map(|Row { at, record: wire }| {
        let area = known.area(&at, &wire.area, faults);
        let points = points(&at, &wire.years, &wire.values, faults);
        Some(Outlook {
            source: known.source(&at, wire.source, faults)?,
            key: wire.key,
            name: wire.name,
            note: wire.note,
            output: wire.output,
            area: area?,
            points: points?,
        })
    });
    read.collect::<Vec<_>>().into_iter().flatten().collect()
}

impl Known<'_> {
    fn area(&self, at: &str, text: &str, faults: &mut Faults) -> Option<AreaCode> {
        let code = faults.code(at, "area", text)?;
        let is_known = self.place.names.contains_key(&code);
        if !is_known {
            let code = text.to_owned();
            faults.add(at, "area", Reason::UnknownArea { code });
        }
        is_known.then_some(code)
    }

    fn source(&self, at: &str, key: String, faults: &mut Faults) -> Option<String> {
        let found = self.sources.iter().find(|source| source.key == key);
        faults.known(found, (at, "source"), &key, "a source of this file")?;
        Some(key)
    }
}

fn points(at: &str, years: &[u16], values: &[f64], faults: &mut Faults) -> Option<Vec<(u16, f64)>> {
    if years.len() != values.len() {
        let (expected, found) = (years.len(), values.len());
        faults.add(at, "values", Reason::WrongCount { expected, found });
        return None;
    }
    if !years.is_sorted_by(|a, b| a < b) {
        faults.add(at, "years", Reason::PeriodsOutOfOrder);
        return None;
    }
    let mut numbers = Numbers { at, faults };
    numbers.all("values", values, Kind::Any)?;
    Some(years.iter().copied().zip(values.iter().copied()).collect())
}
