//! What the map says: one story for each kind of map, worked out in core.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::atlas::{
    Atlas, Chosen, ClusterRun, Index, MapFigures, Pair, Recipe, Spots, Story, Values,
};
use roadmap_core::page::map::{Compare, MapPage, Show};
use roadmap_core::stats::autocorrelation::{Cluster, NoAutocorrelation};
use roadmap_core::stats::composite::{Scaling, StabilityRun};

use crate::edge::later;
use crate::explorer::Explorer;

/// A story that parts of the page share.
#[derive(Clone)]
pub struct Told(pub Arc<dyn Story + Send + Sync>);

impl PartialEq for Told {
    /// A story worked out anew has changed; comparing two would cost more than telling one.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The kind of each area, or why areas can't be tested.
type Kinds = Result<Vec<Option<Cluster>>, NoAutocorrelation>;

/// The story of the chosen kind of map.
pub fn follow(
    explorer: Explorer,
    atlas: StoredValue<Arc<Atlas>>,
    map: Memo<MapPage>,
    chosen: Memo<Option<Arc<Chosen>>>,
    measured: Memo<Option<Arc<MapFigures>>>,
) -> Memo<Option<Told>> {
    let show = Memo::new(move |_| map.with(|map| map.show));
    let tested = test_clusters(atlas, show, measured);
    let index = own_index(explorer, atlas, map, chosen);
    let firm = firm_index(index);
    Memo::new(move |_| {
        let figures = measured.get()?;
        let figures = MapFigures::clone(&figures);
        let story: Arc<dyn Story + Send + Sync> = match show.get() {
            Show::Clusters => match packed(atlas, &figures).or_else(|| tested.get()) {
                Some(Ok(kinds)) => Arc::new(Spots::new(figures, kinds)),
                Some(Err(fault)) => Arc::new(Spots::untold(figures, fault)),
                None => values(atlas, map, figures),
            },
            Show::Index => match index.get() {
                Some(Ok(index)) => Arc::new(firm.get().unwrap_or_else(|| Index::clone(&index))),
                Some(Err(why)) => Arc::new(Values::untold(figures, why)),
                None => values(atlas, map, figures),
            },
            Show::Change => changed(explorer, atlas, map, figures),
            Show::Values if map.with(is_of_both) => match both(explorer, atlas, map, &figures) {
                Ok(pair) => Arc::new(pair),
                Err(why) => Arc::new(Values::untold(figures, why)),
            },
            _ => values(atlas, map, figures),
        };
        Some(Told(story))
    })
}

/// The story of plain values.
pub fn of_values(
    atlas: StoredValue<Arc<Atlas>>,
    map: Memo<MapPage>,
    measured: Memo<Option<Arc<MapFigures>>>,
) -> Memo<Option<Told>> {
    Memo::new(move |_| {
        let figures = measured.get()?;
        Some(Told(values(atlas, map, MapFigures::clone(&figures))))
    })
}

/// A part of a story, for those who need no more.
pub fn part<T: Send + Sync + 'static>(
    story: Memo<Option<Told>>,
    of: fn(&dyn Story) -> T,
) -> Memo<Option<Arc<T>>> {
    Memo::new_with_compare(
        move |_| story.with(|story| story.as_ref().map(|told| Arc::new(of(&*told.0)))),
        |_: Option<&Option<Arc<T>>>, _| true,
    )
}

/// The weights of an index until the reader moves one: the challenge's own.
pub fn first_weights(
    atlas: StoredValue<Arc<Atlas>>,
    chosen: Memo<Option<Arc<Chosen>>>,
) -> Vec<(String, i8)> {
    let challenge = chosen.get().and_then(|chosen| chosen.challenge);
    atlas.with_value(|atlas| {
        let challenge = challenge.and_then(|at| atlas.challenges().get(at));
        let index = challenge.into_iter().flat_map(|challenge| &challenge.index);
        index.map(|part| (part.slug.clone(), part.weight)).collect()
    })
}

type OwnIndex = Option<Result<Arc<Index>, String>>;

/// The reader's own index over the areas on the map, or why there is none.
fn own_index(
    explorer: Explorer,
    atlas: StoredValue<Arc<Atlas>>,
    map: Memo<MapPage>,
    chosen: Memo<Option<Arc<Chosen>>>,
) -> Memo<OwnIndex> {
    let make = move || {
        let is_shown = map.with(|map| map.show == Show::Index);
        let level = chosen.get().filter(|_| is_shown)?.level;
        let mut weights = map.with(|map| map.weights.clone());
        if weights.is_empty() {
            weights = first_weights(atlas, chosen);
        }
        let recipe = Recipe {
            weights: &weights,
            level,
            scaling: Scaling::Percentile,
        };
        let (method, classes) = map.with(|map| (map.method.0, map.classes.get()));
        let shared = explorer.shared();
        let index =
            atlas.with_value(|atlas| atlas.index(&shared.dataset, &recipe, method, classes));
        Some(index.map(Arc::new).map_err(|why| why.to_string()))
    };
    Memo::new_with_compare(move |_| make(), |_: Option<&OwnIndex>, _| true)
}

/// How many trials with other weights are made in one turn: about as long as a frame.
const TRIALS_A_TURN: u32 = 40;

/// The index with how firm each rank is, once its trials are done; some a turn.
fn firm_index(index: Memo<OwnIndex>) -> Signal<Option<Index>> {
    let found = RwSignal::new(None::<(Arc<Index>, Index)>);
    let asked = StoredValue::new(0_u32);
    crate::show::effect(move || {
        let Some(Ok(index)) = index.get() else { return };
        asked.update_value(|count| *count = count.wrapping_add(1));
        try_on(
            index.stability_run(),
            index,
            found,
            asked,
            asked.get_value(),
        );
    });
    Signal::derive(move || {
        let index = index.get()?.ok()?;
        found.with(|found| {
            let (of, firm) = found.as_ref()?;
            Arc::ptr_eq(of, &index).then(|| firm.clone())
        })
    })
}

