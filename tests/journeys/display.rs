//! Light, dark, high contrast, text size, less motion: chosen by the reader or by the system.

use crate::COUNTY;
use roadmap_tests::{
    browser::{
        engine::Start,
        failure::Outcome,
        journey::Trip,
        page::{Page, by_id},
    },
    expect, journeys,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const DARK: Start = Start {
    dark: true,
    reduced_motion: true,
    touch: false,
};

journeys! {
    theme_is_kept in chromium firefox webkit;
    text_size_is_kept in chromium firefox webkit;
    link_wins_but_is_not_kept in chromium;
    system_is_followed in chromium;
    system_is_followed_from_the_start in firefox, DARK;
    less_motion in chromium;
}

async fn theme_is_kept(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    let mut papers = BTreeSet::new();
    let mut pictures = BTreeSet::new();
    for theme in ["light", "dark", "contrast"] {
        page.open_settings().await?;
        page.choose("theme-select", theme).await?;
        trip.window.frames().await?;
        let root = page.root("data-theme").await?;
        expect!(root == theme, "expected the theme {theme}, found {root:?}");
        papers.insert(paper(&page).await?);
        pictures.insert(page.map().pixels().await?);
        page.reload().await?;
        let kept = page.root("data-theme").await?;
        expect!(
            kept == theme,
            "expected {theme} to be kept over a reload, found {kept:?}"
        );
    }
    expect!(
        pictures.len() == 3,
        "expected the map in three sets of colours, found {}",
        pictures.len()
    );
    expect!(
        papers.len() >= 2,
        "expected another page colour in the dark, found {papers:?}"
    );
    page.open_settings().await?;
    page.choose("theme-select", "").await?;
    trip.window.frames().await?;
    let root = page.root("data-theme").await?;
    expect!(
        root.is_empty(),
        "expected the system's colours again, found {root:?}"
    );
    Ok(())
}

async fn text_size_is_kept(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    let size = "return parseFloat(getComputedStyle(document.querySelector('[data-testid=summary]')).fontSize)";
    let normal_px = page.number(size, Vec::new()).await?;
    page.open_settings().await?;
    page.choose("text-size-select", "larger").await?;
    trip.window.frames().await?;
    let larger_px = page.number(size, Vec::new()).await?;
    expect!(
        larger_px >= normal_px * 1.4,
        "expected text half as large again, it went from {normal_px} to {larger_px} px"
    );
    page.reload().await?;
    let kept_px = page.number(size, Vec::new()).await?;
    expect!(
        (kept_px - larger_px).abs() < 0.5,
        "expected {larger_px} px to be kept over a reload, found {kept_px}"
    );
    let wide = page
        .number(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
            Vec::new(),
        )
        .await?;
    expect!(
        wide <= 0.0,
        "expected no sideways scrolling with larger text, found {wide} px too many"
    );
    Ok(())
}

async fn link_wins_but_is_not_kept(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("?theme=dark&text=large").await?;
    let (theme, text) = (
        page.root("data-theme").await?,
        page.root("data-text").await?,
    );
    expect!(
        theme == "dark" && text == "large",
        "expected what the link asks for, found {theme:?} and {text:?}"
    );
    page.open("").await?;
    let (theme, text) = (
        page.root("data-theme").await?,
        page.root("data-text").await?,
    );
    expect!(
        theme.is_empty() && text.is_empty(),
        "expected a link not to change what the reader keeps, found {theme:?} and {text:?}"
    );
    Ok(())
}

async fn system_is_followed(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    let (light, light_map) = (paper(&page).await?, page.map().pixels().await?);
    prefers(trip, &[("prefers-color-scheme", "dark")]).await?;
    let (dark, dark_map) = (paper(&page).await?, page.map().pixels().await?);
    expect!(
        light != dark,
        "expected a dark page when the system turns dark, it stays {light}"
    );
    expect!(
        light_map != dark_map,
        "expected the map to turn dark with the system"
    );
    prefers(trip, &[("prefers-contrast", "more")]).await?;
    let contrast_map = page.map().pixels().await?;
    expect!(
        contrast_map != light_map,
        "expected the map to follow a system with high contrast"
    );
    // The reader's own choice is stronger than the system's.
    page.open("?theme=light").await?;
    prefers(trip, &[("prefers-color-scheme", "dark")]).await?;
    let chosen = paper(&page).await?;
    expect!(
        chosen == light,
        "expected light by choice in a dark system, found {chosen}"
    );
    Ok(())
}

async fn system_is_followed_from_the_start(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.until_place(COUNTY).await?;
    let by_system = paper(&page).await?;
    page.open("?theme=light").await?;
    let by_choice = paper(&page).await?;
    expect!(
        by_system != by_choice,
        "expected dark by system and light by choice, both are {by_system}"
    );
    expect_stillness(&page).await
}

async fn less_motion(trip: &Trip) -> Outcome {
    let page = trip.page();
    prefers(trip, &[("prefers-reduced-motion", "reduce")]).await?;
    page.open("").await?;
    page.click(&by_id("door-place")).await?;
    expect_stillness(&page).await
}

/// Nothing on the page takes time to move.
async fn expect_stillness(page: &Page<'_>) -> Outcome {
    let script = "const moving = style => [style.transitionDuration, style.animationDuration]
            .some(list => list.split(',').some(time => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000) > 1));
        return [...document.querySelectorAll('*')].filter(element => moving(getComputedStyle(element)) || getComputedStyle(element).scrollBehavior === 'smooth')
            .map(element => element.tagName + '.' + element.className).slice(0, 5)";
    let moving = page.window.run(script, Vec::new()).await?;
    expect!(
        moving.as_array().is_some_and(Vec::is_empty),
        "expected nothing to move for a reader who wants less motion, found {moving}"
    );
    Ok(())
}

/// Has Chromium tell pages what the system prefers.
async fn prefers(trip: &Trip, wanted: &[(&str, &str)]) -> Outcome {
    let features: Vec<Value> = wanted
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    trip.window
        .chromium(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await?;
    trip.window.frames().await
}

/// The colour of the page.
async fn paper(page: &Page<'_>) -> Outcome<String> {
    page.window.frames().await?;
    let script = "const colour = element => getComputedStyle(element).backgroundColor;
        return [document.body, document.documentElement].map(colour).find(colour => colour !== 'rgba(0, 0, 0, 0)') ?? 'none'";
    page.string(script, Vec::new()).await
}
