//! What people write about a place and its measures, as TOML.

mod challenges;
pub mod hindcast;
pub mod industries;
mod measures;
pub mod model;
mod place;
pub mod region;
pub mod roadmap;
mod sectors;
mod small_areas;
mod sources;

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::problem::{Fault, Problem};

pub use challenges::{Challenge, HighValue};
pub use industries::Industries;
pub use measures::{Measure, Measures, Theme};
pub use place::{
    Checks, Commuting, Pack as PackNames, Place, Raw, RawCheck, Recode, Stations, SumCheck, Town,
};
pub use region::Region;
pub use sectors::Sector;
pub use small_areas::{
    Blank, Covers, SmallAreaMeasures, SmallColumn, SmallMeasure, SmallSource, SmallTable,
};
pub use sources::{Folder, Sources};

/// Everything in the content folder that a pack needs.
pub struct Content {
    /// `place.toml`.
    pub place: Place,
    /// `measures.toml`.
    pub measures: Measures,
    /// `small_area_measures.toml`.
    pub small_areas: SmallAreaMeasures,
    /// `sources.toml`.
    pub sources: Sources,
    /// The files of `challenges`, in reading order.
    pub challenges: Vec<Challenge>,
    /// `unavailable.toml`.
    pub unavailable: Vec<Unavailable>,
    /// `industries.toml`, if `place.toml` names a Britain companion.
    pub industries: Option<Industries>,
    /// The files of `sectors`, in reading order; none without a Britain companion.
    pub sectors: Vec<Sector>,
    /// The files of `model`, if `place.toml` names a model companion.
    pub model: Option<model::Model>,
    /// The files of `roadmap` and beside it, if `place.toml` names a roadmap companion.
    pub roadmap: Option<roadmap::Roadmap>,
}

/// Something a reader may look for that nobody publishes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unavailable {
    /// What.
    pub what: String,
    /// Why, and what is shown in its stead.
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnavailableFile {
    #[serde(default)]
    unavailable: Vec<Unavailable>,
}

impl Content {
    /// Reads the content folder.
    ///
    /// # Errors
    /// [`Problem::CannotRead`] for a file that is not there; a [`Fault`] that
    /// names file, key and what to do for one that cannot be used.
    pub fn read(folder: &Path) -> Result<Self, Problem> {
        let measures: Measures = read_toml(&folder.join("measures.toml"))?;
        measures.check(&folder.join("measures.toml"))?;
        let small = folder.join("small_area_measures.toml");
        let small_areas: SmallAreaMeasures = read_toml(&small)?;
        let place: Place = read_toml(&folder.join("place.toml"))?;
        small_areas.check(&small, &place.commuting)?;
        let (industries, sectors) = match place.pack.britain_file {
            Some(_) => (
                Some(read_toml(&folder.join("industries.toml"))?),
                sectors::read(&folder.join("sectors"))?,
            ),
            None => (None, Vec::new()),
        };
        let model = match place.pack.model_file {
            Some(_) => Some(model::read(folder)?),
            None => None,
        };
        let roadmap = match place.pack.roadmap_file {
            Some(_) => Some(roadmap::read(folder)?),
            None => None,
        };
        Ok(Self {
            model,
            roadmap,
            industries,
            sectors,
            place,
            measures,
            small_areas,
            sources: read_toml(&folder.join("sources.toml"))?,
            challenges: challenges::read(&folder.join("challenges"))?,
            unavailable: read_toml::<UnavailableFile>(&folder.join("unavailable.toml"))?
                .unavailable,
        })
    }
}

/// Reads one TOML file.
///
/// # Errors
/// As [`Content::read`].
pub fn read_toml<T: DeserializeOwned>(file: &Path) -> Result<T, Problem> {
    let text = fs::read_to_string(file).map_err(|error| Problem::CannotRead {
        path: file.to_owned(),
        why: error.to_string(),
    })?;
    from_toml(file, &text)
}

fn from_toml<T: DeserializeOwned>(file: &Path, text: &str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| {
            let before = text.get(..span.start).unwrap_or(text);
            format!("line {}", before.matches('\n').count() + 1)
        });
        Fault {
            file: file.to_owned(),
            place: line.unwrap_or_default(),
            field: String::new(),
            reason: error.message().trim_end_matches('.').replace('\n', "; "),
            advice: "Correct the line; the other entries show the form".to_owned(),
        }
        .into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_file_line_and_key() {
        let told = from_toml::<UnavailableFile>(
            Path::new("unavailable.toml"),
            "[[unavailable]]\nwhat = \"a\"\nwhy = \"b\"\n\n[[unavailable]]\nwhat = \"a\"\nwhat_for = 3\n",
        )
        .err()
        .unwrap()
        .to_string();
        assert!(
            told.starts_with("unavailable.toml, line 7: unknown field `what_for`"),
            "{told}"
        );
    }
}
