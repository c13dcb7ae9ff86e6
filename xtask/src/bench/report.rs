//! The benchmark's table and JSON. Sizes are bytes, times milliseconds.

use super::{browser::Measured, machine::Machine};
use crate::dist::sizes::FileSize;
use serde_json::{Value, json};

const NOT_MEASURED: &str = "not measured";

/// The order statistics of a list of times in milliseconds.
#[derive(Debug, PartialEq)]
pub struct Summary {
    /// How many times were measured.
    pub count: usize,
    /// The quickest.
    pub min: f64,
    /// The middle one.
    pub median: f64,
    /// Nineteen in twenty are no slower.
    pub p95: f64,
    /// The slowest.
    pub max: f64,
}

/// The summary; `None` when nothing was measured.
pub fn summarise(times: &[f64]) -> Option<Summary> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    // Nearest rank: the smallest time that at least this share of all do not exceed.
    let rank = |percent: usize| {
        sorted
            .get((sorted.len() * percent).div_ceil(100).saturating_sub(1))
            .copied()
    };
    Some(Summary {
        count: sorted.len(),
        min: sorted.first().copied()?,
        median: rank(50)?,
        p95: rank(95)?,
        max: sorted.last().copied()?,
    })
}

/// The table that is printed.
pub fn table(machine: &Machine, files: &[FileSize], measured: &Measured) -> String {
    let mut text = format!(
        "\nMachine: {} cores, {}; {}\n\nFirst view, bytes\n{:>11} {:>11}  file\n",
        machine
            .cores
            .map_or_else(|| "unknown".to_owned(), |cores| cores.to_string()),
        machine.processor.as_deref().unwrap_or("unknown processor"),
        machine.browser,
        "brotli",
        "received"
    );
    for file in files {
        let received = measured.transferred.get(&file.name);
        let received = received.map_or_else(|| NOT_MEASURED.to_owned(), u64::to_string);
        text.push_str(&format!(
            "{:>11} {received:>11}  {}\n",
            file.brotli, file.name
        ));
    }
    text.push_str(&format!(
        "{:>11} {:>11}  in all\n",
        total(files),
        measured.transferred.values().sum::<u64>()
    ));
    for name in measured
        .transferred
        .keys()
        .filter(|name| files.iter().all(|file| file.name != **name))
    {
        text.push_str(&format!("{:>11} also received: {name}\n", ""));
    }
    text.push_str(&format!(
        "\n{:<32} {:>6} {:>9} {:>9} {:>9} {:>9}\n",
        "Times, ms", "count", "min", "median", "p95", "max"
    ));
    for (what, times) in rows(measured) {
        text.push_str(&match summarise(times) {
            None => format!("{what:<32} {NOT_MEASURED}\n"),
            Some(s) => format!(
                "{what:<32} {:>6} {:>9.2} {:>9.2} {:>9.2} {:>9.2}\n",
                s.count, s.min, s.median, s.p95, s.max
            ),
        });
    }
    let long_tasks = match &measured.long_tasks {
        None => NOT_MEASURED.to_owned(),
        Some(tasks) if tasks.is_empty() => "none".to_owned(),
        Some(tasks) => format!("{}: {tasks:?} ms", tasks.len()),
    };
    text.push_str(&format!("\nLong tasks after load: {long_tasks}\n"));
    for line in &measured.console {
        text.push_str(&format!("Console: {line}\n"));
    }
    text
}

/// The same as JSON; what was not measured is null.
pub fn json(machine: &Machine, files: &[FileSize], measured: &Measured) -> Value {
    let first_view: Value = files
        .iter()
        .map(|file| (file.name.clone(), json!(file.brotli)))
        .collect();
    let times: Value = rows(measured)
        .into_iter()
        .map(|(what, times)| {
            let value = summarise(times).map(|s| {
                json!({ "count": s.count, "min": s.min, "median": s.median, "p95": s.p95, "max": s.max })
            });
            (what, json!(value))
        })
        .collect();
    json!({
        "machine": {
            "cores": machine.cores, "processor": machine.processor, "browser": machine.browser,
        },
        "first_view_brotli_bytes": first_view,
        "first_view_brotli_bytes_in_all": total(files),
        "received_bytes": measured.transferred,
        "times_ms": times,
        "long_tasks_after_load_ms": measured.long_tasks,
        "console": measured.console,
    })
}

