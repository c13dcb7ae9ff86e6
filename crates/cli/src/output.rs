//! The one place that writes to the terminal.
//!
//! A reader that stops reading (`roadmap measures | head`) is no fault: what is
//! left is dropped without a word.

use std::io::{self, ErrorKind, Write};

use crate::problem::Problem;

/// Writes text to standard output.
///
/// # Errors
/// [`Problem::CannotSay`] when the output is gone for another reason than a
/// reader that has read enough.
pub fn say(text: &str) -> Result<(), Problem> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Problem::CannotSay(error.to_string()))
        }
        _ => Ok(()),
    }
}

/// Writes a problem to standard error; if that is closed there is nobody to tell.
pub fn tell_problem(problem: &Problem) {
    let _nobody_listens = writeln!(io::stderr().lock(), "{problem}").is_err();
}
