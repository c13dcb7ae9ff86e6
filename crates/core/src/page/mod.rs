//! The page: everything a reader has chosen, in one value.
//!
//! Besides hover and focus it is the only state of the user interface; the link
//! is written from it and read back into it.

mod choices;
pub mod map;
pub mod sectors;

use crate::area::AreaCode;
use crate::chart::region::Rect;

pub use choices::Choices;
pub use map::{Choice, MapChoices};
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

/// What a layout asks of every picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// How much larger than at a desk text is; the stylesheet's root sizes follow it.
    pub text_scale: f64,
    /// The most height a picture may take, in CSS pixels.
    pub most_height_px: f64,
}

/// The layout of a view, mode and text size in a window of a height in CSS pixels.
#[must_use]
pub fn layout(
    view: View,
    mode: Mode,
    size: TextSize,
    window_height_px: f64,
    is_printing: bool,
) -> Layout {
    /// Title, three numbers, words over and under the picture, and the steps, at a stage's text
    /// size.
    const AROUND_PX: f64 = 574.0;
    /// Sectors show no numbers there, so the picture has their room.
    const SECTORS_SHARE: f64 = 0.48;
    let most_height_px = match mode {
        Mode::Hall if view == View::Sectors => (window_height_px * SECTORS_SHARE).max(240.0),
        Mode::Hall => (window_height_px - AROUND_PX).max(240.0),
        Mode::Site | Mode::Embed => f64::INFINITY,
    };
    Layout {
        text_scale: text_scale(mode, size, is_printing),
        most_height_px,
    }
}

/// How much larger than at a desk text is in a mode and text size.
#[must_use]
pub const fn text_scale(mode: Mode, size: TextSize, is_printing: bool) -> f64 {
    match (mode, size) {
        // Pictures are shrunk to the columns of a sheet, and their text with them.
        _ if is_printing => 1.5,
        (Mode::Hall, _) => 1.75,
        (_, TextSize::Normal) => 1.0,
        (_, TextSize::Large) => 1.25,
        (_, TextSize::Larger) => 1.5,
    }
}

/// The height of a challenge map in a column of a width and a window of a height, all in CSS
/// pixels: most of the window, and never a slot; on a stage all that title, source and time
/// leave.
#[must_use]
pub fn map_height_px(mode: Mode, width_px: f64, window_height_px: f64) -> f64 {
    const AROUND_PX: f64 = 378.0;
    let most = match mode {
        Mode::Hall => (window_height_px - AROUND_PX).max(280.0),
        Mode::Site | Mode::Embed => (window_height_px * 0.72).clamp(280.0, 900.0),
    };
    (width_px * 0.95).clamp(260.0, most)
}

/// The height of the window over a list of bars in a window of a height, all in CSS pixels: most
/// of the screen, and no higher than the bars.
#[must_use]
pub fn bars_height_px(whole_px: f64, window_height_px: f64) -> f64 {
    whole_px.min((window_height_px * 0.72).clamp(320.0, 760.0))
}

/// Where the buttons stand on a challenge map of a width, in CSS pixels; the stylesheet's
/// `.map-buttons` has the same sizes.
#[must_use]
pub fn map_buttons(mode: Mode, width_px: f64, text_scale: f64) -> Rect {
    const REM_PX: f64 = 16.0;
    let button_rem = match mode {
        Mode::Hall => 1.75,
        Mode::Site | Mode::Embed => 2.75,
    };
    let (edge_rem, gap_rem) = (0.5, 0.25);
    let px = |rem: f64| rem * REM_PX * text_scale;
    Rect {
        left: width_px - px(edge_rem + button_rem),
        top: px(edge_rem),
        right: width_px - px(edge_rem),
        bottom: px(edge_rem + 3.0 * button_rem + 2.0 * gap_rem),
    }
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

impl Keyed for View {
    const ALL: &'static [Self] = &[Self::Overview, Self::Sectors, Self::Challenges, Self::Data];

    fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Sectors => "sectors",
            Self::Challenges => "challenges",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Point;

    #[test]
    fn buttons_stand_on_the_map_and_are_large_enough_for_a_thumb() {
        for mode in [Mode::Site, Mode::Embed, Mode::Hall] {
            for size in [TextSize::Normal, TextSize::Large, TextSize::Larger] {
                let text_scale = text_scale(mode, size, false);
                let (width_px, height_px) = (320.0, map_height_px(mode, 320.0, 480.0));
                let buttons = map_buttons(mode, width_px, text_scale);
                assert!(buttons.contains(Point::new(width_px - 30.0, 30.0)));
                assert!(buttons.right < width_px && buttons.bottom < height_px);
                assert!(buttons.right - buttons.left >= 44.0, "{mode:?} {size:?}");
            }
        }
    }

    #[test]
    fn heights_follow_the_window_within_limits() {
        assert_eq!(bars_height_px(5_000.0, 1_000.0), 720.0);
        assert_eq!(bars_height_px(5_000.0, 200.0), 320.0);
        assert_eq!(bars_height_px(5_000.0, 4_000.0), 760.0);
        assert_eq!(bars_height_px(90.0, 1_000.0), 90.0);
        let stage = |view| layout(view, Mode::Hall, TextSize::Normal, 1_000.0, false);
        assert_eq!(stage(View::Overview).most_height_px, 426.0);
        assert_eq!(stage(View::Sectors).most_height_px, 480.0);
        assert_eq!(stage(View::Sectors).text_scale, 1.75);
    }

    #[test]
    fn pictures_on_a_stage_leave_room_for_what_stands_around_them() {
        for (window_px, least_px) in [(1080.0, 500.0), (1440.0, 860.0), (600.0, 240.0)] {
            let stage = layout(
                View::Overview,
                Mode::Hall,
                TextSize::Normal,
                window_px,
                false,
            );
            let most_px = stage.most_height_px;
            assert!(most_px >= least_px, "{window_px}: {most_px}");
            let map_px = map_height_px(Mode::Hall, 4000.0, window_px);
            assert!(
                (280.0..window_px - 300.0).contains(&map_px),
                "{window_px}: {map_px}"
            );
        }
        assert_eq!(map_height_px(Mode::Site, 4000.0, 1000.0), 720.0);
    }
}
