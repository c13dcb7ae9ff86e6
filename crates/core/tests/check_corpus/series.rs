//! Series and distributions: their shape, codes, periods, units and limits.

use roadmap_core::area::AreaCode;
use roadmap_core::data::{Dataset, Reason};
use roadmap_core::quantity::{Interval, Value as Shown};
use serde_json::{Value, json};

use crate::expect::Expected::{At, Unreadable};
use crate::expect::findings_of;
use crate::packs::{COUNTY, EAST, WEST};

const PAY: &str = "series, row 1 (pay)";
const SHARE: &str = "series, row 2 (share)";

fn values(dataset: &Dataset, slug: &str, area: &str) -> Vec<Shown> {
    let series = dataset.series(slug).unwrap();
    let area = AreaCode::new(area).unwrap();
    series
        .observations(&area)
        .map(|o| o.quantity.value)
        .collect()
}

fn intervals(dataset: &Dataset, area: &str) -> Vec<Option<Interval>> {
    let series = dataset.series("pay").unwrap();
    let area = AreaCode::new(area).unwrap();
    series
        .observations(&area)
        .map(|o| o.quantity.interval)
        .collect()
}

#[test]
fn sound_cells_are_read_as_written() {
    let dataset = findings_of(|_| {}, &[]).unwrap();
    let east = values(&dataset, "pay", EAST);
    assert_eq!(
        east,
        [
            Shown::Number(400.0),
            Shown::Suppressed,
            Shown::Number(420.0)
        ]
    );
    let interval = |low, high| Some(Interval { low, high });
    assert_eq!(
        intervals(&dataset, EAST),
        [interval(380.0, 420.0), None, interval(400.0, 440.0)]
    );
    assert_eq!(values(&dataset, "share", COUNTY), []);
}

#[test]
fn a_share_of_more_than_everything_costs_its_cell() {
    for wrong in [120.0, -130.5, 1e300] {
        let reason = Reason::UnitMismatch {
            value: wrong.to_string(),
            unit: "percent",
        };
        let dataset = findings_of(
            |pack| pack["series"][1]["values"][0][1] = json!(wrong),
            &[At(SHARE, "values", reason)],
        )
        .unwrap();
        assert_eq!(
            values(&dataset, "share", WEST),
            [Shown::Number(10.5), Shown::Missing]
        );
        assert_eq!(
            values(&dataset, "share", EAST),
            [Shown::Number(20.5), Shown::Number(21.5)]
        );
    }
}

#[test]
fn pay_below_nothing_costs_its_cell_and_its_interval() {
    let reason = Reason::UnitMismatch {
        value: "-620".to_owned(),
        unit: "gbp-per-week",
    };
    let dataset = findings_of(
        |pack| pack["series"][0]["values"][1][2] = json!(-620),
        &[At(PAY, "values", reason)],
    )
    .unwrap();
    assert_eq!(values(&dataset, "pay", WEST)[2], Shown::Missing);
    assert_eq!(intervals(&dataset, WEST)[2], None);
    assert!(intervals(&dataset, WEST)[1].is_some());
}

#[test]
fn limits_that_cross_are_dropped_and_the_value_is_kept() {
    let detail = format!("{WEST}: 640 to 600, value 620");
    let dataset = findings_of(
        |pack| {
            pack["series"][0]["low"][1][2] = json!(640);
            pack["series"][0]["high"][1][2] = json!(600);
        },
        &[At(PAY, "low, high", Reason::LimitsCross { detail })],
    )
    .unwrap();
    assert_eq!(values(&dataset, "pay", WEST)[2], Shown::Number(620.0));
    assert_eq!(intervals(&dataset, WEST)[2], None);
    // A value outside its limits, which are in order.
    let detail = format!("{EAST}: 500 to 510, value 420");
    findings_of(
        |pack| {
            pack["series"][0]["low"][2][2] = json!(500);
            pack["series"][0]["high"][2][2] = json!(510);
        },
        &[At(PAY, "low, high", Reason::LimitsCross { detail })],
    )
    .unwrap();
}

#[test]
fn one_limit_without_the_other_is_no_interval() {
    let dataset = findings_of(|pack| pack["series"][0]["low"][1][2] = json!(null), &[]).unwrap();
    assert_eq!(intervals(&dataset, WEST)[2], None);
    let reason = Reason::WrongCount {
        expected: 3,
        found: 0,
    };
    let dataset = findings_of(
        |pack| pack["series"][0]["high"] = json!([]),
        &[At(PAY, "high", reason)],
    )
    .unwrap();
    assert_eq!(values(&dataset, "pay", WEST)[2], Shown::Number(620.0));
    assert!(dataset.series("pay").unwrap().publishes_intervals);
}

