//! What is within reach, as a network and as a list.

use super::{Album, Words, short};
use crate::chart::network::{NetworkLink, NetworkNode, NetworkSpec, NodeState};
use crate::chart::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use crate::measure::Unit;
use crate::order;
use crate::picture::Picture;
use crate::quantity::Value;
use crate::sectors::{CAPTION, CAUTION, Network, Reach, ReachRow};

/// How many industries the list has.
const MOST: usize = 12;

/// Industries that go together, the place's strengths lit and what is near to them marked.
#[must_use]
pub fn network(
    album: Album<'_>,
    network: &Network,
    reach: &Reach,
    chosen: Option<&str>,
) -> Picture {
    let state = |code: &str| {
        let row = reach.rows.iter().find(|row| row.code == code);
        match row {
            Some(row) if row.is_strength => NodeState::Lit,
            Some(row) if row.is_within_reach => NodeState::Near,
            _ => NodeState::Unlit,
        }
    };
    let nodes = network.nodes.iter().map(|node| NetworkNode {
        key: node.code.clone(),
        name: node.name.clone(),
        label: short(&node.name),
        at: [node.x, node.y],
        size: node.jobs,
        state: state(&node.code),
    });
    let links = network.links.iter().map(|link| NetworkLink {
        ends: [link.one, link.other],
        weight: link.proximity,
    });
    let spec = NetworkSpec {
        title: "Industries that are found together".to_owned(),
        size_unit: Unit::Jobs,
        nodes_name: "industries".to_owned(),
        state_names: ["strength".to_owned(), "within reach".to_owned()],
        chosen: network
            .nodes
            .iter()
            .position(|node| Some(node.code.as_str()) == chosen),
        nodes: nodes.collect(),
        links: links.collect(),
    };
    let strong = reach.rows.iter().filter(|row| row.is_strength).count();
    let near = reach.within_reach().len();
    let words = Words {
        key: "network",
        title: format!(
            "{} is strong in {strong} industries; {near} more are within reach",
            reach.place
        ),
        subtitle: "Divisions that the same districts are specialised in lie near each other"
            .to_owned(),
        place: &reach.place,
        sources: &reach.sources,
        notes: &[CAUTION.to_owned()],
    };
    album.picture(words, spec)
}

/// The industries nearest to the place's strengths.
#[must_use]
pub fn within_reach(album: Album<'_>, reach: &Reach) -> Picture {
    let rows = reach.within_reach().into_iter().take(MOST);
    let rows: Vec<RankedRow> = rows
        .map(|row| RankedRow {
            key: row.code.clone(),
            name: row.name.clone(),
            value: row
                .density
                .map_or(Value::Undefined, |density| Value::Number(density * 100.0)),
            interval: None,
            is_unreliable: false,
            note: None,
        })
        .collect();
    let title = match rows.first() {
        Some(first) => format!(
            "{} is nearest to what {} does",
            short(&first.name),
            reach.place
        ),
        None => format!("Nothing is nearer to {} than the rest", reach.place),
    };
    let spec = RankedBarsSpec {
        measure: "Relatedness density".to_owned(),
        unit: Unit::Percent,
        decimals: 0,
        period: String::new(),
        rows_name: "industries".to_owned(),
        interval_name: String::new(),
        doubt: String::new(),
        base: Base::Zero,
        line: None,
        chosen: None,
        rows,
    };
    let words = Words {
        key: "reach",
        title,
        subtitle: "Share of what goes together with an industry that the place is strong in"
            .to_owned(),
        place: &reach.place,
        sources: &reach.sources,
        notes: &[CAUTION.to_owned()],
    };
    album.picture(words, spec)
}

/// What the place is strong in, in the order of product complexity; none where there is no such
/// order. To be shown with [`CAPTION`].
#[must_use]
pub fn complex_strengths(album: Album<'_>, reach: &Reach) -> Option<Picture> {
    let strong = reach.rows.iter().filter(|row| row.is_strength);
    let mut strong: Vec<(&ReachRow, f64)> = strong
        .filter_map(|row| Some((row, row.complexity?)))
        .collect();
    order::sort_by(&mut strong, |a, b| b.1.total_cmp(&a.1));
    let (most, _) = strong.first()?;
    let title = format!(
        "{} is the most complex of what {} is strong in",
        short(&most.name),
        reach.place
    );
    let spec = RankedBarsSpec {
        measure: "Product complexity index".to_owned(),
        unit: Unit::Score,
        decimals: 1,
        period: String::new(),
        rows_name: "industries".to_owned(),
        interval_name: String::new(),
        doubt: String::new(),
        base: Base::Zero,
        line: None,
        chosen: None,
        rows: strong
            .into_iter()
            .map(|(row, index)| RankedRow {
                key: row.code.clone(),
                name: row.name.clone(),
                value: Value::Number(index),
                interval: None,
                is_unreliable: false,
                note: None,
            })
            .collect(),
    };
    let words = Words {
        key: "products",
        title,
        subtitle:
            "Product complexity of the divisions it is specialised in; the mean of all places is 0"
                .to_owned(),
        place: &reach.place,
        sources: &reach.sources,
        notes: &[CAPTION.to_owned()],
    };
    Some(album.picture(words, spec))
}
