//! The view of scenarios: opening one, moving levers by hand and by key, the ways back, files,
//! comparing, the model card, without a worker, bad links.

use roadmap_tests::{
    browser::{
        failure::Outcome,
        journey::Trip,
        page::{Page, by_id},
        site::Site,
    },
    expect, journeys,
};
use serde_json::json;

use crate::DISTRICT;
use crate::view::{Needed, View};

journeys! {
    opened_from_the_navigation in chromium firefox webkit;
    a_lever_moves_the_answer in chromium firefox webkit;
    every_way_back in chromium firefox webkit;
    sent_on_and_opened_again in chromium firefox webkit;
    every_picture in chromium firefox webkit;
    asked_of_a_card in chromium firefox webkit;
    all_outcomes_at_once in chromium firefox webkit;
    side_by_side in chromium firefox webkit;
    files_of_a_workshop in chromium firefox webkit;
    how_do_we_know in chromium firefox webkit;
    no_worker_to_be_had in chromium firefox webkit;
    worker_ended_at_work in chromium firefox;
    link_with_what_is_not_here in chromium;
    model_missing in chromium firefox webkit;
    without_a_network in chromium firefox webkit;
    on_a_stage in chromium firefox webkit;
    accessible in chromium;
    narrow in chromium;
}

const SCENARIOS: &str = "?v=1&view=scenarios";

const VIEW: View = View {
    query: SCENARIOS,
    testid: "scenarios",
};

async fn open(trip: &Trip, choices: &str) -> Outcome {
    VIEW.open(trip, choices).await
}

/// All draws of the future as it stands.
async fn until_drawn(trip: &Trip) -> Outcome {
    const COUNT: &str = "return document.querySelector('[data-testid=draws]')?.textContent ?? ''";
    loop {
        let before = trip.page().string(COUNT, Vec::new()).await?;
        if before.contains("1024") {
            return Ok(());
        }
        // As long as it goes on, however slow the machine.
        let further =
            "return document.querySelector('[data-testid=draws]')?.textContent !== arguments[0]";
        trip.window
            .until("further draws", further, vec![json!(before)])
            .await?;
    }
}

/// Sets a box as a reader does who types into it.
async fn type_into(trip: &Trip, selector: &str, value: &str) -> Outcome {
    let script = "const box = document.querySelector(arguments[0]);
        box.focus();
        box.value = arguments[1];
        box.dispatchEvent(new Event('change', { bubbles: true }))";
    trip.window
        .run(script, vec![json!(selector), json!(value)])
        .await
        .map(drop)
}

async fn until_link_has(trip: &Trip, words: &str) -> Outcome {
    let script = "return decodeURIComponent(location.search).includes(arguments[0])";
    trip.window
        .until(
            &format!("{words:?} in the link"),
            script,
            vec![json!(words)],
        )
        .await
        .map(drop)
}

async fn until_link_lacks(trip: &Trip, words: &str) -> Outcome {
    let script = "return !decodeURIComponent(location.search).includes(arguments[0])";
    trip.window
        .until(
            &format!("no {words:?} in the link"),
            script,
            vec![json!(words)],
        )
        .await
        .map(drop)
}

async fn jobs(page: &Page<'_>) -> Outcome<String> {
    page.text("[data-testid=card-jobs] .card-figure").await
}

const HOUSING: &str = "[data-testid=lever-housing] input[type=number]";

async fn opened_from_the_navigation(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.click(&by_id("nav-scenarios")).await?;
    page.element(&by_id("figure-fan")).await?;
    page.choose("future", "skills-led").await?;
    until_link_has(trip, "future=skills-led").await?;
    until_drawn(trip).await?;
    let card = page.text(&by_id("card-gva_per_job")).await?;
    expect!(
        card.contains("more than in the baseline") && card.contains("8 in 10 runs"),
        "expected a difference with its range, found {card:?}"
    );
    let told = page.text(&by_id("based-on")).await?;
    expect!(
        told.contains("Skills-led"),
        "expected to be told what it is based on, found {told:?}"
    );
    Ok(())
}

