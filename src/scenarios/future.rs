//! The future: which one it started from, what was changed since, and the ways back.

use leptos::prelude::*;
use roadmap_core::data::model::{Scenario, Setting};
use roadmap_core::futures::{Change, Changed, based_on, changes};
use roadmap_core::page::scenarios::ScenariosPage;

use super::desk::Desk;
use super::files;
use crate::show;

/// The list of named futures, the story, and what was changed.
pub fn view(desk: Desk) -> AnyView {
    let base = Memo::new(move |_| desk.chosen().with(|chosen| chosen.base.clone()));
    let options = desk.evidence().scenarios.iter().map(move |scenario| {
        let is_chosen = show::flag(move || base.with(|base| *base == scenario.key));
        view! { <option value=scenario.key.clone() selected=is_chosen>{scenario.name.clone()}</option> }
    });
    let story = show::part(move || {
        let base = desk.evidence().scenario(&base.get());
        let lines = base.map(|base| base.story.lines()).into_iter().flatten();
        let lines = lines.map(|line| view! { <p>{line.to_owned()}</p> });
        lines.collect_view().into_any()
    });
    view! {
        <section class="future" aria-label="The future">
            <label class="figure-select">
                <span>"Start from"</span>
                <select
                    data-testid="future"
                    prop:value=show::text(move || base.get())
                    on:change:target=move |event| {
                        let key = event.target().value();
                        desk.change(|page| page.open(&key));
                    }
                >
                    {options.collect_view()}
                </select>
            </label>
            <div class="story prose" data-testid="story">{story}</div>
            {changed(desk)}
            {steps(desk)}
            {files::view(desk)}
        </section>
    }
    .into_any()
}

/// What differs from the future it started from. On a link with changes the list is open.
fn changed(desk: Desk) -> AnyView {
    let model = desk.place().model;
    let words = show::text(move || {
        desk.chosen()
            .with(|chosen| based_on(model, &chosen.base, &chosen.settings, &chosen.shifts))
    });
    let all = Memo::new(move |_| {
        desk.chosen()
            .with(|chosen| changes(model, &chosen.base, &chosen.settings, &chosen.shifts))
    });
    let is_open = !desk.page().with_untracked(ScenariosPage::is_as_told);
    // Rows are made anew only when other things are changed, not while one moves: a reason is
    // typed in them.
    let of = Memo::new(move |_| {
        all.with(|all| all.iter().map(|change| change.of).collect::<Vec<Changed>>())
    });
    let rows = show::part(move || {
        let rows = of.get().into_iter().map(|of| row(desk, of, all));
        rows.collect_view().into_any()
    });
    view! {
        <details class="changes" open=is_open data-testid="changes">
            <summary data-testid="based-on">{words}</summary>
            <ul>{rows}</ul>
        </details>
    }
    .into_any()
}

fn row(desk: Desk, of: Changed, all: Memo<Vec<Change>>) -> AnyView {
    let say = move |words: fn(&Change) -> String| {
        show::text(move || {
            all.with(|all| {
                let own = all.iter().find(|change| change.of == of);
                own.map(words).unwrap_or_default()
            })
        })
    };
    let reason = match of {
        Changed::Setting(setting) => why(desk, setting),
        Changed::Parameter(_) => ().into_any(),
    };
    view! {
        <li>
            <strong>{say(|change| change.name.clone())}</strong>
            ": "
            {say(|change| format!("{} instead of {}", change.after, change.before))}
            <span class="subtitle">" " {say(|change| change.real.clone())}</span>
            {reason}
        </li>
    }
    .into_any()
}

/// A box for the reason of a change, kept with the future.
fn why(desk: Desk, setting: Setting) -> AnyView {
    let reason = show::text(move || desk.own().reason(setting));
    view! {
        <label class="reason">
            <span>"Why?"</span>
            <input
                type="text"
                maxlength="400"
                data-testid=format!("reason-{}", setting.key())
                prop:value=reason
                on:change:target=move |event| desk.own().give_reason(setting, &event.target().value())
            />
        </label>
    }
    .into_any()
}

/// The ways back; none loses anything that cannot be had again.
fn steps(desk: Desk) -> AnyView {
    let button = |testid: &'static str,
                  words: &'static str,
                  is_off: Signal<bool>,
                  act: fn(Desk)| {
        view! {
            <button type="button" data-testid=testid disabled=is_off on:click=move |_| act(desk)>{words}</button>
        }
    };
    let undo = show::flag(move || !desk.can_undo().0);
    let redo = show::flag(move || !desk.can_undo().1);
    let is_as_told = show::flag(move || desk.page().with(ScenariosPage::is_as_told));
    let is_baseline = show::flag(move || {
        desk.page()
            .with(|page| page.is_as_told() && page.future == Scenario::BASELINE)
    });
    view! {
        <div class="future-steps">
            {button("undo", "Undo", undo, Desk::undo)}
            {button("redo", "Redo", redo, Desk::redo)}
            {button("reset-future", "Back to the future as told", is_as_told, |desk| {
                desk.change(ScenariosPage::reset_to_future);
            })}
            {button("reset-baseline", "Back to the baseline", is_baseline, |desk| {
                desk.change(|page| page.open(Scenario::BASELINE));
            })}
        </div>
    }
    .into_any()
}
