//! Every picture of every place says something, names its source and holds no broken number.

use roadmap_core::chart::Frame;
use roadmap_core::data::{Dataset, IndustryLevel, SectorKind, read_britain_shapes, read_pack};
use roadmap_core::page::Keyed;
use roadmap_core::page::sectors::{Order, SectorChoice, SectorChoices, SectorsPage};
use roadmap_core::picture::{DistrictMap, Picture};
use roadmap_core::sectors::pictures::{
    Album, complex_strengths, complexity_map, drivers, industry_map, industry_output, made_of,
    multipliers, network, output_growth, output_shares, productivity_quadrant, quadrant, ranked,
    shares_moved, side_by_side, waterfall, within_reach,
};
use roadmap_core::sectors::{
    BritainMap, Choice, Chosen, Ground, IndustryOutput, Landscape, NationalTable, Network, Reach,
    Rows, SIMILAR, SectorFacts, Split, SupplyChain, Table, Trend,
};

use crate::given::{CAMBRIDGE, COUNTY, STEVENAGE, asked, bytes, industries};

fn dataset() -> Dataset {
    read_pack("the pack", &bytes("hertfordshire.json"))
        .dataset
        .unwrap()
}

fn britain_map() -> BritainMap {
    let file = bytes("hertfordshire-britain-shapes.json");
    let shapes = read_britain_shapes("shapes", &file).shapes.unwrap();
    let (map, findings) = BritainMap::decode(&shapes);
    assert!(findings.is_empty(), "{findings:?}");
    map.unwrap()
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
    let map = DistrictMap::decode(&dataset).0.unwrap();
    let shapes = britain_map();
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
            reads_well(&shares_moved(album, &split, None));
            let said = split.allocation_sentence();
            assert!(!said.contains("NaN"), "{said}");
            let cells = split.rows.iter().map(|row| split.cells(row));
            let mut cells = cells.chain([split.total_cells()]).flatten();
            assert!(cells.all(|cell| !cell.contains("NaN")));
        }
        let divisions = Table::new(
            industries(),
            &usual.by(Rows::Industries(IndustryLevel::Division)),
        );
        reads_well(&made_of(album, &divisions.unwrap(), Some("26")).unwrap());
        let sections = Table::new(industries(), &usual).unwrap();
        assert!(made_of(album, &sections, None).is_none());
        for rows in [usual.rows, Rows::Sectors(SectorKind::Roadmap)] {
            let pair = usual.by(rows).side_by_side(industries(), CAMBRIDGE);
            let [here, there] = pair.map(|own| Table::new(industries(), &own).unwrap());
            let three = side_by_side(album, [&here, &there], Order::Jobs, None);
            three.iter().for_each(reads_well);
            assert!(
                three[2].subtitle.contains("Cambridge"),
                "{}",
                three[2].subtitle
            );
        }
        let trend = Trend::new(industries(), &usual).unwrap();
        reads_well(&output_growth(album, &trend));
        reads_well(&output_shares(album, &trend));
        let landscape = landscape(&usual);
        let ground = Ground::find(industries(), place).unwrap();
        let reach = Reach::of(industries(), &landscape, &ground, usual.agencies).unwrap();
        reads_well(&complexity_map(album, &shapes, &landscape, &ground).unwrap());
        reads_well(&complex_strengths(album, &reach).unwrap());
        for code in ["C", "26", "26110", "life-sciences"] {
            let facts = SectorFacts::new(industries(), &landscape, &usual, code).unwrap();
            reads_well(&industry_map(album, &map, &facts).unwrap());
            let output = IndustryOutput::of(industries(), &usual, code);
            // Life sciences are of several industries that output is told for.
            assert_eq!(output.is_err(), code == "life-sciences", "{output:?}");
            if let Ok(output) = output {
                assert_eq!(output.is_wider, code != "C", "{}", output.name);
                assert!(output.sentence().contains(" a year in "));
                reads_well(&industry_output(album, &output).unwrap());
            }
            let near = reach.of_one(&facts);
            assert_eq!(near.is_empty(), facts.divisions.len() != 1, "{near}");
        }
        reads_well(&network(album, &Network::new(&landscape), &reach, None));
        reads_well(&within_reach(album, &reach));
    }
    let ground = Ground::find(industries(), COUNTY).unwrap();
    let chain = SupplyChain::new(industries(), &national, &ground, 2024, 0.25).unwrap();
    reads_well(&multipliers(album, &chain, 20, None));
}

