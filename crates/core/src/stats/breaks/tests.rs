//! Classes against published vectors, brute force and bad input.

use super::*;
use proptest::prelude::*;

/// Employment density of 58 Californian counties, the example of PySAL's mapclassify
/// (Rey et al., BSD licence).
pub const CALEMP: [f64; 58] = [
    329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7,
    6.56, 3.27, 0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85,
    36.68, 0.74, 29.82, 192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93,
    66.26, 5.39, 0.13, 0.61, 50.65, 40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
];

fn close(found: &[f64], expected: &[f64]) -> bool {
    found.len() == expected.len()
        && found
            .iter()
            .zip(expected)
            .all(|(found, expected)| (found - expected).abs() <= 1e-9 * expected.abs().max(1.0))
}

#[test]
fn natural_breaks_of_the_published_example() {
    let classes = Classes::new(&CALEMP, Rule::FisherJenks { classes: 5 }).unwrap();
    assert_eq!(classes.upper_edges, [75.29, 192.05, 370.5, 722.85, 4111.45]);
    assert_eq!(classes.counts, [49, 3, 4, 1, 1]);
    assert!(close(&[classes.gvf.unwrap()], &[0.998_435_090_641_175_2]));
    assert_eq!(
        (classes.asked, classes.no_data, classes.lowest),
        (5, 0, 0.13)
    );
    let classes = Classes::new(&CALEMP, Rule::FisherJenks { classes: 3 }).unwrap();
    assert_eq!(classes.upper_edges, [192.05, 722.85, 4111.45]);
    assert!(close(&[classes.gvf.unwrap()], &[0.987_249_228_551_837_4]));
}

#[test]
fn equal_steps_of_the_published_example() {
    let classes = Classes::new(&CALEMP, Rule::Equal { classes: 5 }).unwrap();
    assert!(close(
        &classes.upper_edges,
        &[822.394, 1644.658, 2466.922, 3289.186, 4111.45]
    ));
    assert_eq!(classes.counts, [57, 0, 0, 0, 1]);
}

#[test]
fn quantiles_of_the_published_examples() {
    let classes = Classes::new(&CALEMP, Rule::Quantile { classes: 5 }).unwrap();
    assert!(close(
        &classes.upper_edges,
        &[1.464, 5.798, 13.278, 54.616, 4111.45]
    ));
    assert_eq!(classes.counts, [12, 11, 12, 11, 12]);
    let thousand: Vec<f64> = (0..1000).map(f64::from).collect();
    let classes = Classes::new(&thousand, Rule::Quantile { classes: 4 }).unwrap();
    assert_eq!(classes.upper_edges, [249.75, 499.5, 749.25, 999.0]);
}

/// mapclassify sums squares as 32-bit numbers and puts 22, 1 and 22 here.
#[test]
fn a_large_offset_costs_no_digits() {
    let small = [1.0, 2.0, 3.0, 10.0, 11.0, 12.0, 20.0, 21.0, 22.0];
    for offset in [0.0, 1e4, 1e5, 1e9, -1e9] {
        let values: Vec<f64> = small.iter().map(|value| value + offset).collect();
        let expected: Vec<f64> = [3.0, 12.0, 22.0].map(|value| value + offset).into();
        assert_eq!(fisher_jenks(&values, 3), expected, "offset {offset}");
    }
}

#[test]
fn a_far_value_stands_alone_and_takes_no_digits_from_the_rest() {
    let near = [1.0, 2.0, 3.0, 10.0, 11.0, 12.0, 20.0, 21.0, 22.0];
    for (far, expected) in [
        (1e12, [3.0, 12.0, 22.0, 1e12]),
        (-1e12, [-1e12, 3.0, 12.0, 22.0]),
    ] {
        let values: Vec<f64> = near.into_iter().chain([far]).collect();
        assert_eq!(fisher_jenks(&values, 4), expected);
        let equal = Classes::new(&values, Rule::Equal { classes: 4 }).unwrap();
        assert_eq!(equal.counts.iter().sum::<usize>(), 10);
        let around = Classes::new(
            &values,
            Rule::Around {
                centre: 11.0,
                classes: 6,
            },
        )
        .unwrap();
        assert!(around.counts.iter().filter(|count| **count > 0).count() >= 5);
    }
}

