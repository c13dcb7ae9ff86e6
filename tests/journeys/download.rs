//! Taking a figure away: SVG, PNG, CSV, the link. Not in WebKit: its driver refuses downloads.

use crate::{DISTRICT, FIGURE};
use roadmap_tests::{
    browser::{
        engine::Engine,
        failure::{Failure, Outcome},
        journey::Trip,
        page::{Figure, by_id},
        window::{PATIENCE, now},
    },
    expect, journeys,
};
use serde_json::json;
use std::{fs, path::PathBuf, time::Duration};

journeys! {
    figure_as_files in chromium firefox;
    link_copied in chromium;
}

async fn figure_as_files(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(&format!("?area={}&figure={FIGURE}", DISTRICT.0))
        .await?;
    for figure in [page.figure(&by_id("chosen"), "line"), page.map()] {
        let name = figure.testid().await?;
        let csv = String::from_utf8_lossy(&saved(trip, &figure, "csv").await?).into_owned();
        for word in ["Source", "Licence"] {
            expect!(
                csv.lines().any(|line| line.contains(word)),
                "expected a line with the {word} in the CSV of {name}:\n{csv}"
            );
        }
        expect!(
            csv.lines().count() > 8,
            "expected the figures in the CSV of {name}:\n{csv}"
        );
        let svg = String::from_utf8_lossy(&saved(trip, &figure, "svg").await?).into_owned();
        let read = "const read = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
            return read.querySelector('parsererror')?.textContent ?? read.documentElement.textContent";
        let text = page.string(read, vec![json!(svg)]).await?;
        expect!(
            svg.contains("<svg") && text.contains("Source"),
            "expected a picture with its source in the SVG of {name}, found {text}"
        );
        let png = saved(trip, &figure, "png").await?;
        let width = "return document.querySelector(arguments[0]).getBoundingClientRect().width";
        let shown_px = page
            .number(width, vec![json!(figure.part("canvas"))])
            .await?;
        let width_px = f64::from(png_width_px(&png)?);
        // The saved picture has a margin around it.
        expect!(
            (2.0 * shown_px..=2.0 * shown_px + 100.0).contains(&width_px),
            "expected the PNG of {name} at twice {shown_px} px, it is {width_px} px wide"
        );
    }
    Ok(())
}

async fn link_copied(trip: &Trip) -> Outcome {
    let page = trip.page();
    let grant = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": trip.site.origin() });
    trip.window
        .chromium("Browser.grantPermissions", grant)
        .await?;
    page.open(&format!("?area={}", DISTRICT.0)).await?;
    let line = page.figure("[data-testid^=headline-]:nth-of-type(4)", "line");
    let slug = line.slug().await?;
    line.choose("copy-link").await?;
    let read = "const done = arguments[0]; navigator.clipboard.readText().then(done, error => done('error: ' + error))";
    let begun = now();
    loop {
        let copied = trip.window.client.execute_async(read, Vec::new()).await?;
        let copied = copied.as_str().unwrap_or_default().to_owned();
        if copied.contains(&format!("figure={slug}"))
            && copied.contains(DISTRICT.0)
            && copied.starts_with(&trip.site.origin())
        {
            return Ok(());
        }
        expect!(
            begun.elapsed() < Duration::from_secs(5),
            "expected the link to {slug} of {} on the clipboard, found {copied:?}",
            DISTRICT.1
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Saves the figure in a format and gives the file's content.
async fn saved(trip: &Trip, figure: &Figure<'_>, format: &str) -> Outcome<Vec<u8>> {
    figure.choose(&format!("save-{format}")).await?;
    arrived(trip, format).await
}

/// Waits for a file in a format and gives its content.
pub async fn arrived(trip: &Trip, format: &str) -> Outcome<Vec<u8>> {
    let folder = trip.window.downloads()?;
    let begun = now();
    loop {
        let found = finished(trip.window.engine, &folder, format)?;
        if let Some(path) = found {
            let content = fs::read(&path)?;
            fs::remove_file(&path)?;
            return Ok(content);
        }
        expect!(
            begun.elapsed() < PATIENCE,
            "expected a file ending in .{format} to be saved, found {:?}",
            names(&folder)
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The file, once the browser has written all of it.
fn finished(engine: Engine, folder: &PathBuf, format: &str) -> Outcome<Option<PathBuf>> {
    let partial = if engine == Engine::Firefox {
        "part"
    } else {
        "crdownload"
    };
    let mut found = None;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some(ending) if ending == partial => return Ok(None),
            Some(ending) if ending == format && fs::metadata(&path)?.len() > 0 => {
                found = Some(path);
            }
            _ => {}
        }
    }
    Ok(found)
}

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

/// The width that the header of a PNG states.
pub fn png_width_px(png: &[u8]) -> Outcome<u32> {
    let is_png = png.starts_with(b"\x89PNG\r\n\x1a\n");
    let width = png
        .get(16..20)
        .and_then(|bytes| bytes.try_into().ok())
        .map(u32::from_be_bytes);
    width
        .filter(|_| is_png)
        .ok_or_else(|| Failure::new("expected a PNG, found something else"))
}
