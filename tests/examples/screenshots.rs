//! Pictures of every view for looking at, not for comparing: full pages at three widths in three
//! themes, then embed, hall and print, into `target/screenshots/`.
//!
//! `cargo run -p roadmap-tests --features browser --example screenshots -- [--url QUERY]…`
//! With `--url "?area=CODE"` (more than once if wanted) only those links are pictured, at three
//! widths; add `--theme dark` or `--width 360` (more than once if wanted) to choose.

use roadmap_tests::browser::{
    engine::{Engine, Start},
    failure::{Failure, Outcome},
    site::Site,
    window::Window,
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// CSS pixels.
const WIDTHS_PX: [u32; 3] = [360, 768, 1440];
const THEMES: [&str; 3] = ["light", "dark", "contrast"];
/// Taller pages are cut: the browser cannot paint them in one piece.
const MOST_HEIGHT_PX: f64 = 12_000.0;
/// A sheet of A4 in CSS pixels.
const A4_WIDTH_PX: u32 = 794;
const A4_HEIGHT_PX: u32 = 1123;
/// True when the page has everything it shows.
const READY: &str = "const state = document.documentElement.dataset.app;
    return state === undefined || state === 'ready' || state === 'failed'";

/// What to picture.
struct Choice {
    links: Vec<String>,
    themes: Vec<String>,
    widths_px: Vec<u32>,
    /// Whether embed, hall and print are wanted too.
    layouts: bool,
}

fn main() -> ExitCode {
    let outcome = choice(std::env::args().skip(1)).and_then(|choice| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(picture_all(&choice))
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            tell(&format!("screenshots: {failure}"));
            ExitCode::FAILURE
        }
    }
}

fn choice(mut arguments: impl Iterator<Item = String>) -> Outcome<Choice> {
    let (mut links, mut themes, mut widths_px) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(name) = arguments.next() {
        let value = arguments
            .next()
            .ok_or_else(|| Failure::new(format!("{name} needs a value")))?;
        match name.as_str() {
            "--url" => links.push(value),
            "--theme" => themes.push(value),
            "--width" => widths_px.push(value.parse()?),
            _ => {
                return Err(Failure::new(format!(
                    "there is no {name}; there are --url, --theme and --width"
                )));
            }
        }
    }
    let layouts = links.is_empty() && widths_px.is_empty();
    if links.is_empty() {
        links = ["", "?view=data"].map(str::to_owned).into();
    }
    if themes.is_empty() {
        themes = THEMES.map(str::to_owned).into();
    }
    if widths_px.is_empty() {
        widths_px = WIDTHS_PX.into();
    }
    Ok(Choice {
        links,
        themes,
        widths_px,
        layouts,
    })
}

async fn picture_all(choice: &Choice) -> Outcome {
    let site = Site::serve()?;
    let folder = xtask::paths::root().join("target/screenshots");
    fs::create_dir_all(&folder)?;
    let window = Window::open(Engine::Chromium, Start::default()).await?;
    let camera = Camera {
        window: &window,
        site: &site,
        folder: &folder,
    };
    for link in &choice.links {
        for theme in &choice.themes {
            for &width_px in &choice.widths_px {
                camera
                    .page(
                        link,
                        theme,
                        width_px,
                        &format!("{}-{theme}-{width_px}", name(link)),
                    )
                    .await?;
            }
        }
    }
    if choice.layouts {
        for theme in &choice.themes {
            camera
                .page("?mode=embed", theme, 640, &format!("embed-{theme}"))
                .await?;
            camera
                .screen("?mode=hall", theme, &format!("hall-{theme}"))
                .await?;
        }
        camera.print("", "print").await?;
        camera.print("?area=E07000243", "print-district").await?;
    }
    window.close().await
}

/// Takes pictures of one site with one browser.
struct Camera<'a> {
    window: &'a Window,
    site: &'a Site,
    folder: &'a Path,
}

impl Camera<'_> {
    /// The whole page.
    async fn page(&self, link: &str, theme: &str, width_px: u32, name: &str) -> Outcome {
        self.size(width_px, 900).await?;
        self.go(link, theme).await?;
        let metrics = self
            .window
            .chromium("Page.getLayoutMetrics", json!({}))
            .await?;
        let height = metrics
            .pointer("/cssContentSize/height")
            .and_then(Value::as_f64)
            .unwrap_or(900.0);
        let clip = json!({ "x": 0, "y": 0, "width": width_px, "height": height.min(MOST_HEIGHT_PX), "scale": 1 });
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        self.keep(
            &format!("{name}.png"),
            &self
                .window
                .chromium_data("Page.captureScreenshot", wanted)
                .await?,
        )
    }

    /// What a projector shows.
    async fn screen(&self, link: &str, theme: &str, name: &str) -> Outcome {
        self.size(1920, 1080).await?;
        self.go(link, theme).await?;
        let wanted = json!({ "format": "png" });
        self.keep(
            &format!("{name}.png"),
            &self
                .window
                .chromium_data("Page.captureScreenshot", wanted)
                .await?,
        )
    }

    /// What a printer gives: as PDF, and its first sheet as a picture.
    async fn print(&self, link: &str, name: &str) -> Outcome {
        self.size(A4_WIDTH_PX, A4_HEIGHT_PX).await?;
        self.go(link, "light").await?;
        let wanted = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
        self.keep(
            &format!("{name}.pdf"),
            &self.window.chromium_data("Page.printToPDF", wanted).await?,
        )?;
        let media = json!({ "media": "print" });
        self.window
            .chromium("Emulation.setEmulatedMedia", media)
            .await?;
        self.window.frames().await?;
        let wanted = json!({ "format": "png" });
        self.keep(
            &format!("{name}.png"),
            &self
                .window
                .chromium_data("Page.captureScreenshot", wanted)
                .await?,
        )?;
        let media = json!({ "media": "" });
        self.window
            .chromium("Emulation.setEmulatedMedia", media)
            .await
            .map(drop)
    }

    async fn size(&self, width_px: u32, height_px: u32) -> Outcome {
        let metrics = json!({ "width": width_px, "height": height_px, "deviceScaleFactor": 1, "mobile": false });
        self.window
            .chromium("Emulation.setDeviceMetricsOverride", metrics)
            .await
            .map(drop)
    }

    async fn go(&self, link: &str, theme: &str) -> Outcome {
        let joint = if link.contains('?') { '&' } else { '?' };
        self.window
            .client
            .goto(&self.site.url(&format!("{link}{joint}theme={theme}")))
            .await?;
        // A page that never gets ready is worth a picture too.
        if let Err(failure) = self
            .window
            .until("the page to be ready", READY, Vec::new())
            .await
        {
            tell(&format!("at {link}: {failure}"));
        }
        self.window.frames().await?;
        for error in self.window.console_errors().await? {
            tell(&format!("console error at {link}: {error}"));
        }
        Ok(())
    }

    fn keep(&self, file: &str, bytes: &[u8]) -> Outcome {
        let path: PathBuf = self.folder.join(file);
        fs::write(&path, bytes)?;
        tell(&path.display().to_string());
        Ok(())
    }
}

/// A file name for a link: its letters and digits.
fn name(link: &str) -> String {
    let kept: String = link
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let kept = kept.trim_matches('-');
    if kept.is_empty() {
        "overview".to_owned()
    } else {
        kept.to_owned()
    }
}

#[allow(clippy::print_stdout, reason = "this program talks to the developer")]
fn tell(words: &str) {
    println!("{words}");
}
