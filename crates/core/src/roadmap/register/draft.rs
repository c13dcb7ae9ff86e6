//! An entry on its way to an action: what it brings along, and what an action still needs.

use crate::data::GrandChallenge;
use crate::data::roadmap::{DigitalTheme, Horizon, OwnerKind, Stage};
use crate::data::scenario_file::quoted;
use crate::data::wire::EntryWire;

/// A draft of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What is said of it already: a name and words.
    pub told: Vec<(&'static str, String)>,
    /// What nobody has said yet, in the order of the file.
    pub missing: Vec<String>,
    /// The action as the roadmap's content files hold it; what is missing stands as a remark.
    pub toml: String,
}

/// Drafts an action from an entry.
#[must_use]
pub fn draft(entry: &EntryWire) -> Draft {
    let mut draft = Draft {
        told: Vec::new(),
        missing: Vec::new(),
        toml: String::from("[[action]]\n"),
    };
    let pipeline = entry.innovation.trim();
    let what = if pipeline.is_empty() {
        entry.initiative.trim().to_owned()
    } else {
        format!("{} In the pipeline: {pipeline}", entry.initiative.trim())
    };
    draft.field("id", None, &entry.id);
    draft.field("title", Some("Title"), entry.initiative.trim());
    draft.field("what", Some("What would be done"), &what);
    draft.field("why", Some("The reason for it"), entry.priority.trim());
    draft.lacks("foundation", "its foundation of productivity");
    draft.list(
        "grand_challenges",
        "its grand challenge",
        &entry.grand_challenge,
    );
    if let Some(challenge) = GrandChallenge::from_key(&entry.grand_challenge) {
        let title = challenge.title().to_owned();
        draft.told.push(("Grand Challenge", title));
    }
    draft.lacks("challenges", "the challenges that it is about");
    draft.field("owner", Some("Who would lead"), entry.organisation.trim());
    let kind = OwnerKind::ALL
        .iter()
        .find(|own| own.title().eq_ignore_ascii_case(entry.organisation.trim()));
    draft.field("owner_kind", None, kind.map_or("", |own| own.key()));
    draft.field("stage", None, Stage::Idea.key());
    draft.told.push(("Stage", Stage::Idea.title().to_owned()));
    draft.field("horizon", None, Horizon::Months12To18.key());
    let horizon = Horizon::Months12To18.title().to_owned();
    draft.told.push(("When", horizon));
    draft.field(
        "barrier",
        Some("What stands in the way"),
        entry.barrier.trim(),
    );
    draft.lacks("indicators", "the figures that should move");
    draft.lacks("claims", "the evidence that it leans on");
    let theme = DigitalTheme::from_key(&entry.theme).map_or("", DigitalTheme::key);
    if !theme.is_empty() {
        draft.list("themes", "", theme);
    }
    if let Some(document) = &entry.document {
        draft.field("document", None, document);
    }
    draft
}

impl Draft {
    /// A field with words; one without is missing.
    fn field(&mut self, key: &'static str, name: Option<&'static str>, words: &str) {
        if words.is_empty() {
            self.lacks(key, name.unwrap_or("what kind of body would lead"));
            return;
        }
        self.toml.push_str(&format!("{key} = {}\n", quoted(words)));
        if let Some(name) = name {
            self.told.push((name, words.to_owned()));
        }
    }

    /// A field with one key in a list.
    fn list(&mut self, key: &'static str, name: &'static str, words: &str) {
        if words.is_empty() {
            self.lacks(key, name);
        } else {
            let words = quoted(words);
            self.toml.push_str(&format!("{key} = [{words}]\n"));
        }
    }

    fn lacks(&mut self, key: &str, name: &str) {
        let name = name.to_lowercase();
        self.toml.push_str(&format!("# {key} = ? ({name})\n"));
        self.missing.push(name);
    }
}
