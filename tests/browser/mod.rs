//! Real browsers, driven from here. Modules in reading order: [`failure`] (how a journey ends
//! badly), [`scratch`] (folders that go away) -> [`engine`] (which browsers, how they start),
//! [`driver`] (their drivers as processes) -> [`window`] (one open browser), [`actions`] (keys,
//! mouse, fingers) -> [`site`] (the build under test) -> [`page`] (the app, by its test ids),
//! [`map`] (its challenge maps) -> [`journey`] (a way through the app, from start to verdict).

pub mod actions;
pub mod driver;
pub mod engine;
pub mod failure;
pub mod journey;
pub mod map;
pub mod page;
pub mod scratch;
pub mod site;
pub mod window;
