//! A story as a file: round again, and what is wrong with one told by name.

use proptest::prelude::*;
use roadmap_core::data::Reason;
use roadmap_core::data::roadmap::{Step, Story};
use roadmap_core::data::story_file::{MOST_BYTES, OWN_KEY, read, write};

fn story(title: String, summary: String, steps: Vec<(String, String, String)>) -> Story {
    let steps = steps.into_iter();
    Story {
        key: OWN_KEY.to_owned(),
        title,
        summary,
        steps: steps
            .map(|(title, words, link)| Step { title, words, link })
            .collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(
        title in ".{0,20}", summary in ".{0,20}",
        steps in prop::collection::vec((".{0,20}", ".{0,40}", ".{0,40}"), 0..8),
    ) {
        let own = story(title, summary, steps);
        let (other, findings) = read("mine", &write(&own)).map_err(|own| TestCaseError::fail(own.to_string()))?;
        prop_assert!(findings.is_empty(), "{:?}", findings);
        prop_assert_eq!(other, own);
    }

    #[test]
    fn any_text_is_read_or_told(text in ".{0,200}") {
        if let Err(finding) = read("theirs.json", &text) {
            prop_assert!(finding.to_string().contains("theirs.json"));
        }
    }
}

#[test]
fn a_step_that_cannot_be_read_is_told_and_the_rest_kept() {
    let text = r#"{"schema": "economic-roadmap/story/2", "title": "T", "summary": "", "steps": [
        {"title": "A", "words": "", "link": "?view=data"}, 7, {"title": "B", "words": "", "link": ""}]}"#;
    let (own, findings) = read("a.json", text).unwrap();
    let titles: Vec<&str> = own.steps.iter().map(|step| step.title.as_str()).collect();
    assert_eq!((own.title.as_str(), titles), ("T", vec!["A", "B"]));
    assert!(matches!(findings[0].reason, Reason::LaterVersion { .. }));
    assert_eq!(findings[1].row, "steps, row 2");
}

#[test]
fn what_is_no_story_is_refused() {
    let reason = |text: &str| read("a.json", text).unwrap_err().reason;
    assert!(matches!(reason("{}"), Reason::WrongSchema { .. }));
    assert!(matches!(reason("half a st"), Reason::NotReadable { .. }));
    let long = " ".repeat(MOST_BYTES + 1);
    assert!(matches!(reason(&long), Reason::TooLarge { .. }));
    let steps = r#"{"schema": "economic-roadmap/story/1", "steps": 3}"#;
    assert!(matches!(reason(steps), Reason::NotReadable { .. }));
}
