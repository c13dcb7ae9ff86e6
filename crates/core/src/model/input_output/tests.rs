//! Multipliers against published examples, and what must hold for any economy.

use proptest::prelude::*;

use super::*;

fn close(found: &[f64], expected: &[f64], by: f64) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < by, "{found} {expected}");
    }
}

/// Miller and Blair (2009), chapter 2, as in pymrio.
#[test]
fn published_example() {
    let purchases = Grid::from_rows(&[[150.0, 500.0], [200.0, 100.0]]);
    let needs = requirements(&purchases, &[1_000.0, 2_000.0]).unwrap();
    close(needs.cells(), &[0.15, 0.25, 0.20, 0.05], 1e-12);
    let solved = Leontief::new(&needs).unwrap();
    let inverse = [1.254_125_41, 0.330_033, 0.264_026_4, 1.122_112_21];
    close(solved.inverse().cells(), &inverse, 5e-8);
    close(
        &solved.output_multipliers(),
        &[1.518_151_8, 1.452_145_2],
        5e-8,
    );
    close(
        &solved.output_for(&[350.0, 1_700.0]),
        &[1_000.0, 2_000.0],
        1e-9,
    );
    let other = solved.output_for(&[600.0, 1_500.0]);
    close(&other, &[1_247.524_8, 1_841.584_2], 5e-5);
    assert!(solved.residual < 1e-14);
    // Half of 0.2 plus the root of 0.21.
    assert!((solved.spectral_radius - 0.329_128_784_7).abs() < 1e-9);

    let households = Households {
        pay: &[0.30, 0.25],
        spending: &[0.05, 0.40],
        own: 0.05,
    };
    let closed = Leontief::with_households(&needs, &households).unwrap();
    let truncated = [1.365_086, 0.425_260, 0.527_323, 1.348_076];
    close(closed.inverse().cells(), &truncated, 5e-7);
    close(&closed.output_multipliers(), &[1.892_409, 1.773_336], 5e-7);
}

fn toy() -> Grid {
    Grid::from_rows(&[[0.10, 0.05, 0.02], [0.20, 0.25, 0.10], [0.08, 0.15, 0.12]])
}

fn toy_quotients() -> Quotients {
    Quotients::of(&[10.0, 120.0, 170.0], &[1_000.0, 3_000.0, 6_000.0]).unwrap()
}

/// Worked out by a second program.
#[test]
fn regional_multipliers() {
    let quotients = toy_quotients();
    let known: Vec<f64> = quotients.by_industry.iter().flatten().copied().collect();
    close(&known, &[0.333_333, 1.333_333, 0.944_444], 5e-7);
    let of = |allotment: Allotment| regional_requirements(&toy(), &quotients, allotment).unwrap();
    let outputs =
        |allotment: Allotment| Leontief::new(&of(allotment)).unwrap().output_multipliers();
    let delta = 0.25;
    let flegg = of(Allotment::Flegg { delta });
    let cells = [
        0.015_147_6,
        0.005_680_4,
        0.003_207_7,
        0.2,
        0.151_476_1,
        0.064_154_6,
        0.08,
        0.048_283_0,
        0.051_501_9,
    ];
    close(flegg.cells(), &cells, 5e-8);
    let expected = [1.362_675_3, 1.252_715_1, 1.143_638_0];
    close(&outputs(Allotment::Flegg { delta }), &expected, 5e-8);
    let expected = [1.471_999_8, 1.615_584_8, 1.321_096_0];
    close(&outputs(Allotment::Simple), &expected, 5e-8);
    let expected = [1.462_599_4, 1.543_799_9, 1.313_576_2];
    close(&outputs(Allotment::CrossIndustry), &expected, 1e-7);
    let expected = [1.377_163, 1.322_156, 1.148_384];
    close(
        &outputs(Allotment::FleggAugmented { delta }),
        &expected,
        5e-7,
    );

    let jobs = [12.0, 6.0, 9.0];
    let effects = Leontief::new(&flegg).unwrap().effects(&jobs);
    close(&effects.effect, &[14.573_925, 7.741_194, 10.061_572], 5e-7);
    assert!((effects.multiplier[0].unwrap() - 14.573_925 / 12.0).abs() < 1e-6);
    let households = Households {
        pay: &[0.25, 0.30, 0.35],
        spending: &[0.02, 0.10, 0.30],
        own: 0.0,
    };
    let closed = Leontief::with_households(&flegg, &households).unwrap();
    let effects = closed.effects(&jobs).effect;
    close(&effects, &[16.346_309, 9.589_987, 11.994_988], 5e-7);
}

#[test]
fn an_industry_that_is_not_there_buys_and_sells_nothing() {
    let quotients = Quotients::of(&[0.0, 5.0, 5.0], &[10.0, 100.0, 0.0]).unwrap();
    assert_eq!(quotients.by_industry[2], None);
    for allotment in [Allotment::CrossIndustry, Allotment::Flegg { delta: 0.25 }] {
        let found = regional_requirements(&toy(), &quotients, allotment).unwrap();
        for other in 0..3 {
            assert_eq!([found.at(0, other), found.at(other, 0)], [0.0, 0.0]);
            assert_eq!([found.at(2, other), found.at(other, 2)], [0.0, 0.0]);
        }
        let solved = Leontief::new(&found).unwrap();
        assert_eq!(solved.output_multipliers()[0], 1.0);
    }
    let jobs = solved_jobs();
    assert_eq!(jobs.multiplier[1], None);
}

