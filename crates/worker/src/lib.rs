//! What the workers beside the page share. Each is a program of its own, so that a map need not
//! load the scenario model: `statistics` answers one question and is ended with it, `futures` keeps
//! the place that it was told and is asked again and again.
//!
//! An empty message says that a worker is ready, since what is sent to it before it listens is
//! lost; another one that it cannot answer.

use js_sys::{Float64Array, global};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens as long as the worker lives; `hear` gives none when the numbers are no message.
pub fn listen(mut hear: impl FnMut(&[f64]) -> Option<()> + 'static) {
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let numbers = Float64Array::new(&message.data()).to_vec();
        hear(&numbers).unwrap_or_else(|| tell(&[]));
    });
    scope().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    tell(&[]);
}

/// Tells the page.
pub fn tell(numbers: &[f64]) {
    // The page may have closed the door meanwhile; nobody is left to tell.
    scope().post_message(&Float64Array::from(numbers)).ok();
}

fn scope() -> DedicatedWorkerGlobalScope {
    JsValue::from(global()).unchecked_into()
}
