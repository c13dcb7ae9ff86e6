//! Labels around marks of a plane: each beside its own mark, none over another.

use super::is_clear;
use crate::chart::mark::{Anchor, Ink, Mark, Point};
use crate::chart::region::Rect;
use crate::order;

/// A label that wants to stand beside a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// The middle of its mark.
    pub at: Point,
    /// How far the mark reaches around it, in CSS pixels.
    pub radius_px: f64,
    /// How wide its text is.
    pub width_px: f64,
    /// How high its text is.
    pub height_px: f64,
    /// Whether it may cover what is drawn rather than be left out.
    pub is_needed: bool,
}

/// Where a label went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// The room of its text.
    pub room: Rect,
    /// From the rim of its mark to its text, where it stands further off.
    pub leader: Option<[Point; 2]>,
}

impl Stand {
    /// Where the text is written, and from which end: the one that faces its mark, so that it
    /// stands close by even where it is narrower than its room.
    #[must_use]
    pub fn text_at(&self, mark: Point) -> (Point, Anchor) {
        let room = self.room;
        let (x, anchor) = if room.left >= mark.x {
            (room.left, Anchor::Start)
        } else if room.right <= mark.x {
            (room.right, Anchor::End)
        } else {
            (f64::midpoint(room.left, room.right), Anchor::Middle)
        };
        (Point::new(x, f64::midpoint(room.top, room.bottom)), anchor)
    }

    /// The thin line of a leader, drawn under the text.
    #[must_use]
    pub fn leader_mark(&self) -> Option<Mark> {
        self.leader
            .map(|[from, to]| Mark::line(from, to, Ink::Context, 1.0))
    }
}

/// Seats labels, the first given first; one without a seat is left out.
///
/// No label leaves `inside`, covers one of `taken`, another label or a leader. Of the seats
/// that remain it takes the nearest, and rather one further off than one that covers `marks`:
/// the rooms of everything drawn, its own among them. A quarter of one it may cover, no
/// more, unless it is needed.
#[must_use]
pub fn around(
    wanted: &[Beside],
    inside: Rect,
    taken: &[Rect],
    marks: &[Rect],
) -> Vec<Option<Stand>> {
    let mut candidates: Vec<Candidate> = DIRECTIONS
        .iter()
        .enumerate()
        .flat_map(|(rank, way)| {
            FURTHER_PX.map(|further| Candidate {
                cost: further + rank as f64 * 1.5,
                way: *way,
                further,
            })
        })
        .collect();
    order::sort_by(&mut candidates, |a, b| a.cost.total_cmp(&b.cost));
    let mut taken = taken.to_vec();
    let mut seats = Vec::with_capacity(wanted.len());
    for label in wanted {
        let best = best_of(&candidates, label, inside, &taken, marks);
        if let Some(stand) = best {
            taken.push(stand.room);
            taken.extend(stand.leader.into_iter().flat_map(pieces));
        }
        seats.push(best);
    }
    seats
}

/// A direction and a distance, and what a label loses by them.
struct Candidate {
    cost: f64,
    way: (f64, f64),
    further: f64,
}

/// The seat that costs least, by distance and by what it covers.
fn best_of(
    candidates: &[Candidate],
    label: &Beside,
    inside: Rect,
    taken: &[Rect],
    marks: &[Rect],
) -> Option<Stand> {
    // What is further off than the furthest seat need not be asked each time.
    let furthest = FURTHER_PX.iter().fold(0.0, |most: f64, px| most.max(*px));
    let off = 2.0 * (label.radius_px + GAP_PX + furthest + 4.0);
    let reach = Rect::centred(
        label.at,
        off + label.width_px * 2.0,
        off + label.height_px * 2.0,
    );
    let near = |rooms: &[Rect]| -> Vec<Rect> {
        let near = rooms.iter().filter(|room| room.overlaps(reach));
        near.copied().collect()
    };
    let (taken, marks) = (near(taken), near(marks));
    let mut best: Option<(Stand, f64)> = None;
    for candidate in candidates {
        // They rise: none that follows can do better.
        if best.is_some_and(|(_, cost)| cost <= candidate.cost) {
            break;
        }
        let stand = stand(label, candidate.way, candidate.further);
        let is_free = inside.holds(stand.room)
            && is_clear(stand.room.grown(1.5), &taken)
            && !stand.leader.is_some_and(|line| crosses(line, &taken));
        if !is_free {
            continue;
        }
        if let Some(burden) = burden(label, &stand, &marks) {
            let cost = candidate.cost + burden;
            if best.is_none_or(|(_, least)| cost < least) {
                best = Some((stand, cost));
            }
        }
    }
    best.map(|(stand, _)| stand)
}

/// What a seat loses by the marks it covers, touches and crosses; none where that is too much.
fn burden(label: &Beside, stand: &Stand, marks: &[Rect]) -> Option<f64> {
    let room = stand.room;
    // A name that touches another mark is taken for that mark's, unless a leader says whose.
    let touching = if stand.leader.is_some() { 10.0 } else { 25.0 };
    let (mut burden, mut crossed) = (0.0, 0);
    for mark in marks {
        let share = shared(room, *mark) / mark.area().min(room.area()).max(1.0);
        burden += share * 60.0;
        let mut is_fair = share < MOST_COVERED;
        if !is_middle(*mark, label.at) {
            if mark.grown(GAP_PX + 2.0).overlaps(room) {
                burden += touching;
            }
            if stand
                .leader
                .is_some_and(|line| crosses(line, std::slice::from_ref(mark)))
            {
                crossed += 1;
                burden += 40.0;
                is_fair &= crossed < 2;
            }
        }
        if !is_fair && !label.is_needed {
            return None;
        }
    }
    Some(burden)
}