async fn a_lever_moves_the_answer(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "").await?;
    let before = jobs(&page).await?;
    type_into(trip, HOUSING, "40").await?;
    until_link_has(trip, "levers=housing:40").await?;
    let after = jobs(&page).await?;
    expect!(before != after, "expected other jobs than {before}");
    let told = page.text(&by_id("based-on")).await?;
    expect!(
        told.contains("1 change"),
        "expected one change, found {told:?}"
    );
    // By key: the slider answers to arrows as every slider does.
    let press =
        "const slider = document.querySelector('[data-testid=lever-skills] input[type=range]');
        slider.focus();
        slider.stepUp(3);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        slider.dispatchEvent(new Event('change', { bubbles: true }))";
    trip.window.run(press, Vec::new()).await?;
    until_link_has(trip, "skills:").await?;
    page.click("[data-testid=lever-skills] [data-testid=less]")
        .await?;
    until_drawn(trip).await?;
    // Nonsense leaves the lever where it stands.
    type_into(trip, HOUSING, "").await?;
    let kept = page
        .string(
            "return document.querySelector(arguments[0]).value",
            vec![json!(HOUSING)],
        )
        .await?;
    expect!(
        kept == "40",
        "expected the lever to stay at 40, found {kept:?}"
    );
    Ok(())
}

async fn every_way_back(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&future=clean-growth").await?;
    type_into(trip, HOUSING, "40").await?;
    until_link_has(trip, "housing:40").await?;
    type_into(trip, HOUSING, "25").await?;
    until_link_has(trip, "housing:25").await?;
    page.click(&by_id("undo")).await?;
    until_link_has(trip, "housing:40").await?;
    page.click(&by_id("redo")).await?;
    until_link_has(trip, "housing:25").await?;
    page.click(&by_id("reset-future")).await?;
    until_link_lacks(trip, "levers=").await?;
    page.click(&by_id("reset-baseline")).await?;
    until_link_lacks(trip, "future=").await?;
    page.click(&by_id("undo")).await?;
    page.click(&by_id("undo")).await?;
    until_link_has(trip, "future=clean-growth").await?;
    until_link_has(trip, "housing:25").await?;
    page.open_details("[data-testid=lever-housing] .lever-more")
        .await?;
    page.click("[data-testid=lever-housing] [data-testid=reset-lever]")
        .await?;
    until_link_lacks(trip, "housing:").await
}

async fn sent_on_and_opened_again(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(
        trip,
        "&future=skills-led&levers=housing:20&in=2040&outcome=gva",
    )
    .await?;
    let is_open = "return document.querySelector('[data-testid=changes]').open";
    trip.window
        .until("the list of changes open", is_open, Vec::new())
        .await?;
    type_into(trip, "[data-testid=reason-housing]", "As the plans allow.").await?;
    page.open_details(".future details:has([data-testid=files])")
        .await?;
    page.element(&by_id("future-name")).await?;
    type_into(trip, "[data-testid=future-name]", "Ours").await?;
    trip.window.frames().await?;
    page.reload().await?;
    page.element(&by_id("scenarios")).await?;
    page.open_details(".future details:has([data-testid=files])")
        .await?;
    page.element(&by_id("future-name")).await?;
    let read = "return [...document.querySelectorAll('[data-testid=reason-housing], [data-testid=future-name]')]
        .map((box) => box.value).join('|')";
    trip.window
        .until(
            "what was typed, after a reload",
            &format!("{read} === 'As the plans allow.|Ours'"),
            Vec::new(),
        )
        .await?;
    // Elsewhere and back: the future is offered again.
    open(trip, "").await?;
    page.click(&by_id("kept-future")).await?;
    until_link_has(trip, "levers=housing:20").await?;
    until_link_has(trip, "future=skills-led").await
}

async fn every_picture(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&future=skills-led&levers=housing:20").await?;
    for chart in [
        "difference",
        "map",
        "sectors",
        "people",
        "why",
        "how-sure",
        "time",
    ] {
        page.click(&by_id(&format!("chart-{chart}"))).await?;
        let script = "const told = document.querySelector('.outcomes [data-testid=sentence]')?.textContent ?? '';
            return told.length > 40 && !document.querySelector('.outcomes .loading')";
        trip.window
            .until(&format!("the picture {chart}"), script, Vec::new())
            .await?;
    }
    type_into(trip, "[data-testid=target]", "680000").await?;
    until_drawn(trip).await?;
    let told = page.text(&by_id("target-words")).await?;
    expect!(
        told.contains("in 10 runs") && told.contains("None here is official"),
        "expected a chance, and whose target it is, found {told:?}"
    );
    Ok(())
}

