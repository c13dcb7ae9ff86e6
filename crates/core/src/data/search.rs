//! Finding a place by typing: districts first, then wards and small areas.

use super::Dataset;
use crate::area::{AreaCode, Level};
use crate::order;

/// A place that answers to what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The name that answered.
    pub name: String,
    /// What it is and where: `ward in Dacorum`.
    pub detail: String,
    /// The county or district whose page it leads to.
    pub leads_to: AreaCode,
}

/// Up to `most` places whose name holds what was typed, best first: a name that
/// starts so, then a word that starts so, then any other; larger areas first.
#[must_use]
pub fn find_places(dataset: &Dataset, typed: &str, most: usize) -> Vec<Match> {
    let typed = folded(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let pages = dataset
        .areas
        .iter()
        .filter(|area| dataset.has_page(&area.code))
        .map(|area| {
            let detail = if area.level == Level::County {
                "county"
            } else {
                "district"
            };
            (
                area.level,
                area.name.as_str(),
                detail.to_owned(),
                &area.code,
            )
        });
    let named = dataset.named_places.iter().map(|place| {
        let kind = if place.level == Level::Ward {
            "ward"
        } else {
            "neighbourhood"
        };
        let detail = format!("{kind} in {}", dataset.name_of(&place.district));
        (place.level, place.name.as_str(), detail, &place.district)
    });
    let mut found: Vec<(u8, Level, Match)> = pages
        .chain(named)
        .filter_map(|(level, name, detail, code)| {
            let rank = rank(&folded(name), &typed)?;
            Some((
                rank,
                level,
                Match {
                    name: name.to_owned(),
                    detail,
                    leads_to: code.clone(),
                },
            ))
        })
        .collect();
    order::sort_by(&mut found, |a, b| {
        (a.0, a.1, &a.2.name, &a.2.detail).cmp(&(b.0, b.1, &b.2.name, &b.2.detail))
    });
    // A ward and a small area often share a name and a district; one line is enough.
    found.dedup_by(|later, earlier| {
        later.2.name == earlier.2.name && later.2.leads_to == earlier.2.leads_to
    });
    found.truncate(most);
    found.into_iter().map(|(_, _, found)| found).collect()
}

fn rank(name: &str, typed: &str) -> Option<u8> {
    if name == typed {
        Some(0)
    } else if name.starts_with(typed) {
        Some(1)
    } else if name.split(' ').any(|word| word.starts_with(typed)) {
        Some(2)
    } else {
        name.contains(typed).then_some(3)
    }
}

/// Lower case, letters and digits only, one space between words.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Names here are ASCII; the tables for every script would be more than the search itself.
    for c in text.chars().take(80).map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_alphanumeric() || !c.is_ascii() && c != '’' {
            out.push(c);
        } else if c != '\'' && c != '’' && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}
