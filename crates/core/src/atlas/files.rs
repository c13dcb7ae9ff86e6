//! Maps as files: exactly what is shown, with where it comes from.

use std::collections::BTreeMap;

use super::{Atlas, Fact, Story};
use crate::area::{AreaCode, Level};
use crate::data::Dataset;
use crate::geo::{LayerId, RingsDeg};
use crate::picture::{csv_text, file_stem};
use crate::quantity;
use crate::source::Source;

/// A tenth of a metre on the ground, finer than any boundary here.
const DEGREE_DECIMALS: u8 = 6;

impl Atlas {
    /// What a file of a map is called, without its ending:
    /// `place-employment-rate-district-2024-map`.
    #[must_use]
    pub fn file_stem(&self, dataset: &Dataset, story: &dyn Story) -> String {
        let figures = story.figures();
        let place = dataset.place.name.as_str();
        file_stem(&[
            place,
            &figures.subject.slug,
            figures.level.key(),
            &figures.period,
            story.file_word(),
        ])
    }

    /// What stands under a saved map: sources with their licences, what to beware of, the
    /// version of the data, a line each.
    #[must_use]
    pub fn file_lines(&self, dataset: &Dataset, story: &dyn Story) -> Vec<String> {
        let mut lines = story.sources();
        if let Some(shapes) = shapes_source(dataset) {
            lines.push(format!("Boundaries: {}", shapes.line()));
            lines.extend((!shapes.caution.is_empty()).then(|| shapes.caution.clone()));
        }
        lines.extend(story.notes());
        lines.push(format!(
            "{}, data pack {}",
            dataset.product_name, dataset.pack_version
        ));
        lines
    }

    /// The map as CSV in the order of its table, numbers without thousands apart. What it shows
    /// and where it comes from stand in front, each line of which starts with `#`.
    #[must_use]
    pub fn csv(&self, dataset: &Dataset, story: &dyn Story) -> String {
        let mut lines = vec![story.title(), story.subtitle()];
        lines.extend(self.file_lines(dataset, story));
        let mut rows = Vec::new();
        for at in story.table_order() {
            let facts = facts(story, at);
            if rows.is_empty() {
                rows.push(facts.iter().map(|(name, _)| name.clone()).collect());
            }
            let cell = |(_, fact): &(String, Fact)| match fact {
                Fact::Text(text) => text.clone(),
                Fact::Number(number, decimals) => quantity::plain(*number, *decimals),
                Fact::Absent => String::new(),
            };
            rows.push(facts.iter().map(cell).collect::<Vec<String>>());
        }
        csv_text(&lines, &rows)
    }

    /// The map as GeoJSON (RFC 7946): a feature for each area, with title, sources and notes as
    /// members of the collection.
    #[must_use]
    pub fn geojson(&self, dataset: &Dataset, story: &dyn Story) -> String {
        let figures = story.figures();
        let layer = LayerId::Areas(figures.level, figures.vintage);
        let shapes: BTreeMap<AreaCode, RingsDeg> =
            self.topology.polygons_deg(layer).into_iter().collect();
        let mut out = String::from("{\"type\":\"FeatureCollection\",\"title\":");
        out.push_str(&json(&story.title()));
        out.push_str(",\"description\":");
        out.push_str(&json(&story.subtitle()));
        out.push_str(",\"source\":[");
        let lines: Vec<String> = self
            .file_lines(dataset, story)
            .iter()
            .map(|l| json(l))
            .collect();
        out.push_str(&lines.join(","));
        out.push_str("],\"features\":[");
        for (at, row) in figures.rows.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            out.push_str("\n{\"type\":\"Feature\",\"properties\":{");
            for (place, (name, fact)) in facts(story, at).iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                out.push_str(&json(name));
                out.push(':');
                out.push_str(&match fact {
                    Fact::Text(text) => json(text),
                    Fact::Number(number, decimals) => quantity::plain(*number, *decimals),
                    Fact::Absent => "null".to_owned(),
                });
            }
            out.push_str("},\"geometry\":");
            match shapes.get(&row.code) {
                Some(polygons) => geometry(polygons, &mut out),
                None => out.push_str("null"),
            }
            out.push('}');
        }
        out.push_str("\n]}\n");
        out
    }
}

/// Where the shapes are from, as the pack says.
fn shapes_source(dataset: &Dataset) -> Option<&Source> {
    dataset.source("boundaries")
}

/// All that a file holds of an area, by name.
fn facts(story: &dyn Story, at: usize) -> Vec<(String, Fact)> {
    let figures = story.figures();
    let Some(row) = figures.rows.get(at) else {
        return Vec::new();
    };
    let text = |text: &str| Fact::Text(text.to_owned());
    let mut facts = vec![
        ("code".to_owned(), text(row.code.as_str())),
        ("name".to_owned(), text(&row.name)),
    ];
    if figures.level != Level::District {
        facts.push(("district".to_owned(), text(&row.district)));
    }
    let own = story.own_facts(at).into_iter();
    facts.extend(own.map(|(name, fact)| (name.to_owned(), fact)));
    facts.extend(story.part_facts(at));
    facts
}

fn geometry(polygons: &RingsDeg, out: &mut String) {
    out.push_str("{\"type\":\"MultiPolygon\",\"coordinates\":[");
    for (place, rings) in polygons.iter().enumerate() {
        out.push_str(if place > 0 { ",[" } else { "[" });
        for (place, ring) in rings.iter().enumerate() {
            out.push_str(if place > 0 { ",[" } else { "[" });
            for (place, point) in ring.iter().enumerate() {
                out.push_str(if place > 0 { ",[" } else { "[" });
                out.push_str(&quantity::plain(point.lon_deg, DEGREE_DECIMALS));
                out.push(',');
                out.push_str(&quantity::plain(point.lat_deg, DEGREE_DECIMALS));
                out.push(']');
            }
            out.push(']');
        }
        out.push(']');
    }
    out.push_str("]}");
}

/// A text as JSON writes it.
fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