fn solved_jobs() -> Effects {
    Leontief::new(&toy()).unwrap().effects(&[12.0, 0.0, 9.0])
}

#[test]
fn what_cannot_be_solved_is_told() {
    let of = |rows: &[[f64; 2]]| Leontief::new(&Grid::from_rows(rows)).unwrap_err();
    // All that each makes goes to the other: without end.
    assert_eq!(of(&[[0.0, 1.0], [1.0, 0.0]]), NoMultipliers::NeverRests);
    assert_eq!(of(&[[1.2, 0.0], [0.0, 0.1]]), NoMultipliers::NeverRests);
    assert_eq!(
        of(&[[0.1, f64::NAN], [0.0, 0.1]]),
        NoMultipliers::NoNumber { industry: 1 }
    );
    let singular = lu::inverse(&Grid::from_rows(&[[1.0, 2.0], [2.0, 4.0]]));
    assert_eq!(singular, Err(lu::Singular { column: 1 }));
    let words = NoMultipliers::Singular { industry: 1 }.to_string();
    assert!(words.contains("industry 2") && words.contains("join it"));
    let lopsided = Leontief::new(&Grid::zeros(2, 3));
    assert!(matches!(
        lopsided,
        Err(NoMultipliers::OtherIndustries { .. })
    ));
    assert!(requirements(&toy(), &[1.0]).is_err());
    assert!(Quotients::of(&[1.0], &[1.0, 2.0]).is_err());
    let nobody = Quotients::of(&[0.0, 0.0, 0.0], &[1.0, 2.0, 3.0]).unwrap();
    let flegg = Allotment::Flegg { delta: 0.25 };
    assert_eq!(
        regional_requirements(&toy(), &nobody, flegg),
        Err(NoMultipliers::OutOfRange)
    );
    let whole = requirements(&Grid::from_rows(&[[1.0, 2.0], [1.0, 2.0]]), &[0.0, 10.0]);
    assert_eq!(whole.unwrap().cells(), [0.0, 0.2, 0.0, 0.2]);
}

/// One column may add up to more than 1 while the whole comes to rest.
#[test]
fn one_industry_may_buy_more_than_it_makes() {
    let needs = Grid::from_rows(&[[0.0, 0.1], [1.066, 0.1]]);
    let solved = Leontief::new(&needs).unwrap();
    assert!(solved.spectral_radius < 0.5 && solved.output_multipliers()[0] > 2.0);
}

fn economy() -> impl Strategy<Value = (Grid, Vec<f64>)> {
    (2..8_usize).prop_flat_map(|count| {
        let cells = prop::collection::vec(0.0..1.0_f64, count * count);
        let sizes = prop::collection::vec(0.0..1e5_f64, count);
        (cells, sizes).prop_map(move |(cells, sizes)| {
            // Columns that add up to less than 0.9.
            let grid = Grid::new(count, count, cells).unwrap();
            (grid.map(|_, _, cell| cell * 0.9 / count as f64), sizes)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn holds_for_any_economy((needs, sizes) in economy(), share in 0.01..1.0_f64, factor in 0.1..10.0_f64) {
        let national = Leontief::new(&needs).unwrap();
        let outputs = national.output_multipliers();
        prop_assert!(outputs.iter().all(|output| *output >= 1.0 - 1e-12));
        prop_assert!(national.spectral_radius <= 0.9 + 1e-9);
        let pay = vec![0.05; outputs.len()];
        let spending = vec![0.5 / outputs.len() as f64; outputs.len()];
        let households = Households { pay: &pay, spending: &spending, own: 0.0 };
        let closed = Leontief::with_households(&needs, &households).unwrap().output_multipliers();
        for (open, closed) in outputs.iter().zip(&closed) {
            prop_assert!(closed >= open);
        }
        let nation: Vec<f64> = sizes.iter().map(|size| size + 1.0).collect();
        let region: Vec<f64> = sizes.iter().enumerate().map(|(at, size)| size * share * if at % 2 == 0 { 1.0 } else { 0.3 }).collect();
        prop_assume!(region.iter().sum::<f64>() > 0.0);
        let quotients = Quotients::of(&region, &nation).unwrap();
        let regional = |allotment: Allotment| {
            let needs = regional_requirements(&needs, &quotients, allotment).unwrap();
            Leontief::new(&needs).unwrap().output_multipliers()
        };
        for allotment in [Allotment::Simple, Allotment::CrossIndustry, Allotment::FleggAugmented { delta: 0.3 }] {
            for (own, all) in regional(allotment).iter().zip(&outputs) {
                prop_assert!(*own >= 1.0 - 1e-12 && *own <= all + 1e-9);
            }
        }
        let [low, middle, high] = BAND.map(|delta| regional(Allotment::Flegg { delta }));
        for ((low, middle), high) in low.iter().zip(&middle).zip(&high) {
            prop_assert!(low >= middle && middle >= high);
        }
        let scale = |list: &[f64]| list.iter().map(|size| size * factor).collect::<Vec<f64>>();
        let scaled = Quotients::of(&scale(&region), &scale(&nation)).unwrap();
        prop_assert!((scaled.size - quotients.size).abs() < 1e-9);
    }
}
