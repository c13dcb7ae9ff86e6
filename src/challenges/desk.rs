//! What the parts of a challenge map share: the figures, the window, what is pointed at.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::area::AreaCode;
use roadmap_core::atlas::{Atlas, Brush, Chosen, MapFigures, Pair, Ranking, Shading, kept_near};
use roadmap_core::chart::Frame;
use roadmap_core::chart::area_map::Ground;
use roadmap_core::geo::{Bounds, Viewport};
use roadmap_core::page::map::{MapPage, Window};

use super::story::{self, Followed, Told};
use crate::explorer::{Explorer, Shared};

/// A handle to all of it, cheap to copy and given down by context.
#[derive(Clone, Copy)]
pub struct Desk {
    explorer: Explorer,
    atlas: StoredValue<Arc<Atlas>>,
    map: Memo<MapPage>,
    chosen: Memo<Option<Arc<Chosen>>>,
    measured: Memo<Option<Arc<MapFigures>>>,
    story: Memo<Option<Told>>,
    so_far: Signal<Option<f64>>,
    trouble: Signal<Option<String>>,
    figures: Memo<Option<Arc<MapFigures>>>,
    ranking: Memo<Arc<Ranking>>,
    shading: Memo<Option<Arc<Shading>>>,
    /// The area under the pointer or reached by keyboard, as a place among the rows.
    pub pointed: RwSignal<Option<usize>>,
    /// What is brushed; areas outside recede.
    pub brushed: RwSignal<Option<Brush>>,
    window: Memo<Option<Window>>,
    /// What the reader's hands hold, finer than a link tells it, with the link's window that it
    /// stands for: another link, or Back, wins over it.
    held: RwSignal<Option<(Viewport, Option<Window>)>>,
}

impl Desk {
    /// Lays the desk out for an atlas.
    pub fn new(explorer: Explorer, atlas: Arc<Atlas>) -> Self {
        let choices = explorer.part(|page| page.map.clone());
        let read = Memo::new(move |_| choices.with(MapPage::read));
        let map = Memo::new(move |_| read.with(|(map, _)| map.clone()));
        let atlas = StoredValue::new(atlas);
        let chosen = Memo::new(move |_| {
            let shared = explorer.shared();
            let chosen = read.with(|(map, refused)| {
                atlas.with_value(|atlas| atlas.choose(&shared.dataset, map, refused))
            });
            chosen.map(Arc::new)
        });
        let measured = Memo::new(move |_| {
            let chosen = chosen.get()?;
            let shared = explorer.shared();
            let (slug, period) = (&chosen.subject.slug, chosen.period.as_deref());
            let figures = atlas
                .with_value(|atlas| atlas.figures(&shared.dataset, slug, chosen.level, period));
            figures.map(Arc::new)
        });
        let Followed {
            story,
            so_far,
            trouble,
        } = story::follow(explorer, atlas, map, chosen, measured);
        let figures = story::part(story, |story| story.figures().clone());
        let ranking = story::part(story, |story| story.ranking().clone());
        let shading = story::part(story, |story| story.shading().clone());
        let ranking = Memo::new(move |_| ranking.get().unwrap_or_default());
        Self {
            explorer,
            atlas,
            map,
            chosen,
            measured,
            story,
            so_far,
            trouble,
            figures,
            ranking,
            shading,
            pointed: RwSignal::new(None),
            brushed: RwSignal::new(None),
            window: Memo::new(move |_| map.with(|map| map.window)),
            held: RwSignal::new(None),
        }
    }

