//! The picture of the chosen outcome, the ways to the others, and the year.

use leptos::prelude::*;
use roadmap_core::futures::pictures;
use roadmap_core::page::scenarios::Chart;
use roadmap_core::picture::Picture;

use super::desk::Desk;
use super::{more, target};
use crate::figure::while_there;
use crate::{lazy, segments, show};

/// Where the keyboard goes when a figure is asked about.
pub const PLACE: &str = "future-chart";

/// The picture with the ways to the others above it.
pub fn view(desk: Desk) -> AnyView {
    let is_chosen = move || desk.page().with(|page| page.chart);
    let choose = move |chart| desk.go(|page| page.chart = chart);
    view! {
        {segments::of_choices("Picture", "chart", name_of, is_chosen, choose)}
        // Not a box around the picture: on a phone that would keep it from staying in sight.
        <h3 class="sr-only" id=PLACE tabindex="-1">"The picture"</h3>
        {chosen(desk)}
        {target::view(desk)}
    }
    .into_any()
}

/// The chosen picture alone.
pub fn chosen(desk: Desk) -> AnyView {
    let chart = Memo::new(move |_| desk.page().with(|page| page.chart));
    show::part(move || match chart.get() {
        Chart::Fan => frame(desk, |desk| Some(desk.ask(pictures::fan))),
        Chart::Difference => frame(desk, |desk| Some(desk.ask(pictures::difference))),
        Chart::Map => frame(desk, |desk| {
            let shared = desk.explorer().shared();
            Some(desk.ask(|asked| pictures::difference_map(asked, shared.map.as_ref())))
        }),
        Chart::Sections => frame(desk, |desk| Some(desk.ask(pictures::sections))),
        chart @ (Chart::People | Chart::Adds | Chart::HangsOn | Chart::All) => {
            lazy::piece(&more::REASONS, move |view| view(desk, chart))
        }
    })
}

/// A picture in its frame, once there is one.
pub fn frame(
    desk: Desk,
    draw: impl Fn(Desk) -> Option<Picture> + Send + Sync + 'static,
) -> AnyView {
    let picture = desk.picture(draw);
    let waiting = show::when(
        move || picture.with(Option::is_none),
        || view! { <p class="loading" role="status">"Working it out…"</p> }.into_any(),
    );
    view! {
        <div class="future-chart">{while_there(picture, None)}</div>
        {waiting}
        {progress(desk)}
    }
    .into_any()
}

/// The year that figures are told of.
pub fn year(desk: Desk) -> AnyView {
    let region = &desk.place().model.region;
    let (first, last) = (region.base_year.saturating_add(1), region.last_year);
    let year = show::text(move || desk.chosen().with(|chosen| chosen.year.to_string()));
    view! {
        <label class="future-year">
            <span>"In the year " <output data-testid="year-told">{year}</output></span>
            <input
                type="range"
                data-testid="year"
                min=first.to_string()
                max=last.to_string()
                step="1"
                prop:value=year
                on:input:target=move |event| {
                    let year = event.target().value().parse().ok();
                    desk.look(|page| page.year = year.filter(|year| *year != last));
                }
            />
        </label>
    }
    .into_any()
}

/// How many draws the range rests on so far.
pub fn progress(desk: Desk) -> AnyView {
    let words = show::text(move || match desk.draws() {
        0 => "Ranges are on their way.".to_owned(),
        draws => format!("Ranges rest on {draws} runs."),
    });
    view! { <p class="caution draws" data-testid="draws">{words}</p> }.into_any()
}

const fn name_of(chart: Chart) -> &'static str {
    match chart {
        Chart::Fan => "Over time",
        Chart::Difference => "Difference",
        Chart::Map => "By district",
        Chart::Sections => "By sector",
        Chart::People => "By age",
        Chart::Adds => "Why",
        Chart::HangsOn => "How sure",
        Chart::All => "All",
    }
}
