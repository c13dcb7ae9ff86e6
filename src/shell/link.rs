//! A link inside the app: a real address, followed without loading the page again.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::page::Page;
use roadmap_core::roadmap::{Node, actions_about};

use crate::edge::root;
use crate::explorer::Explorer;
use crate::{show, views};

/// A link from something shown elsewhere to what the roadmap does about it.
pub fn roadmap_link(node: Node) -> AnyView {
    let to = move |page: &mut Page| *page = actions_about(&node, page);
    view! { <PageLink testid="to-roadmap" then_focus="content" change=to>"What the roadmap does about this"</PageLink> }
        .into_any()
}

/// A change of the page that a link makes.
#[derive(Clone)]
pub struct PageChange(Arc<dyn Fn(&mut Page) + Send + Sync>);

impl<F: Fn(&mut Page) + Send + Sync + 'static> From<F> for PageChange {
    fn from(change: F) -> Self {
        Self(Arc::new(change))
    }
}

/// A link to the page as it would be after a change.
#[component]
pub fn PageLink(
    /// What following it changes.
    #[prop(into)]
    change: PageChange,
    /// Its name in tests.
    #[prop(optional)]
    testid: Option<&'static str>,
    /// Its class.
    #[prop(optional)]
    class: Option<&'static str>,
    /// Its name where the words in sight do not say enough.
    #[prop(optional)]
    label: Option<String>,
    /// The element that takes the focus once it is followed.
    #[prop(optional)]
    then_focus: Option<&'static str>,
    /// Whether it leads to where the reader is.
    #[prop(optional, into)]
    is_current: Signal<bool>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let explorer = Explorer::here();
    let PageChange(change) = change;
    let linked = Arc::clone(&change);
    let target = Arc::clone(&change);
    let prefetch = Callback::new(move |()| {
        let mut page = explorer.page().get_untracked();
        target(&mut page);
        views::prefetch(&page);
    });
    let follow = move |event: web_sys::MouseEvent| {
        // A reader who asks for a new tab or window gets one.
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        explorer.go(&*change);
        if let Some(id) = then_focus {
            root::focus(id);
        }
    };
    view! {
        <a
            class=class
            data-testid=testid
            aria-label=label
            href=show::text(move || explorer.link_to(&*linked))
            aria-current=show::maybe(move || is_current.get().then(|| "page".to_owned()))
            on:pointerenter=move |_| prefetch.run(())
            on:focus=move |_| prefetch.run(())
            on:click=follow
        >
            {children()}
        </a>
    }
}
