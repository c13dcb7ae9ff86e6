//! The reader's own story: begun, its words written, its steps put in order, saved and opened.

use leptos::prelude::*;
use leptos::task::spawn_local;
use roadmap_core::data::roadmap::Story;
use roadmap_core::data::story_file::{self, MOST_BYTES, OWN_KEY};
use roadmap_core::page::Page;
use roadmap_core::picture::file_stem;
use web_sys::FileList;

use super::desk::Desk;
use super::own;
use super::stories::{goes_to, play, to_all};
use crate::edge::{held, keep, later, root, save};
use crate::shell::PageLink;
use crate::{picked, show};

/// From the list of stories to the reader's own.
pub fn way_there() -> AnyView {
    let words = show::text(|| match own::story() {
        Some(story) => ["Go on with “", &story.title, "”"].concat(),
        None => "Make a story of your own".to_owned(),
    });
    view! {
        <h2>"Your own"</h2>
        <p>"Go through the explorer and add what you see as a step, with words of yours: for a talk, a meeting, a colleague."</p>
        <p class="find"><PageLink class="button" testid="own-story-open" then_focus="content" change=own::finish>{words}</PageLink></p>
    }
    .into_any()
}

/// The page on which it is changed.
pub fn view(desk: Desk) -> AnyView {
    own::refresh();
    held::hold(keep::on_change(own::refresh));
    let is_begun = Memo::new(|_| own::story().is_some());
    let head = show::when(move || is_begun.get(), move || head(desk));
    let count = Memo::new(|_| own::story().map_or(0, |own| own.steps.len()));
    let steps = show::part(move || {
        let count = count.get();
        let rows = (0..count).map(|at| step(desk, at, at + 1 == count));
        rows.collect_view().into_any()
    });
    let take = Callback::new(|files: FileList| {
        spawn_local(async move {
            let (texts, mut told) = picked::texts(files, MOST_BYTES, "a story").await;
            for (name, text) in texts.into_iter().take(1) {
                let findings = match story_file::read(&name, &text) {
                    Ok((story, findings)) => {
                        own::replace(Some(story));
                        findings
                    }
                    Err(finding) => vec![finding],
                };
                told.extend(findings.iter().map(ToString::to_string));
            }
            own::tell(told);
        });
    });
    let save = move |_| {
        let Some(story) = own::story_untracked() else {
            return;
        };
        let name = [&file_stem(&["story", &story.title]), ".json"].concat();
        if save::text(&name, "application/json", &story_file::write(&story)).is_none() {
            own::tell(vec![save::REFUSED.to_owned()]);
        }
    };
    let has_none = show::flag(move || !is_begun.get());
    let (cannot_undo, cannot_redo) = (show::flag(|| !own::can().0), show::flag(|| !own::can().1));
    view! {
        <article class="story" data-testid="own-story">
            {to_all()}
            <h1 data-testid="roadmap-title">"Your own story"</h1>
            <p class="summary">"Press record, go anywhere, and add each view that belongs to it. It stays on this device until you save it as a file."</p>
            <div class="find entry-tools">
                <PageLink class="button" testid="record" then_focus="content" change=own::begin>"Record steps"</PageLink>
                {picked::files("open-story", ".json", false, take)}
                <button type="button" data-testid="save-story" disabled=has_none on:click=save>"Save as a file"</button>
                <button type="button" data-testid="undo-story" disabled=cannot_undo on:click=|_| own::undo()>"Undo"</button>
                <button type="button" data-testid="redo-story" disabled=cannot_redo on:click=|_| own::redo()>"Redo"</button>
                <button type="button" data-testid="forget-story" disabled=has_none on:click=|_| own::replace(None)>"Forget it"</button>
            </div>
            {picked::aside(Callback::new(own::tell))}
            {picked::told("story-told", own::told)}
            {head}
            <ol class="steps">{steps}</ol>
        </article>
    }
    .into_any()
}

