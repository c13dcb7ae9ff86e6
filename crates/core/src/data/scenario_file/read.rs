//! Reads a scenario file and tells every mistake in it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{ScenarioFault, ScenarioMistake};
use super::set::{named, nearest, setting, value};
use super::{MOST_BYTES, ScenarioFile};
use crate::data::model::{Evidence, Parameter, Scenario, Setting, Shift, ShiftBy};

/// The parts of a scenario file.
const PARTS: [&str; 6] = ["name", "based_on", "story", "settings", "shifts", "reasons"];
/// The most letters of a name.
const NAME: usize = 100;
/// The most letters of a story or a reason.
const STORY: usize = 2_000;

/// Reads a scenario file.
///
/// # Errors
/// Every mistake in the order of the file, at least one.
pub fn read(text: &str, evidence: &Evidence) -> Result<ScenarioFile, Vec<ScenarioFault>> {
    let bytes = text.len();
    if bytes > MOST_BYTES {
        return Err(vec![ScenarioFault {
            line: None,
            mistake: ScenarioMistake::TooLong { bytes },
        }]);
    }
    let table = DeTable::parse(text).map_err(|error| vec![not_toml(text, &error)])?;
    let mut reader = Reader {
        evidence,
        mistakes: Vec::new(),
    };
    let file = reader.file(table.get_ref());
    let mut mistakes = reader.mistakes;
    mistakes.sort_by_key(|(place, _)| *place);
    let told = mistakes.into_iter().map(|(place, mistake)| ScenarioFault {
        line: place.map(|place| line(text, place)),
        mistake,
    });
    let told: Vec<_> = told.collect();
    match file {
        Some(file) if told.is_empty() => Ok(file),
        _ => Err(told),
    }
}

type Entry<'a, 'i> = (
    &'a Spanned<std::borrow::Cow<'i, str>>,
    &'a Spanned<DeValue<'i>>,
);

struct Reader<'e> {
    evidence: &'e Evidence,
    /// Each with the byte it begins at.
    mistakes: Vec<(Option<usize>, ScenarioMistake)>,
}

