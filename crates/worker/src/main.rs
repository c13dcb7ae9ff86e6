//! The background worker: one question in, how far it is and then the answer out.
//!
//! A worker is made for a question and ended with it, or before when a newer one takes its place;
//! so it keeps nothing and need not be told to stop. An empty message says that it is ready, since
//! what is sent to a worker before it listens is lost; another one that it cannot answer.

use js_sys::{Float64Array, global};
use roadmap_core::background::{Answer, Question, Run};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(|message: MessageEvent| {
        let numbers = Float64Array::new(&message.data()).to_vec();
        answer(&numbers, |told| tell(&told.to_numbers())).unwrap_or_else(|| tell(&[]));
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    heard.forget();
    tell(&[]);
}

/// Tells how far it is, then the answer; none when the numbers are no question.
fn answer(numbers: &[f64], mut tell: impl FnMut(Answer)) -> Option<()> {
    let question = Question::from_numbers(numbers).ok()?;
    let mut run = Run::new(&question).ok()?;
    let mut told_pct = 0.0;
    loop {
        let share = run.advance();
        if share >= 1.0 {
            break;
        }
        // A hundred words on the way are enough.
        let pct = (share * 100.0).floor();
        if pct > told_pct {
            told_pct = pct;
            tell(Answer::SoFar(share));
        }
    }
    tell(run.finish());
    Some(())
}

fn tell(numbers: &[f64]) {
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    // The page may have closed the door meanwhile; nobody is left to tell.
    scope.post_message(&Float64Array::from(numbers)).ok();
}
