//! How long a map of small areas takes to make, to place, to draw and to ask, and how that
//! grows with the number of areas. Only told, never judged: machines differ.
//!
//! `cargo test --release -p roadmap-core --test map_speed -- --ignored --nocapture`

#[cfg(test)]
mod speed;

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use roadmap_core::area::{Level, Vintage};
    use roadmap_core::chart::area_map::{
        AreaMapSpec, Fill, Ground, Landmark, LandmarkKind, Uncertainty,
    };
    use roadmap_core::chart::{Frame, Theme};
    use roadmap_core::data::wire::TopologyWire;
    use roadmap_core::data::{read_pack, read_small_areas};
    use roadmap_core::geo::{LayerId, Projection, PxPoint, Topology, Viewport};

    use crate::speed::{Counter, least};

    const LSOAS: LayerId = LayerId::Areas(Level::Lsoa, Vintage::Census2021);
    const FRAME: Frame = Frame::new(900.0, 760.0);
    /// Copies of the county, side by side.
    const SIDES: [i32; 3] = [1, 2, 4];

    fn parts() -> [TopologyWire; 2] {
        let core = include_bytes!("../../../public/data/hertfordshire.json");
        let dataset = read_pack("the pack", core).dataset.unwrap();
        let small = include_bytes!("../../../public/data/hertfordshire-small-areas.json");
        let small = read_small_areas("the small areas", small, &dataset);
        [dataset.topology, small.small_areas.unwrap().topology]
    }

    /// The county and copies of it in a square.
    fn tiled(side: i32) -> Topology {
        let [core, small] = parts();
        let mut one = core;
        one.arcs.extend(small.arcs);
        one.layers.extend(small.layers);
        let mut all = TopologyWire {
            arcs: Vec::new(),
            layers: one
                .layers
                .iter()
                .cloned()
                .map(|mut layer| {
                    layer.shapes.clear();
                    layer
                })
                .collect(),
            ..one.clone()
        };
        for copy in 0..side * side {
            let first = i32::try_from(all.arcs.len()).unwrap();
            // Wider than the county and the land around, in quanta.
            let (dx, dy) = (copy % side * 150_000, copy / side * 100_000);
            all.arcs.extend(one.arcs.iter().cloned().map(|mut arc| {
                arc[0] += dx;
                arc[1] -= dy;
                arc
            }));
            for (layer, into) in one.layers.iter().zip(&mut all.layers) {
                for shape in &layer.shapes {
                    let mut shape = shape.clone();
                    shape.code = format!("X{:08}", into.shapes.len());
                    for arc in shape.polygons.iter_mut().flatten().flatten() {
                        *arc += if *arc < 0 { -first } else { first };
                    }
                    into.shapes.push(shape);
                }
            }
        }
        let (topology, faults) = Topology::decode(&[&all]);
        assert!(faults.is_empty(), "{faults:?}");
        topology
    }

    fn spec(ground: &Arc<Ground>, is_hatched: bool) -> AreaMapSpec {
        let count = ground.layer().areas().len();
        let class = |area: usize| (area * 7919 % 100 / 20) as u8;
        AreaMapSpec {
            ground: Arc::clone(ground),
            fills: (0..count)
                .map(|area| Fill::Class {
                    class: class(area),
                    of: 5,
                })
                .collect(),
            uncertain: (0..count).map(|area| is_hatched && area % 5 < 2).collect(),
            uncertainty: Uncertainty::Hatched,
            dimmed: Vec::new(),
            pinned: Some(3),
            flows: Vec::new(),
            kept_clear: Vec::new(),
        }
    }

    #[test]
    #[ignore = "tells times; run it by name in a release build"]
    fn a_map_of_small_areas() {
        for side in SIDES {
            let topology = tiled(side);
            let projection = Projection::centred_on(&topology.bounds_deg(LSOAS).unwrap());
            let layer = topology.layer(LSOAS, &projection).unwrap();
            let names = layer.areas().iter().step_by(5).map(|area| Landmark {
                name: area.code.to_string(),
                at: area.label_point,
                rank: area.area_sq_km,
                kind: LandmarkKind::Town,
            });
            let names: Vec<Landmark> = names.collect();
            let make = || Ground::new(&topology, LSOAS, &projection, names.clone());
            let made = least(make);
            let ground = Arc::new(make().unwrap());
            let fit = Viewport::fit(ground.bounds(), 900.0, 760.0, 12.0).unwrap();
            println!("{} areas: ground {made:?}", layer.areas().len());
            for (what, is_hatched) in [("plain", false), ("hatched", true)] {
                let spec = spec(&ground, is_hatched);
                for zoom in [1.0, 4.0, 16.0] {
                    let view = fit.zoomed_at(
                        PxPoint {
                            x_px: 400.0,
                            y_px: 300.0,
                        },
                        zoom,
                    );
                    let placed = spec.place(FRAME, &view);
                    let first = least(|| spec.place(FRAME, &view));
                    let again =
                        least(|| spec.place_after(FRAME, &view.panned(3.0, 2.0), Some(&placed)));
                    let mut counter = Counter::default();
                    placed.draw(Theme::Light, 1.0, &mut counter).unwrap();
                    let (shapes, points) = (counter.shapes, counter.points);
                    let drawn = least(|| placed.draw(Theme::Light, 1.0, &mut counter));
                    println!(
                        "  {what} x{zoom}: place {first:?}, pulled {again:?}, draw {drawn:?} ({shapes} shapes, {points} points)"
                    );
                }
            }
            let placed = spec(&ground, false).place(FRAME, &fit);
            let lookups = 10_000;
            let hit = least(|| {
                let px = |turn: usize| ((turn * 7919 % 900) as f64, (turn * 104_729 % 760) as f64);
                (0..lookups)
                    .map(px)
                    .filter(|&(x, y)| placed.area_at(x, y).is_some())
                    .count()
            });
            println!("  hit {:?}", hit / u32::try_from(lookups).unwrap());
        }
    }
}
