//! `place.toml`: the place, its codes, where its raw files lie, and what must be true of them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Names and codes.
    pub place: Names,
    /// How the product is called here.
    pub product: Product,
    /// What the pack is called.
    pub pack: Pack,
    /// Codes of the place that were replaced.
    #[serde(default)]
    pub retired: Vec<Recode>,
    /// Codes of districts elsewhere that were replaced without a change of name.
    #[serde(default)]
    pub recoded: Vec<Recode>,
    /// Raw folders and files by what they are for.
    pub raw: Raw,
    /// Districts that a publisher tells as one.
    #[serde(default)]
    pub merged: Vec<Merged>,
    /// Tables of journeys to work, in order of time.
    #[serde(default)]
    pub commuting: Vec<Commuting>,
    /// Towns by which people find their way.
    #[serde(default, rename = "town")]
    pub towns: Vec<Town>,
    /// The table of railway stations.
    pub stations: Option<Stations>,
    /// What must be true of the figures.
    #[serde(default)]
    pub checks: Checks,
}

/// Names and codes of the place. The file may say more, for other readers of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Names {
    /// Its name.
    pub name: String,
    /// The code of the county.
    pub county: String,
    /// The code of its region.
    pub region: String,
    /// The code of its country.
    pub country: String,
    /// The code of the region that is the large city next door, if there is one.
    pub metropolis: Option<String>,
    /// What people call it.
    pub metropolis_name: Option<String>,
}

/// Districts that a publisher tells as one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merged {
    /// Their code together.
    pub code: String,
    /// Their name together.
    pub name: String,
    /// Their own codes.
    pub of: Vec<String>,
}

/// A table of journeys to work, a row per pair of districts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commuting {
    /// What its columns begin with when measures name them.
    pub key: String,
    /// The key of a source of the small-area companion.
    pub source: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its file.
    pub file: PathBuf,
    /// The column of codes of homes.
    pub from: String,
    /// The column of codes of workplaces.
    pub to: String,
    /// The column of people.
    pub people: String,
    /// The day.
    pub period: String,
    /// Whether people travelled as they usually do.
    pub is_usual: bool,
    /// What to know before trusting it.
    pub caution: String,
    /// The column that tells travellers from people at home, if there is one.
    pub way: Option<WayColumn>,
}

/// A column that tells travellers from people at home.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayColumn {
    /// Its name.
    pub column: String,
    /// What stands in it for those who travel.
    pub travelling: String,
    /// What stands in it for those at home or without a fixed workplace.
    pub at_home: String,
}

/// A town, by the neighbourhoods that make it up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Town {
    /// Its name.
    pub name: String,
    /// How the names of its middle layer areas begin.
    #[serde(default)]
    pub labels: Vec<String>,
    /// Codes of districts that are all town.
    #[serde(default)]
    pub districts: Vec<String>,
}

/// The table of railway stations.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stations {
    /// Its folder.
    pub folder: PathBuf,
    /// Its file.
    pub file: PathBuf,
    /// The column of names.
    pub name: String,
    /// The column of codes of districts.
    pub district: String,
    /// The column of eastings on the British National Grid, in metres.
    pub easting: String,
    /// The column of northings, in metres.
    pub northing: String,
    /// The column by which stations are put in order.
    pub size: String,
}

/// How the product is called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Its name.
    pub name: String,
    /// One sentence: what it is for.
    pub purpose: String,
}

/// What the pack is called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// The version of the figures.
    pub version: String,
    /// The file name of the core pack.
    pub file: String,
    /// The file name of the small-area companion.
    pub small_areas_file: String,
    /// The file name of the content companion.
    pub content_file: String,
    /// The file name of the Britain companion; none when there is no `industries.toml`.
    pub britain_file: Option<String>,
    /// The file name of the coarse shapes of every district, if there are any.
    pub britain_shapes_file: Option<String>,
    /// The file name of the model companion; none when there is no folder `model`.
    pub model_file: Option<String>,
    /// The file name of the roadmap companion; none when there is no folder `roadmap`.
    pub roadmap_file: Option<String>,
}

/// A code that was replaced by another for the same ground.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recode {
    /// The old code.
    pub from: String,
    /// The code in force.
    pub to: String,
}

