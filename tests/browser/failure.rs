//! How a journey ends badly: one sentence on what was expected and what was found.

use std::{error::Error, fmt};

/// Why a journey stopped.
#[derive(Debug)]
pub struct Failure(String);

/// What every step of a journey gives back.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// In these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// The same, told as part of a larger step.
    #[must_use]
    pub fn during(self, step: &str) -> Self {
        Self(format!("{step}: {}", self.0))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// Failure is no `Error` itself, so that any error can become one with a question mark.
impl<E: Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Stops the journey with these words unless the condition holds.
#[macro_export]
macro_rules! expect {
    ($condition:expr, $($words:tt)+) => {
        if !$condition {
            return Err($crate::browser::failure::Failure::new(format!($($words)+)));
        }
    };
}
