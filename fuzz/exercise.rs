//! What each fuzz target does with its bytes; the core crate's tests do the same.
//!
//! Nothing here may panic, whatever the bytes are.

use roadmap_core::chart::Frame;
use roadmap_core::data::model::{Evidence, Parameter, Setting};
use roadmap_core::data::{
    Agencies, Dataset, IndustryLevel, Prices, find_places, read_britain, read_content,
    read_evidence, read_pack, read_small_areas, scenario_file,
};
use roadmap_core::geo::{LayerId, Topology};
use roadmap_core::picture::{self, DistrictMap};
use roadmap_core::{link, profile};

/// Reads bytes as a pack and as a companion, and shows whatever could be kept.
pub fn pack(bytes: &[u8]) {
    let reading = read_pack("fuzz", bytes);
    let told: usize = reading.findings.iter().map(|f| f.to_string().len()).sum();
    assert_eq!(told == 0, reading.findings.is_empty());
    let Some(dataset) = reading.dataset else {
        assert!(told > 0, "nothing was kept and nothing was said");
        return;
    };
    show(&dataset);
    companion(bytes, &dataset);
    content(bytes, &dataset);
    britain(bytes, &dataset);
}

/// Reads bytes as the query of an address, and checks that what is kept can be sent on.
pub fn link(bytes: &[u8], dataset: &Dataset) {
    let query = String::from_utf8_lossy(bytes);
    let (page, notices) = link::read(&query, dataset);
    for notice in &notices {
        let words = notice.to_string();
        assert!(words.chars().count() < 250, "{words}");
        assert!(!words.chars().any(char::is_control), "{words:?}");
    }
    let written = link::write(&page);
    assert_eq!(link::read(&written, dataset), (page, Vec::new()));
    let layout = link::read_layout(&written);
    let (page, _) = link::read(&written, dataset);
    assert_eq!(layout, (page.mode, page.theme, page.text_size));
}

/// Reads bytes as what people tell the scenario model, and checks that a model can be run with
/// what is kept.
pub fn evidence(bytes: &[u8]) {
    let reading = read_evidence("fuzz", bytes);
    for finding in &reading.findings {
        assert!(!finding.to_string().is_empty());
    }
    let Some(evidence) = reading.evidence else {
        assert!(!reading.findings.is_empty(), "nothing was kept or said");
        return;
    };
    assert_eq!(evidence.levers.len(), Setting::COUNT);
    assert_eq!(evidence.assumptions.len(), Parameter::COUNT);
    for own in &evidence.assumptions {
        let range = own.range;
        let steps = [range.min, range.low, range.central, range.high, range.max];
        assert!(steps.is_sorted(), "{steps:?}");
    }
    for scenario in &evidence.scenarios {
        let settings = evidence.settings_of(scenario);
        for lever in &evidence.levers {
            let value = settings.get(lever.setting);
            assert!((lever.least..=lever.most).contains(&value));
        }
    }
}

/// Reads bytes as a scenario file of a reader's, and checks that what is kept can be written.
pub fn scenario(bytes: &[u8], evidence: &Evidence) {
    let text = String::from_utf8_lossy(bytes);
    match scenario_file::read(&text, evidence) {
        Ok(file) => {
            let written = scenario_file::write(&file);
            let again = scenario_file::read(&written, evidence);
            assert_eq!(again.as_ref(), Ok(&file), "{written}");
            let scenario = file.scenario("own", evidence);
            assert!(scenario.changes.is_sorted_by_key(|(setting, _)| *setting));
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty());
            for mistake in mistakes {
                let words = mistake.to_string();
                assert!(words.chars().count() < 300, "{words}");
                assert!(!words.chars().any(char::is_control), "{words:?}");
            }
        }
    }
    for line in text.lines() {
        let mut settings = evidence.defaults();
        let is_set = scenario_file::set(&mut settings, line, evidence).is_ok();
        assert!(is_set || settings == evidence.defaults());
    }
}

/// Reads bytes as the companion of a dataset.
pub fn companion(bytes: &[u8], dataset: &Dataset) {
    let reading = read_small_areas("fuzz", bytes, dataset);
    assert!(reading.small_areas.is_some() || !reading.findings.is_empty());
    let Some(small_areas) = reading.small_areas else {
        return;
    };
    let (topology, _) = Topology::decode(&[&dataset.topology, &small_areas.topology]);
    for layer in topology.layer_ids().collect::<Vec<_>>() {
        let _gaps = topology.coverage_gaps(layer, LayerId::DISTRICTS);
    }
}

/// Reads bytes as the Britain companion of a dataset and asks it everything.
pub fn britain(bytes: &[u8], dataset: &Dataset) {
    let reading = read_britain("fuzz", bytes, dataset);
    assert!(reading.industries.is_some() || !reading.findings.is_empty());
    let Some(own) = reading.industries else {
        return;
    };
    for territory in own.territories() {
        for level in IndustryLevel::ALL {
            for year in own.job_years(territory, level) {
                for agencies in [Agencies::LeftOut, Agencies::Included] {
                    let jobs = own.jobs(territory, level, year, agencies);
                    assert!(jobs.is_some_and(|jobs| jobs.industries.len() == jobs.jobs.len()));
                    let _supply = own.supply_jobs(territory, year, agencies);
                    for sector in &own.sectors {
                        let _jobs = own.sector_jobs(sector, territory, year, agencies);
                    }
                }
            }
        }
        for prices in [Prices::Current, Prices::Chained] {
            let _output = own.gva.without_imputed_rent(&territory.key, prices);
        }
    }
}

/// Reads bytes as what people have written about the place of a dataset.
pub fn content(bytes: &[u8], dataset: &Dataset) {
    let reading = read_content("fuzz", bytes, dataset);
    assert!(reading.content.is_some() || !reading.findings.is_empty());
    for challenge in reading
        .content
        .iter()
        .flat_map(|content| &content.challenges)
    {
        assert!(challenge.measures.contains(&challenge.first_measure));
        assert!(challenge.index.iter().all(|part| part.weight != 0));
    }
}

/// A place at a glance: figures, messages and one of each picture.
fn show(dataset: &Dataset) {
    let (map, _) = DistrictMap::decode(dataset);
    let area = dataset.districts().next().map(|district| &district.code);
    let area = area.unwrap_or(&dataset.place.county);
    let _messages = profile::key_messages(dataset, area);
    let _summary = profile::summary(dataset, area);
    let _found = find_places(dataset, "w", 5);
    let first = dataset.measures.first();
    let slug = first.map_or("none", |measure| measure.slug.as_str());
    for picture in [
        picture::line(dataset, slug, area),
        picture::strip(dataset, slug, area),
        picture::bars(dataset, slug, area),
        picture::district_map(dataset, map.as_ref(), slug, area),
    ] {
        let placed = picture.place(Frame::new(400.0, picture.height_px(400.0, 1.0)));
        assert!(!picture.csv(&placed.text).is_empty());
    }
}
