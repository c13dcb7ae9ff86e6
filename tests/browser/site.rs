//! The build under test, served as a static host would, with its strict policy.

use super::{
    failure::{Failure, Outcome},
    scratch::Scratch,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};
use xtask::{
    headers::HeaderRules,
    paths,
    server::{self, Server},
};

/// A running server of the build; dropping it stops it.
#[derive(Debug)]
pub struct Site {
    server: Server,
    /// A copy that was changed for the test.
    copy: Option<Scratch>,
}

impl Site {
    /// Serves the build named by `ROADMAP_DIST`, or the one that `cargo xtask build` made.
    ///
    /// # Errors
    /// When there is none.
    pub fn serve() -> Outcome<Self> {
        let server = serve_folder(&dist()?)?;
        Ok(Self { server, copy: None })
    }

    /// Serves a copy of the build after changing it.
    ///
    /// # Errors
    /// When there is no build, it cannot be copied, or the change fails.
    pub fn serve_changed(change: impl FnOnce(&Path) -> Outcome) -> Outcome<Self> {
        let copy = Scratch::new()?;
        copy_folder(&dist()?, copy.path())?;
        change(copy.path())?;
        let server = serve_folder(copy.path())?;
        Ok(Self {
            server,
            copy: Some(copy),
        })
    }

    /// Serves a copy without the files of these names.
    ///
    /// # Errors
    /// When there is no build or it cannot be copied.
    pub fn serve_without(is_gone: impl Fn(&str) -> bool) -> Outcome<Self> {
        let site = Self::serve_changed(|_| Ok(()))?;
        site.lose(is_gone)?;
        Ok(site)
    }

    /// Serves a copy in which one file, by its place in the build, is not as it was; its
    /// compressed twins, which a browser would rather have, are gone.
    ///
    /// # Errors
    /// When there is no build, it cannot be copied, or the change fails.
    pub fn serve_broken(file: &str, change: impl FnOnce(&Path) -> Outcome) -> Outcome<Self> {
        Self::serve_changed(|dist| {
            for ending in ["br", "gz"] {
                let twin = dist.join(format!("{file}.{ending}"));
                if twin.is_file() {
                    fs::remove_file(twin)?;
                }
            }
            change(&dist.join(file))
        })
    }

    /// Gives a copy the files of these names as the build has them.
    ///
    /// # Errors
    /// When it is the build itself that is served, or a file cannot be written.
    pub fn mend(&self, is_back: impl Fn(&str) -> bool) -> Outcome {
        let copy = self.copy()?;
        let whole = dist()?;
        each_named(&whole, is_back, |file| {
            fs::copy(file, copy.join(file.strip_prefix(&whole)?))?;
            Ok(())
        })
    }

    /// Takes the files of these names from a copy.
    ///
    /// # Errors
    /// When it is the build itself that is served, or a file cannot be removed.
    pub fn lose(&self, is_gone: impl Fn(&str) -> bool) -> Outcome {
        each_named(self.copy()?, is_gone, |file| Ok(fs::remove_file(file)?))
    }

    /// Serves one page that is not ours: a partner's, into which ours is embedded.
    ///
    /// # Errors
    /// When it cannot be written or served.
    pub fn serve_page(html: &str) -> Outcome<Self> {
        let copy = Scratch::new()?;
        fs::write(copy.path().join("index.html"), html)?;
        let server = serve_folder(copy.path())?;
        Ok(Self {
            server,
            copy: Some(copy),
        })
    }

    /// The address of a query, as in `url("?mode=embed")`.
    pub fn url(&self, query: &str) -> String {
        self.server.url(&format!("/{query}"))
    }

    /// The scheme, host and port.
    pub fn origin(&self) -> String {
        self.server.url("")
    }

    /// The folder it serves, which is a copy of its own.
    ///
    /// # Errors
    /// When it is the build itself.
    pub fn copy(&self) -> Outcome<&Path> {
        let copy = self.copy.as_ref().map(Scratch::path);
        copy.ok_or_else(|| Failure::new("expected a copy of the build"))
    }
}

/// The name of a file without its folder.
fn name(file: &Path) -> &str {
    file.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// The folder of the build under test.
///
/// # Errors
/// When there is no build.
pub fn dist() -> Outcome<PathBuf> {
    let folder = env::var_os("ROADMAP_DIST").map_or_else(paths::dist, PathBuf::from);
    if folder.join("index.html").is_file() {
        return Ok(folder);
    }
    Err(Failure::new(format!(
        "there is no build in {}: run `cargo xtask build` first",
        folder.display()
    )))
}

fn serve_folder(folder: &Path) -> Outcome<Server> {
    let rules = match folder.join("_headers").is_file() {
        true => HeaderRules::read(folder)?,
        false => HeaderRules::default(),
    };
    Ok(server::serve_dir(folder, rules, 0)?)
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Calls for the files of these names under a folder; there must be one.
fn each_named(
    folder: &Path,
    is_meant: impl Fn(&str) -> bool,
    act: impl Fn(&Path) -> Outcome,
) -> Outcome {
    let mut count = 0;
    each_file(folder, &mut |file| {
        if is_meant(name(file)) {
            count += 1;
            act(file)?;
        }
        Ok(())
    })?;
    if count == 0 {
        let folder = folder.display();
        return Err(Failure::new(format!("expected such a file in {folder}")));
    }
    Ok(())
}

/// Calls for every file under a folder.
///
/// # Errors
/// When a folder cannot be listed, or from the call.
fn each_file(folder: &Path, act: &mut impl FnMut(&Path) -> Outcome) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            each_file(&path, act)?;
        } else {
            act(&path)?;
        }
    }
    Ok(())
}
