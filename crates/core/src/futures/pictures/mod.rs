//! Which chart shows what about futures, with titles that state a finding, and sources.

mod fan;
mod map;
mod observed;
mod pyramid;
mod sections;
mod tornado;
mod waterfall;

use std::sync::Arc;

use super::Asked;
use super::difference::{Difference, Verdict};
use crate::chart::fan::FanSpec;
use crate::chart::{Frame, Placed};
use crate::picture::{Draw, Parts, Picture};
use crate::source::Source;

pub use fan::{compared, difference, fan, small};
pub use map::difference_map;
pub use pyramid::pyramid;
pub use sections::sections;
pub use tornado::tornado;
pub use waterfall::waterfall;

/// What stands under every picture of the model.
const CAUTION: &str = "Modelled, not a forecast: what would follow if the assumptions held.";

/// What one picture is called and says.
struct Words {
    key: &'static str,
    title: String,
    /// Measure, unit and period; that it is modelled is added.
    subtitle: String,
    /// What a reader must know, a sentence each.
    notes: Vec<String>,
}

fn picture(asked: &Asked<'_>, words: Words, chart: impl Draw + 'static) -> Picture {
    let model = asked.model;
    let keys = observed::source_keys(asked);
    let sources: Vec<&Source> = keys
        .iter()
        .filter_map(|key| model.sources.iter().find(|own| own.key == *key))
        .collect();
    let lines: Vec<String> = sources.iter().map(|source| source.line()).collect();
    let mut source_lines: Vec<String> = lines
        .iter()
        .map(|line| format!("Source of what it starts from: {line}"))
        .collect();
    source_lines.push(format!("Note: {CAUTION}"));
    source_lines.extend(words.notes.iter().map(|note| format!("Note: {note}")));
    let version = format!(
        "{}, scenario model {}, data pack {}",
        asked.dataset.product_name, model.evidence.model_version, model.pack_version
    );
    source_lines.push(version.clone());
    let source_words = if lines.is_empty() {
        format!("{version}.")
    } else {
        format!("{version}; starts from {}", lines.join(" "))
    };
    let url = sources.first().map(|source| source.url.clone());
    Picture::from(Parts {
        key: words.key,
        about: "scenarios",
        timing_name: "roadmap-draw-scenarios",
        title: words.title,
        subtitle: format!("{}; modelled, not a forecast", words.subtitle),
        place_name: asked.place_name().to_owned(),
        source_words,
        source_url: url.filter(|url| !url.is_empty()),
        source_lines,
        chart: Arc::new(chart),
    })
}

/// `Jobs: about 9,000 more than in the baseline by 2040`.
fn finding(asked: &Asked<'_>) -> String {
    let about = asked.about();
    let year = asked.told_year();
    let Some(difference) = Difference::of(asked, asked.area, asked.output) else {
        return format!("{}: there is nothing to show", about.name);
    };
    match difference.verdict(&about) {
        _ if asked.is_baseline() => trend(asked),
        Verdict::None => format!("{}: as in the baseline in {year}", about.name),
        Verdict::Unclear => {
            let name = about.name_inside();
            format!("No clear difference in {name} by {year}")
        }
        _ => format!(
            "{}: about {} {} than in the baseline by {year}",
            about.name,
            about.gap(difference.central),
            about.way(difference.central)
        ),
    }
}

/// `Jobs: from 582,000 in 2024 to 640,000 in 2040 if trends carry on`.
fn trend(asked: &Asked<'_>) -> String {
    let about = asked.about();
    let told = |since: usize| {
        let value = asked.own.value(asked.area, asked.output, since)?;
        Some(about.told(value))
    };
    match told(0).zip(told(asked.since())) {
        Some((first, last)) => format!(
            "{}: from {first} in {} to {last} in {} if trends carry on",
            about.name,
            asked.prepared.year(0),
            asked.told_year()
        ),
        None => format!("{}: there is nothing to show", about.name),
    }
}

impl Draw for FanSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        Self::natural_height_px(width_px, text_scale)
    }
}