#[test]
fn periods_that_do_not_go_forward() {
    for periods in [
        json!(["2023", "2022", "2024"]),
        json!(["2022", "2022", "2024"]),
        json!(["2022-12", "2022-11", "2024"]),
    ] {
        let dataset = findings_of(
            |pack| pack["series"][0]["periods"] = periods.clone(),
            &[At(PAY, "periods", Reason::PeriodsOutOfOrder)],
        )
        .unwrap();
        assert!(dataset.series("pay").is_none() && dataset.series("share").is_some());
        assert!(dataset.distribution("pay").is_some());
    }
}

#[test]
fn a_text_that_is_not_a_period() {
    for text in ["last year", "2024-13", "99999999", ""] {
        let reason = Reason::NotAPeriod {
            text: text.to_owned(),
        };
        let dataset = findings_of(
            |pack| pack["series"][0]["periods"][2] = json!(text),
            &[At(PAY, "periods", reason)],
        );
        assert!(dataset.unwrap().series("pay").is_none());
    }
    let long = "9".repeat(5_000);
    let text = "9".repeat(40);
    findings_of(
        |pack| pack["series"][0]["periods"][2] = json!(long),
        &[At(PAY, "periods", Reason::NotAPeriod { text })],
    )
    .unwrap();
}

#[test]
fn rows_and_columns_that_do_not_fit() {
    let counts = |expected, found| Reason::WrongCount { expected, found };
    let dataset = findings_of(
        |pack| _ = pack["series"][0]["values"].as_array_mut().unwrap().pop(),
        &[At(PAY, "values", counts(3, 2))],
    );
    assert!(dataset.unwrap().series("pay").is_none());
    findings_of(
        |pack| pack["series"][0]["values"][1] = json!([600, 610, 620, 630]),
        &[At(PAY, "values", counts(3, 4))],
    )
    .unwrap();
    let dataset = findings_of(
        |pack| pack["series"][0]["low"][0] = json!([]),
        &[At(PAY, "low", counts(3, 0))],
    )
    .unwrap();
    assert_eq!(values(&dataset, "pay", WEST)[2], Shown::Number(620.0));
    assert_eq!(intervals(&dataset, WEST), [None, None, None]);
}

#[test]
fn a_cell_of_the_wrong_type_costs_its_series() {
    for (wrong, words) in [
        (json!("620"), "invalid type: string \"620\""),
        (json!(true), "invalid type: boolean"),
        (json!([620]), "invalid type: sequence"),
    ] {
        let dataset = findings_of(
            |pack| pack["series"][0]["values"][1][2] = wrong.clone(),
            &[Unreadable("series, row 1", words)],
        );
        assert!(dataset.unwrap().series("share").is_some());
    }
}

#[test]
fn areas_that_a_series_may_not_have() {
    let code = "D00000007".to_owned();
    let dataset = findings_of(
        |pack| pack["series"][1]["areas"][1] = json!("D00000007"),
        &[At(SHARE, "areas", Reason::UnknownArea { code })],
    )
    .unwrap();
    assert_eq!(values(&dataset, "share", WEST).len(), 2);
    assert_eq!(values(&dataset, "share", EAST), []);
    // A code that was in force before is told apart from one that never was.
    let reason = Reason::WrongVintage {
        code: "D00000009".to_owned(),
        vintage: "earlier years",
    };
    findings_of(
        |pack| pack["series"][1]["areas"][1] = json!("D00000009"),
        &[At(SHARE, "areas", reason)],
    )
    .unwrap();
    let text = "the east".to_owned();
    findings_of(
        |pack| pack["series"][1]["areas"][1] = json!("the east"),
        &[At(SHARE, "areas", Reason::NotACode { text })],
    )
    .unwrap();
    let key = WEST.to_owned();
    let dataset = findings_of(
        |pack| pack["series"][1]["areas"][1] = json!(WEST),
        &[At(SHARE, "areas", Reason::Duplicate { key })],
    )
    .unwrap();
    let kept = [Shown::Number(10.5), Shown::Number(11.5)];
    assert_eq!(values(&dataset, "share", WEST), kept, "the first is kept");
}