/// Makes some trials, and the others in later turns; a newer index ends an older one's.
fn try_on(
    mut run: StabilityRun,
    index: Arc<Index>,
    found: RwSignal<Option<(Arc<Index>, Index)>>,
    asked: StoredValue<u32>,
    own: u32,
) {
    later::next_turn(move || {
        if asked.try_get_value() != Some(own) {
            return;
        }
        if run.advance(TRIALS_A_TURN) < 1.0 {
            try_on(run, index, found, asked, own);
            return;
        }
        let firm = Index::clone(&index).with_stability(run.finish());
        // Given back when the reader has gone elsewhere meanwhile.
        found.try_set(Some((index, firm)));
    });
}

/// Whether both measures are shown in one map.
fn is_of_both(map: &MapPage) -> bool {
    map.second.is_some() && map.compare == Compare::Pair
}

/// The chosen figures and those of the second measure, or why they can't be put together.
pub fn both(
    explorer: Explorer,
    atlas: StoredValue<Arc<Atlas>>,
    map: Memo<MapPage>,
    figures: &MapFigures,
) -> Result<Pair, String> {
    let second = map.with(|map| map.second.clone()).unwrap_or_default();
    let shared = explorer.shared();
    atlas
        .with_value(|atlas| atlas.pair(&shared.dataset, figures.clone(), &second))
        .map_err(|why| why.to_string())
}

/// The change between two periods, or why there is none.
fn changed(
    explorer: Explorer,
    atlas: StoredValue<Arc<Atlas>>,
    map: Memo<MapPage>,
    figures: MapFigures,
) -> Arc<dyn Story + Send + Sync> {
    let since = map.with(|map| map.since.clone());
    let periods = [since.as_deref(), Some(figures.period.as_str())];
    let (slug, level) = (figures.subject.slug.as_str(), figures.level);
    let shared = explorer.shared();
    let change = atlas.with_value(|atlas| atlas.change(&shared.dataset, slug, level, periods));
    match change {
        Ok(change) => Arc::new(change),
        Err(why) => Arc::new(Values::untold(figures, why.to_string())),
    }
}

fn values(
    atlas: StoredValue<Arc<Atlas>>,
    map: Memo<MapPage>,
    figures: MapFigures,
) -> Arc<dyn Story + Send + Sync> {
    let (method, classes) = map.with(|map| (map.method.0, map.classes.get()));
    let tenths = atlas.with_value(|atlas| {
        let measure = atlas.small().measure(&figures.subject.slug);
        measure.map(|measure| measure.tenths.clone())
    });
    let tenths = tenths.unwrap_or_default();
    Arc::new(Values::new(figures, method, classes, &tenths))
}

/// The clusters worked out when the pack was made, for what it ships.
fn packed(atlas: StoredValue<Arc<Atlas>>, figures: &MapFigures) -> Option<Kinds> {
    let slug = &figures.subject.slug;
    let kinds = atlas.with_value(|atlas| atlas.clusters(slug, figures.level, &figures.period));
    kinds.map(Ok)
}

/// How many areas are tested in one turn: about as long as a frame.
const AREAS_A_TURN: usize = 8;

/// Tests areas for clusters while the map shows them, some a turn, so that nothing waits for
/// the test; none until it is done.
fn test_clusters(
    atlas: StoredValue<Arc<Atlas>>,
    show: Memo<Show>,
    measured: Memo<Option<Arc<MapFigures>>>,
) -> Signal<Option<Kinds>> {
    let tested = RwSignal::new(None::<(Arc<MapFigures>, Kinds)>);
    let asked = StoredValue::new(0_u32);
    crate::show::effect(move || {
        let figures = measured.get().filter(|_| show.get() == Show::Clusters);
        let Some(figures) = figures else { return };
        if packed(atlas, &figures).is_some() {
            return;
        }
        let neighbours = atlas.with_value(|atlas| atlas.neighbours(figures.level, figures.vintage));
        let Some(neighbours) = neighbours else { return };
        asked.update_value(|count| *count = count.wrapping_add(1));
        let own = asked.get_value();
        match ClusterRun::new(&figures, &neighbours) {
            Ok(run) => test_on(run, figures, tested, asked, own),
            Err(fault) => later::next_turn(move || {
                tested.try_set(Some((figures, Err(fault))));
            }),
        }
    });
    Signal::derive(move || {
        let figures = measured.get()?;
        tested.with(|tested| {
            let (of, kinds) = tested.as_ref()?;
            Arc::ptr_eq(of, &figures).then(|| kinds.clone())
        })
    })
}

/// Tests some areas, and the others in later turns; a newer test ends an older one.
fn test_on(
    mut run: ClusterRun,
    figures: Arc<MapFigures>,
    tested: RwSignal<Option<(Arc<MapFigures>, Kinds)>>,
    asked: StoredValue<u32>,
    own: u32,
) {
    later::next_turn(move || {
        if asked.try_get_value() != Some(own) {
            return;
        }
        if run.advance(AREAS_A_TURN) < 1.0 {
            test_on(run, figures, tested, asked, own);
            return;
        }
        let kinds = run.finish().areas.into_iter();
        let kinds = kinds.map(|area| area.map(|local| local.kind)).collect();
        // Given back when the reader has gone elsewhere meanwhile.
        tested.try_set(Some((figures, Ok(kinds))));
    });
}
