//! What is kept on this device: the reader's colours and text size, nothing else.

use gloo::storage::{LocalStorage, Storage};
use roadmap_core::page::{Keyed, TextSize, ThemeChoice};

const THEME: &str = "roadmap-theme";
const TEXT_SIZE: &str = "roadmap-text";

/// The colours kept here, if any.
pub fn theme() -> Option<ThemeChoice> {
    LocalStorage::get::<String>(THEME)
        .ok()
        .and_then(|key| ThemeChoice::from_key(&key))
}

/// The text size kept here.
pub fn text_size() -> TextSize {
    LocalStorage::get::<String>(TEXT_SIZE)
        .ok()
        .and_then(|key| TextSize::from_key(&key))
        .unwrap_or_default()
}

/// Keeps the colours; none follows the system again.
pub fn set_theme(theme: Option<ThemeChoice>) {
    set(THEME, theme.map(Keyed::key));
}

/// Keeps the text size.
pub fn set_text_size(size: TextSize) {
    set(TEXT_SIZE, (size != TextSize::default()).then(|| size.key()));
}

/// Forgets everything kept on this device.
pub fn forget() {
    set(THEME, None);
    set(TEXT_SIZE, None);
}

fn set(key: &str, value: Option<&str>) {
    match value {
        // A browser that refuses storage costs the reader one choice at the next visit.
        Some(value) => drop(LocalStorage::set(key, value)),
        None => LocalStorage::delete(key),
    }
}