/// Why a figure is so and how sure it is, from its own card.
async fn asked_of_a_card(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&future=skills-led&levers=housing:20").await?;
    page.click(&by_id("why-pay_weekly")).await?;
    page.until_words(&by_id("reason"), "£").await?;
    until_link_has(trip, "outcome=pay_weekly").await?;
    page.click(&by_id("how-sure-dwellings")).await?;
    until_link_has(trip, "outcome=dwellings").await?;
    until_link_has(trip, "chart=how-sure").await?;
    let is_there = "return document.activeElement.id === 'future-chart'";
    trip.window
        .until("the keyboard at the answer", is_there, Vec::new())
        .await?;
    page.text(&by_id("reason")).await.map(drop)
}

async fn all_outcomes_at_once(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&future=skills-led&chart=all").await?;
    page.element(&by_id("all-outcomes")).await?;
    let cards = page.count(".card-box").await?;
    let script = "return document.querySelectorAll('[data-testid=all-outcomes] canvas').length === arguments[0]";
    trip.window
        .until("a picture for each card", script, vec![json!(cards)])
        .await?;
    let ids = "const all = [...document.querySelectorAll('[id]')].map(own => own.id);
        return all.filter((id, at) => all.indexOf(id) !== at)";
    let twice = trip.window.run(ids, Vec::new()).await?;
    expect!(twice == json!([]), "expected each id once, found {twice}");
    page.click(&by_id("enlarge-dwellings")).await?;
    until_link_has(trip, "outcome=dwellings").await?;
    until_link_lacks(trip, "chart=").await
}

async fn side_by_side(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&future=skills-led&see=compare").await?;
    for key in ["clean-growth", "smart-county"] {
        page.click(&by_id(&format!("beside-{key}"))).await?;
    }
    until_link_has(trip, "futures=clean-growth,smart-county").await?;
    let script = "const cells = [...document.querySelectorAll('[data-testid=compare] tbody tr:first-child td')];
        return cells.length === 3 && cells.every((cell) => cell.textContent.includes('8 in 10')
            || cell.textContent.includes('no '))";
    trip.window
        .until("three futures with their ranges", script, Vec::new())
        .await
        .map(drop)
}

/// Files are dropped on the button, all at once.
async fn files_of_a_workshop(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&see=together").await?;
    let files = json!([
        ["a.toml", "name = \"A\"\n[settings]\nhousing = 40\n"],
        [
            "b.toml",
            "name = \"B\"\n[settings]\nhousing = 20\nskills = 3\n"
        ],
        ["c.toml", "name = \"C\"\n[settings]\nhosing = 20\n"],
        ["d.toml", "x".repeat(100_000)],
    ]);
    page.drop_files("open-together", files).await?;
    page.element(&by_id("open-median")).await?;
    let told = page.text(&by_id("together-told")).await?;
    expect!(
        told.contains("c.toml, line 3") && told.contains("d.toml"),
        "expected each fault by file, found {told:?}"
    );
    page.click(&by_id("open-median")).await?;
    until_link_has(trip, "housing:30").await
}

async fn how_do_we_know(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "").await?;
    page.click(&by_id("see-how-we-know")).await?;
    page.element(&by_id("model-card")).await?;
    let sections = page.count(".model-card section").await?;
    expect!(
        sections >= 4,
        "expected the sections of the model card, found {sections}"
    );
    Ok(())
}

/// The page draws samples itself, in short turns.
async fn no_worker_to_be_had(trip: &Trip) -> Outcome {
    trip.expects_error("404");
    let site = trip.keep(Site::serve_without(|file| file.starts_with("worker-"))?);
    let page = trip.page_of(&site);
    page.open(&format!("{SCENARIOS}&future=skills-led")).await?;
    page.element(&by_id("scenarios")).await?;
    until_range(trip).await?;
    expect!(!page.is_shown(&by_id("fault")).await?, "expected no panic");
    Ok(())
}

