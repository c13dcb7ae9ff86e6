//! A shared link shows the same numbers and pictures on every machine.
//!
//! `golden.txt` holds checksums of what core works out; the app's tests compare the same
//! file inside a browser. When figures or charts are meant to change,
//! `UPDATE_GOLDEN=1 cargo test -p roadmap-core --test bits` takes them over.

#[cfg(test)]
mod sums;

#[cfg(test)]
mod tests {
    use roadmap_core::data::read_pack;
    use roadmap_core::picture::DistrictMap;

    use crate::sums::sums;

    #[test]
    fn checksums_are_as_kept() {
        let bytes = include_bytes!("../../../../public/data/hertfordshire.json");
        let dataset = read_pack("the pack", bytes).dataset.unwrap();
        let (map, _) = DistrictMap::decode(&dataset);
        let found = sums(&dataset, map.as_ref());
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bits/golden.txt");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(path, &found).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap();
        assert_eq!(found, kept, "UPDATE_GOLDEN=1 takes it over");
    }
}
