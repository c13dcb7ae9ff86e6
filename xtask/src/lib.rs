//! Everything a developer types, behind `cargo xtask`; run `cargo xtask help` for the list.
//!
//! Modules in reading order: [`error`], [`paths`], [`process`] (how to run things) ->
//! [`tools`] (set-up) -> [`place`], [`theme_css`], [`worker`], [`shell`] (whose page it is) -> [`html`], [`dist`] (the
//! release build) -> [`headers`], [`server`] (as a static host would serve it, also for the
//! browser tests) -> [`webdriver`], [`bench`] -> [`commands`] -> [`arguments`].

#![allow(
    clippy::print_stdout,
    reason = "a developer's tool talks to the developer"
)]

pub mod arguments;
pub mod bench;
pub mod commands;
pub mod dist;
pub mod error;
pub mod headers;
pub mod html;
pub mod paths;
pub mod place;
pub mod process;
pub mod server;
pub mod shell;
pub mod theme_css;
pub mod tools;
pub mod webdriver;
pub mod worker;
