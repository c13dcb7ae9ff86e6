//! A future through time: its level beside the baseline, and its difference from it.

use super::{Words, finding, observed, picture};
use crate::chart::NamedValue;
use crate::chart::fan::{FanBase, FanLine, FanSpec};
use crate::futures::{Asked, Run};
use crate::math;
use crate::picture::Picture;
use crate::quantity;

/// How far the axis reaches beyond the baseline, as a share of its extent: room in which a lever
/// moves the lines and not the axis.
const ROOM: f64 = 0.12;
/// The same while the baseline's range is not known.
const ROOM_WITHOUT_RANGE: f64 = 0.4;

/// The output through time, observed and modelled, beside the baseline.
#[must_use]
pub fn fan(asked: &Asked<'_>) -> Picture {
    let about = asked.about();
    let spec = level(asked);
    let first = spec.observed.first().map(|(year, _)| *year);
    let first = first.or(spec.years.first().copied());
    let words = Words {
        key: "fan",
        title: finding(asked),
        subtitle: format!(
            "{}, {} to {}{}",
            about.name_and_unit(),
            first.unwrap_or_default(),
            spec.years.last().copied().unwrap_or_default(),
            bands_words(asked)
        ),
        notes: vec![format!(
            "Solid black is observed, colour is modelled from {} on.",
            spec.years.first().copied().unwrap_or_default()
        )],
    };
    picture(asked, words, spec)
}

/// Futures side by side: the one that is looked at with its range, the others as lines.
#[must_use]
pub fn compared(asked: &Asked<'_>, others: &[&Run]) -> Picture {
    let about = asked.about();
    let mut spec = level(asked);
    let is_new = |run: &&&Run| !run.is_same_as(asked.own) && !run.is_same_as(asked.baseline);
    let lines = others.iter().filter(is_new).zip(1_usize..);
    spec.compared.extend(lines.map(|(run, place)| FanLine {
        key: format!("future-{place}"),
        name: run.name.clone(),
        values: run.values(asked.area, asked.output),
    }));
    let since = asked.since();
    let told = |name: &str, values: &[f64]| Some((name.to_owned(), *values.get(since)?));
    let mut ends: Vec<(String, f64)> = told(&spec.name, &spec.central).into_iter().collect();
    ends.extend(
        spec.compared
            .iter()
            .filter_map(|line| told(&line.name, &line.values)),
    );
    let by_value = |a: &&(String, f64), b: &&(String, f64)| a.1.total_cmp(&b.1);
    let highest = ends.iter().max_by(by_value);
    let lowest = ends.iter().min_by(by_value);
    let title = match (highest, lowest) {
        (Some(high), Some(low)) if !about.is_level(high.1 - low.1) => format!(
            "{} in {}: {} in {}, {} in {}",
            about.name,
            asked.told_year(),
            about.told(high.1),
            high.0,
            about.told(low.1),
            low.0
        ),
        _ => format!("{} in {}: the same in each", about.name, asked.told_year()),
    };
    let words = Words {
        key: "fan-compared",
        title,
        subtitle: format!(
            "{}, central runs of {} futures{}",
            about.name_and_unit(),
            quantity::count(ends.len()),
            bands_words(asked)
        ),
        notes: vec!["Each future is run with the same assumptions.".to_owned()],
    };
    picture(asked, words, spec)
}

/// The same as one of many small ones, with a key of its own.
#[must_use]
pub fn small(asked: &Asked<'_>) -> Picture {
    let about = asked.about();
    let mut spec = level(asked);
    spec.target = None;
    let words = Words {
        key: "fan-small",
        title: finding(asked),
        subtitle: about.name_and_unit(),
        notes: Vec::new(),
    };
    let mut picture = picture(asked, words, spec);
    picture.key = format!("small-{}", asked.output.key());
    picture
}

