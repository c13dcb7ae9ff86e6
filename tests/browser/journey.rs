//! A way through the app, from start to verdict: opens a browser, walks, then looks for what no
//! journey may leave behind (console errors, requests to another origin). A failure says what was
//! expected in which engine, and leaves a picture in `target/journeys/`.

use super::{
    engine::{Engine, Start},
    failure::{Failure, Outcome},
    page::Page,
    site::Site,
    window::Window,
};
use serde_json::{Value, json};
use std::{cell::RefCell, fs, path::PathBuf, rc::Rc, time::Duration};

/// No journey takes longer.
const MOST_TIME: Duration = Duration::from_secs(120);
/// Nor does telling its end.
const CLOSING_TIME: Duration = Duration::from_secs(15);

/// Everything loaded from somewhere else than the page itself.
const FOREIGN: &str = "return performance.getEntriesByType('resource').map(entry => entry.name)
    .filter(name => ![location.origin, ...arguments[0]].some(origin => name.startsWith(origin + '/')) && !/^(blob|data|about):/.test(name))";

/// One journey under way.
#[derive(Debug)]
pub struct Trip {
    /// The browser.
    pub window: Window,
    /// The build as it is.
    pub site: Site,
    /// Words of console errors that this journey causes on purpose.
    expected_errors: RefCell<Vec<&'static str>>,
    /// Other origins that this journey loads from on purpose.
    expected_origins: RefCell<Vec<String>>,
    /// Other sites of this journey, which serve until the browser has closed.
    others: RefCell<Vec<Rc<Site>>>,
}

impl Trip {
    /// The app as built.
    pub fn page(&self) -> Page<'_> {
        self.page_of(&self.site)
    }

    /// The app from another site.
    pub fn page_of<'a>(&'a self, site: &'a Site) -> Page<'a> {
        Page {
            window: &self.window,
            site,
        }
    }

    /// Keeps another site serving until the browser has closed: what a page asks for late, a worker
    /// for one, must find its host.
    pub fn keep(&self, site: Site) -> Rc<Site> {
        let site = Rc::new(site);
        self.others.borrow_mut().push(Rc::clone(&site));
        site
    }

    /// Console errors with these words are this journey's own doing.
    pub fn expects_error(&self, words: &'static str) {
        self.expected_errors.borrow_mut().push(words);
    }

    /// Requests to this origin are this journey's own doing.
    pub fn expects_origin(&self, origin: String) {
        self.expected_origins.borrow_mut().push(origin);
    }

    async fn left_nothing_behind(&self) -> Outcome {
        let expected = self.expected_errors.borrow().clone();
        let mut errors = self.window.console_errors().await?;
        errors.retain(|error| !expected.iter().any(|words| error.contains(words)));
        crate::expect!(
            errors.is_empty(),
            "expected no console errors, found:\n  {}",
            errors.join("\n  ")
        );
        let origins = self.expected_origins.borrow().clone();
        let foreign = self.window.run(FOREIGN, vec![json!(origins)]).await?;
        crate::expect!(
            foreign == json!([]),
            "expected no request to another origin, found {foreign}"
        );
        Ok(())
    }
}

/// Runs a journey to its verdict.
///
/// # Panics
/// When it fails, saying what was expected and in which engine.
#[allow(clippy::panic, reason = "this is how a test fails")]
pub fn run(name: &str, engine: Engine, start: Start, journey: impl AsyncFnOnce(&Trip) -> Outcome) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(walk(name, engine, start, journey)),
        Err(error) => Err(Failure::from(error)),
    };
    if let Err(failure) = outcome {
        panic!("{name} in {engine}: {failure}");
    }
}

async fn walk(
    name: &str,
    engine: Engine,
    start: Start,
    journey: impl AsyncFnOnce(&Trip) -> Outcome,
) -> Outcome {
    let trip = Trip {
        site: Site::serve()?,
        window: Window::open(engine, start).await?,
        expected_errors: RefCell::default(),
        expected_origins: RefCell::default(),
        others: RefCell::default(),
    };
    let whole = async {
        journey(&trip).await?;
        trip.left_nothing_behind().await
    };
    let outcome = match tokio::time::timeout(MOST_TIME, whole).await {
        Ok(outcome) => outcome,
        Err(_) => Err(Failure::new(format!(
            "expected to be done within {MOST_TIME:?}"
        ))),
    };
    let told = match outcome {
        Ok(()) => Ok(()),
        Err(failure) => {
            let words = failure.to_string();
            let evidence = tokio::time::timeout(CLOSING_TIME, evidence(name, &trip, failure));
            Err(evidence.await.unwrap_or_else(|_| Failure::new(words)))
        }
    };
    // A browser that hangs is ended with its driver, when the trip is dropped.
    match tokio::time::timeout(CLOSING_TIME, trip.window.client.clone().close()).await {
        Ok(closed) => told.and(closed.map_err(Failure::from)),
        Err(_) => told,
    }
}

/// The failure with where the page was and a picture of it.
async fn evidence(name: &str, trip: &Trip, failure: Failure) -> Failure {
    let mut words = failure.to_string();
    if let Ok(Value::String(address)) = trip.window.run("return location.href", Vec::new()).await {
        let short: String = address.chars().take(200).collect();
        words.push_str(&format!("\n  at {short}"));
    }
    if let Ok(errors) = trip.window.console_errors().await {
        words.extend(errors.iter().map(|error| format!("\n  console: {error}")));
    }
    let picture = picture_path(name, trip.window.engine);
    if let Ok(png) = trip.window.client.screenshot().await
        && fs::write(&picture, png).is_ok()
    {
        words.push_str(&format!("\n  picture: {}", picture.display()));
    }
    Failure::new(words)
}

fn picture_path(name: &str, engine: Engine) -> PathBuf {
    let folder = xtask::paths::root().join("target/journeys");
    // When the folder cannot be made, the picture cannot be written, and the words remain.
    drop(fs::create_dir_all(&folder));
    folder.join(format!("{name}-{engine}.png").to_lowercase())
}

/// Declares journeys and the engines they go through: one test each, named `journey::engine`.
///
/// `journeys! { by_list in chromium firefox webkit; in_the_dark in firefox, DARK; }`
/// where `DARK` is a constant with the choices to start with.
#[macro_export]
macro_rules! journeys {
    () => {};
    ($name:ident in $($engine:ident)+; $($rest:tt)*) => {
        $crate::journeys!(@tests $name ($crate::browser::engine::Start::default()) $($engine)+);
        $crate::journeys!($($rest)*);
    };
    ($name:ident in $($engine:ident)+, $start:ident; $($rest:tt)*) => {
        $crate::journeys!(@tests $name (super::$start) $($engine)+);
        $crate::journeys!($($rest)*);
    };
    (@tests $name:ident ($start:expr) $($engine:ident)+) => {
        mod $name {
            use $crate::browser::{engine::Engine, journey};
            $(#[test]
            fn $engine() {
                let path = module_path!().split_once("::").map_or("", |(_, path)| path);
                journey::run(&path.replace("::", "-"), $crate::journeys!(@ $engine), $start, super::$name);
            })+
        }
    };
    (@ chromium) => { Engine::Chromium };
    (@ firefox) => { Engine::Firefox };
    (@ webkit) => { Engine::WebKit };
}
