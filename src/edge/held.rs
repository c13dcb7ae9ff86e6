//! Browser handles that live as long as the part of the page that needs them.

use std::any::Any;

use leptos::prelude::*;

/// Keeps a handle until the current owner ends, then drops it.
pub fn hold(handle: impl Any) {
    // Boxed, so that the app carries one store for handles of every type.
    let held: StoredValue<Box<dyn Any>, LocalStorage> = StoredValue::new_local(Box::new(handle));
    on_cleanup(move || held.dispose());
}
