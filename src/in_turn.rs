//! Parts of the page that need not answer before what is in sight has.

use leptos::html;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;

use crate::edge::sight;
use crate::explorer::Explorer;

/// A part that follows the page at once while it is in sight, and else in its turn.
pub fn in_turn(make: fn(usize) -> AnyView, of: usize) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let explorer = Explorer::here().following(sight::is_in_sight(node));
    // An owner of its own: what is provided to one part must not reach its siblings.
    let owner = Owner::new();
    let inside = owner.with(|| {
        provide_context(explorer);
        make(of)
    });
    view! { <div class="in-turn" node_ref=node>{OwnedView::new_with_owner(inside, owner)}</div> }
        .into_any()
}