    /// The same desk for the second measure: what is pointed at, brushed and pinned and the
    /// window are shared, so that two maps move together.
    pub fn second(self) -> Self {
        let (explorer, atlas, map) = (self.explorer, self.atlas, self.map);
        let first = self.figures;
        let measured = Memo::new(move |_| {
            let slug = map.with(|map| map.second.clone())?;
            let layer =
                first.with(|first| first.as_ref().map(|first| (first.level, first.vintage)))?;
            let shared = explorer.shared();
            let figures = atlas
                .with_value(|atlas| atlas.figures(&shared.dataset, &slug, layer.0, None))
                .filter(|figures| (figures.level, figures.vintage) == layer);
            figures.map(Arc::new)
        });
        let story = story::of_values(atlas, map, measured);
        let figures = story::part(story, |story| story.figures().clone());
        let ranking = story::part(story, |story| story.ranking().clone());
        let shading = story::part(story, |story| story.shading().clone());
        Self {
            measured,
            story,
            figures,
            ranking: Memo::new(move |_| ranking.get().unwrap_or_default()),
            shading,
            ..self
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

    /// The data that never changes.
    pub fn shared(self) -> Arc<Shared> {
        self.explorer.shared()
    }

    /// The shapes and figures.
    pub fn atlas(self) -> Arc<Atlas> {
        self.atlas.get_value()
    }

    /// What the reader has chosen about the map.
    pub fn map(self) -> Memo<MapPage> {
        self.map
    }

    /// Measure, level and period; none when there is nothing to show at all.
    pub fn chosen(self) -> Memo<Option<Arc<Chosen>>> {
        self.chosen
    }

    /// What the map says.
    pub fn story(self) -> Memo<Option<Told>> {
        self.story
    }

    /// Which share of a test in the background is done while it runs, 0 to 1.
    pub fn so_far(self) -> Signal<Option<f64>> {
        self.so_far
    }

    /// Why a test in the background has no answer, in words.
    pub fn trouble(self) -> Signal<Option<String>> {
        self.trouble
    }

    /// The figures of the measure with those of the second one, or why they can't be put
    /// together.
    pub fn both(self) -> Option<Result<Pair, String>> {
        let figures = self.measured.get()?;
        Some(story::both(self.explorer, self.atlas, self.map, &figures))
    }

    /// The figures by which areas stand in order.
    pub fn figures(self) -> Memo<Option<Arc<MapFigures>>> {
        self.figures
    }

    /// The figures in order.
    pub fn ranking(self) -> Memo<Arc<Ranking>> {
        self.ranking
    }

    /// The figures in classes.
    pub fn shading(self) -> Memo<Option<Arc<Shading>>> {
        self.shading
    }

    /// The shapes of the chosen level.
    pub fn ground(self) -> Option<Arc<Ground>> {
        let layer = self.figures.with(|figures| {
            let figures = figures.as_deref()?;
            Some((figures.level, figures.vintage))
        });
        let (level, vintage) = layer?;
        let shared = self.shared();
        self.atlas
            .with_value(|atlas| atlas.ground(&shared.dataset, level, vintage))
    }

    /// The pinned area as a place among the rows; none when it is of another level.
    pub fn pinned(self) -> Option<usize> {
        let pin = self.map.with(|map| map.pin.clone())?;
        self.figures.with(|figures| {
            let rows = &figures.as_deref()?.rows;
            rows.iter().position(|row| row.code == pin)
        })
    }

    /// The area that the side of the page is about: pointed at, or else pinned.
    pub fn told(self) -> Option<usize> {
        self.pointed.get().or_else(|| self.pinned())
    }

    /// What a frame shows of the map: what hands hold, or else the link's window, or else the
    /// whole place.
    pub fn view(self, frame: Frame) -> Option<Viewport> {
        let (width_px, height_px) = (frame.width_px, frame.height_px);
        if let Some(view) = self.held() {
            return Some(view.resized(width_px, height_px));
        }
        let window = self.window.get();
        let ground = self.ground()?;
        self.atlas
            .with_value(|atlas| atlas.view(&ground, window.as_ref(), width_px, height_px))
    }

    /// Moves the map under the reader's hands; the link follows once it is [settled](Self::settle).
    pub fn hold(self, view: &Viewport) {
        if let Some(ground) = untrack(|| self.ground()) {
            let window = self.window.get_untracked();
            self.held.set(Some((kept_near(view, &ground), window)));
        }
    }

    /// Writes what hands hold into the link, once it has come to rest.
    pub fn settle(self) {
        if let Some(view) = untrack(|| self.held()) {
            let window = self.atlas.with_value(|atlas| atlas.window(&view.window()));
            self.adjust(|map| map.window = Some(window));
            // As the link tells it, with its few decimals.
            self.held.set(Some((view, self.window.get_untracked())));
        }
    }

    fn held(self) -> Option<Viewport> {
        let window = self.window.get();
        let held = self.held.get().filter(|(_, of)| *of == window);
        held.map(|(view, _)| view)
    }

    /// Shows the whole of a box.
    pub fn show(self, bounds: &Bounds) {
        let window = self.atlas.with_value(|atlas| atlas.window_around(bounds));
        self.adjust(|map| map.window = Some(window));
        self.held.set(None);
    }

    /// Shows the whole place.
    pub fn show_all(self) {
        self.adjust(|map| map.window = None);
        self.held.set(None);
    }

    /// Changes the map, with an entry that Back returns from.
    pub fn go(self, change: impl FnOnce(&mut MapPage)) {
        let mut map = self.map.get_untracked();
        change(&mut map);
        self.explorer.go(|page| page.map = map.write());
    }

    /// Changes the map without an entry of its own.
    pub fn adjust(self, change: impl FnOnce(&mut MapPage)) {
        let mut map = self.map.get_untracked();
        change(&mut map);
        self.explorer.adjust(|page| page.map = map.write());
    }

    /// What the reader's own index is made of; the challenge's own until a weight is moved.
    pub fn weights(self) -> Vec<(String, i8)> {
        let own = self.map.with(|map| map.weights.clone());
        if own.is_empty() {
            story::first_weights(self.atlas, self.chosen)
        } else {
            own
        }
    }

    /// Weighs a measure anew, or with none leaves it out.
    pub fn weigh(self, slug: &str, weight: Option<i8>) {
        let mut weights = untrack(|| self.weights());
        match (weights.iter_mut().find(|(own, _)| own == slug), weight) {
            (Some((_, own)), Some(weight)) => *own = weight,
            (None, Some(weight)) => weights.push((slug.to_owned(), weight)),
            (_, None) => weights.retain(|(own, _)| own != slug),
        }
        self.adjust(|map| map.weights = weights);
    }

    /// Pins an area.
    pub fn keep(self, at: usize) {
        let code = self.code_of(at);
        self.go(|map| map.pin = code);
    }

    fn code_of(self, at: usize) -> Option<AreaCode> {
        self.figures.with_untracked(|figures| {
            let row = figures.as_deref()?.rows.get(at)?;
            Some(row.code.clone())
        })
    }

    /// Pins an area, or takes the pin away when it is pinned already.
    pub fn pin(self, at: Option<usize>) {
        let code = at.and_then(|at| self.code_of(at));
        self.go(|map| {
            map.pin = code.filter(|code| map.pin.as_ref() != Some(code));
        });
    }
}
