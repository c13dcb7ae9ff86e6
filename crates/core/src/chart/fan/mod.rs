//! The fan: what is known up to today, and how far apart futures may lie after it.
//!
//! The central run is a line; around it lie nested bands of the runs' deciles, fainter outward,
//! so that no edge looks like a limit. What is observed is a line of its own that ends where the
//! model begins. Without bands it is the central run alone, as it is while draws are on their
//! way.

mod layout;
mod marks;
mod words;

use super::Frame;
use super::NamedValue;
use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use crate::measure::Unit;
use crate::quantity::Value;
use layout::Layout;

/// How many deciles lie between the lowest and the highest run.
pub const DECILES: usize = 9;

/// What is known, and what may come.
#[derive(Clone, Debug, PartialEq)]
pub struct FanSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// Whether values are levels or differences.
    pub base: FanBase,
    /// The name of the future, short enough for the end of its line.
    pub name: String,
    /// Published years and their values, in order of time; empty for differences.
    pub observed: Vec<(u16, Value)>,
    /// The modelled years from the base year on, in order of time.
    pub years: Vec<u16>,
    /// The central run, a value per modelled year.
    pub central: Vec<f64>,
    /// The runs' deciles from the first to the ninth, for each modelled year; empty while no
    /// runs are in.
    pub deciles: Vec<[f64; DECILES]>,
    /// Other futures' central runs, a value per modelled year; the baseline first.
    pub compared: Vec<FanLine>,
    /// A value to be reached; the reader's own, or an example.
    pub target: Option<NamedValue>,
    /// An extent that the axis holds at least, so that it stands still while a lever moves.
    pub held: Option<[f64; 2]>,
}

/// What values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FanBase {
    /// Levels: the axis need not start at zero.
    Level,
    /// Differences from the future of this name: zero is always in sight.
    Difference,
}

/// Another future's central run.
#[derive(Clone, Debug, PartialEq)]
pub struct FanLine {
    /// Its key.
    pub key: String,
    /// Its name, short enough for the end of its line.
    pub name: String,
    /// A value per modelled year.
    pub values: Vec<f64>,
}

impl FanSpec {
    /// The height that suits a width, both in CSS pixels.
    #[must_use]
    pub fn natural_height_px(width_px: f64, text_scale: f64) -> f64 {
        (width_px * 0.5).clamp(240.0, 460.0) * text_scale.sqrt()
    }

    /// The lowest and highest value that is drawn; none without any.
    #[must_use]
    pub fn extent(&self) -> Option<[f64; 2]> {
        let observed = self.observed.iter().filter_map(|(_, value)| value.number());
        let compared = self.compared.iter().flat_map(|line| &line.values);
        let lines = self.central.iter().chain(compared).copied();
        let bands = self.deciles.iter().flatten().copied();
        let target = self.target.iter().map(|target| target.value);
        let zero = (self.base == FanBase::Difference).then_some(0.0);
        let all = observed.chain(lines).chain(bands).chain(target).chain(zero);
        let all = all.chain(self.held.into_iter().flatten());
        let mut finite = all.filter(|value| value.is_finite());
        let first = finite.next()?;
        Some(finite.fold([first, first], |[low, high], value| {
            [low.min(value), high.max(value)]
        }))
    }

    /// What eight in ten runs lie between in the year of this place among the modelled ones.
    fn eight_in_ten(&self, place: usize) -> Option<[f64; 2]> {
        let [low, .., high] = self.deciles.get(place)?;
        Some([*low, *high])
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let Some(layout) = Layout::new(self, frame) else {
            let mut empty = Placed::empty(frame, "There is nothing to show yet");
            empty.text = self.words();
            return empty;
        };
        let mut marks = self.axis_marks(&layout);
        marks.extend(self.band_marks(&layout));
        marks.extend(self.line_marks(&layout));
        marks.extend(layout.end_marks());
        let (targets, walk) = self.targets(&layout);
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

    /// A target in each year of each line; a lane for each, the future's own first.
    fn targets(&self, layout: &Layout) -> (Vec<Target>, Walk) {
        let mut targets: Vec<Target> = Vec::new();
        let mut lanes = Vec::new();
        let mut lane =
            |all: Vec<(u16, f64)>, key: &str, name: &str, tell: &dyn Fn(u16, f64) -> String| {
                let first = targets.len();
                for (year, value) in all.into_iter().filter(|(_, value)| value.is_finite()) {
                    targets.push(Target {
                        key: format!("{key}/{year}"),
                        name: name.to_owned(),
                        words: tell(year, value),
                        brief: self.brief(name, year, value),
                        at: layout.at(year, value),
                        reach: Reach::Around { radius_px: 40.0 },
                    });
                }
                lanes.push(first..targets.len());
            };
        let years = |values: &[f64]| -> Vec<(u16, f64)> {
            self.years
                .iter()
                .copied()
                .zip(values.iter().copied())
                .collect()
        };
        lane(
            years(&self.central),
            "future",
            &self.name,
            &|year, value| self.tell_future(year, value),
        );
        for line in &self.compared {
            lane(
                years(&line.values),
                &line.key,
                &line.name,
                &|year, value| self.tell(&line.name, year, value),
            );
        }
        let observed = self.observed.iter();
        let observed = observed.filter_map(|(year, value)| Some((*year, value.number()?)));
        lane(
            observed.collect(),
            "observed",
            "Observed",
            &|year, value| self.tell("Observed", year, value),
        );
        let start = lanes.first().map_or(0, |lane| lane.end.saturating_sub(1));
        let places: Vec<Point> = targets.iter().map(|target| target.at).collect();
        let walk = Walk::by_lanes(&places, &lanes, start);
        (targets, walk)
    }
}

#[cfg(test)]
mod tests;
