//! The stacked area: the parts of a whole through time.
//!
//! A whole of which one part is not known is not known: such a year is a gap in all parts, with
//! a sign that says why.

mod axes;
mod layout;
mod marks;
mod words;

use super::Frame;
use super::line::LineBreak;
use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use crate::measure::Unit;
use crate::order;
use crate::period::Period;
use crate::quantity::Value;
use layout::Layout;

/// The parts of a whole through time.
#[derive(Clone, Debug, PartialEq)]
pub struct StackSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// What the whole is called: `all industries shown`.
    pub whole_name: String,
    /// The parts, from the bottom.
    pub parts: Vec<StackPart>,
    /// Changes of definition: no area crosses one.
    pub breaks: Vec<LineBreak>,
    /// The chosen part, as a place in the parts.
    pub chosen: Option<usize>,
}

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct StackPart {
    /// Its key.
    pub key: String,
    /// Its name, short enough for the end of its area.
    pub name: String,
    /// Its values in any order.
    pub points: Vec<(Period, Value)>,
}

/// A period and what each part has in it.
#[derive(Clone, Debug)]
struct Slice<'a> {
    period: &'a Period,
    years: f64,
    /// Every part's value; why there is none where one lacks it.
    values: Result<Vec<f64>, Value>,
}

/// Periods that may be joined.
type Run<'a> = Vec<&'a Slice<'a>>;

impl StackSpec {
    /// The height that suits a width, both in CSS pixels.
    #[must_use]
    pub fn natural_height_px(width_px: f64, text_scale: f64) -> f64 {
        (width_px * 0.56).clamp(260.0, 480.0) * text_scale.sqrt()
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let slices = self.slices();
        let runs = self.runs(&slices);
        let Some(layout) = Layout::new(self, &slices, frame) else {
            let mut empty = Placed::empty(frame, "No year has a figure for every part");
            empty.text = self.words(&slices);
            return empty;
        };
        let mut marks = self.axis_marks(&slices, &layout);
        marks.extend(self.area_marks(&runs, &layout));
        marks.extend(self.gap_marks(&slices, &layout));
        marks.extend(self.break_marks(&slices, &layout));
        marks.extend(layout.end_marks(self));
        let (targets, walk) = self.targets(&slices, &layout);
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets,
            text: self.words(&slices),
            walk,
        }
    }

    /// All periods in order, with what each part has.
    fn slices(&self) -> Vec<Slice<'_>> {
        let points = self.parts.iter().flat_map(|part| &part.points);
        let mut periods: Vec<&Period> = points.map(|(period, _)| period).collect();
        periods.sort();
        periods.dedup();
        let slices = periods.into_iter().map(|period| {
            let value_of = |part: &StackPart| {
                let mut points = part.points.iter();
                let found = points.find(|(other, _)| other == period);
                match found.map_or(Value::Missing, |(_, value)| *value) {
                    // Less than nothing cannot be stacked, nor what is beyond all counting.
                    Value::Number(number) if (0.0..1e15).contains(&number) => Ok(number),
                    Value::Number(_) => Err(Value::Undefined),
                    untold => Err(untold),
                }
            };
            Slice {
                period,
                years: period.middle_years(),
                values: self.parts.iter().map(value_of).collect(),
            }
        });
        slices.collect()
    }

    /// The told periods, cut where a year is missing or the definition changes.
    fn runs<'a>(&self, slices: &'a [Slice<'a>]) -> Vec<Run<'a>> {
        let mut steps: Vec<f64> = slices
            .iter()
            .zip(slices.iter().skip(1))
            .map(|(a, b)| b.years - a.years)
            .collect();
        order::sort_numbers(&mut steps);
        let longest = steps.get(steps.len() / 2).map_or(1.0, |usual| usual * 1.75);
        let mut runs: Vec<Run<'a>> = Vec::new();
        let mut last: Option<f64> = None;
        for slice in slices {
            if slice.values.is_err() {
                last = None;
                continue;
            }
            let joins = last.is_some_and(|last| {
                slice.years - last <= longest
                    && !self.breaks.iter().any(|change| {
                        let at = change.first_period.middle_years();
                        last < at && at <= slice.years
                    })
            });
            match runs.last_mut() {
                Some(run) if joins => run.push(slice),
                _ => runs.push(vec![slice]),
            }
            last = Some(slice.years);
        }
        runs
    }

    /// A target in the middle of each part in each told period; a lane for each part.
    fn targets(&self, slices: &[Slice<'_>], layout: &Layout) -> (Vec<Target>, Walk) {
        let told: Vec<(&Slice<'_>, &Vec<f64>)> = slices
            .iter()
            .filter_map(|slice| Some((slice, slice.values.as_ref().ok()?)))
            .collect();
        let mut targets = Vec::with_capacity(told.len() * self.parts.len());
        let mut lanes = Vec::with_capacity(self.parts.len());
        for (index, part) in self.parts.iter().enumerate() {
            let first = targets.len();
            for (slice, values) in &told {
                let (words, brief) = self.tell(index, part, slice.period, values);
                targets.push(Target {
                    key: [part.key.as_str(), "/", slice.period.as_str()].concat(),
                    name: part.name.clone(),
                    words,
                    brief,
                    at: layout.middle(slice.years, values, index),
                    reach: Reach::Around { radius_px: 40.0 },
                });
            }
            lanes.push(first..targets.len());
        }
        let chosen = self.chosen.and_then(|chosen| lanes.get(chosen));
        let lane = chosen.or(lanes.last());
        let start = lane.map_or(0, |lane| lane.end.saturating_sub(1));
        let places: Vec<Point> = targets.iter().map(|target| target.at).collect();
        (targets, Walk::by_lanes(&places, &lanes, start))
    }
}

#[cfg(test)]
mod tests;
