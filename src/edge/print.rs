//! Printing the page.

/// Asks the browser to print; the call ends when the reader has answered.
pub fn page() {
    if let Some(window) = web_sys::window() {
        // A window that may not print stays as it is.
        drop(window.print());
    }
}
