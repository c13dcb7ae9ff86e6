//! Where a value stands among others, and how values fall into classes.

pub mod autocorrelation;
pub mod breaks;
pub mod change;
pub mod composite;
pub mod correlation;
pub mod inequality;
mod order;

pub use breaks::{class_of, fisher_jenks};
pub use order::{Spread, median, quantile, rank_descending, share_below_pct};
