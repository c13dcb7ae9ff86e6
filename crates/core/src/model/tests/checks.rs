//! The matrix of extremes that is written down in content: bounds, and ways to move.

use toml::de::DeTable as Table;

use crate::data::model::{Evidence, Model, Setting, Settings};
use crate::model::example::{self, central_run, last, real};
use crate::model::output::Output;
use crate::model::prepared::Prepared;
use crate::model::results::Results;

fn rows<'a, 'text>(table: &'a Table<'text>, key: &str) -> Vec<&'a Table<'text>> {
    let rows = table[key].get_ref().as_array().unwrap().iter();
    rows.map(|row| row.get_ref().as_table().unwrap()).collect()
}

fn text<'a>(row: &'a Table<'_>, key: &str) -> &'a str {
    row[key].get_ref().as_str().unwrap()
}

fn number(row: &Table<'_>, key: &str) -> f64 {
    let told = row[key].get_ref().as_float().unwrap();
    told.as_str().parse().unwrap()
}

fn output(key: &str) -> Output {
    Output::from_key(key).unwrap_or_else(|| panic!("no output is called {key}"))
}

fn outputs(row: &Table<'_>, key: &str) -> Vec<Output> {
    let keys = row.get(key).and_then(|keys| keys.get_ref().as_array());
    let keys = keys.into_iter().flat_map(|keys| keys.iter());
    keys.map(|key| output(key.get_ref().as_str().unwrap()))
        .collect()
}

/// Each lever alone at both ends, and all of them.
fn matrix(evidence: &Evidence) -> Vec<(String, Settings)> {
    let mut matrix = Vec::new();
    for (end, is_most) in [("least", false), ("most", true)] {
        let mut all = evidence.defaults();
        for lever in &evidence.levers {
            let value = if is_most { lever.most } else { lever.least };
            let mut alone = evidence.defaults();
            alone.set(lever.setting, value);
            all.set(lever.setting, value);
            matrix.push((format!("{} at its {end}", lever.setting.key()), alone));
        }
        matrix.push((format!("all at their {end}"), all));
    }
    matrix
}

fn within(what: &str, results: &Results<1>, bounds: &[&Table<'_>]) -> Vec<String> {
    let mut faults = Vec::new();
    for bound in bounds {
        let own = output(text(bound, "output"));
        let of = bound.get("of").and_then(|of| of.get_ref().as_str());
        let of = of.map_or(own, output);
        let base = results.series(0, of)[0].0[0];
        let limit = |key| number(bound, key);
        for value in results.series(0, own) {
            let times = value.0[0] / base;
            if !(limit("least")..=limit("most")).contains(&times) {
                faults.push(format!(
                    "{what}: {} is {times} times {}",
                    own.key(),
                    of.key()
                ));
                break;
            }
        }
    }
    faults
}

fn moved(prepared: &Prepared, evidence: &Evidence, row: &Table<'_>) -> Vec<String> {
    let key = text(row, "lever");
    let setting = Setting::from_key(key).unwrap_or_else(|| panic!("no lever is called {key}"));
    let baseline = central_run(prepared, &evidence.defaults());
    let mut settings = evidence.defaults();
    settings.set(setting, evidence.lever(setting).unwrap().most);
    let results = central_run(prepared, &settings);
    let mut faults = Vec::new();
    for (way, sign) in [("up", 1.0), ("down", -1.0)] {
        for output in outputs(row, way) {
            let difference = last(&results, output) - last(&baseline, output);
            if difference * sign <= 0.0 {
                faults.push(format!("{key} moves {} by {difference}", output.key()));
            }
        }
    }
    faults
}

#[test]
fn extremes_stay_in_bounds_and_move_as_they_must() {
    let checks = include_str!("../../../../../content/checks.toml");
    let checks = Table::parse(checks).unwrap().into_inner();
    let Model {
        region, evidence, ..
    } = real();
    let prepared = Prepared::new(&region, &evidence).unwrap();
    let bounds = rows(&checks, "bounds");
    for headline in Output::headlines() {
        let mut told = bounds.iter().map(|row| output(text(row, "output")));
        assert!(
            told.any(|own| own == headline),
            "{headline:?} has no bounds"
        );
    }
    let mut faults = Vec::new();
    for (what, settings) in matrix(&evidence) {
        faults.extend(within(&what, &central_run(&prepared, &settings), &bounds));
    }
    let moves = rows(&checks, "moves");
    let made_up = example::prepared();
    for row in &moves {
        faults.extend(moved(&prepared, &evidence, row));
        faults.extend(moved(&made_up, &evidence, row));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for lever in &evidence.levers {
        let mut told = moves.iter().map(|row| text(row, "lever"));
        let is_told = told.any(|key| key == lever.setting.key());
        let is_exempt = matches!(lever.setting, Setting::NeedFocus | Setting::SmartCare);
        assert!(is_exempt || is_told, "{:?}", lever.setting);
    }
    assert_eq!(example::settings(&[]), evidence.defaults());
}
