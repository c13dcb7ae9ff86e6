//! Futures answered beside the page: what is asked, how it travels, and who answers in slices.
//!
//! The page works out the central run itself, since that takes no time; draws, shares and
//! tornadoes come from a worker. It keeps the place, so that a question is a few dozen numbers,
//! and the baseline's draws, so that each future's lie beside the very same.

mod messages;
mod place;
mod sampler;
#[cfg(test)]
mod tests;
mod travel;

pub use messages::{Ask, Future, Question, Reply, Told, Wanted};
pub use sampler::{DRAWS, SEED, Sampler};
pub use travel::Travel;
