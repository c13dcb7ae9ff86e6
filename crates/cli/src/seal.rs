//! Seals: the hash that a pack carries of itself.
//!
//! It is the SHA-256 of the file's own text with the hash left empty, so that a
//! pack changed by hand or cut short on its way is noticed.

use sha2::{Digest, Sha256};

/// Writes its own hash into a text whose first `content_hash` is empty, and hands
/// back both.
pub fn seal(unsealed: &str) -> (String, String) {
    let hash = sha256_hex(unsealed);
    let sealed = unsealed.replacen(EMPTY, &format!("{FIELD}{hash}\""), 1);
    (sealed, hash)
}

/// Whether the text still is what its first `content_hash` says; none when it has no hash.
pub fn is_whole(sealed: &str) -> Option<bool> {
    let (before, rest) = sealed.split_once(FIELD)?;
    let (hash, after) = rest.split_once('"')?;
    Some(sha256_hex(&format!("{before}{EMPTY}{after}")) == hash)
}

const FIELD: &str = "\"content_hash\":\"";
const EMPTY: &str = "\"content_hash\":\"\"";

fn sha256_hex(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_sealed_is_whole_until_it_changes(inside in "[a-z0-9{},:]{0,40}", at in 0usize..40) {
            let (sealed, _) = seal(&format!("{{{EMPTY},{inside}}}"));
            prop_assert_eq!(is_whole(&sealed), Some(true));
            let at = sealed.len() - 1 - at.min(inside.len());
            let (before, after) = sealed.split_at(at);
            let changed = format!("{before}~{}", &after[1..]);
            prop_assert_eq!(is_whole(&changed), Some(false));
        }
    }

    #[test]
    fn a_seal_breaks_when_one_letter_changes() {
        let (sealed, hash) = seal(r#"{"content_hash":"","inner":{"content_hash":""},"a":1}"#);
        assert_eq!(hash.len(), 64);
        assert!(sealed.contains(r#""inner":{"content_hash":""}"#));
        assert_eq!(is_whole(&sealed), Some(true));
        assert_eq!(is_whole(&sealed.replace("\"a\":1", "\"a\":2")), Some(false));
        assert_eq!(is_whole("{}"), None);
        assert_eq!(sha256_hex("abc")[..8], *"ba7816bf");
    }
}
