//! What the parts of the view share: the roadmap, the choice, and links to whatever hangs on it.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::data::model::Setting;
use roadmap_core::data::read_roadmap;
use roadmap_core::data::roadmap::Roadmap;
use roadmap_core::page::Page;
use roadmap_core::page::roadmap::RoadmapPage;
use roadmap_core::roadmap::{Finder, Graph, Link, Node, page_of, scenario_of};

use crate::companion::{self, Kept, Reading};
use crate::edge::{later, root};
use crate::explorer::{Explorer, Shared};
use crate::shell::PageLink;

/// The roadmap, once it is read.
pub static ROADMAP: Kept<Roadmap> = Kept::new();

/// Reads the roadmap.
pub fn read(shared: Arc<Shared>) -> Reading<Roadmap> {
    Box::pin(async move {
        let (file, bytes) = companion::fetch(&shared, "roadmap").await?;
        let reading = read_roadmap(&file, &bytes, &shared.dataset);
        let told = || reading.findings.iter().map(ToString::to_string).collect();
        reading.roadmap.ok_or_else(told)
    })
}

/// A handle to all of it, cheap to copy and given down by context.
#[derive(Clone, Copy)]
pub struct Desk {
    explorer: Explorer,
    roadmap: StoredValue<Arc<Roadmap>>,
    finder: StoredValue<Finder>,
    page: Memo<RoadmapPage>,
    refused: Memo<Vec<String>>,
}

/// Changes what a page says of the roadmap.
pub fn change(page: &mut Page, change: impl FnOnce(&mut RoadmapPage)) {
    let mut own = RoadmapPage::default();
    change(&mut own);
    page.roadmap = own.write_after(&page.roadmap);
}

impl Desk {
    /// Lays the desk out.
    pub fn new(explorer: Explorer, roadmap: Arc<Roadmap>) -> Self {
        let choices = explorer.part(|page| page.roadmap.clone());
        let read = Memo::new(move |_| choices.with(RoadmapPage::read));
        Self {
            explorer,
            finder: StoredValue::new(roadmap.finder()),
            roadmap: StoredValue::new(roadmap),
            page: Memo::new(move |_| read.with(|(page, _)| page.clone())),
            refused: Memo::new(move |_| {
                read.with(|(_, refused)| {
                    let words = refused.iter().map(|(_, words)| {
                        let shown: String = words.chars().take(60).collect();
                        [
                            "This link asked for something that is not on the roadmap: “",
                            &shown,
                            "”. All is shown.",
                        ]
                        .concat()
                    });
                    words.collect()
                })
            }),
        }
    }

    /// The explorer around it.
    pub fn explorer(self) -> Explorer {
        self.explorer
    }

    /// What the reader has chosen about the roadmap.
    pub fn page(self) -> Memo<RoadmapPage> {
        self.page
    }

    /// What the link asked for that is not understood, a sentence each.
    pub fn refused(self) -> Memo<Vec<String>> {
        self.refused
    }

    /// Asks the roadmap something.
    pub fn ask<T>(self, question: impl FnOnce(Graph<'_>) -> T) -> T {
        let shared = self.explorer.shared();
        self.roadmap.with_value(|roadmap| {
            question(Graph {
                roadmap,
                dataset: &shared.dataset,
            })
        })
    }

    /// Asks what is ready for searching.
    pub fn find<T>(self, question: impl FnOnce(&Finder) -> T) -> T {
        self.finder.with_value(question)
    }

    /// Changes the page, with an entry that Back returns from.
    pub fn go(self, change: impl FnOnce(&mut RoadmapPage)) {
        let mut page = self.page.get_untracked();
        change(&mut page);
        self.explorer.go(|whole| whole.roadmap = page.write());
    }

    /// Changes the page without an entry of its own, for what is typed.
    pub fn adjust(self, change: impl FnOnce(&mut RoadmapPage)) {
        let mut page = self.page.get_untracked();
        change(&mut page);
        self.explorer.adjust(|whole| whole.roadmap = page.write());
    }

    /// Opens the page of something, as a link to it does.
    pub fn open(self, node: &Node) {
        self.explorer
            .go(|page| *page = self.ask(|graph| page_of(&graph, node, page)));
        later::after_paint(|| root::focus("content"));
    }

    /// A link to something, with its title for words.
    pub fn link(self, node: Node) -> AnyView {
        let title = self.ask(|graph| graph.title(&node));
        self.link_with(node, title)
    }

    /// A link to something, in other words.
    pub fn link_with(self, node: Node, words: String) -> AnyView {
        let to = move |page: &mut Page| *page = self.ask(|graph| page_of(&graph, &node, page));
        view! { <PageLink then_focus="content" change=to>{words}</PageLink> }.into_any()
    }

    /// A link to what a lever does in a scenario.
    pub fn scenario(self, lever: (Setting, Option<f64>)) -> AnyView {
        let to = move |page: &mut Page| {
            *page = self.ask(|graph| scenario_of(&graph, lever, page));
        };
        view! { <PageLink testid="to-scenario" then_focus="content" change=to>"See what that does in a scenario"</PageLink> }
            .into_any()
    }

    /// All that hangs on something, by how it does.
    pub fn ways_on(self, node: &Node) -> AnyView {
        let links = self.ask(|graph| graph.links(node));
        let mut groups: Vec<(&'static str, Vec<Node>)> = Vec::new();
        for Link { how, to } in links {
            match groups.iter_mut().find(|(own, _)| *own == how) {
                Some((_, nodes)) => nodes.push(to),
                None => groups.push((how, vec![to])),
            }
        }
        let group = |(how, nodes): (&'static str, Vec<Node>)| {
            let links = nodes
                .into_iter()
                .map(|node| view! { <li>{self.link(node)}</li> });
            view! { <div><dt>{how}</dt><dd><ul>{links.collect_view()}</ul></dd></div> }
        };
        let groups = groups.into_iter().map(group).collect_view();
        view! { <dl class="ways-on">{groups}</dl> }.into_any()
    }

    /// Where a fact comes from: its paper, or that it is this explorer's own.
    pub fn source(self, document: Option<&str>, is_illustrative: bool) -> AnyView {
        let node = document.map(|key| Node::Document(key.to_owned()));
        let paper = node.map(|node| self.link(node));
        let own = "This explorer’s own proposal, for illustration";
        match (paper, is_illustrative) {
            (Some(paper), false) => view! { <p class="source">"Source: "{paper}</p> }.into_any(),
            (Some(paper), true) => {
                view! { <p class="source illustrative">{own}", after: "{paper}</p> }.into_any()
            }
            (None, true) => view! { <p class="source illustrative">{own}"."</p> }.into_any(),
            (None, false) => ().into_any(),
        }
    }
}
