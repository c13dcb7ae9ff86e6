//! Reads the tags of a page, no more than the release build needs: names, attributes, and the
//! text of `<script>` and `<style>`. Every tag knows where it stands, so that edits are exact.

use crate::error::{Error, Result};
use std::ops::Range;

/// An opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// In lower case.
    pub name: String,
    /// In the order written; names in lower case, values without quotes, references undecoded.
    pub attributes: Vec<(String, String)>,
    /// Bytes from `<` to after `>`.
    pub span: Range<usize>,
    /// For `<script>` and `<style>`: the bytes between the tags.
    pub content: Option<Range<usize>>,
}

impl Tag {
    /// The attribute's value, empty when it has none.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether a `<link>` has this word in its `rel`.
    pub fn has_rel(&self, word: &str) -> bool {
        let rel = self.attribute("rel").unwrap_or_default();
        self.name == "link" && rel.split_ascii_whitespace().any(|part| part == word)
    }

    /// Sets the attribute in its place, or adds it at the end.
    pub fn set(&mut self, name: &str, value: String) {
        match self.attributes.iter_mut().find(|(key, _)| key == name) {
            Some((_, old)) => *old = value,
            None => self.attributes.push((name.to_owned(), value)),
        }
    }

    /// Takes the attribute away.
    pub fn remove(&mut self, name: &str) {
        self.attributes.retain(|(key, _)| key != name);
    }

    /// The tag as it is written, with every value in double quotes.
    pub fn to_html(&self) -> String {
        let mut html = format!("<{}", self.name);
        for (name, value) in &self.attributes {
            if value.is_empty() {
                html.push_str(&format!(" {name}"));
            } else {
                html.push_str(&format!(" {name}=\"{}\"", value.replace('"', "&quot;")));
            }
        }
        html.push('>');
        html
    }
}

/// Every opening tag of the page, in order.
///
/// # Errors
/// [`Error::Page`] when a comment, tag, quote, script or style is not closed.
pub fn tags(html: &str) -> Result<Vec<Tag>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = find(html, at, "<") {
        let after = rest(html, start + 1);
        if after.starts_with("!--") {
            at = find(html, start + 4, "-->").ok_or_else(|| unclosed("comment", html, start))? + 3;
        } else if after.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let mut tag = read_tag(html, start)?;
            at = tag.span.end;
            if tag.name == "script" || tag.name == "style" {
                let close = format!("</{}", tag.name);
                let end = rest(html, at)
                    .to_ascii_lowercase()
                    .find(&close)
                    .ok_or_else(|| unclosed(&tag.name, html, start))?;
                tag.content = Some(at..at + end);
                at += end + close.len();
            }
            found.push(tag);
        } else {
            // A closing tag, the doctype, or a lone "<" in text.
            at = start + 1;
        }
    }
    Ok(found)
}

/// The page with each span replaced; spans must not overlap, their order does not matter.
pub fn splice(html: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(span, _)| span.start);
    let mut out = String::with_capacity(html.len());
    let mut at = 0;
    for (span, text) in edits {
        out.push_str(html.get(at..span.start).unwrap_or_default());
        out.push_str(&text);
        at = span.end;
    }
    out.push_str(rest(html, at));
    out
}

