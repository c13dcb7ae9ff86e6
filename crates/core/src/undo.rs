//! Steps there and back.

/// What was there before, to be had back: steps that were undone can be done again until
/// something else is done. `MOST` steps are kept: as it stands, more than anybody remembers.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo<T, const MOST: usize = 200> {
    past: Vec<T>,
    undone: Vec<T>,
}

impl<T, const MOST: usize> Default for Undo<T, MOST> {
    fn default() -> Self {
        Self {
            past: Vec::new(),
            undone: Vec::new(),
        }
    }
}

impl<T, const MOST: usize> Undo<T, MOST> {
    /// Keeps what was there before a step.
    pub fn keep(&mut self, before: T) {
        self.undone.clear();
        self.past.push(before);
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// What was there before the last step, in return for what is there now.
    pub fn undo(&mut self, now: T) -> Option<T> {
        let before = self.past.pop()?;
        self.undone.push(now);
        Some(before)
    }

    /// What was there before the last step was undone.
    pub fn redo(&mut self, now: T) -> Option<T> {
        let after = self.undone.pop()?;
        self.past.push(now);
        Some(after)
    }

    /// Whether there is a step to undo, and one to do again.
    #[must_use]
    pub const fn can(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.undone.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_undone_and_done_again() {
        let mut undo = Undo::<i32>::default();
        assert_eq!((undo.can(), undo.undo(0)), ((false, false), None));
        undo.keep(0);
        undo.keep(1);
        assert_eq!(undo.undo(2), Some(1));
        assert_eq!(undo.can(), (true, true));
        assert_eq!(undo.redo(1), Some(2));
        assert_eq!(undo.undo(2), Some(1));
        assert_eq!(undo.undo(1), Some(0));
        undo.keep(0);
        assert_eq!(undo.redo(5), None);
    }

    #[test]
    fn the_oldest_step_is_given_up_for_the_newest() {
        let mut undo = Undo::<i32, 2>::default();
        for step in 0..4 {
            undo.keep(step);
        }
        assert_eq!((undo.undo(4), undo.undo(3)), (Some(3), Some(2)));
        assert_eq!(undo.undo(2), None);
    }
}
