//! Who works, who looks for work, and where.

pub mod market;
pub mod supply;
