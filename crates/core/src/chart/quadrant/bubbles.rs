//! The points of a quadrant, their intervals and their names.

use super::axes::Writing;
use super::layout::{Axis, Layout};
use super::{QuadrantSpec, Told};
use crate::chart::labels::{Beside, around};
use crate::chart::mark::{Dash, Ink, Mark, Point, Text, Weight};
use crate::chart::placed::outline;
use crate::chart::region::{Rect, circle};
use crate::chart::text_width::{LINE_SHARE, cut_at_word, width_px};
use crate::order;
use crate::quantity::Interval;

impl QuadrantSpec {
    /// Intervals behind, points from the largest, names on top.
    pub(super) fn point_marks(&self, told: &[Told<'_>], layout: &Layout, writing: &mut Writing) {
        let mut falling: Vec<Told<'_>> = told.to_vec();
        order::sort_by(&mut falling, |a, b| b.point.size.total_cmp(&a.point.size));
        let (chosen, others): (Vec<Told<'_>>, Vec<Told<'_>>) = falling
            .into_iter()
            .partition(|one| Some(one.index) == self.chosen);
        for one in &others {
            writing
                .marks
                .extend(interval_marks(one, layout, (1.0, 0.35)));
        }
        for one in &others {
            writing.marks.extend(bubble(one, layout));
        }
        for one in &chosen {
            writing
                .marks
                .extend(interval_marks(one, layout, (2.0, 1.0)));
            let (at, radius) = (layout.at(one.values), layout.radius(one.point.size));
            writing
                .marks
                .push(Mark::fill(circle(at, radius + 4.5), Ink::Paper));
            writing
                .marks
                .push(Mark::fill(circle(at, radius + 3.0), Ink::Accent));
            writing
                .marks
                .push(Mark::fill(circle(at, radius + 1.0), Ink::Paper));
            writing.marks.extend(bubble(one, layout));
        }
        let named: Vec<Told<'_>> = chosen.into_iter().chain(others).collect();
        self.name_marks(&named, layout, writing);
    }

    /// Names beside their points, the chosen one's first, then by size, as long as there is room.
    fn name_marks(&self, named: &[Told<'_>], layout: &Layout, writing: &mut Writing) {
        let size_px = layout.small_px;
        let plot = layout.plot;
        // A name to every so many square pixels is as much as an eye sorts out.
        let most = (plot.area() / (size_px * size_px * 80.0)).clamp(3.0, 40.0) as usize;
        let rooms: Vec<Rect> = named
            .iter()
            .map(|one| {
                // The square as large as the disc stands for it.
                let side = layout.radius(one.point.size) * 1.77;
                Rect::centred(layout.at(one.values), side, side)
            })
            .collect();
        let fitted = |one: &Told<'_>| {
            let weight = self.weight_of(one);
            let most_px = (plot.right - plot.left) * 0.4;
            cut_at_word(&one.point.label, most_px, size_px, weight)
        };
        let shown: Vec<(&Told<'_>, String)> = named
            .iter()
            .take(most)
            .map(|one| (one, fitted(one)))
            .filter(|(_, words)| !words.is_empty())
            .collect();
        let wanted: Vec<Beside> = shown
            .iter()
            .map(|(one, words)| Beside {
                at: layout.at(one.values),
                radius_px: layout.radius(one.point.size),
                width_px: width_px(words, size_px, self.weight_of(one)),
                height_px: size_px * LINE_SHARE,
                is_needed: Some(one.index) == self.chosen,
            })
            .collect();
        let seats = around(&wanted, plot, &writing.taken, &rooms);
        for ((one, words), seat) in shown.into_iter().zip(seats) {
            let Some(seat) = seat else { continue };
            writing.marks.extend(seat.leader_mark());
            let (at, anchor) = seat.text_at(layout.at(one.values));
            let is_chosen = Some(one.index) == self.chosen;
            let ink = if is_chosen { Ink::Accent } else { Ink::Ink };
            writing.taken.push(seat.room);
            writing.marks.push(Mark::Text(Text {
                weight: self.weight_of(one),
                halo: Some(Ink::Paper),
                ..Text::plain(at, anchor, size_px, ink, words)
            }));
        }
    }

    fn weight_of(&self, one: &Told<'_>) -> Weight {
        if Some(one.index) == self.chosen {
            Weight::Bold
        } else {
            Weight::Regular
        }
    }
}

/// A disc as large as the point's size; hollow where it is unreliable or lies further out.
fn bubble(one: &Told<'_>, layout: &Layout) -> Vec<Mark> {
    let (at, radius) = (layout.at(one.values), layout.radius(one.point.size));
    let ring = circle(at, radius);
    let ink = one.corner.ink();
    if one.point.is_unreliable || layout.is_beyond(one.values) {
        return vec![
            Mark::fill(ring.clone(), Ink::Paper),
            outline(&ring, ink, 1.5),
        ];
    }
    vec![
        Mark::Polygon {
            ring: ring.clone(),
            ink,
            opacity: 0.8,
        },
        outline(&ring, Ink::Paper, 1.0),
    ]
}

/// Both intervals of a point, cut at the plot's rim; `look` is their width and opacity.
fn interval_marks(one: &Told<'_>, layout: &Layout, look: (f64, f64)) -> Vec<Mark> {
    let at = layout.at(one.values);
    let ends = |interval: Option<Interval>, axis: &Axis| {
        let limits = interval.filter(|i| i.low.is_finite() && i.high.is_finite())?;
        Some([limits.low, limits.high].map(|limit| axis.scale.px(limit)))
    };
    let across = ends(one.point.across.1, &layout.across);
    let across = across.map(|ends| ends.map(|x| Point::new(x, at.y)));
    let up = ends(one.point.up.1, &layout.up).map(|ends| ends.map(|y| Point::new(at.x, y)));
    let stroke = |points: [Point; 2]| Mark::Path {
        points: points.to_vec(),
        ink: one.corner.ink(),
        width_px: look.0,
        dash: Dash::Solid,
        opacity: look.1,
    };
    across.into_iter().chain(up).map(stroke).collect()
}
