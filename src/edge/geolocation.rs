//! Where the reader is, asked of the browser and kept on the device.

use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::{JsCast, closure::WasmClosure};
use web_sys::{Position, PositionError};

/// Why the browser did not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPosition {
    /// The reader, or the page around this one, does not allow it.
    Refused,
    /// The device can't tell, or took too long.
    Unknown,
    /// This browser can't be asked.
    CannotAsk,
}

impl NoPosition {
    /// In words for a reader.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Refused => {
                "Your browser does not let this page know where you are. Type a name instead, or allow it in the browser's settings."
            }
            Self::Unknown => "Your device could not tell where it is. Type a name instead.",
            Self::CannotAsk => "This browser can't be asked where you are. Type a name instead.",
        }
    }
}

/// Asks once; the answer is degrees east and north.
pub fn ask(answer: impl FnOnce(Result<[f64; 2], NoPosition>) + Clone + 'static) {
    let geolocation = web_sys::window().and_then(|window| window.navigator().geolocation().ok());
    let Some(geolocation) = geolocation else {
        answer(Err(NoPosition::CannotAsk));
        return;
    };
    let told = answer.clone();
    let found = once(move |position: Position| {
        let coordinates = position.coords();
        told(Ok([coordinates.longitude(), coordinates.latitude()]));
    });
    let refused = answer.clone();
    let failed = once(move |error: PositionError| {
        refused(Err(match error.code() {
            PositionError::PERMISSION_DENIED => NoPosition::Refused,
            _ => NoPosition::Unknown,
        }));
    });
    let asked = geolocation.get_current_position_with_error_callback(
        found.unchecked_ref(),
        Some(failed.unchecked_ref()),
    );
    if asked.is_err() {
        answer(Err(NoPosition::CannotAsk));
    }
}

/// A callback that the browser calls at most once and then frees.
fn once<T>(act: impl FnOnce(T) + 'static) -> JsValue
where
    T: wasm_bindgen::convert::FromWasmAbi + 'static,
    dyn FnMut(T): WasmClosure,
{
    Closure::once_into_js(act)
}
