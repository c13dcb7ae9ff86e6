//! Tools that come from crates: built once, each version in a folder of its own.

use crate::{
    error::{Error, Result},
    paths, process,
};
use std::{fs, path::PathBuf};

/// A pinned crate whose programs we run.
#[derive(Debug, Clone, Copy)]
pub struct CargoTool {
    package: &'static str,
    version: &'static str,
    programs: &'static [&'static str],
    /// Measured on two cores with an empty build folder.
    minutes: &'static str,
}

/// Builds the page and runs wasm-bindgen.
pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    version: "0.21.14",
    programs: &["trunk"],
    minutes: "4 to 6 minutes",
};

/// Makes the JavaScript side; the same version as the library, or Trunk refuses it.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: "0.2.126",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    minutes: "2 minutes",
};

/// Speaks to Firefox.
pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    version: "0.37.1",
    programs: &["geckodriver"],
    minutes: "2 minutes",
};

impl CargoTool {
    /// The folder with the tool's programs, installed first when it is not there.
    ///
    /// # Errors
    /// [`Error::Failed`] when it does not build, [`Error::File`] when the build's leavings stay.
    pub fn ensure(self) -> Result<PathBuf> {
        let tools = paths::tools_dir()?;
        // The folder is called after the program people type: wasm-bindgen, not wasm-bindgen-cli.
        let name = self.package.trim_end_matches("-cli");
        let home = tools.join(format!("{name}-{}", self.version));
        let bin = home.join("bin");
        let is_there = |program: &&str| {
            bin.join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
                .is_file()
        };
        if self.programs.iter().all(is_there) {
            return Ok(bin);
        }
        println!(
            "Set-up: installing {} {} into {}\n        (once; about {} on two cores)",
            self.package,
            self.version,
            home.display(),
            self.minutes
        );
        let build = tools.join("build");
        fs::create_dir_all(&tools).map_err(Error::file("create", &tools))?;
        let mut command = process::cargo(&tools);
        // A debug build of the tool takes a third of the time and is quick enough.
        command
            .env("CARGO_TARGET_DIR", &build)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .args(["install", "--debug", "--locked", "--root"])
            .arg(&home)
            .arg(format!("{}@{}", self.package, self.version));
        process::run(&format!("cargo install {}", self.package), &mut command)?;
        fs::remove_dir_all(&build).map_err(Error::file("remove", build))?;
        Ok(bin)
    }
}
