//! What lies behind a figure: who lives there, why it is so, how sure it is; and all figures at
//! once.

use leptos::prelude::*;
use roadmap_core::futures::{About, CARDS, People, how_sure_words, pictures, why_words};
use roadmap_core::model::output::Output;
use roadmap_core::page::scenarios::Chart;
use roadmap_core::picture::Picture;

use super::charts;
use super::desk::Desk;
use crate::edge::{later, root};
use crate::figure::while_there;
use crate::show;

/// The picture that answers, with the answer in words above it.
pub fn view(desk: Desk, chart: Chart) -> AnyView {
    if chart == Chart::All {
        return all(desk);
    }
    let words = show::text(move || words(desk, chart).unwrap_or_default());
    view! {
        <p class="prose" role="status" data-testid="reason">{words}</p>
        {charts::frame(desk, move |desk| draw(desk, chart))}
    }
    .into_any()
}

/// Every outcome, small: the picture of each leads to the large one.
fn all(desk: Desk) -> AnyView {
    let one = |output: Output| {
        let picture = desk.picture(move |desk| Some(desk.ask_of(output, pictures::small)));
        let name = ["Larger: ", About::of(output).name].concat();
        let enlarge = move |_| {
            desk.go(|page| {
                page.outcome = output;
                page.target = None;
                page.chart = Chart::Fan;
            });
            later::after_paint(|| root::focus(charts::PLACE));
        };
        view! {
            <div>
                {while_there(picture, None)}
                <button type="button" class="plain" data-testid=format!("enlarge-{}", output.key()) on:click=enlarge>{name}</button>
            </div>
        }
    };
    let all = CARDS.into_iter().map(one).collect_view();
    view! { <div class="small-multiples" data-testid="all-outcomes">{all}</div> {charts::progress(desk)} }.into_any()
}

fn words(desk: Desk, chart: Chart) -> Option<String> {
    match chart {
        Chart::Adds => {
            let told = desk.contributions()?;
            Some(desk.ask(|asked| why_words(asked, &told)))
        }
        Chart::HangsOn => {
            let told = desk.tornado()?;
            Some(desk.ask(|asked| how_sure_words(asked, &told)))
        }
        _ => None,
    }
}

fn draw(desk: Desk, chart: Chart) -> Option<Picture> {
    match chart {
        Chart::People => desk.ask(|asked| {
            let people = People::of(asked)?;
            Some(pictures::pyramid(asked, &people))
        }),
        Chart::Adds => {
            let told = desk.contributions()?;
            Some(desk.ask(|asked| pictures::waterfall(asked, &told)))
        }
        Chart::HangsOn => {
            let told = desk.tornado()?;
            Some(desk.ask(|asked| pictures::tornado(asked, &told)))
        }
        Chart::Fan | Chart::Difference | Chart::Map | Chart::Sections | Chart::All => None,
    }
}
