//! What a treemap is drawn with.

use super::{PlacedGroup, PlacedTile, TreemapSpec, centre, shrunk};
use crate::chart::Frame;
use crate::chart::area_map::Fill;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, rectangle};
use crate::chart::placed::outline;
use crate::chart::region::{Rect, dots, hatch};
use crate::chart::text_width::{LINE_SHARE, cut_at_word, width_px, wrap};
use crate::chart::theme::maps;
use crate::measure::Unit;
use crate::quantity;

/// The most lines a tile's name may take.
const LINES: usize = 4;

impl TreemapSpec {
    pub(super) fn group_marks(
        &self,
        groups: &[PlacedGroup<'_>],
        whole: f64,
        small_px: f64,
    ) -> Vec<Mark> {
        let mut marks = Vec::new();
        for group in groups {
            if let Some(room) = group.heading {
                marks.extend(heading(group, room, whole, small_px));
            }
            for placed in &group.tiles {
                marks.extend(self.tile_marks(placed, whole, small_px));
            }
            // In high contrast a line parts the groups as well.
            let room = shrunk(group.room, 0.5);
            let ring = rectangle(room.left, room.top, room.right, room.bottom);
            marks.push(outline(&ring, Ink::Border, 1.0));
        }
        let tiles = groups.iter().flat_map(|group| &group.tiles);
        let chosen = tiles.filter(|placed| Some(&placed.tile.key) == self.chosen.as_ref());
        for placed in chosen {
            let room = placed.room;
            let ring = rectangle(room.left, room.top, room.right, room.bottom);
            marks.push(outline(&ring, Ink::Paper, 5.0));
            marks.push(outline(&ring, Ink::Accent, 3.0));
        }
        marks
    }

    fn tile_marks(&self, placed: &PlacedTile<'_>, whole: f64, small_px: f64) -> Vec<Mark> {
        let room = shrunk(placed.room, 0.5);
        let ring = rectangle(room.left, room.top, room.right, room.bottom);
        let ground = placed.tile.fill.ink();
        let mut marks = vec![Mark::fill(ring.clone(), ground)];
        marks.extend(pattern(placed.tile.fill, &ring));
        marks.push(outline(&ring, Ink::Border, 1.0));
        let halo = placed.tile.fill.is_untold().then_some(Ink::NoData);
        let figure = quantity::figure(placed.value, self.unit, self.decimals);
        let share = share(placed.value, whole);
        for (y, words, weight) in label(placed, &figure, share.as_deref(), small_px) {
            marks.push(Mark::Text(Text {
                halo,
                weight,
                ..Text::plain(
                    Point::new(room.left + small_px * 0.4, y),
                    Anchor::Start,
                    small_px,
                    maps::on(ground),
                    words,
                )
            }));
        }
        marks
    }

    /// How high the key at the foot is; nothing where there is none.
    pub(super) fn key_height_px(&self, width_px: f64, small_px: f64) -> f64 {
        let rows = self
            .key_seats(width_px, small_px)
            .last()
            .map_or(0, |(_, row)| row + 1);
        rows as f64 * small_px * 1.7
    }

    /// What the fills mean, in as many rows as it takes.
    pub(super) fn key_marks(&self, frame: Frame, small_px: f64) -> Vec<Mark> {
        let height_px = self.key_height_px(frame.width_px, small_px);
        let top = frame.height_px - height_px;
        let mut marks = Vec::new();
        for ((fill, words), (x, row)) in self
            .key
            .iter()
            .zip(self.key_seats(frame.width_px, small_px))
        {
            let y = top + small_px * (1.0 + 1.7 * row as f64);
            let half = small_px * 0.45;
            let swatch = rectangle(x, y - half, x + small_px * 1.4, y + half);
            marks.push(Mark::fill(swatch.clone(), fill.ink()));
            marks.extend(pattern(*fill, &swatch));
            marks.push(outline(&swatch, Ink::Muted, 1.0));
            let at = Point::new(x + small_px * 1.8, y);
            let words = cut_at_word(words, frame.width_px - at.x, small_px, Weight::Regular);
            let text = Text::plain(at, Anchor::Start, small_px, Ink::Muted, words);
            marks.push(Mark::Text(text));
        }
        marks
    }

    /// Where each entry of the key begins and in which row.
    fn key_seats(&self, width: f64, small_px: f64) -> Vec<(f64, usize)> {
        let (mut x, mut row) = (0.0, 0);
        let seats = self.key.iter().map(|(_, words)| {
            let entry_px = small_px * 1.8 + width_px(words, small_px, Weight::Regular);
            if x > 0.0 && x + entry_px > width {
                (x, row) = (0.0, row + 1);
            }
            let seat = (x + 0.5, row);
            x += entry_px + small_px * 1.4;
            seat
        });
        seats.collect()
    }
}

/// The name and share of a group above its tiles.
fn heading(group: &PlacedGroup<'_>, room: Rect, whole: f64, small_px: f64) -> Option<Mark> {
    let most = room.right - room.left - small_px * 0.4;
    let name = &group.group.name;
    let share = share(group.sum, whole).unwrap_or_default();
    let whole = [name.as_str(), " ", &share].concat();
    let words = if width_px(&whole, small_px, Weight::Bold) <= most {
        whole
    } else {
        cut_at_word(name, most, small_px, Weight::Bold)
    };
    let at = Point::new(room.left + small_px * 0.2, centre(room).y);
    (!words.is_empty()).then(|| {
        Mark::Text(Text {
            weight: Weight::Bold,
            ..Text::plain(at, Anchor::Start, small_px, Ink::Ink, words)
        })
    })
}

/// The lines of a tile's label: its whole name, then figure and share if they fit too. A name
/// that does not fit is left out: half a name tells nothing that the live region does not.
fn label(
    placed: &PlacedTile<'_>,
    figure: &str,
    share: Option<&str>,
    small_px: f64,
) -> Vec<(f64, String, Weight)> {
    let room = placed.room;
    let most = room.right - room.left - small_px * 0.7;
    let height = room.bottom - room.top - small_px * 0.5;
    let line_px = small_px * LINE_SHARE;
    let fits = |lines: usize| lines as f64 * line_px <= height;
    // Normal letters are narrower: they name what bold ones cannot.
    let named = [Weight::Bold, Weight::Regular]
        .into_iter()
        .find_map(|weight| {
            let names = wrap(&placed.tile.label, most, small_px, weight);
            let is_whole = !names.is_empty()
                && names.len() <= LINES
                && fits(names.len())
                && names
                    .iter()
                    .all(|line| width_px(line, small_px, weight) <= most);
            is_whole.then_some((names, weight))
        });
    let Some((names, weight)) = named else {
        return Vec::new();
    };
    let mut lines: Vec<(String, Weight)> = names.into_iter().map(|line| (line, weight)).collect();
    let both = share.map(|share| [figure, ", ", share].concat());
    let told = both.into_iter().chain([figure.to_owned()]);
    let mut told = told.filter(|words| width_px(words, small_px, Weight::Regular) <= most);
    if let Some(words) = told.next().filter(|_| fits(lines.len() + 1)) {
        lines.push((words, Weight::Regular));
    }
    let first = room.top + small_px * 0.35 + line_px / 2.0;
    let numbered = lines.into_iter().enumerate();
    numbered
        .map(|(line, (words, weight))| (first + line as f64 * line_px, words, weight))
        .collect()
}

/// The pattern of a fill that is no class.
fn pattern(fill: Fill, ring: &[Point]) -> Vec<Mark> {
    let rings = [ring.to_vec()];
    match fill {
        Fill::Missing | Fill::NoClass => hatch(&rings, 6.0)
            .into_iter()
            .map(|[from, to]| Mark::line(from, to, Ink::Context, 1.0))
            .collect(),
        Fill::Suppressed => dots(&rings, 7.0)
            .into_iter()
            .map(|at| Mark::disc(at, 1.0, Ink::Context))
            .collect(),
        _ => Vec::new(),
    }
}

/// A share of the whole in percent.
pub(super) fn share(part: f64, whole: f64) -> Option<String> {
    let percent = part / whole * 100.0;
    let decimals = u8::from(percent < 9.95);
    percent
        .is_finite()
        .then(|| quantity::figure(percent, Unit::Percent, decimals))
}
