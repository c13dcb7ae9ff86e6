//! `model/region.toml`: where the scenario model's starting figures come from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::SmallSource;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Which years are modelled.
    pub years: Years,
    /// From which years rates are taken.
    pub past: Past,
    /// How measured migration is smoothed.
    pub smoothing: Smoothing,
    /// The country's people to come.
    pub country: Country,
    /// Households and homes.
    pub homes: Homes,
    /// Who works.
    pub work: Work,
    /// Jobs.
    pub jobs: Jobs,
    /// Output.
    pub output: Output,
    /// Distances.
    pub density: Density,
    /// Who buys from whom.
    pub purchases: Purchases,
    /// Emissions.
    pub emissions: Emissions,
    /// Slugs of series through time.
    pub series: Series,
    /// Files.
    pub tables: Tables,
    /// What was observed before.
    pub history: History,
    /// What others expect.
    #[serde(default, rename = "outlook")]
    pub outlooks: Vec<Outlook>,
    /// Raw folders as sources; their SOURCE.toml says the rest.
    #[serde(rename = "source")]
    pub sources: Vec<SmallSource>,
    /// What must be true of the figures.
    #[serde(default, rename = "check")]
    pub checks: Vec<Check>,
}

/// Which years are modelled.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// The year of every starting figure.
    pub base: u16,
    /// The last year.
    pub last: u16,
}

/// From which years rates are taken. A step is named by the year it starts in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Past {
    /// The last year of people by single age.
    pub people: u16,
    /// Years of deaths.
    pub mortality: Vec<u16>,
    /// The year of births.
    pub fertility: u16,
    /// The first step whose migration is averaged.
    pub first_step: u16,
    /// The last one.
    pub last_step: u16,
    /// The last step whose births are told by years to June.
    pub births_to_june_until: u16,
    /// The last calendar year of births and deaths.
    pub births_until: u16,
    /// The first year of the change that net migration in all is taken from.
    pub level_first: u16,
    /// The last year of it.
    pub level_last: u16,
    /// Which national death rates count for which steps.
    pub deaths: Vec<Edition>,
    /// Which national births by age of mother count.
    pub births: EditionYear,
}

/// National rates up to a year.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The last step they count for.
    pub until: u16,
    /// The year the projection starts in.
    pub edition: u16,
    /// The first year that is read; it stands in for those before.
    pub first: u16,
}

/// One year of one projection.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionYear {
    /// The year the projection starts in.
    pub edition: u16,
    /// The year that is read.
    pub year: u16,
}

/// How measured migration is smoothed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smoothing {
    /// First and last ages of runs that take the mean with their neighbours.
    pub averaged: Vec<(usize, usize)>,
    /// From this age on all take one mean.
    pub common_from: usize,
    /// First and last age of students.
    pub students: (usize, usize),
    /// Nobody counts as a mover from this age on.
    pub movers_until: usize,
}

/// The country's people to come.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// The year the projection starts in.
    pub edition: u16,
    /// Which of its variants.
    pub variant: String,
}

/// Households and homes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Homes {
    /// The year household rates are of.
    pub headship_year: u16,
    /// Up to this age nobody heads a household.
    pub no_household_before: f64,
    /// Bands of ages.
    pub bands: Vec<HouseholdBand>,
    /// The March whose stock is known.
    pub stock_year: u16,
    /// The last financial year, by its start, whose additions are counts.
    pub counted_until: u16,
    /// The first financial year whose additions count towards completions.
    pub completions_first: u16,
    /// Share of the last financial year that has passed in the middle of the base year.
    pub part_of_last_year: f64,
}

/// A band of ages of people who head households.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseholdBand {
    /// What it is called in the table.
    pub name: String,
    /// Its first age.
    pub first: usize,
    /// Its last age.
    pub last: usize,
    /// The age that stands for it.
    pub age: f64,
}

/// Who works.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// The year of national activity rates.
    pub activity_year: u16,
    /// What they are called in the table.
    pub activity_measure: String,
    /// Bands of ages.
    pub bands: Vec<ActivityBand>,
    /// First and last of the working ages.
    pub working_ages: (u8, u8),
    /// Years whose inactivity is averaged.
    pub inactivity_years: Vec<u16>,
    /// Years whose unemployment is averaged.
    pub unemployment_years: Vec<u16>,
    /// How codes of places of work in the metropolis begin.
    pub metropolis_prefix: String,
    /// Other codes of places of work in it.
    pub metropolis_also: Vec<String>,
    /// The year commuters were counted.
    pub commuting_year: u16,
}

/// A band of ages of people in the labour force.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityBand {
    /// What it is called in the table.
    pub name: String,
    /// The age from which its rate holds.
    pub from: u8,
}

/// Jobs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jobs {
    /// The division of employment agencies.
    pub agencies: String,
    /// Its section.
    pub agencies_section: char,
    /// The first year of the country's growth by section.
    pub growth_first: u16,
    /// The last year of it.
    pub growth_last: u16,
}

/// Output.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// The year told.
    pub year: u16,
    /// The row of everything.
    pub total: String,
    /// The row of imputed rent.
    pub imputed_rent: String,
    /// A row that is left out besides.
    pub dropped: String,
    /// Rows of sections.
    pub sections: BTreeMap<char, String>,
    /// The row of property without imputed rent.
    pub property: String,
    /// The row of property with it.
    pub property_with_rent: String,
    /// Two rows of two sections each.
    pub pairs: [OutputPair; 2],
    /// The row that holds agencies.
    pub agencies: String,
    /// The divisions of that row.
    pub agencies_divisions: Vec<String>,
    /// How codes of the country's districts begin.
    pub country_prefixes: Vec<String>,
}

