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
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// A header and a line per row
    Csv,
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
