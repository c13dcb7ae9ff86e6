//! How an economy answers: what one industry's output needs of the others, who lives in a place a
//! year later, and what a place starts from.

pub mod base;
pub mod demography;
pub mod hindcast;
pub mod input_output;
