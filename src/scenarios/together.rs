//! The files of a workshop, lever by lever: how far people agree, and the future in the middle.

use leptos::prelude::*;
use roadmap_core::data::model::Lever;
use roadmap_core::futures::{LeverTogether, Together, setting_words, together};

use super::desk::Desk;
use super::files;
use crate::{picked, show};

/// What the files have in common; without files, how to bring them.
pub fn view(desk: Desk) -> AnyView {
    let told = RwSignal::new(Vec::<String>::new());
    let all = Memo::new(move |_| {
        desk.own()
            .files
            .with(|files| together(desk.place().model, files))
    });
    let found = show::part(move || {
        match all.get() {
        Some(all) => table(desk, all),
        None => view! {
            <p class="prose">
                "Everybody saves a future as a file. Open all of them here: you see, lever by lever, who moved what, where people agree, and the future in the middle. The files stay on this device."
            </p>
        }
        .into_any(),
    }
    });
    view! {
        <section class="together" data-testid="together">
            <h2>"Futures of a workshop"</h2>
            {picked::files("open-together", ".toml", true, Callback::new(move |files| files::take_in(desk, files, told)))}
            {picked::told("together-told", move || told.get())}
            {found}
        </section>
    }
    .into_any()
}

fn table(desk: Desk, all: Together) -> AnyView {
    let evidence = desk.evidence();
    let rows = all.levers.into_iter().filter_map(|own| {
        let lever = evidence.lever(own.setting)?;
        Some(row(lever, own))
    });
    let median = StoredValue::new(all.median);
    view! {
        <p>{format!("{} futures.", all.futures)}</p>
        <div class="table-scroll" tabindex="0" role="group" aria-label="Levers of all futures">
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Lever"</th>
                        <th scope="col">"Lowest"</th>
                        <th scope="col">"In the middle"</th>
                        <th scope="col">"Highest"</th>
                        <th scope="col">"Who moved it, and how far they agree"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        <p class="find">
            <button type="button" data-testid="open-median" on:click=move |_| desk.open_file(&median.get_value())>
                "Open the future in the middle"
            </button>
        </p>
    }
    .into_any()
}

fn row(lever: &Lever, own: LeverTogether) -> AnyView {
    let cells = own
        .ends
        .map(|value| view! { <td>{setting_words(lever, value)}</td> });
    let reasons = own.reasons.into_iter();
    let reasons = reasons.map(|(who, why)| view! { <li>{who} ": " {why}</li> });
    view! {
        <tr>
            <th scope="row">{own.name}</th>
            {cells}
            <td>
                {own.words} <span class="subtitle">" " {own.touched.join(", ")}</span>
                <ul>{reasons.collect_view()}</ul>
            </td>
        </tr>
    }
    .into_any()
}
