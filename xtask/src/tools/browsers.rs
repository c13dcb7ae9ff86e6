//! The browsers and their drivers: found, or installed by apt on a Debian-like system as root;
//! elsewhere it is said exactly what to install.

use crate::{
    error::{Error, Result},
    paths, process,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A program from the system's packages.
#[derive(Debug, Clone, Copy)]
pub struct Program {
    what: &'static str,
    names: &'static [&'static str],
    /// On a Debian-like system.
    package: &'static str,
}

/// The browser that the unit tests in wasm and the benchmark run in.
pub const CHROMIUM: Program = Program {
    what: "Chromium",
    names: &["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
};
/// Speaks to Chromium.
pub const CHROMEDRIVER: Program = Program {
    what: "chromedriver",
    names: &["chromedriver"],
    package: "chromium-driver",
};
/// The second engine.
pub const FIREFOX: Program = Program {
    what: "Firefox",
    names: &["firefox-esr", "firefox"],
    package: "firefox-esr",
};
/// Speaks to WebKitGTK, the third engine.
pub const WEBKIT_DRIVER: Program = Program {
    what: "WebKitWebDriver (WebKitGTK)",
    names: &["WebKitWebDriver"],
    package: "webkit2gtk-driver",
};
/// A screen for WebKitGTK, which knows no headless mode.
pub const XVFB: Program = Program {
    what: "Xvfb",
    names: &["Xvfb"],
    package: "xvfb",
};

/// All of them, for the journeys.
pub const ALL: [Program; 5] = [CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKIT_DRIVER, XVFB];

/// Without a font, text is drawn as nothing and pictures lie.
const FONT_PACKAGE: &str = "fonts-dejavu-core";

impl Program {
    /// Where it is.
    ///
    /// # Errors
    /// [`Error::Missing`] saying what to install.
    pub fn path(self) -> Result<PathBuf> {
        paths::find_program(self.names).ok_or_else(|| Error::Missing {
            what: self.what.to_owned(),
            remedy: format!(
                "Install it (package {} on a Debian-like system).",
                self.package
            ),
        })
    }
}

/// WebKitGTK's small browser, which the driver drives; it comes with the driver's library, in a
/// folder whose name depends on machine and version.
///
/// # Errors
/// [`Error::Missing`] when no usual folder has it.
pub fn minibrowser() -> Result<PathBuf> {
    let library_folders = ["/usr/lib", "/usr/libexec", "/usr/lib64"]
        .into_iter()
        .flat_map(|folder| {
            let inner = fs::read_dir(folder)
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path());
            inner.chain([PathBuf::from(folder)]).collect::<Vec<_>>()
        });
    let mut found = library_folders.flat_map(|folder| {
        ["webkit2gtk-4.1", "webkit2gtk-4.0"].map(|version| folder.join(version).join("MiniBrowser"))
    });
    found
        .find(|path| path.is_file())
        .ok_or_else(|| Error::Missing {
            what: "WebKitGTK's MiniBrowser".into(),
            remedy: format!(
                "Install it (package {} on a Debian-like system).",
                WEBKIT_DRIVER.package
            ),
        })
}

/// Makes sure that these programs, and a font, are there.
///
/// # Errors
/// [`Error::Missing`] with the whole list where set-up cannot install; [`Error::Failed`] when apt
/// says no.
pub fn ensure(programs: &[Program]) -> Result<()> {
    let missing = missing_packages(programs);
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !Path::new("/etc/debian_version").is_file() {
        let names: Vec<&str> = programs.iter().map(|program| program.what).collect();
        return Err(Error::Missing {
            what: "A browser, its driver or a font for the tests".into(),
            remedy: format!(
                "Install what is missing of: {}; on a Debian-like system that is `apt-get install {list}`. \
                 `cargo xtask test --native` runs everything that needs no browser.",
                names.join(", ")
            ),
        });
    }
    if process::output_of("id", &["-u"]).as_deref() != Some("0") {
        return Err(Error::Missing {
            what: "A browser, its driver or a font for the tests".into(),
            remedy: format!("Run `sudo apt-get install {list}`, then this again."),
        });
    }
    println!("Set-up: installing by apt: {list} (once; a few minutes)");
    apt(&["update", "--quiet"])?;
    let mut install = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    install.extend(&missing);
    apt(&install)?;
    programs
        .iter()
        .try_for_each(|program| program.path().map(drop))
}

fn missing_packages(programs: &[Program]) -> Vec<&'static str> {
    let absent = programs
        .iter()
        .filter(|program| paths::find_program(program.names).is_none());
    let mut packages: Vec<&str> = absent.map(|program| program.package).collect();
    if cfg!(target_os = "linux") && !has_font(Path::new("/usr/share/fonts")) {
        packages.push(FONT_PACKAGE);
    }
    packages
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(arguments);
    process::run("apt-get", &mut command)
}

fn has_font(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let path = entry.path();
        let kind = path
            .extension()
            .and_then(|kind| kind.to_str())
            .unwrap_or_default();
        path.is_dir() && has_font(&path) || matches!(kind, "ttf" | "otf" | "pfb" | "ttc")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_by_its_package() {
        let nowhere = Program {
            what: "X",
            names: &["no-such-program-anywhere"],
            package: "x-package",
        };
        assert!(missing_packages(&[nowhere]).contains(&"x-package"));
        let told = nowhere.path().unwrap_err().to_string();
        assert!(told.contains("x-package"), "{told}");
    }
}
