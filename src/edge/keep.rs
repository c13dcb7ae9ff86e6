//! What is kept on this device: the reader's colours, text size, last future, the register of a
//! workshop and a story, nothing else.

use gloo::events::EventListener;
use gloo::storage::{LocalStorage, Storage};
use roadmap_core::page::{Keyed, TextSize, ThemeChoice};

const THEME: &str = "roadmap-theme";
const TEXT_SIZE: &str = "roadmap-text";
const FUTURE: &str = "roadmap-future";
const ASIDE: &str = "roadmap-aside";

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

/// The future kept here, as the text of its file.
pub fn future() -> Option<String> {
    LocalStorage::get(FUTURE).ok()
}

/// Keeps a future, or forgets it.
pub fn set_future(text: Option<&str>) {
    set(FUTURE, text);
}

/// What a reader is working on, as the text of its file.
#[derive(Clone, Copy)]
pub enum Work {
    /// The register of a workshop.
    Register,
    /// The entry that is being written, as a register of its own.
    Entry,
    /// A story.
    Story,
}

impl Work {
    const ALL: [Self; 3] = [Self::Register, Self::Entry, Self::Story];

    const fn key(self) -> &'static str {
        match self {
            Self::Register => "roadmap-register",
            Self::Entry => "roadmap-entry",
            Self::Story => "roadmap-story",
        }
    }
}

/// What a reader is told when their work could not be kept.
pub const NOT_KEPT: &str =
    "This browser keeps nothing for this page, or has no room left: save a file before you leave.";

/// Work kept here.
pub fn work(of: Work) -> Option<String> {
    LocalStorage::get(of.key()).ok()
}

/// Keeps work, or forgets it; the answer says whether the browser did.
pub fn set_work(of: Work, text: Option<&str>) -> bool {
    match text {
        Some(text) => LocalStorage::set(of.key(), text).is_ok(),
        None => {
            LocalStorage::delete(of.key());
            true
        }
    }
}

/// Whether there is any work that would be missed.
pub fn has_work() -> bool {
    Work::ALL.into_iter().any(|of| work(of).is_some()) || aside().is_some()
}

/// Work that could not be read, to be saved.
pub fn aside() -> Option<String> {
    LocalStorage::get(ASIDE).ok()
}

/// Puts work that cannot be read aside, beside what lies there already.
pub fn put_aside(text: &str) {
    let before = aside();
    let is_there = before
        .as_deref()
        .is_some_and(|before| before.contains(text));
    if !is_there {
        let all = [before.as_deref().unwrap_or_default(), text].join("\n");
        set(ASIDE, Some(all.trim_start()));
    }
}

/// Tells of whatever another window keeps or forgets.
pub fn on_change(mut act: impl FnMut() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |_| act()))
}

/// Forgets everything kept on this device.
pub fn forget() {
    for key in [FUTURE, THEME, TEXT_SIZE, ASIDE] {
        set(key, None);
    }
    for of in Work::ALL {
        set(of.key(), None);
    }
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
