//! A Rust file with comments, strings and tests told apart from the rest, line by line.

/// A Rust file.
#[derive(Debug)]
pub struct Source {
    /// From the project's root, with `/`.
    pub path: String,
    /// Whether all of it is tests.
    pub is_test: bool,
    pub lines: Vec<Line>,
}

/// One line, four times: each form is as wide as the line, with blanks for what it leaves out.
#[derive(Debug)]
pub struct Line {
    /// From 1.
    pub number: usize,
    /// As it stands.
    pub whole: String,
    /// Without comments.
    pub code: String,
    /// Without comments and without what strings say.
    pub bare: String,
    /// Only what strings say.
    pub strings: String,
    /// Whether it is compiled for tests only.
    pub in_test: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Text,
    Comment,
}

impl Source {
    pub fn parse(path: &str, text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let kinds = kinds(&chars);
        let keep = |wanted: &[Kind]| -> String {
            let pairs = chars.iter().zip(&kinds);
            pairs
                .map(|(&c, kind)| {
                    if c == '\n' || wanted.contains(kind) {
                        c
                    } else {
                        ' '
                    }
                })
                .collect()
        };
        let code = keep(&[Kind::Code, Kind::Text]);
        let bare = keep(&[Kind::Code]);
        let strings = keep(&[Kind::Text]);
        let is_test = path
            .split('/')
            .any(|part| matches!(part, "tests" | "tests.rs"));
        let in_test = test_lines(is_test, &bare);
        let forms = code.lines().zip(bare.lines()).zip(strings.lines());
        let lines = text.lines().zip(forms).zip(in_test).enumerate();
        let lines = lines
            .map(
                |(index, ((whole, ((code, bare), strings)), in_test))| Line {
                    number: index + 1,
                    whole: whole.to_owned(),
                    code: code.to_owned(),
                    bare: bare.to_owned(),
                    strings: strings.to_owned(),
                    in_test,
                },
            )
            .collect();
        Self {
            path: path.to_owned(),
            is_test,
            lines,
        }
    }

    /// The modules that are declared for tests only and have files of their own: their paths
    /// without an ending.
    pub fn test_modules(&self) -> Vec<String> {
        let path = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = match name {
            "mod" | "lib" | "main" => folder,
            _ => path,
        };
        let tests = self.lines.iter().filter(|line| line.in_test);
        let names = tests.filter_map(|line| {
            let words = line.bare.trim().strip_suffix(';')?;
            words.rsplit_once("mod ").map(|(_, name)| name)
        });
        names.map(|name| format!("{folder}/{name}")).collect()
    }

    /// Whether the file is the module, or lies in its folder.
    pub fn is_of_module(&self, module: &str) -> bool {
        let rest = self.path.strip_prefix(module);
        rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }

    /// Takes all of it for tests.
    pub fn mark_as_test(&mut self) {
        self.is_test = true;
        for line in &mut self.lines {
            line.in_test = true;
        }
    }

    /// The lines that reach a reader.
    pub fn shipped(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !line.in_test)
    }
}

/// What each character belongs to.
fn kinds(chars: &[char]) -> Vec<Kind> {
    let mut kinds = vec![Kind::Code; chars.len()];
    let mut at = 0;
    while at < chars.len() {
        let (kind, end) = match chars[at] {
            '/' if chars.get(at + 1) == Some(&'/') => (Kind::Comment, line_end(chars, at)),
            '/' if chars.get(at + 1) == Some(&'*') => (Kind::Comment, comment_end(chars, at)),
            '"' => (Kind::Text, string_end(chars, at)),
            'r' if !joins_before(chars, at) => match raw_string_end(chars, at) {
                Some(end) => (Kind::Text, end),
                None => (Kind::Code, at + 1),
            },
            '\'' => char_end(chars, at).map_or((Kind::Code, at + 1), |end| (Kind::Text, end)),
            _ => (Kind::Code, at + 1),
        };
        kinds[at..end].fill(kind);
        at = end;
    }
    kinds
}

/// Whether the character before makes this one part of a name; `b` and `c` before a raw string
/// do not.
fn joins_before(chars: &[char], at: usize) -> bool {
    let Some(&before) = at.checked_sub(1).and_then(|at| chars.get(at)) else {
        return false;
    };
    (before.is_alphanumeric() || before == '_') && !matches!(before, 'b' | 'c')
}

