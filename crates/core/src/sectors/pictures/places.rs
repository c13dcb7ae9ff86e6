//! Where: an industry in the own districts, and all districts in the order of complexity.

use super::ranked::lower;
use super::{Album, Words, rim, short};
use crate::chart::choropleth::{Area, ChoroplethSpec, Ring};
use crate::measure::Unit;
use crate::order;
use crate::picture::{DistrictMap, Picture};
use crate::quantity::{self, Value};
use crate::sectors::{
    BritainMap, CAPTION, Ground, InDistrict, Landscape, Rows, SectorFacts, sources,
};
use crate::stats::quantile;

/// Where classes of a location quotient end: half, a little below and above, twice the
/// benchmark's share. The same for every industry, so that a shade always means the same.
const QUOTIENT_EDGES: [f64; 4] = [0.5, 0.8, 1.2, 2.0];

/// How specialised each own district is in an industry; none where none is told.
#[must_use]
pub fn industry_map(album: Album<'_>, map: &DistrictMap, facts: &SectorFacts) -> Option<Picture> {
    let is_told = |own: &&InDistrict| own.quotient.value.number().is_some();
    facts.own_districts.iter().find(is_told)?;
    let mut spec = ChoroplethSpec {
        measure: "Location quotient".to_owned(),
        unit: Unit::Quotient,
        decimals: 1,
        period: facts.choice.year.to_string(),
        upper_edges: QUOTIENT_EDGES.to_vec(),
        chosen: position(map, &facts.choice.place),
        ..map.blank()
    };
    for area in &mut spec.areas {
        let mut own = facts.own_districts.iter();
        if let Some(own) = own.find(|own| own.key == area.key) {
            area.name.clone_from(&own.name);
            area.label = Some(own.name.clone());
            area.value = own.quotient.value;
            area.is_uncertain = own.quotient.is_unreliable;
        }
    }
    let words = Words {
        key: "where",
        title: title(facts),
        subtitle: format!(
            "Location quotient against {}, {}; hatched where there are too few jobs to rely on",
            facts.benchmark, facts.choice.year
        ),
        place: &facts.place,
        sources: &sources::of_jobs(album.industries, facts.choice.rows, &[facts.choice.year]),
        notes: &[],
    };
    Some(album.picture(words, spec))
}

/// `Making of medicines stands out most in …; most of its jobs are in …`.
fn title(facts: &SectorFacts) -> String {
    let name = short(&facts.row.name);
    let mut strongest: Vec<(&InDistrict, f64)> = facts
        .own_districts
        .iter()
        .filter(|own| !own.quotient.is_unreliable)
        .filter_map(|own| Some((own, own.quotient.value.number()?)))
        .collect();
    order::sort_by(&mut strongest, |a, b| b.1.total_cmp(&a.1));
    // Listed by jobs.
    let largest = facts.own_districts.first();
    let strongest = strongest.first().filter(|(_, times)| *times >= 1.0);
    match (strongest, largest) {
        (Some((strong, _)), Some(large)) if strong.key == large.key => {
            format!(
                "{name} stands out most in {}, which has most of its jobs too",
                strong.name
            )
        }
        (Some((strong, _)), Some(large)) => format!(
            "{name} stands out most in {}; most jobs are in {}",
            strong.name, large.name
        ),
        (None, Some(large)) => {
            format!(
                "No district stands out in {}; most jobs are in {}",
                lower(&name),
                large.name
            )
        }
        _ => format!("Where {} is", lower(&name)),
    }
}

/// All districts in the order of complexity, a place's own outlined; none where there is no
/// such order. To be shown with [`CAPTION`].
#[must_use]
pub fn complexity_map(
    album: Album<'_>,
    map: &BritainMap,
    landscape: &Landscape,
    place: &Ground<'_>,
) -> Option<Picture> {
    let order = landscape.complexity().ok()?;
    let mut numbers: Vec<f64> = order.places.iter().flatten().copied().collect();
    order::sort_numbers(&mut numbers);
    let fifths = [0.2, 0.4, 0.6, 0.8];
    let of_place: Vec<&str> = place
        .districts()
        .filter_map(|at| landscape.districts.get(at))
        .map(|own| own.key.as_str())
        .collect();
    let blank = map.shapes.blank();
    let is_own = |area: &Area| of_place.contains(&area.key.as_str());
    let own: Vec<usize> = blank
        .areas
        .iter()
        .enumerate()
        .filter(|(_, area)| is_own(area))
        .map(|(at, _)| at)
        .collect();
    let of_own = own.iter().filter_map(|at| blank.areas.get(*at));
    let rings: Vec<&Ring> = of_own.flat_map(|area| &area.polygons).collect();
    // A single district is outlined as the chosen one.
    let outlines = if own.len() > 1 {
        rim::of(&rings)
    } else {
        Vec::new()
    };
    let mut spec = ChoroplethSpec {
        measure: "Economic complexity index".to_owned(),
        unit: Unit::Score,
        decimals: 1,
        period: landscape.year.to_string(),
        upper_edges: fifths
            .into_iter()
            .filter_map(|share| quantile(&numbers, share))
            .collect(),
        chosen: match own.as_slice() {
            [only] => Some(*only),
            _ => None,
        },
        outlines,
        ..blank
    };
    for area in &mut spec.areas {
        let mut all = landscape.districts.iter();
        let Some(at) = all.position(|own| own.key == area.key) else {
            continue;
        };
        if let Some(district) = landscape.districts.get(at) {
            area.name.clone_from(&district.name);
        }
        let index = order.places.get(at).copied().flatten();
        area.value = index.map_or(Value::Undefined, Value::Number);
    }
    if let Some(area) = spec.chosen.and_then(|at| spec.areas.get_mut(at)) {
        area.label = Some(area.name.clone());
    }
    let rows = Rows::Industries(landscape.level);
    let jobs = sources::of_jobs(album.industries, rows, &[landscape.year]);
    let words = Words {
        key: "complexity",
        title: landscape.title(place),
        subtitle: format!(
            "Economic complexity index of {} districts in fifths, {}; the mean is 0",
            quantity::count(numbers.len()),
            landscape.year
        ),
        place: &place.name,
        sources: &jobs,
        notes: &[CAPTION.to_owned()],
    };
    Some(album.picture_with(words, &map.sources, spec))
}

fn position(map: &DistrictMap, place: &str) -> Option<usize> {
    map.codes().iter().position(|code| code.as_str() == place)
}
