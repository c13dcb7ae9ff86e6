//! What the map says: one story for each kind of map, worked out in core.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::atlas::{Atlas, Chosen, Index, MapFigures, Pair, Recipe, Spots, Story, Values};
use roadmap_core::background::{Answer, Question};
use roadmap_core::page::map::{Compare, MapPage, Show};
use roadmap_core::stats::autocorrelation::{Cluster, NoAutocorrelation};
use roadmap_core::stats::composite::Scaling;

use super::background::Background;
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

/// A story with what is known of the test behind it.
pub struct Followed {
    /// The story.
    pub story: Memo<Option<Told>>,
    /// Which share of a test is done while it runs, 0 to 1.
    pub so_far: Signal<Option<f64>>,
    /// Why a test has no answer, in words.
    pub trouble: Signal<Option<String>>,
}

/// The story of the chosen kind of map.
pub fn follow(
    explorer: Explorer,
    atlas: StoredValue<Arc<Atlas>>,
    map: Memo<MapPage>,
    chosen: Memo<Option<Arc<Chosen>>>,
    measured: Memo<Option<Arc<MapFigures>>>,
) -> Followed {
    let show = Memo::new(move |_| map.with(|map| map.show));
    let clusters = test_clusters(atlas, show, measured);
    let index = own_index(explorer, atlas, map, chosen);
    let firmness = test_firmness(index);
    let story = Memo::new(move |_| {
        let measured = measured.get()?;
        let figures = MapFigures::clone(&measured);
        let story: Arc<dyn Story + Send + Sync> = match show.get() {
            Show::Clusters => match spots(atlas, clusters, &measured) {
                Some(spots) => Arc::new(spots),
                None => values(atlas, map, figures),
            },
            Show::Index => match index.get() {
                Some(Ok(index)) => Arc::new(firm(&index, firmness)),
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
    });
    Followed {
        story,
        so_far: Signal::derive(move || clusters.so_far.get().or_else(|| firmness.so_far.get())),
        trouble: Signal::derive(move || match show.get() {
            Show::Clusters => clusters.trouble(),
            Show::Index => firmness.trouble(),
            _ => None,
        }),
    }
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

/// How firm the ranks of the index are, found in the background.
fn test_firmness(index: Memo<OwnIndex>) -> Background<Index> {
    let subject = move || index.get()?.ok();
    Background::follow(subject, |index: &Index| Some(index.firmness_question()))
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
fn packed(atlas: StoredValue<Arc<Atlas>>, figures: &MapFigures) -> Option<Vec<Option<Cluster>>> {
    let slug = &figures.subject.slug;
    atlas.with_value(|atlas| atlas.clusters(slug, figures.level, &figures.period))
}

/// Which areas lie among their like, found in the background where no pack ships it.
fn test_clusters(
    atlas: StoredValue<Arc<Atlas>>,
    show: Memo<Show>,
    measured: Memo<Option<Arc<MapFigures>>>,
) -> Background<MapFigures> {
    let subject = move || {
        let figures = measured.get().filter(|_| show.get() == Show::Clusters)?;
        packed(atlas, &figures).is_none().then_some(figures)
    };
    Background::follow(subject, move |figures: &MapFigures| {
        question(atlas, figures)?.ok()
    })
}

/// Which areas lie among their like, or why that can't be asked; none without shapes.
fn question(
    atlas: StoredValue<Arc<Atlas>>,
    figures: &MapFigures,
) -> Option<Result<Question, NoAutocorrelation>> {
    let neighbours = atlas.with_value(|atlas| atlas.neighbours(figures.level, figures.vintage))?;
    Some(figures.clusters_question(&neighbours))
}

/// The map of clusters, as far as they are known.
fn spots(
    atlas: StoredValue<Arc<Atlas>>,
    tested: Background<MapFigures>,
    figures: &Arc<MapFigures>,
) -> Option<Spots> {
    let own = MapFigures::clone(figures);
    if let Some(kinds) = packed(atlas, figures) {
        return Some(Spots::new(own, kinds));
    }
    match (question(atlas, figures)?, tested.about(figures)) {
        (Err(fault), _) => Some(Spots::untold(own, fault)),
        (Ok(_), Some(Ok(Answer::Clusters(kinds)))) => Some(Spots::new(own, kinds)),
        _ => None,
    }
}

/// The reader's own index, with how firm its ranks are once that is known.
fn firm(index: &Arc<Index>, tested: Background<Index>) -> Index {
    let own = Index::clone(index);
    match tested.about(index) {
        Some(Ok(Answer::Firmness(firm))) => own.with_stability(firm),
        _ => own,
    }
}
