//! How large text and pictures are in a layout: at a desk as the reader likes, on a stage as the
//! window allows.

use super::{Mode, TextSize, View};
use crate::chart::region::Rect;

/// The window or the paper that a page is shown on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surface {
    /// Its width in CSS pixels.
    pub width_px: f64,
    /// Its height in CSS pixels.
    pub height_px: f64,
    /// Whether the page is on its way to paper.
    pub is_printing: bool,
}

/// What a layout asks of every picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// How much larger than at a desk text is; the stylesheet's root sizes follow it.
    pub text_scale: f64,
    /// The most height a picture may take, in CSS pixels.
    pub most_height_px: f64,
}

/// The text of a page at a desk, in CSS pixels.
const REM_PX: f64 = 16.0;

impl Layout {
    /// The layout of a view, mode and text size in a window.
    #[must_use]
    pub fn of(view: View, mode: Mode, size: TextSize, window: Surface) -> Self {
        /// Title, three numbers, words over and under the picture, and the steps.
        const AROUND_REM: f64 = 20.5;
        /// Sectors show no numbers there, so the picture has their room.
        const SECTORS_SHARE: f64 = 0.48;
        /// Scenarios show three cards with words of their own above it.
        const SCENARIOS_SHARE: f64 = 0.4;
        /// No picture is lower than this, whatever the window.
        const LEAST_REM: f64 = 8.5;
        let text_scale = text_scale(mode, size, window);
        let rem_px = REM_PX * text_scale;
        let most_height_px = match (mode, view) {
            (Mode::Site | Mode::Embed, _) => f64::INFINITY,
            (Mode::Hall, View::Sectors) => window.height_px * SECTORS_SHARE,
            (Mode::Hall, View::Scenarios) => window.height_px * SCENARIOS_SHARE,
            (Mode::Hall, _) => window.height_px - AROUND_REM * rem_px,
        };
        Self {
            text_scale,
            most_height_px: most_height_px.max(LEAST_REM * rem_px),
        }
    }
}

/// How much larger than at a desk text is in a mode, a text size and a window.
#[must_use]
pub fn text_scale(mode: Mode, size: TextSize, window: Surface) -> f64 {
    match (mode, size) {
        // Pictures are shrunk to the columns of a sheet, and their text with them.
        _ if window.is_printing => 1.5,
        (Mode::Hall, _) => stage_rem_px(window) / REM_PX,
        (_, TextSize::Normal) => 1.0,
        (_, TextSize::Large) => 1.25,
        (_, TextSize::Larger) => 1.5,
    }
}

/// The text on a stage, in CSS pixels: it is read from the last row, so it grows with the window,
/// which a projector shows at one size whatever its pixels. The stylesheet's root has the same.
fn stage_rem_px(window: Surface) -> f64 {
    /// Of a window of 1920 by 1080.
    const FULL_REM_PX: f64 = 28.0;
    let share = (window.height_px / 1080.0).min(window.width_px / 1920.0);
    (FULL_REM_PX * share).clamp(REM_PX, 84.0)
}

/// The height of a challenge map in a column of a width, in CSS pixels: most of the window, and
/// never a slot; on a stage all that title, source and time leave.
#[must_use]
pub fn map_height_px(mode: Mode, width_px: f64, window: Surface) -> f64 {
    const AROUND_REM: f64 = 13.5;
    let rem_px = REM_PX * text_scale(mode, TextSize::Normal, window);
    let most = match mode {
        Mode::Hall => (window.height_px - AROUND_REM * rem_px).max(10.0 * rem_px),
        Mode::Site | Mode::Embed => (window.height_px * 0.72).clamp(280.0, 900.0),
    };
    (width_px * 0.95).min(most).max(most.min(260.0))
}

/// The height of a scatter in a column of a width, in CSS pixels: nearly square, and no higher than
/// a map at a desk.
#[must_use]
pub fn scatter_height_px(width_px: f64) -> f64 {
    (width_px * 0.95).clamp(260.0, 500.0)
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
    let button_rem = match mode {
        Mode::Hall => 1.75,
        Mode::Site | Mode::Embed => 2.75,
    };
    let (edge_rem, gap_rem) = (0.5, 0.25);
    let px = |rem: f64| rem * REM_PX * text_scale;
    // Smaller than this no thumb finds them.
    let button_px = px(button_rem).max(44.0);
    let edge_px = px(edge_rem);
    Rect {
        left: width_px - edge_px - button_px,
        top: edge_px,
        right: width_px - edge_px,
        bottom: edge_px + 3.0 * button_px + 2.0 * px(gap_rem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Point;

    fn window(width_px: f64, height_px: f64) -> Surface {
        Surface {
            width_px,
            height_px,
            is_printing: false,
        }
    }

    #[test]
    fn buttons_stand_on_the_map_and_are_large_enough_for_a_thumb() {
        let own = window(1600.0, 480.0);
        for mode in [Mode::Site, Mode::Embed, Mode::Hall] {
            for size in [TextSize::Normal, TextSize::Large, TextSize::Larger] {
                let text_scale = text_scale(mode, size, own);
                let (width_px, height_px) = (320.0, map_height_px(mode, 320.0, own));
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
        assert_eq!(
            map_height_px(Mode::Site, 4000.0, window(1440.0, 1000.0)),
            720.0
        );
    }

    #[test]
    fn text_on_a_stage_grows_with_the_window() {
        let scale = |width_px, height_px| {
            text_scale(Mode::Hall, TextSize::Normal, window(width_px, height_px))
        };
        assert_eq!(scale(1920.0, 1080.0), 1.75);
        assert_eq!(scale(3840.0, 2160.0), 3.5);
        assert!((scale(1280.0, 720.0) - 1.75 / 1.5).abs() < 1e-12);
        // As narrow as the narrower side wants it, and never too small to read at all.
        assert_eq!(scale(1920.0, 4000.0), 1.75);
        assert_eq!(scale(360.0, 780.0), 1.0);
    }

    #[test]
    fn pictures_on_a_stage_take_the_same_share_of_any_projector() {
        let share = |view, width_px: f64, height_px: f64| {
            let own = window(width_px, height_px);
            Layout::of(view, Mode::Hall, TextSize::Normal, own).most_height_px / height_px
        };
        for view in [View::Overview, View::Sectors, View::Scenarios] {
            let full = share(view, 1920.0, 1080.0);
            assert!(full >= 0.4, "{view:?}: {full}");
            for (width_px, height_px) in [(1280.0, 720.0), (3840.0, 2160.0)] {
                assert!((share(view, width_px, height_px) - full).abs() < 1e-9);
            }
        }
        for (width_px, height_px) in [(1920.0, 1080.0), (1280.0, 720.0), (1024.0, 768.0)] {
            let map_px = map_height_px(Mode::Hall, 4000.0, window(width_px, height_px));
            assert!((0.4..0.75).contains(&(map_px / height_px)), "{map_px}");
        }
    }
}
