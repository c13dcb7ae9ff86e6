//! Reads the head of a request and makes its path safe before anybody looks at the disk.

use std::io::Read;

/// Heads longer than this are refused; a link of 100 kB must still be read.
const HEAD_LIMIT: usize = 1_000_000;

/// What a reader asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    /// Decoded, beginning with `/`, without query, and without `.` or `..` parts.
    pub path: String,
    /// Whether only the head of the answer is wanted.
    pub head_only: bool,
    /// Whether the reader takes brotli.
    pub takes_brotli: bool,
    /// Whether the reader takes gzip.
    pub takes_gzip: bool,
}

/// Why a request is not answered with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not HTTP, or a path that is not one.
    Malformed,
    /// Something other than GET and HEAD.
    Method,
    /// A head without end.
    TooLong,
}

impl Refusal {
    /// The status line's number and words.
    pub fn status(self) -> &'static str {
        match self {
            Self::Malformed => "400 Bad Request",
            Self::Method => "405 Method Not Allowed",
            Self::TooLong => "431 Request Header Fields Too Large",
        }
    }

    /// What the reader is told.
    pub fn words(self) -> &'static str {
        match self {
            Self::Malformed => "This is not a request for a file.",
            Self::Method => "Only GET and HEAD are answered here.",
            Self::TooLong => "The request is too long.",
        }
    }
}

/// Reads one request; `None` when the reader went away without asking.
pub fn read(stream: &mut impl Read) -> Option<Result<Request, Refusal>> {
    let mut head = Vec::new();
    let mut chunk = [0_u8; 8192];
    loop {
        // The end may lie across two chunks, hence the three bytes before the new one.
        let before = head.len().saturating_sub(3);
        let count = stream.read(&mut chunk).ok()?;
        head.extend_from_slice(chunk.get(..count)?);
        if head
            .get(before..)?
            .windows(4)
            .any(|four| four == b"\r\n\r\n")
        {
            return Some(parse(&String::from_utf8_lossy(&head)));
        }
        if count == 0 {
            return None;
        }
        if head.len() > HEAD_LIMIT {
            return Some(Err(Refusal::TooLong));
        }
    }
}

/// Reads the text of a request's head.
///
/// # Errors
/// A [`Refusal`] when it is not a request for a file.
pub fn parse(head: &str) -> Result<Request, Refusal> {
    let mut lines = head.lines();
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next())
    else {
        return Err(Refusal::Malformed);
    };
    if !version.starts_with("HTTP/1.") {
        return Err(Refusal::Malformed);
    }
    if method != "GET" && method != "HEAD" {
        return Err(Refusal::Method);
    }
    let encodings: Vec<String> = lines
        .filter_map(|line| line.split_once(':'))
        .filter(|(name, _)| name.eq_ignore_ascii_case("accept-encoding"))
        .flat_map(|(_, value)| value.split(','))
        .map(|one| one.replace(' ', "").to_ascii_lowercase())
        .collect();
    let takes = |wanted: &str| {
        encodings.iter().any(|one| {
            let (name, quality) = one.split_once(";q=").unwrap_or((one, "1"));
            name == wanted && quality.parse().is_ok_and(|quality: f32| quality > 0.0)
        })
    };
    Ok(Request {
        path: safe_path(target).ok_or(Refusal::Malformed)?,
        head_only: method == "HEAD",
        takes_brotli: takes("br"),
        takes_gzip: takes("gzip"),
    })
}

/// The decoded path of a request's target; `None` when it is none, or tries to climb.
fn safe_path(target: &str) -> Option<String> {
    let raw = target.split(['?', '#']).next()?;
    let path = percent_decode(raw)?;
    let climbs = path.split('/').any(|part| part == "." || part == "..");
    let safe = path.starts_with('/')
        && !path.contains("//")
        && !path.contains(['\\', ':'])
        && !path.contains(char::is_control)
        && !climbs;
    safe.then_some(path)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once() {
        assert_eq!(safe_path("/a%20b?c=/../d").as_deref(), Some("/a b"));
        assert_eq!(safe_path("/%252e%252e/x").as_deref(), Some("/%2e%2e/x"));
        for target in [
            "/../x",
            "/%2e%2e/x",
            "/a/./b",
            "/..%5cx",
            "//x",
            "x",
            "/%",
            "/%ff",
            "/c:/x",
        ] {
            assert_eq!(safe_path(target), None, "{target}");
        }
    }

    #[test]
    fn a_head_in_pieces_is_read_whole() {
        struct Slow<'a>(&'a [u8]);
        impl Read for Slow<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                let Some((first, rest)) = self.0.split_first() else {
                    return Ok(0);
                };
                self.0 = rest;
                buffer[0] = *first;
                Ok(1)
            }
        }
        let request = read(&mut Slow(b"GET /x HTTP/1.1\r\nA: b\r\n\r\n"))
            .unwrap()
            .unwrap();
        assert_eq!(request.path, "/x");
        assert_eq!(read(&mut Slow(b"GET /x")), None);
    }
}
