//! The areas of the core pack, and the names of every English district.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::wire::AreaWire;

use super::shapes::Feature;
use crate::content::Place;
use crate::problem::{Fault, Problem};
use crate::table::Table;

/// Names of authorities, regions and countries by code.
pub struct Names {
    file: PathBuf,
    by_code: BTreeMap<String, String>,
    active: BTreeMap<String, String>,
    regions: BTreeMap<String, String>,
    counties: BTreeMap<String, String>,
    countries: BTreeMap<String, String>,
}

impl Names {
    /// Reads the table of authorities.
    ///
    /// # Errors
    /// A fault when a column is not there.
    pub fn read(file: &Path) -> Result<Self, Problem> {
        let table = Table::read(file)?;
        let mut by_code = BTreeMap::new();
        for (code, name) in [
            ("LADCD", "LADNM"),
            ("UTLACD", "UTLANM"),
            ("RGNCD", "RGNNM"),
            ("CTRYCD", "CTRYNM"),
        ] {
            let (code, name) = (table.column(code)?, table.column(name)?);
            for row in table.rows() {
                by_code.insert(row.text(code).to_owned(), row.text(name).to_owned());
            }
        }
        let (code, region) = (table.column("LADCD")?, table.column("RGNCD")?);
        let (county, country) = (table.column("UTLACD")?, table.column("CTRYCD")?);
        let active = table.optional_column("LADCD_ACTIVE").unwrap_or(code);
        let pairs = |to| {
            table
                .rows()
                .map(move |row| (row.text(code).to_owned(), row.text(to).to_owned()))
        };
        Ok(Self {
            file: file.to_owned(),
            by_code,
            active: pairs(active).collect(),
            regions: pairs(region).collect(),
            counties: pairs(county).collect(),
            countries: pairs(country).collect(),
        })
    }

    /// The code in force for a district's code.
    pub fn active<'a>(&'a self, code: &'a str) -> &'a str {
        self.active.get(code).map_or(code, String::as_str)
    }

    /// Codes of a district's upper authority (the county, or itself), region and country; empty
    /// where it has none.
    pub fn holders(&self, code: &str) -> [String; 3] {
        [&self.counties, &self.regions, &self.countries]
            .map(|holders| holders.get(code).cloned().unwrap_or_default())
    }

    /// Whether a code is one of the table's districts.
    pub fn is_district(&self, code: &str) -> bool {
        self.active.contains_key(code)
    }

    /// The codes in force of a region's districts, ascending.
    pub fn of_region(&self, region: &str) -> impl Iterator<Item = &str> {
        self.regions
            .iter()
            .filter(move |(code, own)| *own == region && self.active(code) == code.as_str())
            .map(|(code, _)| code.as_str())
    }

    /// The name of a code.
    ///
    /// # Errors
    /// A [`Fault`] naming the code that has none.
    pub fn of(&self, code: &str) -> Result<String, Problem> {
        self.by_code.get(code).cloned().ok_or_else(|| {
            Fault {
                file: self.file.clone(),
                place: format!("code {code}"),
                field: String::new(),
                reason: "no row has this code".to_owned(),
                advice: "Correct the code in place.toml, or fetch a newer table".to_owned(),
            }
            .into()
        })
    }

    /// The names of codes, in the same order.
    ///
    /// # Errors
    /// As [`Names::of`].
    pub fn of_all(&self, codes: &[String]) -> Result<Vec<String>, Problem> {
        codes.iter().map(|code| self.of(code)).collect()
    }
}

/// Country, region, county and districts: largest first, then by name.
///
/// # Errors
/// A [`Fault`] when a code has no name.
pub fn core_areas(
    place: &Place,
    names: &Names,
    districts: &[Feature],
) -> Result<Vec<AreaWire>, Problem> {
    let larger = &place.place;
    let mut areas = vec![
        area(
            &larger.country,
            names.of(&larger.country)?,
            Level::Country,
            None,
        ),
        area(
            &larger.region,
            names.of(&larger.region)?,
            Level::Region,
            Some(&larger.country),
        ),
        area(
            &larger.county,
            names.of(&larger.county)?,
            Level::County,
            Some(&larger.region),
        ),
    ];
    let mut inside: Vec<AreaWire> = districts
        .iter()
        .map(|district| {
            area(
                &district.code,
                district.name.clone(),
                Level::District,
                Some(&larger.county),
            )
        })
        .collect();
    inside.sort_by(|a, b| a.name.cmp(&b.name));
    areas.append(&mut inside);
    Ok(areas)
}

fn area(code: &str, name: String, level: Level, parent: Option<&str>) -> AreaWire {
    AreaWire {
        code: code.to_owned(),
        name,
        level: level.key().to_owned(),
        vintage: Vintage::Current.key().to_owned(),
        parent: parent.map(str::to_owned),
    }
}
