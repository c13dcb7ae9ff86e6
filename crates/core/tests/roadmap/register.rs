//! The workshop register: files round again, two people's files in one, nothing lost.

use proptest::prelude::*;
use roadmap_core::data::Reason;
use roadmap_core::data::wire::EntryWire;
use roadmap_core::roadmap::register::{
    self, Entry, Register, alike, barriers, csv, draft, join, merged, pairs, ranked, read,
    with_words, write,
};

use toml::de::DeTable;

use crate::given::roadmap;

fn entry(id: &str, organisation: &str, initiative: &str) -> Entry {
    Entry {
        told: EntryWire {
            id: id.to_owned(),
            organisation: organisation.to_owned(),
            initiative: initiative.to_owned(),
            ..EntryWire::default()
        },
        more: Vec::new(),
    }
}

fn of(entries: Vec<Entry>) -> Register {
    Register {
        entries,
        unread: Vec::new(),
    }
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let told = ("[a-d]{1,2}", ".{0,12}", ".{0,30}", 0..9_u32);
    prop::collection::vec(told, 0..12).prop_map(|all| {
        let mut ids = std::collections::BTreeSet::new();
        let all = all.into_iter().filter(|(id, ..)| ids.insert(id.clone()));
        all.map(|(id, organisation, initiative, votes)| {
            let mut own = entry(&id, &organisation, &initiative);
            own.told.votes = votes;
            own
        })
        .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(entries in entries()) {
        let register = of(entries);
        let reading = read("mine", &write(&register));
        prop_assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        prop_assert_eq!(reading.register, Some(register));
    }

    #[test]
    fn a_draft_is_toml_whatever_the_words(words in ".{0,40}", barrier in ".{0,40}") {
        let mut own = entry("a", "council", &words);
        own.told.barrier.clone_from(&barrier);
        let draft = draft(&own.told);
        let table = DeTable::parse(&draft.toml)?;
        let action = table.get_ref()["action"].get_ref().get(0).unwrap();
        let told = |key: &str| {
            let own = action.get_ref().get(key).and_then(|own| own.get_ref().as_str());
            own.unwrap_or_default()
        };
        prop_assert_eq!((told("title"), told("barrier")), (words.trim(), barrier.trim()));
        prop_assert_eq!((told("owner_kind"), told("stage")), ("council", "idea"));
    }

    #[test]
    fn joining_loses_nothing_and_gives_each_an_id(first in entries(), second in entries()) {
        let (first, second) = (of(first), of(second));
        let joined = join(&first, &second);
        let own = &joined.register.entries;
        let both = first.entries.len() + second.entries.len();
        prop_assert_eq!(own.len(), both - joined.shared);
        prop_assert_eq!(joined.added + joined.shared + joined.clashes.len(), second.entries.len());
        let ids: std::collections::BTreeSet<_> = own.iter().map(|own| &own.told.id).collect();
        prop_assert_eq!(ids.len(), own.len());
        for other in first.entries.iter().chain(&second.entries) {
            let is_kept = own.iter().any(|own| own.told.initiative == other.told.initiative
                && own.told.organisation == other.told.organisation);
            prop_assert!(is_kept, "{:?} is lost", other);
        }
        let again = join(&first, &first);
        prop_assert_eq!(again.register, first);
    }
}

#[test]
fn a_file_of_a_later_version_keeps_what_nobody_here_understands() {
    let text = r#"{"schema":"economic-roadmap/register/9","mood":"high","entries":[
        {"id":"a","initiative":"Talk","colour":{"r":[1,2]},"votes":3},
        {"id":"b","initiative":7},
        {"id":"c","initiative":"<b>Shout</b>"}]}"#;
    let reading = read("theirs", text);
    let later = Reason::LaterVersion {
        found: "economic-roadmap/register/9".to_owned(),
    };
    assert_eq!(reading.findings[0].reason, later);
    assert_eq!(reading.findings[1].row, "entries, row 2");
    let register = reading.register.unwrap();
    assert_eq!(register.entries.len(), 2);
    // Markup is words like any other.
    assert_eq!(register.entries[1].told.initiative, "<b>Shout</b>");
    let written = write(&register);
    assert!(written.contains(r#""colour":{"r":[1,2]}"#), "{written}");
    assert!(
        written.contains(r#"{"id":"b","initiative":7}"#),
        "{written}"
    );
    let again = read("mine", &written).register.unwrap();
    assert_eq!(again, register);
}

#[test]
fn long_entries_are_kept_whole_and_no_registers_are_refused() {
    let long = "x".repeat(100_000);
    let register = of(vec![entry("a", "Council", &long)]);
    let reading = read("mine", &write(&register));
    let told = reading.findings[0].to_string();
    assert!(told.contains("very long"), "{told}");
    assert_eq!(reading.register, Some(register));
    let (shown, is_cut) = register::shown(&long);
    assert!(is_cut && shown.len() == 2_000);
    assert_eq!(register::shown("short"), ("short", false));
    for (text, reason) in [
        ("", "cannot be read"),
        ("[]", "cannot be read"),
        ("{}", "follows the schema"),
        (r#"{"schema":"other/1","entries":[]}"#, "follows the schema"),
        (r#"{"schema":"economic-roadmap/register/1"}"#, "not there"),
        (
            r#"{"schema":"economic-roadmap/register/1","entries":3}"#,
            "cannot be read",
        ),
    ] {
        let reading = read("mine", text);
        assert!(reading.register.is_none(), "{text}");
        let told = reading.findings[0].to_string();
        assert!(told.contains(reason), "{text}: {told}");
    }
}

#[test]
fn the_same_id_twice_in_one_file_is_told_and_both_are_kept() {
    let text = r#"{"schema":"economic-roadmap/register/1","entries":[
        {"id":"a","initiative":"One"},{"id":"a","initiative":"Two"}]}"#;
    let reading = read("mine", text);
    let key = "a".to_owned();
    assert_eq!(reading.findings[0].reason, Reason::Duplicate { key });
    let entries = reading.register.unwrap().entries;
    assert_eq!(
        (
            entries[1].told.id.as_str(),
            entries[1].told.clashes_with.as_str()
        ),
        ("a-2", "a")
    );
}

#[test]
fn a_clash_keeps_both_and_the_higher_votes_stand_where_nothing_else_differs() {
    let mut theirs = entry("a", "Council", "Talk");
    theirs.told.votes = 5;
    let first = of(vec![
        entry("a", "Council", "Talk"),
        entry("b", "Health", "Listen"),
    ]);
    let second = of(vec![
        theirs,
        entry("b", "Health", "Sing"),
        entry("c", "Police", "Walk"),
    ]);
    let joined = join(&first, &second);
    assert_eq!((joined.added, joined.shared), (1, 1));
    assert_eq!(joined.clashes, ["b"]);
    let own = &joined.register.entries;
    assert_eq!(own[0].told.votes, 5);
    let clash = own.iter().find(|own| own.told.clashes_with == "b").unwrap();
    assert_eq!(
        (clash.told.id.as_str(), clash.told.initiative.as_str()),
        ("b-2", "Sing")
    );
    assert_eq!(ranked(own)[0], 0);
}

#[test]
fn the_examples_of_the_workshop_pair_up_and_share_a_barrier() {
    let examples = register::examples(roadmap());
    assert_eq!(examples.entries.len(), 3);
    let found = barriers(&examples.entries);
    assert_eq!(found.rows[0].1, [0, 2, 0, 0, 0]);
    let found = pairs(&examples.entries, 10);
    assert!(
        found
            .iter()
            .any(|own| own.words.contains(&"visits".to_owned())),
        "{found:?}"
    );
    for pair in &found {
        assert_ne!(pair.needs, pair.offers);
    }
    let table = csv(&examples.entries);
    assert_eq!(table.lines().count(), 4);
    let mut formula = entry("f", "=1+1", "say \"hi\"");
    formula.told.votes = 2;
    assert!(csv(&[formula]).contains("\"'=1+1\","));
}

#[test]
fn five_thousand_entries_are_grouped_and_merged() {
    let initiatives = ["Talk  to each other", "talk to EACH other", "Walk"];
    let all = (0..5_000).map(|number| {
        let own = initiatives[number % 3];
        let mut own = entry(&number.to_string(), "Council", own);
        own.told.votes = 1;
        own
    });
    let all: Vec<Entry> = all.collect();
    let groups = alike(&all);
    assert_eq!(groups.len(), 2);
    let merged = merged(&all, &groups[0]);
    assert_eq!(merged.len(), 5_000 - groups[0].len() + 1);
    assert_eq!(merged[0].told.votes as usize, groups[0].len());
    assert!(pairs(&all, 10).is_empty());
}

#[test]
fn an_entry_is_put_in_changed_voted_for_and_taken_out() {
    let mut register = of(Vec::new());
    register.put(entry("", "Council", "Talk to each other"));
    register.put(entry("", "Health", "Talk to each other"));
    let ids: Vec<&str> = register
        .entries
        .iter()
        .map(|own| own.told.id.as_str())
        .collect();
    assert_eq!(
        ids,
        ["entry-talk-to-each-other", "entry-talk-to-each-other-2"]
    );
    register.vote("entry-talk-to-each-other", true);
    register.put(entry("entry-talk-to-each-other", "Council", "Listen"));
    assert_eq!(register.entries.len(), 2);
    let votes = register.entries[0].told.votes;
    assert_eq!(votes, 1, "a vote cast while the words were written");
    register.vote("entry-talk-to-each-other", false);
    register.vote("entry-talk-to-each-other", true);
    register.vote("entry-talk-to-each-other", false);
    register.vote("entry-talk-to-each-other", false);
    register.vote("entry-talk-to-each-other-2", true);
    let votes = |id: &str| register.entry(id).unwrap().told.votes;
    assert_eq!(votes("entry-talk-to-each-other"), 0);
    assert_eq!(votes("entry-talk-to-each-other-2"), 1);
    assert_eq!(with_words(&register.entries, "TALK health"), [1]);
    assert_eq!(with_words(&register.entries, "").len(), 2);
    register.entries[1].told.clashes_with = "entry-talk-to-each-other".to_owned();
    let beside = |id: &str| register.beside(id);
    let second = Some("entry-talk-to-each-other-2".to_owned());
    assert_eq!(beside("entry-talk-to-each-other"), second);
    let first = Some("entry-talk-to-each-other".to_owned());
    assert_eq!(beside("entry-talk-to-each-other-2"), first);
    register.remove("entry-talk-to-each-other");
    assert_eq!(register.entries.len(), 1);
    assert_eq!(register.entries[0].told.clashes_with, "");
}

#[test]
fn merging_leaves_no_clash_with_what_is_gone() {
    let mut register = of(vec![
        entry("a", "", "A"),
        entry("b", "", "B"),
        entry("c", "", "C"),
    ]);
    register.entries[1].told.clashes_with = "a".to_owned();
    register.entries[2].told.clashes_with = "b".to_owned();
    register.merge(&["a".to_owned(), "b".to_owned()]);
    let told: Vec<(&str, &str)> = register
        .entries
        .iter()
        .map(|own| (own.told.id.as_str(), own.told.clashes_with.as_str()))
        .collect();
    assert_eq!(told, [("a", ""), ("c", "a")]);
    register.settle("c");
    assert_eq!(register.entries[1].told.clashes_with, "");
}

#[test]
fn a_draft_brings_what_was_said_and_names_what_was_not() {
    let example = &register::examples(roadmap()).entries[1];
    let draft = draft(&example.told);
    let names: Vec<&str> = draft.told.iter().map(|(name, _)| *name).collect();
    let wanted = [
        "Title",
        "What would be done",
        "The reason for it",
        "Grand Challenge",
        "Who would lead",
        "Stage",
        "When",
        "What stands in the way",
    ];
    assert_eq!(names, wanted);
    let wanted = [
        "its foundation of productivity",
        "the challenges that it is about",
        "the figures that should move",
        "the evidence that it leans on",
    ];
    assert_eq!(draft.missing, wanted);
    assert!(
        draft
            .toml
            .contains("grand_challenges = [\"ageing-society\"]")
    );
    assert!(draft.toml.contains("owner_kind = \"health\""));
}
