//! Wire -> check -> dataset: the pack as read, its faults named, then ready to use.

pub mod wire;
