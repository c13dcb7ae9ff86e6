//! Journeys to work between the place's districts, their neighbours and the large city.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::FlowRole;
use roadmap_core::data::wire::{ColumnWire, FlowEndWire, FlowTableWire, FlowsWire};

use super::areas::Names;
use super::middles;
use crate::content::{Commuting, Content};
use crate::problem::{Fault, Problem};
use crate::table::Table;

/// What the ends are chosen from.
pub struct Around<'a> {
    /// The place's own districts in ascending order of code.
    pub own: &'a [String],
    /// Codes of the districts around them.
    pub neighbours: &'a BTreeSet<String>,
    /// Names, regions and codes in force of every district.
    pub names: &'a Names,
}

/// Every table of journeys that content describes; nothing when it describes none.
///
/// # Errors
/// The first problem met, by file, row, field, reason and what to do.
pub fn read(content: &Content, raw: &Path, around: &Around<'_>) -> Result<FlowsWire, Problem> {
    let words = &content.place.commuting;
    if words.is_empty() {
        return Ok(FlowsWire::default());
    }
    let ends = Ends::choose(content, raw, around)?;
    let tables = words.iter().map(|words| table(words, raw, &ends, content));
    let metropolis = content.place.place.metropolis_name.clone();
    Ok(FlowsWire {
        metropolis: metropolis.unwrap_or_default(),
        tables: tables.collect::<Result<_, _>>()?,
        ends: ends.list,
    })
}

/// What the journeys say of each own district, as columns that measures may name.
pub fn columns(content: &Content, flows: &FlowsWire) -> Vec<ColumnWire> {
    let mut columns = Vec::new();
    for (words, table) in content.place.commuting.iter().zip(&flows.tables) {
        let mut add = |what: &str, values: Vec<f64>| {
            columns.push(ColumnWire {
                key: format!("{}-{what}", words.key),
                level: Level::District.key().to_owned(),
                vintage: Vintage::Current.key().to_owned(),
                period: table.period.clone(),
                decimals: 0,
                values: values.into_iter().map(Some).collect(),
                suppressed: Vec::new(),
                undefined: Vec::new(),
            });
        };
        let of_role = |row: &[f64], role: FlowRole| -> f64 {
            let ends = flows.ends.iter().zip(row);
            ends.filter(|(end, _)| end.role == role.key())
                .map(|(_, people)| people)
                .sum()
        };
        let each = |of: &dyn Fn(usize, &[f64]) -> f64| -> Vec<f64> {
            table
                .out
                .iter()
                .enumerate()
                .map(|(own, row)| of(own, row))
                .collect()
        };
        let within = each(&|own, row| row.get(own).copied().unwrap_or(0.0));
        let own_total: Vec<f64> = (0..table.out.len())
            .map(|here| {
                table
                    .out
                    .iter()
                    .filter_map(|row| row.get(here))
                    .sum::<f64>()
            })
            .collect();
        let here = table
            .into
            .iter()
            .zip(&own_total)
            .map(|(row, own)| row.iter().sum::<f64>() + own);
        let here: Vec<f64> = here.collect();
        let from_outside = here.iter().zip(&within).map(|(here, within)| here - within);
        add("from-outside", from_outside.collect());
        add("working-here", here);
        add("residents", each(&|_, row| row.iter().sum()));
        add(
            "to-metropolis",
            each(&|_, row| of_role(row, FlowRole::Metropolis)),
        );
        add("within", within);
        if !table.at_home.is_empty() {
            add("at-home", table.at_home.clone());
        }
    }
    columns
}

/// The ends, and which published code belongs to which.
struct Ends<'a> {
    list: Vec<FlowEndWire>,
    by_code: BTreeMap<String, usize>,
    own: usize,
    names: &'a Names,
}

