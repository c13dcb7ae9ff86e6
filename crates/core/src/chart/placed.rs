//! A placed chart: marks, what pointer and keyboard can reach, and the same in words.

use super::mark::{Anchor, Ink, Mark, Point, Text, Weight, rectangle};
use super::region::{Rect, circle, is_inside};
use super::text_width::{self, width_px, wrap};
use super::{Frame, size};

pub use super::walk::{Step, Walk};

/// A chart in CSS pixels, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its width in CSS pixels.
    pub width_px: f64,
    /// Its height in CSS pixels.
    pub height_px: f64,
    /// How much larger than normal its text is.
    pub text_scale: f64,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// What can be pointed at and walked to.
    pub targets: Vec<Target>,
    /// The same content in words.
    pub text: TextAlternative,
    /// How arrow keys lead from target to target.
    pub walk: Walk,
}

/// A named point or area that answers to pointer and keyboard.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// What it stands for: an area's code, or a series and its period.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What the live region says: name, value with unit, period, rank, interval.
    pub words: String,
    /// What the label beside the highlight says: a name and a figure.
    pub brief: String,
    /// Where it is.
    pub at: Point,
    /// What of the frame belongs to it.
    pub reach: Reach,
}

/// What of the frame belongs to a target.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    /// The surroundings of its point, up to a radius; the nearest point wins.
    Around {
        /// The radius in CSS pixels.
        radius_px: f64,
    },
    /// A disc of its own size and a little around it; of discs that lie over each other the
    /// one whose middle is nearest for its size wins.
    Disc {
        /// Its radius in CSS pixels.
        radius_px: f64,
    },
    /// A rectangle as wide as the chart, whose words are in sight already.
    Row(Rect),
    /// A rectangle that may be too small for its words.
    Tile(Rect),
    /// Everything inside its rings.
    Area {
        /// Its rings, even-odd.
        rings: Vec<Vec<Point>>,
        /// The rectangle around them.
        bounds: Rect,
    },
}

/// The chart in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextAlternative {
    /// One sentence that says what the picture shows.
    pub sentence: String,
    /// The names of the table's columns.
    pub columns: Vec<String>,
    /// Its rows; what is missing is told in words.
    pub rows: Vec<Vec<String>>,
}

/// A text and its period, `Pay, 2024`; the text alone where no figure gives a period.
pub(super) fn dated(text: &str, period: &str) -> String {
    if period.is_empty() {
        text.to_owned()
    } else {
        [text, ", ", period].concat()
    }
}

impl Placed {
    /// Width and height in device pixels, `px_scale` of them to a CSS pixel.
    #[must_use]
    pub fn device_size(&self, px_scale: f64) -> (u32, u32) {
        (
            device_size(self.width_px, px_scale),
            device_size(self.height_px, px_scale),
        )
    }

    /// The target at a place in the frame, if one is there.
    #[must_use]
    pub fn hit(&self, x_px: f64, y_px: f64) -> Option<usize> {
        let point = Point::new(x_px, y_px);
        let mut best: Option<(usize, f64)> = None;
        for (index, target) in self.targets.iter().enumerate() {
            if let Some(cost) = target.cost_at(point)
                && best.is_none_or(|(_, least)| cost < least)
            {
                best = Some((index, cost));
            }
        }
        best.map(|(index, _)| index)
    }

    /// Where a key leads; the chart's own starting point when nothing is chosen yet.
    #[must_use]
    pub fn step(&self, from: Option<usize>, step: Step) -> Option<usize> {
        let entry = (self.walk.start < self.targets.len()).then_some(self.walk.start)?;
        let (from, is_entering) = match from {
            Some(from) if from < self.targets.len() => (from, false),
            _ => (entry, true),
        };
        let links = self.walk.links.get(from)?;
        let [left, right, up, down, home, end] = *links;
        let to = match step {
            Step::Home => home,
            Step::End => end,
            _ if is_entering => entry,
            Step::Left => left,
            Step::Right => right,
            Step::Up => up,
            Step::Down => down,
        };
        Some(to).filter(|&to| to < self.targets.len())
    }

    /// Marks that lift one target out, drawn over the chart; a pinned one stays and is stronger.
    #[must_use]
    pub fn highlight(&self, index: usize, pinned: bool) -> Vec<Mark> {
        let Some(target) = self.targets.get(index) else {
            return Vec::new();
        };
        let mut marks = Vec::new();
        let ink = if pinned { Ink::Accent } else { Ink::Ink };
        match &target.reach {
            Reach::Around { .. } => {
                marks.push(Mark::disc(target.at, 8.0, Ink::Paper));
                marks.push(Mark::disc(target.at, 6.0, ink));
                if !pinned {
                    marks.push(Mark::disc(target.at, 3.5, Ink::Paper));
                }
            }
            Reach::Disc { radius_px } => {
                // Around it, so that its size and colour stay in sight.
                let ring = circle(target.at, radius_px + 3.0);
                for (ink, width) in [(Ink::Paper, 6.0), (ink, if pinned { 3.0 } else { 2.0 })] {
                    marks.push(outline(&ring, ink, width));
                }
            }
            Reach::Row(rect) => {
                let mut ring = rectangle(
                    rect.left + 1.0,
                    rect.top + 1.0,
                    rect.right - 1.0,
                    rect.bottom - 1.0,
                );
                ring.extend(ring.first().copied());
                marks.push(Mark::stroke(ring, ink, if pinned { 2.0 } else { 1.0 }));
                return marks;
            }
            Reach::Tile(rect) => {
                let ring = rectangle(rect.left, rect.top, rect.right, rect.bottom);
                for (ink, width) in [(Ink::Paper, 5.0), (ink, if pinned { 3.0 } else { 2.0 })] {
                    marks.push(outline(&ring, ink, width));
                }
            }
            Reach::Area { rings, .. } => {
                for (ink, width) in [(Ink::Paper, 5.0), (ink, if pinned { 3.0 } else { 2.0 })] {
                    marks.extend(rings.iter().map(|ring| outline(ring, ink, width)));
                }
            }
        }
        marks.extend(self.callout(target, ink));
        marks
    }