fn read_tag(html: &str, start: usize) -> Result<Tag> {
    let name_end = start + 1 + length_until(rest(html, start + 1), ends_name);
    let name = html
        .get(start + 1..name_end)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut at = name_end;
    loop {
        at += length_until(rest(html, at), |c| !c.is_ascii_whitespace() && c != '/');
        let here = rest(html, at);
        if here.is_empty() {
            return Err(unclosed("tag", html, start));
        }
        if here.starts_with('>') {
            return Ok(Tag {
                name,
                attributes,
                span: start..at + 1,
                content: None,
            });
        }
        // At least one letter, so that a stray "=" cannot hold us here for ever.
        let first = here.chars().next().map_or(1, char::len_utf8);
        let length = first + length_until(rest(here, first), |c| ends_name(c) || c == '=');
        let key = here.get(..length).unwrap_or(here).to_ascii_lowercase();
        at += length;
        let gap = length_until(rest(html, at), |c| !c.is_ascii_whitespace());
        let value = match rest(html, at + gap).strip_prefix('=') {
            None => String::new(),
            Some(after) => {
                let lead = length_until(after, |c| !c.is_ascii_whitespace());
                at += gap + 1 + lead;
                let (value, length) =
                    read_value(rest(html, at)).ok_or_else(|| unclosed("quote", html, start))?;
                at += length;
                value
            }
        };
        attributes.push((key, value));
    }
}

/// The value and how many bytes it took with its quotes; `None` when a quote is not closed.
fn read_value(text: &str) -> Option<(String, usize)> {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            let end = inside.find(quote)?;
            return Some((inside.get(..end)?.to_owned(), end + 2));
        }
    }
    let end = length_until(text, |c| c.is_ascii_whitespace() || c == '>');
    Some((text.get(..end)?.to_owned(), end))
}

fn ends_name(letter: char) -> bool {
    letter.is_ascii_whitespace() || letter == '>' || letter == '/'
}

fn length_until(text: &str, stop: impl Fn(char) -> bool) -> usize {
    text.find(stop).unwrap_or(text.len())
}

fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

fn find(text: &str, at: usize, what: &str) -> Option<usize> {
    rest(text, at).find(what).map(|found| at + found)
}

fn unclosed(what: &str, html: &str, start: usize) -> Error {
    let line = html.get(..start).unwrap_or_default().matches('\n').count() + 1;
    Error::Page(format!("a {what} that begins on line {line} is not closed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_in_every_way_they_may_be_written() {
        let html = "<!doctype html><!-- <b> --><LINK Rel=stylesheet href = './a.css' defer title=\"x > y\"/><p>1 < 2</p>";
        let found = tags(html).unwrap();
        assert_eq!(found.len(), 2);
        let link = &found[0];
        assert_eq!(link.name, "link");
        assert!(link.has_rel("stylesheet"));
        assert_eq!(link.attribute("href"), Some("./a.css"));
        assert_eq!(link.attribute("defer"), Some(""));
        assert_eq!(link.attribute("title"), Some("x > y"));
        assert_eq!(&html[found[1].span.clone()], "<p>");
    }

    #[test]
    fn script_text_is_not_read_as_tags() {
        let html = "<script type=module>if (a<b) '<i>'</SCRIPT><i>";
        let found = tags(html).unwrap();
        assert_eq!(
            found
                .iter()
                .map(|tag| tag.name.as_str())
                .collect::<Vec<_>>(),
            ["script", "i"]
        );
        assert_eq!(&html[found[0].content.clone().unwrap()], "if (a<b) '<i>'");
    }

    #[test]
    fn what_is_not_closed_is_told_with_its_line() {
        for broken in ["\n<!-- x", "\n<p class=\"a", "\n<script>x", "\n<p "] {
            let told = tags(broken).unwrap_err().to_string();
            assert!(told.contains("line 2"), "{broken}: {told}");
        }
    }

    #[test]
    fn stray_letters_do_not_hang_the_reader() {
        assert_eq!(tags("<p = \" é='ü' >").unwrap().len(), 1);
    }

    #[test]
    fn a_changed_tag_is_written_in_its_place() {
        let html = "<p><link href=a integrity=old as=fetch>tail";
        let mut tag = tags(html).unwrap().remove(1);
        tag.set("href", "b".into());
        tag.remove("integrity");
        let span = tag.span.clone();
        let changed = splice(html, vec![(span, tag.to_html())]);
        assert_eq!(changed, "<p><link href=\"b\" as=\"fetch\">tail");
    }
}
