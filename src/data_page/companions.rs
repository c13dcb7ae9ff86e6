//! What is loaded when it is first needed, and whose figures these are.

use leptos::prelude::*;
use roadmap_core::data::{CompanionSources, Content};
use roadmap_core::source::Source;

use super::sources::source_row;
use crate::companion::{self, CONTENT, State, Words};
use crate::edge::load;
use crate::show;

const FAILED: Words = Words {
    name: "companions",
    title: "The sources of maps and sectors could not be read",
    advice: "All else on this page stands. Check your connection and try again; if that does not help, tell us what it says here:",
};

/// The sources of every file beside the core pack, once they are there.
#[component]
pub fn Companions() -> impl IntoView {
    let (state, again) = CONTENT.ask(companion::content);
    let shown = show::part(move || match state.get() {
        State::Loading => view! {
            <p role="status" data-testid="companions-loading">"Loading these sources…"</p>
        }
        .into_any(),
        State::Ready(content) => every_companion(&content),
        State::Failed(reasons) => companion::small_failure(&FAILED, reasons, again),
    });
    view! {
        <section class="data-section">
            <h2>"Sources of what loads when it is needed"</h2>
            {shown}
        </section>
    }
}

fn every_companion(content: &Content) -> AnyView {
    content
        .companions
        .iter()
        .map(one_companion)
        .collect_view()
        .into_any()
}

fn one_companion(own: &CompanionSources) -> impl IntoView + use<> {
    let schema = ["data/schema/", &own.key, ".schema.json"].concat();
    let heading = |title| view! { <h4>{title}</h4> }.into_any();
    let row = |(source, used_for): &(Source, String)| {
        source_row("companion-source-row", source, used_for.clone(), heading)
    };
    let rows = own.sources.iter().map(row);
    view! {
        <section class="companion" data-testid="companion">
            <h3>{own.title.clone()}</h3>
            <p class="prose">
                {own.holds.clone()} " "
                <a href=load::beside_the_pack(&own.file) download="">"The whole file as JSON"</a> " and "
                <a href=schema download="">"its schema"</a> "."
            </p>
            <div class="sources">{rows.collect_view()}</div>
        </section>
    }
}
