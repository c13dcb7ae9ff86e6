//! Checks what is assumed of sections: A to S, each once, and what each column says.

use super::{Complete, are_told, grade, is_within};
use crate::data::check::faults::{Faults, Row};
use crate::data::finding::Reason;
use crate::data::model::{DensityClass, LocalDriver, SECTIONS, SectionColumn, SectionDefaults};
use crate::data::wire::{SectionColumnWire, SectionWire};

/// How much more exposed to AI than others a section can be.
const MOST_EXPOSED: f64 = 10.0;

/// What is told of each section besides its letter.
const COLUMNS: [&str; 6] = ["gini", "tradable", "density", "ai", "space", "follows"];

/// Checks what is said of the columns; none unless it is said of each.
pub(super) fn columns(
    rows: Vec<Row<SectionColumnWire>>,
    faults: &mut Faults,
) -> Option<Vec<SectionColumn>> {
    let mut columns = Complete::new("section_columns");
    for Row { at, record } in rows {
        let key = record.key.clone();
        let at = format!("{at} ({key})");
        let own = COLUMNS.into_iter().find(|own| *own == key);
        let expected = "a column of the sections";
        if let Some(own) = faults.known(own, (&at, "key"), &key, expected) {
            let column = column(&at, record, faults);
            columns.add((&at, &key), own, column, faults);
        }
    }
    columns.all(COLUMNS, str::to_owned, faults)
}

fn column(at: &str, wire: SectionColumnWire, faults: &mut Faults) -> Option<SectionColumn> {
    are_told(
        at,
        &[
            ("meaning", &wire.meaning),
            ("unit", &wire.unit),
            ("source", &wire.source),
        ],
        faults,
    );
    Some(SectionColumn {
        grade: grade(at, &wire.grade, faults)?,
        key: wire.key,
        meaning: wire.meaning,
        unit: wire.unit,
        source: wire.source,
    })
}

/// Checks sections; none unless all are told.
pub(super) fn sections(
    rows: Vec<Row<SectionWire>>,
    faults: &mut Faults,
) -> Option<Vec<SectionDefaults>> {
    let mut sections = Complete::new("sections");
    for Row { at, record } in rows {
        let key = record.letter.clone();
        let at = format!("{at} ({key})");
        let letter = letters().find(|letter| letter.to_string() == key);
        let expected = "the letter of a section of the model";
        if let Some(letter) = faults.known(letter, (&at, "letter"), &key, expected) {
            let section = section(&at, letter, &record, faults);
            sections.add((&at, &key), letter, section, faults);
        }
    }
    sections.all(letters(), |letter| letter.to_string(), faults)
}

/// The letters of the sections the model knows.
pub(super) fn letters() -> impl Iterator<Item = char> {
    ('A'..='Z').take(SECTIONS)
}

fn section(
    at: &str,
    letter: char,
    wire: &SectionWire,
    faults: &mut Faults,
) -> Option<SectionDefaults> {
    let mut is_sound = true;
    let share = 0.0..=1.0;
    is_sound &= is_within(at, "gini", wire.gini, &share, faults);
    is_sound &= is_within(at, "tradable", wire.tradable, &share, faults);
    is_sound &= is_within(at, "ai", wire.ai, &(0.0..=MOST_EXPOSED), faults);
    for percent in wire.space {
        is_sound &= is_within(at, "space", percent, &(0.0..=100.0), faults);
    }
    let sum: f64 = wire.space.iter().sum();
    if (sum - 100.0).abs() > 1e-9 {
        let detail = format!("the kinds of space should add up to 100 and give {sum}");
        faults.add(at, "space", Reason::DoesNotAddUp { detail });
        is_sound = false;
    }
    let expected = "a class of effective density";
    let density = match wire.density.as_str() {
        "" => Some(None),
        key => faults
            .known(DensityClass::from_key(key), (at, "density"), key, expected)
            .map(Some),
    };
    let follows = LocalDriver::from_key(&wire.follows);
    let expected = "all, young or older";
    let local_driver = faults.known(follows, (at, "follows"), &wire.follows, expected);
    let [offices, industry, ..] = wire.space;
    is_sound.then_some(())?;
    Some(SectionDefaults {
        letter,
        gini: wire.gini,
        tradable_share: wire.tradable,
        density: density?,
        ai_exposure: wire.ai,
        office_share: offices / 100.0,
        industrial_share: industry / 100.0,
        local_driver: local_driver?,
    })
}
