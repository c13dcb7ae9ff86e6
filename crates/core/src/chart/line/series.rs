//! A series of a line chart: cut into runs that may be joined, and drawn.

use super::layout::Layout;
use super::{LinePoint, LineSeries, LineSpec, SeriesRole};
use crate::chart::mark::{Dash, Ink, Mark, Point};
use crate::order;
use crate::period::Period;
use crate::quantity::{Interval, Provenance};

impl LineSpec {
    /// A series in order of time, cut where nothing may join it.
    pub(super) fn prepared<'a>(&self, series: &'a LineSeries) -> Drawn<'a> {
        let mut points: Vec<(f64, &LinePoint)> = series
            .points
            .iter()
            .map(|point| (point.period.middle_years(), point))
            .collect();
        order::sort_by(&mut points, |a, b| a.0.total_cmp(&b.0));
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
                interval: point
                    .interval
                    .filter(|i| i.low.is_finite() && i.high.is_finite()),
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
}

/// A series ready to draw: runs of dots that may be joined.
pub(super) struct Drawn<'a> {
    pub(super) series: &'a LineSeries,
    pub(super) runs: Vec<Vec<Dot<'a>>>,
}

/// One published value.
#[derive(Clone, Copy)]
pub(super) struct Dot<'a> {
    pub(super) years: f64,
    pub(super) value: f64,
    pub(super) interval: Option<Interval>,
    pub(super) period: &'a Period,
}

impl<'a> Drawn<'a> {
    pub(super) fn dots(&self) -> impl DoubleEndedIterator<Item = &Dot<'a>> + '_ {
        self.runs.iter().flatten()
    }

    const fn ink(&self) -> Ink {
        match self.series.role {
            SeriesRole::Place => Ink::Accent,
            SeriesRole::Benchmark => Ink::Benchmark,
            SeriesRole::Context => Ink::Context,
        }
    }

    pub(super) fn marks(&self, layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        let is_place = self.series.role == SeriesRole::Place;
        let width_px = layout.stroke_px
            * match self.series.role {
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
            let mut ring: Vec<Point> = stretch
                .iter()
                .filter_map(|dot| limit(dot, |i| i.high))
                .collect();
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
    order::sort_numbers(&mut steps);
    steps.get(steps.len() / 2).map_or(1.0, |usual| usual * 1.75)
}
