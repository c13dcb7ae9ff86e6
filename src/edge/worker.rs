//! Questions that take long are answered in a worker, so that the page never waits for them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Float64Array;
use roadmap_core::background::{Answer, Garbled, Question};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// The workers that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Answers one question about a map.
    Statistics,
    /// Keeps a place and answers questions about its futures.
    Futures,
}

impl Name {
    /// The page's `<meta>` that names its file.
    const fn meta(self) -> &'static str {
        match self {
            Self::Statistics => "meta[name=worker-statistics]",
            Self::Futures => "meta[name=worker-futures]",
        }
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
/// none. Dropping the line ends the worker, so nobody need take a late answer.
///
/// # Errors
/// [`NoAnswer::NoWorker`] when the browser makes none.
pub fn ask(
    question: &Question,
    hear: impl Fn(Result<Answer, NoAnswer>) + 'static,
) -> Result<Line, NoAnswer> {
    let line = Line::open(Name::Statistics, move |heard| {
        let answer = heard
            .and_then(|numbers| Answer::from_numbers(numbers).map_err(|Garbled| NoAnswer::Garbled));
        hear(answer);
    })?;
    line.say(&question.to_numbers());
    Ok(line)
}

/// A worker that is told things again and again. Dropping it ends the worker.
#[must_use]
pub struct Line {
    worker: Worker,
    /// What was said before the worker listened; none once it does.
    unsaid: Rc<RefCell<Option<Vec<Float64Array>>>>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Line {
    fn drop(&mut self) {
        // Nothing more is to be heard of it.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Line {
    /// Opens a line; `hear` is told each row of numbers that comes, or why none will.
    ///
    /// # Errors
    /// [`NoAnswer::NoWorker`] when the browser makes none.
    pub fn open(
        name: Name,
        hear: impl Fn(Result<&[f64], NoAnswer>) + 'static,
    ) -> Result<Self, NoAnswer> {
        let file = file(name).ok_or(NoAnswer::NoWorker)?;
        let worker = Worker::new(&file).map_err(|_| NoAnswer::NoWorker)?;
        let unsaid = Rc::new(RefCell::new(Some(Vec::<Float64Array>::new())));
        let hear = Rc::new(hear);
        let (told, own, waiting) = (Rc::clone(&hear), worker.clone(), Rc::clone(&unsaid));
        let heard = Closure::new(move |message: MessageEvent| {
            let numbers = Float64Array::new(&message.data()).to_vec();
            if !numbers.is_empty() {
                told(Ok(&numbers));
                return;
            }
            // The first empty message says that it listens, a second one that it cannot answer.
            let Some(all) = waiting.take() else {
                told(Err(NoAnswer::Garbled));
                return;
            };
            for numbers in all {
                if own.post_message(&numbers).is_err() {
                    told(Err(NoAnswer::NoWorker));
                }
            }
        });
        let failed = Closure::new(move |_: ErrorEvent| hear(Err(NoAnswer::NoWorker)));
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            unsaid,
            _heard: heard,
            _failed: failed,
        })
    }

    /// Says something, as soon as the worker listens. Whoever waits for an answer must not wait
    /// for ever: a worker may have been ended by the browser, which nobody is told.
    pub fn say(&self, numbers: &[f64]) {
        let numbers = Float64Array::from(numbers);
        match self.unsaid.borrow_mut().as_mut() {
            Some(unsaid) => unsaid.push(numbers),
            // What cannot be said is not answered either.
            None => drop(self.worker.post_message(&numbers)),
        }
    }
}

/// The worker's file, relative to the page, which names it.
fn file(name: Name) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let meta = document.query_selector(name.meta()).ok()??;
    meta.get_attribute("content")
}
