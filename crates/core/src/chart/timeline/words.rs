//! The timeline in words.

use super::{TimelineRow, TimelineSpec};
use crate::chart::placed::TextAlternative;
use crate::quantity;

impl TimelineRow {
    /// What the live region says of it.
    pub(super) fn words(&self) -> String {
        let mut words = [self.name.as_str(), ": ", &self.dates_words()].concat();
        if let Some(state) = self.state() {
            words.extend([", ", state]);
        }
        words
    }

    fn dates_words(&self) -> String {
        let dates: Vec<&str> = self.dates.iter().map(|date| &*date.words).collect();
        dates.join("; ")
    }

    const fn state(&self) -> Option<&'static str> {
        match (self.is_in_conflict, self.is_proposed) {
            (true, _) => Some("the dates differ"),
            (false, true) => Some("proposed, not told by a source"),
            (false, false) => None,
        }
    }
}

impl TimelineSpec {
    /// The sentence and the table, a row for each thing in sight.
    pub(super) fn words(&self, rows: &[&TimelineRow]) -> TextAlternative {
        let told = rows.iter().map(|row| {
            vec![
                row.name.clone(),
                row.dates_words(),
                row.state().unwrap_or("told").to_owned(),
            ]
        });
        TextAlternative {
            sentence: self.sentence(rows),
            columns: ["What", "When", "Standing"].map(str::to_owned).to_vec(),
            rows: told.collect(),
        }
    }

    fn sentence(&self, rows: &[&TimelineRow]) -> String {
        let [from, to] = self
            .window()
            .map(|years| (years.floor() as i64).to_string());
        let count = quantity::count(rows.len());
        let mut sentence = [
            self.title.as_str(),
            ": ",
            &count,
            if rows.len() == 1 { " thing" } else { " things" },
            " from ",
            &from,
            " to ",
            &to,
        ]
        .concat();
        let proposed = rows.iter().filter(|row| row.is_proposed).count();
        if proposed > 0 {
            sentence.extend([", ", &quantity::count(proposed), " of them only proposed"]);
        }
        let differ = rows.iter().filter(|row| row.is_in_conflict).count();
        if differ > 0 {
            let differ = quantity::count(differ);
            sentence.extend(["; of ", &differ, " the sources tell different dates"]);
        }
        sentence.push('.');
        sentence
    }
}