#[test]
fn a_series_of_an_unknown_measure() {
    let reason = Reason::UnknownKey {
        key: "wealth".to_owned(),
        expected: "a measure of this pack",
    };
    let dataset = findings_of(
        |pack| pack["series"][1]["measure"] = json!("wealth"),
        &[At("series, row 2 (wealth)", "measure", reason)],
    )
    .unwrap();
    assert_eq!(dataset.series.len(), 1);
}

#[test]
fn marks_that_mark_nothing() {
    let mark = |area: &str, period: &str, status: &str| json!([{"area": area, "period": period, "status": status}]);
    let reason = Reason::UnknownKey {
        key: "secret".to_owned(),
        expected: "suppressed or undefined",
    };
    let dataset = findings_of(
        |pack| pack["series"][0]["marks"] = mark(EAST, "2023", "secret"),
        &[At(PAY, "marks", reason)],
    )
    .unwrap();
    assert_eq!(values(&dataset, "pay", EAST)[1], Shown::Missing);
    for (area, period) in [("D00000007", "2023"), ("nowhere", "2023")] {
        let code = area.to_owned();
        findings_of(
            |pack| pack["series"][0]["marks"] = mark(area, period, "suppressed"),
            &[At(PAY, "marks", Reason::UnknownArea { code })],
        )
        .unwrap();
    }
    let key = "2019".to_owned();
    findings_of(
        |pack| pack["series"][0]["marks"] = mark(EAST, "2019", "suppressed"),
        &[At(
            PAY,
            "marks",
            Reason::UnknownKey {
                key,
                expected: "a period of this series",
            },
        )],
    )
    .unwrap();
}

#[test]
fn a_withheld_cell_shows_neither_number_nor_interval() {
    let dataset = findings_of(
        |pack| pack["series"][0]["marks"][0]["period"] = json!("2024"),
        &[],
    )
    .unwrap();
    assert_eq!(values(&dataset, "pay", EAST)[2], Shown::Suppressed);
    assert_eq!(intervals(&dataset, EAST)[2], None);
}

#[test]
fn distributions_that_do_not_fit() {
    let count = Reason::WrongCount {
        expected: 3,
        found: 2,
    };
    let dataset = findings_of(
        |pack| pack["english_districts"]["distributions"][0]["values"] = json!([1, 2]),
        &[At("english_districts, pay", "values", count.clone())],
    )
    .unwrap();
    assert!(dataset.distribution("pay").is_none() && dataset.distribution("share").is_some());
    let dataset = findings_of(
        |pack| pack["english_districts"]["names"] = json!(["West", "East"]),
        &[At("english_districts", "names", count)],
    )
    .unwrap();
    assert!(dataset.english_districts.is_empty() && dataset.distributions.is_empty());
    let text = "third".to_owned();
    let dataset = findings_of(
        |pack| pack["english_districts"]["codes"][2] = json!("third"),
        &[At("english_districts", "codes", Reason::NotACode { text })],
    )
    .unwrap();
    assert!(
        dataset.english_districts.is_empty(),
        "no value stands under another's name"
    );
    assert_eq!(dataset.series.len(), 2);
}

#[test]
fn distributions_and_their_districts_stand_once() {
    let key = "pay".to_owned();
    let dataset = findings_of(
        |pack| pack["english_districts"]["distributions"][1]["measure"] = json!("pay"),
        &[At(
            "english_districts, pay",
            "measure",
            Reason::Duplicate { key },
        )],
    )
    .unwrap();
    assert_eq!(dataset.distribution("pay").unwrap().period.as_str(), "2024");
    let key = WEST.to_owned();
    findings_of(
        |pack| pack["english_districts"]["codes"][1] = json!(WEST),
        &[At("english_districts", "codes", Reason::Duplicate { key })],
    )
    .unwrap();
}

#[test]
fn cells_of_a_distribution() {
    let spoil = |wrong: Value| {
        move |pack: &mut Value| {
            pack["english_districts"]["distributions"][1]["values"][2] = wrong.clone();
        }
    };
    let reason = Reason::UnitMismatch {
        value: "1600".to_owned(),
        unit: "percent",
    };
    let dataset = findings_of(
        spoil(json!(1600)),
        &[At("english_districts, share", "values", reason)],
    )
    .unwrap();
    let values = &dataset.distribution("share").unwrap().values;
    assert_eq!(values, &[Some(11.5), Some(21.5), None]);
    let text = "soon".to_owned();
    let dataset = findings_of(
        |pack| pack["english_districts"]["distributions"][1]["period"] = json!("soon"),
        &[At(
            "english_districts, share",
            "periods",
            Reason::NotAPeriod { text },
        )],
    );
    assert!(dataset.unwrap().distribution("share").is_none());
}
