//! Finding a place by typing: districts first, then wards and small areas.

use super::Dataset;
use crate::area::{AreaCode, Level};
use crate::order;

/// A place that answers to what was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The name that answered.
    pub name: String,
    /// What it is and where: `ward in …`.
    pub detail: String,
    /// The county or district whose page it leads to.
    pub leads_to: AreaCode,
    /// A point inside it, degrees east and north; none for one with a page of its own.
    pub lon_lat_deg: Option<[f64; 2]>,
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
                None,
            )
        });
    let named = dataset.named_places.iter().map(|place| {
        let kind = if place.level == Level::Ward {
            "ward"
        } else {
            "neighbourhood"
        };
        let detail = format!("{kind} in {}", dataset.name_of(&place.district));
        (
            place.level,
            place.name.as_str(),
            detail,
            &place.district,
            Some(place.lon_lat_deg),
        )
    });
    let mut found: Vec<(u8, Level, Match)> = pages
        .chain(named)
        .filter_map(|(level, name, detail, code, lon_lat_deg)| {
            let rank = rank(&folded(name), &typed)?;
            Some((
                rank,
                level,
                Match {
                    name: name.to_owned(),
                    detail,
                    leads_to: code.clone(),
                    lon_lat_deg,
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
        if c.is_ascii_alphanumeric() || !c.is_ascii() && c != '’' && !c.is_whitespace() {
            out.push(c);
        } else if c != '\'' && c != '’' && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::data::read_pack;
    use proptest::prelude::*;

    static PACK: LazyLock<Dataset> = LazyLock::new(|| {
        let bytes = include_bytes!("../../../../public/data/hertfordshire.json");
        read_pack("the pack", bytes).dataset.unwrap()
    });

    const STEVENAGE: &str = "E07000243";
    const ST_ALBANS: &str = "E07000240";

    fn find(typed: &str) -> Vec<Match> {
        find_places(&PACK, typed, 8)
    }

    #[test]
    fn a_ward_or_a_small_area_leads_to_its_district() {
        let found = find("Bedwell");
        assert_eq!(found[0].name, "Bedwell");
        assert_eq!(found[0].leads_to.as_str(), STEVENAGE);
        assert!(
            found[0].detail.ends_with("in Stevenage"),
            "{}",
            found[0].detail
        );
        assert_eq!(found.len(), 1, "the ward and the small area share one line");
    }

    #[test]
    fn case_points_and_apostrophes_do_not_matter() {
        for typed in [
            "St Albans",
            "st albans",
            "ST. ALBANS",
            "  st   albans ",
            "St.Albans",
            "St\u{a0}Albans",
            "st-albans",
        ] {
            let found = find(typed);
            assert_eq!(found[0].name, "St Albans", "{typed}");
            assert_eq!(found[0].detail, "district");
            assert_eq!(found[0].leads_to.as_str(), ST_ALBANS);
        }
        for typed in [
            "bishops stortford central",
            "Bishop's Stortford Central",
            "BISHOP’S STORTFORD CENTRAL",
        ] {
            assert_eq!(find(typed)[0].name, "Bishop's Stortford Central", "{typed}");
        }
    }

    #[test]
    fn larger_areas_and_better_matches_come_first() {
        let names: Vec<(String, String)> = find("hert")
            .into_iter()
            .map(|found| (found.name, found.detail))
            .collect();
        assert_eq!(names[0], ("Hertfordshire".to_owned(), "county".to_owned()));
        assert_eq!(names[1].0, "Hertsmere");
        let found = find("watford");
        assert_eq!(found[0].name, "Watford");
        assert!(found.len() > 1, "its neighbourhoods follow");
        // A word inside a name is found too.
        assert_eq!(find("rivers")[0].name, "Three Rivers");
    }

    #[test]
    fn every_name_finds_a_page() {
        for place in PACK.named_places.iter().step_by(4) {
            let found = find_places(&PACK, &place.name, 40);
            let is_there = found.iter().any(|one| one.leads_to == place.district);
            assert!(is_there, "{}", place.name);
        }
        for area in PACK.districts() {
            assert_eq!(find(&area.name)[0].leads_to, area.code);
        }
    }

    #[test]
    fn nothing_typed_and_nothing_found() {
        for typed in [
            "", "   ", "'", "...", "\u{0}", "Zanzibar", "<script>", "12345",
        ] {
            assert_eq!(find(typed), [], "{typed}");
        }
        assert_eq!(find_places(&PACK, "watford", 0), []);
    }

    #[test]
    fn ten_kilobytes_of_text_find_nothing() {
        assert_eq!(find(&"Bedwell ".repeat(1_250)), []);
        assert_eq!(find(&"ß".repeat(5_000)), []);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_typed_leads_to_pages(typed in ".{0,40}") {
            let found = find(&typed);
            prop_assert!(found.len() <= 8);
            for one in found {
                prop_assert!(PACK.has_page(&one.leads_to));
            }
        }

        #[test]
        fn folding_twice_is_folding_once(text in ".{0,60}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once.clone());
            prop_assert!(!once.contains("  ") && once.trim() == once);
        }
    }
}
