//! What can be typed after `roadmap`.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

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
    /// A district's people by single year of age, households and dwellings, year by year
    Project(ProjectArgs),
    /// The past told again from the raw files, beside simple rules and what came
    Hindcast(HindcastArgs),
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

/// What `scenarios` is asked.
#[derive(Debug, clap::Args)]
pub struct ScenariosArgs {
    /// A named future or a scenario file of your own [default: every named future]
    pub scenario: Option<String>,
    /// Moves a lever besides: housing=20
    #[arg(long, value_name = "LEVER=VALUE")]
    pub set: Vec<String>,
    /// Where the evidence is, and how the list is written
    #[command(flatten)]
    pub evidence: EvidenceArgs,
}

/// What `levers` and `assumptions` are asked.
#[derive(Debug, clap::Args)]
pub struct EvidenceArgs {
    /// Folder of content files to read instead of the pack
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// How to write the list: csv has a line per effect of a lever
    #[arg(long, value_enum, default_value_t = TableFormat::Csv)]
    pub format: TableFormat,
}

/// Which future.
#[derive(Debug, clap::Args)]
pub struct FutureArgs {
    /// A named future or a scenario file of your own [default: the baseline]
    pub scenario: Option<String>,
    /// Moves a lever besides: housing=20
    #[arg(long, value_name = "LEVER=VALUE", allow_hyphen_values = true)]
    pub set: Vec<String>,
    /// Switch off the block in which loss of space for work costs jobs, and its output
    #[arg(long)]
    pub without_space: bool,
}

/// What `run` is asked.
#[derive(Debug, clap::Args)]
pub struct RunArgs {
    /// Which future
    #[command(flatten)]
    pub future: FutureArgs,
    /// The last year told [default: the last that is modelled]
    #[arg(long, value_name = "YEAR")]
    pub to: Option<u16>,
    /// How many draws: 0 is the central run alone
    #[arg(long, default_value = "1024", allow_hyphen_values = true)]
    pub draws: String,
    /// The seed of the draws
    #[arg(long, default_value_t = 1)]
    pub seed: u32,
    /// How to write the answer: csv holds no sections
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    pub format: TableFormat,
}

/// What `sensitivity` is asked.
#[derive(Debug, clap::Args)]
pub struct SensitivityArgs {
    /// Which future
    #[command(flatten)]
    pub future: FutureArgs,
    /// Which method
    #[arg(long, value_enum, default_value_t = Method::Tornado)]
    pub method: Method,
    /// The output [default: every headline]
    #[arg(long)]
    pub output: Option<String>,
    /// The area's code or name [default: the whole place]
    #[arg(long)]
    pub area: Option<String>,
    /// The year [default: the last that is modelled]
    #[arg(long)]
    pub year: Option<u16>,
    /// How many ways Morris's method goes
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(2..=1000))]
    pub ways: u32,
    /// How many points Sobol's method takes of each set
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(2..=16384))]
    pub points: u32,
    /// The seed of ways and points
    #[arg(long, default_value_t = 1)]
    pub seed: u32,
    /// How to write the answer: csv holds the rows only
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    pub format: TableFormat,
}

/// What `contributions` is asked.
#[derive(Debug, clap::Args)]
pub struct ContributionsArgs {
    /// Which future
    #[command(flatten)]
    pub future: FutureArgs,
    /// The output [default: every headline]
    #[arg(long)]
    pub output: Option<String>,
    /// The area's code or name [default: the whole place]
    #[arg(long)]
    pub area: Option<String>,
    /// The year [default: the last that is modelled]
    #[arg(long)]
    pub year: Option<u16>,
    /// How to write the answer: csv holds the rows only
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    pub format: TableFormat,
}

/// What `project` is asked.
#[derive(Debug, clap::Args)]
pub struct ProjectArgs {
    /// The district's code or name
    pub area: String,
    /// What people follow
    #[arg(long, value_enum, default_value_t = Variant::DwellingLed)]
    pub variant: Variant,
    /// How to write the answer: csv holds a number to a line
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    pub format: TableFormat,
}

/// What people follow in a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Variant {
    /// The migration of the last years
    Trend,
    /// The homes that are built
    DwellingLed,
}

impl Variant {
    /// Its key, as typed.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Trend => "trend",
            Self::DwellingLed => "dwelling-led",
        }
    }
}

/// What `hindcast` is asked.
#[derive(Debug, clap::Args)]
pub struct HindcastArgs {
    /// Folder of the raw folders [default: shared/data beside the project]
    #[arg(long, value_name = "DIR")]
    pub raw: Option<PathBuf>,
    /// Folder of the content files [default: content, here or in a folder above]
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// How to write the answer: csv holds the rows only
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    pub format: TableFormat,
}

/// Ways of asking what an answer hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// Each parameter from its tenth to its ninetieth percentile, all others in the middle
    Tornado,
    /// Elementary effects of each parameter along random ways
    Morris,
    /// Shares of the variance by group of parameters
    Sobol,
}

impl Method {
    /// The key in answers.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Tornado => "tornado",
            Self::Morris => "morris",
            Self::Sobol => "sobol",
        }
    }
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
