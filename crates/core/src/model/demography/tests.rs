//! The step against published projections, against a matrix, and against what must always hold.

use proptest::prelude::*;

use super::*;
use crate::stats::grid::Grid;

/// A female population in groups of several years, as textbooks project it.
struct Groups<'a> {
    /// Share that survives into a group from the one before; one more for the open group, which
    /// survives into itself.
    survival: &'a [f64],
    /// Births per woman and year.
    fertility: &'a [f64],
    /// Years to a group.
    years: f64,
    /// Girls born who live to the end of the step, per birth.
    girls: f64,
}

impl Groups<'_> {
    /// Leslie's matrix: survivors below the diagonal, daughters in the first row, where a woman
    /// counts half with the rate of her group and half with that of the next she survives into.
    fn leslie(&self) -> Vec<Vec<f64>> {
        let count = self.fertility.len();
        let mut matrix = vec![vec![0.0; count]; count];
        for group in 1..count {
            matrix[group][group - 1] = self.survival[group];
        }
        matrix[count - 1][count - 1] = self.survival[count];
        for (from, cell) in matrix[0].iter_mut().enumerate() {
            let next = (from + 1).min(count - 1);
            let survive = self.survival[from + 1];
            let rate = self.fertility[from] + survive * self.fertility[next];
            *cell += self.girls * self.years / 2.0 * rate;
        }
        matrix
    }
}

fn times(matrix: &[Vec<f64>], vector: &[f64]) -> Vec<f64> {
    let row = |row: &Vec<f64>| row.iter().zip(vector).map(|(a, b)| a * b).sum();
    matrix.iter().map(row).collect()
}

/// The growth per step to which any start settles.
fn eigenvalue(matrix: &[Vec<f64>]) -> f64 {
    let mut vector = vec![1.0; matrix.len()];
    let mut growth = 0.0;
    for _ in 0..20_000 {
        let next = times(matrix, &vector);
        growth = next.iter().sum::<f64>() / vector.iter().sum::<f64>();
        vector = next.into_iter().map(|value| value / growth).collect();
    }
    growth
}

fn close(found: f64, expected: f64, by: f64) {
    assert!((found - expected).abs() < by, "{found}, not {expected}");
}

/// Females of Sweden, 1993: Preston, Heuveline and Guillot (2001), box 6.1.
#[test]
fn sweden() {
    let women = [
        293_395.0, 248_369.0, 240_012.0, 261_346.0, 285_209.0, 314_388.0, 281_290.0, 286_923.0,
        304_108.0, 324_946.0, 247_613.0, 211_351.0, 215_140.0, 221_764.0, 223_506.0, 183_654.0,
        141_990.0, 112_424.0,
    ];
    let lived = [
        497_487.0, 497_138.0, 496_901.0, 496_531.0, 495_902.0, 495_168.0, 494_213.0, 492_760.0,
        490_447.0, 486_613.0, 480_665.0, 471_786.0, 457_852.0, 436_153.0, 402_775.0, 350_358.0,
        271_512.0, 291_707.0,
    ];
    let mut fertility = [0.0; 18];
    fertility[3..10].copy_from_slice(&[0.0120, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003]);
    let last = lived[17] / (lived[16] + lived[17]);
    let mut survival = vec![lived[0] / 500_000.0];
    survival.extend(lived.windows(2).take(16).map(|pair| pair[1] / pair[0]));
    survival.extend([last, last]);
    let groups = Groups {
        survival: &survival,
        fertility: &fertility,
        years: 5.0,
        girls: survival[0] / 2.05,
    };
    close(women.iter().sum(), 4_397_428.0, 0.5);
    close(fertility.iter().sum::<f64>() * 5.0, 2.085, 1e-9);
    let matrix = groups.leslie();
    let first = times(&matrix, &women);
    close(first.iter().sum(), 4_449_569.7, 0.05);
    for (group, expected) in [
        (0, 293_573.8),
        (1, 293_189.2),
        (2, 248_250.6),
        (17, 131_768.2),
    ] {
        close(first[group], expected, 0.05);
    }
    close(times(&matrix, &first).iter().sum(), 4_478_712.3, 0.05);
    close(eigenvalue(&matrix), 1.001_112_5, 5e-8);
}

