//! The district map: areas shaded by class, the chosen one outlined, the rest receding.

mod cover;
mod fit;
mod key;
mod names;
mod walk;
mod words;

use super::Frame;
use super::mark::{Ink, Mark, Point};
use super::placed::{Placed, Reach, Target, outline};
use super::region::{Rect, clipped, dots, doubled_area, hatch, off_edge};
use super::theme::maps;
use crate::measure::{Direction, Unit};
use crate::order;
use crate::quantity::{Interval, Value};
use cover::Cover;
use fit::Fit;

/// A map of areas shaded by the class of their value.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoroplethSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// The period of the values, in words.
    pub period: String,
    /// Which way is better: darker is worse where that is known, else darker is higher.
    pub direction: Direction,
    /// What shades stand for.
    pub shading: Shading,
    /// The areas.
    pub areas: Vec<Area>,
    /// For each area its neighbours, as places in `areas`.
    pub neighbours: Vec<Vec<usize>>,
    /// Land around the subject, each with its rings.
    pub context: Vec<Vec<Ring>>,
    /// The rising upper edges of all classes but the last, at most six.
    pub upper_edges: Vec<f64>,
    /// What an interval is called: `95% interval`; empty where none is told.
    pub interval_name: String,
    /// The chosen area, as a place in `areas`.
    pub chosen: Option<usize>,
    /// Lines over the areas, in map coordinates: the outline of the subject among many areas.
    pub outlines: Vec<Ring>,
}

/// What the shades of a map stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shading {
    /// Levels, from light to dark.
    Ramp,
    /// Differences: pale near nothing, cool where better and warm where worse. Classes lie
    /// evenly on both sides of zero; with an even number of edges the middle one holds it.
    AroundZero,
}

/// A closed ring of map coordinates: kilometres east and north.
pub type Ring = Vec<[f64; 2]>;

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What the map calls it; none where names would crowd.
    pub label: Option<String>,
    /// Its rings; holes are painted over by what fills them.
    pub polygons: Vec<Ring>,
    /// A point well inside it, kilometres east and north.
    pub label_point: [f64; 2],
    /// Its value.
    pub value: Value,
    /// The published interval of its value.
    pub interval: Option<Interval>,
    /// Whether the interval is too wide for its class to be trusted.
    pub is_uncertain: bool,
}

