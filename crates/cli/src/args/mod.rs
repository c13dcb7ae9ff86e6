//! What can be typed after `roadmap`.

mod model;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub use self::model::*;

/// The roadmap explorer on the command line, for analysts and data authors.
#[derive(Debug, Parser)]
#[command(name = "roadmap", version, about, disable_help_subcommand = true)]
pub struct Args {
    /// Folder that holds the pack [default: public/data, here or in a folder above]
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// What the command line does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read the raw folders and write the pack
    Pack(PackArgs),
    /// Explain every fault of a pack; exit 0 with no fault, 1 with findings
    Check {
        /// The core pack, or its small-area companion beside it
        path: PathBuf,
        /// How to write the findings
        #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
        format: CheckFormat,
    },
    /// List what is measured
    Measures {
        /// How to write the list
        #[arg(long, value_enum, default_value_t = TableFormat::Csv)]
        format: TableFormat,
    },
    /// Every published figure of an area
    Indicators {
        /// The area's code or name
        area: String,
        /// How to write the figures
        #[arg(long, value_enum, default_value_t = TableFormat::Csv)]
        format: TableFormat,
    },
    /// A measure over all areas of a level: classes, clusters and inequality, or the values
    Map(MapArgs),
    /// A place's industries: jobs, shares, specialisation against a benchmark
    Sectors(SectorsArgs),
    /// A place's growth of jobs: with the nation, by its mix of industries, from the place
    ShiftShare(ShiftShareArgs),
    /// Economic complexity of all districts and of industries
    Complexity(ComplexityArgs),
    /// How near each industry is to what a place is specialised in
    Density(DensityArgs),
    /// Input-output multipliers of the nation, and of a place by Flegg's quotient
    Multipliers(MultipliersArgs),
    /// What can be moved in the scenario model: range, effect with its band, grade and source
    Levers(EvidenceArgs),
    /// The named futures of the scenario model, and what each moves; or what a file of your own does
    Scenarios(ScenariosArgs),
    /// What the scenario model is unsure of, and its fixed numbers, with grade and source
    Assumptions(EvidenceArgs),
    /// Every output of a future by year, with its band and its difference from the baseline
    Run(RunArgs),
    /// What an answer of the scenario model hangs on
    Sensitivity(SensitivityArgs),
    /// What each lever of a future adds, alone and as its share of the whole
    Contributions(ContributionsArgs),
    /// School places by phase and care-home places by age that people will need, with their range
    Demand(DemandArgs),
    /// Which results of which futures moved against the last reference; exit 0 when none, else 1
    CompareRelease(CompareReleaseArgs),
    /// A district's people by single year of age, households and dwellings, year by year
    Project(ProjectArgs),
    /// The past told again from the raw files, beside simple rules and what came
    Hindcast(HindcastArgs),
    /// The roadmap's actions, with what they lean on and what they should move
    Actions {
        /// How to write the list
        #[arg(long, value_enum, default_value_t = TableFormat::Csv)]
        format: TableFormat,
    },
    /// What people have written, before it is packed
    #[command(subcommand)]
    Content(ContentCommand),
    /// The small area, the middle area and the district at a point
    Locate {
        /// Degrees east (west is negative)
        #[arg(allow_negative_numbers = true, value_name = "LON")]
        lon_deg: f64,
        /// Degrees north
        #[arg(allow_negative_numbers = true, value_name = "LAT")]
        lat_deg: f64,
        /// How to write the answer
        #[arg(long, value_enum, default_value_t = LocateFormat::Text)]
        format: LocateFormat,
    },
}

/// What can be done with the content folder.
#[derive(Debug, Subcommand)]
pub enum ContentCommand {
    /// Explain every fault of the roadmap's files; exit 0 with no fault, 1 with findings
    Check {
        /// Folder of the content files [default: content, here or in a folder above]
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        /// How to write the findings
        #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
        format: CheckFormat,
    },
}

/// Where `pack` reads and writes.
#[derive(Debug, clap::Args)]
pub struct PackArgs {
    /// Folder of the raw folders [default: shared/data beside the project]
    #[arg(long, value_name = "DIR")]
    pub raw: Option<PathBuf>,
    /// Folder of the content files [default: content, here or in a folder above]
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// Folder to write to [default: the folder that holds the pack]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Test every map for clusters again, also where figures are as in the pack that is there
    #[arg(long)]
    pub anew: bool,
}

