//! `cargo xtask bench`: the release build in a real browser, measured. It prints a table and
//! writes JSON; it never fails for being slow, since machines differ. What the page did not
//! report is "not measured", never zero.
//!
//! In order: [`machine`] (what it ran on) -> [`browser`] (what the page reports) and [`maps`] (the map
//! in hand), [`futures`] (a lever in hand), [`roadmap`] (far more actions than ours) -> [`report`]. How work grows with the number of areas is told by a test of core.

pub mod browser;
pub mod futures;
pub mod machine;
pub mod maps;
pub mod report;
pub mod roadmap;

use crate::{
    commands,
    dist::sizes,
    error::{Error, Result},
    headers::HeaderRules,
    paths,
    place::Place,
    process, server,
    tools::browsers::{self, CHROMEDRIVER, CHROMIUM},
    webdriver::{Driver, headless_chromium},
};
use std::{fs, path::Path};

/// What core's own work on maps takes, natively, with the county's areas once, four and sixteen
/// times.
fn growth(root: &Path) -> Result<()> {
    println!("\nHow the work on a map grows with its areas, natively");
    let mut command = process::cargo(root);
    command.args([
        "test",
        "--quiet",
        "--release",
        "-p",
        "roadmap-core",
        "--test",
        "map_speed",
    ]);
    command.args(["--", "--ignored", "--nocapture"]);
    process::run("cargo test of map_speed", &mut command)
}

/// Builds, serves, measures and reports.
///
/// # Errors
/// The first step that fails; slowness is no failure.
pub fn run(root: &Path) -> Result<()> {
    browsers::ensure(&[CHROMIUM, CHROMEDRIVER])?;
    commands::build::run(root)?;
    let dist = paths::dist();
    let place = Place::read(root)?;
    let files = sizes::first_view(&dist, &place)?;

    let server = server::serve_dir(&dist, HeaderRules::read(&dist)?, 0)?;
    let driver = Driver::start(&CHROMEDRIVER.path()?)?;
    let session = driver.open(&headless_chromium(&CHROMIUM.path()?))?;
    println!("\nMeasuring in Chromium (about half a minute)");
    let mut measured = browser::measure(&session, &server.url("/"))?;
    measured.maps = maps::measure(&session, &server.url("/"))?;
    measured.futures = futures::measure(&session, &server.url("/"))?;
    if let Some(file) = place.roadmap_file()? {
        measured.roadmap = roadmap::measure(&session, &dist, file)?;
    }
    let machine = machine::describe(&session.capabilities);

    print!("{}", report::table(&machine, &files, &measured));
    let path = root.join("target/bench.json");
    let text = format!("{:#}\n", report::json(&machine, &files, &measured));
    fs::write(&path, text).map_err(Error::file("write", &path))?;
    println!("Written to {}", path.display());
    growth(root)
}
