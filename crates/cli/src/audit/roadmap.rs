//! Every fault of the roadmap companion, also those that only show beside other files.

use roadmap_core::data::model::Model;
use roadmap_core::data::roadmap::{Named, Roadmap};
use roadmap_core::data::{
    self, Content, Dataset, Finding, Industries, Reason, SectorKind, SmallAreas,
};
use roadmap_core::link;
use roadmap_core::model::output::Output;

use super::{broken_seal, finding, other_packing};

/// The companion and its faults.
pub struct RoadmapAudit {
    /// The companion, if it could be read at all.
    pub roadmap: Option<Roadmap>,
    /// Every fault.
    pub findings: Vec<Finding>,
}

/// What other companions have, as far as the roadmap may name it.
#[derive(Default)]
pub struct Beside {
    small_area_measures: Vec<String>,
    challenges: Vec<String>,
    sectors: Vec<String>,
    /// Keys of levers, each with the outputs that it moves first.
    levers: Vec<(String, Vec<String>)>,
}

impl Beside {
    /// Takes in the slugs of small areas.
    pub fn small_areas(&mut self, own: &SmallAreas) {
        let slugs = own.measures().iter().map(|own| own.slug.clone());
        self.small_area_measures.extend(slugs);
    }

    /// Takes in the keys of challenges.
    pub fn content<'a>(&mut self, own: impl Iterator<Item = &'a Content>) {
        let challenges = own.flat_map(|own| &own.challenges);
        self.challenges
            .extend(challenges.map(|own| own.key.clone()));
    }

    /// Takes in the keys of the roadmap's own sectors.
    pub fn industries(&mut self, own: &Industries) {
        let sectors = own.sectors.iter();
        let own = sectors.filter(|own| own.kind == SectorKind::Roadmap);
        self.sectors.extend(own.map(|own| own.key.clone()));
    }

    /// Takes in levers.
    pub fn model(&mut self, own: &Model) {
        let levers = own.evidence.levers.iter();
        let levers = levers.map(|own| (own.setting.key().to_owned(), own.outputs.clone()));
        self.levers.extend(levers);
    }
}

/// Reads the roadmap companion of a core pack and finds every fault of it: names that other
/// companions do not have, and links of stories that this version does not understand.
pub fn roadmap(file: &str, bytes: &[u8], dataset: &Dataset, beside: &Beside) -> RoadmapAudit {
    let data::RoadmapReading {
        roadmap,
        mut findings,
    } = data::read_roadmap(file, bytes, dataset);
    if let Some(roadmap) = &roadmap {
        findings.extend(broken_seal(file, bytes));
        findings.extend(other_packing(file, &roadmap.content_hash, dataset));
        findings.extend(unknown_names(file, roadmap, beside));
        findings.extend(unlike_levers(file, roadmap, beside));
        findings.extend(written(file, roadmap, dataset));
    }
    RoadmapAudit { roadmap, findings }
}

/// Faults that need no other file: outputs that the model does not have, links of stories that
/// this version does not understand.
pub fn written(file: &str, roadmap: &Roadmap, dataset: &Dataset) -> Vec<Finding> {
    let outputs = roadmap.outputs.iter();
    let unknown = outputs.filter(|own| Output::from_key(&own.key).is_none());
    let unknown = unknown.map(|own| {
        let key = own.key.clone();
        let expected = "an output of the model";
        finding(file, "outputs", Reason::UnknownKey { key, expected })
    });
    unknown
        .chain(broken_links(file, roadmap, dataset))
        .collect()
}

fn unknown_names(file: &str, roadmap: &Roadmap, beside: &Beside) -> Vec<Finding> {
    let named = |own: &[Named]| own.iter().map(|own| own.key.clone()).collect();
    let challenges = roadmap.challenges.iter();
    let lists: [(&str, Vec<String>, &[String], &'static str); 3] = [
        (
            "small_area_measures",
            named(&roadmap.small_area_measures),
            &beside.small_area_measures,
            "a measure of the small-area companion",
        ),
        (
            "challenges",
            challenges.map(|own| own.key.clone()).collect(),
            &beside.challenges,
            "a challenge of the content companion",
        ),
        (
            "sectors",
            named(&roadmap.sectors),
            &beside.sectors,
            "a sector of the Britain companion",
        ),
    ];
    let mut findings = Vec::new();
    for (part, named, there, expected) in lists {
        let unknown = named.into_iter().filter(|own| !there.contains(own));
        findings
            .extend(unknown.map(|key| finding(file, part, Reason::UnknownKey { key, expected })));
    }
    findings
}

/// Levers that move something else than they do in the model companion.
fn unlike_levers(file: &str, roadmap: &Roadmap, beside: &Beside) -> Vec<Finding> {
    let is_alike = |key: &str, outputs: &[String]| {
        let mut there = beside.levers.iter();
        there.any(|(own, moved)| own == key && moved == outputs)
    };
    let unlike = roadmap
        .levers
        .iter()
        .filter(|own| !is_alike(own.setting.key(), &own.outputs));
    let told = unlike.map(|own| {
        let key = own.setting.key().to_owned();
        let expected = "a lever as the model companion tells it";
        finding(file, "levers", Reason::UnknownKey { key, expected })
    });
    told.collect()
}

fn broken_links(file: &str, roadmap: &Roadmap, dataset: &Dataset) -> Vec<Finding> {
    let mut findings = Vec::new();
    for story in &roadmap.stories {
        for (number, step) in (1..).zip(&story.steps) {
            let (page, notices) = link::read(&step.link, dataset);
            let row = format!("stories ({}), step {number}", story.key);
            let told = notices.iter().map(|notice| {
                let detail = notice.to_string();
                finding(file, &row, Reason::NotReadable { detail })
            });
            findings.extend(told);
            // A link that says nothing, or says it in another way, would not be found again.
            if link::write(&page) != step.link {
                let detail = format!("the link would be written {}", link::write(&page));
                findings.push(finding(file, &row, Reason::NotReadable { detail }));
            }
        }
    }
    findings
}
