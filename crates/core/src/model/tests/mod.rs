//! What must hold whatever is set and drawn.

mod asked;
mod base_year;
mod checks;
mod extremes;
mod identities;
mod lanes;
mod projected;
mod real;
