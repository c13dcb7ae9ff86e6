//! "How do we know?": the model in plain words, with everything it is told and what it leaves out.

mod past;
mod words;

use super::Asked;
use super::evidence_words::{grade, in_unit, number, range};
use super::levers::setting_words;
use super::outputs::About;
use crate::data::model::{Evidence, Fixed, GradeLetter, Outlook};
use crate::model::output::Output;
use crate::model::sensitivity::groups;
use crate::quantity;

/// A section of the model card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardSection {
    /// Its key.
    pub key: &'static str,
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub words: Vec<String>,
    /// What is known, one by one; may be empty.
    pub known: Vec<Known>,
}

/// Something the model is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// What it belongs to: `national jobs`.
    pub group: String,
    /// What it says.
    pub name: String,
    /// Its value or its range, in words.
    pub value: String,
    /// How good the evidence is, in words.
    pub grade: String,
    /// Where it comes from.
    pub source: String,
    /// What a reader should know; may be empty.
    pub note: String,
}

/// Every section of the model card, in reading order.
#[must_use]
pub fn model_card(asked: &Asked<'_>) -> Vec<CardSection> {
    let evidence = &asked.model.evidence;
    vec![
        words::purpose(asked),
        words::equations(),
        assumptions(evidence),
        levers(evidence),
        fixed(evidence),
        words::uncertainty(),
        past::past(asked.model),
        words::limits(),
        words::left_out(),
        outlooks(asked),
    ]
}

fn section(key: &'static str, heading: &str, words: &[&str]) -> CardSection {
    CardSection {
        key,
        heading: heading.to_owned(),
        words: words.iter().map(|&words| words.to_owned()).collect(),
        known: Vec::new(),
    }
}

fn assumptions(evidence: &Evidence) -> CardSection {
    let of_group = |group: &String| -> Vec<Known> {
        let own = evidence.assumptions.iter();
        let own = own.filter(|own| own.group == *group);
        let known = own.map(|own| Known {
            group: group.clone(),
            name: own.meaning.clone(),
            value: format!(
                "{}, taken at {}",
                range(own),
                in_unit(own.range.central, &own.unit)
            ),
            grade: grade(&own.grade),
            source: own.source.clone(),
            note: String::new(),
        });
        known.collect()
    };
    let weak = evidence.assumptions.iter();
    let weak = weak
        .filter(|own| own.grade.letter == GradeLetter::C)
        .count();
    let mut card = section(
        "assumptions",
        "What it is unsure of",
        &[
            "One run in ten takes less than the lower end of a range and one in ten more than the \
           upper end.",
        ],
    );
    card.words.push(format!(
        "Of {} assumptions {} rest on weak evidence: correlation, another country or a choice of \
         ours.",
        quantity::count(evidence.assumptions.len()),
        quantity::count(weak)
    ));
    card.known = groups(evidence).iter().flat_map(of_group).collect();
    card
}

fn levers(evidence: &Evidence) -> CardSection {
    let mut card = section(
        "levers",
        "What the levers rest on",
        &[
            "A lever is a what-if. That it can be pulled so far, and what it would cost, is not \
           said.",
        ],
    );
    let known = evidence.levers.iter().map(|lever| Known {
        group: if lever.is_outside_control {
            "nobody here decides it".to_owned()
        } else {
            "can be decided here".to_owned()
        },
        name: lever.name.clone(),
        value: format!(
            "{} to {}",
            number(lever.least),
            setting_words(lever, lever.most)
        ),
        grade: grade(&lever.grade),
        source: lever.source.clone(),
        note: lever.note.clone(),
    });
    card.known = known.collect();
    card
}

fn fixed(evidence: &Evidence) -> CardSection {
    let mut card = section(
        "fixed",
        "What it takes as given",
        &["These numbers are the same in every run."],
    );
    card.known = evidence.fixed.iter().map(given).collect();
    card
}

fn given(fixed: &Fixed) -> Known {
    let value = match (fixed.of.as_slice(), fixed.values.as_slice()) {
        ([], [only]) => in_unit(*only, &fixed.unit),
        (of, values) => {
            let each = of.iter().zip(values);
            let each: Vec<String> = each
                .map(|(of, value)| format!("{of}: {}", number(*value)))
                .collect();
            format!("{} ({})", each.join(", "), fixed.unit)
        }
    };
    let group = fixed.key.split('.').next().unwrap_or_default();
    Known {
        group: group.to_owned(),
        name: fixed.meaning.clone(),
        value,
        grade: grade(&fixed.grade),
        source: fixed.source.clone(),
        note: String::new(),
    }
}

/// What others expect of the area's people, beside the central run, and why it differs.
fn outlooks(asked: &Asked<'_>) -> CardSection {
    let mut card = section(
        "outlooks",
        "What others expect",
        &["Official projections answer another question, so they differ. Neither is right."],
    );
    let code = asked.code(asked.area);
    let all = asked.model.outlooks.iter().filter(|own| own.area == *code);
    card.known = all.filter_map(|outlook| beside(asked, outlook)).collect();
    card
}

fn beside(asked: &Asked<'_>, outlook: &Outlook) -> Option<Known> {
    let output = Output::from_key(&outlook.output)?;
    let about = About::of(output);
    let base_year = asked.model.region.base_year;
    let since = |year: u16| usize::from(year.saturating_sub(base_year));
    let last = usize::from(asked.model.region.last_year.saturating_sub(base_year));
    // The chosen year, or the last one before it that is told.
    let mut told = outlook.points.iter().rev();
    let (year, theirs) = told.find(|(year, _)| {
        *year <= asked.told_year() && *year >= base_year && since(*year) <= last
    })?;
    let ours = asked.own.value(asked.area, output, since(*year))?;
    let source = asked
        .model
        .sources
        .iter()
        .find(|own| own.key == outlook.source);
    Some(Known {
        group: about.name.to_owned(),
        name: outlook.name.clone(),
        value: format!(
            "{} in {year}; here {}",
            about.spoken(*theirs),
            about.told(ours)
        ),
        grade: String::new(),
        source: source.map_or_else(String::new, crate::source::Source::line),
        note: outlook.note.clone(),
    })
}
