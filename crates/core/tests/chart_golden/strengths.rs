//! Pictures of sectors, drawn from the committed pack.

use std::sync::LazyLock;

use roadmap_core::chart::Frame;
use roadmap_core::data::{
    Dataset, Industries, IndustryLevel, read_britain, read_britain_shapes, read_pack,
};
use roadmap_core::page::sectors::Order;
use roadmap_core::picture::{DistrictMap, Picture};
use roadmap_core::sectors::pictures::{
    Album, complexity_map, industry_map, industry_output, made_of, shares_moved, side_by_side,
};
use roadmap_core::sectors::{
    BritainMap, Choice, Ground, IndustryOutput, Landscape, Rows, SectorFacts, Split, Table,
};

use crate::golden::{check, check_light};

const COUNTY: &str = "E10000015";
const STEVENAGE: &str = "E07000243";

static PACK: LazyLock<(Dataset, Industries, Landscape)> = LazyLock::new(|| {
    let core = include_bytes!("../../../../public/data/hertfordshire.json");
    let dataset = read_pack("the pack", core).dataset.unwrap();
    let britain = include_bytes!("../../../../public/data/hertfordshire-britain.json");
    let industries = read_britain("Britain", britain, &dataset)
        .industries
        .unwrap();
    let usual = Choice::usual(&industries, COUNTY).unwrap();
    let level = IndustryLevel::Division;
    let landscape = Landscape::new(&industries, level, usual.year, usual.agencies);
    (dataset, industries, landscape.unwrap())
});

fn album() -> Album<'static> {
    let (dataset, industries, _) = &*PACK;
    Album {
        industries,
        dataset,
    }
}

fn industry(place: &str, code: &str) -> Picture {
    let (dataset, industries, landscape) = &*PACK;
    let choice = Choice::usual(industries, place).unwrap();
    let facts = SectorFacts::new(industries, landscape, &choice, code).unwrap();
    let map = DistrictMap::decode(dataset).0.unwrap();
    industry_map(album(), &map, &facts).unwrap()
}

fn complexity(place: &str) -> Picture {
    let (_, industries, landscape) = &*PACK;
    let shapes = include_bytes!("../../../../public/data/hertfordshire-britain-shapes.json");
    let shapes = read_britain_shapes("shapes", shapes).shapes.unwrap();
    let map = BritainMap::decode(&shapes).0.unwrap();
    let place = Ground::find(industries, place).unwrap();
    complexity_map(album(), &map, landscape, &place).unwrap()
}

#[test]
fn an_industry_in_the_county() {
    let county = industry(COUNTY, "21");
    let frame = Frame::new(600.0, county.height_px(600.0, 1.0));
    check("industry-map", &county.place(frame), &county.title);
    let district = industry(STEVENAGE, "26110");
    let frame = Frame::new(360.0, district.height_px(360.0, 1.0));
    check_light("industry-map-phone", &district.place(frame));
}

#[test]
fn complexity_of_all_districts() {
    let county = complexity(COUNTY);
    let frame = Frame::new(600.0, county.height_px(600.0, 1.0));
    check_light("complexity-map", &county.place(frame));
    let district = complexity(STEVENAGE);
    assert!(
        district.title.starts_with("Stevenage is "),
        "{}",
        district.title
    );
}

fn kept(name: &str, picture: &Picture, width_px: f64) {
    let frame = Frame::new(width_px, picture.height_px(width_px, 1.0));
    check_light(name, &picture.place(frame));
}

#[test]
fn what_a_place_is_made_of() {
    let (_, industries, _) = &*PACK;
    let usual = Choice::usual(industries, COUNTY).unwrap();
    let divisions = usual.by(Rows::Industries(IndustryLevel::Division));
    let table = Table::new(industries, &divisions).unwrap();
    kept(
        "made-of",
        &made_of(album(), &table, Some("62")).unwrap(),
        900.0,
    );
    let split = Split::of_jobs(industries, &divisions, 2015).unwrap();
    kept(
        "shares-moved",
        &shares_moved(album(), &split, Some("62")),
        640.0,
    );
}

#[test]
fn two_places_side_by_side() {
    let (_, industries, _) = &*PACK;
    let usual = Choice::usual(industries, STEVENAGE).unwrap();
    let both = usual.side_by_side(industries, "E07000008");
    let [here, there] = both.map(|choice| Table::new(industries, &choice).unwrap());
    let pictures = side_by_side(album(), [&here, &there], Order::Jobs, None);
    kept("side-by-side", &pictures[2], 560.0);
    assert_ne!(pictures[0].key, pictures[1].key);
}

#[test]
fn output_of_an_industry() {
    let (_, industries, _) = &*PACK;
    let usual = Choice::usual(industries, STEVENAGE).unwrap();
    let output = IndustryOutput::of(industries, &usual, "C").unwrap();
    kept(
        "industry-output",
        &industry_output(album(), &output).unwrap(),
        560.0,
    );
}
