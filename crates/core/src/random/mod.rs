//! Numbers drawn again the same, by anybody, one by one and in any order.
//!
//! - [`Philox`]: words by seed, purpose and place, without any state.
//! - [`sobol`]: points that fill a space evenly, scrambled by seed.
//! - [`normal`]: from evenly spread numbers to the bell curve.

mod directions;
pub mod normal;
mod philox;
pub mod sobol;

pub use philox::{Philox, Stream, Words};
