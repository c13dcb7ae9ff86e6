//! The line: values through time, with gaps, breaks and intervals where they are.

mod axes;
mod ends;
mod layout;
mod series;
mod words;

use super::Frame;
use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use crate::measure::Unit;
use crate::period::Period;
use crate::quantity::{Interval, Provenance, Value};
use layout::Layout;
use series::Drawn;

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
        let places: Vec<Point> = targets.iter().map(|target| target.at).collect();
        (targets, Walk::by_lanes(&places, &lanes, start))
    }
}