    /// The rooms of all texts, in the order drawn.
    #[must_use]
    pub fn label_boxes(&self) -> Vec<Rect> {
        self.marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text(text) => Some(text_width::bounds(text)),
                _ => None,
            })
            .collect()
    }

    /// A chart that says why there is nothing to see, in the same frame.
    #[must_use]
    pub fn empty(frame: Frame, sentence: &str) -> Self {
        let frame = frame.sane();
        let size_px = size::SMALL * frame.text_scale;
        let step = size_px * 1.3;
        let lines = wrap(sentence, frame.width_px - 8.0, size_px, Weight::Regular);
        let room = (frame.height_px / step).floor();
        let mut y =
            (frame.height_px - (lines.len().saturating_sub(1) as f64).min(room) * step) / 2.0;
        let mut marks = Vec::new();
        for content in lines {
            if y + size_px / 2.0 > frame.height_px {
                break;
            }
            marks.push(Mark::Text(Text {
                at: Point::new(frame.width_px / 2.0, y.max(size_px * 0.6)),
                anchor: Anchor::Middle,
                size_px,
                weight: Weight::Regular,
                ink: Ink::Muted,
                content: text_width::cut(&content, frame.width_px, size_px, Weight::Regular),
                halo: None,
            }));
            y += step;
        }
        Self {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets: Vec::new(),
            text: TextAlternative {
                sentence: sentence.to_owned(),
                ..TextAlternative::default()
            },
            walk: Walk::default(),
        }
    }

    /// A small label beside a target, kept inside the frame.
    fn callout(&self, target: &Target, ink: Ink) -> Vec<Mark> {
        let gap = match target.reach {
            Reach::Disc { radius_px } => radius_px + 7.0,
            Reach::Tile(rect) => (rect.bottom - rect.top) / 2.0 + 4.0,
            Reach::Around { .. } | Reach::Row(_) | Reach::Area { .. } => 11.0,
        };
        let size_px = size::SMALL * self.text_scale;
        let most = (self.width_px - 14.0).max(0.0);
        let content = text_width::cut(&target.brief, most, size_px, Weight::Bold);
        if content.is_empty() {
            return Vec::new();
        }
        let width = width_px(&content, size_px, Weight::Bold) + 12.0;
        let height = size_px * 1.7;
        let x = target.at.x.clamp(
            width / 2.0 + 1.0,
            (self.width_px - width / 2.0 - 1.0).max(width / 2.0 + 1.0),
        );
        let above = target.at.y - gap - height / 2.0;
        let has_room = match &target.reach {
            Reach::Area { .. } => true,
            Reach::Tile(rect) => rect.bottom - rect.top > height * 4.0,
            Reach::Around { .. } | Reach::Disc { .. } | Reach::Row(_) => false,
        };
        let y = if has_room {
            // Over the area's own name, not over its neighbours'.
            target
                .at
                .y
                .min(self.height_px - height / 2.0 - 1.0)
                .max(height / 2.0)
        } else if above - height / 2.0 >= 0.0 {
            above
        } else {
            (target.at.y + gap + height / 2.0).min(self.height_px - height / 2.0 - 1.0)
        };
        let at = Point::new(x, y);
        let room = Rect::centred(at, width, height);
        let ring = rectangle(room.left, room.top, room.right, room.bottom);
        vec![
            Mark::fill(ring, ink),
            Mark::Text(Text {
                at,
                anchor: Anchor::Middle,
                size_px,
                weight: Weight::Bold,
                ink: Ink::Paper,
                content,
                halo: None,
            }),
        ]
    }
}

/// How far beyond its rim a disc still answers, in CSS pixels: small ones are hard to hit.
const DISC_REACH_PX: f64 = 10.0;

impl Target {
    /// How well a point fits, less being better; none when it does not belong.
    fn cost_at(&self, point: Point) -> Option<f64> {
        match &self.reach {
            Reach::Around { radius_px } => {
                let distance = self.at.distance_squared(point);
                (distance <= radius_px * radius_px).then_some(distance)
            }
            Reach::Disc { radius_px } => {
                let distance = self.at.distance_squared(point).sqrt();
                let beyond = distance - radius_px;
                if beyond <= 0.0 {
                    Some(distance / radius_px)
                } else {
                    (beyond <= DISC_REACH_PX).then_some(1.0 + beyond)
                }
            }
            Reach::Row(rect) | Reach::Tile(rect) => rect.contains(point).then_some(0.0),
            // Of nested areas the smallest is on top.
            Reach::Area { rings, bounds } => {
                (bounds.contains(point) && is_inside(rings, point)).then(|| bounds.area())
            }
        }
    }
}

/// A length in device pixels, `px_scale` of them to a CSS pixel.
#[must_use]
pub fn device_size(px: f64, px_scale: f64) -> u32 {
    // A screen has no half pixels, and no canvas is wider than this.
    (px * px_scale).round().clamp(1.0, 16_384.0) as u32
}

/// A closed stroke around a ring.
pub(crate) fn outline(ring: &[Point], ink: Ink, width_px: f64) -> Mark {
    let mut points = ring.to_vec();
    points.extend(ring.first().copied());
    Mark::stroke(points, ink, width_px)
}