/// The seventeen groups that ccmpp.tmb tests its own matrix with.
#[test]
#[expect(
    clippy::approx_constant,
    reason = "a published rate that is near 1 / pi by chance"
)]
fn seventeen_groups() {
    let survival = [
        0.762, 0.878, 0.971, 0.973, 0.958, 0.948, 0.946, 0.939, 0.926, 0.905, 0.875, 0.832, 0.774,
        0.697, 0.593, 0.455, 0.318, 0.210,
    ];
    let mut fertility = [0.0; 17];
    fertility[3..10].copy_from_slice(&[0.231, 0.365, 0.308, 0.258, 0.178, 0.091, 0.020]);
    let groups = Groups {
        survival: &survival,
        fertility: &fertility,
        years: 5.0,
        girls: survival[0] / 2.05,
    };
    let matrix = groups.leslie();
    let expected = [
        0.208_865, 0.539_598, 0.610_514, 0.513_019, 0.395_071, 0.243_715, 0.101_383, 0.018_585,
    ];
    for (found, expected) in matrix[0][2..10].iter().zip(expected) {
        close(*found, expected, 5e-7);
    }
    close(eigenvalue(&matrix), 1.141_123, 5e-7);
}

/// Killer whales: Caswell (2001).
#[test]
fn killer_whales() {
    let matrix = [
        vec![0.0, 0.0043, 0.1132, 0.0],
        vec![0.9775, 0.9111, 0.0, 0.0],
        vec![0.0, 0.0736, 0.9534, 0.0],
        vec![0.0, 0.0, 0.0452, 0.9804],
    ];
    close(eigenvalue(&matrix), 1.025_441_3, 5e-8);
}

/// Three ages, one sex: the toy of the specification.
#[test]
fn people_follow_homes() {
    let mut headship = [0.0; AGES];
    headship[1..3].copy_from_slice(&[0.4, 0.6]);
    let mut people: People<2> = [[[0.0; 2]; AGES]; SEXES];
    for (age, persons) in [100.0, 200.0, 150.0].into_iter().enumerate() {
        people[0][age] = [persons; 2];
    }
    let mut profile = [[0.0; AGES]; SEXES];
    profile[0][..3].copy_from_slice(&[0.25, 0.6, 0.15]);
    let [before, _] = households(&people, &headship);
    let [per_mover] = households(&one_lane(&profile), &headship);
    let own = |trend| Households {
        trend,
        before,
        per_mover,
        lived_in: 0.97 * 190.0,
    };
    let closure = |pull| Closure {
        pull,
        most_share: 0.2,
    };
    let (all, is_held) = closure(1.0).moved(own(0.0), 450.0);
    close(all, 43.333_333, 1e-6);
    assert!(!is_held);
    let (half, _) = closure(0.5).moved(own(170.0), 450.0);
    close(half, 21.666_667, 1e-6);
    let held = Closure {
        pull: 1.0,
        most_share: 0.03,
    };
    assert_eq!(held.moved(own(0.0), 450.0), (13.5, true));
    assert_eq!(add_moved(&mut people, &[all, half], &profile), [0.0; 2]);
    for (age, expected) in [110.833_3, 226.0, 156.5].into_iter().enumerate() {
        close(people[0][age][0], expected, 5e-5);
    }
    let [filled, half_filled] = households(&people, &headship);
    close(filled, 184.3, 1e-9);
    close(half_filled, 177.15, 1e-9);
}

/// A place and its rates.
#[derive(Clone, Debug)]
struct Made {
    people: ByAge,
    death: ByAge,
    birth_death: [f64; SEXES],
    birth: [f64; FERTILE_AGES],
    migrants: ByAge,
    mortality: f64,
    fertility: f64,
}

