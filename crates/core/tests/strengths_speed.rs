//! How long strengths of places take to work out, and how that grows with the number of places.
//! Only told, never judged: machines differ.
//!
//! `cargo test --release -p roadmap-core --test strengths_speed -- --ignored --nocapture`

#[cfg(test)]
mod tests {
    use std::hint::black_box;
    use std::time::{Duration, Instant};

    use roadmap_core::chart::Frame;
    use roadmap_core::data::{
        Agencies, IndustryLevel, read_britain, read_britain_shapes, read_pack,
    };
    use roadmap_core::model::input_output::{
        Allotment, Leontief, Quotients, regional_requirements,
    };
    use roadmap_core::sectors::pictures::{Album, complexity_map};
    use roadmap_core::sectors::{
        BritainMap, Choice, Ground, IndustryOutput, Landscape, NationalTable, Network, Reach, Rows,
        SIMILAR, SectorFacts, Split, SupplyChain, Table, Trade, Trend, benchmarks, similar,
    };
    use roadmap_core::stats::complexity::{
        Itself, Relatedness, Strengths, complexity, revealed_advantage,
    };
    use roadmap_core::stats::grid::Grid;

    const INDUSTRIES: usize = 88;

    /// The shortest of some runs: what else the machine does only makes them longer.
    fn least<T>(mut work: impl FnMut() -> T) -> Duration {
        let run = |_| {
            #[expect(clippy::disallowed_methods, reason = "times are what is told here")]
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        };
        (0..15).map(run).min().unwrap()
    }

    /// Jobs that follow a hidden order of places and industries, with much noise.
    fn amounts(places: usize) -> Grid {
        let noise = |a: usize, b: usize| ((a * 7_919 + b * 104_729) % 1_009) as f64 / 1_009.0;
        Grid::zeros(places, INDUSTRIES).map(|place, industry, _| {
            let [x, y] = [
                place as f64 / places as f64,
                industry as f64 / INDUSTRIES as f64,
            ];
            1_000.0 * noise(place, 1) * noise(industry, 2) * (0.2 + noise(place, industry))
                / (0.2 + (x - y).abs())
        })
    }

    #[test]
    #[ignore = "tells times; run it by name in a release build"]
    fn places_by_industries() {
        for places in [35, 350, 3_500] {
            let amounts = amounts(places);
            let orient_by: Vec<f64> = (0..places).map(|place| place as f64).collect();
            let advantage = least(|| revealed_advantage(&amounts));
            let strengths = Strengths::from_advantage(&revealed_advantage(&amounts));
            let order = least(|| complexity(&strengths, &orient_by).unwrap());
            let whole = least(|| {
                let strengths = Strengths::from_advantage(&revealed_advantage(&amounts));
                complexity(&strengths, &orient_by).unwrap()
            });
            let near = least(|| Relatedness::new(&strengths));
            let relatedness = Relatedness::new(&strengths);
            let density = least(|| relatedness.density(strengths.of_place(3), Itself::LeftOut));
            println!(
                "{places} x {INDUSTRIES}: advantage {advantage:?}, index {order:?}, both from jobs {whole:?}, proximity {near:?}, density of one {density:?}"
            );
        }
    }

    #[test]
    #[ignore = "tells times; run it by name in a release build"]
    fn multipliers() {
        const SIZE: usize = 105;
        let needs = Grid::zeros(SIZE, SIZE).map(|row, column, _| {
            ((row * 7_919 + column * 104_729) % 1_009) as f64 / 1_009.0 / SIZE as f64
        });
        let nation: Vec<f64> = (1..=SIZE).map(|size| size as f64 * 1_000.0).collect();
        let region: Vec<f64> = (1..=SIZE).map(|size| (size * size % 97) as f64).collect();
        let quotients = Quotients::of(&region, &nation).unwrap();
        let national = least(|| Leontief::new(&needs).unwrap());
        let regional = least(|| {
            let flegg = Allotment::Flegg { delta: 0.25 };
            Leontief::new(&regional_requirements(&needs, &quotients, flegg).unwrap()).unwrap()
        });
        println!("{SIZE} industries: national {national:?}, regional {regional:?}");
    }

    #[test]
    #[ignore = "tells times; run it by name in a release build"]
    fn answers_from_the_pack() {
        let core = include_bytes!("../../../public/data/hertfordshire.json");
        let dataset = read_pack("the pack", core).dataset.unwrap();
        let bytes = include_bytes!("../../../public/data/hertfordshire-britain.json");
        let read = || read_britain("Britain", bytes, &dataset).industries.unwrap();
        let industries = &read();
        println!("read and check the companion: {:?}", least(read));
        let county = dataset.place.county.as_str();
        let usual = Choice::usual(industries, county).unwrap();
        for level in IndustryLevel::ALL {
            let choice = Choice {
                rows: Rows::Industries(level),
                ..usual.clone()
            };
            let table = least(|| Table::new(industries, &choice).unwrap());
            let possible = least(|| benchmarks(industries, &choice));
            println!("{}: table {table:?}, benchmarks {possible:?}", level.key());
        }
        let divisions = Choice {
            rows: Rows::Industries(IndustryLevel::Division),
            ..usual.clone()
        };
        let alike = Choice {
            against: SIMILAR.to_owned(),
            ..divisions.clone()
        };
        let place = Ground::find(industries, county).unwrap();
        let landscape = || {
            let (level, year) = (IndustryLevel::Division, divisions.year);
            Landscape::new(industries, level, year, Agencies::LeftOut).unwrap()
        };
        let land = landscape();
        let national = NationalTable::new(industries).unwrap();
        let shapes = include_bytes!("../../../public/data/hertfordshire-britain-shapes.json");
        let shapes = read_britain_shapes("shapes", shapes).shapes.unwrap();
        let shapes = BritainMap::decode(&shapes).0.unwrap();
        let album = Album {
            industries,
            dataset: &dataset,
        };
        let map = complexity_map(album, &shapes, &land, &place).unwrap();
        let frame = Frame::new(640.0, map.height_px(640.0, 1.0));
        for (what, took) in [
            (
                "table against similar places",
                least(|| Table::new(industries, &alike)),
            ),
            (
                "growth of jobs split",
                least(|| Split::of_jobs(industries, &divisions, 2015)),
            ),
            (
                "growth of output split",
                least(|| Split::of_output(industries, &divisions, [1998, 2023])),
            ),
            ("trend", least(|| Trend::new(industries, &usual))),
            (
                "similar places",
                least(|| similar(industries, county, divisions.year, Agencies::LeftOut)),
            ),
            ("landscape with its index", least(landscape)),
            (
                "within reach",
                least(|| Reach::of(industries, &land, &place, Agencies::LeftOut)),
            ),
            ("network", least(|| Network::new(&land))),
            (
                "facts of one industry",
                least(|| SectorFacts::new(industries, &land, &usual, "21")),
            ),
            (
                "buyers and suppliers of a section",
                least(|| Trade::of(industries, "C")),
            ),
            (
                "output of one industry",
                least(|| IndustryOutput::of(industries, &usual, "C")),
            ),
            ("map of all districts", least(|| map.place(frame))),
            ("national table", least(|| NationalTable::new(industries))),
            (
                "multipliers",
                least(|| SupplyChain::new(industries, &national, &place, divisions.year, 0.25)),
            ),
        ] {
            println!("{what}: {took:?}");
        }
    }
}