/// A row of two sections.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutputPair {
    /// Its code.
    pub row: String,
    /// Letters of its sections.
    pub sections: [char; 2],
}

/// Distances.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Density {
    /// The layer of districts.
    pub layer: String,
    /// Kilometres of a degree of longitude at the equator.
    pub lon_km: f64,
    /// Kilometres of a degree of latitude.
    pub lat_km: f64,
}

/// Who buys from whom.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purchases {
    /// The year of the table.
    pub year: u16,
    /// Letters of sections that buy for the public.
    pub public_sections: Vec<char>,
    /// The row of output.
    pub output: String,
    /// Industries that are left out.
    pub dropped: Vec<String>,
}

/// Emissions.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Emissions {
    /// The year told by sector.
    pub year: u16,
    /// The first year of the change per head.
    pub per_head_first: u16,
    /// The last year of it.
    pub per_head_last: u16,
}

/// Slugs of series through time.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Residents.
    pub people: String,
    /// Residents aged 0 to 15, percent.
    pub aged_0_15: String,
    /// Residents aged 16 to 64, percent.
    pub aged_16_64: String,
    /// Residents aged 65 and over, percent.
    pub aged_65_plus: String,
    /// Net additions to homes per 1,000.
    pub additions: String,
    /// Inactive, percent.
    pub inactivity: String,
    /// Unemployed, percent.
    pub unemployment: String,
    /// Weekly pay.
    pub pay: String,
    /// Prices over earnings.
    pub affordability: String,
    /// Claimants, percent.
    pub claimants: String,
    /// Emissions per head.
    pub emissions: String,
}

/// What was observed before: keys of sources, and years.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// Of residents.
    pub population: String,
    /// Of net additions to homes.
    pub completions: String,
    /// Of prices over earnings.
    pub affordability: String,
    /// Of jobs.
    pub jobs: String,
    /// Of output.
    pub gva: String,
    /// Of emissions.
    pub co2: String,
    /// The earlier years of jobs.
    pub jobs_years: Vec<u16>,
    /// Divisions that the model drops besides agencies.
    pub dropped_divisions: Vec<String>,
    /// The first year of emissions.
    pub co2_first: u16,
    /// The first financial year of net additions, by its start.
    pub completions_first: u16,
}

/// What somebody else expects.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlook {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Why it differs from the model.
    pub note: String,
    /// Which table it is in.
    pub table: OutlookTable,
    /// The column of persons, who are added up over all other columns.
    pub value: String,
    /// The key of a source.
    pub source: String,
}

/// The tables of people to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutlookTable {
    /// By single year of age and sex.
    Projected,
    /// All ages in one number.
    ProjectedLater,
}

/// A raw file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFile {
    /// Its folder.
    pub folder: PathBuf,
    /// Its name.
    pub file: PathBuf,
}

impl RawFile {
    /// Where it is.
    #[must_use]
    pub fn under(&self, raw: &Path) -> PathBuf {
        raw.join(&self.folder).join(&self.file)
    }
}

/// Every raw file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tables {
    /// The folder of series through time, a file per slug.
    pub explore: RawFile,
    /// Residents by single year of age.
    pub estimates: RawFile,
    /// Births and deaths by years to June.
    pub components: RawFile,
    /// Births and deaths by calendar years.
    pub births_deaths: RawFile,
    /// National probabilities of death.
    pub national_deaths: RawFile,
    /// National births by age of mother.
    pub national_births: RawFile,
    /// The country's people to come.
    pub national_people: RawFile,
    /// Households by age.
    pub households: RawFile,
    /// People to come by district, as the households were projected.
    pub projected: RawFile,
    /// A later projection of people by district.
    pub projected_later: RawFile,
    /// Dwellings.
    pub stock: RawFile,
    /// Net additions in counts.
    pub additions: RawFile,
    /// National activity rates.
    pub activity: RawFile,
    /// Commuters.
    pub commuting: RawFile,
    /// Jobs by section.
    pub jobs: RawFile,
    /// Jobs by division.
    pub divisions: RawFile,
    /// Jobs by division of earlier years.
    pub earlier_divisions: RawFile,
    /// The country's jobs by five-digit industry and year.
    pub country_jobs: RawFile,
    /// Which section each five-digit industry is in.
    pub classification: RawFile,
    /// Output at current prices.
    pub output: RawFile,
    /// Output in chained volumes.
    pub output_volume: RawFile,
    /// Shapes of districts.
    pub shapes: RawFile,
    /// Who buys from whom.
    pub purchases: RawFile,
    /// What its codes mean.
    pub purchase_codes: RawFile,
    /// The country's jobs by its industries.
    pub purchase_jobs: RawFile,
    /// Emissions by sector.
    pub emissions: RawFile,
    /// Qualifications by small area.
    pub qualifications: RawFile,
}

/// A figure that must lie in a range.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What it is, in words.
    pub what: String,
    /// The key of the figure.
    pub figure: String,
    /// `county` or `district`: every one of them.
    pub of: String,
    /// The least it may be.
    pub least: f64,
    /// The most it may be.
    pub most: f64,
}
