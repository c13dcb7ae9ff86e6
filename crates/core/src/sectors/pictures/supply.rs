//! How far industries reach through those they buy from.

use super::{Album, Words};
use crate::chart::NamedValue;
use crate::chart::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use crate::measure::Unit;
use crate::picture::Picture;
use crate::quantity::{self, Interval, Value};
use crate::sectors::{SupplyChain, WARNING};

/// The highest regional multipliers of the industries that the place has, no more than `most`.
#[must_use]
pub fn multipliers(
    album: Album<'_>,
    chain: &SupplyChain,
    most: usize,
    chosen: Option<&str>,
) -> Picture {
    let mut rows = chain.by_reach();
    rows.truncate(most);
    let shown = quantity::count(rows.len());
    let title = rows.first().map_or_else(
        || format!("No multiplier can be told for {}", chain.place),
        |first| {
            format!(
                "{} buys most within {}",
                super::short(&first.name),
                chain.place
            )
        },
    );
    let spec = RankedBarsSpec {
        measure: "Output here for £1 of demand".to_owned(),
        unit: Unit::Quotient,
        decimals: 2,
        period: chain.table_year.to_string(),
        rows_name: "industries".to_owned(),
        interval_name: "range over delta".to_owned(),
        doubt: String::new(),
        base: Base::One,
        line: Some(NamedValue {
            name: "nothing bought here".to_owned(),
            value: 1.0,
        }),
        chosen: rows
            .iter()
            .position(|row| Some(row.code.as_str()) == chosen),
        rows: rows
            .into_iter()
            .map(|row| RankedRow {
                key: row.code.clone(),
                name: row.name.clone(),
                value: Value::Number(row.regional_type1),
                interval: Some(Interval {
                    low: row.regional_band[0].min(row.regional_band[1]),
                    high: row.regional_band[0].max(row.regional_band[1]),
                }),
                is_unreliable: false,
                note: None,
            })
            .collect(),
    };
    let words = Words {
        key: "supply",
        title,
        subtitle: format!(
            "Regional Type I output multipliers (FLQ), the {shown} highest, table of {}",
            chain.table_year
        ),
        place: &chain.place,
        sources: &chain.sources,
        notes: &[WARNING.to_owned()],
    };
    album.picture(words, spec)
}
