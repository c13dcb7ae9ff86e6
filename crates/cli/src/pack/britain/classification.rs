//! Codes and names of industries, from the published table and the names in content.

use std::collections::{BTreeMap, BTreeSet};

use roadmap_core::data::IndustryLevel;
use roadmap_core::data::wire::ClassificationWire;

use super::Given;
use crate::content::Industries;
use crate::problem::{Fault, Problem};
use crate::table::Table;

/// The classification, and what is asked of it while packing.
pub struct Read {
    /// As it is packed.
    pub wire: ClassificationWire,
    /// Codes of divisions in ascending order.
    pub divisions: Vec<String>,
    /// Codes of five-digit industries in ascending order.
    pub sic5: Vec<String>,
    /// Five-digit industries and divisions that are left out.
    pub dropped: BTreeSet<String>,
    sections: BTreeMap<String, String>,
}

impl Read {
    /// The section of a division.
    pub fn section_of(&self, division: &str) -> &str {
        self.sections.get(division).map_or("", String::as_str)
    }

    /// Whether a code is an industry's, at any level.
    pub fn knows(&self, code: &str) -> bool {
        self.wire.codes.iter().any(|own| own == code)
    }

    /// Whether a five-digit industry lies inside one of any level, or is it.
    pub fn is_inside(&self, sic5: &str, code: &str) -> bool {
        match IndustryLevel::of_code(code) {
            Some(IndustryLevel::Section) => sic5
                .get(..2)
                .is_some_and(|own| self.section_of(own) == code),
            _ => sic5.starts_with(code),
        }
    }
}

/// Reads the table of five-digit industries and names all that holds them.
///
/// # Errors
/// A [`Fault`] at a row that is no industry, stands twice or puts a division into a second
/// section; and for a code without a name, or a name without a code.
pub fn read(words: &Industries, given: &Given<'_>) -> Result<Read, Problem> {
    let own = &words.classification;
    let table = Table::read(&given.raw.join(&own.folder).join(&own.file))?;
    let [code, name, section] = [
        table.column(&own.code)?,
        table.column(&own.name)?,
        table.column(&own.section)?,
    ];
    let mut sections: BTreeMap<String, String> = BTreeMap::new();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut dropped = BTreeSet::new();
    for row in table.rows() {
        let own_code = row.text(code);
        let division = own_code.get(..2).unwrap_or_default();
        if IndustryLevel::of_code(own_code) != Some(IndustryLevel::Sic5) {
            let reason = format!("“{own_code}” is not a five-digit industry");
            return Err(row.fault(code, reason, "Write five digits without dots"));
        }
        let own_section = row.text(section);
        if own.dropped_sections.iter().any(|one| one == own_section) {
            dropped.extend([own_code.to_owned(), division.to_owned()]);
            continue;
        }
        let before = sections.insert(division.to_owned(), own_section.to_owned());
        if let Some(before) = before.filter(|before| before != own_section) {
            let reason = format!("division {division} is in section {before} already");
            return Err(row.fault(section, reason, "Put each division in one section"));
        }
        if names
            .insert(own_code.to_owned(), row.text(name).to_owned())
            .is_some()
        {
            let reason = format!("{own_code} stands twice");
            return Err(row.fault(code, reason, "Remove one of the two rows"));
        }
    }
    let sic5: Vec<String> = names.keys().cloned().collect();
    let codes = in_order(&sic5, &sections);
    let fault = |field: &str, reason: String, advice: &str| {
        Problem::from(Fault {
            file: given.content.join("industries.toml"),
            place: "names".to_owned(),
            field: field.to_owned(),
            reason,
            advice: advice.to_owned(),
        })
    };
    if let Some(unknown) = words.names.keys().find(|named| !codes.contains(named)) {
        let reason = "no industry has this code".to_owned();
        return Err(fault(
            unknown,
            reason,
            "Correct the code, or remove the line",
        ));
    }
    let mut packed = Vec::with_capacity(codes.len());
    for (position, own) in codes.iter().enumerate() {
        let name = names.get(own).or_else(|| words.names.get(own));
        let is_only = is_only_inside(&codes, position);
        if name.is_none() && !is_only {
            let reason = "it holds several industries and has no name".to_owned();
            return Err(fault(own, reason, "Add its name"));
        }
        packed.push(name.cloned().unwrap_or_default());
    }
    Ok(Read {
        wire: ClassificationWire {
            names: packed,
            agencies: own.agencies.clone(),
            codes,
        },
        divisions: sections.keys().cloned().collect(),
        sic5,
        dropped,
        sections,
    })
}

/// Every code, each followed by those inside it.
fn in_order(sic5: &[String], sections: &BTreeMap<String, String>) -> Vec<String> {
    let letters: BTreeSet<&String> = sections.values().collect();
    let mut codes = Vec::new();
    for letter in letters {
        codes.push(letter.clone());
        let inside = sic5.iter().filter(|code| {
            code.get(..2).and_then(|division| sections.get(division)) == Some(letter)
        });
        let mut before = "";
        for code in inside {
            for digits in 2..=5 {
                let holder = code.get(..digits).unwrap_or_default();
                if before.get(..digits) != Some(holder) {
                    codes.push(holder.to_owned());
                }
            }
            before = code;
        }
    }
    codes
}

/// Whether the industry at a position holds exactly one of the next finer level.
fn is_only_inside(codes: &[String], position: usize) -> bool {
    let level = |code: &String| IndustryLevel::of_code(code);
    let Some(own) = codes.get(position).and_then(level) else {
        return false;
    };
    let after = codes.get(position + 1..).unwrap_or_default();
    let inside = after.iter().take_while(|code| level(code) > Some(own));
    let finer = after.first().and_then(level);
    finer > Some(own) && inside.filter(|code| level(code) == finer).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_before_those_inside_them() {
        let sic5 = ["01110", "01120", "02100"].map(str::to_owned);
        let sections = [("01", "A"), ("02", "A")];
        let sections = sections.map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        let codes = in_order(&sic5, &sections);
        assert_eq!(
            codes,
            [
                "A", "01", "011", "0111", "01110", "0112", "01120", "02", "021", "0210", "02100"
            ]
        );
        let only: Vec<&str> = (0..codes.len())
            .filter(|position| is_only_inside(&codes, *position))
            .map(|position| codes[position].as_str())
            .collect();
        assert_eq!(only, ["01", "0111", "0112", "02", "021", "0210"]);
    }
}
