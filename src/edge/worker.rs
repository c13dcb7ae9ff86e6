//! Questions that take long are answered in a worker, so that the page never waits for them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Float64Array;
use roadmap_core::background::{Answer, Garbled, Question};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// A question on its way. Dropping it ends the worker, so nobody need take a late answer.
#[must_use]
pub struct Asked {
    worker: Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// The browser makes no workers, or the worker's file did not arrive.
    NoWorker,
    /// The worker is of another version than the page.
    Garbled,
}

impl NoAnswer {
    /// In words for a reader.
    pub fn words(self) -> String {
        match self {
            Self::NoWorker => "The background worker could not start in this browser. Reload the page; if that does not help, everything else works without it.".to_owned(),
            Self::Garbled => Garbled.to_string(),
        }
    }
}

/// Asks a worker of its own; `hear` is told how far it is and then the answer, or why there is
/// none.
///
/// # Errors
/// [`NoAnswer::NoWorker`] when the browser makes none.
pub fn ask(
    question: &Question,
    hear: impl Fn(Result<Answer, NoAnswer>) + 'static,
) -> Result<Asked, NoAnswer> {
    let file = file().ok_or(NoAnswer::NoWorker)?;
    let worker = Worker::new(&file).map_err(|_| NoAnswer::NoWorker)?;
    let question = RefCell::new(Some(Float64Array::from(&*question.to_numbers())));
    let hear = Rc::new(hear);
    let (told, own) = (Rc::clone(&hear), worker.clone());
    let heard = Closure::new(move |message: MessageEvent| {
        let numbers = Float64Array::new(&message.data()).to_vec();
        if !numbers.is_empty() {
            told(Answer::from_numbers(&numbers).map_err(|Garbled| NoAnswer::Garbled));
            return;
        }
        // The first empty message says that it listens, a second one that it cannot answer.
        match question.take() {
            Some(question) => {
                if own.post_message(&question).is_err() {
                    told(Err(NoAnswer::NoWorker));
                }
            }
            None => told(Err(NoAnswer::Garbled)),
        }
    });
    let failed = Closure::new(move |_: ErrorEvent| hear(Err(NoAnswer::NoWorker)));
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
    Ok(Asked {
        worker,
        _heard: heard,
        _failed: failed,
    })
}

/// The worker's file, relative to the page, which names it.
fn file() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let meta = document.query_selector("meta[name=worker]").ok()??;
    meta.get_attribute("content")
}
