//! The page: everything a reader has chosen, in one value.
//!
//! Besides hover and focus it is the only state of the user interface; the link
//! is written from it and read back into it.

mod choices;
mod layout;
pub mod map;
pub mod roadmap;
pub mod scenarios;
pub mod sectors;
pub mod years;

use crate::area::AreaCode;
use crate::data::Lead;

pub use choices::Choices;
pub use layout::{
    Layout, Surface, bars_height_px, map_buttons, map_height_px, scatter_height_px, text_scale,
};
pub use map::{Choice, MapChoices};
pub use roadmap::{RoadmapChoice, RoadmapChoices};
pub use scenarios::{ScenarioChoice, ScenarioChoices};
pub use sectors::{SectorChoice, SectorChoices};

/// What a reader is looking at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Which view.
    pub view: View,
    /// The chosen place; the county when none is.
    pub area: Option<AreaCode>,
    /// The slug of the chosen figure; the first headline when none is.
    pub figure: Option<String>,
    /// How it is laid out.
    pub mode: Mode,
    /// The chosen colours; the system's when none are.
    pub theme: Option<ThemeChoice>,
    /// How large the text is.
    pub text_size: TextSize,
    /// What the challenge map shows, as the link holds it.
    pub map: MapChoices,
    /// What the view of sectors shows, as the link holds it.
    pub sectors: SectorChoices,
    /// What the view of scenarios shows, as the link holds it.
    pub scenarios: ScenarioChoices,
    /// What the view of the roadmap shows, as the link holds it.
    pub roadmap: RoadmapChoices,
}

impl Page {
    /// Goes on where a message ends; place and layout stay.
    pub fn follow(&mut self, lead: &Lead) {
        match lead {
            Lead::Sectors => self.view = View::Sectors,
            Lead::Scenarios => self.view = View::Scenarios,
            Lead::Challenge(key) => {
                self.view = View::Challenges;
                self.map = MapChoices::default();
                self.map.set(Choice::Challenge, Some(key.clone()));
            }
        }
    }

    /// Goes on where a message ends, to the ground around a point, degrees east and north; place
    /// and layout stay.
    pub fn look_around(&mut self, lead: &Lead, [longitude_deg, latitude_deg]: [f64; 2]) {
        /// A neighbourhood and what lies next to it.
        const WIDTH_KM: f64 = 6.0;
        self.follow(lead);
        let window = map::Window {
            longitude_deg,
            latitude_deg,
            width_km: WIDTH_KM,
        };
        self.map.set(Choice::Window, Some(window.words()));
    }
}

/// A view. Only views that exist are listed; links to others are told as unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// A place at a glance.
    #[default]
    Overview,
    /// What a place is strong at, industry by industry.
    Sectors,
    /// Challenges on the ground, down to small areas.
    Challenges,
    /// What may become of the place, lever by lever.
    Scenarios,
    /// Actions and what they hang on.
    Roadmap,
    /// Sources, downloads, what is not available.
    Data,
}

/// A layout of a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The full page.
    #[default]
    Site,
    /// Inside somebody else's page: no site chrome.
    Embed,
    /// On a stage: large text, one idea per screen.
    Hall,
}

/// Colours a reader can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Near-black on near-white.
    Light,
    /// Designed for dark rooms.
    Dark,
    /// 7:1 for text, 3:1 for every mark.
    HighContrast,
}

/// How large the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// The browser's own size.
    #[default]
    Normal,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Larger,
}

/// A choice with a short key, used in links and in the page's own attributes.
pub trait Keyed: Copy + PartialEq + 'static {
    /// Every choice, in the order offered.
    const ALL: &'static [Self];

    /// The key.
    fn key(self) -> &'static str;

    /// The choice of a key, if there is one.
    #[must_use]
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.key() == key)
    }
}

/// Whether words of a link may be a key of content or of a classification.
fn is_key(words: &str) -> bool {
    let is_own = |c: char| c.is_ascii_alphanumeric() || c == '-';
    !words.is_empty() && words.len() <= 60 && words.chars().all(is_own)
}

impl Keyed for View {
    const ALL: &'static [Self] = &[
        Self::Overview,
        Self::Sectors,
        Self::Challenges,
        Self::Scenarios,
        Self::Roadmap,
        Self::Data,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Sectors => "sectors",
            Self::Challenges => "challenges",
            Self::Scenarios => "scenarios",
            Self::Roadmap => "roadmap",
            Self::Data => "data",
        }
    }
}

impl Keyed for Mode {
    const ALL: &'static [Self] = &[Self::Site, Self::Embed, Self::Hall];

    fn key(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Embed => "embed",
            Self::Hall => "hall",
        }
    }
}

impl Keyed for ThemeChoice {
    const ALL: &'static [Self] = &[Self::Light, Self::Dark, Self::HighContrast];

    fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "contrast",
        }
    }
}

impl Keyed for TextSize {
    const ALL: &'static [Self] = &[Self::Normal, Self::Large, Self::Larger];

    fn key(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }
}