impl ChoroplethSpec {
    /// Places the map in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let (Some(mut fit), Some(mut key)) =
            (Fit::new(self, frame, 0.0), key::Key::new(self, frame))
        else {
            let mut empty = Placed::empty(frame, "No area can be drawn");
            empty.text = self.words();
            return empty;
        };
        let mut shapes = self.shapes(&fit);
        let mut order = largest_first(&shapes);
        let mut cover = Cover::new(&shapes, &order, frame);
        if !key.seat_in_corner(&cover) {
            // No corner is free: the map gives way to a key below it.
            let room = key.seat_below();
            fit = Fit::new(self, frame, room).unwrap_or(fit);
            shapes = self.shapes(&fit);
            order = largest_first(&shapes);
            cover = Cover::new(&shapes, &order, frame);
        }
        let mut marks = self.context_marks(&fit, frame);
        marks.extend(self.area_marks(&shapes, &order, &fit));
        let names = names::place(self, &shapes, &fit, &cover, key.room(), frame);
        marks.extend(key.marks(self));
        marks.extend(names);
        let targets = self.targets(shapes, &fit);
        let walk = walk::walk(self, &targets);
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets,
            text: self.words(),
            walk,
        }
    }

    /// How high the map should be for its width, as a share of it: tall land is given height.
    #[must_use]
    pub fn natural_share(&self) -> f64 {
        fit::tall_share(self).unwrap_or(1.0).clamp(0.75, 1.3)
    }

    /// The class of a value and how many there are; darker classes are higher numbers.
    #[must_use]
    pub fn class_of(&self, value: f64) -> (u8, u8) {
        let edges = self.upper_edges.iter().take(MOST_CLASSES - 1);
        let of = edges.clone().count() + 1;
        let rank = edges.filter(|edge| value > **edge).count();
        let class = if self.direction == Direction::HigherIsBetter {
            of - 1 - rank
        } else {
            rank
        };
        (
            u8::try_from(class).unwrap_or(0),
            u8::try_from(of).unwrap_or(1),
        )
    }

    fn shapes(&self, fit: &Fit) -> Vec<Shape> {
        self.areas
            .iter()
            .map(|area| {
                let rings: Vec<Vec<Point>> =
                    area.polygons.iter().map(|ring| fit.ring(ring)).collect();
                let extent = rings
                    .iter()
                    .map(|ring| doubled_area(ring))
                    .fold(0.0, f64::max);
                Shape { rings, extent }
            })
            .collect()
    }

    fn context_marks(&self, fit: &Fit, frame: Frame) -> Vec<Mark> {
        let window = Rect {
            left: 0.0,
            top: 0.0,
            right: frame.width_px,
            bottom: frame.height_px,
        };
        let rings = self.context.iter().flatten();
        rings
            .map(|ring| clipped(&fit.ring(ring), window))
            .filter(|ring| ring.len() > 2)
            .flat_map(|ring| {
                // The window cuts land; its own edge is no border.
                let borders = off_edge(&ring, window);
                let strokes = borders
                    .into_iter()
                    .map(|b| Mark::stroke(b, Ink::LandLine, 1.0));
                let mut marks: Vec<Mark> = strokes.collect();
                marks.insert(0, Mark::fill(ring, Ink::Land));
                marks
            })
            .collect()
    }

    /// Fills, patterns and borders in the given order, the chosen area's outline last.
    fn area_marks(&self, shapes: &[Shape], order: &[usize], fit: &Fit) -> Vec<Mark> {
        let mut marks = Vec::new();
        let both = |index: &usize| Some((self.areas.get(*index)?, shapes.get(*index)?));
        // Rims as wide as those of a few areas would leave nothing of hundreds of small ones.
        let [rim_px, line_px] = if shapes.len() > MANY {
            [0.5, 0.25]
        } else {
            [1.5, 0.75]
        };
        for (area, shape) in order.iter().filter_map(both) {
            let ground = self.ground(area.value);
            marks.extend(
                shape
                    .rings
                    .iter()
                    .map(|ring| Mark::fill(ring.clone(), ground)),
            );
            marks.extend(pattern(area, ground, &shape.rings));
            marks.extend(
                shape
                    .rings
                    .iter()
                    .map(|ring| outline(ring, Ink::Paper, rim_px)),
            );
        }
        let rings = shapes.iter().flat_map(|shape| &shape.rings);
        marks.extend(rings.map(|ring| outline(ring, Ink::Border, line_px)));
        for (ink, width) in [(Ink::Paper, 3.5), (Ink::Ink, 1.5)] {
            let lines = self.outlines.iter().map(|line| fit.ring(line));
            marks.extend(lines.map(|line| Mark::stroke(line, ink, width)));
        }
        let chosen = self.chosen.as_ref().and_then(both);
        if let Some((_, shape)) = chosen {
            for (ink, width) in [(Ink::Paper, 5.0), (Ink::Ink, 2.5)] {
                marks.extend(shape.rings.iter().map(|ring| outline(ring, ink, width)));
            }
        }
        marks
    }

    fn ground(&self, value: Value) -> Ink {
        match value.number().filter(|number| number.is_finite()) {
            Some(number) => self.shade(number),
            None => Ink::NoData,
        }
    }

    /// The colour of a value.
    fn shade(&self, value: f64) -> Ink {
        match self.shading {
            Shading::Ramp => {
                let (class, of) = self.class_of(value);
                Ink::Ramp(class, of)
            }
            Shading::AroundZero => maps::diverging(self.step(value)),
        }
    }

    /// How many classes a value lies from the middle; below nothing for what is better.
    fn step(&self, value: f64) -> i8 {
        let edges = || self.upper_edges.iter().take(MOST_CLASSES - 1);
        let rank = edges().filter(|edge| value > **edge).count();
        let half = edges().count().div_ceil(2);
        let has_middle = edges().count().is_multiple_of(2);
        let [rank, half] = [rank, half].map(|count| i8::try_from(count).unwrap_or(0));
        let step = if has_middle || rank < half {
            rank - half
        } else {
            rank - half + 1
        };
        if self.direction == Direction::HigherIsBetter {
            -step
        } else {
            step
        }
    }

    fn targets(&self, shapes: Vec<Shape>, fit: &Fit) -> Vec<Target> {
        self.areas
            .iter()
            .zip(shapes)
            .map(|(area, shape)| {
                let at = fit.px_from_map(area.label_point);
                let bounds = Rect::around(shape.rings.iter().flatten().copied());
                Target {
                    key: area.key.clone(),
                    name: area.name.clone(),
                    words: self.area_words(area),
                    brief: self.brief(area),
                    at,
                    reach: Reach::Area {
                        rings: shape.rings,
                        bounds: bounds.unwrap_or_else(|| Rect::centred(at, 0.0, 0.0)),
                    },
                }
            })
            .collect()
    }
}

/// More areas than this have thin borders.
const MANY: usize = 60;

/// The most classes an eye can tell apart.
const MOST_CLASSES: usize = 7;

/// An area in pixels.
struct Shape {
    rings: Vec<Vec<Point>>,
    /// Twice the area of its largest ring.
    extent: f64,
}

/// The order of painting: the largest area first, so that what it encloses lies on top.
fn largest_first(shapes: &[Shape]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..shapes.len()).collect();
    let extent = |index: &usize| shapes.get(*index).map_or(0.0, |shape| shape.extent);
    order::sort_by(&mut order, |a, b| extent(b).total_cmp(&extent(a)));
    order
}

/// Fine diagonals for no figure, dots for a withheld one, coarse diagonals for an uncertain one.
fn pattern(area: &Area, ground: Ink, rings: &[Vec<Point>]) -> Vec<Mark> {
    let strokes = |gap: f64, ink: Ink, width: f64| {
        hatch(rings, gap)
            .into_iter()
            .map(move |[from, to]| Mark::line(from, to, ink, width))
            .collect::<Vec<Mark>>()
    };
    match (area.value, ground) {
        (Value::Suppressed, _) => dots(rings, 6.0)
            .into_iter()
            .map(|at| Mark::disc(at, 1.0, Ink::Context))
            .collect(),
        (_, Ink::NoData) => strokes(4.5, Ink::Context, 0.75),
        (_, ground) if area.is_uncertain => strokes(9.0, maps::on(ground), 0.75),
        _ => Vec::new(),
    }
}
