//! What leads to what, drawn for an action or for all of a cell, and the same as links.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::picture::Picture;
use roadmap_core::roadmap::{Chain, Node};

use super::desk::Desk;
use crate::figure::{Caption, Figure};

/// The causal chain of the actions about something; nothing where there are none.
pub fn view(desk: Desk, node: &Node) -> AnyView {
    let drawn = desk.ask(|graph| {
        let actions = graph.actions_about(node);
        if actions.is_empty() {
            return None;
        }
        let chain = graph.chain(&actions);
        let picture = graph.chain_picture(&chain, &graph.title(node));
        Some((picture, chain))
    });
    let Some((picture, chain)) = drawn else {
        return ().into_any();
    };
    let choose = Callback::new(move |key: String| {
        if let Some(node) = Node::from_key(&key) {
            desk.open(&node);
        }
    });
    let picture = StoredValue::new(Arc::new(picture));
    let picture: Signal<Arc<Picture>> = Signal::derive(move || picture.get_value());
    view! {
        <section>
            <Figure picture=picture caption=Caption::Full on_choose=choose/>
            {links(desk, chain)}
        </section>
    }
    .into_any()
}

/// The layers as lists of links.
fn links(desk: Desk, chain: Chain) -> AnyView {
    let layers = Chain::TITLES.into_iter().zip(chain.layers);
    let layer = |(title, nodes): (&'static str, Vec<Node>)| {
        let is_empty = nodes.is_empty();
        let links = nodes
            .into_iter()
            .map(|node| view! { <li>{desk.link(node)}</li> });
        let links = links.collect_view();
        view! {
            <li>
                <h3>{title}</h3>
                {is_empty.then(|| view! { <p class="facts">{Chain::NONE}</p> })}
                <ul>{links}</ul>
            </li>
        }
    };
    let layers = layers.map(layer).collect_view();
    view! {
        <details>
            <summary>"The same as links"</summary>
            <ol class="chain" data-testid="chain">{layers}</ol>
        </details>
    }
    .into_any()
}
