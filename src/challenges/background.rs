//! Answers that a worker finds while the map already shows the figures.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use roadmap_core::background::{Answer, Question};

use crate::edge::later;
use crate::edge::worker::{self, Line, NoAnswer};
use crate::show;

/// How long a reader's hand must rest before a question is put: a slider asks at every step.
const REST: Duration = Duration::from_millis(120);

/// What was asked about, and what came of it.
type Told<K> = Option<(Arc<K>, Result<Answer, NoAnswer>)>;

/// The answer to the newest question about a subject of type `K`.
pub struct Background<K: Send + Sync + 'static> {
    told: RwSignal<Told<K>>,
    /// Which share is done while a worker is at it, 0 to 1.
    pub so_far: ReadSignal<Option<f64>>,
}

impl<K: Send + Sync> Clone for Background<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Send + Sync> Copy for Background<K> {}

impl<K: Send + Sync> Background<K> {
    /// Asks whenever the subject changes; a newer question ends the one before.
    pub fn follow(
        subject: impl Fn() -> Option<Arc<K>> + 'static,
        question: impl Fn(&K) -> Option<Question> + Clone + 'static,
    ) -> Self {
        let told = RwSignal::new(None);
        let (so_far, set_so_far) = signal(None);
        let asked = StoredValue::new_local(None::<Line>);
        let waiting = StoredValue::new_local(None::<later::Wait>);
        let end = move || {
            waiting.try_set_value(None);
            asked.try_set_value(None);
            set_so_far.try_set(None);
        };
        on_cleanup(end);
        show::effect(move || {
            end();
            let Some(subject) = subject() else { return };
            let question = question.clone();
            let put = move || {
                let Some(question) = question(&subject) else {
                    return;
                };
                set_so_far.try_set(Some(0.0));
                let finish = {
                    let subject = Arc::clone(&subject);
                    move |answer| {
                        set_so_far.try_set(None);
                        told.try_set(Some((Arc::clone(&subject), answer)));
                        asked.try_set_value(None);
                    }
                };
                let hear = finish.clone();
                let put = worker::ask(&question, move |heard| match heard {
                    Ok(Answer::SoFar(share)) => {
                        set_so_far.try_set(Some(share));
                    }
                    answer => hear(answer),
                });
                match put {
                    Ok(worker) => {
                        asked.try_set_value(Some(worker));
                    }
                    Err(why) => finish(Err(why)),
                }
            };
            waiting.set_value(Some(later::after(REST, put)));
        });
        Self { told, so_far }
    }

    /// The answer about a subject, once it is there.
    pub fn about(self, subject: &Arc<K>) -> Option<Result<Answer, NoAnswer>> {
        self.told.with(|told| {
            let (of, answer) = told.as_ref()?;
            Arc::ptr_eq(of, subject).then(|| answer.clone())
        })
    }

    /// Why there is none, in words.
    pub fn trouble(self) -> Option<String> {
        self.told.with(|told| {
            let (_, answer) = told.as_ref()?;
            answer.as_ref().err().map(|why| why.words())
        })
    }
}
