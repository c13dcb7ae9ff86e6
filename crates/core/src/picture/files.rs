//! What a picture is called and says when it leaves the page.

use super::Picture;
use super::figures::figures;
use crate::chart::TextAlternative;
use crate::data::Dataset;
use crate::measure::Measure;
use crate::source::Source;

impl Picture {
    /// The title of a saved picture: the finding, then what is measured where.
    #[must_use]
    pub fn file_title(&self) -> String {
        format!("{} ({}; {})", self.title, self.place_name, self.subtitle)
    }

    /// The figures as CSV with what they show and their source in front, each line of which
    /// starts with `#`. Where a chart tells more than one measure it is the table for reading.
    #[must_use]
    pub fn csv(&self, text: &TextAlternative) -> String {
        let mut lines = vec![self.file_title()];
        lines.extend(self.source_lines.iter().cloned());
        let rows = figures(&self.chart).unwrap_or_else(|| {
            let columns = std::iter::once(text.columns.clone());
            columns.chain(text.rows.iter().cloned()).collect()
        });
        csv_text(&lines, &rows)
    }
}

/// Lines that start with `#`, then rows of cells, none of which a spreadsheet runs as a formula.
pub(crate) fn csv_text(lines: &[String], rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for line in lines {
        out.push_str("# ");
        out.push_str(&one_line(line));
        out.push('\n');
    }
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        out.push_str(&cells.join(","));
        out.push('\n');
    }
    out
}

/// Source, licence and version, a line each.
pub(super) fn source_lines(
    dataset: &Dataset,
    measure: &Measure,
    source: Option<&Source>,
) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(source) = source {
        lines.push(format!("Source: {}", source.line()));
        if !source.url.is_empty() {
            lines.push(source.url.clone());
        }
    }
    if !measure.caution.is_empty() {
        lines.push(format!("Note: {}", measure.caution));
    }
    lines.push(format!(
        "{}, data pack {}",
        dataset.product_name, dataset.pack_version
    ));
    lines
}

/// The name of a file as every system takes it: words that are not empty, in plain small letters
/// and hyphens, as in `watford-employment-rate-line`.
#[must_use]
pub fn file_stem(words: &[&str]) -> String {
    let words = words.iter().filter(|words| !words.is_empty());
    let plain = words.map(|words| {
        let letters = words.chars().map(|c| c.to_ascii_lowercase());
        letters
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect::<String>()
    });
    plain.collect::<Vec<_>>().join("-")
}

fn quoted(cell: &str) -> String {
    // A cell that a spreadsheet would run as a formula is made text.
    // (Reading it as a number instead would bring ten kilobytes of tables into the app.)
    let is_plain_number = |signed: &str| {
        let digits = signed.strip_prefix(['+', '-']).unwrap_or(signed);
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_plain_number(cell);
    let cell = if is_formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_would_run_or_break_the_table_is_text() {
        let cases = [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+1+1", "'+1+1"),
            ("-2+3", "'-2+3"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("a,b", "\"a,b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("-5", "-5"),
            ("1,234", "\"1,234\""),
            ("", ""),
        ];
        for (cell, expected) in cases {
            assert_eq!(
                csv_text(&[], &[vec![cell.to_owned()]]),
                format!("{expected}\n")
            );
        }
    }

    #[test]
    fn notes_stay_on_their_line() {
        let notes = ["Title\n=1+1\r\nmore".to_owned()];
        assert_eq!(csv_text(&notes, &[]), "# Title =1+1 more\n");
    }

    #[test]
    fn names_of_files_are_plain() {
        assert_eq!(file_stem(&["St Albans", "", "pay’s"]), "st-albans-pay-s");
    }
}
