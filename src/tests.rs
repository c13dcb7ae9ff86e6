//! What the browser tests share, and the one that asks for the same bits as natively.

#[path = "../crates/core/tests/bits/sums.rs"]
mod sums;

use std::sync::LazyLock;

use roadmap_core::data::read_pack;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Window};

use crate::explorer::Shared;

wasm_bindgen_test_configure!(run_in_browser);

/// The committed pack, as the app holds it.
pub static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let bytes = include_bytes!("../public/data/hertfordshire.json");
    let reading = read_pack("the pack", bytes);
    Shared::new(reading.dataset.unwrap(), reading.findings)
});

pub fn window() -> Window {
    web_sys::window().unwrap()
}

pub fn document() -> Document {
    window().document().unwrap()
}

/// A piece of page that is gone again when dropped.
pub struct Piece(pub Element);

impl Piece {
    pub fn of(html: &str) -> Self {
        let holder = document().create_element("div").unwrap();
        holder.set_inner_html(html);
        document().body().unwrap().append_child(&holder).unwrap();
        Self(holder)
    }
}

impl Drop for Piece {
    fn drop(&mut self) {
        self.0.remove();
    }
}

#[wasm_bindgen_test]
fn sums_and_pictures_are_the_same_to_the_last_bit_as_natively() {
    let kept = include_str!("../crates/core/tests/bits/golden.txt");
    let found = sums::sums(&SHARED.dataset, SHARED.map.as_ref());
    assert_eq!(found, kept);
}
