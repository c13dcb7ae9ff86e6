//! The map through time: a period, a step either way, play and pause.

use std::time::Duration;

use leptos::prelude::*;
use roadmap_core::page::map::Show;
use roadmap_core::period::Period;

use super::desk::Desk;
use crate::show;

/// How long each period stays while the map plays.
const STAY: Duration = Duration::from_millis(1_200);

/// The controls of time, where the measure has several periods.
#[component]
pub fn Time() -> impl IntoView {
    let desk = Desk::here();
    let periods = Memo::new(move |_| {
        let figures = desk.figures().get();
        let of = figures.map(|figures| (figures.subject.slug.clone(), figures.level));
        let (atlas, shared) = (desk.atlas(), desk.shared());
        let periods = of.map(|(slug, level)| {
            let periods = atlas.periods(&shared.dataset, &slug, level);
            periods.into_iter().cloned().collect::<Vec<Period>>()
        });
        periods.unwrap_or_default()
    });
    let has_several = move || periods.with(|periods| periods.len() > 1);
    show::when(has_several, move || controls(desk, periods))
}

fn controls(desk: Desk, periods: Memo<Vec<Period>>) -> AnyView {
    let at = Memo::new(move |_| {
        let current = desk.figures().get().map(|figures| figures.period.clone());
        periods.with(|periods| {
            let is_current = |period: &Period| Some(period.as_str()) == current.as_deref();
            periods.iter().position(is_current).unwrap_or_default()
        })
    });
    let last = move || periods.with(|periods| periods.len().saturating_sub(1));
    let go = move |to: usize| {
        let period =
            periods.with_untracked(|periods| periods.get(to).map(|p| p.as_str().to_owned()));
        if period.is_some() {
            desk.adjust(|map| map.period = period);
        }
    };
    let is_playing = RwSignal::new(false);
    play(is_playing, move || {
        let to = untrack(move || {
            if at.get() >= last() {
                0
            } else {
                at.get().saturating_add(1)
            }
        });
        go(to);
        // A full round is enough: what moves for ever can't be read.
        if to == untrack(last) {
            is_playing.set(false);
        }
    });
    let words = show::text(move || {
        let at = at.get();
        periods.with(|periods| periods.get(at).map(Period::words).unwrap_or_default())
    });
    let play_words = move || if is_playing.get() { "Pause" } else { "Play" };
    view! {
        <div class="time" role="group" aria-label="Through time" data-testid="time">
            <button type="button" data-testid="time-play" on:click=move |_| is_playing.update(|is| *is = !*is)>
                {show::text(move || play_words().to_owned())}
            </button>
            <button
                type="button"
                data-testid="time-earlier"
                aria-label="Earlier"
                disabled=show::flag(move || at.get() == 0)
                on:click=move |_| go(at.get_untracked().saturating_sub(1))
            >
                "‹"
            </button>
            <input
                type="range"
                data-testid="time-slider"
                aria-label="Period"
                aria-valuetext=words
                min="0"
                max=show::text(move || last().to_string())
                prop:value=show::text(move || at.get().to_string())
                on:input:target=move |event| {
                    is_playing.set(false);
                    if let Ok(to) = event.target().value().parse() {
                        go(to);
                    }
                }
            />
            <button
                type="button"
                data-testid="time-later"
                aria-label="Later"
                disabled=show::flag(move || at.get() >= last())
                on:click=move |_| go(at.get_untracked().saturating_add(1))
            >
                "›"
            </button>
            <output data-testid="time-words">{words}</output>
        </div>
        <Since desk=desk periods=periods/>
    }
    .into_any()
}

/// The earlier period of a change.
#[component]
fn Since(desk: Desk, periods: Memo<Vec<Period>>) -> impl IntoView {
    let is_change = move || desk.map().with(|map| map.show == Show::Change);
    show::when(is_change, move || {
        let since = desk.map().with_untracked(|map| map.since.clone());
        let option = |period: &Period| {
            let is_chosen = Some(period.as_str()) == since.as_deref();
            view! { <option value=period.as_str().to_owned() selected=is_chosen>{period.words()}</option> }
        };
        let options = periods.with(|periods| periods.iter().map(option).collect_view());
        view! {
            <label class="figure-select">
                <span>"Change since"</span>
                <select
                    data-testid="since-select"
                    on:change:target=move |event| {
                        let since = event.target().value();
                        desk.go(|map| map.since = Some(since));
                    }
                >
                    {options}
                </select>
            </label>
        }
        .into_any()
    })
}

/// Takes a step at intervals for as long as it plays.
fn play(is_playing: RwSignal<bool>, step: impl Fn() + Copy + 'static) {
    show::effect(move || {
        if !is_playing.get() {
            return;
        }
        if let Ok(timer) = set_interval_with_handle(step, STAY) {
            // On pausing, and when the map goes: a timer would outlive what it steps through.
            on_cleanup(move || timer.clear());
        }
    });
}
