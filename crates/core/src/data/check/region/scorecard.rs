//! Checks the scorecard of the past: each row costs only itself.

use super::numbers::{Kind, Numbers};
use crate::data::check::faults::{Faults, Row};
use crate::data::finding::Reason;
use crate::data::model::{PastBand, PastMethod, PastMode, PastScore, PastSubject};
use crate::data::wire::HindcastRowWire;

/// The scorecard; a row that cannot be read is left out with a finding.
pub(crate) fn scorecard(rows: Vec<Row<HindcastRowWire>>, faults: &mut Faults) -> Vec<PastScore> {
    let read = rows.into_iter().map(|row| score(row, faults));
    read.collect::<Vec<_>>().into_iter().flatten().collect()
}

fn score(Row { at, record: wire }: Row<HindcastRowWire>, faults: &mut Faults) -> Option<PastScore> {
    let subject = PastSubject::from_key(&wire.subject);
    let subject = faults.known(
        subject,
        (&at, "subject"),
        &wire.subject,
        "population, dwellings, jobs_by_section, jobs, gva, affordability or co2",
    );
    let method = PastMethod::from_key(&wire.method);
    let method = faults.known(
        method,
        (&at, "method"),
        &wire.method,
        "trend, dwelling-led, model, no-change, linear-trend, constant-share or official",
    );
    let mode = match wire.mode.as_str() {
        "" => Some(None),
        key => {
            let words = "conditional, unconditional or nothing";
            let mode = PastMode::from_key(key);
            faults.known(mode, (&at, "mode"), key, words).map(Some)
        }
    };
    if wire.target <= wire.start {
        faults.add(&at, "target", Reason::PeriodsOutOfOrder);
        return None;
    }
    let asked = match (wire.asked.is_empty(), wire.passes) {
        (true, None) => None,
        (false, Some(passes)) => Some((wire.asked, passes)),
        _ => {
            faults.add(&at, "passes", Reason::EntryMissing);
            return None;
        }
    };
    let mut numbers = Numbers { at: &at, faults };
    let wape_pct = numbers.one("wape_pct", wire.wape_pct, Kind::Count);
    let bias_pct = numbers.one("bias_pct", wire.bias_pct, Kind::Any);
    let mape_pct = match wire.mape_pct {
        None => Some(None),
        Some(own) => numbers.one("mape_pct", own, Kind::Count).map(Some),
    };
    let band = match (wire.coverage_pct, wire.interval_score_pct, wire.crps_pct) {
        (None, None, None) => Some(None),
        (Some(coverage), Some(interval), Some(crps)) => {
            let coverage_pct = numbers.one("coverage_pct", coverage, Kind::Percent);
            let interval = numbers.one("interval_score_pct", interval, Kind::Count);
            let crps = numbers.one("crps_pct", crps, Kind::Count);
            coverage_pct.zip(interval).zip(crps).map(|own| {
                let ((coverage_pct, interval_score_pct), crps_pct) = own;
                Some(PastBand {
                    coverage_pct,
                    interval_score_pct,
                    crps_pct,
                })
            })
        }
        _ => {
            faults.add(&at, "coverage_pct", Reason::EntryMissing);
            None
        }
    };
    Some(PastScore {
        subject: subject?,
        start: wire.start,
        target: wire.target,
        mode: mode?,
        method: method?,
        window_years: wire.window,
        cells: wire.cells,
        wape_pct: wape_pct?,
        mape_pct: mape_pct?,
        bias_pct: bias_pct?,
        band: band?,
        asked,
        note: wire.note,
    })
}
