//! The roadmap on the command line: its actions, and the faults of what people have written.

pub mod actions;
pub mod check;