/// How far the future lies from the baseline through time, draw beside draw.
#[must_use]
pub fn difference(asked: &Asked<'_>) -> Picture {
    let about = asked.about();
    let years = asked.years();
    let central = (0..years.len()).map(|since| {
        let gap = asked.difference(asked.area, asked.output, since);
        gap.unwrap_or(f64::NAN)
    });
    let spreads = asked.own.spreads(asked.area, asked.output).iter();
    // Draws are kept to seven digits: less than a tenth of what is told is no difference.
    let least = 0.1 * math::ten_to(-i32::from(about.decimals));
    let calm = |gap: f64| if gap.abs() < least { 0.0 } else { gap };
    let spec = FanSpec {
        measure: format!("{}, difference from {}", about.name, asked.baseline.name),
        unit: about.unit,
        decimals: about.decimals,
        base: FanBase::Difference,
        name: asked.own.name.clone(),
        observed: Vec::new(),
        central: central.collect(),
        deciles: spreads.map(|spread| spread.difference.map(calm)).collect(),
        compared: Vec::new(),
        target: None,
        held: None,
        years,
    };
    let words = Words {
        key: "fan-difference",
        title: if asked.is_baseline() {
            "The baseline is what others are held against".to_owned()
        } else {
            finding(asked)
        },
        subtitle: format!(
            "{}, difference from {}, {} to {}{}",
            about.gap_name_and_unit(),
            asked.baseline.name,
            spec.years.first().copied().unwrap_or_default(),
            spec.years.last().copied().unwrap_or_default(),
            bands_words(asked)
        ),
        notes: vec![
            "Each run is held against the baseline with the same draws, so what both share \
             cancels out."
                .to_owned(),
        ],
    };
    picture(asked, words, spec)
}

fn level(asked: &Asked<'_>) -> FanSpec {
    let about = asked.about();
    let is_baseline = asked.is_baseline();
    let compared = FanLine {
        key: "baseline".to_owned(),
        name: asked.baseline.name.clone(),
        values: asked.baseline.values(asked.area, asked.output),
    };
    let target = asked.target.map(|value| NamedValue {
        name: format!(
            "Your target: {}",
            quantity::figure(value, about.unit, about.decimals)
        ),
        value,
    });
    let spreads = asked.own.spreads(asked.area, asked.output).iter();
    let mut spec = FanSpec {
        measure: about.name.to_owned(),
        unit: about.unit,
        decimals: about.decimals,
        base: FanBase::Level,
        name: asked.own.name.clone(),
        observed: observed::points(asked),
        years: asked.years(),
        central: asked.own.values(asked.area, asked.output),
        deciles: spreads.map(|spread| spread.deciles).collect(),
        compared: if is_baseline {
            Vec::new()
        } else {
            vec![compared]
        },
        target,
        held: None,
    };
    spec.held = held(asked, &spec);
    spec
}

/// What the baseline and the past need, and some room: it stands still while a lever moves.
fn held(asked: &Asked<'_>, own: &FanSpec) -> Option<[f64; 2]> {
    let spreads = asked.baseline.spreads(asked.area, asked.output).iter();
    let without_own = FanSpec {
        central: asked.baseline.values(asked.area, asked.output),
        deciles: spreads.map(|spread| spread.deciles).collect(),
        compared: Vec::new(),
        held: None,
        ..own.clone()
    };
    let room = if without_own.deciles.is_empty() {
        ROOM_WITHOUT_RANGE
    } else {
        ROOM
    };
    let [low, high] = without_own.extent()?;
    let span = high - low;
    let floor = if low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
    Some([(low - room * span).max(floor), high + room * span])
}

/// `; bands hold 8 in 10 of 1,024 runs`.
fn bands_words(asked: &Asked<'_>) -> String {
    let draws = asked.own.bands.as_ref().map(|bands| bands.draws);
    let has_band = !asked.own.spreads(asked.area, asked.output).is_empty();
    match draws.filter(|_| has_band) {
        Some(draws) => format!(
            "; the band holds 8 in 10 of {} runs",
            quantity::count(usize::try_from(draws).unwrap_or(usize::MAX))
        ),
        None => String::new(),
    }
}
