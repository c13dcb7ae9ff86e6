//! What the parts of the view share: the choice, the runs, and the ways to change them.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use roadmap_core::data::model::{Evidence, Setting};
use roadmap_core::futures::{Asked, CentralRun, Chosen, Run};
use roadmap_core::model::bands::Bands;
use roadmap_core::model::contributions::Contributions;
use roadmap_core::model::ensemble::Kept;
use roadmap_core::model::output::Output;
use roadmap_core::model::remote::{Future, Question, Told, Wanted};
use roadmap_core::model::sensitivity::Swing;
use roadmap_core::page::scenarios::{Chart, Part, ScenariosPage};
use roadmap_core::picture::Picture;
use roadmap_core::undo::Undo;

use super::load::Place;
use super::office::Office;
use super::own::Own;
use crate::edge::timing;
use crate::explorer::Explorer;
use crate::show;

/// A handle to all of it, cheap to copy and given down to every part.
#[derive(Clone, Copy)]
pub struct Desk {
    explorer: Explorer,
    place: Place,
    page: Memo<ScenariosPage>,
    /// A lever under the reader's hand, ahead of the link.
    moving: RwSignal<Option<(Setting, f64)>>,
    chosen: Memo<Arc<Chosen>>,
    run: Memo<Arc<Run>>,
    answers: Answers,
    undo: RwSignal<Undo<ScenariosPage>>,
    own: Own,
}

/// What came back of what was asked beside the page.
#[derive(Clone, Copy)]
struct Answers {
    bands: RwSignal<Option<(Question, Arc<Bands>)>>,
    contributions: RwSignal<Option<(Question, Arc<Contributions>)>>,
    tornado: RwSignal<Option<(Question, Arc<Vec<Swing>>)>>,
}

impl Desk {
    /// Lays the desk out.
    pub fn new(explorer: Explorer, place: Place) -> Self {
        let choices = explorer.part(|page| page.scenarios.clone());
        let area = explorer.area();
        let moving = RwSignal::new(None);
        let read = Memo::new(move |_| choices.with(ScenariosPage::read));
        let page = Memo::new(move |_| read.with(|(page, _)| page.clone()));
        let chosen = Memo::new(move |_| {
            let mut chosen = read.with(|(page, refused)| {
                area.with(|area| Chosen::of(place.model, page, refused, area))
            });
            if let Some((setting, value)) = moving.get() {
                chosen.settings.set(setting, value);
            }
            Arc::new(chosen)
        });
        let future = Memo::new(move |_| chosen.with(|chosen| chosen.future()));
        let central = Mutex::new(CentralRun::new(place.prepared, place.middle));
        let results = Memo::new_with_compare(
            move |_| {
                let _span = timing::span("roadmap-run-central");
                let Future { settings, shifts } = future.get();
                // Every run fills its room anew, so one that was broken off leaves nothing behind.
                let mut central = central.lock().unwrap_or_else(PoisonError::into_inner);
                Arc::new(central.run(place.prepared, &settings, &shifts))
            },
            |_, _| true,
        );
        let answers = Answers {
            bands: RwSignal::new(None),
            contributions: RwSignal::new(None),
            tornado: RwSignal::new(None),
        };
        let run = Memo::new_with_compare(
            move |_| {
                let results = results.with(|results| (**results).clone());
                let name = chosen.with(|chosen| chosen.name(&place.model.evidence));
                let base = chosen.with(|chosen| chosen.base.clone());
                let Future { settings, shifts } = future.get();
                let bands = answers.bands.with(|told| {
                    let told = told.as_ref();
                    // A band of a moment ago stays while a lever moves, so that nothing flickers;
                    // that of another future would be a wrong answer.
                    let told = told.filter(|(asked, _)| {
                        future.with(|future| asked.future.is_within_a_lever_of(future))
                    });
                    told.map(|(_, bands)| (**bands).clone())
                });
                Arc::new(Run {
                    name,
                    base,
                    settings,
                    shifts,
                    results,
                    bands,
                })
            },
            |_, _| true,
        );
        let desk = Self {
            explorer,
            place,
            page,
            moving,
            chosen,
            run,
            answers,
            undo: RwSignal::default(),
            own: Own::default(),
        };
        desk.take_over_words();
        desk.ask_beside();
        desk.keep_on_device();
        desk
    }

