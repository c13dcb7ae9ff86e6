//! Work for after the screen has been painted, or for when a reader's hand rests.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::{request_animation_frame, set_timeout};

/// Acts once the next frame is painted.
pub fn after_paint(act: impl FnOnce() + 'static) {
    // A frame's callbacks run just before it is painted, a timer set in one just after.
    request_animation_frame(move || next_turn(act));
}

/// Acts as soon as the browser has dealt with what a reader did meanwhile.
pub fn next_turn(act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::ZERO);
}

/// Something that waits; dropped, it will not be done.
#[must_use]
pub struct Wait(Option<TimeoutHandle>);

impl Drop for Wait {
    fn drop(&mut self) {
        if let Some(handle) = self.0 {
            handle.clear();
        }
    }
}

/// Acts after some time, unless the wait is dropped before.
pub fn after(time: Duration, act: impl FnOnce() + 'static) -> Wait {
    Wait(set_timeout_with_handle(act, time).ok())
}
