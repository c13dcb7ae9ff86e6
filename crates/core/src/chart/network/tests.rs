//! What holds for every network.

use proptest::prelude::*;

use super::*;
use crate::chart::Step;
use crate::chart::properties::check;

fn node(index: usize, at: [f64; 2], size: f64, state: NodeState) -> NetworkNode {
    NetworkNode {
        key: index.to_string(),
        name: format!("Making of things {index}"),
        label: format!("Things {index}"),
        at,
        size,
        state,
    }
}

fn spec(nodes: Vec<NetworkNode>, links: &[([usize; 2], f64)]) -> NetworkSpec {
    let link = |&(ends, weight): &([usize; 2], f64)| NetworkLink { ends, weight };
    NetworkSpec {
        title: "Industries found together".to_owned(),
        size_unit: Unit::Jobs,
        nodes_name: "industries".to_owned(),
        state_names: ["strength", "within reach"].map(str::to_owned),
        nodes,
        links: links.iter().map(link).collect(),
        chosen: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_nodes_nothing_leaves_the_frame_and_no_names_touch(
        at in prop::collection::vec((0.0..1.0_f64, 0.0..1.0_f64, 0.0..60_000.0_f64, 0_u8..3), 0..90),
        links in prop::collection::vec((0_usize..95, 0_usize..95, -1.0..2.0_f64), 0..200),
        chosen in prop::option::of(0_usize..95), width_px in 280.0..1000.0_f64, height_px in 240.0..700.0_f64,
    ) {
        let nodes = at.into_iter().enumerate().map(|(index, (x, y, size, state))| {
            let states = [NodeState::Lit, NodeState::Near, NodeState::Unlit];
            node(index, [x, y], size, states[usize::from(state)])
        });
        let links: Vec<([usize; 2], f64)> = links.into_iter().map(|(a, b, w)| ([a, b], w)).collect();
        let mut spec = spec(nodes.collect(), &links);
        spec.chosen = chosen;
        check(&spec.place(Frame::new(width_px, height_px)));
    }
}

#[test]
fn a_node_names_its_closest_and_keys_lead_by_place() {
    let nodes = vec![
        node(0, [0.0, 0.5], 10.0, NodeState::Lit),
        node(1, [0.5, 0.5], 40.0, NodeState::Near),
        node(2, [1.0, 0.5], 5.0, NodeState::Unlit),
    ];
    let links = [([0, 1], 0.3), ([1, 2], 0.6), ([2, 9], 0.9), ([1, 1], 0.9)];
    let mut spec = spec(nodes, &links);
    assert_eq!(spec.circle_of(2), [2, 1, 9]);
    spec.chosen = Some(0);
    let placed = spec.place(Frame::new(500.0, 400.0));
    assert_eq!(
        placed.targets[1].words,
        "Making of things 1: 40 jobs, within reach, closest to Making of things 2 and Making of things 0"
    );
    assert_eq!(
        placed.text.sentence,
        "Industries found together: of 3 industries, strength 1, within reach 1; the largest \
         strength is Making of things 0 with 10 jobs."
    );
    assert_eq!(placed.step(None, Step::Right), Some(0));
    assert_eq!(placed.step(Some(0), Step::Right), Some(1));
    assert_eq!(placed.step(Some(0), Step::Home), Some(1));
    assert_eq!(placed.step(Some(0), Step::End), Some(2));
}
