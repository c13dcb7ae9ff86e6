//! How an economy answers: what one industry's output needs of the others, and what a place may
//! become.
//!
//! What may become of a place, in reading order: [`base`] (what it starts from) -> [`lanes`]
//! (draws side by side) -> [`prepared`] (what is worked out once) and [`plan`] (settings as they
//! come into force) ->
//! the blocks [`housing`], [`demography`], [`services`], [`labour`], [`jobs`] and [`noise`],
//! [`space`], [`density`], [`productivity`], [`emissions`] -> [`output`], [`results`] ->
//! [`run`] (the year loop), over [`draws`] of every parameter -> [`ensemble`] (ranges, chances,
//! differences), told in [`bands`], [`sensitivity`] and [`contributions`] (what an answer hangs on);
//! [`hindcast`] (what would have been told of the past); [`remote`] (all of it beside the page).

pub mod bands;
pub mod base;
pub mod contributions;
pub mod demography;
pub mod density;
pub mod draws;
pub mod emissions;
pub mod ensemble;
#[cfg(test)]
pub(crate) mod example;
pub mod hindcast;
pub mod housing;
pub mod input_output;
pub mod jobs;
pub mod labour;
pub mod lanes;
pub mod noise;
pub mod output;
pub mod plan;
pub mod prepared;
pub mod productivity;
pub mod remote;
pub mod results;
pub mod run;
pub mod sensitivity;
pub mod services;
pub mod space;
#[cfg(test)]
mod tests;
