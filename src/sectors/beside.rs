//! Two places side by side.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::picture::Picture;
use roadmap_core::sectors::Table;
use roadmap_core::sectors::pictures::side_by_side;

use super::desk::{Answer, Desk};
use super::figures::{figure, words};
use crate::show;

/// The tables of both places.
type Both = [Table; 2];

/// The place beside this one, if the reader has put one there.
pub fn view(desk: Desk) -> AnyView {
    let other = Memo::new(move |_| desk.chosen().get()?.beside.clone());
    show::when(
        move || other.with(Option::is_some),
        move || pair(desk, other),
    )
}

/// What differs most between the place and another.
pub fn slope(desk: Desk, other: Memo<Option<String>>) -> Memo<Option<Arc<Picture>>> {
    nth(pictures(desk, both(desk, other)), 2)
}

fn both(desk: Desk, other: Memo<Option<String>>) -> Memo<Answer<Both>> {
    Memo::new(move |_| {
        let other = other.get()?;
        desk.ask(|industries, choice| {
            let [here, there] = choice.side_by_side(industries, &other);
            Ok([
                Table::new(industries, &here)?,
                Table::new(industries, &there)?,
            ])
        })
    })
}

type Pictures = Option<[Arc<Picture>; 3]>;

fn pictures(desk: Desk, both: Memo<Answer<Both>>) -> Memo<Pictures> {
    Memo::new_with_compare(
        move |_| {
            let both = both.get()?.ok()?;
            let (order, sector) = desk.page().with(|page| (page.order, page.sector.clone()));
            let [here, there] = &*both;
            let drawn =
                desk.album(|album| side_by_side(album, [here, there], order, sector.as_deref()));
            Some(drawn.map(Arc::new))
        },
        |_: Option<&Pictures>, _| true,
    )
}

fn nth(pictures: Memo<Pictures>, at: usize) -> Memo<Option<Arc<Picture>>> {
    Memo::new_with_compare(
        move |_| pictures.with(|all| all.as_ref()?.get(at).cloned()),
        |_: Option<&Option<Arc<Picture>>>, _| true,
    )
}

fn pair(desk: Desk, other: Memo<Option<String>>) -> AnyView {
    let both = both(desk, other);
    let drawn = pictures(desk, both);
    let one = move |at: usize| figure(desk, nth(drawn, at));
    let title = show::text(move || {
        both.with(|both| match both {
            Some(Ok(both)) => {
                let [here, there] = &**both;
                format!("{} and {} side by side", here.place, there.place)
            }
            _ => "Side by side".to_owned(),
        })
    });
    view! {
        <section class="beside" aria-labelledby="beside-title" data-testid="beside">
            <div class="sector-head">
                <h2 id="beside-title">{title}</h2>
                <button type="button" data-testid="beside-close" on:click=move |_| desk.go(|page| page.beside = None)>"Close"</button>
            </div>
            {words(both, |[here, there]| format!("{} {}", here.sentence(), there.sentence()))}
            <div class="split"><div>{one(0)}</div><div>{one(1)}</div></div>
            {one(2)}
        </section>
    }
    .into_any()
}
