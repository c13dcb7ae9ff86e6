//! Where a value stands among others.
