//! The three engines: where they are and how they are started.
//!
//! `cargo xtask test` names the programs in the environment; without it they are looked for where
//! set-up puts them.

use super::{failure::Outcome, scratch::Scratch};
use serde_json::{Map, Value, json};
use std::{env, fmt, path::PathBuf, process::Command};
use xtask::tools::{
    browsers::{self, CHROMEDRIVER, CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB},
    cargo::GECKODRIVER,
};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver, on a screen of its own.
    WebKit,
}

/// Choices that can only be made before a browser starts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Start {
    /// Tells pages that the reader wants less motion (Firefox; Chromium is told later).
    pub reduced_motion: bool,
    /// Tells pages that the reader wants dark colours (Firefox; Chromium is told later).
    pub dark: bool,
    /// Gives pages a touch screen.
    pub touch: bool,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}

impl Engine {
    /// Whether it needs a screen, for want of a headless mode.
    pub fn needs_screen(self) -> bool {
        self == Self::WebKit
    }

    /// The command that starts its driver, without the port.
    ///
    /// # Errors
    /// When the driver is not installed.
    pub fn driver_command(self) -> Outcome<Command> {
        let program = match self {
            Self::Chromium => named("CHROMEDRIVER", || CHROMEDRIVER.path())?,
            Self::Firefox => named("GECKODRIVER", || {
                Ok(GECKODRIVER.ensure()?.join("geckodriver"))
            })?,
            Self::WebKit => named("WEBKITDRIVER", || WEBKIT_DRIVER.path())?,
        };
        let mut command = Command::new(program);
        if self == Self::WebKit {
            command
                // Its sandbox cannot start as root inside a container; the pages are our own.
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("GDK_BACKEND", "x11")
                .env("NO_AT_BRIDGE", "1");
        }
        if self == Self::Firefox {
            command
                .env("MOZ_HEADLESS_WIDTH", "1280")
                .env("MOZ_HEADLESS_HEIGHT", "900");
        }
        Ok(command)
    }

    /// What is asked of the driver: a quiet browser with an empty profile that saves downloads
    /// into the scratch folder without asking.
    ///
    /// # Errors
    /// When the browser is not installed.
    pub fn capabilities(self, start: Start, scratch: &Scratch) -> Outcome<Map<String, Value>> {
        let downloads = scratch.folder("downloads")?;
        let capabilities = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": named("ROADMAP_CHROMIUM", || CHROMIUM.path())?,
                    "args": chromium_arguments(start, scratch)?,
                    "prefs": {
                        "download.default_directory": downloads,
                        "download.prompt_for_download": false,
                        "profile.default_content_setting_values.clipboard": 1,
                        "profile.default_content_setting_values.automatic_downloads": 1,
                    },
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": named("ROADMAP_FIREFOX", || FIREFOX.path())?,
                    "args": ["-headless"],
                    "prefs": firefox_preferences(start, &downloads),
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": named("ROADMAP_MINIBROWSER", browsers::minibrowser)?,
                    "args": ["--automation"],
                },
            }),
        };
        match capabilities {
            Value::Object(map) => Ok(map),
            _ => Ok(Map::new()),
        }
    }
}

/// The screen for an engine that needs one.
///
/// # Errors
/// When it is not installed.
pub fn xvfb() -> Outcome<PathBuf> {
    named("ROADMAP_XVFB", || XVFB.path())
}

/// The accessibility checker's script.
///
/// # Errors
/// When it is not installed.
pub fn axe_script() -> Outcome<PathBuf> {
    named("ROADMAP_AXE", || Ok(xtask::tools::npm::ensure()?.axe))
}

/// The program that the environment names, or the one that is found.
fn named(variable: &str, find: impl FnOnce() -> xtask::error::Result<PathBuf>) -> Outcome<PathBuf> {
    match env::var_os(variable).filter(|value| !value.is_empty()) {
        Some(path) => Ok(PathBuf::from(path)),
        None => Ok(find()?),
    }
}

fn chromium_arguments(start: Start, scratch: &Scratch) -> Outcome<Vec<String>> {
    let profile = scratch.folder("profile")?;
    let mut arguments: Vec<String> = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    if start.touch {
        arguments.push("--touch-events=enabled".to_owned());
    }
    Ok(arguments)
}

fn firefox_preferences(start: Start, downloads: &std::path::Path) -> Value {
    json!({
        "browser.download.dir": downloads,
        "browser.download.folderList": 2,
        "browser.download.useDownloadDir": true,
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.download.alwaysOpenPanel": false,
        "browser.helperApps.neverAsk.saveToDisk":
            "image/svg+xml,image/png,text/csv,application/geo+json,application/octet-stream",
        // Nobody answers when a page asks where the reader is: the answer is no.
        "permissions.default.geo": 2,
        // Errors of the page go to standard output, where the harness reads them.
        "devtools.console.stdout.content": true,
        "dom.w3c_touch_events.enabled": i32::from(start.touch),
        "ui.prefersReducedMotion": i32::from(start.reduced_motion),
        "ui.systemUsesDarkTheme": i32::from(start.dark),
        "layout.css.prefers-color-scheme.content-override": if start.dark { 0 } else { 1 },
    })
}
