//! `content/place.toml`: the one file that says which place this is.

use crate::error::{Error, Result};
use std::{fs, path::Path};
use toml::Table;

/// The place file, read.
#[derive(Debug)]
pub struct Place {
    table: Table,
}

impl Place {
    /// Reads `content/place.toml` under the project's root.
    ///
    /// # Errors
    /// [`Error::File`] when it cannot be read, [`Error::Place`] when it is not TOML.
    pub fn read(root: &Path) -> Result<Self> {
        let path = root.join("content/place.toml");
        let text = fs::read_to_string(&path).map_err(Error::file("read", path))?;
        Self::parse(&text)
    }

    /// Reads the text of a place file.
    ///
    /// # Errors
    /// [`Error::Place`] when it is not TOML.
    pub fn parse(text: &str) -> Result<Self> {
        match text.parse() {
            Ok(table) => Ok(Self { table }),
            Err(reason) => Err(Error::Place(format!("not readable as TOML: {reason}"))),
        }
    }

    /// The text at a path such as `pack.file`.
    ///
    /// # Errors
    /// [`Error::Place`] when nothing is there, or it is not text.
    pub fn text(&self, dotted: &str) -> Result<&str> {
        let (tables, last) = dotted.rsplit_once('.').unwrap_or(("", dotted));
        let inner = tables
            .split('.')
            .filter(|part| !part.is_empty())
            .try_fold(&self.table, |table, part| table.get(part)?.as_table());
        match inner.and_then(|table| table.get(last)) {
            None => Err(Error::Place(format!(
                "nothing is written at \"{dotted}\"; add it there"
            ))),
            Some(value) => value
                .as_str()
                .ok_or_else(|| Error::Place(format!("\"{dotted}\" must be text in quotes"))),
        }
    }

    /// The core pack's file name inside `public/data` and `dist/data`.
    ///
    /// # Errors
    /// As [`Place::text`]; also when the name is not a plain `.json` file name.
    pub fn pack_file(&self) -> Result<&str> {
        self.file_name("pack.file")
    }

    /// The file name of the companion with the small areas, beside the core pack.
    ///
    /// # Errors
    /// As [`Place::pack_file`].
    pub fn small_areas_file(&self) -> Result<&str> {
        self.file_name("pack.small_areas_file")
    }

    /// The file name of the companion with what people have written, beside the core pack.
    ///
    /// # Errors
    /// As [`Place::pack_file`].
    pub fn content_file(&self) -> Result<&str> {
        self.file_name("pack.content_file")
    }

    /// The file name of the companion with every district by industry, if the place has one.
    ///
    /// # Errors
    /// When the name is not a plain `.json` file name.
    pub fn britain_file(&self) -> Result<Option<&str>> {
        self.optional_file_name("pack.britain_file")
    }

    /// The file name of the coarse shapes of every district, if the place has them.
    ///
    /// # Errors
    /// As [`Place::britain_file`].
    pub fn britain_shapes_file(&self) -> Result<Option<&str>> {
        self.optional_file_name("pack.britain_shapes_file")
    }

    /// The file name of what the scenario model is told, if the place has one.
    ///
    /// # Errors
    /// As [`Place::britain_file`].
    pub fn model_file(&self) -> Result<Option<&str>> {
        self.optional_file_name("pack.model_file")
    }

    /// The file name of the roadmap companion, if the place has one.
    ///
    /// # Errors
    /// As [`Place::britain_file`].
    pub fn roadmap_file(&self) -> Result<Option<&str>> {
        self.optional_file_name("pack.roadmap_file")
    }

    fn optional_file_name(&self, dotted: &str) -> Result<Option<&str>> {
        if self.text(dotted).is_err() {
            return Ok(None);
        }
        self.file_name(dotted).map(Some)
    }

    fn file_name(&self, dotted: &str) -> Result<&str> {
        let name = self.text(dotted)?;
        let plain =
            name.ends_with(".json") && !name.contains(['/', '\\']) && !name.starts_with('.');
        if plain {
            Ok(name)
        } else {
            Err(Error::Place(format!(
                "\"{dotted}\" must be a plain name ending in .json, not {name}"
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str =
        "[place]\nname = \"Rutland\"\ncodes = [\"x\"]\n[pack]\nfile = \"rutland.json\"\n";

    #[test]
    fn text_is_found_by_its_path_and_a_missing_one_is_named() {
        let place = Place::parse(SAMPLE).unwrap();
        assert_eq!(place.text("place.name").unwrap(), "Rutland");
        assert!(
            place
                .text("place.county")
                .unwrap_err()
                .to_string()
                .contains("\"place.county\"")
        );
        assert!(
            place
                .text("nowhere.name")
                .unwrap_err()
                .to_string()
                .contains("nowhere.name")
        );
        assert!(
            place
                .text("place.codes")
                .unwrap_err()
                .to_string()
                .contains("must be text")
        );
    }

    #[test]
    fn a_pack_file_elsewhere_is_refused() {
        for name in ["../x.json", "a/b.json", "x.txt", ".json"] {
            let place = Place::parse(&format!("[pack]\nfile = \"{name}\"\n")).unwrap();
            assert!(place.pack_file().is_err(), "{name}");
        }
    }
}
