//! What takes longer than a picture may wait: questions that a worker answers meanwhile.
//!
//! A worker shares no memory with the page. So a [`Question`] and its [`Answer`] travel as rows of
//! numbers, which lose nothing on the way and need no text: `page -> numbers -> Run -> numbers ->
//! page`.

mod answer;
mod numbers;
mod question;
mod run;

#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use numbers::{Garbled, Reader};
pub use question::{IndexPart, Question};
pub use run::Run;
