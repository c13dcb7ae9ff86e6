//! What an answer hangs on: which of many unsure inputs move it, and by how much.
//!
//! - [`morris`]: a few runs along random ways through all inputs; finds what matters at all.
//! - [`sobol`]: shares of the answer's variance by input, or by group of inputs.

pub mod morris;
pub mod sobol;

#[cfg(test)]
mod functions;
