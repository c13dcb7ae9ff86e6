//! The window on a challenge map: wheel, pull, buttons, and its way through the link.

use crate::DISTRICT;
use roadmap_tests::{
    browser::{
        actions::Point,
        failure::Outcome,
        journey::Trip,
        map::{ChallengeMap, Window, map_query},
        page::by_id,
    },
    expect, journeys,
};
use serde_json::json;

journeys! {
    wheel_once_the_map_has_the_keyboard in chromium firefox;
    many_turns_of_the_wheel in chromium firefox;
    pull in chromium firefox webkit;
    buttons in chromium firefox webkit;
    in_the_link in chromium firefox webkit;
}

const OF_STREETS: &str = "measure=imd-2025-score";
/// Kilometres of one degree along a meridian.
const KM_PER_DEG: f64 = 111.2;

/// The page scrolls over a map that nobody has turned to. Not in WebKit: its driver has no wheel.
async fn wheel_once_the_map_has_the_keyboard(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let middle = map.middle().await?;
    let scroll = "return scrollY";
    let before_px = page.number(scroll, Vec::new()).await?;
    trip.window.wheel_at(middle, 120).await?;
    let moved = "return scrollY > arguments[0] + 20";
    trip.window
        .until("the page to scroll", moved, vec![json!(before_px)])
        .await?;
    expect!(
        map.choice("at").await?.is_empty(),
        "expected the map to stay while the page scrolls, found {}",
        page.query().await?
    );

    map.focus().await?;
    let middle = map.middle().await?;
    let before_px = page.number(scroll, Vec::new()).await?;
    trip.window.wheel_at(middle, -300).await?;
    let closer = map.window_other_than(None).await?;
    trip.window.wheel_at(middle, -300).await?;
    let closest = map.window_other_than(Some(closer)).await?;
    expect!(
        (closest.width_km * 2.0 - closer.width_km).abs() < 0.4,
        "expected 300 px of wheel to double what is seen, from {closer:?} to {closest:?}"
    );
    trip.window.wheel_at(middle, 300).await?;
    let back = map.window_other_than(Some(closest)).await?;
    expect_same(&closer, &back, "turning the wheel back")?;
    let after_px = page.number(scroll, Vec::new()).await?;
    expect!(
        (after_px - before_px).abs() < 1.0,
        "expected the page to stay while the map zooms, from {before_px} to {after_px}"
    );
    Ok(())
}

/// As a wheel that runs free turns: to both ends and no farther.
async fn many_turns_of_the_wheel(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    map.focus().await?;
    let middle = map.middle().await?;
    for _ in 0..30 {
        trip.window.wheel_at(middle, -300).await?;
    }
    let closest = map.window_other_than(None).await?;
    let width_px = map.width_px().await?;
    expect!(
        (0.5..3.0).contains(&closest.width_km),
        "expected streets and no closer in {width_px} px, found {closest:?}"
    );
    for _ in 0..30 {
        trip.window.wheel_at(middle, 300).await?;
    }
    let widest = map.window_other_than(Some(closest)).await?;
    expect!(
        (40.0..160.0).contains(&widest.width_km),
        "expected the county and no farther, found {widest:?}"
    );
    page.challenge_map().await.map(drop)
}

/// The ground follows the hand; nothing is pinned by it.
#[allow(
    clippy::disallowed_methods,
    reason = "compared within pixels, where machines agree"
)]
async fn pull(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    page.click(&by_id("zoom-in")).await?;
    page.click(&by_id("zoom-in")).await?;
    page.click(&by_id("zoom-in")).await?;
    let before = settled(trip, &map).await?;
    let middle = map.middle().await?;
    let (right_px, down_px) = (120, -60);
    let to = middle.moved(right_px, down_px);
    trip.window.drag(middle, to).await?;
    let after = map.window_other_than(Some(before)).await?;
    let km_per_px = before.width_km / map.width_px().await?;
    let km_per_deg = KM_PER_DEG * before.latitude_deg.to_radians().cos();
    let east_km = (after.longitude_deg - before.longitude_deg) * km_per_deg;
    let north_km = (after.latitude_deg - before.latitude_deg) * KM_PER_DEG;
    let wanted_east_km = -120.0 * km_per_px;
    let wanted_north_km = -60.0 * km_per_px;
    let most_km = 8.0 * km_per_px;
    expect!(
        (east_km - wanted_east_km).abs() < most_km && (north_km - wanted_north_km).abs() < most_km,
        "expected to see {wanted_east_km:.2} km farther east and {wanted_north_km:.2} km farther north after pulling {right_px} px right and {down_px} px down, found {east_km:.2} and {north_km:.2}"
    );
    expect!(
        (after.width_km - before.width_km).abs() < 0.11,
        "expected the same scale after pulling, from {before:?} to {after:?}"
    );
    let query = page.query().await?;
    expect!(
        !query.contains("pin="),
        "expected pulling to pin nothing, found {query}"
    );
    // A pull that ends outside the map has ended.
    trip.window.drag(to, Point::NOWHERE).await?;
    let after = map.window_other_than(Some(after)).await?;
    trip.window.hover_at(middle).await?;
    trip.window.frames().await?;
    let still = map.window().await?;
    expect!(
        still == Some(after),
        "expected the map to stay once the button is up, from {after:?} to {still:?}"
    );
    Ok(())
}

