//! Hot and cold spots of every measure of small areas, worked out once, when packing.
//!
//! Each area is tested some ten thousand times, which a reader's machine need not repeat, nor
//! the next packing as long as the figures stay.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use roadmap_core::area::{Level, Vintage};
use roadmap_core::atlas::{Atlas, letters};
use roadmap_core::data::wire::{ClusterMapWire, ClustersWire};
use roadmap_core::quantity::Value;
use roadmap_core::stats::autocorrelation::{FEWEST_TO_TEST, Lisa, Neighbours, Trial};

/// One measure at one level and period.
struct Task {
    measure: String,
    level: Level,
    vintage: Vintage,
    period: String,
    /// One per area, not a number where there is none.
    values: Vec<f64>,
}

/// Tests every measure at every level with areas enough, on all processors. What `kept` has
/// for the very same figures and neighbours is taken from there.
pub fn work_out(atlas: &Atlas, kept: Option<&Atlas>) -> ClustersWire {
    let trial = Trial::default();
    let asked = (trial.permutations, trial.seed, trial.false_share);
    let kept = kept.filter(|kept| kept.small().cluster_trial() == asked);
    let tasks = tasks(atlas);
    let layers = layers(atlas, kept, &tasks);
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, ClusterMapWire)>> = Mutex::new(Vec::new());
    let work = || {
        while let Some((place, task)) = next_of(&tasks, &next) {
            let layer = layers
                .iter()
                .find(|layer| layer.id == (task.level, task.vintage));
            let letters = layer.and_then(|layer| {
                let kept = kept.filter(|_| layer.is_kept);
                kept.and_then(|kept| known(kept, task))
                    .or_else(|| test(task, layer, trial))
            });
            if let (Some(areas), Ok(mut done)) = (letters, done.lock()) {
                done.push((place, task.told(areas)));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(work);
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(place, _)| *place);
    ClustersWire {
        permutations: trial.permutations,
        seed: trial.seed,
        false_share: trial.false_share,
        maps: done.into_iter().map(|(_, map)| map).collect(),
    }
}

/// The neighbours of a layer, and whether the kept pack has the same.
struct Layer {
    id: (Level, Vintage),
    neighbours: Arc<Neighbours>,
    is_kept: bool,
}

impl Task {
    fn told(&self, areas: String) -> ClusterMapWire {
        ClusterMapWire {
            measure: self.measure.clone(),
            level: self.level.key().to_owned(),
            period: self.period.clone(),
            areas,
        }
    }
}

fn tasks(atlas: &Atlas) -> Vec<Task> {
    let small = atlas.small();
    let mut tasks = Vec::new();
    for measure in small.measures() {
        for layer in small.layers(measure) {
            for period in small.periods(&measure.slug, layer.level) {
                let figures = small.figures(&measure.slug, layer.level, Some(period.as_str()));
                let values = figures.map(|figures| figures.values).unwrap_or_default();
                if values.len() >= FEWEST_TO_TEST {
                    tasks.push(Task {
                        measure: measure.slug.clone(),
                        level: layer.level,
                        vintage: layer.vintage,
                        period: period.as_str().to_owned(),
                        values: values.into_iter().map(number).collect(),
                    });
                }
            }
        }
    }
    tasks
}

fn layers(atlas: &Atlas, kept: Option<&Atlas>, tasks: &[Task]) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    for id in tasks.iter().map(|task| (task.level, task.vintage)) {
        if layers.iter().all(|layer| layer.id != id) {
            let Some(neighbours) = atlas.neighbours(id.0, id.1) else {
                continue;
            };
            let before = kept.and_then(|kept| kept.neighbours(id.0, id.1));
            let is_kept = before.as_ref() == Some(&neighbours);
            layers.push(Layer {
                id,
                neighbours,
                is_kept,
            });
        }
    }
    layers
}

fn next_of<'a>(tasks: &'a [Task], next: &AtomicUsize) -> Option<(usize, &'a Task)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    Some((place, tasks.get(place)?))
}

/// The letters of an earlier pack, if it has the very same figures.
fn known(kept: &Atlas, task: &Task) -> Option<String> {
    let small = kept.small();
    let figures = small.figures(&task.measure, task.level, Some(task.period.as_str()))?;
    let before = figures
        .values
        .into_iter()
        .map(|value| number(value).to_bits());
    let is_same = before.eq(task.values.iter().map(|value| value.to_bits()));
    let letters = small.cluster_letters(&task.measure, task.level, &task.period)?;
    is_same.then(|| letters.to_owned())
}

/// None where too few areas have values, or all have the same.
fn test(task: &Task, layer: &Layer, trial: Trial) -> Option<String> {
    let lisa = Lisa::new(&task.values, &layer.neighbours, trial).ok()?;
    Some(letters(&lisa.finish()))
}

/// What statistics take: not a number where there is none.
pub fn number(value: Value) -> f64 {
    value.number().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::store;

    /// A layer of each census; packing anew (`roadmap pack --anew`) tries all of them.
    #[test]
    fn the_packed_letters_are_those_of_a_fresh_test() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
        let (_, atlas) = store::atlas(&folder).unwrap();
        let asked = Trial::default();
        assert_eq!(atlas.small().cluster_trial(), (9_999, asked.seed, 0.05));
        let tasks = tasks(&atlas);
        assert!(tasks.len() > 80, "{}", tasks.len());
        for measure in ["households-deprived-share", "house-price-2019-msoa"] {
            let is_it = |task: &&Task| task.measure == measure && task.level == Level::Msoa;
            let task = tasks.iter().find(is_it).unwrap();
            let layers = layers(&atlas, Some(&atlas), std::slice::from_ref(task));
            assert!(layers[0].is_kept);
            assert_eq!(
                known(&atlas, task),
                test(task, &layers[0], asked),
                "{measure}"
            );
        }
    }
}
