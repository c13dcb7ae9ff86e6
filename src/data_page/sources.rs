//! Sources and the figures that use them.

use leptos::prelude::*;
use roadmap_core::page::{Page, View};
use roadmap_core::quantity::unit_name;
use roadmap_core::source::{LicenceStanding, Source};

use crate::explorer::Explorer;
use crate::shell::PageLink;

/// Every source.
#[component]
pub fn SourceRows() -> impl IntoView {
    let explorer = Explorer::here();
    let shared = explorer.shared();
    let dataset = &shared.dataset;
    let rows = dataset.sources.iter().map(|source| {
        let used_by = dataset
            .measures
            .iter()
            .filter(|measure| measure.source == source.key);
        let used_by = used_by
            .map(|measure| measure.name.clone())
            .collect::<Vec<_>>();
        let used_for = if used_by.is_empty() {
            "Shapes, names and look-ups".to_owned()
        } else {
            used_by.join("; ")
        };
        source_row("source-row", source, used_for, |title| {
            view! { <h3>{title}</h3> }.into_any()
        })
    });
    view! { <div class="sources">{rows.collect_view()}</div> }
}

/// A source and what it is used for; `testid` is its name for tests, `heading` its rank.
pub fn source_row(
    testid: &'static str,
    source: &Source,
    used_for: String,
    heading: fn(AnyView) -> AnyView,
) -> AnyView {
    let presumed = (source.licence_standing == LicenceStanding::Presumed).then_some(" (presumed)");
    let title = match source.url.as_str() {
        "" => view! { {source.title.clone()} }.into_any(),
        url => view! { <a href=url.to_owned() rel="noopener external">{source.title.clone()}</a> }
            .into_any(),
    };
    view! {
        <article class="source-row" data-testid=testid>
            {heading(title)}
            <dl>
                <div><dt>"Publisher"</dt><dd>{source.publisher.clone()}</dd></div>
                <div><dt>"Covers"</dt><dd>{source.period.clone()}</dd></div>
                <div><dt>"Licence"</dt><dd>{source.licence.clone()}{presumed}</dd></div>
                <div><dt>"Used for"</dt><dd>{used_for}</dd></div>
            </dl>
            <p class="caution">{source.caution.clone()}</p>
        </article>
    }
    .into_any()
}

/// Every figure with its meaning, unit and years.
#[component]
pub fn FigureRows() -> impl IntoView {
    let explorer = Explorer::here();
    let shared = explorer.shared();
    let dataset = &shared.dataset;
    let rows = dataset.measures.iter().map(|measure| {
        let span = dataset.series(&measure.slug).and_then(|series| {
            let (first, last) = (series.periods.first()?, series.periods.last()?);
            Some(if first == last {
                first.words()
            } else {
                format!("{} to {}", first.words(), last.words())
            })
        });
        let slug = measure.slug.clone();
        let name = measure.name.clone();
        let title = if dataset.has_district_figures(&slug) {
            let change = move |page: &mut Page| {
                page.view = View::Overview;
                page.figure = Some(slug.clone());
            };
            view! { <PageLink change=change>{name}</PageLink> }.into_any()
        } else {
            name.into_any()
        };
        view! {
            <tr data-testid="figure-row">
                <th scope="row">{title}</th>
                <td>{measure.meaning.clone()}</td>
                <td>{unit_name(measure.unit)}</td>
                <td>{span}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label="Figures">
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Figure"</th>
                        <th scope="col">"What it means"</th>
                        <th scope="col">"Unit"</th>
                        <th scope="col">"Periods"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