/// Its title and what it is about, and the way to play it.
fn head(desk: Desk) -> AnyView {
    let played =
        show::part(move || own::story().map_or_else(|| ().into_any(), |own| play(desk, &own)));
    view! {
        {words("own-title", "Title", |story| Some(&mut story.title))}
        {words("own-summary", "What it is about", |story| Some(&mut story.summary))}
        {played}
    }
    .into_any()
}

/// A field whose words go to the story as they are typed; all that was typed at a time is one
/// step back.
fn words(
    testid: &'static str,
    name: &'static str,
    of: impl Fn(&mut Story) -> Option<&mut String> + Copy + Send + Sync + 'static,
) -> AnyView {
    let now = show::text(move || {
        let mut story = own::story();
        let words = story.as_mut().and_then(of);
        words.map(std::mem::take).unwrap_or_default()
    });
    let before = StoredValue::new(None::<Option<Story>>);
    let put = move |typed: String| {
        own::change(|story| {
            if let Some(words) = of(story) {
                *words = typed;
            }
        });
    };
    view! {
        <label class="figure-select">
            <span>{name}</span>
            <input
                type="text"
                data-testid=testid
                prop:value=now
                on:focus=move |_| before.set_value(Some(own::story_untracked()))
                on:input:target=move |event| put(event.target().value())
                on:change=move |_| {
                    if let Some(before) = before.try_update_value(Option::take).flatten() {
                        own::remember(before);
                    }
                    before.set_value(Some(own::story_untracked()));
                }
            />
        </label>
    }
    .into_any()
}

fn step(desk: Desk, at: usize, is_last: bool) -> AnyView {
    let number = u16::try_from(at + 1).unwrap_or(u16::MAX);
    let swap = move |with: usize, button: &'static str| {
        own::step(|story| {
            if at.max(with) < story.steps.len() {
                story.steps.swap(at, with);
            }
        });
        // The keyboard goes with the step that moved.
        root::focus(&[button, &with.to_string()].concat());
    };
    let remove = move |_| {
        own::step(|story| {
            if at < story.steps.len() {
                story.steps.remove(at);
            }
        });
        let beside = own::story_untracked().map_or(0, |own| own.steps.len().saturating_sub(1));
        let beside = [STEP, &at.min(beside).to_string()].concat();
        later::after_paint(move || root::focus(&beside));
    };
    let to = move |page: &mut Page| {
        let link = own::story().and_then(|own| own.steps.get(at).map(|own| own.link.clone()));
        goes_to(desk, OWN_KEY, number, &link.unwrap_or_default())(page);
    };
    let about = |what: &str| [what, " step ", &number.to_string()].concat();
    let [step_id, up_id, down_id] = [STEP, UP, DOWN].map(|what| [what, &at.to_string()].concat());
    view! {
        <li id=step_id data-testid="own-step" tabindex="-1">
            {words("step-title", "What is to be seen", move |story| story.steps.get_mut(at).map(|own| &mut own.title))}
            {words("step-words", "What to say of it", move |story| story.steps.get_mut(at).map(|own| &mut own.words))}
            <div class="entry-acts">
                <PageLink then_focus="content" change=to>"See it"</PageLink>
                <button type="button" id=up_id data-testid="step-up" aria-label=about("Move up") disabled=at == 0 on:click=move |_| swap(at.saturating_sub(1), UP)>"▲"</button>
                <button type="button" id=down_id data-testid="step-down" aria-label=about("Move down") disabled=is_last on:click=move |_| swap(at + 1, DOWN)>"▼"</button>
                <button type="button" data-testid="step-remove" aria-label=about("Take out") on:click=remove>"Take out"</button>
            </div>
        </li>
    }
    .into_any()
}

/// What a step and its buttons are called, before its place.
const STEP: &str = "own-step-";
const UP: &str = "step-up-";
const DOWN: &str = "step-down-";
