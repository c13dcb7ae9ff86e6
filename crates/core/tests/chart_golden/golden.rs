//! Compares a picture with the one kept.

use std::fs;
use std::path::Path;

use roadmap_core::chart::{Placed, Theme, svg_text};

/// Checks a chart in every theme against its golden pictures.
pub fn check(name: &str, placed: &Placed, title: &str) {
    check_in(
        &[
            (Theme::Light, "light"),
            (Theme::Dark, "dark"),
            (Theme::HighContrast, "contrast"),
        ],
        name,
        placed,
        title,
    );
}

/// Checks a variant of a chart in the light theme only: it differs in layout, not in colour.
pub fn check_light(name: &str, placed: &Placed) {
    check_in(&[(Theme::Light, "light")], name, placed, "");
}

fn check_in(themes: &[(Theme, &str)], name: &str, placed: &Placed, title: &str) {
    let source = [
        "Source: ONS, Annual Survey of Hours and Earnings, 2025. Open Government Licence v3.0"
            .to_owned(),
    ];
    let lines: &[String] = if title.is_empty() { &[] } else { &source };
    for (theme, ending) in themes {
        compare(
            &format!("{name}-{ending}"),
            &svg_text(placed, *theme, title, lines),
        );
    }
}

fn compare(name: &str, picture: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let kept = folder.join(format!("{name}.svg"));
    let changed = folder.join(format!("{name}-changed.svg"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&kept, picture).unwrap();
    }
    if fs::read_to_string(&kept).is_ok_and(|golden| golden == picture) {
        if changed.exists() {
            fs::remove_file(&changed).unwrap();
        }
        return;
    }
    fs::write(&changed, picture).unwrap();
    panic!(
        "{name}.svg has changed: look at {} beside it; UPDATE_GOLDEN=1 takes it over",
        changed.display()
    );
}
