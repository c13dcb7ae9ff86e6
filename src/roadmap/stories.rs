//! Stories: read as a page, or played step by step over the pages that they lead to.

use leptos::prelude::*;
use roadmap_core::data::roadmap::Story;
use roadmap_core::data::story_file::OWN_KEY;
use roadmap_core::link;
use roadmap_core::page::roadmap::{RoadmapPage, RoadmapPart};
use roadmap_core::page::{Page, View};

use super::desk::{self, Desk};
use super::{own, own_story};
use crate::shell::PageLink;
use crate::show;

/// All stories, or the one that is chosen.
pub fn view(desk: Desk) -> AnyView {
    own::refresh();
    let key = Memo::new(move |_| {
        desk.page().with(|page| {
            // While a story is recorded, the link names it wherever the reader goes.
            let is_recording = page.step == Some(RoadmapPage::RECORDING);
            page.story.clone().filter(|_| !is_recording)
        })
    });
    show::part(move || {
        let key = key.get();
        if key.as_deref() == Some(OWN_KEY) {
            return own_story::view(desk);
        }
        match key.and_then(|key| of(desk, &key)) {
            Some(own) => whole(desk, &own),
            None => all(desk),
        }
    })
}

/// The story of a key, the reader's own among them.
pub fn of(desk: Desk, key: &str) -> Option<Story> {
    if key == OWN_KEY {
        own::story()
    } else {
        desk.ask(|graph| graph.roadmap.story(key).cloned())
    }
}

fn all(desk: Desk) -> AnyView {
    let stories = desk.ask(|graph| graph.roadmap.stories.clone());
    let stories = stories.into_iter().map(|own| {
        let key = own.key.clone();
        let played = play(desk, &own);
        view! {
            <li data-testid="story">
                <h2>
                    <PageLink then_focus="content" change=move |page: &mut Page| desk::change(page, |page| {
                        page.part = RoadmapPart::Stories;
                        page.story = Some(key.clone());
                    })>{own.title}</PageLink>
                </h2>
                <p>{own.summary}</p>
                {played}
            </li>
        }
    });
    view! {
        <h1 data-testid="roadmap-title">"Stories"</h1>
        <p class="summary">"Guided tours through the explorer. Read one here, or play it step by step."</p>
        <ol class="stories" data-testid="stories">{stories.collect_view()}</ol>
        {own_story::way_there()}
    }
    .into_any()
}

fn whole(desk: Desk, own: &Story) -> AnyView {
    let step = |(number, step): (u16, &roadmap_core::data::roadmap::Step)| {
        let to = goes_to(desk, &own.key, number, &step.link);
        view! {
            <li data-testid="story-step">
                <h2>{step.title.clone()}</h2>
                <p class="prose">{step.words.clone()}</p>
                <p><PageLink then_focus="content" change=to>"See it"</PageLink></p>
            </li>
        }
    };
    let steps = (1..).zip(&own.steps).map(step).collect_view();
    view! {
        <article class="story" data-testid="story-page">
            {to_all()}
            <h1 data-testid="roadmap-title">{own.title.clone()}</h1>
            <p class="summary">{own.summary.clone()}</p>
            {play(desk, own)}
            <ol class="steps">{steps}</ol>
        </article>
    }
    .into_any()
}

/// The page on which a story is read; whoever recorded has ended.
pub fn read_at(page: &mut Page, key: &str) {
    page.view = View::Roadmap;
    page.roadmap = RoadmapPage {
        part: RoadmapPart::Stories,
        story: Some(key.to_owned()),
        ..RoadmapPage::default()
    }
    .write();
}

/// The way back to the list.
pub fn to_all() -> AnyView {
    let to = |page: &mut Page| desk::change(page, |page| page.part = RoadmapPart::Stories);
    view! { <p><PageLink then_focus="content" change=to>"All stories"</PageLink></p> }.into_any()
}

/// The way to a story's first step.
pub fn play(desk: Desk, own: &Story) -> AnyView {
    let Some(first) = own.steps.first() else {
        return ().into_any();
    };
    let to = goes_to(desk, &own.key, 1, &first.link);
    view! { <p><PageLink class="button" testid="story-play" then_focus="content" change=to>"Play it step by step"</PageLink></p> }
        .into_any()
}

/// The page of a step, which remembers the story and where in it the reader is. Layout and
/// colours stay as they are.
pub fn goes_to(
    desk: Desk,
    story: &str,
    number: u16,
    link: &str,
) -> impl Fn(&mut Page) + Send + Sync + 'static {
    let shared = desk.explorer().shared();
    let (shown, _) = link::read(link, &shared.dataset);
    let story = story.to_owned();
    move |page: &mut Page| {
        let (mode, theme, text_size) = (page.mode, page.theme, page.text_size);
        *page = Page {
            mode,
            theme,
            text_size,
            ..shown.clone()
        };
        let mut own = RoadmapPage::read(&page.roadmap).0;
        own.story = Some(story.clone());
        own.step = Some(number);
        page.roadmap = own.write();
    }
}
