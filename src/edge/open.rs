//! Opening files that a reader chooses or drops.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

/// A chosen file.
pub struct Opened {
    /// What it is called.
    pub name: String,
    /// Its text; none when it is longer than was asked for, or could not be read.
    pub text: Option<String>,
}

/// The files that were dropped on the page; none when it was something else.
pub fn dropped(event: &JsValue) -> Option<FileList> {
    let transfer = Reflect::get(event, &"dataTransfer".into()).ok()?;
    let files = Reflect::get(&transfer, &"files".into()).ok()?;
    let files: FileList = files.dyn_into().ok()?;
    (files.length() > 0).then_some(files)
}

/// Reads the chosen files one after the other; those longer than a number of bytes are not read.
pub async fn texts(files: FileList, most_bytes: usize) -> Vec<Opened> {
    let mut opened = Vec::new();
    for file in (0..files.length()).filter_map(|at| files.get(at)) {
        let text = if file.size() <= most_bytes as f64 {
            text_of(&file).await
        } else {
            None
        };
        opened.push(Opened {
            name: file.name(),
            text,
        });
    }
    opened
}

async fn text_of(file: &File) -> Option<String> {
    let text = JsFuture::from(file.text()).await.ok()?;
    text.dyn_ref::<js_sys::JsString>().map(String::from)
}