fn by_age(range: std::ops::Range<f64>) -> impl Strategy<Value = ByAge> {
    let own = prop::collection::vec(range, AGES * SEXES);
    own.prop_map(|values| {
        let mut sexes = [[0.0; AGES]; SEXES];
        for (value, slot) in values.iter().zip(sexes.iter_mut().flatten()) {
            *slot = *value;
        }
        sexes
    })
}

fn place(migrants: std::ops::Range<f64>) -> impl Strategy<Value = Made> {
    let rates = (by_age(0.0..0.6), by_age(0.0..0.2));
    let people = (by_age(0.0..3_000.0), by_age(migrants));
    (people, rates, 0.1..2.0_f64, 0.1..2.0_f64).prop_map(
        |((people, migrants), (death, other), mortality, fertility)| {
            let mut birth = [0.0; FERTILE_AGES];
            birth.copy_from_slice(&other[0][..FERTILE_AGES]);
            Made {
                people,
                death,
                birth_death: [other[1][0], other[1][1]],
                birth,
                migrants,
                mortality,
                fertility,
            }
        },
    )
}

impl Made {
    fn rates<const L: usize>(&self) -> Rates<'_, L> {
        Rates {
            death: &self.death,
            birth_death: &self.birth_death,
            mortality: [self.mortality; L],
            birth: &self.birth,
            fertility: [self.fertility; L],
            boys_per_girl: 1.05,
        }
    }

    fn stepped(&self) -> (ByAge, Flows<1>) {
        let mut people = one_lane(&self.people);
        let flows = step(&mut people, &self.rates(), |sex, age| {
            [self.migrants[sex][age]]
        });
        (of_lane(&people), flows)
    }

    /// The whole step as one matrix on a column of women and men by age and the number one:
    /// written from the definition, apart from `step`, and right while nothing is clipped.
    fn matrix(&self) -> Grid {
        let size = AGES * SEXES + 1;
        let mut rows = vec![vec![0.0; size]; size];
        rows[size - 1][size - 1] = 1.0;
        for sex in 0..SEXES {
            for age in 1..AGES {
                let row = &mut rows[sex * AGES + age];
                let alive = |age: usize| 1.0 - (self.death[sex][age] * self.mortality).min(1.0);
                row[sex * AGES + age - 1] = alive(age - 1);
                if age == AGES - 1 {
                    row[sex * AGES + age] = alive(age);
                }
                row[size - 1] = self.migrants[sex][age];
            }
        }
        let mut births = vec![0.0; size];
        for (later, rate) in self.birth.iter().enumerate() {
            let age = FIRST_FERTILE_AGE + later;
            let half = rate * self.fertility / 2.0;
            births[age] += half;
            for (birth, woman) in births.iter_mut().zip(&rows[age]) {
                *birth += half * woman;
            }
        }
        for (sex, share) in [1.0 / 2.05, 1.05 / 2.05].into_iter().enumerate() {
            let alive = 1.0 - (self.birth_death[sex] * self.mortality).min(1.0);
            let row = &mut rows[sex * AGES];
            for (cell, birth) in row.iter_mut().zip(&births) {
                *cell += share * alive * birth;
            }
            row[size - 1] += self.migrants[sex][0];
        }
        Grid::from_rows(&rows)
    }
}

