//! Every picture of every place says something, names its source and holds no broken number.

use roadmap_core::chart::Frame;
use roadmap_core::data::{Dataset, IndustryLevel, SectorKind, read_pack};
use roadmap_core::page::Keyed;
use roadmap_core::page::sectors::{Order, SectorChoice, SectorChoices, SectorsPage};
use roadmap_core::picture::Picture;
use roadmap_core::sectors::pictures::{
    Album, drivers, multipliers, network, output_growth, output_shares, productivity_quadrant,
    quadrant, ranked, waterfall, within_reach,
};
use roadmap_core::sectors::{
    Choice, Chosen, Ground, Landscape, NationalTable, Network, Reach, Rows, Split, SupplyChain,
    Table, Trend,
};

use crate::given::{COUNTY, STEVENAGE, asked, bytes, industries};

fn dataset() -> Dataset {
    read_pack("the pack", &bytes("hertfordshire.json"))
        .dataset
        .unwrap()
}

fn reads_well(picture: &Picture) {
    for width_px in [320.0, 1_000.0] {
        let height_px = picture.height_px(width_px, 1.0);
        let placed = picture.place(Frame::new(width_px, height_px));
        let mut words = vec![
            picture.title.clone(),
            picture.subtitle.clone(),
            placed.text.sentence.clone(),
        ];
        words.extend(placed.text.rows.iter().flatten().cloned());
        for words in words {
            let mut single = words.split(|c: char| !c.is_alphabetic());
            let is_broken = single.any(|word| ["NaN", "inf", "Infinity"].contains(&word));
            assert!(!is_broken, "{}: {words}", picture.key);
        }
        assert!(!placed.text.rows.is_empty(), "{}", picture.key);
    }
    assert!(
        !picture.title.is_empty() && picture.title.len() < 110,
        "{}: {}",
        picture.key,
        picture.title
    );
    assert!(
        picture
            .source_words
            .contains("Office for National Statistics"),
        "{}: {}",
        picture.key,
        picture.source_words
    );
}

#[test]
fn every_picture_reads_well() {
    let dataset = dataset();
    let album = Album {
        industries: industries(),
        dataset: &dataset,
    };
    let landscape = |choice: &Choice| {
        let level = IndustryLevel::Division;
        Landscape::new(industries(), level, choice.year, choice.agencies).unwrap()
    };
    let national = NationalTable::new(industries()).unwrap();
    for place in [COUNTY, STEVENAGE] {
        let usual = asked(place, IndustryLevel::Section);
        for rows in Rows::ALL {
            let choice = Choice {
                rows,
                ..usual.clone()
            };
            let table = Table::new(industries(), &choice).unwrap();
            for order in Order::ALL {
                reads_well(&ranked(album, &table, *order, Some("26")));
            }
            let two = [
                quadrant(album, &table, None),
                productivity_quadrant(album, &table, None),
            ];
            two.iter().flatten().for_each(reads_well);
        }
        let jobs = Split::of_jobs(industries(), &usual, 2015).unwrap();
        let output = Split::of_output(industries(), &usual, [1998, 2022]).unwrap();
        for split in [jobs, output] {
            reads_well(&waterfall(album, &split));
            reads_well(&drivers(album, &split));
        }
        let trend = Trend::new(industries(), &usual).unwrap();
        reads_well(&output_growth(album, &trend));
        reads_well(&output_shares(album, &trend));
        let landscape = landscape(&usual);
        let ground = Ground::find(industries(), place).unwrap();
        let reach = Reach::of(industries(), &landscape, &ground, usual.agencies).unwrap();
        reads_well(&network(album, &Network::new(&landscape), &reach, None));
        reads_well(&within_reach(album, &reach));
    }
    let ground = Ground::find(industries(), COUNTY).unwrap();
    let chain = SupplyChain::new(industries(), &national, &ground, 2024, 0.25).unwrap();
    reads_well(&multipliers(album, &chain, None));
}

#[test]
fn a_link_is_honoured_as_far_as_it_can_be() {
    let mut choices = SectorChoices::default();
    for (choice, words) in [
        (SectorChoice::Rows, SectorKind::Roadmap.key()),
        (SectorChoice::Against, "nowhere"),
        (SectorChoice::Order, "luck"),
        (SectorChoice::Agencies, "yes"),
    ] {
        choices.set(choice, Some(words.to_owned()));
    }
    let (page, refused) = SectorsPage::read(&choices);
    let chosen = Chosen::of(industries(), &page, &refused, COUNTY).unwrap();
    assert_eq!(chosen.choice.rows, Rows::Sectors(SectorKind::Roadmap));
    assert_eq!(chosen.notices.len(), 2, "{:?}", chosen.notices);
    assert!(chosen.notices.iter().all(|notice| notice.ends_with('.')));
    assert!(Chosen::of(industries(), &page, &refused, "E07999999").is_none());
}
