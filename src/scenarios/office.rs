//! Who answers questions about futures beside the page: a worker, or where none may be, the page
//! itself in short turns.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use roadmap_core::model::remote::{Ask, DRAWS, Question, Reply, Sampler, Told, Travel};

use super::load::Place;
use crate::edge::later;
use crate::edge::worker::{Line, Name, NoAnswer};

/// How long nothing may be heard of a worker at work before it is taken for dead. A slow phone
/// needs a second for the first draws.
const PATIENCE: Duration = Duration::from_secs(4);

/// Answers the newest question. Dropping it ends the worker.
pub struct Office(Rc<Inner>);

/// Takes in what was found about a question.
type Hear = dyn Fn(&Question, Told);

struct Inner {
    place: Place,
    hear: Box<Hear>,
    asked: Cell<u32>,
    desk: RefCell<Desk>,
    /// The question that something is still to be heard of.
    open: RefCell<Option<Question>>,
    /// A newer one, which is put as soon as something was heard of that before: else a band
    /// would never be seen while a lever moves.
    next: RefCell<Option<Question>>,
    watch: RefCell<Option<later::Wait>>,
    was_heard: Cell<bool>,
    is_turn_asked: Cell<bool>,
}

/// Where questions go.
enum Desk {
    /// To a worker.
    Away(Line),
    /// To the page itself; none when the evidence does not tell every parameter.
    Here(Option<Box<Sampler<'static>>>),
}

impl Office {
    /// Opens one.
    pub fn open(place: Place, hear: impl Fn(&Question, Told) + 'static) -> Self {
        let inner = Rc::new(Inner {
            place,
            hear: Box::new(hear),
            asked: Cell::new(0),
            desk: RefCell::new(Desk::Here(None)),
            open: RefCell::default(),
            next: RefCell::default(),
            watch: RefCell::default(),
            was_heard: Cell::new(true),
            is_turn_asked: Cell::new(false),
        });
        let desk = inner.away().unwrap_or_else(|_| here(place));
        inner.desk.replace(desk);
        Self(inner)
    }

    /// Asks, in the place of whatever was asked before.
    pub fn ask(&self, question: Question) {
        let inner = &self.0;
        if inner.was_heard.get() {
            inner.put(question);
        } else {
            inner.next.replace(Some(question));
        }
    }
}

fn here(place: Place) -> Desk {
    let sampler = Sampler::new(place.prepared, &place.model.evidence, DRAWS);
    Desk::Here(sampler.map(Box::new))
}

impl Inner {
    fn away(self: &Rc<Self>) -> Result<Desk, NoAnswer> {
        let own: Weak<Self> = Rc::downgrade(self);
        let line = Line::open(Name::Futures, move |heard| {
            let Some(own) = own.upgrade() else { return };
            let reply = heard.ok().and_then(|own| Reply::from_numbers(own).ok());
            match reply {
                Some(reply) => own.heard(reply),
                // In a turn of its own: it drops the line that is heard just now.
                None => later::next_turn(move || own.stay_here()),
            }
        })?;
        let model = self.place.model;
        let place = (model.region.clone(), model.evidence.clone());
        line.say(&Ask::Begin(Box::new(place)).to_numbers());
        Ok(Desk::Away(line))
    }

    fn put(self: &Rc<Self>, question: Question) {
        self.was_heard.set(false);
        self.asked.set(self.asked.get().wrapping_add(1));
        let numbered = Question {
            number: self.asked.get(),
            ..question.clone()
        };
        self.open.replace(Some(question));
        let is_away = match &mut *self.desk.borrow_mut() {
            Desk::Away(line) => {
                line.say(&Ask::Question(Box::new(numbered)).to_numbers());
                true
            }
            Desk::Here(sampler) => {
                if let Some(sampler) = sampler {
                    sampler.ask(numbered);
                }
                false
            }
        };
        if is_away {
            self.watch();
        } else {
            self.take_turns();
        }
    }

    fn heard(self: &Rc<Self>, Reply { number, told }: Reply) {
        let open = self.open.borrow().clone();
        let Some(question) = open.filter(|_| self.asked.get() == number) else {
            return;
        };
        let is_last = match &told {
            Told::Bands(bands) => bands.draws >= DRAWS,
            Told::Contributions(_) | Told::Tornado(_) => true,
        };
        self.was_heard.set(true);
        if is_last {
            self.open.replace(None);
            self.watch.replace(None);
        } else {
            self.watch();
        }
        (self.hear)(&question, told);
        if let Some(next) = self.next.take() {
            self.put(next);
        }
    }

    /// Takes a worker for dead of which nothing is heard.
    fn watch(self: &Rc<Self>) {
        let own = Rc::downgrade(self);
        let wait = later::after(PATIENCE, move || {
            if let Some(own) = own.upgrade() {
                own.stay_here();
            }
        });
        self.watch.replace(Some(wait));
    }

    /// Goes on without a worker, with the newest question.
    fn stay_here(self: &Rc<Self>) {
        self.watch.replace(None);
        self.desk.replace(here(self.place));
        let newest = self.next.take();
        let newest = newest.or_else(|| self.open.take());
        self.was_heard.set(true);
        if let Some(question) = newest {
            self.put(question);
        }
    }

    /// A slice a turn, so that the page answers between them.
    fn take_turns(self: &Rc<Self>) {
        if self.is_turn_asked.replace(true) {
            return;
        }
        let own = Rc::downgrade(self);
        later::next_turn(move || {
            let Some(own) = own.upgrade() else { return };
            own.is_turn_asked.set(false);
            if let Some((number, told)) = own.advance() {
                own.heard(Reply { number, told });
            }
            if own.is_busy() {
                own.take_turns();
            }
        });
    }

    fn advance(&self) -> Option<(u32, Told)> {
        match &mut *self.desk.borrow_mut() {
            Desk::Here(Some(sampler)) => sampler.advance(),
            Desk::Here(None) | Desk::Away(_) => None,
        }
    }

    fn is_busy(&self) -> bool {
        matches!(&*self.desk.borrow(), Desk::Here(Some(sampler)) if sampler.is_busy())
    }
}
