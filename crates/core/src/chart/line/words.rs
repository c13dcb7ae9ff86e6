//! The line chart in words.

use super::series::{Dot, Drawn};
use super::{LineSeries, LineSpec, SeriesRole};
use crate::chart::placed::TextAlternative;
use crate::period::Period;
use crate::quantity::{self, Provenance};

impl LineSpec {
    /// What the live region says of a point, and what its label says.
    pub(super) fn tell(&self, series: &LineSeries, dot: &Dot<'_>) -> (String, String) {
        let figure = quantity::figure(dot.value, self.unit, self.decimals);
        let unit = quantity::unit_suffix(self.unit);
        let brief = [series.name.as_str(), " ", &figure, ", ", &dot.period.tick()].concat();
        let mut words = [
            series.name.as_str(),
            ": ",
            &figure,
            unit,
            ", ",
            &dot.period.words(),
        ]
        .concat();
        if let Some(interval) = dot.interval {
            words.push_str(", 95% interval ");
            words.push_str(&quantity::range(interval, self.unit, self.decimals));
        }
        match series.provenance {
            Provenance::Observed => {}
            Provenance::Modelled => words.push_str(", modelled"),
            Provenance::Assumed => words.push_str(", assumed"),
        }
        (words, brief)
    }

    /// The sentence and the table.
    pub(super) fn words(&self, drawn: &[Drawn<'_>]) -> TextAlternative {
        let mut columns = vec!["Period".to_owned()];
        for series in &self.series {
            columns.push(series.name.clone());
            if has_intervals(series) {
                columns.push(format!("{}, 95% interval", series.name));
            }
        }
        TextAlternative {
            sentence: self.sentence(drawn),
            columns,
            rows: self.rows(),
        }
    }

    fn sentence(&self, drawn: &[Drawn<'_>]) -> String {
        if drawn.is_empty() {
            return format!("{}: no figure is published.", self.measure);
        }
        let mut sentences = Vec::new();
        for one in drawn {
            let name = &one.series.name;
            let figure = |dot: &Dot<'_>| {
                let value = quantity::spoken(dot.value, self.unit, self.decimals);
                format!("{value} in {}", dot.period.words())
            };
            let told = match (one.dots().next(), one.dots().next_back()) {
                (Some(first), Some(last)) if first.years < last.years => {
                    format!("{name} from {} to {}", figure(first), figure(last))
                }
                (Some(only), _) => format!("{name} {}", figure(only)),
                _ => format!("{name} not published"),
            };
            sentences.push(told);
        }
        let mut sentence = format!("{}: {}.", self.measure, sentences.join("; "));
        for change in &self.breaks {
            sentence.push_str(&format!(
                " The definition changes with {}: {}",
                change.first_period.words(),
                change.note,
            ));
        }
        sentence
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let mut periods: Vec<&Period> = self
            .series
            .iter()
            .flat_map(|series| series.points.iter().map(|point| &point.period))
            .collect();
        periods.sort();
        periods.dedup();
        periods
            .into_iter()
            .map(|period| {
                let mut row = vec![period.words()];
                for series in &self.series {
                    let point = series.points.iter().find(|point| point.period == *period);
                    row.push(point.map_or_else(
                        || "not published".to_owned(),
                        |p| quantity::value_words(p.value, self.unit, self.decimals),
                    ));
                    if has_intervals(series) {
                        let interval = point.and_then(|p| p.interval);
                        row.push(interval.map_or_else(String::new, |i| {
                            quantity::range(i, self.unit, self.decimals)
                        }));
                    }
                }
                row
            })
            .collect()
    }
}

fn has_intervals(series: &LineSeries) -> bool {
    series.role == SeriesRole::Place && series.points.iter().any(|point| point.interval.is_some())
}
