//! How long runs take, and how that grows with districts, years and draws. Only told, never
//! judged: machines differ.
//!
//! `cargo test --profile worker -p roadmap-core --lib model::tests::speed -- --ignored --nocapture`

use std::hint::black_box;
use std::time::Instant;

use crate::data::model::{Region, Settings};
use crate::model::draws::{Draws, side_by_side};
use crate::model::example::{self, evidence, replicated, settings};
use crate::model::noise::JobNoise;
use crate::model::plan::Plan;
use crate::model::prepared::Prepared;
use crate::model::results::Results;
use crate::model::run::Workspace;

/// Milliseconds of the middle one of some runs.
fn median_ms(runs: usize, mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            #[expect(clippy::disallowed_methods, reason = "times are what is told here")]
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

fn one_run_ms(region: &Region, wished: &Settings) -> f64 {
    let evidence = evidence();
    let prepared = Prepared::new(region, &evidence).unwrap();
    let parameters = example::central::<1>(&evidence);
    let mut workspace = Workspace::new(&prepared);
    let mut results = Results::new(&prepared, false);
    median_ms(201, || {
        let plan = Plan::new(&prepared, wished, true);
        prepared.run(&plan, &parameters, None, &mut workspace, &mut results);
        black_box(&results);
    })
}

fn draws_ms<const L: usize>(region: &Region, count: u32, is_noisy: bool) -> f64 {
    let evidence = evidence();
    let prepared = Prepared::new(region, &evidence).unwrap();
    let plan = Plan::new(&prepared, &settings(&[]), true);
    let draws = Draws::new(&evidence, 1).unwrap();
    let mut workspace = Workspace::new(&prepared);
    let mut results = Results::<L>::new(&prepared, false);
    median_ms(3, || {
        for first in (0..count).step_by(L) {
            let own: [u32; L] = std::array::from_fn(|lane| first + lane as u32);
            let parameters = side_by_side(&draws.some(own));
            let noise = is_noisy.then(|| JobNoise::new(1, own));
            prepared.run(
                &plan,
                &parameters,
                noise.as_ref(),
                &mut workspace,
                &mut results,
            );
            black_box(&results);
        }
    })
}

#[test]
#[ignore = "tells times only"]
fn how_long_it_takes() {
    let ten = example::real().region;
    let evidence = evidence();
    let all: Vec<_> = evidence
        .levers
        .iter()
        .map(|own| (own.setting, own.most))
        .collect();
    println!(
        "central run, 10 districts, 26 years: {:.3} ms",
        one_run_ms(&ten, &settings(&[]))
    );
    println!(
        "the same, every lever at its most:   {:.3} ms",
        one_run_ms(&ten, &settings(&all))
    );
    for districts in [10, 100, 300] {
        let wide = replicated(&ten, districts);
        println!(
            "central run, {districts:3} districts: {:.3} ms",
            one_run_ms(&wide, &settings(&[]))
        );
    }
    for years in [5, 10, 20, 26] {
        let mut short = ten.clone();
        short.last_year = short.base_year + years;
        println!(
            "central run, {years:2} years: {:.3} ms",
            one_run_ms(&short, &settings(&[]))
        );
    }
    println!(
        "1,024 draws without noise, lanes 1, 4, 8, 16: {:.0} {:.0} {:.0} {:.0} ms",
        draws_ms::<1>(&ten, 1024, false),
        draws_ms::<4>(&ten, 1024, false),
        draws_ms::<8>(&ten, 1024, false),
        draws_ms::<16>(&ten, 1024, false)
    );
    println!(
        "1,024 draws with noise, lanes 1, 4, 8, 16: {:.0} {:.0} {:.0} {:.0} ms",
        draws_ms::<1>(&ten, 1024, true),
        draws_ms::<4>(&ten, 1024, true),
        draws_ms::<8>(&ten, 1024, true),
        draws_ms::<16>(&ten, 1024, true)
    );
    for draws in [64, 256, 1024, 4096] {
        println!(
            "{draws:4} draws with noise, 8 lanes: {:.1} ms",
            draws_ms::<8>(&ten, draws, true)
        );
    }
    for districts in [10, 100, 300] {
        let wide = replicated(&ten, districts);
        println!(
            "64 draws with noise, {districts:3} districts: {:.0} ms",
            draws_ms::<8>(&wide, 64, true)
        );
    }
}
