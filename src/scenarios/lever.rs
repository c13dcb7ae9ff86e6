//! One lever: slider, number box, steps, and what is known of it.

use leptos::prelude::*;
use roadmap_core::data::model::Lever;
use roadmap_core::futures::{LeverFacts, lever_facts, lever_words, nudged, on_steps, step};
use roadmap_core::roadmap::Node;

use super::desk::Desk;
use crate::shell::roadmap_link;
use crate::show;

/// A lever that a reader can move, unless it is locked.
pub fn view(desk: Desk, lever: &'static Lever, is_locked: Signal<bool>) -> AnyView {
    let setting = lever.setting;
    let key = setting.key();
    let level = Memo::new(move |_| desk.level(setting));
    let value = show::text(move || level.get().to_string());
    let set = move |value: f64| {
        let value = on_steps(lever, value);
        desk.change(|page| page.move_lever(desk.evidence(), setting, value));
    };
    let hold = move |words: String| {
        if let Ok(value) = words.parse() {
            desk.hold(setting, on_steps(lever, value));
        }
    };
    let nudge = move |steps: f64| set(nudged(lever, level.get_untracked(), steps));
    let typed = move |input: web_sys::HtmlInputElement| {
        match input.value().parse() {
            Ok(value) => set(value),
            // Nothing that can be set: what stands stays in sight.
            Err(_) => input.set_value(&level.get_untracked().to_string()),
        }
    };
    let is_least = show::flag(move || is_locked.get() || level.get() <= lever.least);
    let is_most = show::flag(move || is_locked.get() || level.get() >= lever.most);
    let is_moved = show::flag(move || {
        desk.page()
            .with(|page| page.levers.iter().any(|(own, _)| *own == setting))
    });
    let challenges = lever.grand_challenges.iter();
    let challenges = challenges.map(|own| view! { <span class="grade grand">{own.title()}</span> });
    let model = desk.place().model;
    let real = show::text(move || lever_words(model, setting, level.get()));
    let marks = lever_facts(model, setting).map(|facts| marks(lever, &facts));
    let [unit_id, marks_id] = ["unit", "marks"].map(|own| format!("lever-{key}-{own}"));
    view! {
        <div class="lever" role="group" aria-label=lever.name.clone() class:is-moved=is_moved data-testid=format!("lever-{key}")>
            <div class="lever-head">
                <span class="lever-name">{lever.name.clone()}</span>
                <span class="grade" title="How good the evidence is">"evidence " {lever.grade.letter.words()}</span>
                {challenges.collect_view()}
            </div>
            <div class="lever-row">
                <button type="button" aria-label="Less" data-testid="less" disabled=is_least on:click=move |_| nudge(-1.0)>"−"</button>
                <input
                    type="range"
                    min=lever.least.to_string()
                    max=lever.most.to_string()
                    step=step(lever).to_string()
                    list=marks_id.clone()
                    aria-label=lever.name.clone()
                    aria-describedby=unit_id.clone()
                    disabled=is_locked
                    prop:value=value
                    on:input:target=move |event| hold(event.target().value())
                    on:change:target=move |event| typed(event.target())
                    on:blur=move |_| desk.let_go()
                />
                <button type="button" aria-label="More" data-testid="more" disabled=is_most on:click=move |_| nudge(1.0)>"+"</button>
                <input
                    type="number"
                    min=lever.least.to_string()
                    max=lever.most.to_string()
                    step="any"
                    aria-label=format!("{}, a number", lever.name)
                    aria-describedby=unit_id.clone()
                    disabled=is_locked
                    prop:value=value
                    on:change:target=move |event| typed(event.target())
                />
            </div>
            <datalist id=marks_id>{marks}</datalist>
            <p class="lever-words" id=unit_id>{lever.unit.clone()} ". " <span data-testid="real">{real}</span></p>
            <details class="lever-more">
                <summary>"What is known"</summary>
                {known(desk, lever)}
                <p>{lever.note.clone()}</p>
                <p class="source">"Source: " {lever.source.clone()}</p>
                <p>{roadmap_link(Node::Lever(setting))}</p>
                <button type="button" data-testid="reset-lever" disabled=show::flag(move || !is_moved.get()) on:click=move |_| desk.change(|page| page.reset_lever(setting))>
                    "Back to where the future has it"
                </button>
            </details>
        </div>
    }
    .into_any()
}

/// The default and what the place or its districts have done, as ticks under the slider.
fn marks(lever: &Lever, facts: &LeverFacts) -> AnyView {
    let default = view! { <option value=lever.default.to_string()></option> };
    let own = facts.marks.iter();
    let own =
        own.map(|mark| view! { <option value=mark.at.to_string()>{mark.words.clone()}</option> });
    view! { {default} {own.collect_view()} }.into_any()
}

/// When it comes into force, what one unit does and how sure that is, what has been done before,
/// and what it touches.
fn known(desk: Desk, lever: &Lever) -> AnyView {
    let Some(facts) = lever_facts(desk.place().model, lever.setting) else {
        return ().into_any();
    };
    let effects = facts.effects.into_iter().map(|effect| {
        let [nothing, low, central, high] = effect.along;
        view! {
            <li>
                {effect.meaning} ": " {effect.words}
                <svg class="effect" viewBox="-0.02 0 1.04 0.2" preserveAspectRatio="none" aria-hidden="true">
                    <line class="effect-axis" x1="0" x2="1" y1="0.1" y2="0.1"></line>
                    <line class="effect-nothing" x1=nothing x2=nothing y1="0" y2="0.2"></line>
                    <line class="effect-band" class:may-be-nothing=effect.may_be_nothing x1=low x2=high y1="0.1" y2="0.1"></line>
                    <line class="effect-middle" x1=central x2=central y1="0" y2="0.2"></line>
                </svg>
            </li>
        }
    });
    let marks = facts.marks.into_iter();
    let marks = marks.map(|mark| view! { <li>{mark.words}</li> });
    let touches = facts.touches.join(", ");
    let points = facts
        .ramp
        .iter()
        .map(|[along, down]| format!("{along},{down}"));
    let line = points.collect::<Vec<_>>().join(" ");
    view! {
        <p>{facts.grade} ". " {facts.in_force}</p>
        <svg class="ramp" viewBox="0 -0.1 1 1.2" preserveAspectRatio="none" aria-hidden="true">
            <polyline points=line></polyline>
        </svg>
        <ul>{effects.collect_view()} {marks.collect_view()}</ul>
        <p>"It touches first: " {touches} "."</p>
    }
    .into_any()
}
