//! CSV and GeoJSON of what is shown, read back by other means.

use roadmap_core::area::Level;
use roadmap_core::atlas::{Index, MapFigures, Spots, Story, Values};
use roadmap_core::stats::breaks::Method;
use roadmap_core::stats::composite::Scaling;
use serde_json::Value as Json;

use crate::given::{of_pack, pack};

fn values(figures: MapFigures) -> Values {
    Values::new(figures, Method::FisherJenks, 5, &[])
}

fn geojson(story: &dyn Story) -> Json {
    let (dataset, atlas) = pack();
    serde_json::from_str(&atlas.geojson(dataset, story)).unwrap()
}

/// Twice the signed area of a ring of degrees: positive where it runs counterclockwise.
fn turn(ring: &Json) -> f64 {
    let points: Vec<[f64; 2]> = ring
        .as_array()
        .unwrap()
        .iter()
        .map(|point| [point[0].as_f64().unwrap(), point[1].as_f64().unwrap()])
        .collect();
    assert!(points.len() >= 4);
    assert_eq!(points.first(), points.last());
    let [x0, y0] = points[0];
    let cross = |pair: &[[f64; 2]]| {
        let [[ax, ay], [bx, by]] = [pair[0], pair[1]];
        (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    };
    points.windows(2).map(cross).sum()
}

#[test]
fn geojson_holds_every_area_as_shown_with_its_shape() {
    let story = values(of_pack("imd-2025-income", Level::Lsoa));
    let file = geojson(&story);
    assert_eq!(file["type"], "FeatureCollection");
    assert_eq!(file["title"], story.title());
    let source = file["source"].as_array().unwrap();
    assert!(source[0].as_str().unwrap().starts_with("Source: "));
    assert!(
        source
            .iter()
            .any(|line| line.as_str().unwrap().contains("Open Government Licence"))
    );
    assert!(
        source
            .iter()
            .any(|line| line.as_str().unwrap().contains("Crown copyright"))
    );
    assert!(file.get("crs").is_none());
    let features = file["features"].as_array().unwrap();
    assert_eq!(features.len(), 713);
    let (mut holes, mut points) = (0, 0);
    for (feature, row) in features.iter().zip(&story.figures().rows) {
        let properties = &feature["properties"];
        assert_eq!(properties["code"], row.code.as_str());
        assert_eq!(properties["name"], row.name);
        assert_eq!(properties["district"], row.district);
        let shown = row.value.number().unwrap();
        assert!((properties["value"].as_f64().unwrap() - shown).abs() <= 0.05 + 1e-9);
        assert_eq!(properties["unit"], "percent");
        assert_eq!(properties["period"], "2025");
        assert_eq!(properties["status"], "value");
        assert!(properties["rank"].as_u64().is_some());
        let class = properties["class"].as_str().unwrap();
        assert!(story.shading().key.iter().any(|entry| entry.words == class));
        assert_eq!(feature["geometry"]["type"], "MultiPolygon");
        for rings in feature["geometry"]["coordinates"].as_array().unwrap() {
            for (at, ring) in rings.as_array().unwrap().iter().enumerate() {
                let turn = turn(ring);
                assert!(if at == 0 { turn > 0.0 } else { turn < 0.0 });
                holes += usize::from(at > 0);
                points += ring.as_array().unwrap().len();
                for point in ring.as_array().unwrap() {
                    let (lon, lat) = (point[0].as_f64().unwrap(), point[1].as_f64().unwrap());
                    assert!((-0.8..0.3).contains(&lon) && (51.5..52.2).contains(&lat));
                }
            }
        }
    }
    assert!(points > 10_000, "{points} points, {holes} holes");
}

#[test]
fn what_has_no_number_is_null_and_has_a_reason() {
    let mut figures = of_pack("imd-2025-income", Level::District);
    figures.rows[2].value = roadmap_core::quantity::Value::Suppressed;
    figures.rows[3].name = "A \"quoted\"\\\n\u{1} name".to_owned();
    let file = geojson(&values(figures));
    let properties = &file["features"][2]["properties"];
    assert_eq!(properties["value"], Json::Null);
    assert_eq!(properties["rank"], Json::Null);
    assert_eq!(properties["status"], "suppressed");
    assert_eq!(properties.get("district"), None);
    assert_eq!(
        file["features"][3]["properties"]["name"],
        "A \"quoted\"\\\n\u{1} name"
    );
}

#[test]
fn csv_holds_the_table_and_no_formula() {
    let (dataset, atlas) = pack();
    let mut figures = of_pack("small-area-jobs", Level::Msoa);
    figures.rows[0].name = "=HYPERLINK(\"http://x\")".to_owned();
    figures.rows[1].name = "-cmd|' /C calc'!A0".to_owned();
    figures.rows[2].name = "North, by\nnorth".to_owned();
    let story = values(figures);
    let csv = atlas.csv(dataset, &story);
    let (notes, table): (Vec<&str>, Vec<&str>) =
        csv.split('\n').partition(|line| line.starts_with("# "));
    assert!(notes[0].contains(&story.title()));
    assert!(notes.iter().any(|line| line.contains("Source: ")));
    assert!(notes.iter().any(|line| line.contains("data pack")));
    assert_eq!(
        table[0],
        "code,name,district,value,unit,period,status,rank,class"
    );
    assert!(csv.contains(",\"'=HYPERLINK(\"\"http://x\"\")\","));
    assert!(csv.contains(",'-cmd|' /C calc'!A0,"));
    assert!(csv.contains("\"North, by\nnorth\""));
    // The highest comes first, with no comma among its digits.
    let highest = story.figures().rows[story.table_order()[0]]
        .value
        .number()
        .unwrap();
    assert!(highest > 1_000.0);
    assert!(
        table[1].contains(&format!(",{highest:.0},jobs,2018,value,1,")),
        "{}",
        table[1]
    );
    // All rows, the line with a break in it twice, the head and the last line's end.
    assert_eq!(table.len(), 153 + 1 + 1 + 1);
}

#[test]
fn every_kind_of_map_has_files() {
    let (dataset, atlas) = pack();
    let first = || of_pack("aged-65-and-over-share", Level::Msoa);
    let change = atlas
        .change(dataset, "employment-rate", Level::District, [None, None])
        .unwrap();
    let districts = of_pack("employment-rate", Level::District);
    let pair = atlas
        .pair(dataset, districts.clone(), "imd-2025-income")
        .unwrap();
    let parts = vec![
        (districts, 3),
        (of_pack("imd-2025-income", Level::District), -2),
    ];
    let index = Index::new(parts, Scaling::MinMax, Method::Equal, 4).unwrap();
    let stories: [&dyn Story; 5] = [
        &values(first()),
        &Spots::new(first(), vec![None; 154]),
        &change,
        &pair,
        &index,
    ];
    let mut stems: Vec<String> = Vec::new();
    for story in stories {
        let csv = atlas.csv(dataset, story);
        assert!(!csv.contains("NaN") && !csv.contains(",inf"));
        let rows = csv.lines().filter(|line| line.starts_with('E'));
        assert_eq!(rows.count(), story.figures().rows.len());
        let file = geojson(story);
        let features = file["features"].as_array().unwrap();
        assert!(
            features
                .iter()
                .all(|feature| feature["geometry"].is_object())
        );
        let head = csv.lines().find(|line| line.starts_with("code,")).unwrap();
        let names: Vec<&str> = head.split(',').collect();
        let properties = features[0]["properties"].as_object().unwrap();
        assert_eq!(names.len(), properties.len());
        assert!(names.iter().all(|name| properties.contains_key(*name)));
        let stem = atlas.file_stem(dataset, story);
        assert!(
            stem.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{stem}"
        );
        stems.push(stem);
    }
    assert_eq!(
        stems[0],
        "hertfordshire-aged-65-and-over-share-msoa-2021-03-21-map"
    );
    assert_eq!(stems[4], "hertfordshire-own-index-district-index");
    stems.sort();
    stems.dedup();
    assert_eq!(stems.len(), 5);
}
