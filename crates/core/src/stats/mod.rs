//! Where a value stands among others, how values fall into classes, and what a place is
//! strong at.

pub mod autocorrelation;
pub mod breaks;
pub mod change;
pub mod complexity;
pub mod composite;
pub mod correlation;
pub mod grid;
pub mod growth;
pub mod inequality;
pub mod jobs_noise;
pub mod location_quotient;
mod order;
pub mod sensitivity;
pub mod shift_share;
pub mod specialisation;
pub mod told;

pub use breaks::{class_of, fisher_jenks};
pub use order::{Spread, median, quantile, rank_descending, share_below_pct};
