//! How an economy answers: what one industry's output needs of the others, and what a place may
//! become.

pub mod draws;
pub mod input_output;