fn total(people: &ByAge) -> f64 {
    people.iter().flatten().sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    /// The step in ages is the matrix times the people.
    #[test]
    fn step_is_the_matrix(place in place(0.0..400.0)) {
        let (people, flows) = place.stepped();
        let matrix = place.matrix();
        let mut column: Vec<f64> = place.people.iter().flatten().copied().collect();
        column.push(1.0);
        for (row, found) in matrix.each_row().zip(people.iter().flatten()) {
            let expected: f64 = row.iter().zip(&column).map(|(a, b)| a * b).sum();
            prop_assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{found} {expected}");
        }
        prop_assert_eq!(flows.clipped[0], 0.0);
    }

    /// Who is there was there, was born, came or died, and nobody is below nobody.
    #[test]
    fn people_add_up(place in place(-400.0..400.0)) {
        let (people, flows) = place.stepped();
        let expected = total(&place.people) + flows.births[0] - flows.deaths[0]
            + total(&place.migrants) + flows.clipped[0];
        prop_assert!((total(&people) - expected).abs() < 1e-6);
        prop_assert!(people.iter().flatten().all(|persons| *persons >= 0.0));
        prop_assert!(flows.births[0] >= 0.0 && flows.deaths[0] >= 0.0 && flows.clipped[0] >= 0.0);
    }

    /// What goes on in one lane changes no other, not by a bit.
    #[test]
    fn lanes_stand_apart(one in place(-50.0..50.0), other in 0.1..2.0_f64) {
        let mut side: People<3> = one.people.map(|own| own.map(|persons| [persons, persons / 2.0, persons]));
        let mut rates: Rates<'_, 3> = one.rates();
        rates.mortality[1] = other;
        let flows = step(&mut side, &rates, |sex, age| [one.migrants[sex][age]; 3]);
        let (alone, own) = one.stepped();
        for (lanes, persons) in side.iter().flatten().zip(alone.iter().flatten()) {
            prop_assert_eq!(lanes[0].to_bits(), persons.to_bits());
            prop_assert_eq!(lanes[2].to_bits(), persons.to_bits());
        }
        prop_assert_eq!(flows.births[0], own.births[0]);
        prop_assert_eq!(flows.births[2], own.births[0]);
    }
}

/// Homes hold the people they do; without a pull of homes people follow the trend; and every
/// year adds up.
#[test]
fn a_place_through_the_years() {
    let mut movers = [[0.0; AGES]; SEXES];
    movers[0][30] = 0.5;
    movers[1][30] = 0.5;
    let people = [[100.0; AGES]; SEXES];
    let place = |net: &'static ByAge, movers| Place {
        people: &[[100.0; AGES]; SEXES],
        death_rate: &[[0.01; AGES]; SEXES],
        birth_death_rate: &[0.003, 0.004],
        birth_rate: &[0.06; FERTILE_AGES],
        net_migrants: net,
        headship: &[0.5; AGES],
        movers,
    };
    let course = |pull| Course {
        mortality_fall_pct: 1.2,
        fertility: 1.0,
        migration: 1.0,
        closure: Closure {
            pull,
            most_share: 0.03,
        },
        vacant_share: 0.03,
        boys_per_girl: 1.05,
    };
    static NET: ByAge = [[0.2; AGES]; SEXES];
    let start = 0.5 * total(&people) / 0.97;
    let homes = [start, start * 1.01, start * 1.02, start * 1.03];
    let led = project(&place(&NET, &movers), &homes, &course(1.0));
    assert_eq!(led.len(), 4);
    assert_eq!(
        (led[0].of_people, led[0].moved, led[0].people),
        (Vital::default(), 0.0, people)
    );
    for pair in led.windows(2) {
        let (before, now) = (&pair[0], &pair[1]);
        close(0.5 * total(&now.people), now.households, 1e-6);
        close(0.97 * now.homes, now.households, 1e-9);
        let flows = now.of_people;
        let expected =
            total(&before.people) + flows.births - flows.deaths + total(&NET) + now.moved;
        close(total(&now.people), expected, 1e-6);
    }
    let free = project(&place(&NET, &movers), &homes, &course(0.0));
    for year in &free {
        close(total(&year.people), total(&year.trend), 1e-6);
    }
    assert_eq!(free[3].trend, led[3].trend);
    let more = Course {
        migration: 2.0,
        ..course(0.0)
    };
    let more = project(&place(&NET, &movers), &homes, &more);
    close(
        total(&more[1].trend) - total(&free[1].trend),
        total(&NET),
        1.0,
    );
}
