//! The roadmap asked: what is where in the matrix, which actions answer to a search, how far an
//! indicator has come, what hangs on what, its pictures, and the workshop register.

mod find;
mod graph;
mod matrix;
mod pictures;
mod places;
mod progress;
pub mod register;

pub use find::{Filter, Finder};
pub use graph::{Chain, Graph, Link, Node};
pub use matrix::{Cell, Matrix};
pub use pictures::horizon_from_key;
pub use places::{actions_about, page_of, scenario_of};
pub use progress::Progress;
