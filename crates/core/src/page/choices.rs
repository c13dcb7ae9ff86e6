//! What a link says of a view, in its own words.

/// The choices of a view, each a name and the words a link gave, in the order of the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices<C>(Vec<(C, String)>);

impl<C> Default for Choices<C> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<C: Copy + Ord> Choices<C> {
    /// The words of a choice.
    #[must_use]
    pub fn get(&self, choice: C) -> Option<&str> {
        let mut all = self.0.iter();
        all.find(|(own, _)| *own == choice)
            .map(|(_, words)| words.as_str())
    }

    /// Sets a choice, or with none takes it away.
    pub fn set(&mut self, choice: C, words: Option<String>) {
        self.0.retain(|(own, _)| *own != choice);
        if let Some(words) = words {
            let place = self.0.iter().take_while(|(own, _)| *own < choice).count();
            self.0.insert(place, (choice, words));
        }
    }

    /// Every choice that was made.
    pub fn iter(&self) -> impl Iterator<Item = (C, &str)> {
        self.0
            .iter()
            .map(|(choice, words)| (*choice, words.as_str()))
    }
}
