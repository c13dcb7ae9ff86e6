//! Finds the file a safe path means and makes the answer that a static host would.

use super::request::Request;
use crate::{dist::compress::beside, headers::HeaderRules};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// An answer before it is written out.
#[derive(Debug)]
pub struct Answer {
    status: &'static str,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    /// A short answer in plain text.
    pub fn plain(status: &'static str, words: &str) -> Self {
        Self {
            status,
            headers: vec![header("Content-Type", "text/plain; charset=utf-8")],
            body: words.as_bytes().to_vec(),
        }
    }

    /// The bytes to send; without the body for a HEAD request.
    pub fn to_bytes(&self, body_wanted: bool) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!(
            "Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.body.len()
        ));
        let mut bytes = head.into_bytes();
        if body_wanted {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// The answer to a request for something under `root`, which must be a canonical path.
pub fn to(request: &Request, root: &Path, rules: &HeaderRules) -> Answer {
    let mut answer = file_answer(request, root);
    answer.headers.extend(
        rules
            .for_path(&request.path)
            .into_iter()
            .map(|(name, value)| header(name, value)),
    );
    answer
}

fn file_answer(request: &Request, root: &Path) -> Answer {
    let not_found = || Answer::plain("404 Not Found", "There is no such file here.");
    let asked = root.join(request.path.trim_start_matches('/'));
    if asked.is_dir() && !request.path.ends_with('/') {
        let mut answer = Answer::plain("301 Moved Permanently", "It is a folder.");
        answer
            .headers
            .push(header("Location", &format!("{}/", request.path)));
        return answer;
    }
    let file = if asked.is_dir() {
        asked.join("index.html")
    } else {
        asked
    };
    // A link that leads out of the folder is not followed.
    let inside = file.canonicalize().is_ok_and(|real| real.starts_with(root));
    // The rules are for the host, not for readers.
    if !inside || file.file_name().is_some_and(|name| name == "_headers") {
        return not_found();
    }
    let (body_path, encoding) = encoded(&file, request);
    let Ok(body) = fs::read(body_path) else {
        return not_found();
    };
    let mut headers = vec![
        header("Content-Type", media_type(&file)),
        header("Vary", "Accept-Encoding"),
    ];
    headers.extend(encoding.map(|name| header("Content-Encoding", name)));
    Answer {
        status: "200 OK",
        headers,
        body,
    }
}

/// The twin to send instead of the file, and its encoding's name.
fn encoded(file: &Path, request: &Request) -> (PathBuf, Option<&'static str>) {
    let choices = [
        (request.takes_brotli, "br", "br"),
        (request.takes_gzip, "gz", "gzip"),
    ];
    for (taken, ending, name) in choices {
        let twin = beside(file, ending);
        if taken && twin.is_file() {
            return (twin, Some(name));
        }
    }
    (file.to_path_buf(), None)
}

/// What the file is, as browsers need to hear it: wasm streams only under its own name.
fn media_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|kind| kind.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
