//! A window on ranked bars that are too many for a page.

use super::RankedBarsSpec;
use super::layout::Layout;
use crate::chart::Frame;
use crate::chart::mark::{Ink, Mark, rectangle};
use crate::chart::placed::{Placed, Reach, Target, TextAlternative, Walk};

/// Ranked bars in a window that scrolls over them.
///
/// Scale, widths and words are worked out once for all rows, so that nothing shifts while the
/// reader scrolls; each window draws only the rows in sight, under a head that stays.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedBarsScroll {
    spec: RankedBarsSpec,
    layout: Layout,
    targets: Vec<Target>,
    text: TextAlternative,
    walk: Walk,
}

impl RankedBarsScroll {
    pub(super) fn new(spec: RankedBarsSpec, width_px: f64, text_scale: f64) -> Self {
        let frame = Frame {
            width_px,
            height_px: 300.0,
            text_scale,
        };
        let layout = Layout::comfortable(&spec, frame.sane(), 0.0);
        Self {
            targets: spec.targets(&layout),
            text: spec.words(),
            walk: spec.walk(),
            spec,
            layout,
        }
    }

    /// The height of the head and all rows, in CSS pixels: what the page lets scroll.
    #[must_use]
    pub fn whole_height_px(&self) -> f64 {
        self.layout.whole_height_px()
    }

    /// What is seen through a window `height_px` high when `top_px` of the rows are scrolled
    /// out of sight. Targets, table and walk are those of all rows, so a key may lead to a row
    /// out of sight: [`Self::top_for`] says where to scroll then.
    #[must_use]
    pub fn window(&self, top_px: f64, height_px: f64) -> Placed {
        let frame = Frame {
            height_px,
            ..self.layout.frame
        };
        let frame = frame.sane();
        if self.spec.rows.is_empty() {
            return self.spec.place(frame);
        }
        let top_px = self.held(top_px, frame.height_px);
        let mut layout = self.layout.clone().scrolled(top_px);
        layout.frame = frame;
        let mut marks = self.spec.rule_marks(&layout);
        for index in self.in_sight(top_px, frame.height_px) {
            marks.extend(self.spec.row_marks(index, &layout));
        }
        let head = rectangle(0.0, 0.0, frame.width_px, layout.head_px - 2.0);
        marks.push(Mark::fill(head, Ink::Paper));
        marks.extend(self.spec.head_marks(&layout));
        let targets = self.targets.iter().enumerate().map(|(index, target)| {
            let mut target = target.clone();
            target.at.y -= top_px;
            target.reach = Reach::Row(layout.row_room(index));
            target
        });
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets: targets.collect(),
            text: self.text.clone(),
            walk: self.walk.clone(),
        }
    }

    /// The rows seen through a window, in part or whole.
    #[must_use]
    pub fn in_sight(&self, top_px: f64, height_px: f64) -> std::ops::Range<usize> {
        let top_px = self.held(top_px, height_px);
        let row_px = self.layout.row_px.max(1.0);
        let rows_px = (height_px - self.layout.head_px).max(0.0);
        let first = (top_px / row_px).floor() as usize;
        let last = ((top_px + rows_px) / row_px).ceil() as usize;
        first..last.min(self.layout.rows)
    }

    /// How far to scroll, from `top_px`, so that a row stands whole in the window.
    #[must_use]
    pub fn top_for(&self, row: usize, top_px: f64, height_px: f64) -> f64 {
        let (row_px, head_px) = (self.layout.row_px, self.layout.head_px);
        let top = row as f64 * row_px;
        let least = top + row_px - (height_px - head_px).max(row_px);
        self.held(top_px.min(top).max(least), height_px)
    }

    /// A scroll that shows rows only.
    fn held(&self, top_px: f64, height_px: f64) -> f64 {
        let most = (self.whole_height_px() - height_px).max(0.0);
        if top_px.is_finite() {
            top_px.clamp(0.0, most)
        } else {
            0.0
        }
    }
}
