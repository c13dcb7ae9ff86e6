//! What one unit of a lever does, and how sure that is.

use crate::data::model::{Assumption, Evidence, Lever};
use crate::futures::evidence_words::{in_unit, range};

/// What one unit of a lever does.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectBand {
    /// The parameter's key.
    pub key: &'static str,
    /// What it says: `Output per job per point of workers trained`.
    pub meaning: String,
    /// Its range in words.
    pub words: String,
    /// The tenth percentile, the central value and the ninetieth percentile, in its own unit.
    pub ends: [f64; 3],
    /// The same and nothing, the first, as shares of the way along a small drawing, 0 to 1.
    pub along: [f64; 4],
    /// Whether the low end is nothing or beyond: it is drawn hollow.
    pub may_be_nothing: bool,
}

/// What one unit of a lever does, a band to each parameter.
pub(super) fn effects(evidence: &Evidence, lever: &Lever) -> Vec<EffectBand> {
    let told = lever.effects.iter();
    told.filter_map(|parameter| evidence.assumption(*parameter))
        .map(band)
        .collect()
}

fn band(assumption: &Assumption) -> EffectBand {
    let known = assumption.range;
    let ends = [known.low, known.central, known.high];
    let (first, last) = (known.low.min(0.0), known.high.max(0.0));
    let span = last - first;
    let along = |value: f64| {
        if span > 0.0 {
            ((value - first) / span).clamp(0.0, 1.0)
        } else {
            0.5
        }
    };
    let [low, central, high] = ends.map(along);
    // No effect at either end of the range, or between them.
    let may_be_nothing = known.low <= 0.0 && known.high >= 0.0;
    let taken = in_unit(known.central, &assumption.unit);
    let mut words = format!("{}, taken at {taken}", range(assumption));
    if may_be_nothing {
        words.push_str("; it may be nothing");
    }
    EffectBand {
        key: assumption.parameter.key(),
        meaning: assumption.meaning.clone(),
        words,
        ends,
        along: [along(0.0), low, central, high],
        may_be_nothing,
    }
}
