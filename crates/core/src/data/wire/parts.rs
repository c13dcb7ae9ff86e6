//! The pack cut into parts, each still as text, so that one bad row costs that
//! row and not the page.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// The parts of a core pack by name; a part that is absent is `None`.
#[derive(Deserialize)]
pub(crate) struct PackParts<'a> {
    #[serde(borrow, default)]
    pub(crate) schema: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) pack_version: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) content_hash: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) place: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) product: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) companions: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) themes: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) sources: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) areas: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) retired: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) named_places: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) measures: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) series: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) english_districts: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) unavailable: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) topology: Option<&'a RawValue>,
}

/// The parts of a small-area companion by name.
#[derive(Deserialize)]
pub(crate) struct SmallAreasParts<'a> {
    #[serde(borrow, default)]
    pub(crate) schema: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) pack_version: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) content_hash: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) areas: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) lookups: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) topology: Option<&'a RawValue>,
}

/// Cuts a file into its parts.
///
/// # Errors
/// The parser's words when the text as a whole is not one JSON object.
pub(crate) fn cut<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// Reads one part, or one row of a part.
///
/// # Errors
/// The parser's words, which name the field or the place in the text.
pub(crate) fn read<T: DeserializeOwned>(raw: &RawValue) -> Result<T, String> {
    serde_json::from_str(raw.get()).map_err(|error| error.to_string())
}

/// Cuts a list into its rows.
///
/// # Errors
/// The parser's words when the part is not a list.
pub(crate) fn rows(raw: &RawValue) -> Result<Vec<&RawValue>, String> {
    serde_json::from_str(raw.get()).map_err(|error| error.to_string())
}
