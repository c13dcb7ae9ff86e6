//! The edge to the browser, one concern per file. Handles are dropped, never forgotten.

pub mod address;
pub mod ask;
mod brush;
pub mod embed;
pub mod fault;
pub mod geolocation;
pub mod held;
pub mod keep;
pub mod keys;
pub mod later;
pub mod load;
pub mod open;
pub mod paint;
pub mod print;
pub mod root;
pub mod save;
pub mod screen;
pub mod sight;
pub mod size;
pub mod style;
pub mod timing;
pub mod today;
pub mod worker;
