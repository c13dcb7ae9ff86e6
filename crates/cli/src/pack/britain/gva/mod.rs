//! Output by place and industry: own districts as published, larger places put together.

mod published;

use roadmap_core::data::wire::{GvaIndustryWire, GvaPlaceWire, GvaWire};
use roadmap_core::data::{GvaBasis, GvaKind};
use roadmap_core::quantity::Value;

use super::Work;
use crate::problem::Problem;
use crate::table::Table;
use published::{Published, Series};

/// Reads industries, own districts and larger places.
///
/// # Errors
/// A fault at the row, column and file that cannot be used: an unknown industry, a row that is
/// not there or stands twice, years with a gap, and sections that do not add up to the total.
pub fn read(work: &Work<'_>) -> Result<GvaWire, Problem> {
    let words = &work.words.gva;
    let raw = work.given.raw;
    let industries = industries(work)?;
    let of_districts = Published::read(
        &raw.join(&words.districts_folder),
        (&words.current_file.districts, &words.chained_file.districts),
        (&words.districts_code, &words.industry),
    )?;
    let of_places = Published::read(
        &raw.join(&words.places_folder),
        (&words.current_file.places, &words.chained_file.places),
        (&words.places_code, &words.industry),
    )?;
    let years = &of_districts.years;
    if of_places.years != *years {
        let reason = "its years are not those of the table of districts".to_owned();
        return Err(of_places.fault("", "", reason));
    }
    let Some(reference) = years.iter().position(|year| *year == words.money_year) else {
        let reason = format!("it has no year {}", words.money_year);
        return Err(of_districts.fault("", "", reason));
    };
    let mut wire = GvaWire {
        first_year: years.first().copied().unwrap_or_default(),
        money_year: words.money_year,
        industries,
        places: Vec::new(),
        current: Vec::new(),
        chained: Vec::new(),
        suppressed: Vec::new(),
    };
    for code in work.given.own {
        let of = |industry: &str| of_districts.series(code, industry);
        let series = wire.industries.iter().map(|own| of(&own.code));
        let series = series.collect::<Result<Vec<_>, _>>()?;
        of_districts.check_total(code, &series, &wire.industries)?;
        add(&mut wire, &series);
        wire.places.push(GvaPlaceWire {
            key: code.clone(),
            name: work.given.names.of(code)?,
            basis: GvaBasis::Published.key().to_owned(),
            source: words.districts_source.clone(),
        });
    }
    for place in &words.places {
        let of = |industry: &str| of_places.together(place, industry, work, reference);
        let series = wire.industries.iter().map(|own| of(&own.code));
        let series = series.collect::<Result<Vec<_>, _>>()?;
        of_places.check_total(&place.key, &series, &wire.industries)?;
        add(&mut wire, &series);
        let basis = match place.of.len() {
            1 => GvaBasis::Published,
            _ => GvaBasis::AddedUp,
        };
        let is_whole = place.key == work.words.whole.key;
        let name = match &place.name {
            Some(name) => name.clone(),
            None if is_whole => work.words.whole.name.clone(),
            None => work.given.names.of(&place.key)?,
        };
        wire.places.push(GvaPlaceWire {
            key: place.key.clone(),
            name,
            basis: basis.key().to_owned(),
            source: words.places_source.clone(),
        });
    }
    Ok(wire)
}

/// The industries as published, and the divisions inside each.
fn industries(work: &Work<'_>) -> Result<Vec<GvaIndustryWire>, Problem> {
    let words = &work.words.gva;
    let folder = work.given.raw.join(&words.industries_folder);
    let table = Table::read(&folder.join(&words.industries_file))?;
    let [code, name, level] = [
        table.column(&words.industry)?,
        table.column("industry_name")?,
        table.column("level")?,
    ];
    let mut industries: Vec<GvaIndustryWire> = Vec::new();
    for row in table.rows() {
        let own = row.text(code);
        if GvaKind::from_key(row.text(level)).is_none() {
            let reason = format!("“{}” is no kind of industry", row.text(level));
            let advice = "Write total, aggregate, section or detail";
            return Err(row.fault(level, reason, advice));
        }
        if industries.iter().any(|before| before.code == own) {
            let reason = format!("{own} stands twice");
            return Err(row.fault(code, reason, "Remove one of the two rows"));
        }
        let is_rent = own == words.imputed_rent;
        let divisions = if is_rent {
            Some(Vec::new())
        } else {
            divisions(own, work)
        };
        industries.push(GvaIndustryWire {
            code: own.to_owned(),
            name: row.text(name).to_owned(),
            kind: row.text(level).to_owned(),
            divisions: divisions.ok_or_else(|| {
                let reason = format!("“{own}” does not say which divisions it holds");
                row.fault(
                    code,
                    reason,
                    "Write a division, or the first and the last: 24-25",
                )
            })?,
            imputed_rent: is_rent,
        });
    }
    Ok(industries)
}

/// The divisions that a published code stands for: `68`, `49-51`, `CH (24-25)`, `A-E`, `Total`.
fn divisions(code: &str, work: &Work<'_>) -> Option<Vec<String>> {
    let all = &work.classification.divisions;
    if code == "Total" {
        return Some(all.clone());
    }
    let inside = code
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'));
    let range = inside.map_or(code, |(inside, _)| inside);
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let is_asked: Box<dyn Fn(&String) -> bool> = match (first.parse(), last.parse()) {
        (Ok(first), Ok(last)) => Box::new(move |division: &String| {
            division
                .parse()
                .is_ok_and(|own: u8| (first..=last).contains(&own))
        }),
        _ if first.len() == 1 && last.len() == 1 => Box::new(move |division: &String| {
            (first..=last).contains(&work.classification.section_of(division))
        }),
        _ => return None,
    };
    Some(
        all.iter()
            .filter(|division| is_asked(division))
            .cloned()
            .collect(),
    )
}

/// Adds the rows of a place.
fn add(wire: &mut GvaWire, series: &[Series]) {
    for own in series {
        let before = wire.current.len() * own.current.len();
        let withheld = own.current.iter().zip(before..);
        wire.suppressed.extend(
            withheld
                .filter(|(value, _)| **value == Value::Suppressed)
                .map(|(_, position)| position),
        );
        let cells = |values: &[Value]| values.iter().map(|value| value.number()).collect();
        wire.current.push(cells(&own.current));
        wire.chained.push(cells(&own.chained));
    }
}