impl<'a> Ends<'a> {
    fn choose(content: &Content, raw: &Path, around: &Around<'a>) -> Result<Self, Problem> {
        let place = &content.place;
        let merged: BTreeMap<&str, &str> = place
            .merged
            .iter()
            .flat_map(|merged| {
                merged
                    .of
                    .iter()
                    .map(|of| (of.as_str(), merged.code.as_str()))
            })
            .collect();
        let metropolis = place.place.metropolis.as_deref().unwrap_or_default();
        let mut roles: BTreeMap<&str, FlowRole> = BTreeMap::new();
        for code in around.neighbours {
            roles.insert(code, FlowRole::Neighbour);
        }
        for code in around.names.of_region(metropolis) {
            roles.insert(code, FlowRole::Metropolis);
        }
        for code in around.own {
            roles.remove(code.as_str());
        }
        let middles = middles::read(
            &raw.join(&place.raw.country_shapes)
                .join(&place.raw.country_shapes_file),
        )?;
        let mut ends = Self {
            list: Vec::new(),
            by_code: BTreeMap::new(),
            own: around.own.len(),
            names: around.names,
        };
        let own = around.own.iter().map(|code| (code.as_str(), FlowRole::Own));
        for (code, role) in own.chain(roles) {
            let into = merged.get(code).copied().unwrap_or(code);
            if let Some(&end) = ends.by_code.get(into) {
                ends.by_code.insert(code.to_owned(), end);
                continue;
            }
            let name = match place.merged.iter().find(|merged| merged.code == into) {
                Some(merged) => merged.name.clone(),
                None => around.names.of(code)?,
            };
            for code in [code, into] {
                ends.by_code.insert(code.to_owned(), ends.list.len());
            }
            ends.list.push(FlowEndWire {
                code: into.to_owned(),
                name,
                role: role.key().to_owned(),
                lon_lat_deg: middles.get(code).copied(),
            });
        }
        ends.list.push(FlowEndWire {
            code: String::new(),
            name: "Elsewhere".to_owned(),
            role: FlowRole::Elsewhere.key().to_owned(),
            lon_lat_deg: None,
        });
        Ok(ends)
    }

    /// The end of a published code; the rest of the country for one that has none of its own.
    fn of(&self, code: &str) -> usize {
        let code = self.names.active(code);
        self.by_code
            .get(code)
            .copied()
            .unwrap_or(self.list.len() - 1)
    }
}

fn table(
    words: &Commuting,
    raw: &Path,
    ends: &Ends<'_>,
    content: &Content,
) -> Result<FlowTableWire, Problem> {
    let table = Table::read(&raw.join(&words.folder).join(&words.file))?;
    let [from, to, people] = [
        table.column(&words.from)?,
        table.column(&words.to)?,
        table.column(&words.people)?,
    ];
    let way = words
        .way
        .as_ref()
        .map(|way| Ok::<_, Problem>((table.column(&way.column)?, way)))
        .transpose()?;
    let own = ends.own;
    let mut wire = FlowTableWire {
        period: words.period.clone(),
        source: words.source.clone(),
        is_usual: words.is_usual,
        caution: words.caution.clone(),
        out: vec![vec![0.0; ends.list.len()]; own],
        into: vec![vec![0.0; ends.list.len() - own]; own],
        at_home: if way.is_some() {
            vec![0.0; own]
        } else {
            Vec::new()
        },
    };
    for row in table.rows() {
        let Some(count) = row.number(people)? else {
            continue;
        };
        let here = ends.of(content.place.current_code(row.text(from)));
        let there = ends.of(content.place.current_code(row.text(to)));
        let kind = way.as_ref().map(|(column, way)| (row.text(*column), *way));
        let cell = match kind {
            Some((text, way)) if text == way.at_home => wire.at_home.get_mut(here),
            Some((text, way)) if text != way.travelling => None,
            _ if here < own => wire.out.get_mut(here).and_then(|row| row.get_mut(there)),
            _ if there < own => wire
                .into
                .get_mut(there)
                .and_then(|row| row.get_mut(here - own)),
            _ => None,
        };
        if let Some(cell) = cell {
            *cell += count;
        }
    }
    match (0..own).find(|&row| {
        wire.out
            .get(row)
            .is_some_and(|row| row.iter().all(|cell| *cell == 0.0))
    }) {
        None => Ok(wire),
        Some(empty) => {
            let name = ends.list.get(empty).map_or("", |end| end.name.as_str());
            Err(Fault {
                file: raw.join(&words.folder).join(&words.file),
                place: name.to_owned(),
                field: words.from.clone(),
                reason: "nobody who lives there works anywhere".to_owned(),
                advice: "Check the codes of the table and [[retired]] in place.toml".to_owned(),
            }
            .into())
        }
    }
}