/// A range of the first draws, however slow the machine.
async fn until_range(trip: &Trip) -> Outcome {
    let script =
        "return document.querySelector('[data-testid=draws]')?.textContent.includes('rest on')";
    trip.window
        .until("a first range", script, Vec::new())
        .await
        .map(drop)
}

async fn worker_ended_at_work(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "").await?;
    until_range(trip).await?;
    // What the browser ends is silent from then on, and nobody is told.
    let end = "Worker.prototype.postMessage = () => {}";
    trip.window.run(end, Vec::new()).await?;
    type_into(trip, HOUSING, "40").await?;
    until_link_has(trip, "housing:40").await?;
    until_range(trip).await?;
    expect!(!page.is_shown(&by_id("fault")).await?, "expected no panic");
    Ok(())
}

async fn link_with_what_is_not_here(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(
        trip,
        "&future=hopes&levers=housing:9999,hosing:1&in=1999&outcome=joy&model=0",
    )
    .await?;
    let notices = page.count(&by_id("scenarios-notice")).await?;
    expect!(
        notices == 6,
        "expected a line for each of six wishes, found {notices}"
    );
    page.element(&by_id("figure-fan")).await.map(drop)
}

async fn model_missing(trip: &Trip) -> Outcome {
    let needed = Needed {
        file: "model",
        failure: "model",
        shown: "figure-fan",
    };
    VIEW.expect_way_on(trip, needed).await?;
    // A worker that is still on its way when the page closes is a fault to some browsers; there
    // may be two, and all draws are there only when both have come.
    until_drawn(trip).await
}

/// Once a future has been opened, levers need nothing from the host: a hall may have no network.
async fn without_a_network(trip: &Trip) -> Outcome {
    let site = trip.keep(Site::serve_changed(|_| Ok(()))?);
    let page = trip.page_of(&site);
    page.open(&format!("{SCENARIOS}&future=skills-led")).await?;
    page.element(&by_id("scenarios")).await?;
    until_drawn(trip).await?;
    site.lose(|_| true)?;
    let before = jobs(&page).await?;
    type_into(trip, HOUSING, "40").await?;
    until_link_has(trip, "housing:40").await?;
    let other = "return document.querySelector('[data-testid=card-jobs] .card-figure').textContent.trim() !== arguments[0]";
    trip.window
        .until("other jobs", other, vec![json!(before)])
        .await?;
    until_drawn(trip).await?;
    page.choose_place(DISTRICT.0).await?;
    page.until_words(&by_id("scenarios-title"), DISTRICT.1)
        .await?;
    until_drawn(trip).await
}

async fn on_a_stage(trip: &Trip) -> Outcome {
    let page = trip.page();
    open(trip, "&mode=hall").await?;
    let first = page.text(&by_id("scenarios-title")).await?;
    page.click(&by_id("hall-next")).await?;
    until_link_has(trip, "future=").await?;
    let next = page.text(&by_id("scenarios-title")).await?;
    expect!(first != next, "expected another future than {first:?}");
    Ok(())
}

async fn accessible(trip: &Trip) -> Outcome {
    let all = [
        "&future=skills-led&levers=housing:20",
        "&future=skills-led&levers=housing:20&chart=all",
        "&future=skills-led&levers=housing:20&see=compare&futures=clean-growth",
        "&future=skills-led&levers=housing:20&see=together",
        "&future=skills-led&levers=housing:20&see=how-we-know",
        "&future=skills-led&levers=housing:20&mode=embed",
        "&future=skills-led&levers=housing:20&mode=hall",
    ];
    VIEW.expect_accessible(trip, &all).await
}

async fn narrow(trip: &Trip) -> Outcome {
    let all = [
        "&future=skills-led&levers=housing:20&see=explore",
        "&future=skills-led&levers=housing:20&chart=all",
        "&future=skills-led&levers=housing:20&see=compare",
        "&future=skills-led&levers=housing:20&see=together",
        "&future=skills-led&levers=housing:20&see=how-we-know",
    ];
    VIEW.expect_narrow(trip, &all).await
}
