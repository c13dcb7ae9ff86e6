//! The worker of the maps: one question in, how far it is and then the answer out.
//!
//! It is made for a question and ended with it, or before when a newer one takes its place; so it
//! keeps nothing and need not be told to stop.

use roadmap_core::background::{Answer, Question, Run};
use roadmap_worker::{listen, tell};

fn main() {
    listen(|numbers| answer(numbers, |told| tell(&told.to_numbers())));
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
