//! The pictures of the overview as signals: worked out again only when the place
//! or the figure changes.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::area::AreaCode;
use roadmap_core::picture::{self, Kind, Picture};

use crate::explorer::{Explorer, Shared};

/// A picture of one measure that follows the chosen place.
pub fn of_measure(explorer: Explorer, kind: Kind, slug: String) -> Signal<Arc<Picture>> {
    let area = explorer.area();
    follow(move || area.with(|area| make(&explorer.shared(), kind, &slug, area)))
}

/// A picture of the chosen measure and the chosen place.
pub fn of_chosen(explorer: Explorer, kind: Kind) -> Signal<Arc<Picture>> {
    let (area, figure) = (explorer.area(), explorer.figure());
    follow(move || area.with(|area| figure.with(|slug| make(&explorer.shared(), kind, slug, area))))
}

fn make(shared: &Shared, kind: Kind, slug: &str, area: &AreaCode) -> Picture {
    let dataset = &shared.dataset;
    match kind {
        Kind::Line => picture::line(dataset, slug, area),
        Kind::Strip => picture::strip(dataset, slug, area),
        Kind::Bars => picture::bars(dataset, slug, area),
        Kind::Map => picture::district_map(dataset, shared.map.as_ref(), slug, area),
    }
}

fn follow(make: impl Fn() -> Picture + Send + Sync + 'static) -> Signal<Arc<Picture>> {
    // A new picture is a change; comparing two would cost more than placing one.
    Memo::new_with_compare(move |_| Arc::new(make()), |_, _| true).into()
}
