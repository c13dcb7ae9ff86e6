//! How wide text is, without asking a browser.
//!
//! Measuring on a canvas inserts an element into the page and gives different numbers
//! on every machine. This table holds the advances of a wide system sans, so on most
//! machines text is a little narrower than the room kept for it.

use super::mark::{Anchor, Text, Weight};
use super::region::Rect;

/// The width of a line of text in CSS pixels, slightly generous.
#[must_use]
pub fn width_px(text: &str, size_px: f64, weight: Weight) -> f64 {
    let thousandths: u32 = text.chars().map(advance).sum();
    let heavier = match weight {
        Weight::Regular => 1.0,
        Weight::Bold => 1.13,
    };
    f64::from(thousandths) / 1000.0 * size_px * heavier
}

/// The room a placed text takes.
#[must_use]
pub fn bounds(text: &Text) -> Rect {
    let width = width_px(&text.content, text.size_px, text.weight);
    let left = match text.anchor {
        Anchor::Start => text.at.x,
        Anchor::Middle => text.at.x - width / 2.0,
        Anchor::End => text.at.x - width,
    };
    Rect {
        left,
        top: text.at.y - text.size_px * LINE_SHARE / 2.0,
        right: left + width,
        bottom: text.at.y + text.size_px * LINE_SHARE / 2.0,
    }
}

/// How far apart two lines of text stand, as a multiple of their size.
pub const LINE_SHARE: f64 = 1.15;

/// Breaks a text into lines no wider than asked, at spaces only.
#[must_use]
pub fn wrap(text: &str, most_px: f64, size_px: f64, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line)
                if width_px(line, size_px, weight)
                    + width_px(" ", size_px, weight)
                    + width_px(word, size_px, weight)
                    <= most_px =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Cuts a text to a width, ending in an ellipsis when something is left out.
#[must_use]
pub fn cut(text: &str, most_px: f64, size_px: f64, weight: Weight) -> String {
    if width_px(text, size_px, weight) <= most_px {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut width = width_px("…", size_px, weight);
    for letter in text.chars() {
        width += width_px(letter.encode_utf8(&mut [0; 4]), size_px, weight);
        if width > most_px {
            break;
        }
        kept.push(letter);
    }
    let kept = kept.trim_end();
    if kept.is_empty() {
        String::new()
    } else {
        format!("{kept}…")
    }
}

/// Cuts a text to a width after a whole word where that keeps most of it.
#[must_use]
pub fn cut_at_word(text: &str, most_px: f64, size_px: f64, weight: Weight) -> String {
    let cut = cut(text, most_px, size_px, weight);
    if cut == text {
        return cut;
    }
    let kept = cut.trim_end_matches('…');
    // The letter after the cut: a word that just fits stays.
    let is_whole = text
        .get(kept.len()..)
        .is_some_and(|rest| rest.starts_with(' '));
    let words = if is_whole {
        Some(kept)
    } else {
        kept.rsplit_once(' ').map(|(words, _)| words)
    };
    let words = words.map(|words| {
        // "Computer programming and…" reads worse than "Computer programming…".
        let words = words.strip_suffix(" and").unwrap_or(words);
        words.trim_end_matches([',', ' '])
    });
    match words {
        Some(words) if words.len() * 5 > kept.len() * 2 => [words, "…"].concat(),
        _ => cut,
    }
}

fn advance(letter: char) -> u32 {
    let index = u32::from(letter).wrapping_sub(32);
    usize::try_from(index)
        .ok()
        .and_then(|index| ASCII.get(index))
        .map_or_else(|| beyond_ascii(letter), |&width| u32::from(width))
}

const fn beyond_ascii(letter: char) -> u32 {
    match letter {
        '\u{a0}' | '·' | '’' | '‘' => 318,
        '£' | '€' => 636,
        '–' => 500,
        '₂' | '‹' | '›' => 401,
        '“' | '”' => 518,
        '−' | '±' | '→' | '←' | '×' | '≤' | '≥' => 838,
        'à'..='ö' | 'ø'..='ÿ' => 635,
        // Wide enough for any letter of the scripts a place name may be written in.
        _ => 1000,
    }
}

/// Advances of the printable ASCII characters, from the space, in thousandths of the size.
const ASCII: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_and_heavier_is_wider() {
        let plain = width_px("Stevenage", 10.0, Weight::Regular);
        assert!((plain - 53.5).abs() < 0.5, "{plain}");
        assert!(width_px("Stevenage", 10.0, Weight::Bold) > plain);
        assert!(width_px("", 10.0, Weight::Bold).abs() < 1e-12);
    }

    #[test]
    fn wrapping_keeps_words_whole_and_cutting_says_so() {
        let name = "North Hertfordshire";
        assert_eq!(
            wrap(name, 70.0, 10.0, Weight::Regular),
            ["North", "Hertfordshire"]
        );
        assert_eq!(wrap(name, 200.0, 10.0, Weight::Regular), [name]);
        let short = cut(name, 50.0, 10.0, Weight::Regular);
        assert!(short.ends_with('…') && width_px(&short, 10.0, Weight::Regular) <= 50.0);
        assert_eq!(cut(name, 2.0, 10.0, Weight::Regular), "");
        let long = "Computer programming, consultancy and related activities";
        for (most_px, expected) in [
            (150.0, "Computer programming…"),
            (400.0, long),
            (220.0, "Computer programming, consultancy…"),
            (40.0, "Comp…"),
        ] {
            assert_eq!(cut_at_word(long, most_px, 10.0, Weight::Regular), expected);
        }
    }
}