impl Reader<'_> {
    fn file(&mut self, table: &DeTable<'_>) -> Option<ScenarioFile> {
        for (key, _) in table {
            self.part(key);
        }
        let name = self.words(table, "name", NAME);
        if !table.contains_key("name") || name.as_ref().is_some_and(|name| name.trim().is_empty()) {
            self.mistakes.push((None, ScenarioMistake::NoName));
        }
        let based_on = self.based_on(table);
        let story = self.words(table, "story", STORY);
        let mut changes = Vec::new();
        for (key, told) in self.entries(table, "settings") {
            let value = value(key.get_ref(), number(told.get_ref()), self.evidence);
            changes.extend(self.kept(key.span(), value));
        }
        let mut shifts = Vec::new();
        for (key, told) in self.entries(table, "shifts") {
            let shift = self.shift(key.get_ref(), told.get_ref());
            shifts.extend(self.kept(key.span(), shift));
        }
        let mut reasons = Vec::new();
        for (key, told) in self.entries(table, "reasons") {
            let reason = setting(key.get_ref()).and_then(|setting| {
                let words = words(key.get_ref(), told.get_ref(), STORY)?;
                Ok((setting, words))
            });
            reasons.extend(self.kept(key.span(), reason));
        }
        changes.sort_by_key(|(setting, _)| *setting);
        shifts.sort_by_key(|shift| shift.parameter);
        reasons.sort_by_key(|(setting, _)| *setting);
        Some(ScenarioFile {
            name: name?,
            based_on: based_on?,
            story: story.unwrap_or_default(),
            changes,
            shifts,
            reasons,
        })
    }

    /// A mistake if no scenario file has such a part.
    fn part(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>) {
        let own = key.get_ref();
        if PARTS.contains(&&**own) {
            return;
        }
        let key_told = own.to_string();
        let mistake = if Setting::from_key(own).is_some() {
            ScenarioMistake::OutsideSettings { key: key_told }
        } else {
            let near = nearest(own, PARTS);
            ScenarioMistake::UnknownPart {
                key: key_told,
                near,
            }
        };
        self.mistakes.push((Some(key.span().start), mistake));
    }

    fn based_on(&mut self, table: &DeTable<'_>) -> Option<String> {
        let Some(told) = table.get("based_on") else {
            return Some(Scenario::BASELINE.to_owned());
        };
        let key = words("based_on", told.get_ref(), NAME)
            .and_then(|key| Ok(named(&key, self.evidence)?.key.clone()));
        self.kept(told.span(), key)
    }

    fn words(&mut self, table: &DeTable<'_>, key: &str, most: usize) -> Option<String> {
        let told = table.get(key)?;
        self.kept(told.span(), words(key, told.get_ref(), most))
    }

    /// The entries of a part; none if it is not there.
    fn entries<'a, 'i>(&mut self, table: &'a DeTable<'i>, key: &str) -> Vec<Entry<'a, 'i>> {
        let Some(told) = table.get(key) else {
            return Vec::new();
        };
        if let DeValue::Table(part) = told.get_ref() {
            return part.iter().collect();
        }
        let key = key.to_owned();
        let place = Some(told.span().start);
        self.mistakes
            .push((place, ScenarioMistake::NotAPart { key }));
        Vec::new()
    }

    fn shift(&self, key: &str, told: &DeValue<'_>) -> Result<Shift, ScenarioMistake> {
        let parameter = Parameter::from_key(key).ok_or_else(|| {
            let near = nearest(key, Parameter::ALL.map(Parameter::key));
            let key = key.to_owned();
            ScenarioMistake::UnknownParameter { key, near }
        })?;
        let key = parameter.key();
        let entry = match told {
            DeValue::Table(entries) if entries.len() == 1 => entries.iter().next(),
            _ => None,
        };
        let by = entry.and_then(|(by, told)| {
            let number = number(told.get_ref()).filter(|number| number.is_finite())?;
            match &**by.get_ref() {
                "times" => Some(ShiftBy::Times(number)),
                "plus" => Some(ShiftBy::Plus(number)),
                _ => None,
            }
        });
        let by = by.ok_or(ScenarioMistake::NotAShift { key })?;
        let assumption = self.evidence.assumption(parameter);
        match assumption {
            Some(own) if !own.range.allows(by) => Err(ScenarioMistake::TooFar {
                key,
                central: by.of(own.range.central),
                range: [own.range.min, own.range.max],
                unit: own.unit.clone(),
            }),
            _ => Ok(Shift { parameter, by }),
        }
    }

    /// What was read, or its mistake kept.
    fn kept<T>(&mut self, place: Range<usize>, read: Result<T, ScenarioMistake>) -> Option<T> {
        read.map_err(|mistake| self.mistakes.push((Some(place.start), mistake)))
            .ok()
    }
}

/// The words of a value.
fn words(key: &str, told: &DeValue<'_>, most: usize) -> Result<String, ScenarioMistake> {
    let key = || key.to_owned();
    let DeValue::String(words) = told else {
        return Err(ScenarioMistake::NotWords { key: key() });
    };
    if words.chars().count() > most {
        return Err(ScenarioMistake::TooManyLetters { key: key(), most });
    }
    Ok(words.to_string())
}

/// The number of a value; none for anything else.
fn number(told: &DeValue<'_>) -> Option<f64> {
    match told {
        DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

fn not_toml(text: &str, error: &toml::de::Error) -> ScenarioFault {
    let span = error.span().unwrap_or_default();
    let before = text.get(..span.start).unwrap_or_default();
    let own_line = before.rsplit('\n').next().unwrap_or_default();
    let mistake = if error.message() == "duplicate key" {
        let key = text.get(span.clone()).unwrap_or_default().to_owned();
        ScenarioMistake::Twice { key }
    } else {
        ScenarioMistake::NotToml {
            column: own_line.chars().count() + 1,
            detail: error.message().to_owned(),
        }
    };
    ScenarioFault {
        line: Some(line(text, span.start)),
        mistake,
    }
}

/// The line that a byte stands in, from 1.
fn line(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or(text);
    before.matches('\n').count() + 1
}
