//! The line: values through time, with gaps, breaks and intervals where they are.

mod axes;
mod ends;
mod layout;
mod words;

use super::mark::{Dash, Ink, Mark, Point};
use super::placed::{Placed, Reach, Target, Walk};
use super::Frame;
use crate::measure::Unit;
use crate::period::Period;
use crate::quantity::{Interval, Provenance, Value};
use layout::Layout;

/// Values through time.
#[derive(Clone, Debug, PartialEq)]
pub struct LineSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// The series, the chosen place first; later ones lie further back.
    pub series: Vec<LineSeries>,
    /// Changes of definition: no line crosses one.
    pub breaks: Vec<LineBreak>,
    /// Stretches of time to be read with care.
    pub shades: Vec<Shade>,
}

/// One series.
#[derive(Clone, Debug, PartialEq)]
pub struct LineSeries {
    /// Its key.
    pub key: String,
    /// Its name, short enough for the end of a line.
    pub name: String,
    /// What it is here for.
    pub role: SeriesRole,
    /// Observed and modelled are solid, assumed is dashed.
    pub provenance: Provenance,
    /// Its points in any order; a missing one leaves a gap.
    pub points: Vec<LinePoint>,
}

/// What a series is here for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesRole {
    /// The chosen place.
    Place,
    /// A named comparison.
    Benchmark,
    /// Others, further back.
    Context,
}

/// One period's value.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePoint {
    /// The period.
    pub period: Period,
    /// The value, or why there is none.
    pub value: Value,
    /// Its published interval.
    pub interval: Option<Interval>,
}

/// A change of definition.
#[derive(Clone, Debug, PartialEq)]
pub struct LineBreak {
    /// The first period on the new definition.
    pub first_period: Period,
    /// A word or two beside the rule.
    pub label: String,
    /// What changed, in one sentence.
    pub note: String,
}

/// A stretch of time to be read with care, such as lockdown years.
#[derive(Clone, Debug, PartialEq)]
pub struct Shade {
    /// Where it starts, in years as [`Period::middle_years`] counts them.
    pub from_years: f64,
    /// Where it ends.
    pub to_years: f64,
    /// A word or two above it.
    pub label: String,
}

impl LineSpec {
    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let drawn: Vec<Drawn<'_>> = self.series.iter().map(|s| self.prepared(s)).collect();
        let Some(layout) = Layout::new(self, &drawn, frame) else {
            let mut empty = Placed::empty(frame, "No figure is published for this place");
            empty.text = self.words(&drawn);
            return empty;
        };
        let mut marks = axes::marks(self, &drawn, &layout);
        // The chosen place comes first in the spec and lies on top.
        for one in drawn.iter().rev() {
            marks.extend(one.marks(&layout));
        }
        marks.extend(layout.ends.marks(&layout));
        let (targets, walk) = self.targets(&drawn, &layout);
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets,
            text: self.words(&drawn),
            walk,
        }
    }

    /// A series in order of time, cut where nothing may join it.
    fn prepared<'a>(&self, series: &'a LineSeries) -> Drawn<'a> {
        let mut points: Vec<(f64, &LinePoint)> = series
            .points
            .iter()
            .map(|point| (point.period.middle_years(), point))
            .collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        let longest = longest_step(&points);
        let mut runs: Vec<Vec<Dot<'a>>> = Vec::new();
        let mut last: Option<f64> = None;
        for (years, point) in points {
            let Some(value) = point.value.number().filter(|v| v.is_finite()) else {
                last = None;
                continue;
            };
            let dot = Dot {
                years,
                value,
                interval: point.interval.filter(|i| i.low.is_finite() && i.high.is_finite()),
                period: &point.period,
            };
            let joins = last.is_some_and(|last| {
                years - last <= longest && !self.break_years().any(|b| last < b && b <= years)
            });
            match runs.last_mut() {
                Some(run) if joins => run.push(dot),
                _ => runs.push(vec![dot]),
            }
            last = Some(years);
        }
        Drawn { series, runs }
    }

    fn break_years(&self) -> impl Iterator<Item = f64> + '_ {
        self.breaks.iter().map(|b| b.first_period.middle_years())
    }

    fn targets(&self, drawn: &[Drawn<'_>], layout: &Layout) -> (Vec<Target>, Walk) {
        let mut targets = Vec::new();
        let mut lanes: Vec<std::ops::Range<usize>> = Vec::new();
        for one in drawn {
            let first = targets.len();
            for dot in one.dots() {
                let (words, brief) = self.tell(one.series, dot);
                targets.push(Target {
                    key: [one.series.key.as_str(), "/", dot.period.as_str()].concat(),
                    name: one.series.name.clone(),
                    words,
                    brief,
                    at: layout.at(dot),
                    reach: Reach::Around {
                        radius_px: layout.reach,
                    },
                });
            }
            lanes.push(first..targets.len());
        }
        let place = drawn
            .iter()
            .position(|one| one.series.role == SeriesRole::Place && !one.runs.is_empty());
        let start = place
            .and_then(|place| lanes.get(place))
            .or_else(|| lanes.iter().find(|lane| !lane.is_empty()))
            .map_or(0, |lane| lane.end.saturating_sub(1));
        let links = walk_links(&targets, &lanes);
        (targets, Walk { start, links })
    }
}

