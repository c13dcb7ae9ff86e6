//! Checks the classification of industries: every code once, inside the one before it.

use std::collections::BTreeSet;

use crate::data::check::faults::Faults;
use crate::data::finding::Reason;
use crate::data::industries::{Classification, Industry, IndustryLevel};
use crate::data::wire::ClassificationWire;
use crate::order;

const AT: &str = "classification";

/// Checks codes and names; none when they cannot be told apart, for everything hangs on them.
pub(super) fn classification(
    wire: ClassificationWire,
    faults: &mut Faults,
) -> Option<Classification> {
    let ClassificationWire {
        codes,
        names,
        agencies,
    } = wire;
    if !super::is_long(AT, "names", codes.len(), names.len(), faults) {
        return None;
    }
    let mut levels: [Vec<Industry>; 5] = Default::default();
    let mut seen = BTreeSet::new();
    // The industries that hold the row at hand, from its section down.
    let mut holders: Vec<(String, usize)> = Vec::new();
    for (row, code) in codes.iter().enumerate() {
        let at = format!("{AT}, row {}", row + 1);
        if !faults.is_new(&mut seen, &at, "codes", code) {
            return None;
        }
        let level = IndustryLevel::of_code(code);
        let level = faults.known(level, (&at, "codes"), code, "the code of an industry")?;
        let depth = level.depth();
        holders.truncate(depth);
        let is_inside = holders.len() == depth
            && holders
                .last()
                .is_none_or(|(holder, _)| depth == 1 || code.starts_with(holder.as_str()));
        let expected = "the code of an industry inside the one before it";
        faults.known(is_inside.then_some(()), (&at, "codes"), code, expected)?;
        let own = levels.get_mut(depth)?;
        let position = own.len();
        holders.push((code.clone(), position));
        let name = name(row, &names);
        faults.known(name, (&at, "names"), code, "an industry with a name")?;
        own.push(Industry {
            code: code.clone(),
            name: name.unwrap_or_default().to_owned(),
            level,
            position,
            path: holders.iter().map(|(_, position)| *position).collect(),
        });
    }
    if levels.iter().any(Vec::is_empty) {
        faults.add(AT, "codes", Reason::PartMissing);
        return None;
    }
    sort(&mut levels);
    let classification = Classification { levels, agencies };
    let found = classification
        .agencies()
        .filter(|found| found.level == IndustryLevel::Division);
    let agencies = classification.agencies.as_str();
    faults.known(found, (AT, "agencies"), agencies, "the code of a division")?;
    Some(classification)
}

/// The name of a row; that of the first inside it when it has none of its own.
fn name(row: usize, names: &[String]) -> Option<&str> {
    let from_here = names.get(row..)?.iter().take(IndustryLevel::ALL.len());
    from_here
        .map(String::as_str)
        .find(|name| !name.trim().is_empty())
}

/// Puts each level in order of code, and the paths right after it.
fn sort(levels: &mut [Vec<Industry>; 5]) {
    let mut moved: Vec<Vec<usize>> = Vec::with_capacity(levels.len());
    for own in levels.iter_mut() {
        order::sort_by(own, |a, b| a.code.cmp(&b.code));
        let mut to = vec![0; own.len()];
        for (new, industry) in own.iter_mut().enumerate() {
            if let Some(slot) = to.get_mut(industry.position) {
                *slot = new;
            }
            industry.position = new;
        }
        moved.push(to);
    }
    for industry in levels.iter_mut().flatten() {
        for (position, to) in industry.path.iter_mut().zip(&moved) {
            if let Some(new) = to.get(*position) {
                *position = *new;
            }
        }
    }
}
