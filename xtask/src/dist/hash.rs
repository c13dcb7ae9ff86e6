//! Hashes in the three shapes the release build needs: for names, for integrity, for the policy.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// How many letters of the hash go into a file's name.
const NAME_LETTERS: usize = 16;
/// The fewest of a name: what Trunk hashes loses its leading zeros.
const LEAST_LETTERS: usize = 12;

/// Sixteen hexadecimal letters that change when the bytes do.
pub fn name(bytes: &[u8]) -> String {
    let mut letters: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    letters.truncate(NAME_LETTERS);
    letters
}

/// As an `integrity` attribute wants it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// As a Content-Security-Policy wants it, with its quotes.
pub fn policy_source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// Whether the file's name says that it carries a hash of its content, so that it may be kept
/// for ever: `app-0123456789abcdef.js`, `app-0123456789abcdef_bg.wasm`.
pub fn is_hashed_name(file_name: &str) -> bool {
    let stem = file_name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        (LEAST_LETTERS..=NAME_LETTERS).contains(&hash.len())
            && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_agree_with_known_vectors() {
        // SHA-256 and SHA-384 of "abc", from FIPS 180-2.
        assert_eq!(name(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(
            policy_source("abc"),
            "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"
        );
        let known = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(integrity(b"abc"), known);
    }

    #[test]
    fn only_names_with_a_whole_hash_count_as_hashed() {
        assert!(is_hashed_name("boot-0123456789abcdef.js"));
        assert!(is_hashed_name("app-x-0123456789abcdef_bg.wasm"));
        for name in [
            "index.html",
            "app-012345.js",
            "0123456789abcdef.js",
            "app-0123456789abcdeg.js",
        ] {
            assert!(!is_hashed_name(name), "{name}");
        }
    }
}
