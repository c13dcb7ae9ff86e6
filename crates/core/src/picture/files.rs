//! What a picture is called and says when it leaves the page.

use super::Picture;
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

    /// The table as CSV with what it shows and its source in front, each line of
    /// which starts with `#`.
    #[must_use]
    pub fn csv(&self, text: &TextAlternative) -> String {
        let mut lines = vec![self.file_title()];
        lines.extend(self.source_lines.iter().cloned());
        let mut rows = vec![text.columns.clone()];
        rows.extend(text.rows.iter().cloned());
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

/// `watford-employment-rate-line`.
pub(super) fn stem(kind: &str, measure: &str, place: &str) -> String {
    let place: String = place
        .to_ascii_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    format!("{place}-{measure}-{kind}")
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
