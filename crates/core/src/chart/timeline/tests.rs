//! What holds for every timeline.

use proptest::prelude::*;

use super::*;
use crate::chart::mark::Mark;
use crate::chart::properties::check;

fn row(index: usize, dates: &[(f64, f64)]) -> TimelineRow {
    TimelineRow {
        key: index.to_string(),
        name: format!("The draft is out for everybody’s views {index}"),
        is_proposed: index % 3 == 2,
        is_in_conflict: dates.len() > 1,
        dates: dates
            .iter()
            .map(|(from, length)| TimelineDate {
                from_years: *from,
                to_years: from + length,
                words: format!("{from:.1}"),
            })
            .collect(),
    }
}

fn spec(window_years: [f64; 2], rows: Vec<TimelineRow>) -> TimelineSpec {
    TimelineSpec {
        title: "The strategy’s own story".to_owned(),
        window_years,
        today_years: Some(2026.9),
        rows,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_dates_nothing_leaves_the_frame_and_no_words_touch(
        rows in prop::collection::vec(prop::collection::vec((1990.0..2060.0_f64, 0.0..8.0_f64), 0..4), 0..20),
        from in 1980.0..2050.0_f64, span in 0.02..60.0_f64,
        width_px in 280.0..1400.0_f64, scale in 1.0..1.75_f64, share in 0.4..1.4_f64,
    ) {
        let rows: Vec<TimelineRow> = rows.iter().enumerate().map(|(index, dates)| row(index, dates)).collect();
        let spec = spec([from, from + span], rows);
        let height_px = spec.natural_height_px(width_px, scale) * share;
        check(&spec.place(Frame { width_px, height_px, text_scale: scale }));
    }
}

fn words(placed: &Placed) -> Vec<&str> {
    let texts = placed.marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) => Some(&*text.content),
        _ => None,
    });
    texts.collect()
}

#[test]
fn what_is_out_of_sight_is_counted() {
    let rows = vec![
        row(0, &[(2017.8, 0.1)]),
        row(1, &[(2018.8, 0.1), (2018.9, 0.0)]),
        row(2, &[(2027.0, 1.0)]),
    ];
    let placed = spec([2018.0, 2020.0], rows.clone()).place(Frame::new(900.0, 200.0));
    let told = words(&placed);
    assert!(
        told.contains(&"‹ 1 earlier") && told.contains(&"1 later ›"),
        "{told:?}"
    );
    assert!(
        told.iter().any(|words| words.ends_with("(dates differ)")),
        "{told:?}"
    );
    assert_eq!(placed.targets.len(), 1);
    assert!(
        placed.targets[0]
            .words
            .ends_with("2018.8; 2018.9, the dates differ")
    );
    // Months where few years are in sight, years where many are.
    assert!(told.contains(&"Jan 2019"), "{told:?}");
    let all = spec([2017.0, 2030.0], rows).place(Frame::new(900.0, 200.0));
    let told = words(&all);
    assert!(
        told.contains(&"2020") && told.contains(&"today"),
        "{told:?}"
    );
    assert!(
        all.text
            .sentence
            .contains("3 things from 2017 to 2030, 1 of them only proposed")
    );
}

#[test]
fn a_broken_window_shows_everything() {
    let rows = vec![row(0, &[(2017.8, 0.1)]), row(1, &[])];
    for window in [[f64::NAN, 2020.0], [2020.0, 2018.0]] {
        let placed = spec(window, rows.clone()).place(Frame::new(900.0, 200.0));
        assert_eq!(placed.targets.len(), 1);
        check(&placed);
    }
    check(&spec([f64::NAN, 0.0], Vec::new()).place(Frame::new(400.0, 100.0)));
}
