//! What the parts of the view share: the industries, the choice, the table.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::area::AreaCode;
use roadmap_core::data::{Industries, IndustryLevel};
use roadmap_core::page::sectors::SectorsPage;
use roadmap_core::picture::Picture;
use roadmap_core::sectors::pictures::Album;
use roadmap_core::sectors::{Choice, Chosen, Ground, Landscape, NoAnswer, Reach, Table};

use crate::explorer::Explorer;

/// A handle to all of it, cheap to copy and given down by context.
#[derive(Clone, Copy)]
pub struct Desk {
    explorer: Explorer,
    industries: StoredValue<Arc<Industries>>,
    page: Memo<SectorsPage>,
    chosen: Memo<Option<Arc<Chosen>>>,
    table: Memo<Answer<Table>>,
    landscape: Memo<Answer<Landscape>>,
    reach: Memo<Answer<Reach>>,
}

/// An answer that parts of the page share, or why there is none; nothing while no jobs of the
/// place are told at all.
pub type Answer<T> = Option<Result<Arc<T>, String>>;

impl Desk {
    /// Lays the desk out.
    pub fn new(explorer: Explorer, industries: Arc<Industries>) -> Self {
        let choices = explorer.part(|page| page.sectors.clone());
        let area = explorer.area();
        let industries = StoredValue::new(industries);
        let read = Memo::new(move |_| choices.with(SectorsPage::read));
        let page = Memo::new(move |_| read.with(|(page, _)| page.clone()));
        let chosen = Memo::new(move |_| {
            let place = area.get();
            let chosen = read.with(|(page, refused)| {
                industries.with_value(|all| Chosen::of(all, page, refused, place.as_str()))
            });
            chosen.map(Arc::new)
        });
        let choice = Memo::new(move |_| {
            chosen.with(|chosen| chosen.as_ref().map(|chosen| chosen.choice.clone()))
        });
        let table = Memo::new(move |_| {
            let choice = choice.get()?;
            let table = industries.with_value(|all| Table::new(all, &choice));
            Some(table.map(Arc::new).map_err(|why| sentence(&why)))
        });
        // The same for all places and benchmarks, so that only these two ask for it anew.
        let counted = Memo::new(move |_| choice.get().map(|own| (own.year, own.agencies)));
        let landscape = Memo::new_with_compare(
            move |_| {
                let (year, agencies) = counted.get()?;
                let level = IndustryLevel::Division;
                let landscape =
                    industries.with_value(|all| Landscape::new(all, level, year, agencies));
                Some(landscape.map(Arc::new).map_err(|why| sentence(&why)))
            },
            |_: Option<&Answer<Landscape>>, _| true,
        );
        let reach = Memo::new(move |_| match landscape.get()? {
            Ok(landscape) => {
                let choice = choice.get()?;
                let reach = industries.with_value(|all| {
                    let place = Ground::find(all, &choice.place)?;
                    Reach::of(all, &landscape, &place, choice.agencies)
                });
                Some(reach.map(Arc::new).map_err(|why| sentence(&why)))
            }
            Err(why) => Some(Err(why)),
        });
        Self {
            explorer,
            industries,
            page,
            chosen,
            table,
            landscape,
            reach,
        }
    }

    /// The desk of this view.
    pub fn here() -> Self {
        expect_context()
    }

    /// The explorer around it.
    pub fn explorer(self) -> Explorer {
        self.explorer
    }

    /// What the reader has chosen about sectors.
    pub fn page(self) -> Memo<SectorsPage> {
        self.page
    }

    /// What is asked, and what could not be honoured.
    pub fn chosen(self) -> Memo<Option<Arc<Chosen>>> {
        self.chosen
    }

    /// The industries of the place beside the benchmark.
    pub fn table(self) -> Memo<Answer<Table>> {
        self.table
    }

    /// Every district by every division.
    pub fn landscape(self) -> Memo<Answer<Landscape>> {
        self.landscape
    }

    /// What is near to the place's strengths.
    pub fn reach(self) -> Memo<Answer<Reach>> {
        self.reach
    }

    /// Whether a place has pages of its own here.
    pub fn has_page(self, key: &str) -> bool {
        let code = AreaCode::new(key).ok();
        code.is_some_and(|code| self.explorer.shared().dataset.has_page(&code))
    }

    /// Asks the industries something about the choice.
    pub fn ask<T>(
        self,
        question: impl FnOnce(&Industries, &Choice) -> Result<T, NoAnswer>,
    ) -> Answer<T> {
        let chosen = self.chosen.get()?;
        let answer = self
            .industries
            .with_value(|all| question(all, &chosen.choice));
        Some(answer.map(Arc::new).map_err(|why| sentence(&why)))
    }

    /// Asks the industries something that no choice changes.
    pub fn ask_all<T>(
        self,
        question: impl FnOnce(&Industries) -> Result<T, NoAnswer>,
    ) -> Arc<Result<T, String>> {
        let answer = self.industries.with_value(|all| question(all));
        Arc::new(answer.map_err(|why| sentence(&why)))
    }

    /// Draws something of the industries, if it is told.
    pub fn draw<P: Into<Option<Picture>>>(
        self,
        picture: impl FnOnce(Album<'_>) -> P,
    ) -> Option<Arc<Picture>> {
        self.album(picture).into().map(Arc::new)
    }

    /// Draws several pictures of the industries.
    pub fn album<T>(self, pictures: impl FnOnce(Album<'_>) -> T) -> T {
        let shared = self.explorer.shared();
        self.industries.with_value(|industries| {
            pictures(Album {
                industries,
                dataset: &shared.dataset,
            })
        })
    }

    /// Changes the page, with an entry that Back returns from.
    pub fn go(self, change: impl FnOnce(&mut SectorsPage)) {
        let mut page = self.page.get_untracked();
        change(&mut page);
        self.explorer.go(|whole| whole.sectors = page.write());
    }
}

/// Why there is no answer, as a sentence.
fn sentence(why: &NoAnswer) -> String {
    format!("{why}.")
}
