//! What the answer hangs on: which of the model's unsure parameters swing it most.

use super::{Words, picture};
use crate::chart::NamedValue;
use crate::chart::tornado::{TornadoEnd, TornadoRow, TornadoSpec};
use crate::chart::{Frame, Placed};
use crate::futures::Asked;
use crate::futures::evidence_words::in_unit;
use crate::model::sensitivity::Swing;
use crate::order;
use crate::picture::{Draw, Picture};

/// So many of the widest bars are shown.
const MOST_BARS: usize = 12;

/// The dozen parameters that swing the output of the area in the chosen year most, the widest
/// first; those that do not move it are left out.
#[must_use]
pub fn tornado(asked: &Asked<'_>, swings: &[Swing]) -> Picture {
    let about = asked.about();
    let width = |swing: &Swing| (swing.high - swing.low).abs();
    let middle = asked.own.value(asked.area, asked.output, asked.since());
    let mut widest: Vec<&Swing> = swings
        .iter()
        .filter(|swing| !about.is_level(width(swing)))
        .collect();
    order::sort_by(&mut widest, |a, b| width(b).total_cmp(&width(a)));
    widest.truncate(MOST_BARS);
    let row = |swing: &&Swing| {
        let assumption = asked.model.evidence.assumption(swing.parameter)?;
        let end = |taken: f64, value: f64| TornadoEnd {
            words: in_unit(taken, &assumption.unit),
            value,
        };
        Some(TornadoRow {
            key: swing.parameter.key().to_owned(),
            name: assumption.meaning.clone(),
            low: end(assumption.range.low, swing.low),
            high: end(assumption.range.high, swing.high),
        })
    };
    let rows: Vec<TornadoRow> = widest.iter().filter_map(row).collect();
    let title = match rows.first() {
        Some(first) => format!(
            "{} in {}: the largest unknown is “{}”",
            about.name,
            asked.told_year(),
            first.name
        ),
        None => format!(
            "Nothing the model is unsure of moves {}",
            about.name_inside()
        ),
    };
    let words = Words {
        key: "tornado",
        title,
        subtitle: format!(
            "{}, {}: one assumption at a time at its low and its high end",
            about.name_and_unit(),
            asked.told_year()
        ),
        notes: vec![
            "One draw in ten lies below the low end and one in ten above the high one; all \
             other assumptions stay at their central values."
                .to_owned(),
        ],
    };
    let spec = TornadoSpec {
        measure: about.name.to_owned(),
        unit: about.unit,
        decimals: about.decimals,
        period: asked.told_year().to_string(),
        middle: NamedValue {
            name: "every assumption at its central value".to_owned(),
            value: middle.unwrap_or(f64::NAN),
        },
        rows,
    };
    picture(asked, words, spec)
}

impl Draw for TornadoSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        self.natural_height_px(width_px, text_scale)
    }
}
