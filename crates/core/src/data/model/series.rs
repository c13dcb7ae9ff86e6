//! What was observed before the model starts, and what others expect after.

use crate::area::AreaCode;

/// What was observed of an output in an area.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// The key of the output.
    pub output: String,
    /// The area: a district or the whole place.
    pub area: AreaCode,
    /// The key of a source.
    pub source: String,
    /// Years in ascending order, which may have gaps, and a number for each.
    pub points: Vec<(u16, f64)>,
}

/// What somebody else expects of an area, to be shown beside the model's own answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Why it differs from the model, in words.
    pub note: String,
    /// The key of the output it is about.
    pub output: String,
    /// The area.
    pub area: AreaCode,
    /// The key of a source.
    pub source: String,
    /// Years in ascending order, and a number for each.
    pub points: Vec<(u16, f64)>,
}
