//! Asking a reader before something is gone for good.

/// Whether a reader is sure; a browser that cannot ask is taken at the reader's press.
pub fn is_sure(words: &str) -> bool {
    web_sys::window().is_none_or(|window| window.confirm_with_message(words).unwrap_or(true))
}
