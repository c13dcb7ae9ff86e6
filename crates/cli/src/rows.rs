//! Answers as tables: CSV text, and the words for a source that every table uses.

use std::borrow::Cow;

use roadmap_core::data::Dataset;
use roadmap_core::measure::Measure;
use roadmap_core::source::Source;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::problem::Problem;

/// Rows as CSV with a header; a missing value is a blank cell.
///
/// # Errors
/// [`Problem::CannotEncode`].
pub fn csv<T: Serialize>(rows: &[T]) -> Result<String, Problem> {
    let told = |error: String| Problem::CannotEncode(error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer
            .serialize(row)
            .map_err(|error| told(error.to_string()))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| told(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| told(error.to_string()))
}

/// A number as published: `1198725`, not `1198725.0`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Up to here every whole number has its own f64, so nothing is lost.
        const MOST_WHOLE: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() <= MOST_WHOLE {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// Publisher and title of a measure's source.
pub fn source(dataset: &Dataset, measure: &Measure) -> String {
    dataset
        .source_of(measure)
        .map(source_words)
        .unwrap_or_default()
}

/// Publisher and title.
pub fn source_words(source: &Source) -> String {
    format!("{}, {}", source.publisher, source.title)
}

impl JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Row {
        name: &'static str,
        value: Option<Number>,
    }

    #[test]
    fn a_missing_value_is_blank_and_commas_are_quoted() {
        let rows = [
            Row {
                name: "a, b",
                value: Some(Number(1_198_725.0)),
            },
            Row {
                name: "c",
                value: None,
            },
            Row {
                name: "d",
                value: Some(Number(-0.04)),
            },
        ];
        assert_eq!(
            csv(&rows).unwrap(),
            "name,value\n\"a, b\",1198725\nc,\nd,-0.04\n"
        );
    }
}
