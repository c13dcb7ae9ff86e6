//! The explorer's state: the dataset, the page, and the ways to change it.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::area::AreaCode;
use roadmap_core::chart::Theme;
use roadmap_core::data::{Dataset, Finding};
use roadmap_core::link::{self, Notice};
use roadmap_core::page::{Mode, Page, TextSize, ThemeChoice};
use roadmap_core::picture::DistrictMap;

use crate::edge::screen::Screen;
use crate::edge::{address, keep, later, screen};

/// What never changes after loading.
#[derive(Debug)]
pub struct Shared {
    /// The figures.
    pub dataset: Dataset,
    /// The shapes of districts and neighbours; none when they could not be decoded.
    pub map: Option<DistrictMap>,
    /// Faults found in the pack, for the data page.
    pub findings: Vec<Finding>,
}

impl Shared {
    /// Decodes the shapes of a dataset.
    pub fn new(dataset: Dataset, mut findings: Vec<Finding>) -> Self {
        let (map, faults) = DistrictMap::decode(&dataset);
        findings.extend(faults);
        Self {
            dataset,
            map,
            findings,
        }
    }
}

/// A handle to all of it, cheap to copy and given down by context.
#[derive(Clone, Copy)]
pub struct Explorer {
    shared: StoredValue<Arc<Shared>>,
    page: RwSignal<Page>,
    seen: Signal<Page>,
    followers: StoredValue<Vec<RwSignal<Page>>>,
    changes: StoredValue<u32>,
    notices: RwSignal<Vec<Notice>>,
    kept_theme: RwSignal<Option<ThemeChoice>>,
    kept_text: RwSignal<TextSize>,
    screen: Signal<Screen>,
}

impl Explorer {
    /// Reads the page from the address and what is kept on the device.
    pub fn start(shared: Arc<Shared>) -> Self {
        let (page, notices) = link::read(&address::query(), &shared.dataset);
        let page = RwSignal::new(page);
        Self {
            shared: StoredValue::new(shared),
            page,
            seen: page.into(),
            followers: StoredValue::default(),
            changes: StoredValue::default(),
            notices: RwSignal::new(notices),
            kept_theme: RwSignal::new(keep::theme()),
            kept_text: RwSignal::new(keep::text_size()),
            screen: screen::follow(),
        }
    }

    /// The explorer of this page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The data that never changes.
    pub fn shared(self) -> Arc<Shared> {
        self.shared.get_value()
    }

    /// What the reader is looking at.
    pub fn page(self) -> Signal<Page> {
        self.page.into()
    }

    /// The explorer for a part of the page that follows at once while it is in sight, and
    /// else in its turn, after everything that is.
    pub fn following(self, is_in_sight: Signal<bool>) -> Self {
        let (page, screen) = (self.page, self.screen);
        let kept = RwSignal::new(page.get_untracked());
        self.followers.update_value(|followers| {
            followers.retain(|follower| !follower.is_disposed());
            followers.push(kept);
        });
        let seen = Memo::new(move |_| {
            if is_in_sight.get() || screen.with(|screen| screen.is_printing) {
                page.get()
            } else {
                kept.get()
            }
        });
        Self {
            seen: seen.into(),
            ..self
        }
    }

