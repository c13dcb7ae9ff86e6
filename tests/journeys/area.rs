//! Changing the area: by list, by typing, on the map, from the bars.

use crate::{COUNTY, DISTRICT, OTHER};
use fantoccini::key::Key;
use roadmap_tests::{
    browser::{
        failure::{Failure, Outcome},
        journey::Trip,
        page::by_id,
    },
    expect, journeys,
};

journeys! {
    by_list in chromium firefox webkit;
    by_typing in chromium firefox webkit;
    by_typing_and_on in chromium firefox webkit;
    by_map in chromium firefox webkit;
    by_message in chromium;
}

async fn by_list(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    let options = page.count("[data-testid=place-select] option").await?;
    expect!(
        options == 11,
        "expected the county and its ten districts in the list, found {options}"
    );
    let before = page.text(&by_id("summary")).await?;
    page.choose_place(DISTRICT.0).await?;
    page.until_place(DISTRICT.1).await?;
    let query = page.query().await?;
    expect!(
        query.contains(DISTRICT.0),
        "expected the address to hold the area, found {query}"
    );
    let after = page.text(&by_id("summary")).await?;
    expect!(
        before != after,
        "expected another sentence for another place, found {after:?} for both"
    );
    let title = trip.window.client.title().await?;
    expect!(
        title.contains(DISTRICT.1),
        "expected the window's title to name the place, found {title}"
    );
    Ok(())
}

async fn by_typing(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    let search = by_id("place-search");
    page.click(&search).await?;
    trip.window.type_text("bedw").await?;
    page.element(&by_id("place-option")).await?;
    let first = page.text(&by_id("place-option")).await?;
    expect!(
        first.contains("Bedwell") && first.contains(DISTRICT.1),
        "expected Bedwell and its district first, found {first:?}"
    );
    trip.window.press(Key::Escape).await?;
    trip.window.frames().await?;
    expect!(
        !page.is_shown(&by_id("place-option")).await?,
        "expected Escape to close the list"
    );
    trip.window.type_text("ell").await?;
    page.element(&by_id("place-option")).await?;
    trip.window.press(Key::Down).await?;
    trip.window.frames().await?;
    let active = "const box = document.querySelector('[data-testid=place-search]');
        return document.getElementById(box.getAttribute('aria-activedescendant'))?.getAttribute('aria-selected') ?? 'none'";
    let selected = page.string(active, Vec::new()).await?;
    expect!(
        selected == "true",
        "expected the box to name the chosen option, found {selected}"
    );
    trip.window.press(Key::Enter).await?;
    page.until_place(DISTRICT.1).await?;

    // The same with the mouse.
    page.element(&search).await?.clear().await?;
    page.click(&search).await?;
    trip.window.type_text("Watf").await?;
    page.element(&by_id("place-option")).await?;
    page.click(&by_id("place-option")).await?;
    page.until_place(OTHER.1).await?;

    // What is nowhere is said, not shown as an empty list.
    page.element(&search).await?.clear().await?;
    page.click(&search).await?;
    trip.window.type_text("zzzz").await?;
    let words = "return [...document.querySelectorAll('[role=status]')].some(status => /no place/i.test(status.textContent))";
    trip.window
        .until("to be told that there is no such place", words, Vec::new())
        .await
        .map(drop)
}

async fn by_map(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.until_place(COUNTY).await?;
    for point in page.map().grid().await? {
        trip.window.click_at(point).await?;
        trip.window.frames().await?;
        let place = page.place().await?;
        if place != COUNTY {
            let query = page.query().await?;
            expect!(
                query.contains("area=E07"),
                "expected the address to hold {place}, found {query}"
            );
            let listed = "const list = document.querySelector('[data-testid=place-select]');
                return list.selectedOptions[0]?.textContent.trim() ?? ''";
            let listed = page.string(listed, Vec::new()).await?;
            expect!(
                listed == place,
                "expected the list to follow the map to {place}, it says {listed:?}"
            );
            return Ok(());
        }
    }
    Err(Failure::new(
        "expected a click somewhere on the map to choose a district; none did",
    ))
}

/// A neighbourhood that was found leads on to its streets.
async fn by_typing_and_on(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.click(&by_id("place-search")).await?;
    trip.window.type_text("bedwell").await?;
    page.element(&by_id("place-option")).await?;
    trip.window.press(Key::Down).await?;
    trip.window.press(Key::Enter).await?;
    page.until_place(DISTRICT.1).await?;
    page.until_words(&by_id("found-place"), "Bedwell").await?;
    page.click(&by_id("found-map")).await?;
    page.challenge_map().await?.until_link_has("at=").await?;
    // Its streets, not only its district.
    page.until_words("#ranking-title", "713").await
}

/// Each message leads to its map, and on to another view.
async fn by_message(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(&format!("?area={}", DISTRICT.0)).await?;
    let count = page.count(&by_id("message-map")).await?;
    let messages = page.count(&by_id("message")).await?;
    expect!(
        count == messages && count > 0,
        "expected a way to the map in each of {messages} messages, found {count}"
    );
    let further = page.count(&by_id("message-further")).await?;
    expect!(
        further == messages,
        "expected a way on from each of {messages} messages, found {further}"
    );
    let links = "return [...document.querySelectorAll('[data-testid=message-map]')].map(link => new URLSearchParams(new URL(link.href).search).get('figure'))";
    let wanted = trip.window.run(links, Vec::new()).await?;
    for (index, slug) in wanted.as_array().into_iter().flatten().enumerate() {
        let link = format!(
            "li:nth-of-type({})[data-testid=message] [data-testid=message-map]",
            index + 1
        );
        page.click(&link).await?;
        let wanted = slug.as_str().unwrap_or_default().to_owned();
        let shown = "return document.querySelector('[data-testid=\"figure-map-' + arguments[0] + '\"]') !== null";
        trip.window
            .until(&format!("the map of {wanted}"), shown, vec![slug.clone()])
            .await?;
        let place = page.place().await?;
        expect!(
            place == DISTRICT.1,
            "expected the place to stay {}, it became {place}",
            DISTRICT.1
        );
    }
    page.click(&by_id("message-further")).await?;
    let elsewhere = "return /view=(sectors|scenarios|challenges)/.test(location.search)";
    trip.window
        .until("another view", elsewhere, Vec::new())
        .await
        .map(drop)
}
