//! The whole path from shapes to files, on made-up counties and the published one.

mod made_up;
mod published;
