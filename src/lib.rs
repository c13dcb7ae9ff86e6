//! The app: Leptos components, canvases and the edge to the browser.
//!
//! It does no arithmetic of its own: it asks core, shows the answer, and turns
//! what a reader does into a change of the one [`roadmap_core::page::Page`].
//!
//! # Layout
//! - [`start`]: from an empty page to a running explorer.
//! - `explorer`: the dataset, the page and the ways to change it.
//! - `edge`: one browser concern per file.
//! - `shell`: header, settings, notices, footer, and what is shown when the pack fails.
//! - `picker`: finding a place.
//! - `picked`: files that a reader picks or drops.
//! - `show`: what changes on the page, through a few plain types.
//! - `figure`: a picture with its sentence, table, keyboard and downloads.
//! - `in_turn`: parts that follow the page when what is in sight has.
//! - `lazy`: code that is loaded when it is first needed.
//! - `views`: which view shows which page.
//! - `companion`: files that are loaded when a view first needs them.
//! - `overview`, `sectors`, `challenges`, `data_page`: the views.

mod app;
mod challenges;
mod companion;
mod data_page;
mod edge;
mod explorer;
mod figure;
mod in_turn;
mod lazy;
mod overview;
mod picked;
mod picker;
mod roadmap;
mod scenarios;
mod sectors;
mod segments;
mod shell;
mod show;
mod start;
mod steps;
#[cfg(test)]
mod tests;
mod views;

pub use start::start;
