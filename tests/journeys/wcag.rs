//! Accessibility as far as a machine can judge it: axe finds nothing on any view, in any theme
//! and mode, nor in what opens. Only in Chromium: the page is the same elsewhere.

use crate::DISTRICT;
use roadmap_tests::{
    browser::{engine, failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::{Value, json};
use std::fs;

journeys! {
    each_view_theme_and_mode in chromium;
    what_opens in chromium;
}

const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

async fn each_view_theme_and_mode(trip: &Trip) -> Outcome {
    let axe = fs::read_to_string(engine::axe_script()?)?;
    let mut found = Vec::new();
    for view in ["overview", "data"] {
        for theme in ["light", "dark", "contrast"] {
            for mode in ["site", "embed", "hall"] {
                let query = format!("?view={view}&theme={theme}&mode={mode}");
                trip.page().open(&query).await?;
                found.extend(violations(trip, &axe, &query).await?);
            }
        }
    }
    expect_none(&found)
}

async fn what_opens(trip: &Trip) -> Outcome {
    let axe = fs::read_to_string(engine::axe_script()?)?;
    let page = trip.page();
    let mut found = Vec::new();
    page.open(&format!("?area={}&figure=no-such-figure", DISTRICT.0))
        .await?;
    found.extend(violations(trip, &axe, "a notice").await?);
    let map = page.map();
    map.choose("table-toggle").await?;
    page.element(&map.part("table")).await?;
    found.extend(violations(trip, &axe, "a figure's menu and table").await?);
    page.open_settings().await?;
    found.extend(violations(trip, &axe, "the settings").await?);
    page.open("").await?;
    page.click(&by_id("place-search")).await?;
    trip.window.type_text("wa").await?;
    page.element(&by_id("place-option")).await?;
    found.extend(violations(trip, &axe, "the list of places").await?);
    expect_none(&found)
}

/// Expects axe to have found nothing.
pub fn expect_none(found: &[String]) -> Outcome {
    expect!(
        found.is_empty(),
        "expected axe to find nothing, it found {}:\n{}",
        found.len(),
        found.join("\n")
    );
    Ok(())
}

/// What axe finds on the page as it is, one line each.
pub async fn violations(trip: &Trip, axe: &str, at: &str) -> Outcome<Vec<String>> {
    trip.window.client.execute(axe, Vec::new()).await?;
    let script = "const [tags, done] = arguments;
        axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
            .then(result => done(result.violations.map(rule => [rule.id, rule.help, rule.nodes.slice(0, 3).map(node => node.target.join(' ') + ': ' + node.failureSummary.split('\\n').slice(1, 2).join(' ').trim())])))
            .catch(error => done([['error', String(error), []]]))";
    let answer = trip
        .window
        .client
        .execute_async(script, vec![json!(TAGS)])
        .await?;
    let rules = answer.as_array().cloned().unwrap_or_default();
    Ok(rules
        .iter()
        .map(|rule| {
            format!(
                "  {at}: {} ({}) {}",
                words(&rule[0]),
                words(&rule[1]),
                rule[2]
            )
        })
        .collect())
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
