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

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn what_is_chosen_is_kept_until_forgotten() {
        forget();
        assert_eq!((theme(), text_size()), (None, TextSize::default()));
        for &choice in ThemeChoice::ALL {
            set_theme(Some(choice));
            assert_eq!(theme(), Some(choice));
        }
        for &size in TextSize::ALL {
            set_text_size(size);
            assert_eq!(text_size(), size);
        }
        set_theme(None);
        assert_eq!(theme(), None, "none follows the system again");
        set_theme(Some(ThemeChoice::Dark));
        set_text_size(TextSize::Larger);
        forget();
        assert_eq!((theme(), text_size()), (None, TextSize::default()));
        assert_eq!(LocalStorage::raw().get_item(THEME), Ok(None));
        assert_eq!(LocalStorage::raw().get_item(TEXT_SIZE), Ok(None));
    }

    #[wasm_bindgen_test]
    fn what_nobody_could_have_chosen_is_left_out() {
        for stranger in ["", "puce", "\"puce\"", "7"] {
            LocalStorage::raw().set_item(THEME, stranger).unwrap();
            LocalStorage::raw().set_item(TEXT_SIZE, stranger).unwrap();
            assert_eq!((theme(), text_size()), (None, TextSize::default()));
        }
        forget();
    }
}
