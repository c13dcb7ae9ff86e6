//! What must hold whatever is set and drawn.

mod asked;
mod base_year;
mod extremes;
mod identities;
mod lanes;
mod projected;
mod speed;
