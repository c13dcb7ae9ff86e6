//! The command line's parts that tests and tools use as a library.

pub mod topology;