/// A series ready to draw: runs of dots that may be joined.
struct Drawn<'a> {
    series: &'a LineSeries,
    runs: Vec<Vec<Dot<'a>>>,
}

/// One published value.
#[derive(Clone, Copy)]
struct Dot<'a> {
    years: f64,
    value: f64,
    interval: Option<Interval>,
    period: &'a Period,
}

impl<'a> Drawn<'a> {
    fn dots(&self) -> impl DoubleEndedIterator<Item = &Dot<'a>> + '_ {
        self.runs.iter().flatten()
    }

    const fn ink(&self) -> Ink {
        match self.series.role {
            SeriesRole::Place => Ink::Accent,
            SeriesRole::Benchmark => Ink::Benchmark,
            SeriesRole::Context => Ink::Context,
        }
    }

    fn marks(&self, layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        let is_place = self.series.role == SeriesRole::Place;
        let width_px = layout.stroke_px * match self.series.role {
            SeriesRole::Place => 2.5,
            SeriesRole::Benchmark => 1.4,
            SeriesRole::Context => 1.0,
        };
        let dash = match self.series.provenance {
            Provenance::Observed | Provenance::Modelled => Dash::Solid,
            Provenance::Assumed => Dash::Dashed,
        };
        if is_place {
            for run in &self.runs {
                marks.extend(band(run, layout));
            }
        }
        for run in &self.runs {
            let points: Vec<Point> = run.iter().map(|dot| layout.at(dot)).collect();
            match points.as_slice() {
                [only] => marks.push(Mark::disc(*only, width_px.max(1.5), self.ink())),
                _ => {
                    if is_place {
                        // A rim of paper keeps the place's line apart from those it crosses.
                        marks.push(Mark::stroke(points.clone(), Ink::Paper, width_px + 2.0));
                    }
                    marks.push(Mark::Path {
                        points,
                        ink: self.ink(),
                        width_px,
                        dash,
                        opacity: 1.0,
                    });
                }
            }
        }
        if is_place && let Some(last) = self.dots().next_back() {
            marks.push(Mark::disc(layout.at(last), width_px * 1.4, Ink::Accent));
        }
        marks
    }
}

/// The interval around a run, lighter outwards: nested bands without a hard edge.
fn band(run: &[Dot<'_>], layout: &Layout) -> Vec<Mark> {
    let mut marks = Vec::new();
    for stretch in run.chunk_by(|a, b| a.interval.is_some() == b.interval.is_some()) {
        for share in [1.0, 0.86, 0.72, 0.58, 0.44] {
            let limit = |dot: &Dot<'_>, pick: fn(Interval) -> f64| {
                let limit = dot.interval.map(pick)?;
                Some(layout.point(dot.years, dot.value * (1.0 - share) + limit * share))
            };
            let mut ring: Vec<Point> =
                stretch.iter().filter_map(|dot| limit(dot, |i| i.high)).collect();
            ring.extend(stretch.iter().rev().filter_map(|dot| limit(dot, |i| i.low)));
            if let [high, low] = *ring {
                let half = Point::new(2.0, 0.0);
                ring = vec![
                    Point::new(high.x - half.x, high.y),
                    Point::new(high.x + half.x, high.y),
                    Point::new(low.x + half.x, low.y),
                    Point::new(low.x - half.x, low.y),
                ];
            }
            if !ring.is_empty() {
                marks.push(Mark::Polygon {
                    ring,
                    ink: Ink::Accent,
                    opacity: 0.06,
                });
            }
        }
    }
    marks
}

/// The longest step that still joins two points: a little more than the usual one.
fn longest_step(points: &[(f64, &LinePoint)]) -> f64 {
    let mut steps: Vec<f64> = points
        .iter()
        .zip(points.iter().skip(1))
        .map(|(a, b)| b.0 - a.0)
        .collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).map_or(1.0, |usual| usual * 1.75)
}

/// Left and right along a series; up and down to the series next above or below.
fn walk_links(targets: &[Target], lanes: &[std::ops::Range<usize>]) -> Vec<[usize; 6]> {
    let nearest = |lane: &std::ops::Range<usize>, x: f64| {
        lane.clone()
            .filter_map(|index| Some((index, targets.get(index)?)))
            .min_by(|a, b| (a.1.at.x - x).abs().total_cmp(&(b.1.at.x - x).abs()))
    };
    let mut links = Vec::with_capacity(targets.len());
    for (own, lane) in lanes.iter().enumerate() {
        for index in lane.clone() {
            let Some(target) = targets.get(index) else { continue };
            let (mut up, mut down) = ((index, f64::INFINITY), (index, f64::INFINITY));
            for (other, other_lane) in lanes.iter().enumerate().filter(|(other, _)| *other != own) {
                if let Some((neighbour, found)) = nearest(other_lane, target.at.x) {
                    let rise = target.at.y - found.at.y;
                    // Equal values are told apart by the order of the series.
                    let is_above = rise > 0.0 || (rise == 0.0 && other < own);
                    let best = if is_above { &mut up } else { &mut down };
                    if rise.abs() < best.1 {
                        *best = (neighbour, rise.abs());
                    }
                }
            }
            let left = index.saturating_sub(1).max(lane.start);
            let right = (index + 1).min(lane.end - 1);
            links.push([left, right, up.0, down.0, lane.start, lane.end - 1]);
        }
    }
    links
}