/// What `map` is asked.
#[derive(Debug, clap::Args)]
pub struct MapArgs {
    /// The measure's slug, as listed by `measures`
    pub measure: String,
    /// The level of the areas [default: the smallest at which the measure is told]
    #[arg(long, value_enum)]
    pub level: Option<MapLevel>,
    /// The period as published [default: the latest]
    #[arg(long)]
    pub period: Option<String>,
    /// How classes are drawn
    #[arg(long, value_enum, default_value_t = MapMethod::FisherJenks)]
    pub method: MapMethod,
    /// How many classes; the published tenths are always ten
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(2..=9))]
    pub classes: u8,
    /// How to write the answer: csv and geojson hold the values
    #[arg(long, value_enum, default_value_t = MapFormat::Json)]
    pub format: MapFormat,
}

/// What `sectors` is asked.
#[derive(Debug, clap::Args)]
pub struct SectorsArgs {
    /// The place's code or name
    pub area: String,
    /// How fine the industries are
    #[arg(long, value_enum, default_value_t = RowsLevel::Section)]
    pub level: RowsLevel,
    /// The year counted [default: the latest told at this level]
    #[arg(long)]
    pub year: Option<u16>,
    /// What to compare with: a code or name, the initials of the whole country, `neighbours` or
    /// `similar` [default: the whole country]
    #[arg(long, value_name = "AREA")]
    pub against: Option<String>,
    /// Count jobs through employment agencies
    #[arg(long)]
    pub include_agencies: bool,
    /// How to write the answer: csv holds the rows only
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    pub format: TableFormat,
}

/// What `shift-share` is asked.
#[derive(Debug, clap::Args)]
pub struct ShiftShareArgs {
    /// The place's code or name
    pub area: String,
    /// The first year
    #[arg(long, value_name = "YEAR")]
    pub from: u16,
    /// The last year
    #[arg(long, value_name = "YEAR")]
    pub to: u16,
    /// How fine the industries are
    #[arg(long, value_enum, default_value_t = CoarseLevel::Section)]
    pub level: CoarseLevel,
    /// Count jobs through employment agencies
    #[arg(long)]
    pub include_agencies: bool,
    /// How to write the answer: csv holds the rows only
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    pub format: TableFormat,
}

/// What `complexity` is asked.
#[derive(Debug, clap::Args)]
pub struct ComplexityArgs {
    /// How fine the industries are
    #[arg(long, value_enum, default_value_t = CoarseLevel::Division)]
    pub level: CoarseLevel,
    /// Count jobs through employment agencies
    #[arg(long)]
    pub include_agencies: bool,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = JsonFormat::Json)]
    pub format: JsonFormat,
}

/// What `density` is asked.
#[derive(Debug, clap::Args)]
pub struct DensityArgs {
    /// The place's code or name
    pub area: String,
    /// How fine the industries are
    #[arg(long, value_enum, default_value_t = CoarseLevel::Division)]
    pub level: CoarseLevel,
    /// Count jobs through employment agencies
    #[arg(long)]
    pub include_agencies: bool,
    /// How to write the answer: csv holds the rows only
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    pub format: TableFormat,
}

/// What `multipliers` is asked.
#[derive(Debug, clap::Args)]
pub struct MultipliersArgs {
    /// The place's code or name
    #[arg(long)]
    pub area: String,
    /// How strongly the place's size counts, 0 to below 1
    #[arg(long, default_value_t = roadmap_core::sectors::USUAL_DELTA)]
    pub delta: f64,
    /// How to write the answer: csv holds the rows only
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    pub format: TableFormat,
}

/// How fine industries are, or which sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RowsLevel {
    /// A letter
    Section,
    /// Two digits
    Division,
    /// Three digits
    Group,
    /// Four digits
    Class,
    /// Five digits
    Sic5,
    /// The roadmap's own sectors
    Roadmap,
    /// The Industrial Strategy's sectors, which overlap
    IndustrialStrategy,
}

/// Levels at which jobs of every district are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CoarseLevel {
    /// A letter
    Section,
    /// Two digits
    Division,
}

/// Levels of areas that a map can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MapLevel {
    /// Districts
    District,
    /// Middle layer areas, about 8,000 people
    Msoa,
    /// Lower layer areas, about 1,600 people
    Lsoa,
}

/// Ways of drawing classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MapMethod {
    /// Natural breaks: the least squared deviation within classes
    FisherJenks,
    /// About the same number of areas in each class
    Quantile,
    /// The same width for each class
    Equal,
    /// The tenths that the publisher has drawn for the whole country
    Deciles,
    /// As many classes above the county's value, or the next larger area's, as below it
    Around,
}

/// How a map is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MapFormat {
    /// One object: breaks, counts, clusters, inequality
    Json,
    /// A header and a line per area
    Csv,
    /// The areas' shapes with their values
    Geojson,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// A header and a line per row
    Csv,
    /// One object
    Json,
}

/// How an answer of several tables is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum JsonFormat {
    /// One object
    Json,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For reading
    Text,
    /// One object
    Json,
}

/// How a location is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LocateFormat {
    /// For reading
    Text,
    /// One object
    Json,
}
