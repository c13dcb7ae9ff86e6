//! Every word about futures of the committed pack.
//!
//! `golden.txt` holds them. When a change is meant,
//! `UPDATE_GOLDEN=1 cargo test -p roadmap-core --test futures` takes it over; read the file aloud
//! before committing it.

use std::fmt::Write as _;

use roadmap_core::data::model::Setting;
use roadmap_core::futures::pictures::{difference, difference_map, fan};
use roadmap_core::futures::{
    Asked, Verdict, based_on, card, cards, changes, compare, lever_facts, lever_words, model_card,
    setting_words, target_words,
};
use roadmap_core::model::output::Output;

use crate::given::{compare as compare_words, given};

#[test]
fn every_word_is_as_it_was_read_aloud() {
    let mut text = String::new();
    tell_cards(&mut text);
    tell_levers(&mut text);
    tell_changes(&mut text);
    tell_card(&mut text);
    compare_words("golden.txt", &text);
}

fn tell_cards(text: &mut String) {
    let given = given();
    let stevenage = given
        .model
        .region
        .districts
        .iter()
        .position(|own| own.name == "Stevenage");
    let district = stevenage.unwrap() + 1;
    for (own, area) in [
        (&given.baseline, 0),
        (&given.skills, 0),
        (&given.squeeze, 0),
        (&given.squeeze, district),
    ] {
        let asked = Asked {
            area,
            ..given.asked(own)
        };
        writeln!(text, "## {}, {}", own.name, asked.place_name()).unwrap();
        for card in cards(&asked) {
            writeln!(
                text,
                "{}: {}. {}. {} [{:?}]",
                card.name, card.figure, card.likely, card.difference, card.verdict
            )
            .unwrap();
        }
        let target = Asked {
            target: Some(620_000.0),
            ..asked
        };
        let words = target_words(&target).unwrap();
        writeln!(
            text,
            "{}: {}. {}",
            words.target, words.chance, words.standing
        )
        .unwrap();
    }
}

fn tell_levers(text: &mut String) {
    let model = &given().model;
    writeln!(text, "## Levers").unwrap();
    for lever in &model.evidence.levers {
        let facts = lever_facts(model, lever.setting).unwrap();
        writeln!(text, "{} ({}), {}", lever.name, facts.grade, facts.in_force).unwrap();
        for value in [lever.least, lever.default, lever.most] {
            writeln!(text, "  {}", lever_words(model, lever.setting, value)).unwrap();
        }
        for effect in &facts.effects {
            writeln!(
                text,
                "  {}: {} {:.2?}",
                effect.meaning, effect.words, effect.along
            )
            .unwrap();
        }
        for mark in &facts.marks {
            writeln!(text, "  at {:.1}: {}", mark.at, mark.words).unwrap();
        }
        writeln!(text, "  touches {}", facts.touches.join(", ")).unwrap();
    }
}

fn tell_changes(text: &mut String) {
    let given = given();
    let model = &given.model;
    writeln!(text, "## Changes").unwrap();
    let mut settings = given.skills.settings;
    settings.set(Setting::Housing, 20.0);
    settings.set(Setting::MetroJobs, 0.7);
    settings.set(Setting::Skills, 2.0);
    let ageing = model.evidence.scenario("high-ageing").unwrap();
    for (base, settings, shifts) in [
        ("skills-led", &given.skills.settings, &[][..]),
        ("skills-led", &settings, &ageing.shifts),
        ("no-such-future", &settings, &[]),
    ] {
        let told = based_on(model, base, settings, shifts);
        writeln!(text, "{told}").unwrap();
        for change in changes(model, base, settings, shifts) {
            writeln!(
                text,
                "  {}: {}, was {}; {}",
                change.name, change.after, change.before, change.real
            )
            .unwrap();
        }
    }
    let comparison = compare(
        &given.asked(&given.skills),
        &[&given.baseline, &given.skills, &given.squeeze],
    );
    writeln!(text, "## Comparison").unwrap();
    for line in comparison.csv().lines().take(12) {
        writeln!(text, "{line}").unwrap();
    }
}

fn tell_card(text: &mut String) {
    let given = given();
    let asked = Asked {
        output: Output::Population,
        ..given.asked(&given.baseline)
    };
    for section in model_card(&asked) {
        writeln!(text, "## {}", section.heading).unwrap();
        for words in &section.words {
            writeln!(text, "{words}").unwrap();
        }
        for known in section.known.iter().take(3) {
            writeln!(
                text,
                "  {} / {}: {}. {}. {}. {}",
                known.group, known.name, known.value, known.grade, known.source, known.note
            )
            .unwrap();
        }
    }
}

#[test]
fn nothing_is_told_of_ranges_that_are_not_known() {
    let given = given();
    let mut early = given.skills.clone();
    early.bands = None;
    for card in cards(&given.asked(&early)) {
        assert_eq!(card.likely, "range on its way");
        let is_open = matches!(card.verdict, Verdict::Waiting | Verdict::None);
        assert!(is_open && !card.difference.contains("8 in 10"), "{card:?}");
    }
    let asked = Asked {
        target: Some(620_000.0),
        ..given.asked(&early)
    };
    assert_eq!(target_words(&asked).unwrap().chance, "chance on its way");
}

#[test]
fn a_band_of_another_place_is_not_this_places() {
    let given = given();
    let asked = Asked {
        area: 3,
        ..given.asked(&given.skills)
    };
    for card in cards(&asked) {
        let is_told = card.likely != "range on its way";
        assert_eq!(is_told, card.output == Output::Jobs, "{card:?}");
    }
}

#[test]
fn years_and_areas_there_are_not_are_met() {
    let given = given();
    let asked = Asked {
        year: 2300,
        ..given.asked(&given.skills)
    };
    assert_eq!(asked.told_year(), 2050);
    let asked = Asked { area: 99, ..asked };
    assert!(cards(&asked).is_empty());
}

/// Whatever is asked of whichever place, sentences are whole.
#[test]
fn no_sentence_is_broken() {
    let given = given();
    let is_whole = |words: &str| {
        let broken = ["NaN", "inf", "  ", "−0 ", "..", " ,", "( )"];
        assert!(!broken.iter().any(|own| words.contains(own)), "{words}");
        assert!(!words.is_empty());
    };
    for own in [&given.baseline, &given.skills, &given.squeeze] {
        for (area, output) in (0..3).flat_map(|area| Output::ALL.map(|output| (area, output))) {
            let asked = Asked {
                area,
                output,
                target: Some(1_000.0),
                ..given.asked(own)
            };
            let card = card(&asked, output).unwrap();
            for words in [&card.figure, &card.spoken, &card.likely, &card.difference] {
                is_whole(words);
            }
            for picture in [
                fan(&asked),
                difference(&asked),
                difference_map(&asked, None),
            ] {
                is_whole(&picture.title);
                is_whole(&picture.subtitle);
            }
            is_whole(&target_words(&asked).unwrap().target);
        }
    }
    let model = &given.model;
    for lever in &model.evidence.levers {
        for step in 0..=10 {
            let value = lever.least + (lever.most - lever.least) * f64::from(step) / 10.0;
            is_whole(&lever_words(model, lever.setting, value));
            is_whole(&setting_words(lever, value));
        }
    }
}
