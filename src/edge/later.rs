//! Work for after the screen has been painted.

use std::time::Duration;

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
