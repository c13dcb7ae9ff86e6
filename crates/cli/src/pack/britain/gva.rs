//! Output by place and industry: own districts as published, larger places put together.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use roadmap_core::data::wire::{GvaIndustryWire, GvaPlaceWire, GvaWire};
use roadmap_core::data::{GvaBasis, GvaKind, chained_sum};
use roadmap_core::quantity::Value;

use super::Work;
use crate::content::industries::GvaPlace;
use crate::problem::{Fault, Problem};
use crate::table::{Column, Table};

/// Current prices and chained volumes of one place and industry, a value per year.
#[derive(Clone)]
struct Series {
    current: Vec<Value>,
    chained: Vec<Value>,
}

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

/// The two tables of one kind of places.
struct Published {
    file: PathBuf,
    years: Vec<u16>,
    rows: BTreeMap<(String, String), Series>,
}

impl Published {
    fn read(
        folder: &Path,
        (current, chained): (&Path, &Path),
        columns: (&str, &str),
    ) -> Result<Self, Problem> {
        let file = folder.join(current);
        let (years, current) = rows(&file, columns)?;
        let (other_years, mut volumes) = rows(&folder.join(chained), columns)?;
        let mut published = Self {
            file,
            years,
            rows: BTreeMap::new(),
        };
        if published.years != other_years {
            let reason = "its years are not those of the chained volumes".to_owned();
            return Err(published.fault("", "", reason));
        }
        for (key, current) in current {
            let Some(chained) = volumes.remove(&key) else {
                let reason = "the chained volumes have no such row".to_owned();
                return Err(published.fault(&key.0, &key.1, reason));
            };
            let series = statuses(&current, &chained);
            published.rows.insert(key, series);
        }
        Ok(published)
    }

    fn series(&self, place: &str, industry: &str) -> Result<Series, Problem> {
        let key = (place.to_owned(), industry.to_owned());
        self.rows.get(&key).cloned().ok_or_else(|| {
            let reason = "it has no such row".to_owned();
            self.fault(place, industry, reason)
        })
    }

    /// An industry of a larger place: one published row, or the sum of several.
    fn together(
        &self,
        place: &GvaPlace,
        industry: &str,
        work: &Work<'_>,
        reference: usize,
    ) -> Result<Series, Problem> {
        let mut parts = Vec::new();
        for of in &place.of {
            if let Ok(series) = self.series(of, industry) {
                parts.push(series);
                continue;
            }
            let sets = work.words.gva.parts.get(industry).into_iter().flatten();
            let mut whole = sets.filter_map(|set| {
                let series = set.iter().map(|part| self.series(of, part).ok());
                series.collect::<Option<Vec<Series>>>()
            });
            let own = whole.next().ok_or_else(|| {
                let reason = "it has neither such a row nor all of its parts".to_owned();
                self.fault(of, industry, reason)
            })?;
            parts.extend(own);
        }
        if let [only] = parts.as_slice() {
            return Ok(only.clone());
        }
        let mut current = vec![Value::Number(0.0); self.years.len()];
        for part in &parts {
            for (sum, &value) in current.iter_mut().zip(&part.current) {
                *sum = match (*sum, value) {
                    (Value::Number(a), Value::Number(b)) => Value::Number(a + b),
                    (Value::Number(_), other) | (other, _) => other,
                };
            }
        }
        let slices: Vec<(f64, &[Value], &[Value])> = parts
            .iter()
            .map(|part| (1.0, part.current.as_slice(), part.chained.as_slice()))
            .collect();
        let tenths = |value: Value| match value {
            Value::Number(number) => Value::Number((number * 10.0).round() / 10.0),
            other => other,
        };
        let chained = chained_sum(&slices, reference);
        Ok(Series {
            current,
            chained: chained.into_iter().map(tenths).collect(),
        })
    }