#[test]
fn few_and_equal_and_no_values() {
    for rule in [
        Rule::FisherJenks { classes: 5 },
        Rule::Quantile { classes: 5 },
        Rule::Equal { classes: 5 },
    ] {
        let of = |values: &[f64]| Classes::new(values, rule);
        let two = of(&[3.0, 1.0, 3.0, f64::NAN, -1.0, 3.0, -1.0]).unwrap();
        assert_eq!((two.counts.iter().sum::<usize>(), two.no_data), (6, 1));
        assert_eq!(two.upper_edges.last(), Some(&3.0));
        assert_eq!(of(&[1.0, 2.0]).unwrap().counts, [1, 1]);
        let level = of(&[4.0; 7]).unwrap();
        assert_eq!(
            (level.upper_edges, level.counts, level.gvf),
            (vec![4.0], vec![7], None)
        );
        assert_eq!(of(&[-2.5]).unwrap().upper_edges, [-2.5]);
        assert_eq!(
            of(&[f64::NAN, f64::NAN]),
            Err(NoClasses::NoValues { areas: 2 })
        );
        assert_eq!(of(&[]), Err(NoClasses::NoValues { areas: 0 }));
        // Damaged data is no reason to fall over.
        assert_eq!(
            of(&[f64::MAX, f64::MIN, 0.0, 1.0])
                .unwrap()
                .counts
                .iter()
                .sum::<usize>(),
            4
        );
    }
    let none = Classes::new(&[1.0], Rule::Equal { classes: 0 });
    assert_eq!(none, Err(NoClasses::NoneAsked));
    assert!(
        NoClasses::NoValues { areas: 713 }
            .to_string()
            .starts_with("none of the 713 areas")
    );
}

#[test]
fn quantiles_that_fall_together_are_one_class() {
    let values = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 10.0];
    let classes = Classes::new(&values, Rule::Quantile { classes: 4 }).unwrap();
    assert_eq!(classes.upper_edges, [0.0, 10.0]);
    assert_eq!(classes.counts, [7, 3]);
}

#[test]
fn published_edges_stay_even_where_empty() {
    let rule = Rule::Deciles {
        upper_edges: &[1.0, 2.0, 3.0, 4.0],
    };
    let classes = Classes::new(&[0.5, 3.5, 9.0], rule).unwrap();
    assert_eq!(classes.upper_edges, [1.0, 2.0, 3.0, 9.0]);
    assert_eq!(classes.counts, [1, 0, 0, 2]);
    let wrong = |upper_edges: &[f64]| Classes::new(&[1.0], Rule::Deciles { upper_edges });
    assert_eq!(
        wrong(&[1.0, 1.0]),
        Err(NoClasses::EdgesDoNotRise { edge: 2 })
    );
    assert_eq!(
        wrong(&[f64::NAN]),
        Err(NoClasses::EdgesDoNotRise { edge: 1 })
    );
    assert_eq!(wrong(&[]), Err(NoClasses::NoneAsked));
}

#[test]
fn classes_around_a_value_are_the_same_on_both_sides() {
    let values = [1.0, 4.0, 6.0, 9.0, 10.0, 11.0, 14.0, 20.0];
    let rule = Rule::Around {
        centre: 10.0,
        classes: 5,
    };
    let classes = Classes::new(&values, rule).unwrap();
    // Distances 1 1 4 4 6 9 10: their median is 4.
    assert_eq!(classes.upper_edges, [6.0, 10.0, 14.0, 20.0]);
    assert_eq!(classes.counts, [3, 2, 2, 1]);
    assert_eq!(classes.below_centre, Some(2));
    assert_eq!(
        (classes.class_of(10.0), classes.class_of(10.001)),
        (Some(1), Some(2))
    );
    let level = Classes::new(&[10.0; 3], rule).unwrap();
    assert_eq!(
        (level.upper_edges, level.below_centre),
        (vec![10.0], Some(1))
    );
    let all_above = Classes::new(&[11.0, 12.0, 13.0], rule).unwrap();
    assert_eq!(all_above.counts, [0, 0, 2, 1]);
    let nowhere = Rule::Around {
        centre: f64::NAN,
        classes: 4,
    };
    assert_eq!(Classes::new(&values, nowhere), Err(NoClasses::NoCentre));
}

#[test]
fn keys_read_back() {
    for method in Method::ALL {
        assert_eq!(Method::from_key(method.key()), Some(method));
    }
    assert_eq!(Method::from_key("natural"), None);
}

#[test]
fn values_of_other_periods_belong_to_the_end_classes() {
    let classes = Classes::new(&[1.0, 2.0, 3.0], Rule::Equal { classes: 2 }).unwrap();
    assert_eq!(classes.edges(0), Some((1.0, 2.0)));
    assert_eq!(classes.edges(1), Some((2.0, 3.0)));
    assert_eq!(classes.edges(2), None);
    assert_eq!(classes.class_of(-7.0), Some(0));
    assert_eq!(classes.class_of(9.0), Some(1));
    assert_eq!(classes.class_of(f64::NAN), None);
}

