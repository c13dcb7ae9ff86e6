//! Two measures in one map: thirds, fills, refusals and words.

use roadmap_core::area::{Level, Vintage};
use roadmap_core::atlas::{MapFigures, NoPair, Pair, Story};
use roadmap_core::chart::area_map::Fill;
use roadmap_core::measure::Direction;
use roadmap_core::quantity::Value;

use crate::given::{areas, of_pack, pack, story_reads_well};

fn second(values: &[f64]) -> MapFigures {
    let mut figures = areas(values);
    figures.subject.slug = "other".to_owned();
    figures.subject.name = "Other things".to_owned();
    figures
}

fn pair(one: &[f64], two: &[f64]) -> Pair {
    let pair = Pair::new(areas(one), second(two)).unwrap();
    story_reads_well(&pair);
    pair
}

fn steps(pair: &Pair) -> Vec<(u8, u8)> {
    let step = |fill: &Fill| match fill {
        Fill::Pair { first, second } => (*first, *second),
        other => panic!("{other:?}"),
    };
    pair.shading().fills.iter().map(step).collect()
}

#[test]
fn thirds_of_nine_areas() {
    let rising: Vec<f64> = (1..=9).map(f64::from).collect();
    let falling: Vec<f64> = rising.iter().rev().copied().collect();
    let pair_of = pair(&rising, &falling);
    let expected = [
        (0, 2),
        (0, 2),
        (0, 2),
        (1, 1),
        (1, 1),
        (1, 1),
        (2, 0),
        (2, 0),
        (2, 0),
    ];
    assert_eq!(steps(&pair_of), expected);
    assert_eq!(pair_of.shading().key.len(), 9);
    let at = pair_of.shading().key.iter().find(|entry| {
        entry.fill
            == Fill::Pair {
                first: 2,
                second: 0,
            }
    });
    assert_eq!(at.unwrap().words, "Made up: high; Other things: low");
    assert_eq!(at.unwrap().count, 3);
    assert_eq!(
        pair_of.title(),
        "Made up and other things tend to be high in different areas"
    );
    assert_eq!(
        pair_of.link_words(),
        "The link is strong (correlation −1.00, by rank −1.00, over 9 areas). That two things meet does not say that one causes the other."
    );
    assert_eq!(
        pair_of.area_words(0),
        "Place 1, District 1: Made up 1.0%, other things 9.0%; low and high"
    );
    let [first, _] = pair_of.thirds_words();
    assert_eq!(
        first,
        [
            "low: up to 3.7%",
            "middling: 3.7% to 6.3%",
            "high: over 6.3%"
        ]
    );
    let scatter = pair_of.scatter(Some(2), Vec::new());
    assert_eq!(
        (scatter.points[0].across, scatter.points[0].up),
        (Value::Number(1.0), Value::Number(9.0))
    );
    // Where high is better, low is drawn dark.
    let mut better = areas(&rising);
    better.subject.direction = Direction::HigherIsBetter;
    let turned = Pair::new(better, second(&falling)).unwrap();
    assert_eq!(steps(&turned)[0], (2, 2));
    assert_eq!(turned.cells(0)[5], "low and high");
}

#[test]
fn ties_gaps_and_lonely_areas() {
    let same = pair(&[4.0; 5], &[1.0, 2.0, 3.0, 4.0, 5.0]);
    assert!(steps(&same).iter().all(|(first, _)| *first == 0));
    assert!(same.link_words().contains("same everywhere"));
    let two = pair(&[1.0, 1.0, 1.0, 9.0], &[2.0, 2.0, 2.0, 1.0]);
    assert_eq!(steps(&two)[3], (2, 0));
    let gaps = pair(
        &[1.0, f64::NAN, 3.0, 4.0, 5.0],
        &[1.0, 2.0, f64::NAN, 4.0, 3.0],
    );
    assert_eq!(gaps.shading().fills[1], Fill::Missing);
    assert_eq!(gaps.shading().key.last().unwrap().count, 2);
    assert!(
        gaps.title()
            .starts_with("No clear link between made up and other things")
    );
    assert!(gaps.area_words(1).contains("not published"));
    let one = pair(&[1.0], &[2.0]);
    assert!(one.link_words().starts_with("Too few areas"));
    let none = pair(&[f64::NAN], &[2.0]);
    assert!(none.sentence().ends_with("No area has both figures."));
    pair(&[], &[]);
    let huge = pair(&[1.0, 2.0, 3.0, 1e300], &[-5.0, -4.0, -3.0, -2.0]);
    assert_eq!(huge.correlation().unwrap().spearman, 1.0);
}

#[test]
fn what_is_not_of_the_same_areas_is_refused() {
    let refused = |one: MapFigures, two: MapFigures| {
        let words = Pair::new(one, two).unwrap_err().to_string();
        assert!(words.ends_with('.'));
        words
    };
    assert!(refused(areas(&[1.0]), areas(&[2.0])).contains("on the map already"));
    let mut old = second(&[1.0]);
    old.vintage = Vintage::Census2011;
    assert!(refused(areas(&[1.0]), old).contains("as drawn in 2011"));
    let mut large = second(&[1.0]);
    large.level = Level::Msoa;
    assert!(
        refused(areas(&[1.0]), large)
            .contains("“Other things” by areas of about 8,000 people (MSOAs)")
    );
    assert!(refused(areas(&[1.0]), second(&[1.0, 2.0])).contains("borders differ"));
}

#[test]
fn measures_of_the_pack() {
    let (dataset, atlas) = pack();
    let with = |slug: &str| atlas.pair(dataset, of_pack("imd-2025-income", Level::Lsoa), slug);
    let pair = with("aged-65-and-over-share").unwrap();
    story_reads_well(&pair);
    assert!(pair.correlation().unwrap().spearman < -0.2);
    assert!(pair.title().ends_with("tend to be high in different areas"));
    assert_eq!(pair.sources().len(), 4);
    assert!(matches!(
        with("small-area-jobs").unwrap_err(),
        NoPair::OtherVintage { .. }
    ));
    assert!(matches!(
        with("employment-rate").unwrap_err(),
        NoPair::NotTold { .. }
    ));
    assert!(matches!(
        with("nothing").unwrap_err(),
        NoPair::Unknown { .. }
    ));
    let districts = of_pack("imd-2025-income", Level::District);
    story_reads_well(&atlas.pair(dataset, districts, "employment-rate").unwrap());
    let partners = atlas.of_same_areas(dataset, Level::Lsoa, Vintage::Census2021);
    let partners: Vec<&str> = partners
        .iter()
        .flat_map(|(_, all)| all)
        .map(|s| s.slug.as_str())
        .collect();
    assert!(partners.contains(&"aged-65-and-over-share") && !partners.contains(&"small-area-jobs"));
}
