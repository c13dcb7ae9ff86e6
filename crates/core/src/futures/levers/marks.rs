//! What the place or its districts have done, on a lever's own scale.

use crate::data::model::{Lever, Model, Setting};
use crate::futures::amount::significant;
use crate::futures::evidence_words::number;
use crate::model::output::Output;

/// A point on a lever's scale that somebody has reached.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverMark {
    /// Where it lies, in the lever's unit.
    pub at: f64,
    /// What it is: `2019: 5,200 homes, the most of any year since 2002`.
    pub words: String,
}

/// The marks of a lever inside its range, in ascending order; empty where no figure allows one.
pub(super) fn marks(model: &Model, lever: &Lever) -> Vec<LeverMark> {
    let mut marks = match lever.setting {
        Setting::Housing => homes(model),
        Setting::Skills => graduates(model),
        _ => Vec::new(),
    };
    marks.retain(|mark| (lever.least..=lever.most).contains(&mark.at));
    marks.sort_by(|a, b| a.at.total_cmp(&b.at));
    marks
}

/// The years in which most and fewest homes were added.
fn homes(model: &Model) -> Vec<LeverMark> {
    let region = &model.region;
    let usual: f64 = region.districts.iter().map(|own| own.completions).sum();
    let mut histories = model.histories.iter();
    let own =
        histories.find(|own| own.output == Output::Completions.key() && own.area == region.county);
    let Some(points) = own.map(|own| &own.points).filter(|_| usual > 0.0) else {
        return Vec::new();
    };
    let first = points.first().map_or(0, |(year, _)| *year);
    let mark = |(year, homes): &(u16, f64), what: &str| LeverMark {
        at: (homes / usual - 1.0) * 100.0,
        words: format!(
            "{year}: {} homes, the {what} of any year since {first}",
            number(significant(*homes, 2))
        ),
    };
    let most = points.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let fewest = points.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let marks = [
        most.map(|own| mark(own, "most")),
        fewest.map(|own| mark(own, "fewest")),
    ];
    marks.into_iter().flatten().collect()
}

/// Districts that have more graduates than the place as a whole.
fn graduates(model: &Model) -> Vec<LeverMark> {
    let whole = super::real::Ground::of(&model.region).graduate_share_pct;
    let districts = model.region.districts.iter();
    districts
        .map(|district| LeverMark {
            at: district.graduate_share_pct - whole,
            words: format!(
                "as many residents with a degree as {} has, {} in 100",
                district.name,
                number(district.graduate_share_pct.round())
            ),
        })
        .filter(|mark| mark.at > 0.0)
        .collect()
}
