//! Sector strengths: what a place is good at, against whom, since when, how sure that is, and
//! what is within reach.
//!
//! Every answer is worked out anew from [`Industries`](crate::data::Industries) and a
//! [`Choice`]; the app and the command line ask the same questions.
//!
//! # Layout
//! - [`Choice`], [`Rows`], [`Ground`]: what is asked; [`NoAnswer`]: why there is none.
//! - [`Chosen`]: what a link asks, as far as it can be honoured.
//! - [`benchmarks`]: what a place can be compared with, and what it can't.
//! - [`Table`]: the industries of a place with shares, quotients, growth, flags.
//! - [`Split`]: growth split by shift-share, of jobs and of output.
//! - [`Trend`]: real output by industry through time, [`IndustryOutput`]: of one of them;
//!   [`Productivity`]: output per job.
//! - [`Landscape`]: complexity of places and industries; [`Reach`]: what is within reach;
//!   [`Network`]: industries that go together, laid out; [`similar`]: places made up alike.
//! - [`NationalTable`], [`SupplyChain`]: multipliers; [`Trade`]: buyers and suppliers.
//! - [`SectorFacts`]: one industry's page; [`BritainMap`]: shapes of all districts.
//! - [`pictures`]: which chart shows what.

mod benchmark;
mod britain;
mod cells;
mod choice;
mod chosen;
mod counts;
mod facts;
mod fault;
mod gva_split;
mod industry_output;
mod landscape;
mod network;
mod one_site;
pub mod pictures;
mod productivity;
mod reach;
mod similar;
mod sources;
mod split;
mod standing;
mod story;
mod supply_chain;
mod table;
mod trade;
mod trend;
mod words;

pub use benchmark::{Benchmark, SIMILAR, WhyNot, benchmark_limits, benchmarks, output_benchmarks};
pub use britain::BritainMap;
pub use choice::{Choice, Ground, ImputedRent, Rows};
pub use chosen::Chosen;
pub use facts::{InDistrict, SectorFacts};
pub use fault::NoAnswer;
pub use industry_output::{IndustryOutput, OutputLine};
pub use landscape::{CAPTION, Landscape};
pub use network::{Link, Network, Node};
pub use one_site::OneSite;
pub use productivity::{Productivity, ProductivityPoint, ProductivityRow};
pub use reach::{CAUTION, Reach, ReachRow};
pub use similar::{Shared, Similar, similar};
pub use split::{Split, SplitRow, Unit};
pub use supply_chain::{ChainRow, NationalTable, SupplyChain, USUAL_DELTA, WARNING};
pub use table::{Flag, Growth, Row, Table};
pub use trade::{Partner, Trade};
pub use trend::{Trend, TrendRow};
