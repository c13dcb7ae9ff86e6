//! Checks themes, sources and measures.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::{Faults, Row};
use crate::data::finding::Reason;
use crate::data::wire::{MeasureWire, MessageWords, SourceWire, ThemeWire};
use crate::data::{Lead, Theme};
use crate::measure::{Break, Direction, Measure, Unit};
use crate::period::Period;
use crate::quantity::Provenance;
use crate::source::{LicenceStanding, Source};

pub(super) fn themes(rows: Vec<Row<ThemeWire>>, faults: &mut Faults) -> Vec<Theme> {
    let mut seen = BTreeSet::new();
    let themes = rows.into_iter().filter_map(|Row { at, record }| {
        faults
            .is_new(&mut seen, &at, "key", &record.key)
            .then(|| Theme {
                leads_to: lead(&at, &record.leads_to, faults),
                key: record.key,
                title: record.title,
            })
    });
    themes.collect()
}

fn lead(at: &str, words: &str, faults: &mut Faults) -> Option<Lead> {
    let lead = match words {
        "" => return None,
        "sectors" => Some(Lead::Sectors),
        "scenarios" => Some(Lead::Scenarios),
        _ => {
            let key = words.strip_prefix("challenge:").map(str::to_owned);
            key.map(Lead::Challenge)
        }
    };
    let expected = "sectors, scenarios, or challenge: and a key";
    faults.known(lead, (at, "leads_to"), words, expected)
}

pub(super) fn sources(rows: Vec<Row<SourceWire>>, faults: &mut Faults) -> Vec<Source> {
    let mut seen = BTreeSet::new();
    let mut sources = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        if !faults.is_new(&mut seen, &at, "key", &record.key) {
            continue;
        }
        sources.push(source(&at, record, faults));
    }
    sources
}

pub(super) fn source(at: &str, wire: SourceWire, faults: &mut Faults) -> Source {
    // Anything but a web page's address must never become a link.
    let url = if wire.url.starts_with("https://") || wire.url.starts_with("http://") {
        wire.url
    } else {
        let text = wire.url.chars().take(80).collect();
        faults.add(at, "url", Reason::NotAWebAddress { text });
        String::new()
    };
    Source {
        key: wire.key,
        title: wire.title,
        publisher: wire.publisher,
        url,
        licence: wire.licence,
        licence_standing: if wire.licence_presumed {
            LicenceStanding::Presumed
        } else {
            LicenceStanding::Stated
        },
        period: wire.period,
        released: wire.released,
        caution: wire.caution,
    }
}

/// The checked measures, their sentences and their provenance by slug.
pub(super) type Measures = (
    Vec<Measure>,
    BTreeMap<String, MessageWords>,
    BTreeMap<String, Provenance>,
);

pub(super) fn measures(
    rows: Vec<Row<MeasureWire>>,
    themes: &[Theme],
    sources: &[Source],
    faults: &mut Faults,
) -> Measures {
    let mut seen = BTreeSet::new();
    let mut measures = Vec::with_capacity(rows.len());
    let (mut words, mut provenances) = (BTreeMap::new(), BTreeMap::new());
    for Row { at, record } in rows {
        if !faults.is_new(&mut seen, &at, "slug", &record.slug) {
            continue;
        }
        let at = format!("{at} ({})", record.slug);
        let unit = faults.known(
            Unit::from_key(&record.unit),
            (&at, "unit"),
            &record.unit,
            "a unit",
        );
        let direction = Direction::from_key(&record.better);
        let direction = faults.known(
            direction,
            (&at, "better"),
            &record.better,
            "higher, lower or neutral",
        );
        let provenance = provenance(&record.provenance);
        let provenance = faults.known(
            provenance,
            (&at, "provenance"),
            &record.provenance,
            "a provenance",
        );
        let theme = themes.iter().find(|theme| theme.key == record.theme);
        let theme = faults.known(theme, (&at, "theme"), &record.theme, "a theme of this pack");
        let source = sources.iter().find(|source| source.key == record.source);
        let source = faults.known(
            source,
            (&at, "source"),
            &record.source,
            "a source of this pack",
        );
        let breaks = record.breaks.iter().filter_map(|change| {
            let found = Period::parse(&change.period);
            let reason = |text: &str| Reason::NotAPeriod {
                text: text.to_owned(),
            };
            match found {
                Ok(_) => Some(Break {
                    period: change.period.clone(),
                    note: change.note.clone(),
                }),
                Err(not) => {
                    faults.add(&at, "breaks", reason(&not.0));
                    None
                }
            }
        });
        let breaks = breaks.collect();
        let (Some(unit), Some(direction), Some(provenance), Some(_), Some(_)) =
            (unit, direction, provenance, theme, source)
        else {
            continue;
        };
        provenances.insert(record.slug.clone(), provenance);
        if let Some(messages) = record.messages {
            words.insert(record.slug.clone(), messages);
        }
        measures.push(Measure {
            slug: record.slug,
            name: record.name,
            meaning: record.meaning,
            theme: record.theme,
            unit,
            decimals: record.decimals.min(6),
            direction,
            source: record.source,
            headline: record.headline,
            breaks,
            caution: record.caution,
            least_change: record.least_change,
        });
    }
    (measures, words, provenances)
}

pub(super) fn provenance(key: &str) -> Option<Provenance> {
    [
        Provenance::Observed,
        Provenance::Modelled,
        Provenance::Assumed,
    ]
    .into_iter()
    .find(|p| p.key() == key)
}
