//! Emissions of the base year from those of an earlier one.

/// What emissions of an earlier year are multiplied by to be those of the base year: by how much
/// emissions per head fell until they were last told, and by how many more people there are.
/// None where there was nobody, or nothing per head.
#[must_use]
pub fn scale(
    per_head_then: f64,
    per_head_now: f64,
    people_then: f64,
    people_now: f64,
) -> Option<f64> {
    (per_head_then > 0.0 && people_then > 0.0)
        .then(|| per_head_now / per_head_then * (people_now / people_then))
}