/// Raw folders, and the files in them, by what they are for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raw {
    /// Folder of the challenge series.
    pub explore: PathBuf,
    /// Folder of deprivation.
    pub deprivation: PathBuf,
    /// Its table by district.
    pub deprivation_file: PathBuf,
    /// The column of codes in that table.
    pub deprivation_code: String,
    /// The period of that table.
    pub deprivation_period: String,
    /// Folder of the place's own shapes.
    pub boundaries: PathBuf,
    /// Its county.
    pub county_file: PathBuf,
    /// Its districts.
    pub districts_file: PathBuf,
    /// Its wards.
    pub wards_file: PathBuf,
    /// Its middle layer areas of the 2011 census.
    pub msoa_2011_file: PathBuf,
    /// Its middle layer areas of the 2021 census.
    pub msoa_2021_file: PathBuf,
    /// Its lower layer areas of the 2011 census.
    pub lsoa_2011_file: PathBuf,
    /// Its lower layer areas of the 2021 census.
    pub lsoa_2021_file: PathBuf,
    /// Folder of the shapes around the place.
    pub neighbours: PathBuf,
    /// Its districts.
    pub neighbours_file: PathBuf,
    /// Folder of coarse shapes of every district of the country; only for journeys to work.
    #[serde(default)]
    pub country_shapes: PathBuf,
    /// Its file.
    #[serde(default)]
    pub country_shapes_file: PathBuf,
    /// Folder of lookups between area codes.
    pub lookups: PathBuf,
    /// Its table of every local authority.
    pub authorities_file: PathBuf,
    /// Its table of which small area lies in which.
    pub lsoa_file: PathBuf,
    /// Its table of 2011 and 2021 lower layer areas.
    pub lsoa_changes_file: PathBuf,
    /// Its table of 2011 and 2021 middle layer areas.
    pub msoa_changes_file: PathBuf,
}

/// What must be true of the figures, or no pack is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Checks {
    /// How many districts the country has.
    pub english_districts: Option<usize>,
    /// How many areas there are of a kind.
    pub count: Vec<CountCheck>,
    /// The box around the place.
    pub extent: Option<ExtentCheck>,
    /// How large the place is.
    pub area_sq_km: Option<SizeCheck>,
    /// Single figures.
    pub series: Vec<FigureCheck>,
    /// Sums of small areas.
    pub column: Vec<SumCheck>,
    /// Sums of raw rows, before anything is made of them.
    pub raw: Vec<RawCheck>,
}

/// What the rows of a raw table must add up to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCheck {
    /// What it is, in words.
    pub what: String,
    /// The table, below the folder of the raw folders.
    pub file: String,
    /// The column that is added up.
    pub column: String,
    /// Columns that must hold the code of a district of the place.
    #[serde(default)]
    pub inside: Vec<String>,
    /// Columns that must hold another code.
    #[serde(default)]
    pub outside: Vec<String>,
    /// Columns that must hold these words.
    #[serde(default)]
    pub rows: BTreeMap<String, String>,
    /// The sum expected.
    pub value: f64,
    /// How far it may be off.
    pub tolerance: f64,
}

/// How many areas there must be of one level and vintage.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountCheck {
    /// What they are, in words.
    pub what: String,
    /// The key of their level.
    pub level: String,
    /// The key of their vintage.
    pub vintage: String,
    /// How many.
    pub count: usize,
}

/// The box around the place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtentCheck {
    /// What it is, in words.
    pub what: String,
    /// Its least longitude.
    pub west_deg: f64,
    /// Its greatest longitude.
    pub east_deg: f64,
    /// Its least latitude.
    pub south_deg: f64,
    /// Its greatest latitude.
    pub north_deg: f64,
    /// How far each may be off.
    pub tolerance_deg: f64,
}

/// How large the place is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SizeCheck {
    /// What it is, in words.
    pub what: String,
    /// The area's code.
    pub area: String,
    /// Square kilometres.
    pub value: f64,
    /// How far it may be off.
    pub tolerance: f64,
}

/// A figure the pack must show.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureCheck {
    /// What it is, in words.
    pub what: String,
    /// The measure's slug.
    pub measure: String,
    /// The area's code.
    pub area: String,
    /// The period as published.
    pub period: String,
    /// The value expected.
    pub value: f64,
    /// How far it may be off.
    pub tolerance: f64,
}

/// What the small areas of a place must add up to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SumCheck {
    /// What it is, in words.
    pub what: String,
    /// The key of the column.
    pub column: String,
    /// The key of its level.
    pub level: String,
    /// The period as published.
    pub period: String,
    /// The code of a district; the whole place when there is none.
    pub district: Option<String>,
    /// The sum expected.
    pub value: f64,
    /// How far it may be off.
    pub tolerance: f64,
}

impl Place {
    /// The code in force for a published code.
    pub fn current_code<'a>(&'a self, code: &'a str) -> &'a str {
        self.retired
            .iter()
            .chain(&self.recoded)
            .find(|recode| recode.from == code)
            .map_or(code, |recode| &recode.to)
    }
}

impl Raw {
    /// Every raw folder by the key it has in `[raw]`.
    pub fn folders(&self) -> BTreeMap<&'static str, &PathBuf> {
        BTreeMap::from([
            ("explore", &self.explore),
            ("deprivation", &self.deprivation),
            ("boundaries", &self.boundaries),
            ("neighbours", &self.neighbours),
            ("lookups", &self.lookups),
        ])
    }
}
