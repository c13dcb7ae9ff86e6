//! How an economy answers: what one industry's output needs of the others.

pub mod input_output;
