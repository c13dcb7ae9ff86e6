//! A record as its named fields, each still as text.
//!
//! Every record of a pack is read through this one type, so that a fault costs one
//! row and names its field, and so that the app carries one reader instead of one
//! for each of twenty records.

use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// No record has more, of this version or a later one; each is compared with those before it,
/// so a hostile record with a million would keep a browser busy for hours.
const MOST_FIELDS: usize = 200;

/// The fields of one record, in the order of the file.
pub(crate) struct Fields<'a>(Vec<(String, &'a RawValue)>);

/// A record that is built from its fields.
pub(crate) trait FromFields: Sized {
    /// Reads the record.
    ///
    /// # Errors
    /// The first field that is missing or holds something else.
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Unread>;
}

/// Why a field, or a record as a whole, could not be read.
#[derive(Debug)]
pub(crate) struct Unread {
    /// The field, with those around it: `layers.shapes.code`; empty for the whole.
    pub(crate) field: String,
    /// The parser's words, or that the field is not there.
    pub(crate) detail: String,
}

impl<'a> Fields<'a> {
    /// Cuts a whole file, or the text of one record, into its fields.
    ///
    /// # Errors
    /// [`Unread`] when the text is not one JSON object with each name once.
    pub(crate) fn cut(text: &'a str) -> Result<Self, Unread> {
        serde_json::from_str(text).map_err(|error| Unread::whole(&error))
    }

    /// The text of a field, if it is there.
    pub(crate) fn get(&self, name: &str) -> Option<&'a RawValue> {
        self.0
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, raw)| *raw)
    }

    /// Every field in the order of the file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &'a RawValue)> {
        self.0.iter().map(|(name, raw)| (name.as_str(), *raw))
    }

    /// A field that must be there.
    pub(super) fn required<T: DeserializeOwned>(&self, name: &str) -> Result<T, Unread> {
        read(self.must_have(name)?).map_err(|unread| unread.inside(name))
    }

    /// A field that may be left out; its type's usual value then.
    pub(super) fn optional<T: DeserializeOwned + Default>(&self, name: &str) -> Result<T, Unread> {
        match self.get(name) {
            Some(raw) => read(raw).map_err(|unread| unread.inside(name)),
            None => Ok(T::default()),
        }
    }

    /// A list of records that must be there.
    pub(super) fn records<T: FromFields>(&self, name: &str) -> Result<Vec<T>, Unread> {
        let rows = rows(self.must_have(name)?).map_err(|unread| unread.inside(name))?;
        let read = rows.into_iter().map(record);
        read.collect::<Result<_, _>>()
            .map_err(|unread| unread.inside(name))
    }

    /// A list of records that may be left out.
    pub(super) fn optional_records<T: FromFields>(&self, name: &str) -> Result<Vec<T>, Unread> {
        match self.get(name) {
            Some(_) => self.records(name),
            None => Ok(Vec::new()),
        }
    }

    /// A record that must be there.
    pub(super) fn required_record<T: FromFields>(&self, name: &str) -> Result<T, Unread> {
        record(self.must_have(name)?).map_err(|unread| unread.inside(name))
    }

    /// A record that may be left out.
    pub(super) fn optional_record<T: FromFields>(&self, name: &str) -> Result<Option<T>, Unread> {
        let read = self.get(name).map(record).transpose();
        read.map_err(|unread| unread.inside(name))
    }

    fn must_have(&self, name: &str) -> Result<&'a RawValue, Unread> {
        self.get(name).ok_or_else(|| Unread {
            field: name.to_owned(),
            detail: "the field is not there".to_owned(),
        })
    }
}

/// Reads one record.
///
/// # Errors
/// As [`FromFields::from_fields`], and when the text is not a record.
pub(crate) fn record<T: FromFields>(raw: &RawValue) -> Result<T, Unread> {
    T::from_fields(&Fields::cut(raw.get())?)
}

/// Reads one plain value.
///
/// # Errors
/// The parser's words.
pub(crate) fn read<T: DeserializeOwned>(raw: &RawValue) -> Result<T, Unread> {
    serde_json::from_str(raw.get()).map_err(|error| Unread::whole(&error))
}

/// Cuts a list into its rows.
///
/// # Errors
/// The parser's words when the part is not a list.
pub(crate) fn rows(raw: &RawValue) -> Result<Vec<&RawValue>, Unread> {
    serde_json::from_str(raw.get()).map_err(|error| Unread::whole(&error))
}

impl Unread {
    fn whole(error: &serde_json::Error) -> Self {
        Self {
            field: String::new(),
            detail: error.to_string(),
        }
    }

    fn inside(self, name: &str) -> Self {
        let field = if self.field.is_empty() {
            name.to_owned()
        } else {
            [name, ".", &self.field].concat()
        };
        Self { field, ..self }
    }
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record with named fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields: Vec<(String, &'de RawValue)> = Vec::new();
        while let Some((name, raw)) = map.next_entry::<String, &'de RawValue>()? {
            if fields.iter().any(|(own, _)| *own == name) {
                return Err(A::Error::custom(format_args!(
                    "the field {name} stands twice"
                )));
            }
            if fields.len() == MOST_FIELDS {
                return Err(A::Error::custom("it has more fields than any record"));
            }
            fields.push((name, raw));
        }
        Ok(Fields(fields))
    }
}
