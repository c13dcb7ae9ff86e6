//! Files that belong to the pack and are loaded when a view first needs them.

use crate::edge::load::{self, LoadError};
use crate::explorer::Shared;

/// A companion's file name and bytes, or in words why they did not come.
pub async fn fetch(shared: &Shared, key: &str) -> Result<(String, Vec<u8>), String> {
    let mut companions = shared.dataset.companions.iter();
    let companion = companions.find(|companion| companion.key == key);
    let companion = companion.ok_or_else(|| LoadError::NotNamed.words())?;
    let file = companion.file.clone();
    match load::bytes(&load::beside_the_pack(&file)).await {
        Ok(bytes) => Ok((file, bytes)),
        Err(error) => Err(format!("{file}: {}", error.words())),
    }
}
