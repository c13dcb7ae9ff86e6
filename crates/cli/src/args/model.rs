//! What can be asked of the scenario model.

use std::path::PathBuf;

use clap::ValueEnum;

use super::TableFormat;

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

/// What `demand` is asked.
#[derive(Debug, clap::Args)]
pub struct DemandArgs {
    /// The area's code or a district's name [default: the whole place]
    pub area: Option<String>,
    /// Which future
    #[command(flatten)]
    pub future: FutureArgs,
    /// The year [default: the last that is modelled]
    #[arg(long)]
    pub year: Option<u16>,
    /// School places kept free besides, percent of pupils; 2 to 5 is usual
    #[arg(long, value_name = "PCT", default_value_t = 0.0, value_parser = percent)]
    pub surplus: f64,
    /// Pupils who come from elsewhere less those who go there, percent of pupils who live here
    #[arg(long, value_name = "PCT", default_value_t = 0.0, value_parser = percent,
          allow_negative_numbers = true)]
    pub inflow: f64,
    /// How many draws: 0 is the central run alone
    #[arg(long, default_value = "1024", allow_hyphen_values = true)]
    pub draws: String,
    /// The seed of the draws
    #[arg(long, default_value_t = 1)]
    pub seed: u32,
    /// How to write the answer: csv holds the rows only
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub format: AnswerFormat,
}

/// A share of pupils by which places may differ from them.
fn percent(text: &str) -> Result<f64, String> {
    const MOST: f64 = 50.0;
    let number = text.trim().parse::<f64>().ok();
    let number = number.filter(|number| number.abs() <= MOST);
    number.ok_or_else(|| format!("give a number of percent from -{MOST} to {MOST}"))
}

/// Forms of an answer that is read as well as passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// Words and a table
    Text,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
}

/// What `compare-release` is asked.
#[derive(Debug, clap::Args)]
pub struct CompareReleaseArgs {
    /// Folder of the reference results [default: content/reference, here or in a folder above]
    #[arg(long, value_name = "DIR")]
    pub reference: Option<PathBuf>,
    /// The model version to compare with [default: the one in use, else the last before it]
    #[arg(long, value_name = "VERSION")]
    pub against: Option<String>,
    /// Write the fresh results as the reference of the version in use
    #[arg(long)]
    pub write: bool,
    /// How to write what moved: csv holds the rows only
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub format: AnswerFormat,
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
