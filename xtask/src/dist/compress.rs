//! Writes a `.br` and a `.gz` beside every text file of the release build, for hosts that serve
//! them as they are.

use crate::error::{Error, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

/// What compresses; pictures and the like are compressed already.
const TEXT_KINDS: [&str; 10] = [
    "html",
    "js",
    "css",
    "wasm",
    "json",
    "svg",
    "txt",
    "xml",
    "csv",
    "webmanifest",
];

/// Compresses every text file under the folder.
///
/// # Errors
/// [`Error::File`] when a file cannot be read or written.
pub fn twins(folder: &Path) -> Result<()> {
    for path in files_under(folder)? {
        if !is_text(&path) {
            continue;
        }
        let bytes = fs::read(&path).map_err(Error::file("read", &path))?;
        write_beside(
            &path,
            "br",
            &brotli_bytes(&bytes).map_err(Error::file("compress", &path))?,
        )?;
        write_beside(
            &path,
            "gz",
            &gzip_bytes(&bytes).map_err(Error::file("compress", &path))?,
        )?;
    }
    Ok(())
}

/// Every file under the folder, sorted by path.
///
/// # Errors
/// [`Error::File`] when a folder cannot be listed.
pub fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(Error::file("list", &folder))? {
            let path = entry.map_err(Error::file("list", &folder))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The compressed twin's path: `index.html` -> `index.html.br`.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    PathBuf::from(name)
}

fn is_text(path: &Path) -> bool {
    path.extension()
        .and_then(|kind| kind.to_str())
        .is_some_and(|kind| TEXT_KINDS.contains(&kind))
}

fn write_beside(path: &Path, ending: &str, bytes: &[u8]) -> Result<()> {
    let path = beside(path, ending);
    fs::write(&path, bytes).map_err(Error::file("write", path))
}

fn brotli_bytes(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip_bytes(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    // This encoder writes no time of its own, so the bytes depend on the content alone.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn compressed_bytes_come_back_as_they_were() {
        let text = b"The same words, the same words, the same words.".repeat(40);
        let small = brotli_bytes(&text).unwrap();
        assert!(small.len() < text.len() / 10);
        let mut back = Vec::new();
        brotli::Decompressor::new(&small[..], 4096)
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, text);

        let small = gzip_bytes(&text).unwrap();
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&small[..])
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        assert_eq!(gzip_bytes(b"x").unwrap(), gzip_bytes(b"x").unwrap());
        assert_eq!(brotli_bytes(b"x").unwrap(), brotli_bytes(b"x").unwrap());
    }

    #[test]
    fn twins_stand_beside_text_only() {
        let folder = std::env::temp_dir().join(format!("xtask-compress-{}", std::process::id()));
        fs::create_dir_all(folder.join("data")).unwrap();
        fs::write(folder.join("data/x.json"), "{}").unwrap();
        fs::write(folder.join("icon.png"), "png").unwrap();
        twins(&folder).unwrap();
        let names: Vec<_> = files_under(&folder)
            .unwrap()
            .iter()
            .map(|p| p.strip_prefix(&folder).unwrap().display().to_string())
            .collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            names,
            [
                "data/x.json",
                "data/x.json.br",
                "data/x.json.gz",
                "icon.png"
            ]
        );
    }
}
