//! Journeys of readers through the built app, in real browsers under the strict policy. A file
//! per thing that a person can do; each journey names the engines it goes through, and says why
//! where that is not all three.
//!
//! `cargo xtask test --only browsers`, or with a build in `dist/`:
//! `cargo test -p roadmap-tests --features browser --test journeys -- by_list::firefox`

#![allow(
    clippy::indexing_slicing,
    reason = "indexing into what a script returned gives null, it does not panic"
)]

mod area;
mod display;
mod download;
mod embed;
mod fault;
mod hall;
mod keyboard;
mod lazy;
mod link;
mod map;
mod map_background;
mod map_brush;
mod map_challenges;
mod map_faults;
mod map_find;
mod map_keys;
mod map_kinds;
mod map_links;
mod map_look;
mod map_time;
mod map_touch;
mod map_window;
mod notice;
mod open;
mod pack;
mod paper;
mod roadmap;
mod scenarios;
mod sectors;
mod sectors_places;
mod size;
mod stay;
mod stories;
mod thread;
mod touch;
mod view;
mod wcag;
mod workshop;

/// The county that the pack is about.
const COUNTY: &str = "Hertfordshire";
/// A district of it, by code and name.
const DISTRICT: (&str, &str) = ("E07000243", "Stevenage");
/// Another one.
const OTHER: (&str, &str) = ("E07000103", "Watford");
/// A figure that is not the first.
const FIGURE: &str = "gross-median-weekly-pay";
