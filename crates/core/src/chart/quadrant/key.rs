//! How large a point is, and what a hollow one means.

use super::QuadrantSpec;
use super::axes::Writing;
use super::layout::Layout;
use crate::chart::labels::is_clear;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight};
use crate::chart::placed::outline;
use crate::chart::region::{Rect, circle};
use crate::chart::text_width::width_px;
use crate::math;
use crate::quantity;

impl QuadrantSpec {
    /// Two points of round sizes with their figures, and a hollow one, to the right of the head;
    /// left out where the frame is too narrow for them.
    pub(super) fn key(&self, layout: &Layout, writing: &mut Writing) {
        let size_px = layout.small_px;
        let Some((large, small)) = self.key_sizes(layout) else {
            return;
        };
        let has_doubtful = self.points.iter().any(|point| point.is_unreliable);
        let hollow = has_doubtful.then(|| ["hollow: ", &self.doubt].concat());
        let spoken = quantity::spoken(large, self.size_unit, 0);
        let sizes = [
            (small, quantity::figure(small, self.size_unit, 0)),
            (large, spoken),
        ];
        // From the right: the larger, the smaller, then the hollow one if there is room left.
        for y in [size_px * 0.75, layout.plot.top - size_px * 0.75] {
            let mut right = layout.frame.width_px - 1.0;
            let mut entries = Vec::new();
            for (size, words) in sizes.iter().rev() {
                entries.push((right, layout.radius(*size), words.clone(), true));
                right -= entry_px(layout.radius(*size), words, size_px);
            }
            let plain = Rect {
                left: right,
                top: y - size_px,
                right: layout.frame.width_px,
                bottom: y + size_px,
            };
            if plain.left < 0.0 || !is_clear(shrunk(plain), &writing.taken) {
                continue;
            }
            if let Some(words) = &hollow {
                let width = entry_px(size_px * 0.35, words, size_px);
                let whole = Rect {
                    left: right - width,
                    ..plain
                };
                if whole.left >= 0.0 && is_clear(shrunk(whole), &writing.taken) {
                    entries.push((right, size_px * 0.35, words.clone(), false));
                }
            }
            for (right, radius, words, is_full) in entries {
                put_entry(right, y, (radius, is_full), words, size_px, writing);
            }
            break;
        }
    }

    /// A round size whose point fits a line of text, and a tenth of it.
    fn key_sizes(&self, layout: &Layout) -> Option<(f64, f64)> {
        if layout.most_size < 10.0 {
            return None;
        }
        let share = (layout.small_px * 0.7 / layout.most_radius_px).min(1.0);
        let most = layout.most_size * share * share;
        let power = math::ten_to(math::log10(most).floor() as i32);
        let steps = [5.0, 2.0, 1.0].map(|step| step * power);
        let large = steps.into_iter().find(|&size| size <= most)?;
        (large >= 10.0).then_some((large, large / 10.0))
    }
}

/// The room of an entry from the right: words, a gap, the point, a wider gap.
fn entry_px(radius: f64, words: &str, size_px: f64) -> f64 {
    width_px(words, size_px, Weight::Regular) + size_px * 1.3 + radius * 2.0
}

fn put_entry(
    right: f64,
    y: f64,
    (radius, is_full): (f64, bool),
    words: String,
    size_px: f64,
    writing: &mut Writing,
) {
    let words_px = width_px(&words, size_px, Weight::Regular);
    let start = right - words_px;
    let at = Point::new(start - size_px * 0.4 - radius, y);
    let text = Text::plain(
        Point::new(start, y),
        Anchor::Start,
        size_px,
        Ink::Muted,
        words,
    );
    if writing.put(text) {
        writing
            .taken
            .push(Rect::centred(at, radius * 2.0, radius * 2.0));
        let ring = circle(at, radius);
        writing.marks.push(if is_full {
            Mark::fill(ring, Ink::Context)
        } else {
            outline(&ring, Ink::Context, 1.5)
        });
    }
}

/// Two lines of text may stand as close as lines do.
const fn shrunk(room: Rect) -> Rect {
    Rect {
        top: room.top + 3.0,
        bottom: room.bottom - 3.0,
        ..room
    }
}
