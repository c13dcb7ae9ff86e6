//! The key messages of the committed pack, read as a councillor reads them.
//!
//! `golden.txt` holds every message of the county and its districts. When a change is
//! meant, `UPDATE_GOLDEN=1 cargo test -p roadmap-core --test messages` takes it over;
//! read the file aloud before committing it.

#[cfg(test)]
mod raw;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use roadmap_core::area::AreaCode;
    use roadmap_core::data::{Dataset, read_pack};
    use roadmap_core::profile::{Message, key_messages};

    use crate::raw::{Noise, Raw};

    const PACK: &str = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../public/data/hertfordshire.json"
    );

    struct Told {
        dataset: Dataset,
        messages: Vec<(AreaCode, Vec<Message>)>,
    }

    fn told() -> Told {
        let reading = read_pack("the pack", &std::fs::read(PACK).unwrap());
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        let dataset = reading.dataset.unwrap();
        let county = std::iter::once(dataset.place.county.clone());
        let pages: Vec<AreaCode> = county
            .chain(dataset.districts().map(|district| district.code.clone()))
            .collect();
        let messages = pages
            .into_iter()
            .map(|area| {
                let messages = key_messages(&dataset, &area);
                (area, messages)
            })
            .collect();
        Told { dataset, messages }
    }

    impl Told {
        fn each(&self) -> impl Iterator<Item = (&AreaCode, &Message)> {
            self.messages
                .iter()
                .flat_map(|(area, messages)| messages.iter().map(move |message| (area, message)))
        }
    }

    #[test]
    fn every_message_is_as_it_was_read_aloud() {
        let told = told();
        let mut text = String::new();
        for (area, messages) in &told.messages {
            text.push_str(told.dataset.name_of(area));
            text.push('\n');
            for message in messages {
                text.push_str(&format!(
                    "  [{}] {}\n      {}\n",
                    message.measure, message.text, message.so_what
                ));
            }
        }
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/messages/golden.txt");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&kept, &text).unwrap();
        }
        let golden = std::fs::read_to_string(&kept).unwrap_or_default();
        for (line, (now, before)) in text.lines().zip(golden.lines()).enumerate() {
            assert_eq!(now, before, "golden.txt, line {}", line + 1);
        }
        assert_eq!(text.lines().count(), golden.lines().count());
        assert!(told.each().count() >= 30, "at least thirty are kept");
    }

    #[test]
    fn each_place_has_three_to_five() {
        for (area, messages) in told().messages {
            assert!(
                (3..=5).contains(&messages.len()),
                "{area}: {}",
                messages.len()
            );
        }
    }

    #[test]
    fn no_two_open_alike() {
        let told = told();
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (area, message) in told.each() {
            // The place is in most openings and makes none of them another.
            let text = message.text.replace(told.dataset.name_of(area), "Here");
            let opening: Vec<&str> = text.split_whitespace().take(4).collect();
            let before = seen.insert(opening.join(" ").to_lowercase(), &message.text);
            assert_eq!(before, None, "opens like {}", message.text);
        }
    }

    #[test]
    fn each_is_whole_short_and_leads_to_a_map() {
        let told = told();
        for (area, message) in told.each() {
            for text in [&message.text, &message.so_what] {
                assert!(!text.contains(['{', '}']), "{text}");
                assert!(text.ends_with('.') && text.trim() == text, "{text}");
                assert!(!text.contains("  ") && !text.contains(".."), "{text}");
                assert!(!text.contains("NaN") && !text.contains("inf "), "{text}");
                assert!(!text.contains("level 0") && !text.contains(" -"), "{text}");
                let words = text.split_whitespace().count();
                assert!((4..=30).contains(&words), "{words} words: {text}");
            }
            let first = message.text.chars().next().unwrap();
            assert!(!first.is_lowercase(), "{}", message.text);
            assert!(
                message.text.contains(told.dataset.name_of(area)),
                "{area}: {}",
                message.text
            );
            assert!(
                told.dataset.has_district_figures(&message.measure),
                "{}",
                message.measure
            );
        }
    }

    #[test]
    fn a_place_is_not_told_the_same_thing_twice() {
        for (area, messages) in told().messages {
            let measures: BTreeSet<&str> = messages.iter().map(|m| m.measure.as_str()).collect();
            assert_eq!(measures.len(), messages.len(), "{area}");
            let reasons: BTreeSet<&str> = messages.iter().map(|m| m.so_what.as_str()).collect();
            assert_eq!(reasons.len(), messages.len(), "{area}");
            let order = messages.windows(2).all(|m| m[0].strength >= m[1].strength);
            assert!(order, "{area}: the most unusual comes first");
        }
    }

    /// Works from the file's own numbers, with none of the crate's sums.
    #[test]
    fn none_tells_a_difference_that_noise_explains() {
        let told = told();
        let raw = Raw::read(PACK);
        for (area, message) in told.each() {
            let noise = raw.noise(area.as_str(), &message.measure, message);
            assert_eq!(noise, Noise::Outside, "{area}: {}", message.text);
        }
    }

    #[test]
    fn a_change_says_since_when_and_crosses_no_break() {
        let told = told();
        let raw = Raw::read(PACK);
        let mut changes = 0;
        for (_, message) in told.each() {
            if let Some(start) = raw.start(&message.measure, message) {
                changes += 1;
                let crosses = raw.crosses_break(&message.measure, start);
                assert!(!crosses, "{}", message.text);
            }
        }
        assert!(changes >= 5, "{changes} changes are told");
    }

    #[test]
    fn each_names_its_own_figure() {
        let told = told();
        let raw = Raw::read(PACK);
        for (area, message) in told.each() {
            let shown = raw.latest_shown(area.as_str(), &message.measure);
            let is_told = message.text.replace(',', "").contains(&shown);
            // A change may be told by its size alone.
            let is_change = raw.start(&message.measure, message).is_some();
            assert!(is_told || is_change, "{shown} in {}", message.text);
        }
    }
}
