//! Names on the ends of lines.

use super::layout::Layout;
use super::series::Drawn;
use super::{LineSpec, SeriesRole};
use crate::chart::labels::pushed_apart;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight};
use crate::chart::text_width::{LINE_SHARE, cut, width_px, wrap};
use crate::chart::{Density, Frame};
use crate::order;
use crate::quantity;

/// Names to the right of the lines, pushed apart where they crowd.
pub(super) struct Ends {
    labels: Vec<EndLabel>,
    size_px: f64,
    gap_px: f64,
}

struct EndLabel {
    /// The place of its series in the spec.
    series: usize,
    role: SeriesRole,
    lines: Vec<String>,
    /// The end of its line and the middle of its text, once seated.
    seat: Option<(Point, f64)>,
}

impl Ends {
    /// Labels for the series that have a number, broken into lines that leave room to the chart.
    pub(super) fn new(
        spec: &LineSpec,
        drawn: &[Drawn<'_>],
        density: Density,
        frame: Frame,
        size_px: f64,
    ) -> Self {
        let most = frame.width_px * if density == Density::Spark { 0.42 } else { 0.3 };
        let labels = drawn
            .iter()
            .enumerate()
            .filter_map(|(series, one)| {
                let last = one.dots().next_back()?;
                let name = one.series.name.as_str();
                let words = match density {
                    Density::Spark => name.to_owned(),
                    Density::Full => {
                        let value = quantity::figure(last.value, spec.unit, spec.decimals);
                        // The value stays with the last word of the name.
                        format!("{name}\u{a0}{value}")
                    }
                };
                let weight = weight(one.series.role);
                let lines = wrap_words(&words, most, size_px, weight);
                Some(EndLabel {
                    series,
                    role: one.series.role,
                    lines,
                    seat: None,
                })
            })
            .collect();
        Self {
            labels,
            size_px,
            gap_px: size_px * 0.6 + 2.0,
        }
    }

    /// The width kept free to the right of the chart.
    pub(super) fn room_px(&self) -> f64 {
        let widest = self
            .labels
            .iter()
            .flat_map(|label| {
                label
                    .lines
                    .iter()
                    .map(|line| width_px(line, self.size_px, weight(label.role)))
            })
            .fold(0.0, f64::max);
        if widest > 0.0 {
            widest + self.gap_px
        } else {
            0.0
        }
    }

    /// Seats the labels beside the ends of their lines; what does not fit, the last first, goes.
    pub(super) fn seat(&mut self, ends: &[Option<Point>], low: f64, high: f64) {
        let height = |label: &EndLabel, size: f64| label.lines.len() as f64 * size * LINE_SHARE;
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        order::sort_by_key(&mut order, |&i| {
            self.labels.get(i).map_or(9, |label| priority(label.role))
        });
        let mut room = high - low;
        order.retain(|&i| {
            let needed = self
                .labels
                .get(i)
                .map_or(0.0, |label| height(label, self.size_px));
            let fits = needed <= room;
            if fits {
                room -= needed;
            }
            fits
        });
        let end_of = |i: usize| {
            let series = self.labels.get(i)?.series;
            ends.get(series).copied().flatten()
        };
        order::sort_by(&mut order, |&a, &b| {
            let y = |i| end_of(i).map_or(0.0, |end| end.y);
            y(a).total_cmp(&y(b))
        });
        let wanted: Vec<(f64, f64)> = order
            .iter()
            .filter_map(|&i| Some((end_of(i)?.y, height(self.labels.get(i)?, self.size_px))))
            .collect();
        let centres = pushed_apart(&wanted, low, high);
        let seats: Vec<(usize, Point, f64)> = order
            .iter()
            .zip(centres)
            .filter_map(|(&i, centre)| Some((i, end_of(i)?, centre)))
            .collect();
        for (i, end, centre) in seats {
            if let Some(label) = self.labels.get_mut(i) {
                label.seat = Some((end, centre));
            }
        }
    }

    pub(super) fn marks(&self, layout: &Layout) -> Vec<Mark> {
        let x = layout.right + self.gap_px;
        let mut marks = Vec::new();
        for label in &self.labels {
            let Some((end, centre)) = label.seat else {
                continue;
            };
            let ink = ink(label.role);
            let is_moved = (centre - end.y).abs() > self.size_px * 0.45;
            let is_far = layout.right - end.x > self.size_px;
            if is_moved || is_far {
                let knee = Point::new(layout.right + 3.0, end.y);
                let mut leader = vec![Point::new(end.x + 3.0, end.y)];
                if is_far {
                    leader.push(knee);
                }
                leader.push(Point::new(x - 2.0, centre));
                marks.push(Mark::stroke(leader, Ink::Grid, 1.0));
            }
            let step = self.size_px * LINE_SHARE;
            let first = centre - step * (label.lines.len() as f64 - 1.0) / 2.0;
            let mut y = first;
            for line in &label.lines {
                marks.push(Mark::Text(Text {
                    at: Point::new(x, y),
                    anchor: Anchor::Start,
                    size_px: self.size_px,
                    weight: weight(label.role),
                    ink,
                    content: line.clone(),
                    halo: None,
                }));
                y += step;
            }
        }
        marks
    }
}

fn wrap_words(words: &str, most: f64, size_px: f64, weight: Weight) -> Vec<String> {
    let mut lines = wrap(words, most, size_px, weight);
    lines.truncate(3);
    lines
        .into_iter()
        .map(|line| cut(&line, most, size_px, weight))
        .filter(|line| !line.is_empty())
        .collect()
}

const fn weight(role: SeriesRole) -> Weight {
    match role {
        SeriesRole::Place => Weight::Bold,
        SeriesRole::Benchmark | SeriesRole::Context => Weight::Regular,
    }
}

const fn ink(role: SeriesRole) -> Ink {
    match role {
        SeriesRole::Place => Ink::Accent,
        SeriesRole::Benchmark => Ink::Benchmark,
        SeriesRole::Context => Ink::Muted,
    }
}

const fn priority(role: SeriesRole) -> u8 {
    match role {
        SeriesRole::Place => 0,
        SeriesRole::Benchmark => 1,
        SeriesRole::Context => 2,
    }
}
