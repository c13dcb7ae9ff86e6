//! A future as a file: saved, opened, and kept on this device.

use leptos::prelude::*;
use leptos::task::spawn_local;
use roadmap_core::data::scenario_file::{self, MOST_BYTES, ScenarioFile};
use roadmap_core::picture::file_stem;
use web_sys::FileList;

use super::desk::Desk;
use super::more;
use crate::edge::{keep, save};
use crate::{lazy, picked, show};

/// More files than any workshop has.
const MOST_FILES: usize = 1_000;

/// Saving, opening, and what is kept here from before.
pub fn view(desk: Desk) -> AnyView {
    let told = RwSignal::new(Vec::<String>::new());
    let was_opened = RwSignal::new(false);
    let body = show::when(
        move || was_opened.get(),
        move || lazy::piece(&more::SAVE_AND_OPEN, move |view| view(desk, told)),
    );
    view! {
        <details class="lever-more" on:toggle=move |_| was_opened.set(true)>
            <summary data-testid="files">"Save and open"</summary>
            {body}
        </details>
        {kept(desk)}
        {picked::told("file-told", move || told.get())}
    }
    .into_any()
}

/// What stands behind “Save and open”.
pub fn save_and_open(desk: Desk, told: RwSignal<Vec<String>>) -> AnyView {
    let save = move |_| {
        let file = desk.file();
        let name = format!("{}.toml", file_stem(&[&file.name]));
        if save::text(&name, "application/toml", &scenario_file::write(&file)).is_none() {
            told.set(vec![save::REFUSED.to_owned()]);
        }
    };
    view! {
        <div class="future-files">
            <label class="figure-select">
                <span>"Its name"</span>
                <input
                    type="text"
                    maxlength="80"
                    data-testid="future-name"
                    prop:value=show::text(move || desk.file_name())
                    on:change:target=move |event| desk.own().call(&event.target().value())
                />
            </label>
            <button type="button" data-testid="save-future" on:click=save>"Save as a file"</button>
            {picked::files("open-future", ".toml", true, Callback::new(move |files| take_in(desk, files, told)))}
        </div>
    }
    .into_any()
}

/// The last future kept on this device, while another is shown.
fn kept(desk: Desk) -> AnyView {
    let file = RwSignal::new(None::<ScenarioFile>);
    if let Some(text) = keep::future() {
        spawn_local(async move {
            // What cannot be read is of another version, and stays where it is.
            let read = more::READ.get().await.ok();
            let own = read.and_then(|read| read(&text, desk.evidence()).ok());
            if let Some(own) = own.filter(|own| !desk.is_shown(own)) {
                file.try_set(Some(own));
            }
        });
    }
    show::part(move || {
        let Some(own) = file.get() else {
            return ().into_any();
        };
        let words = format!("Go on with “{}”", own.name);
        view! {
            <button
                type="button"
                data-testid="kept-future"
                on:click=move |_| {
                    desk.open_file(&own);
                    file.set(None);
                }
            >
                {words}
            </button>
            <button
                type="button"
                data-testid="forget-future"
                on:click=move |_| {
                    keep::set_future(None);
                    file.set(None);
                }
            >
                "Forget it"
            </button>
        }
        .into_any()
    })
}

/// One file is opened; several are laid side by side.
pub fn take_in(desk: Desk, files: FileList, told: RwSignal<Vec<String>>) {
    if files.length() as usize > MOST_FILES {
        told.set(vec![format!(
            "These are more than {MOST_FILES} files. Choose fewer at a time."
        )]);
        return;
    }
    spawn_local(async move {
        let Ok(read) = more::READ.get().await else {
            told.try_set(vec![
                "What reads files did not load. Check your connection and try again.".to_owned(),
            ]);
            return;
        };
        let mut good: Vec<ScenarioFile> = Vec::new();
        let (texts, mut faults) = picked::texts(files, MOST_BYTES, "a future").await;
        for (name, text) in texts {
            match read(&text, desk.evidence()) {
                Ok(own) => good.push(own),
                Err(all) => faults.extend(all.iter().map(|fault| format!("{name}, {fault}"))),
            }
        }
        match good.as_slice() {
            [] => {}
            [alone] => desk.open_file(alone),
            _ => desk.lay_together(good),
        }
        told.try_set(faults);
    });
}