fn rows(measured: &Measured) -> Vec<(String, &[f64])> {
    let mut rows: Vec<(String, &[f64])> = vec![
        ("first contentful paint".into(), &measured.first_paint),
        ("largest contentful paint".into(), &measured.largest_paint),
        ("interactive".into(), &measured.interactive),
        ("area change, in sight drawn".into(), &measured.in_sight),
        ("area change, frame painted".into(), &measured.frames),
        ("area change, all drawn".into(), &measured.everywhere),
        ("map pulled, frame painted".into(), &measured.maps.frames),
        ("map pulled, placed".into(), &measured.maps.placed),
        ("map pulled, drawn".into(), &measured.maps.drawn),
        ("map, area looked up".into(), &measured.maps.look_up),
        ("map, area pointed at drawn".into(), &measured.maps.shown),
        ("map, level changed".into(), &measured.maps.levels),
        ("lever dragged, worked".into(), &measured.futures.worked),
        (
            "lever dragged, frame painted".into(),
            &measured.futures.frames,
        ),
        (
            "lever dragged, central run".into(),
            &measured.futures.central,
        ),
        (
            "lever dragged, picture made".into(),
            &measured.futures.pictures,
        ),
        ("lever dragged, drawn".into(), &measured.futures.drawn),
        ("lever let go, first range".into(), &measured.futures.first),
        ("lever let go, every draw".into(), &measured.futures.whole),
        (
            "lever dragged, long tasks".into(),
            &measured.futures.long_tasks,
        ),
    ];
    rows.extend([
        (
            "2,000 actions searched, worked".to_owned(),
            measured.roadmap.searched.as_slice(),
        ),
        (
            "2,000 actions searched, painted".into(),
            &measured.roadmap.search_frames,
        ),
        (
            "2,000 actions filtered, worked".into(),
            &measured.roadmap.filtered,
        ),
        (
            "2,000 actions filtered, painted".into(),
            &measured.roadmap.filter_frames,
        ),
        (
            "5,000 entries searched, worked".into(),
            &measured.roadmap.entries,
        ),
        (
            "5,000 entries searched, painted".into(),
            &measured.roadmap.entry_frames,
        ),
    ]);
    if measured.draws.is_empty() {
        rows.push(("draw".into(), &[]));
    }
    rows.extend(
        measured
            .draws
            .iter()
            .map(|(kind, times)| (format!("draw {kind}"), times.as_slice())),
    );
    rows
}

fn total(files: &[FileSize]) -> u64 {
    files.iter().map(|file| file.brotli).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn machine() -> Machine {
        Machine {
            cores: Some(2),
            processor: None,
            browser: "b 1".into(),
        }
    }

    #[test]
    fn ranks_are_times_that_were_measured() {
        let times: Vec<f64> = (1..=40).rev().map(f64::from).collect();
        let summary = summarise(&times).unwrap();
        assert_eq!(
            (summary.count, summary.min, summary.median),
            (40, 1.0, 20.0)
        );
        assert_eq!((summary.p95, summary.max), (38.0, 40.0));
        assert_eq!(summarise(&[7.0]).unwrap().p95, 7.0);
        assert_eq!(summarise(&[]), None);
    }

    #[test]
    fn what_is_absent_is_not_zero() {
        let measured = Measured::default();
        let text = table(&machine(), &[], &measured);
        for row in ["first contentful paint", "area change, all drawn", "draw"] {
            let line = text.lines().find(|line| line.starts_with(row)).unwrap();
            assert!(line.ends_with(NOT_MEASURED), "{line}");
        }
        assert!(text.contains("Long tasks after load: not measured"));
        let json = json(&machine(), &[], &measured);
        assert_eq!(json["times_ms"]["interactive"], Value::Null);
        assert_eq!(json["long_tasks_after_load_ms"], Value::Null);
    }
}
