//! Output per filled job of every district: which end of an order of places is up.

use crate::quantity::Value;

/// Output per filled job, as published.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledJob {
    /// The year it describes.
    pub year: u16,
    /// The key of its source.
    pub source: String,
    /// Pounds, one per district in ascending order of code.
    pub gbp: Vec<Value>,
}
