//! Data: every source, what uses it, the pack's version, what is not available.

mod companions;
mod sources;

use leptos::prelude::*;

use self::companions::Companions;
use self::sources::{FigureRows, SourceRows};
use crate::edge::{ask, keep, load};
use crate::explorer::Explorer;
use crate::lazy::{self, Make};

lazy::part!(
    /// The data page, loaded when it is first opened.
    pub PART: Make = data, || view! { <DataPage/> }.into_any()
);

/// The data page.
#[component]
fn DataPage() -> impl IntoView {
    let explorer = Explorer::here();
    let shared = explorer.shared();
    let dataset = &shared.dataset;
    let pack = load::pack_address().unwrap_or_default();
    let hash = dataset.content_hash.clone();
    let version = dataset.pack_version.clone();
    let unavailable = dataset.unavailable.iter().map(|entry| {
        let (what, why) = (entry.what.clone(), entry.why.clone());
        view! { <div data-testid="unavailable-row"><dt>{what}</dt><dd>{why}</dd></div> }
    });
    let unavailable = unavailable.collect_view();
    let findings = shared
        .findings
        .iter()
        .map(|finding| view! { <li>{finding.to_string()}</li> })
        .collect_view();
    let has_findings = !shared.findings.is_empty();
    let forget = move |_| {
        const WORDS: &str = "A workshop’s register or a story of yours is kept here. Forget it as well? It cannot be brought back.";
        if !keep::has_work() || ask::is_sure(WORDS) {
            explorer.forget();
        }
    };
    view! {
        <section class="hero">
            <h1>"Data and sources"</h1>
            <p class="summary">
                "Every figure here is published, or worked out from what is published, and says by whom, for when and under which licence."
            </p>
        </section>
        <section class="data-section">
            <h2>"The data pack"</h2>
            <p data-testid="pack-version">
                "Version " {version} ", content " <code class="hash">{hash}</code> ". "
                <a href=pack download="">"The whole pack as JSON"</a> " and "
                <a href="data/schema/pack.schema.json" download="">"its schema"</a> "."
            </p>
            {has_findings.then_some(view! { <p>"Some of it did not pass its checks and is left out:"</p> })}
            <ul class="findings">{findings}</ul>
        </section>
        <section class="data-section">
            <h2>"Sources"</h2>
            <SourceRows/>
        </section>
        <Companions/>
        <section class="data-section">
            <h2>"Figures"</h2>
            <FigureRows/>
        </section>
        <section class="data-section">
            <h2>"What is not available"</h2>
            <dl class="unavailable">{unavailable}</dl>
        </section>
        <section class="data-section">
            <h2>"Reading it without seeing it"</h2>
            <p class="prose">
                "Each picture is a figure with a sentence that says what it shows, a table of the same figures under "
                <em>"Data"</em>
                ", and a canvas that answers to the arrow keys: one step is one named point or area, Home and End lead to the ends, Enter chooses. Colours are kept apart by lightness as well as hue; high contrast and larger text are under "
                <em>"Display"</em> ". If something here cannot be read the way you read, that is a fault: tell whoever runs this site."
            </p>
        </section>
        <section class="data-section">
            <h2>"This device"</h2>
            <p class="prose">
                "The page keeps your colours, your text size, the last future that you made, the register of your workshop and your own story on this device, and nothing else. It sends nothing anywhere."
            </p>
            <button type="button" data-testid="forget" on:click=forget>
                "Forget everything on this device"
            </button>
        </section>
    }
}