async fn buttons(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let whole = map.pixels().await?;
    page.click(&by_id("zoom-in")).await?;
    let closer = map.window_other_than(None).await?;
    page.click(&by_id("zoom-in")).await?;
    let closest = map.window_other_than(Some(closer)).await?;
    expect!(
        (closest.width_km * 1.5 - closer.width_km).abs() < 0.4,
        "expected a step of half as much again, from {closer:?} to {closest:?}"
    );
    page.click(&by_id("zoom-out")).await?;
    let back = map.window_other_than(Some(closest)).await?;
    expect_same(&closer, &back, "zooming in and out")?;
    page.click(&by_id("zoom-all")).await?;
    map.until_link_lacks("at=").await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    expect!(
        map.pixels().await? == whole,
        "expected the whole place again"
    );
    Ok(())
}

/// What a link shows is what it was made from.
async fn in_the_link(trip: &Trip) -> Outcome {
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let whole = map.pixels().await?;
    for _ in 0..4 {
        page.click(&by_id("zoom-in")).await?;
    }
    let middle = map.middle().await?;
    trip.window.drag(middle, middle.moved(60, 40)).await?;
    trip.window.hover_at(Point::NOWHERE).await?;
    let window = settled(trip, &map).await?;
    let link = page.query().await?;
    page.open("").await?;
    page.open(&link).await?;
    let map = page.challenge_map().await?;
    expect!(
        map.pixels().await? != whole,
        "expected the link {link} to show a part of the map, it shows the whole"
    );
    expect!(
        page.query().await? == link,
        "expected the address to stay {link}, it became {}",
        page.query().await?
    );
    // The window is where the link says: a step closer keeps its middle.
    page.click(&by_id("zoom-in")).await?;
    let closer = map.window_other_than(Some(window)).await?;
    let wanted = Window {
        width_km: window.width_km / 1.5,
        ..window
    };
    expect_same(&wanted, &closer, "a step closer")?;

    // Another link in the same page, as Back and Forward bring it.
    let push = "history.pushState(null, '', arguments[0]); history.pushState(null, '', '#'); history.back()";
    let whole_link = map_query(OF_STREETS);
    trip.window.run(push, vec![json!(whole_link)]).await?;
    map.until_link_lacks("at=").await?;
    map.until_pixels("the whole place on Back", &whole, true)
        .await?;

    // A window chosen from afar, around a district.
    let map = page
        .open_map(&format!("{OF_STREETS}&at=-0.2000,51.9050,1.5"))
        .await?;
    let middle = map.middle().await?;
    trip.window.hover_at(middle).await?;
    let name = map.until_told().await?;
    expect!(
        name.contains(DISTRICT.1),
        "expected an area of {} in the middle, found {name}",
        DISTRICT.1
    );
    Ok(())
}

/// The window in the link once it no longer changes.
async fn settled(trip: &Trip, map: &ChallengeMap<'_>) -> Outcome<Window> {
    let mut last = map.window_other_than(None).await?;
    loop {
        trip.window.frames().await?;
        let now = map.window_other_than(None).await?;
        if now == last {
            return Ok(now);
        }
        last = now;
    }
}

/// Alike as far as a link's decimals tell.
fn expect_same(wanted: &Window, found: &Window, after: &str) -> Outcome {
    let is_same = (wanted.longitude_deg - found.longitude_deg).abs() < 0.002
        && (wanted.latitude_deg - found.latitude_deg).abs() < 0.002
        && (wanted.width_km - found.width_km).abs() < 0.2;
    expect!(
        is_same,
        "expected {wanted:?} after {after}, found {found:?}"
    );
    Ok(())
}