/// To the right first, where a reader looks for it; then left, above and below, then aslant.
const DIRECTIONS: [(f64, f64); 12] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (0.8, -0.6),
    (0.8, 0.6),
    (-0.8, -0.6),
    (-0.8, 0.6),
    (0.45, -0.9),
    (0.45, 0.9),
    (-0.45, -0.9),
    (-0.45, 0.9),
];
/// How much further than beside the mark a label may stand, in CSS pixels.
const FURTHER_PX: [f64; 5] = [0.0, 12.0, 24.0, 38.0, 54.0];
/// How much of a mark, or of a label if that is smaller, may lie under a label.
const MOST_COVERED: f64 = 0.25;
/// Between a mark and its label.
const GAP_PX: f64 = 3.0;

/// A label off its mark in a direction.
fn stand(label: &Beside, (dx, dy): (f64, f64), further: f64) -> Stand {
    let off = label.radius_px + GAP_PX + further;
    let tip = Point::new(label.at.x + dx * off, label.at.y + dy * off);
    // The side of the text that faces the mark touches the tip.
    let slide = |way: f64, size: f64| {
        if way.abs() < 0.5 {
            way * size
        } else {
            way.signum() * size / 2.0
        }
    };
    let centre = Point::new(
        tip.x + slide(dx, label.width_px),
        tip.y + slide(dy, label.height_px),
    );
    let room = Rect::centred(centre, label.width_px, label.height_px);
    let rim = label.radius_px + 1.0;
    let from = Point::new(label.at.x + dx * rim, label.at.y + dy * rim);
    Stand {
        room,
        leader: (further > 0.0).then_some([from, tip]),
    }
}

/// Whether a room is that of the mark around a point.
fn is_middle(room: Rect, at: Point) -> bool {
    let middle = Point::new(
        f64::midpoint(room.left, room.right),
        f64::midpoint(room.top, room.bottom),
    );
    middle.distance_squared(at) < 0.25
}

/// Whether a leader runs through one of the rooms.
fn crosses(line: [Point; 2], rooms: &[Rect]) -> bool {
    let Some(around) = Rect::around(line).map(|around| around.grown(1.0)) else {
        return false;
    };
    let mut near = rooms.iter().filter(|room| room.overlaps(around));
    near.any(|room| pieces(line).any(|piece| piece.overlaps(*room)))
}

/// Small squares along a leader.
fn pieces([from, to]: [Point; 2]) -> impl Iterator<Item = Rect> {
    (0..=6).map(move |step| {
        let share = f64::from(step) / 6.0;
        let at = Point::new(
            from.x + (to.x - from.x) * share,
            from.y + (to.y - from.y) * share,
        );
        Rect::centred(at, 2.0, 2.0)
    })
}

/// How much two rectangles share, in square pixels.
fn shared(a: Rect, b: Rect) -> f64 {
    let across = a.right.min(b.right) - a.left.max(b.left);
    let down = a.bottom.min(b.bottom) - a.top.max(b.top);
    across.max(0.0) * down.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const INSIDE: Rect = Rect {
        left: 0.0,
        top: 0.0,
        right: 400.0,
        bottom: 300.0,
    };

    fn label(x: f64, y: f64) -> Beside {
        Beside {
            at: Point::new(x, y),
            radius_px: 5.0,
            width_px: 60.0,
            height_px: 14.0,
            is_needed: false,
        }
    }

    #[test]
    fn a_lone_label_stands_to_the_right_and_one_at_the_edge_to_the_left() {
        for (x, is_right) in [(200.0, true), (380.0, false)] {
            let seats = around(&[label(x, 150.0)], INSIDE, &[], &[]);
            let seat = seats[0].unwrap();
            assert_eq!(seat.room.left > x, is_right);
            assert_eq!(seat.leader, None);
        }
    }

    #[test]
    fn a_label_steps_aside_from_marks_and_away_from_what_is_taken() {
        let right = Rect::centred(Point::new(240.0, 150.0), 60.0, 30.0);
        let aside = around(&[label(200.0, 150.0)], INSIDE, &[], &[right]);
        assert!(aside[0].unwrap().room.right < 200.0);
        let wall = [Rect::centred(Point::new(200.0, 150.0), 160.0, 40.0)];
        let off = around(&[label(200.0, 150.0)], INSIDE, &wall, &[]);
        assert!(off[0].is_none_or(|seat| !seat.room.overlaps(wall[0])));
    }

    proptest! {
        #[test]
        fn no_label_leaves_or_covers_another_or_a_leader(
            at in prop::collection::vec((0.0..400.0_f64, 0.0..300.0_f64), 1..40),
        ) {
            let wanted: Vec<Beside> = at.iter().map(|&(x, y)| label(x, y)).collect();
            let seats: Vec<Stand> = around(&wanted, INSIDE, &[], &[]).into_iter().flatten().collect();
            prop_assert!(!seats.is_empty());
            for (index, seat) in seats.iter().enumerate() {
                prop_assert!(INSIDE.holds(seat.room));
                for (other, later) in seats.iter().enumerate().filter(|(other, _)| *other != index) {
                    prop_assert!(!seat.room.overlaps(later.room), "{index} over {other}");
                    let leader = later.leader.map(|[from, to]| [from, Point::new(f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y))]);
                    prop_assert!(leader.into_iter().flatten().all(|p| !seat.room.contains(p)));
                }
            }
        }
    }
}