#[test]
fn side_by_side_means_one_benchmark() {
    let usual = asked(STEVENAGE, IndustryLevel::Section);
    let whole = usual.against.clone();
    for (against, expected) in [
        (COUNTY, COUNTY),
        (CAMBRIDGE, &whole),
        (STEVENAGE, &whole),
        (SIMILAR, &whole),
    ] {
        let choice = Choice {
            against: against.to_owned(),
            ..usual.clone()
        };
        let [here, there] = choice.side_by_side(industries(), CAMBRIDGE);
        assert_eq!([&here.place, &there.place], [STEVENAGE, CAMBRIDGE]);
        assert_eq!([&here.against, &there.against], [expected, expected]);
    }
}

#[test]
fn sources_are_those_of_the_figures() {
    let dataset = dataset();
    let mut industries = industries().clone();
    for source in &mut industries.sources {
        source.title.push_str(&format!(" [{}]", source.key));
    }
    let album = Album {
        industries: &industries,
        dataset: &dataset,
    };
    let usual = asked(STEVENAGE, IndustryLevel::Section);
    let table = Table::new(&industries, &usual).unwrap();
    let of = |order: Order| ranked(album, &table, order, None).source_words;
    assert!(of(Order::Jobs).contains("[jobs-2024]"));
    assert!(!of(Order::Jobs).contains("[jobs-2015-2017]"));
    assert!(of(Order::Growth).contains("[jobs-2015-2017]"));
    // The district's output is published, the whole country's added up from another table.
    let output = of(Order::Productivity);
    assert!(
        output.contains("[gva-districts]") && output.contains("[gva-regions]"),
        "{output}"
    );
    let landscape = Landscape::new(
        &industries,
        IndustryLevel::Division,
        usual.year,
        usual.agencies,
    );
    let ground = Ground::find(&industries, STEVENAGE).unwrap();
    let map = complexity_map(album, &britain_map(), &landscape.unwrap(), &ground).unwrap();
    assert!(
        map.source_words.contains("boundaries"),
        "{}",
        map.source_words
    );
}

#[test]
fn a_link_is_honoured_as_far_as_it_can_be() {
    let mut choices = SectorChoices::default();
    for (choice, words) in [
        (SectorChoice::Rows, SectorKind::Roadmap.key()),
        (SectorChoice::Against, "nowhere"),
        (SectorChoice::Order, "luck"),
        (SectorChoice::Agencies, "yes"),
        (SectorChoice::OutputTo, "2015"),
        (SectorChoice::Beside, "elsewhere"),
    ] {
        choices.set(choice, Some(words.to_owned()));
    }
    let (page, refused) = SectorsPage::read(&choices);
    let chosen = Chosen::of(industries(), &page, &refused, COUNTY).unwrap();
    assert_eq!(chosen.choice.rows, Rows::Sectors(SectorKind::Roadmap));
    assert_eq!(chosen.notices.len(), 3, "{:?}", chosen.notices);
    assert_eq!((chosen.output, &chosen.beside), ([1998, 2015], &None));
    let [from, to] = chosen.output_years(industries());
    assert_eq!((from.len(), to.len()), (17, 25));
    assert!(chosen.notices.iter().all(|notice| notice.ends_with('.')));
    assert!(Chosen::of(industries(), &page, &refused, "E07999999").is_none());
}
