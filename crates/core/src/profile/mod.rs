//! A place at a glance: headline figures, where they stand, and key messages in
//! words, all worked out from the data.

mod change;
mod headline;
mod message;
mod summary;
#[cfg(test)]
mod tests;

pub use change::{Change, Clear};
pub use headline::{Benchmark, BenchmarkRole, Headline, Standing, headline};
pub use message::{Message, key_messages};
pub use summary::summary;
