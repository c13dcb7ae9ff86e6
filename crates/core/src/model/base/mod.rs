//! The figures a place starts from, worked out of published series once, when a pack is built.
//!
//! Everything here is a function of plain numbers, so that a hindcast can ask the same of earlier
//! years. Rates are those of the local past; nothing looks ahead.

pub mod activity;
pub mod density;
pub mod emissions;
pub mod homes;
pub mod migration;
pub mod output;
pub mod people;
pub mod purchases;
pub mod rates;

#[cfg(test)]
mod tests;
