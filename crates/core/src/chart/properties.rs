//! Invariants of every chart, tried on many inputs.
