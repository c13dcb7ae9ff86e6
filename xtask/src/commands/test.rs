//! `cargo xtask test`: everything that must hold before a change is taken, cheapest first,
//! stopping at the first fault.

use crate::{
    dist::sizes,
    error::{Error, Result},
    paths,
    place::Place,
    process,
    tools::{
        self,
        browsers::{self, CHROMEDRIVER, CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB},
        cargo, npm,
    },
};
use std::{path::Path, process::Command};

/// The packages that run on this machine rather than in a browser.
const NATIVE_PACKAGES: [&str; 8] = [
    "-p",
    "roadmap-core",
    "-p",
    "roadmap-cli",
    "-p",
    "xtask",
    "-p",
    "roadmap-tests",
];
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const APP: [&str; 2] = ["-p", "roadmap-explorer"];
/// What the app runs beside the page, which has no tests of its own.
const WORKER: [&str; 2] = ["-p", "roadmap-worker"];

/// One step of the test.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// As `--only` knows it.
    pub name: &'static str,
    title: &'static str,
    /// Whether it runs without a browser and without a build of the page.
    native: bool,
    run: fn(&Path) -> Result<()>,
}

/// The steps in their order.
pub const STEPS: [Step; 8] = [
    Step {
        name: "fmt",
        title: "Formatting",
        native: true,
        run: formatting,
    },
    Step {
        name: "clippy",
        title: "Lints, native packages",
        native: true,
        run: native_lints,
    },
    Step {
        name: "clippy-wasm",
        title: "Lints, the app",
        native: true,
        run: app_lints,
    },
    Step {
        name: "native",
        title: "Native tests",
        native: true,
        run: native_tests,
    },
    Step {
        name: "wasm",
        title: "The app's unit tests in Chromium",
        native: false,
        run: wasm_tests,
    },
    Step {
        name: "build",
        title: "Release build",
        native: false,
        run: super::build::run,
    },
    Step {
        name: "budgets",
        title: "Size budgets",
        native: false,
        run: budgets,
    },
    Step {
        name: "browsers",
        title: "Journeys in three browsers",
        native: false,
        run: journeys,
    },
];

/// Which steps to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// All of them.
    All,
    /// Those that need neither browser nor release build.
    Native,
    /// One, by name.
    Only(String),
}

/// Runs the chosen steps.
///
/// # Errors
/// The first step that fails; [`Error::Usage`] when `--only` names none.
pub fn run(root: &Path, choice: &Choice) -> Result<()> {
    let chosen: Vec<Step> = STEPS
        .into_iter()
        .filter(|step| is_chosen(step, choice))
        .collect();
    if chosen.is_empty() {
        return Err(Error::Usage(format!(
            "There is no such step; the steps are {}.",
            names(&STEPS)
        )));
    }
    let (done, took) = process::timed(|| {
        chosen
            .iter()
            .try_for_each(|step| process::timed_step(step.title, || (step.run)(root)))
    });
    done?;
    println!(
        "\nPassed in {1:.0} s: {0}",
        names(&chosen),
        took.as_secs_f64()
    );
    Ok(())
}

fn names(steps: &[Step]) -> String {
    steps
        .iter()
        .map(|step| step.name)
        .collect::<Vec<_>>()
        .join(", ")
}

fn is_chosen(step: &Step, choice: &Choice) -> bool {
    match choice {
        Choice::All => true,
        Choice::Native => step.native,
        Choice::Only(name) => step.name == name,
    }
}

fn formatting(root: &Path) -> Result<()> {
    process::run(
        "cargo fmt",
        process::cargo(root).args(["fmt", "--all", "--check"]),
    )
}

fn native_lints(root: &Path) -> Result<()> {
    let mut command = process::cargo(root);
    command.arg("clippy").args(NATIVE_PACKAGES).args([
        "--all-targets",
        "--features",
        "roadmap-tests/browser",
        "--",
        "-D",
        "warnings",
    ]);
    process::run("cargo clippy", &mut command)
}

fn app_lints(root: &Path) -> Result<()> {
    tools::wasm_target()?;
    let mut command = process::cargo(root);
    command
        .arg("clippy")
        .args(APP)
        .args(WORKER)
        .args(WASM)
        .args(["--all-targets", "--", "-D", "warnings"]);
    process::run("cargo clippy", &mut command)
}

fn native_tests(root: &Path) -> Result<()> {
    process::run(
        "cargo test",
        process::cargo(root).arg("test").args(NATIVE_PACKAGES),
    )
}

fn wasm_tests(root: &Path) -> Result<()> {
    tools::wasm_target()?;
    browsers::ensure(&[CHROMIUM, CHROMEDRIVER])?;
    let runner = cargo::WASM_BINDGEN
        .ensure()?
        .join("wasm-bindgen-test-runner");
    let mut command = process::cargo(root);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", CHROMEDRIVER.path()?)
        // A test that does not say where it runs must not end up in node.
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .arg("test")
        .args(APP)
        .args(WASM)
        .args(["--lib", "--tests"]);
    process::run("cargo test in Chromium", &mut command)
}

fn budgets(root: &Path) -> Result<()> {
    sizes::keep(&sizes::budgets(&paths::dist(), &Place::read(root)?)?)
}

fn journeys(root: &Path) -> Result<()> {
    browsers::ensure(&browsers::ALL)?;
    let mut command = process::cargo(root);
    journey_environment(&mut command)?;
    command.args(["test", "-p", "roadmap-tests", "--features", "browser"]);
    process::run("cargo test in three browsers", &mut command)
}

/// Tells the tests where everything is; they start the drivers themselves.
fn journey_environment(command: &mut Command) -> Result<()> {
    command
        .env("ROADMAP_DIST", paths::dist())
        .env("ROADMAP_AXE", npm::ensure()?.axe)
        .env("ROADMAP_CHROMIUM", CHROMIUM.path()?)
        .env("ROADMAP_FIREFOX", FIREFOX.path()?)
        .env("ROADMAP_MINIBROWSER", browsers::minibrowser()?)
        .env("ROADMAP_XVFB", XVFB.path()?)
        .env("CHROMEDRIVER", CHROMEDRIVER.path()?)
        .env(
            "GECKODRIVER",
            cargo::GECKODRIVER.ensure()?.join("geckodriver"),
        )
        .env("WEBKITDRIVER", WEBKIT_DRIVER.path()?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn native_steps_come_first_and_every_name_chooses_one() {
        let first_other = STEPS.iter().position(|step| !step.native).unwrap();
        assert!(STEPS[first_other..].iter().all(|step| !step.native));
        for step in STEPS {
            let only = Choice::Only(step.name.to_owned());
            assert_eq!(
                STEPS.iter().filter(|step| is_chosen(step, &only)).count(),
                1
            );
        }
    }

    #[test]
    fn an_unknown_step_is_answered_with_the_list() {
        let told = run(Path::new("."), &Choice::Only("fnt".into()))
            .unwrap_err()
            .to_string();
        assert!(told.contains("fmt, clippy, "), "{told}");
    }
}
