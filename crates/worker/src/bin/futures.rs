//! The worker of the scenarios: keeps the place that it was told, and answers questions about it in
//! slices. Between two slices it listens, so that a newer question ends an earlier one at once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Float64Array;
use roadmap_core::background::Garbled;
use roadmap_core::model::prepared::Prepared;
use roadmap_core::model::remote::{Ask, DRAWS, Reply, Sampler, Travel};
use roadmap_worker::{listen, tell};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageChannel, MessageEvent};

fn main() -> Result<(), JsValue> {
    let office = Office::open()?;
    listen(move |numbers| office.hear(numbers).ok());
    Ok(())
}

/// Who answers.
struct Office {
    sampler: RefCell<Option<Sampler<'static>>>,
    /// A message to oneself comes after all that came meanwhile, and without the delay of a timer.
    turns: MessageChannel,
    is_turn_asked: Cell<bool>,
}

impl Office {
    /// Opens it.
    ///
    /// # Errors
    /// The browser's, when it makes no channel.
    fn open() -> Result<Rc<Self>, JsValue> {
        let office = Rc::new(Self {
            sampler: RefCell::default(),
            turns: MessageChannel::new()?,
            is_turn_asked: Cell::new(false),
        });
        let own = Rc::clone(&office);
        let turn = Closure::<dyn Fn(MessageEvent)>::new(move |_| own.go_on());
        let port = office.turns.port1();
        port.set_onmessage(Some(turn.as_ref().unchecked_ref()));
        // It is open as long as the worker lives.
        turn.forget();
        Ok(office)
    }

    /// Takes in a message.
    ///
    /// # Errors
    /// [`Garbled`] when page and worker are of different versions.
    fn hear(&self, numbers: &[f64]) -> Result<(), Garbled> {
        match Ask::from_numbers(numbers)? {
            Ask::Begin(place) => {
                let (region, evidence) = *place;
                let prepared = Prepared::new(&region, &evidence).map_err(|_| Garbled)?;
                // One place for as long as the worker lives.
                let (prepared, evidence) =
                    (Box::leak(Box::new(prepared)), Box::leak(Box::new(evidence)));
                let sampler = Sampler::new(prepared, evidence, DRAWS).ok_or(Garbled)?;
                self.sampler.replace(Some(sampler));
            }
            Ask::Question(question) => {
                let mut sampler = self.sampler.borrow_mut();
                sampler.as_mut().ok_or(Garbled)?.ask(*question);
                self.ask_for_turn();
            }
        }
        Ok(())
    }

    fn go_on(&self) {
        self.is_turn_asked.set(false);
        let mut sampler = self.sampler.borrow_mut();
        let Some(sampler) = sampler.as_mut() else {
            return;
        };
        if let Some((number, told)) = sampler.advance() {
            tell(&Reply { number, told }.to_numbers());
        }
        if sampler.is_busy() {
            self.ask_for_turn();
        }
    }

    fn ask_for_turn(&self) {
        if !self.is_turn_asked.replace(true) {
            let port = self.turns.port2();
            // The channel is its own; it closes with the worker.
            port.post_message(&Float64Array::from(&[][..])).ok();
        }
    }
}