    /// The explorer around it.
    pub fn explorer(self) -> Explorer {
        self.explorer
    }

    /// What is known of the place.
    pub fn place(self) -> Place {
        self.place
    }

    /// The evidence.
    pub fn evidence(self) -> &'static Evidence {
        &self.place.model.evidence
    }

    /// What the reader has chosen about scenarios.
    pub fn page(self) -> Memo<ScenariosPage> {
        self.page
    }

    /// The same, held against the evidence.
    pub fn chosen(self) -> Memo<Arc<Chosen>> {
        self.chosen
    }

    /// The future as it was run.
    pub fn run(self) -> Memo<Arc<Run>> {
        self.run
    }

    /// What is the reader's own and in no link.
    pub fn own(self) -> Own {
        self.own
    }

    /// Where a lever stands.
    pub fn level(self, setting: Setting) -> f64 {
        self.chosen.with(|chosen| chosen.settings.get(setting))
    }

    /// How many draws are in for the future as it stands.
    pub fn draws(self) -> u32 {
        let own = self.of_all_years(Wanted::Bands);
        self.answers.bands.with(|told| {
            let told = told.as_ref().filter(|(asked, _)| *asked == own);
            told.map_or(0, |(_, bands)| bands.draws)
        })
    }

    /// Asks the runs something.
    pub fn ask<T>(self, question: impl FnOnce(&Asked<'_>) -> T) -> T {
        let (outcome, target) = self.page.with(|page| (page.outcome, page.target));
        self.ask_about(outcome, target, question)
    }

    /// Asks the runs something of another outcome than the chosen one.
    pub fn ask_of<T>(self, output: Output, question: impl FnOnce(&Asked<'_>) -> T) -> T {
        self.ask_about(output, None, question)
    }

    fn ask_about<T>(
        self,
        output: Output,
        target: Option<f64>,
        question: impl FnOnce(&Asked<'_>) -> T,
    ) -> T {
        let shared = self.explorer.shared();
        let (area, year) = self.chosen.with(|chosen| (chosen.area, chosen.year));
        self.run.with(|own| {
            question(&Asked {
                dataset: &shared.dataset,
                model: self.place.model,
                prepared: self.place.prepared,
                own,
                baseline: self.place.baseline,
                area,
                output,
                year,
                target,
            })
        })
    }

    /// A picture of the runs, made anew whenever what it reads changes.
    pub fn picture(
        self,
        draw: impl Fn(Self) -> Option<Picture> + Send + Sync + 'static,
    ) -> Memo<Option<Arc<Picture>>> {
        Memo::new_with_compare(
            move |_| {
                let _span = timing::span("roadmap-future-picture");
                draw(self).map(Arc::new)
            },
            |_: Option<&Option<Arc<Picture>>>, _| true,
        )
    }

    /// What each lever adds, once it is there for the future as it stands.
    pub fn contributions(self) -> Option<Arc<Contributions>> {
        let told = self.answers.contributions.get();
        let own = self.question(Wanted::Contributions);
        told.filter(|(asked, _)| *asked == own)
            .map(|(_, told)| told)
    }

    /// What the answer hangs on, once it is there for the future as it stands.
    pub fn tornado(self) -> Option<Arc<Vec<Swing>>> {
        let told = self.answers.tornado.get();
        let own = self.question(Wanted::Tornado);
        told.filter(|(asked, _)| *asked == own)
            .map(|(_, told)| told)
    }

    /// Changes the page, with an entry that Back returns from.
    pub fn go(self, change: impl FnOnce(&mut ScenariosPage)) {
        let mut page = self.page.get_untracked();
        change(&mut page);
        self.explorer.go(|whole| whole.scenarios = page.write());
    }

    /// Looks at the same future otherwise, without an entry of its own.
    pub fn look(self, change: impl FnOnce(&mut ScenariosPage)) {
        let mut page = self.page.get_untracked();
        change(&mut page);
        self.explorer.adjust(|whole| whole.scenarios = page.write());
    }

    /// Changes the future: a step that can be undone.
    pub fn change(self, change: impl FnOnce(&mut ScenariosPage)) {
        let before = self.page.get_untracked();
        let mut page = before.clone();
        change(&mut page);
        self.moving.set(None);
        if page == before {
            return;
        }
        self.own.touch();
        self.undo.update(|undo| undo.keep(before));
        self.put(&page);
    }

    /// Shows a lever where the reader holds it; [`Self::change`] follows when it is let go.
    pub fn hold(self, setting: Setting, value: f64) {
        self.moving.set(Some((setting, value)));
    }

    /// Lets go of a lever that was held and not moved.
    pub fn let_go(self) {
        self.moving.set(None);
    }

    /// A question about every year of the future as it stands.
    pub fn of_all_years(self, wanted: Wanted) -> Question {
        Question {
            since: 0,
            ..self.question(wanted)
        }
    }

    /// Whether there is a step to undo, and one to do again.
    pub fn can_undo(self) -> (bool, bool) {
        self.undo.with(Undo::can)
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(Undo::undo);
    }

    /// Does again what was taken back.
    pub fn redo(self) {
        self.step(Undo::redo);
    }

    fn step(
        self,
        step: impl FnOnce(&mut Undo<ScenariosPage>, ScenariosPage) -> Option<ScenariosPage>,
    ) {
        let now = self.page.get_untracked();
        let page = self.undo.try_update(|undo| step(undo, now)).flatten();
        if let Some(page) = page {
            self.moving.set(None);
            self.put(&page);
        }
    }

    /// The future in the address, without an entry of its own: there may be hundreds of steps.
    fn put(self, page: &ScenariosPage) {
        let mut page = page.clone();
        page.model = Some(self.evidence().model_version.clone()).filter(|_| !page.is_as_told());
        self.explorer.adjust(|whole| whole.scenarios = page.write());
    }

    fn question(self, wanted: Wanted) -> Question {
        let output = self.page.with(|page| page.outcome);
        self.chosen.with(|chosen| {
            let base_year = self.place.model.region.base_year;
            Question {
                number: 0,
                wanted,
                future: chosen.future(),
                focus: Kept {
                    area: chosen.area,
                    output,
                },
                since: usize::from(chosen.year.saturating_sub(base_year)),
            }
        })
    }

    /// Keeps what is asked beside the page up with the reader's choice.
    fn ask_beside(self) {
        let Answers {
            bands,
            contributions,
            tornado,
        } = self.answers;
        // Whoever has left the page meanwhile has no use for an answer.
        let hear = move |question: &Question, told: Told| match told {
            Told::Bands(told) => {
                bands.try_set(Some((question.clone(), Arc::new(told))));
            }
            Told::Contributions(told) => {
                contributions.try_set(Some((question.clone(), Arc::new(told))));
            }
            Told::Tornado(told) => {
                tornado.try_set(Some((question.clone(), Arc::new(told))));
            }
        };
        let for_bands = StoredValue::new_local(Office::open(self.place, hear));
        let wanted = Memo::new(move |_| self.of_all_years(Wanted::Bands));
        show::effect(move || for_bands.with_value(|office| office.ask(wanted.get())));
        // Reasons are asked of another, so that neither waits for the other.
        let for_reasons = StoredValue::new_local(None::<Office>);
        let reason = Memo::new(move |_| {
            let (part, chart) = self.page.with(|page| (page.part, page.chart));
            let wanted = match (part, chart) {
                (Part::Explore, Chart::Adds) => Wanted::Contributions,
                (Part::Explore, Chart::HangsOn) => Wanted::Tornado,
                _ => return None,
            };
            Some(self.question(wanted))
        });
        show::effect(move || {
            let Some(question) = reason.get() else { return };
            for_reasons.update_value(|office| {
                let office = office.get_or_insert_with(|| Office::open(self.place, hear));
                office.ask(question);
            });
        });
    }
}
