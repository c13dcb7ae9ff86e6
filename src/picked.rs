//! Files that a reader picks, or drops on the button, and what became of them.

use leptos::prelude::*;
use web_sys::FileList;

use crate::edge::{keep, open, save};
use crate::show;

/// A button for files of some ending, such as `.toml`: one, or several at a time.
pub fn files(
    testid: &'static str,
    ending: &'static str,
    several: bool,
    take: Callback<FileList>,
) -> AnyView {
    let words = if several {
        "Open or drop files"
    } else {
        "Open or drop a file"
    };
    view! {
        <label
            class="button file-button"
            on:dragover=|event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                if let Some(files) = open::dropped(&event) {
                    take.run(files);
                }
            }
        >
            {words}
            <input
                type="file"
                multiple=several
                accept=ending
                class="sr-only"
                data-testid=testid
                // The same file may be chosen again after it was mended.
                on:click:target=|event| event.target().set_value("")
                on:change:target=move |event| {
                    if let Some(files) = event.target().files() {
                        take.run(files);
                    }
                }
            />
        </label>
    }
    .into_any()
}

/// The names and texts of files, and a line for each that could not be read; `kind` is what they
/// should be: `a register`.
pub async fn texts(
    files: FileList,
    most_bytes: usize,
    kind: &str,
) -> (Vec<(String, String)>, Vec<String>) {
    let (mut texts, mut faults) = (Vec::new(), Vec::new());
    for file in open::texts(files, most_bytes).await {
        match file.text {
            Some(text) => texts.push((file.name, text)),
            None => faults.push(format!(
                "{}: larger than {kind} ever is, or it could not be read. It was left out.",
                file.name
            )),
        }
    }
    (texts, faults)
}

/// What became of the last files, a line each, told as it comes.
pub fn told(
    testid: &'static str,
    told: impl Fn() -> Vec<String> + Send + Sync + 'static,
) -> AnyView {
    let lines = show::part(move || {
        let line = |words: String| view! { <li>{words}</li> };
        let lines = told().into_iter().map(line).collect_view();
        view! { <ul class="findings">{lines}</ul> }.into_any()
    });
    view! { <div role="status" data-testid=testid>{lines}</div> }.into_any()
}

/// What was kept on this device and cannot be read any more, to be saved.
pub fn aside(tell: Callback<Vec<String>>) -> AnyView {
    let Some(text) = keep::aside() else {
        return ().into_any();
    };
    let save = move |_| {
        if save::text("kept-on-this-device.txt", "text/plain", &text).is_none() {
            tell.run(vec![save::REFUSED.to_owned()]);
        }
    };
    view! {
        <p class="notice" data-testid="kept-aside">
            "Something that was kept on this device could not be read. It is still here."
            <button type="button" on:click=save>"Save it as it is"</button>
        </p>
    }
    .into_any()
}
