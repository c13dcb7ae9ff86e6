//! What the roadmap explorer knows and can work out: values in, values out.
//!
//! No browser, no file, no clock. The command line and the app are two shells
//! around this crate.
//!
//! # Layout
//! In reading order; a module uses only those before it.
//!
//! - [`area`], [`measure`], [`period`], [`quantity`], [`source`]: the vocabulary.
//! - [`math`]: the same bits on every machine.
//! - [`order`]: one sort for all.
//! - [`random`]: numbers drawn again the same, by seed and place.
//! - [`undo`]: steps there and back.
//! - [`data`]: wire -> check -> dataset, with findings instead of failures.
//! - [`stats`]: where a value stands among others, what a place is strong at.
//! - [`background`]: questions that take longer, as they travel to a worker.
//! - [`geo`]: shapes, one projection, points in areas.
//! - [`model`]: how an economy answers: input and output.
//! - [`profile`]: a place at a glance, headline figures and key messages.
//! - [`chart`]: spec -> placed -> drawn, on any backend.
//! - [`picture`]: which chart shows what about a place.
//! - [`page`]: what a reader is looking at.
//! - [`atlas`]: challenge maps, down to small areas.
//! - [`sectors`]: what a place is strong at, and what is within reach.
//! - [`futures`]: what the scenario model answers, in words and pictures.
//! - [`roadmap`]: actions, what they hang on, and the workshop register.
//! - [`link`]: the address of a page.
#![forbid(unsafe_code)]

pub mod area;
pub mod measure;
pub mod period;
pub mod quantity;
pub mod source;

pub mod math;
pub mod order;
pub mod random;
pub mod undo;

pub mod data;

pub mod stats;

pub mod background;

pub mod geo;

pub mod model;

pub mod profile;

pub mod chart;

pub mod picture;

pub mod page;

pub mod atlas;

pub mod sectors;

pub mod futures;

pub mod roadmap;

pub mod link;
