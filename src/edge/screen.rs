//! What the screen and the system ask for: pixel density, dark, contrast, print.

use gloo::events::EventListener;
use js_sys::Reflect;
use leptos::prelude::*;
use roadmap_core::page::Surface;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::held;

/// What the device asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// The width of the window in CSS pixels.
    pub width_px: f64,
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

impl Screen {
    /// The window, as the layout of a page knows it.
    pub const fn surface(self) -> Surface {
        Surface {
            width_px: self.width_px,
            height_px: self.height_px,
            is_printing: self.is_printing,
        }
    }
}

/// Paper shows about three times the pixels of a plain screen.
const PRINT_PX_SCALE: f64 = 3.0;

/// Follows the device for as long as the current owner lives.
pub fn follow() -> Signal<Screen> {
    let (screen, set_screen) = signal(read(false));
    held::hold(listeners(set_screen));
    held::hold(Density::follow(screen, set_screen));
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
    for query in [DARK, HIGH_CONTRAST] {
        if let Ok(Some(list)) = window.match_media(query) {
            let follow = move |_: &web_sys::Event| set_screen.set(read(false));
            listeners.push(EventListener::new(&list, "change", follow));
        }
    }
    listeners
}

/// Watches the pixel density: a window moved to another screen may keep its size, and
/// then tells of nothing but a change in device pixels.
struct Density {
    observer: web_sys::ResizeObserver,
    _on_change: Closure<dyn FnMut()>,
}

impl Density {
    fn follow(screen: ReadSignal<Screen>, set_screen: WriteSignal<Screen>) -> Option<Self> {
        let root = web_sys::window()?.document()?.document_element()?;
        let on_change = Closure::<dyn FnMut()>::new(move || {
            let drawn = screen.try_get_untracked();
            if drawn.is_some_and(|drawn| !drawn.is_printing && drawn.px_scale != own_px_scale()) {
                set_screen.set(read(false));
            }
        });
        let observer = web_sys::ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
        let options = js_sys::Object::new();
        Reflect::set(&options, &"box".into(), &"device-pixel-content-box".into()).ok()?;
        // Called by name, since a browser that does not know this box says so by an exception.
        let observe = Reflect::get(&observer, &"observe".into()).ok()?;
        let observe: js_sys::Function = observe.dyn_into().ok()?;
        observe.call2(&observer, &root, &options).ok()?;
        Some(Self {
            observer,
            _on_change: on_change,
        })
    }
}

impl Drop for Density {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

const DARK: &str = "(prefers-color-scheme: dark)";
const HIGH_CONTRAST: &str = "(prefers-contrast: more)";

fn own_px_scale() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

fn read(is_printing: bool) -> Screen {
    let window = web_sys::window();
    let matches = |query: &str| {
        let list = window
            .as_ref()
            .and_then(|window| window.match_media(query).ok().flatten());
        list.is_some_and(|list| list.matches())
    };
    let side = |read: fn(&web_sys::Window) -> Result<JsValue, JsValue>| {
        let px = window.as_ref().and_then(|window| read(window).ok());
        px.and_then(|px| px.as_f64()).unwrap_or(0.0)
    };
    Screen {
        width_px: side(web_sys::Window::inner_width),
        height_px: side(web_sys::Window::inner_height),
        px_scale: if is_printing {
            PRINT_PX_SCALE
        } else {
            own_px_scale()
        },
        is_dark: matches(DARK),
        is_high_contrast: matches(HIGH_CONTRAST),
        is_printing,
    }
}
