//! What each lever adds to the difference from the baseline.

use super::{Words, picture};
use crate::chart::waterfall::{WaterfallSpec, WaterfallStep, WaterfallTotal};
use crate::futures::Asked;
use crate::futures::evidence_words::lever_or_shifts;
use crate::futures::outputs::About;
use crate::math;
use crate::model::contributions::{Contribution, Contributions, Orders, Part};
use crate::order;
use crate::picture::Picture;
use crate::quantity::{self, Value};

/// From no lever moved to this future, by what each lever adds; the largest first.
#[must_use]
pub fn waterfall(asked: &Asked<'_>, contributions: &Contributions) -> Picture {
    let about = finer(asked.about(), contributions);
    let mut parts: Vec<&Contribution> = contributions.parts.iter().collect();
    order::sort_by(&mut parts, |a, b| b.share.abs().total_cmp(&a.share.abs()));
    let steps = parts.iter().map(|own| WaterfallStep {
        key: key(own.part),
        name: name(asked, own.part),
        meaning: format!("Alone it would add {}.", signed(&about, own.alone)),
        value: Value::Number(own.share),
    });
    let total = |key: &str, name: String, value: f64| WaterfallTotal {
        key: key.to_owned(),
        name,
        value: Value::Number(value),
    };
    let spec = WaterfallSpec {
        measure: about.name.to_owned(),
        unit: about.unit,
        decimals: about.decimals,
        direction: about.direction,
        from: total(
            "baseline",
            asked.baseline.name.clone(),
            contributions.baseline,
        ),
        to: total("future", asked.own.name.clone(), contributions.whole),
        steps: steps.collect(),
        rest_name: "Not explained".to_owned(),
    };
    let orders = match contributions.orders {
        Orders::All => "all orders".to_owned(),
        Orders::Some(orders) => format!(
            "{} orders drawn by lot",
            quantity::count(usize::try_from(orders).unwrap_or(usize::MAX))
        ),
    };
    let words = Words {
        key: "waterfall",
        title: title(asked, &about, &parts),
        subtitle: format!(
            "{}, {}: what each lever adds by the central run",
            about.name_and_unit(),
            asked.told_year()
        ),
        notes: vec![format!(
            "A lever’s share is what it adds on average over {orders} in which levers may come \
             (Shapley, 1953); shares add up to the whole difference."
        )],
    };
    picture(asked, words, spec)
}

/// `Homes add most: about 4,000 more jobs`.
fn title(asked: &Asked<'_>, about: &About, parts: &[&Contribution]) -> String {
    let largest = parts.first().filter(|own| !about.is_level(own.share));
    match largest {
        Some(own) => format!(
            "{} moves {} most: about {} {}",
            name(asked, own.part),
            about.name_inside(),
            about.gap(own.share),
            about.way(own.share)
        ),
        None if parts.is_empty() => "No lever has been moved".to_owned(),
        None => format!("No lever that was moved changes {}", about.name_inside()),
    }
}

/// With one decimal more where the largest share would be a single digit.
fn finer(mut about: About, contributions: &Contributions) -> About {
    let shares = contributions.parts.iter().map(|own| own.share.abs());
    let largest = shares.fold(0.0, f64::max);
    let ten = 10.0 * math::ten_to(-i32::from(about.decimals));
    if largest > 0.0 && largest < ten {
        about.decimals += 1;
    }
    about
}

fn key(part: Part) -> String {
    match part {
        Part::Setting(setting) => setting.key().to_owned(),
        Part::Shifts => "shifts".to_owned(),
    }
}

fn name(asked: &Asked<'_>, part: Part) -> String {
    lever_or_shifts(&asked.model.evidence, part).to_owned()
}

fn signed(about: &About, value: f64) -> String {
    quantity::signed(value, about.unit, about.decimals)
}
