//! Complexity, what is within reach, and the network of industries.

use roadmap_core::data::{Agencies, IndustryLevel};
use roadmap_core::sectors::{Landscape, Network, Reach};

use crate::given::{COUNTY, STEVENAGE, WATFORD, ground, industries, near};

fn landscape() -> Landscape {
    Landscape::new(
        industries(),
        IndustryLevel::Division,
        2024,
        Agencies::LeftOut,
    )
    .unwrap()
}

/// Worked out from the published tables by a second program.
#[test]
fn complexity_of_districts() {
    let landscape = landscape();
    let found = landscape.complexity().unwrap();
    near(found.eigenvalues[1], 0.224_305_826_7, 1e-9);
    near(found.eigenvalues[2], 0.109_390_694_7, 1e-9);
    near(found.orientation.unwrap(), 0.559_319, 1e-6);
    let ranking = found.ranking();
    let rank = |key: &str| {
        let own = landscape.districts.iter().position(|own| own.key == key);
        1 + ranking
            .iter()
            .position(|place| Some(*place) == own)
            .unwrap()
    };
    assert_eq!([rank(WATFORD), rank(STEVENAGE)], [25, 121]);
    assert_eq!(landscape.districts[ranking[0]].name, "City of London");
    near(found.places[ranking[0]].unwrap(), 3.9199, 1e-4);
}

#[test]
fn what_is_within_reach_of_the_county() {
    let landscape = landscape();
    let reach = Reach::of(industries(), &landscape, &ground(COUNTY), Agencies::LeftOut).unwrap();
    let near_by = reach.within_reach();
    let first: Vec<&str> = near_by
        .iter()
        .take(4)
        .map(|row| row.code.as_str())
        .collect();
    assert_eq!(first[..2], ["47", "74"]);
    near(near_by[0].density.unwrap(), 0.4755, 5e-5);
    for row in &reach.rows {
        assert!(
            row.density
                .is_none_or(|density| (0.0..=1.0).contains(&density))
        );
        assert!(!(row.is_strength && row.is_within_reach));
    }
    assert!(near_by.iter().all(|row| row.yearly_everywhere.is_some()));
    for row in &near_by {
        let output = row.gva_gbp_per_job_everywhere.number().unwrap();
        assert!((10_000.0..1e6).contains(&output), "{row:?}");
    }
}

#[test]
fn the_network_is_laid_out_the_same_each_time() {
    let landscape = landscape();
    let network = Network::new(&landscape);
    assert_eq!(network, Network::new(&landscape));
    let nodes = network.nodes.len();
    assert!((80..=88).contains(&nodes));
    let tree = network.links.iter().filter(|link| link.is_in_tree);
    assert_eq!(tree.count(), nodes - 1);
    for node in &network.nodes {
        assert!((0.0..=1.0).contains(&node.x) && (0.0..=1.0).contains(&node.y));
    }
    // Linked industries lie nearer than others.
    let apart = |one: usize, other: usize| {
        let (one, other) = (&network.nodes[one], &network.nodes[other]);
        ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt()
    };
    let linked = network
        .links
        .iter()
        .map(|link| apart(link.one, link.other))
        .sum::<f64>()
        / network.links.len() as f64;
    let all = (0..nodes).flat_map(|one| (0..one).map(move |other| (one, other)));
    let all =
        all.map(|(one, other)| apart(one, other)).sum::<f64>() / (nodes * (nodes - 1) / 2) as f64;
    assert!(linked < 0.6 * all, "{linked} {all}");
}

#[test]
fn sections_have_an_order_too() {
    let landscape = Landscape::new(
        industries(),
        IndustryLevel::Section,
        2024,
        Agencies::Included,
    );
    let landscape = landscape.unwrap();
    let found = landscape.complexity().unwrap();
    assert!(found.places.iter().all(Option::is_some));
}
