//! What the screen and the system ask for: pixel density, dark, contrast, print.

use gloo::events::EventListener;
use leptos::prelude::*;

use super::held;

/// What the device asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// The height of the window in CSS pixels.
    pub height_px: f64,
    /// Device pixels in a CSS pixel.
    pub px_scale: f64,
    /// The system is set to dark.
    pub is_dark: bool,
    /// The system is set to more contrast.
    pub is_high_contrast: bool,
    /// The page is being printed.
    pub is_printing: bool,
}

/// Paper shows about three times the pixels of a plain screen.
const PRINT_PX_SCALE: f64 = 3.0;

/// Follows the device for as long as the current owner lives.
pub fn follow() -> Signal<Screen> {
    let (screen, set_screen) = signal(read(false));
    held::hold(listeners(set_screen));
    screen.into()
}

fn listeners(set_screen: WriteSignal<Screen>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let mut listeners = vec![
        EventListener::new(&window, "resize", move |_| set_screen.set(read(false))),
        EventListener::new(&window, "beforeprint", move |_| set_screen.set(read(true))),
        EventListener::new(&window, "afterprint", move |_| set_screen.set(read(false))),
    ];
    for query in FOLLOWED {
        if let Ok(Some(list)) = window.match_media(query) {
            listeners.push(EventListener::new(&list, "change", move |_| {
                set_screen.set(read(false))
            }));
        }
    }
    listeners
}

const DARK: &str = "(prefers-color-scheme: dark)";
const HIGH_CONTRAST: &str = "(prefers-contrast: more)";

/// What may change without a resize: a window moved to a denser screen keeps its size.
const FOLLOWED: [&str; 5] = [
    DARK,
    HIGH_CONTRAST,
    "(min-resolution: 1.25dppx)",
    "(min-resolution: 1.75dppx)",
    "(min-resolution: 2.5dppx)",
];

fn read(is_printing: bool) -> Screen {
    let window = web_sys::window();
    let matches = |query: &str| {
        let list = window
            .as_ref()
            .and_then(|window| window.match_media(query).ok().flatten());
        list.is_some_and(|list| list.matches())
    };
    let own_px_scale = window
        .as_ref()
        .map_or(1.0, web_sys::Window::device_pixel_ratio);
    let height = window
        .as_ref()
        .and_then(|window| window.inner_height().ok());
    Screen {
        height_px: height.and_then(|height| height.as_f64()).unwrap_or(0.0),
        px_scale: if is_printing {
            PRINT_PX_SCALE
        } else {
            own_px_scale
        },
        is_dark: matches(DARK),
        is_high_contrast: matches(HIGH_CONTRAST),
        is_printing,
    }
}
