//! The base year is what was measured, and zero levers are the baseline.

use crate::data::model::{Evidence, Model, Region, Setting};
use crate::model::example::{self, central_run, evidence, prepared, real, region, settings};
use crate::model::lanes::Lanes;
use crate::model::output::Output;
use crate::model::plan::Plan;
use crate::model::prepared::Prepared;

fn near(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{found} instead of {expected}"
    );
}

#[test]
fn base_year_is_what_was_measured() {
    holds(&region(), &evidence());
    let Model {
        region, evidence, ..
    } = real();
    holds(&region, &evidence);
}

fn holds(region: &Region, evidence: &Evidence) {
    let prepared = Prepared::new(region, evidence).unwrap();
    let plan = Plan::new(&prepared, &evidence.defaults(), true);
    let results = example::run(&prepared, &plan, &example::central::<1>(evidence), None);
    for (area, district) in (1..).zip(&region.districts) {
        let of = |output| results.series(area, output)[0].0[0];
        let people: f64 = district.people.as_flattened().iter().sum();
        let emissions = district.emissions;
        near(of(Output::Population), people);
        near(of(Output::Dwellings), district.homes);
        near(of(Output::Households), 0.97 * district.homes);
        near(of(Output::Completions), district.completions);
        near(of(Output::Affordability), district.affordability_ratio);
        near(
            of(Output::UnemploymentRate),
            100.0 * district.unemployment_rate,
        );
        near(of(Output::CommutersMetro), district.commuters_metro);
        near(of(Output::Jobs), district.jobs.iter().sum());
        near(of(Output::PayWeekly), district.pay_gbp_week);
        near(of(Output::JobsLostToSpace), 0.0);
        let gva: f64 = district
            .jobs
            .iter()
            .zip(district.gva_gbp_m_per_job)
            .map(|(jobs, output)| jobs * output)
            .sum();
        near(of(Output::GvaExAgency), gva);
        near(of(Output::Gva), gva + district.agency_gva_gbp_m);
        let business = emissions.industry
            + emissions.commercial
            + emissions.public_sector
            + emissions.agriculture;
        near(of(Output::Co2Business), business);
        let homes = emissions.homes_gas + emissions.homes_electricity + emissions.homes_other;
        near(of(Output::Co2Homes), homes);
        near(of(Output::Co2Transport), emissions.road + emissions.other);
        for (section, jobs) in district.jobs.iter().enumerate() {
            near(results.jobs(area, section)[0].0[0], *jobs);
        }
    }
}

#[test]
fn settings_at_their_defaults_are_the_baseline() {
    let prepared = prepared();
    let baseline = central_run(&prepared, &settings(&[]));
    let zero = central_run(&prepared, &settings(&[(Setting::MetroJobs, 0.47)]));
    assert_eq!(baseline, zero);
    let focus_alone = central_run(&prepared, &settings(&[(Setting::NeedFocus, 100.0)]));
    assert_eq!(baseline, focus_alone, "focus does nothing alone");
}

#[test]
fn the_baseline_is_sane() {
    let results = central_run(&prepared(), &settings(&[]));
    for output in Output::ALL {
        let series = results.series(0, output);
        let (Lanes([first]), Lanes([last])) = (series[0], series[26]);
        println!("{:24} {first:14.3} {last:14.3}", output.key());
        assert!(first.is_finite() && last.is_finite(), "{output:?}");
    }
}
