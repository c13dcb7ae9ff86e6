//! roadmap.
fn main() {}
