//! The colours of every theme as custom properties, written from core's one list of colours, so
//! that page and pictures cannot part.

use roadmap_core::{
    chart::Theme,
    page::{Keyed, ThemeChoice},
};

/// The rules for the page's head. The reader's choice stands in `data-theme` on the root element;
/// without one the system's wishes hold, more contrast before dark. Paper is always light.
pub fn rules() -> String {
    let mut css = format!(":root{}", block(Theme::Light));
    // Later rules win: all of these are equally specific.
    for (wish, theme) in [
        ("prefers-color-scheme:dark", Theme::Dark),
        ("prefers-contrast:more", Theme::HighContrast),
    ] {
        css.push_str(&format!(
            "@media({wish}){{:root:not([data-theme]){}}}",
            block(theme)
        ));
    }
    for choice in [ThemeChoice::Dark, ThemeChoice::HighContrast] {
        css.push_str(&format!(
            ":root[data-theme={}]{}",
            choice.key(),
            block(theme_of(choice))
        ));
    }
    css.push_str(&format!(
        "@media print{{:root:root{}}}",
        block(Theme::Print)
    ));
    css
}

fn theme_of(choice: ThemeChoice) -> Theme {
    match choice {
        ThemeChoice::Light => Theme::Light,
        ThemeChoice::Dark => Theme::Dark,
        ThemeChoice::HighContrast => Theme::HighContrast,
    }
}

fn block(theme: Theme) -> String {
    // Also tells the browser how to draw its own controls and scroll bars.
    let scheme = if theme == Theme::Dark {
        "dark"
    } else {
        "light"
    };
    let tokens = theme
        .css_tokens()
        .into_iter()
        .map(|(name, value)| format!("{name}:{value};"));
    format!("{{{}color-scheme:{scheme}}}", tokens.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_and_every_wish_has_its_colours() {
        let css = rules();
        assert!(css.starts_with(&format!(":root{}", block(Theme::Light))));
        let chosen =
            |key: &str, theme| css.contains(&format!(":root[data-theme={key}]{}", block(theme)));
        assert!(chosen("dark", Theme::Dark) && chosen("contrast", Theme::HighContrast));
        let wished = |theme| css.contains(&format!(":root:not([data-theme]){}", block(theme)));
        assert!(wished(Theme::Dark) && wished(Theme::HighContrast));
    }

    #[test]
    fn the_strongest_wish_comes_last() {
        let css = rules();
        let at = |words: &str| css.find(words).unwrap();
        assert!(at("prefers-color-scheme:dark") < at("prefers-contrast:more"));
        assert!(at("[data-theme=contrast]") < at("@media print"));
        assert_eq!(css.matches('{').count(), css.matches('}').count());
    }
}