fn line_end(chars: &[char], from: usize) -> usize {
    let rest = chars[from..].iter().position(|&c| c == '\n');
    rest.map_or(chars.len(), |length| from + length)
}

/// Comments of this kind nest.
fn comment_end(chars: &[char], from: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = from;
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

fn string_end(chars: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < chars.len() {
        match chars[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    chars.len()
}

fn raw_string_end(chars: &[char], from: usize) -> Option<usize> {
    let hashes = chars[from + 1..].iter().take_while(|&&c| c == '#').count();
    let open = from + 1 + hashes;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let mut close = vec!['"'];
    close.resize(hashes + 1, '#');
    let length = chars[open + 1..]
        .windows(close.len())
        .position(|w| w == close);
    Some(length.map_or(chars.len(), |length| open + 1 + length + close.len()))
}

/// `None` for the quote of a lifetime.
fn char_end(chars: &[char], from: usize) -> Option<usize> {
    match (chars.get(from + 1)?, chars.get(from + 2)?) {
        ('\\', _) => {
            let length = chars[from + 3..].iter().position(|&c| c == '\'')?;
            Some(from + 3 + length + 1)
        }
        (_, '\'') => Some(from + 3),
        _ => None,
    }
}

/// For each line, whether it is compiled for tests only.
fn test_lines(is_test: bool, bare: &str) -> Vec<bool> {
    let mut marks = vec![is_test; bare.lines().count()];
    let mut from = 0;
    while let Some(start) = bare.get(from..).and_then(|rest| rest.find("#[cfg(")) {
        let start = from + start;
        let rest = &bare[start..];
        let attribute = rest
            .split_once(']')
            .map_or(rest, |(attribute, _)| attribute);
        from = start + attribute.len().max(1);
        if crate::has_word(attribute, "test") && !attribute.contains("not(test") {
            let end = item_end(bare, from);
            let first = bare[..start].matches('\n').count();
            let last = bare[..end].matches('\n').count();
            let count = marks.len();
            marks[first..(last + 1).min(count)].fill(true);
            from = end;
        }
    }
    marks
}

/// Where the item that begins here ends: with its block, or with a semicolon.
fn item_end(bare: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in bare[from..].char_indices() {
        match c {
            ';' if depth == 0 => return from + at + 1,
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return from + at + 1;
                }
            }
            _ => {}
        }
    }
    bare.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Source::parse("x.rs", text).lines.remove(0)
    }

    #[test]
    fn comments_and_strings_are_told_apart() {
        let all = line(r#"let a = "// no"; f('"', '\''); // yes "x" "#);
        assert_eq!(all.bare.trim_end(), "let a =        ; f(   ,     );");
        assert_eq!(all.strings.trim(), r#""// no"    '"'  '\''"#);
        assert!(all.code.contains("// no") && !all.code.contains("yes"));
        assert_eq!(
            line("fn f<'a>(x: &'a str) {}").bare,
            "fn f<'a>(x: &'a str) {}"
        );
        assert_eq!(line("a /* b /* c */ d */ e").bare.replace(' ', ""), "ae");
        assert_eq!(
            line(r##"f(br#"x" y"#, z)"##).bare.replace(' ', ""),
            "f(b,z)"
        );
    }

    #[test]
    fn tests_are_told_apart() {
        let text = "a\n#[cfg(test)]\nmod tests {\n  b {}\n}\nc\n#[cfg(not(test))]\nd {}\n#[cfg(test)]\nuse e;\nf";
        let marks: Vec<bool> = Source::parse("x.rs", text)
            .lines
            .iter()
            .map(|line| line.in_test)
            .collect();
        let marked: Vec<usize> = (0..marks.len()).filter(|&index| marks[index]).collect();
        assert_eq!(marked, [1, 2, 3, 4, 8, 9]);
        assert!(Source::parse("crates/core/tests/x.rs", "a").lines[0].in_test);
        let chart = Source::parse(
            "src/chart/mod.rs",
            "mod bar;\n#[cfg(test)]\nmod properties;",
        );
        assert_eq!(chart.test_modules(), ["src/chart/properties"]);
        assert!(Source::parse("src/chart/properties.rs", "").is_of_module("src/chart/properties"));
        assert!(
            !Source::parse("src/chart/properties2.rs", "").is_of_module("src/chart/properties")
        );
    }
}
