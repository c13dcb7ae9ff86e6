//! What a reader says of a future and no link carries: its name and reasons, the file of it, and
//! what is kept of it on this device.

use leptos::prelude::*;
use leptos::task::spawn_local;
use roadmap_core::data::model::Setting;
use roadmap_core::data::scenario_file::{self, ScenarioFile};
use roadmap_core::page::scenarios::{Part, ScenariosPage};

use super::desk::Desk;
use super::more;
use crate::edge::keep;
use crate::show;

/// The reader's own, cheap to copy.
#[derive(Clone, Copy, Default)]
pub struct Own {
    words: RwSignal<Words>,
    /// Whether the reader has changed anything here: a link that is only looked at must not take
    /// the place of the future that is kept.
    is_touched: RwSignal<bool>,
    /// The futures of a workshop.
    pub files: RwSignal<Vec<ScenarioFile>>,
}

#[derive(Clone, Debug, Default)]
struct Words {
    name: Option<String>,
    reasons: Vec<(Setting, String)>,
}

impl Own {
    /// The reader has changed something.
    pub fn touch(self) {
        self.is_touched.set(true);
    }

    /// Why a lever stands where it does, in the reader's words.
    pub fn reason(self, setting: Setting) -> String {
        self.words.with(|words| {
            let mut reasons = words.reasons.iter();
            let own = reasons.find(|(own, _)| *own == setting);
            own.map(|(_, why)| why.clone()).unwrap_or_default()
        })
    }

    /// Takes in why a lever stands where it does.
    pub fn give_reason(self, setting: Setting, why: &str) {
        self.touch();
        self.words.update(|words| {
            words.reasons.retain(|(own, _)| *own != setting);
            if !why.trim().is_empty() {
                words.reasons.push((setting, why.trim().to_owned()));
                words.reasons.sort_by_key(|(setting, _)| *setting);
            }
        });
    }

    /// Takes in what the reader calls the future.
    pub fn call(self, name: &str) {
        self.touch();
        let name = Some(name.trim()).filter(|name| !name.is_empty());
        self.words
            .update(|words| words.name = name.map(str::to_owned));
    }

    fn take_over(self, file: ScenarioFile) {
        self.words.try_set(Words {
            name: Some(file.name),
            reasons: file.reasons,
        });
    }
}

impl Desk {
    /// What the reader calls the future; else what it is called here.
    pub fn file_name(self) -> String {
        let own = self.own().words.with(|words| words.name.clone());
        own.unwrap_or_else(|| self.run().with(|run| run.name.clone()))
    }

    /// The future as a file.
    pub fn file(self) -> ScenarioFile {
        let name = self.file_name();
        let reasons = self.own().words.with(|words| words.reasons.clone());
        self.page().with(|page| page.file(&name, &reasons))
    }

    /// Whether a file tells of the future that is shown.
    pub fn is_shown(self, file: &ScenarioFile) -> bool {
        let own = self.page().try_get_untracked();
        own.is_some_and(|own| {
            let mut page = own.clone();
            page.open_file(self.evidence(), file);
            (page.future, page.levers, page.shifts) == (own.future, own.levers, own.shifts)
        })
    }

    /// Opens the future of a file.
    pub fn open_file(self, file: &ScenarioFile) {
        self.own().take_over(file.clone());
        self.change(|page| {
            page.open_file(self.evidence(), file);
            page.part = Part::Explore;
        });
    }

    /// Lays the futures of a workshop side by side.
    pub fn lay_together(self, files: Vec<ScenarioFile>) {
        self.own().files.set(files);
        self.go(|page| page.part = Part::Together);
    }

    /// Takes over what was said before, on this device, of the future that the link tells of.
    pub fn take_over_words(self) {
        let is_as_told = self.page().with_untracked(ScenariosPage::is_as_told);
        let Some(text) = keep::future().filter(|_| !is_as_told) else {
            return;
        };
        spawn_local(async move {
            let read = more::READ.get().await.ok();
            let file = read.and_then(|read| read(&text, self.evidence()).ok());
            if let Some(file) = file.filter(|file| self.is_shown(file)) {
                self.own().take_over(file);
            }
        });
    }

    /// Keeps the reader's own future on this device as it is made.
    pub fn keep_on_device(self) {
        let kept = Memo::new(move |_| {
            let is_as_told = self.page().with(ScenariosPage::is_as_told);
            (self.own().is_touched.get() && !is_as_told).then(|| scenario_file::write(&self.file()))
        });
        show::effect(move || {
            kept.with(|kept| {
                if let Some(text) = kept {
                    keep::set_future(Some(text));
                }
            });
        });
    }
}