    /// One part of what is shown here, which changes only when that part does.
    pub fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&Page) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.seen.with(&of))
    }

    /// The chosen place.
    pub fn area(self) -> Memo<AreaCode> {
        let county = self
            .shared
            .with_value(|shared| shared.dataset.place.county.clone());
        self.part(move |page| page.area.clone().unwrap_or_else(|| county.clone()))
    }

    /// The slug of the chosen figure: the first headline when none is chosen.
    pub fn figure(self) -> Memo<String> {
        let first = self.shared.with_value(|shared| {
            let headlines = shared.dataset.headlines();
            headlines
                .first()
                .map_or_else(String::new, |measure| measure.slug.clone())
        });
        self.part(move |page| page.figure.clone().unwrap_or_else(|| first.clone()))
    }

    /// The layout.
    pub fn mode(self) -> Memo<Mode> {
        self.part(|page| page.mode)
    }

    /// The colours chosen by link or by the reader; none follows the system.
    pub fn theme_choice(self) -> Memo<Option<ThemeChoice>> {
        Memo::new(move |_| self.page.with(|page| page.theme).or(self.kept_theme.get()))
    }

    /// The text size chosen by link or by the reader.
    pub fn text_size(self) -> Memo<TextSize> {
        Memo::new(move |_| {
            let asked = self.page.with(|page| page.text_size);
            if asked == TextSize::default() {
                self.kept_text.get()
            } else {
                asked
            }
        })
    }

    /// What the device asks for.
    pub fn screen(self) -> Signal<Screen> {
        self.screen
    }

    /// The colours that pictures are drawn in now.
    pub fn theme(self) -> Memo<Theme> {
        let choice = self.theme_choice();
        Memo::new(move |_| {
            let screen = self.screen.get();
            match choice.get() {
                _ if screen.is_printing => Theme::Print,
                Some(ThemeChoice::Light) => Theme::Light,
                Some(ThemeChoice::Dark) => Theme::Dark,
                Some(ThemeChoice::HighContrast) => Theme::HighContrast,
                None if screen.is_high_contrast => Theme::HighContrast,
                None if screen.is_dark => Theme::Dark,
                None => Theme::Light,
            }
        })
    }

    /// What the link asked for that is not here.
    pub fn notices(self) -> Signal<Vec<Notice>> {
        self.notices.into()
    }

    /// Takes a notice away.
    pub fn dismiss(self, notice: &Notice) {
        self.notices
            .update(|notices| notices.retain(|other| other != notice));
    }

    /// Changes the page, with an entry that Back returns from.
    pub fn go(self, change: impl FnOnce(&mut Page)) {
        let mut page = self.page.get_untracked();
        change(&mut page);
        if page != self.page.get_untracked() {
            address::push(&link::write(&page));
            self.show(page);
        }
    }

    /// Changes the page without an entry of its own: a map pulled about, a weight moved.
    pub fn adjust(self, change: impl FnOnce(&mut Page)) {
        let mut page = self.page.get_untracked();
        change(&mut page);
        if page != self.page.get_untracked() {
            address::replace(&link::write(&page));
            self.show(page);
        }
    }

    /// Shows a page: what is in sight now, the rest when that is painted.
    fn show(self, page: Page) {
        self.page.set(page);
        self.changes
            .update_value(|count| *count = count.wrapping_add(1));
        let change = self.changes.get_value();
        later::after_paint(move || self.bring_on(change, 0));
    }

    /// Brings the parts that are out of sight up to the page, one a turn, so that no turn is
    /// long; a newer change starts over.
    fn bring_on(self, change: u32, turn: usize) {
        let next = self
            .followers
            .with_value(|followers| followers.get(turn).copied());
        if let Some(follower) = next.filter(|_| self.changes.get_value() == change) {
            // A follower whose part of the page is gone has nothing left to set.
            drop(follower.try_set(self.page.get_untracked()));
            later::next_turn(move || self.bring_on(change, turn.saturating_add(1)));
        }
    }

    /// Goes to a place.
    pub fn go_to(self, area: AreaCode) {
        let is_county = self
            .shared
            .with_value(|shared| shared.dataset.place.county == area);
        self.go(|page| page.area = (!is_county).then_some(area));
    }

    /// Reads the address again after Back or Forward.
    pub fn follow_address(self) {
        let (page, notices) = self
            .shared
            .with_value(|shared| link::read(&address::query(), &shared.dataset));
        self.notices.set(notices);
        self.show(page);
    }

    /// What choosing an area in a picture does: goes to it, if it has a page.
    pub fn go_to_key(self) -> Callback<String> {
        Callback::new(move |key: String| {
            let code = AreaCode::new(&key).ok();
            let has_page = |code: &AreaCode| {
                self.shared
                    .with_value(|shared| shared.dataset.has_page(code))
            };
            if let Some(code) = code.filter(has_page) {
                self.go_to(code);
            }
        })
    }

    /// The query that the page would have after a change: what a real link points to.
    pub fn link_to(self, change: impl Fn(&mut Page)) -> String {
        let mut page = self.page.get();
        change(&mut page);
        let query = link::write(&page);
        if query.is_empty() {
            "./".to_owned()
        } else {
            query
        }
    }

    /// Keeps the reader's colours on this device.
    pub fn choose_theme(self, theme: Option<ThemeChoice>) {
        keep::set_theme(theme);
        self.kept_theme.set(theme);
        self.go(|page| page.theme = None);
    }

    /// Keeps the reader's text size on this device.
    pub fn choose_text_size(self, size: TextSize) {
        keep::set_text_size(size);
        self.kept_text.set(size);
        self.go(|page| page.text_size = TextSize::default());
    }

    /// Forgets everything kept on this device.
    pub fn forget(self) {
        keep::forget();
        self.kept_theme.set(None);
        self.kept_text.set(TextSize::default());
    }
}
