//! Checks areas, their parents, the place and the names to search by.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::{Faults, Row};
use crate::area::{Area, AreaCode, Level, Vintage};
use crate::data::finding::Reason;
use crate::data::wire::{AreaWire, CompanionWire, NamedPlaceWire, PlaceWire, RetiredWire};
use crate::data::{Companion, NamedPlace, Place};

/// Checks a list of areas; those of a larger list may be parents too.
pub(super) fn areas(rows: Vec<Row<AreaWire>>, faults: &mut Faults) -> Vec<Area> {
    areas_under(rows, &[], faults)
}

/// Checks a list of areas whose parents may also stand in `above`.
pub(super) fn areas_under(
    rows: Vec<Row<AreaWire>>,
    above: &[Area],
    faults: &mut Faults,
) -> Vec<Area> {
    let mut seen = BTreeSet::new();
    let mut areas: Vec<(String, Area)> = Vec::with_capacity(rows.len());
    for row in rows {
        let Row { at, record } = row;
        let Some(code) = faults.code(&at, "code", &record.code) else {
            continue;
        };
        let level = faults.known(
            Level::from_key(&record.level),
            (&at, "level"),
            &record.level,
            "a level of area",
        );
        let vintage = Vintage::from_key(&record.vintage);
        let vintage = faults.known(
            vintage,
            (&at, "vintage"),
            &record.vintage,
            "a drawing of boundaries",
        );
        let parent = record
            .parent
            .as_deref()
            .map(|parent| faults.code(&at, "parent", parent));
        let (Some(level), Some(vintage)) = (level, vintage) else {
            continue;
        };
        // A census keeps the code of an area it does not redraw, so a code is new once per vintage.
        if faults.is_new(
            &mut seen,
            &at,
            "code",
            &format!("{code} of {}", vintage.key()),
        ) {
            areas.push((
                at,
                Area {
                    code,
                    name: record.name,
                    level,
                    vintage,
                    parent: parent.flatten(),
                },
            ));
        }
    }
    check_parents(&areas, above, faults);
    areas.into_iter().map(|(_, area)| area).collect()
}

fn check_parents(areas: &[(String, Area)], above: &[Area], faults: &mut Faults) {
    let mut levels: BTreeMap<&AreaCode, Vec<(Level, Vintage)>> = BTreeMap::new();
    for area in areas.iter().map(|(_, area)| area).chain(above) {
        levels
            .entry(&area.code)
            .or_default()
            .push((area.level, area.vintage));
    }
    for (at, area) in areas {
        let Some(parent) = &area.parent else {
            if area.level != Level::Country {
                faults.add(
                    at,
                    "parent",
                    Reason::ParentMissing {
                        parent: "(none given)".to_owned(),
                    },
                );
            }
            continue;
        };
        let fits = |&(_, vintage): &(Level, Vintage)| {
            vintage == Vintage::Current || vintage == area.vintage
        };
        match levels
            .get(parent)
            .map(|known| (known.iter().find(|known| fits(known)), known.first()))
        {
            None | Some((None, None)) => {
                faults.add(
                    at,
                    "parent",
                    Reason::ParentMissing {
                        parent: parent.to_string(),
                    },
                );
            }
            Some((None, Some((_, vintage)))) => {
                faults.add(
                    at,
                    "parent",
                    Reason::WrongVintage {
                        code: parent.to_string(),
                        vintage: vintage.key(),
                    },
                );
            }
            Some((Some((level, _)), _)) if *level >= area.level => {
                faults.add(
                    at,
                    "parent",
                    Reason::ParentNotLarger {
                        parent: parent.to_string(),
                    },
                );
            }
            Some(_) => {}
        }
    }
}

/// Checks that the place's own areas are there.
pub(super) fn place(wire: PlaceWire, areas: &[Area], faults: &mut Faults) -> Option<Place> {
    let mut own = |field: &'static str, text: &str, level: Level| {
        let code = faults.code("place", field, text)?;
        let is_there = areas
            .iter()
            .any(|area| area.code == code && area.level == level);
        if !is_there {
            faults.add(
                "place",
                field,
                Reason::UnknownArea {
                    code: code.to_string(),
                },
            );
        }
        is_there.then_some(code)
    };
    let county = own("county", &wire.county, Level::County);
    let region = own("region", &wire.region, Level::Region);
    let country = own("country", &wire.country, Level::Country);
    Some(Place {
        name: wire.name,
        county: county?,
        region: region?,
        country: country?,
    })
}

/// Checks that each replaced code leads to an area of the pack.
pub(super) fn retired(
    rows: Vec<Row<RetiredWire>>,
    areas: &[Area],
    faults: &mut Faults,
) -> BTreeMap<AreaCode, AreaCode> {
    let mut seen = BTreeSet::new();
    let mut retired = BTreeMap::new();
    for Row { at, record } in rows {
        let from = faults.code(&at, "from", &record.from);
        let to = faults.code(&at, "to", &record.to);
        let (Some(from), Some(to)) = (from, to) else {
            continue;
        };
        if !areas.iter().any(|area| area.code == to) {
            let code = to.to_string();
            faults.add(&at, "to", Reason::UnknownArea { code });
        } else if faults.is_new(&mut seen, &at, "from", from.as_str()) {
            retired.insert(from, to);
        }
    }
    retired
}

/// Checks the names to search by.
pub(super) fn named_places(
    rows: Vec<Row<NamedPlaceWire>>,
    areas: &[Area],
    faults: &mut Faults,
) -> Vec<NamedPlace> {
    let mut places = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        let code = faults.code(&at, "code", &record.code);
        let district = faults.code(&at, "district", &record.district);
        let level = Level::from_key(&record.level)
            .filter(|level| matches!(level, Level::Ward | Level::Msoa));
        let level = faults.known(level, (&at, "level"), &record.level, "a ward or an MSOA");
        let (Some(code), Some(district), Some(level)) = (code, district, level) else {
            continue;
        };
        if areas
            .iter()
            .any(|area| area.code == district && area.level == Level::District)
        {
            let lon_lat_deg = [record.lon_deg, record.lat_deg];
            places.push(NamedPlace {
                name: record.name,
                level,
                code,
                district,
                lon_lat_deg,
            });
        } else {
            faults.add(
                &at,
                "district",
                Reason::UnknownArea {
                    code: district.to_string(),
                },
            );
        }
    }
    places
}

/// The companions as listed; each is checked when it is loaded.
pub(super) fn companions(rows: Vec<Row<CompanionWire>>, faults: &mut Faults) -> Vec<Companion> {
    let mut seen = BTreeSet::new();
    rows.into_iter()
        .filter(|row| faults.is_new(&mut seen, &row.at, "key", &row.record.key))
        .map(|Row { record, .. }| Companion {
            key: record.key,
            file: record.file,
            content_hash: record.content_hash,
        })
        .collect()
}
