//! What stands around every view.

mod failure;
mod footer;
mod header;
mod link;
mod notices;
mod settings;

pub use failure::PackFailure;
pub use footer::Footer;
pub use header::Header;
pub use link::{PageLink, roadmap_link};
pub use notices::Notices;
