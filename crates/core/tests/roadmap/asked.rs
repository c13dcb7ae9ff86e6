//! The matrix, the search and progress, on the committed pack and on two thousand actions.

use roadmap_core::area::AreaCode;
use roadmap_core::data::roadmap::{Action, DigitalTheme, Horizon, Indicator, Stage, Target};
use roadmap_core::data::{Foundation, GrandChallenge};
use roadmap_core::page::roadmap::ActionSort as Sort;
use roadmap_core::period::Period;
use roadmap_core::roadmap::{Filter, Finder, Matrix, Node, Progress};

use crate::given::{dataset, graph, roadmap};

#[test]
fn every_foundation_and_every_grand_challenge_has_actions_worth_having() {
    let matrix = Matrix::of(roadmap());
    assert_eq!(matrix.cells.len(), 20);
    for foundation in Foundation::ALL {
        let own: usize = matrix.row(foundation).map(|cell| cell.actions).sum();
        assert!(own >= 5, "{foundation:?}: {own}");
    }
    for challenge in GrandChallenge::ALL {
        let cells = matrix.cells.iter();
        let cells = cells.filter(|cell| cell.grand_challenge == challenge);
        let own: usize = cells.map(|cell| cell.actions).sum();
        assert!(own >= 6, "{challenge:?}: {own}");
    }
    for cell in &matrix.cells {
        assert!(cell.actions > 0, "{cell:?} is empty");
        assert!(cell.claims > 0, "{cell:?} leans on nothing");
        let node = Node::Cell(cell.foundation, cell.grand_challenge);
        assert_eq!(graph().actions_about(&node).len(), cell.actions);
    }
}

#[test]
fn what_is_typed_and_chosen_narrows_the_list() {
    let actions = &roadmap().actions;
    let finder = roadmap().finder();
    let ids = |filter: &Filter, sort| -> Vec<&str> {
        let found = finder.find(actions, filter, sort);
        found
            .into_iter()
            .map(|at| actions[at].id.as_str())
            .collect()
    };
    let all = ids(&Filter::default(), Sort::Roadmap);
    assert_eq!(all.len(), actions.len());
    let typed = Filter {
        words: "CHAMPIONS  neighbourhood".to_owned(),
        ..Filter::default()
    };
    assert_eq!(ids(&typed, Sort::Roadmap)[0], "digital-champions");
    let none = Filter {
        words: "unicorn".to_owned(),
        ..Filter::default()
    };
    assert!(ids(&none, Sort::Roadmap).is_empty());
    let chosen = Filter {
        foundation: Some(Foundation::People),
        grand_challenge: Some(GrandChallenge::AgeingSociety),
        theme: Some(DigitalTheme::Skills),
        place: AreaCode::new("E07000243").ok(),
        stage: Some(Stage::Idea),
        horizon: Some(Horizon::Months12To18),
        ..Filter::default()
    };
    assert_eq!(ids(&chosen, Sort::Roadmap), ["digital-champions"]);
    let soonest = finder.find(actions, &Filter::default(), Sort::Horizon);
    assert!(soonest.is_sorted_by_key(|&at| actions[at].horizon));
    let furthest = ids(&Filter::default(), Sort::Stage);
    assert_eq!(furthest[0], "creative-round-table");
    let titles = finder.find(actions, &Filter::default(), Sort::Title);
    assert!(titles.is_sorted_by_key(|&at| &actions[at].title));
}

#[test]
fn two_thousand_actions_are_found_among() {
    let own = roadmap().actions.iter().cycle().zip(0..2_000);
    let many: Vec<Action> = own
        .map(|(own, number)| Action {
            id: format!("{}-{number}", own.id),
            ..own.clone()
        })
        .collect();
    let finder = Finder::new(&many);
    let filter = Filter {
        words: "heat".to_owned(),
        foundation: Some(Foundation::Infrastructure),
        ..Filter::default()
    };
    let found = finder.find(&many, &filter, Sort::Title);
    assert!(found.len() > 50 && found.len() < 200, "{}", found.len());
}

#[test]
fn progress_is_worked_out_from_the_figures() {
    let county = &dataset().place.county;
    let ask = |indicator: &Indicator| {
        let progress = Progress::of((roadmap(), dataset()), indicator, county);
        let value = |own: Option<(&Period, f64)>| own.map(|(_, value)| value);
        (
            value(progress.first),
            value(progress.latest),
            progress.share_pct,
        )
    };
    let plain = |measure: &str, target| Indicator {
        measure: measure.to_owned(),
        target,
    };
    let falling = plain("greenhouse-gas-emissions", None);
    let (first, latest, share) = ask(&falling);
    let (first, latest) = (first.unwrap(), latest.unwrap());
    assert!(latest < first && share.is_none());
    let value = first + (latest - first) * 2.0;
    let half = plain(
        "greenhouse-gas-emissions",
        Some(Target {
            value,
            by_year: 2030,
        }),
    );
    assert!((ask(&half).2.unwrap() - 50.0).abs() < 1e-9);
    let half = Progress::of((roadmap(), dataset()), &half, county);
    assert_eq!(half.is_better, Some(true));
    let words = half.target_words().unwrap();
    assert!(
        words.contains("by 2030") && words.contains("50% of the way"),
        "{words}"
    );
    assert!(half.change_words().ends_with("for the better"));
    // A target where the figure stood from the start asks for nothing.
    let there = plain(
        "greenhouse-gas-emissions",
        Some(Target {
            value: first,
            by_year: 2030,
        }),
    );
    assert_eq!(ask(&there).2, None);
    let small = plain("small-area-jobs", None);
    let small = Progress::of((roadmap(), dataset()), &small, county);
    assert!(small.latest_words().contains("small areas"));
    assert_ne!(small.name, "small-area-jobs");
}

#[test]
fn the_conference_has_two_dates_and_says_so() {
    let milestones = &roadmap().milestones;
    let of = |id: &str| milestones.iter().find(|own| own.id == id).unwrap();
    assert!(of("state-of-the-economy").is_in_conflict());
    // November 2017 lies within 2017.
    assert!(!of("white-paper").is_in_conflict());
    let firsts: Vec<f64> = milestones
        .iter()
        .map(|own| own.dates[0].date.middle_years())
        .collect();
    assert!(firsts.is_sorted());
}

#[test]
fn levers_have_a_size_within_their_range_and_illustrations_say_so() {
    for action in &roadmap().actions {
        assert!(action.is_illustrative || action.document.is_some());
        assert!(
            action
                .indicators
                .iter()
                .all(|own| own.target.is_none_or(|own| own.by_year > 2025))
        );
        if let Some((setting, size)) = action.lever {
            let lever = roadmap().lever(setting).unwrap();
            let size = size.unwrap();
            assert!(lever.least <= size && size <= lever.most, "{}", action.id);
        }
    }
}
