//! `measures.toml`: what each measure is called and means, and its place in the product.

use std::collections::BTreeSet;
use std::path::Path;

use roadmap_core::data::wire::{BreakWire, MessageWords};
use roadmap_core::measure::{Direction, Unit};
use serde::Deserialize;

use crate::problem::{Fault, Problem};

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    /// Themes in reading order.
    #[serde(rename = "theme")]
    pub themes: Vec<Theme>,
    /// Measures in reading order.
    #[serde(rename = "measure")]
    pub measures: Vec<Measure>,
}

/// A theme of the roadmap.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Where a message on it leads besides the district map: `sectors`, `scenarios`, or
    /// `challenge:` and the key of one.
    #[serde(default)]
    pub leads_to: String,
}

/// A measure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its public key; for a challenge series the name of its raw file.
    pub slug: String,
    /// The name people use.
    pub name: String,
    /// What the number means, one sentence.
    pub meaning: String,
    /// The key of a theme.
    pub theme: String,
    /// The key of a unit.
    pub unit: String,
    /// Decimals shown.
    pub decimals: u8,
    /// `observed`, `modelled` or `assumed`.
    pub provenance: String,
    /// Place on the overview, from 1.
    pub headline: Option<u8>,
    /// What to know before trusting it.
    #[serde(default)]
    pub caution: String,
    /// The smallest change told where no interval is published.
    #[serde(default)]
    pub least_change: f64,
    /// Changes of definition.
    #[serde(default)]
    pub breaks: Vec<BreakWire>,
    /// Sentences for key messages.
    pub messages: Option<MessageWords>,
    /// The column of the deprivation table, for a measure that comes from there.
    pub column: Option<String>,
    /// What a figure of that column is multiplied by to be in the unit.
    pub factor: Option<f64>,
    /// Which way is better: for a measure of that table, which does not say.
    pub better: Option<String>,
}

impl Measure {
    /// Which way is better, if content says so.
    pub fn better(&self) -> Option<Direction> {
        self.better.as_deref().and_then(Direction::from_key)
    }
}

impl Measures {
    /// Checks what serde cannot: keys that must be known or unique.
    ///
    /// # Errors
    /// The first [`Fault`], naming the measure and the key.
    pub fn check(&self, file: &Path) -> Result<(), Problem> {
        let themes: BTreeSet<&str> = self.themes.iter().map(|t| t.key.as_str()).collect();
        let mut seen = BTreeSet::new();
        for measure in &self.measures {
            let fault = |field: &str, reason: String, advice: String| {
                Err(Fault {
                    file: file.to_owned(),
                    place: format!("measure “{}”", measure.slug),
                    field: field.to_owned(),
                    reason,
                    advice,
                }
                .into())
            };
            if !seen.insert(&measure.slug) {
                return fault("slug", "it is there twice".into(), "Keep one".into());
            }
            if !themes.contains(measure.theme.as_str()) {
                let known: Vec<&str> = themes.iter().copied().collect();
                return fault(
                    "theme",
                    format!("there is no theme “{}”", measure.theme),
                    format!("Use one of: {}", known.join(", ")),
                );
            }
            if Unit::from_key(&measure.unit).is_none() {
                return fault(
                    "unit",
                    format!("there is no unit “{}”", measure.unit),
                    format!("Use one of: {}", Unit::ALL.map(Unit::key).join(", ")),
                );
            }
            // The index of the challenge series says which way is better; other tables do not.
            if measure.column.is_some() && measure.better().is_none() {
                return fault(
                    "better",
                    "it does not say which way is better".into(),
                    "Use higher, lower or neutral".into(),
                );
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
        [[theme]]
        key = "homes"
        title = "Homes"
        [[measure]]
        slug = "rent"
        name = "Rent"
        meaning = "What a home costs in a month."
        theme = "homes"
        unit = "gbp"
        decimals = 0
        provenance = "observed"
    "#;

    fn told(text: &str) -> Option<String> {
        let measures: Measures = toml::from_str(text).unwrap();
        measures
            .check(Path::new("measures.toml"))
            .err()
            .map(|p| p.to_string())
    }

    #[test]
    fn unknown_keys_are_named_with_those_that_are_known() {
        assert_eq!(told(GOOD), None);
        let theme = told(&GOOD.replace("theme = \"homes\"", "theme = \"home\"")).unwrap();
        assert_eq!(
            theme,
            "measures.toml, measure “rent”, theme: there is no theme “home”. Use one of: homes."
        );
        let unit = told(&GOOD.replace("\"gbp\"", "\"euro\"")).unwrap();
        assert!(
            unit.contains(
                "unit: there is no unit “euro”. Use one of: percent, percentage-points, gbp"
            ),
            "{unit}"
        );
        let column = format!("{GOOD}\ncolumn = \"rent\"\nbetter = \"cheaper\"\n");
        assert!(
            told(&column)
                .unwrap()
                .contains("better: it does not say which way")
        );
        let twice = format!("{GOOD}{}", GOOD.split_once("Homes\"").unwrap().1);
        assert!(told(&twice).unwrap().contains("it is there twice"));
    }
}
