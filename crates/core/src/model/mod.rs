//! How an economy answers: what one industry's output needs of the others, and who lives in a
//! place a year later.

pub mod demography;
pub mod input_output;