    /// Holds the sum of the sections against the total in current prices, where no section is
    /// withheld. Published figures are whole, so each may be half a million off.
    fn check_total(
        &self,
        place: &str,
        series: &[Series],
        industries: &[GvaIndustryWire],
    ) -> Result<(), Problem> {
        let of_kind = |kind: GvaKind| {
            let pairs = industries.iter().zip(series);
            pairs.filter(move |(own, _)| own.kind == kind.key())
        };
        for (at, year) in self.years.iter().enumerate() {
            let value = |series: &Series| series.current.get(at).and_then(|value| value.number());
            let total = of_kind(GvaKind::Total).find_map(|(_, series)| value(series));
            let mut sections = of_kind(GvaKind::Section).map(|(_, series)| value(series));
            let count = of_kind(GvaKind::Section).count();
            let sum = sections.try_fold(0.0, |sum, value| Some(sum + value?));
            let (Some(total), Some(sum)) = (total, sum) else {
                continue;
            };
            let parts = u32::try_from(count + 1).map_or(f64::INFINITY, f64::from);
            // Two published halves double what rounding may do.
            if (total - sum).abs() > parts {
                let reason = format!(
                    "in {year} its sections add up to {sum} million pounds, the total says {total}"
                );
                return Err(self.fault(place, "Total", reason));
            }
        }
        Ok(())
    }

    fn fault(&self, place: &str, industry: &str, reason: String) -> Problem {
        Fault {
            file: self.file.clone(),
            place: place.to_owned(),
            field: industry.to_owned(),
            reason,
            advice: "Fetch all tables of one release, or correct industries.toml".to_owned(),
        }
        .into()
    }
}

type Cells = BTreeMap<(String, String), Vec<Option<f64>>>;

/// The years of a table, and its rows by place and industry.
fn rows(file: &Path, (place, industry): (&str, &str)) -> Result<(Vec<u16>, Cells), Problem> {
    let table = Table::read(file)?;
    let (place, industry) = (table.column(place)?, table.column(industry)?);
    let years: Vec<u16> = table
        .columns()
        .filter_map(|name| name.parse().ok())
        .collect();
    let pairs = years.iter().zip(years.iter().skip(1));
    if let Some((before, after)) = { pairs }.find(|(before, after)| *before + 1 != **after) {
        let reason = format!("after {before} comes {after}");
        return Err(table.fault("", reason, "Give a column for every year, in order"));
    }
    let columns = years.iter().map(|year| table.column(&year.to_string()));
    let columns: Vec<Column> = columns.collect::<Result<_, _>>()?;
    let mut cells = Cells::new();
    for row in table.rows() {
        let values = columns.iter().map(|&column| row.number(column));
        let key = (row.text(place).to_owned(), row.text(industry).to_owned());
        if cells
            .insert(key, values.collect::<Result<_, _>>()?)
            .is_some()
        {
            let reason = format!("{} has a row for it already", row.text(place));
            return Err(row.fault(industry, reason, "Remove one of the two rows"));
        }
    }
    Ok((years, cells))
}

/// What blanks mean: withheld where neither price is told, not worked out where only the volume
/// is not.
fn statuses(current: &[Option<f64>], chained: &[Option<f64>]) -> Series {
    let status = |own: Option<f64>, other: Option<f64>| match (own, other) {
        (Some(number), _) => Value::Number(number),
        (None, None) => Value::Suppressed,
        (None, Some(_)) => Value::Missing,
    };
    let pairs = || current.iter().copied().zip(chained.iter().copied());
    Series {
        current: pairs()
            .map(|(current, chained)| status(current, chained))
            .collect(),
        chained: pairs()
            .map(|(current, chained)| status(chained, current))
            .collect(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_in_both_prices_is_withheld_and_in_one_is_missing() {
        let series = statuses(&[Some(1.0), None, Some(3.0)], &[Some(2.0), None, None]);
        let told = |values: &[Value]| values.iter().map(|v| v.status()).collect::<Vec<_>>();
        assert_eq!(told(&series.current), ["value", "suppressed", "value"]);
        assert_eq!(told(&series.chained), ["value", "suppressed", "missing"]);
    }
}
