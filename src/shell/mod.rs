//! What stands around every view.

mod failure;
mod footer;
mod header;
mod notices;
mod settings;

pub use failure::PackFailure;
pub use footer::Footer;
pub use header::{Header, follow};
pub use notices::Notices;