/// The least squared deviation of `sorted` in `classes` runs, by trying all of them.
fn least_by_brute_force(sorted: &[f64], classes: usize) -> f64 {
    if classes == 1 || sorted.len() <= 1 {
        return squared_deviation(sorted);
    }
    (1..=sorted.len())
        .map(|cut| {
            squared_deviation(&sorted[..cut]) + least_by_brute_force(&sorted[cut..], classes - 1)
        })
        .fold(f64::INFINITY, f64::min)
}

/// The same by trying every start of every class.
fn least_by_every_start(sorted: &[f64], classes: usize) -> f64 {
    let mut least: Vec<f64> = (0..=sorted.len())
        .map(|end| squared_deviation(&sorted[..end]))
        .collect();
    for _ in 1..classes {
        let ends = 0..=sorted.len();
        least = ends
            .map(|end| {
                (0..=end)
                    .map(|start| least[start] + squared_deviation(&sorted[start..end]))
                    .fold(f64::INFINITY, f64::min)
            })
            .collect();
    }
    least[sorted.len()]
}

fn squares_within(sorted: &[f64], edges: &[f64]) -> f64 {
    let mut rest = sorted;
    let classes = counts(sorted, edges).into_iter().map(|count| {
        let (class, after) = rest.split_at(count);
        rest = after;
        squared_deviation(class)
    });
    classes.sum()
}

fn any_rule() -> impl Strategy<Value = Rule<'static>> {
    let classes = 1..9_usize;
    prop_oneof![
        classes
            .clone()
            .prop_map(|classes| Rule::FisherJenks { classes }),
        classes
            .clone()
            .prop_map(|classes| Rule::Quantile { classes }),
        classes.clone().prop_map(|classes| Rule::Equal { classes }),
        Just(Rule::Deciles {
            upper_edges: &[-9.0, 0.0, 0.5, 70.0]
        }),
        (-50.0..50.0_f64, classes).prop_map(|(centre, classes)| Rule::Around { centre, classes }),
    ]
}

fn any_values() -> impl Strategy<Value = Vec<f64>> {
    let value = prop_oneof![
        4 => (-40..40_i32).prop_map(f64::from),
        4 => -1e3..1e3_f64,
        1 => Just(f64::NAN),
        1 => Just(1e12),
    ];
    prop::collection::vec(value, 1..60)
}

proptest! {
    #[test]
    fn no_other_breaks_are_better(values in prop::collection::vec(-50..50_i32, 1..12), classes in 1..5_usize) {
        let mut values: Vec<f64> = values.into_iter().map(|value| f64::from(value) / 7.0).collect();
        values.sort_by(f64::total_cmp);
        let found = squares_within(&values, &fisher_jenks(&values, classes));
        let least = least_by_brute_force(&values, classes);
        prop_assert!((found - least).abs() <= 1e-9 * least.max(1.0), "{found} {least}");
    }

    #[test]
    fn halving_finds_what_every_start_finds(mut values in prop::collection::vec(-1e3..1e3_f64, 20..90), classes in 1..8_usize) {
        values.sort_by(f64::total_cmp);
        let found = squares_within(&values, &fisher_jenks(&values, classes));
        let least = least_by_every_start(&values, classes);
        prop_assert!((found - least).abs() <= 1e-9 * least.max(1.0), "{found} {least}");
    }

    #[test]
    fn classes_partition_the_values(values in any_values(), rule in any_rule()) {
        let Ok(classes) = Classes::new(&values, rule) else {
            prop_assert!(values.iter().all(|value| value.is_nan()));
            return Ok(());
        };
        prop_assert!(classes.upper_edges.windows(2).all(|pair| pair[0] < pair[1]));
        let mut counts = vec![0; classes.upper_edges.len()];
        for value in values.iter().filter(|value| value.is_finite()) {
            let class = classes.class_of(*value).unwrap();
            counts[class] += 1;
            let (lower, upper) = classes.edges(class).unwrap();
            prop_assert!(lower <= *value && *value <= upper);
            prop_assert!(lower < *value || class == 0);
        }
        prop_assert_eq!(&counts, &classes.counts);
        prop_assert_eq!(counts.iter().sum::<usize>() + classes.no_data, values.len());
        prop_assert!(classes.gvf.is_none_or(|gvf| (-1e-9..=1.0).contains(&gvf)));
        if let (Rule::Around { centre, .. }, Some(below)) = (rule, classes.below_centre) {
            prop_assert_eq!(classes.upper_edges[below - 1], centre);
            prop_assert!(below * 2 == classes.upper_edges.len() || classes.upper_edges.len() == 1);
        }
    }

    #[test]
    fn classes_do_not_depend_on_the_order_of_areas(values in any_values(), rule in any_rule()) {
        let backwards: Vec<f64> = values.iter().rev().copied().collect();
        prop_assert_eq!(Classes::new(&values, rule), Classes::new(&backwards, rule));
    }
}
