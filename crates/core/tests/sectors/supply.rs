//! Multipliers of the national table and of a place.

use roadmap_core::sectors::{SupplyChain, Trade};

use crate::given::{COUNTY, ground, industries, national};

#[test]
fn multipliers_of_the_county() {
    let chain = SupplyChain::new(industries(), national(), &ground(COUNTY), 2024, 0.25).unwrap();
    assert_eq!(chain.rows.len(), 105);
    assert!(
        (0.5..0.52).contains(&national().open.spectral_radius),
        "{}",
        national().open.spectral_radius
    );
    assert!((0.019..0.022).contains(&chain.size), "{}", chain.size);
    for row in &chain.rows {
        let [low, high] = row.regional_band;
        assert!(
            row.output_type1 >= 1.0 && row.output_type2 >= row.output_type1,
            "{row:?}"
        );
        assert!(1.0 <= low && low <= row.regional_type1 && row.regional_type1 <= high);
        assert!(high <= row.output_type1 + 1e-9, "{row:?}");
        if let Some([least, usual, most]) = row.regional_jobs_expected {
            let all = row.regional_jobs.unwrap();
            assert!(1.0 <= least && least <= usual && usual <= most && most <= all + 1e-9);
        }
    }
    let negative = chain.rows.iter().filter(|row| row.is_negative);
    let negative: Vec<&str> = negative.map(|row| row.code.as_str()).collect();
    assert!(negative.contains(&"H491_2"), "{negative:?}");
    let absent = chain.rows.iter().filter(|row| !row.is_here);
    let absent: Vec<&str> = absent.map(|row| row.code.as_str()).collect();
    for code in ["B05", "B06 & B07", "B09", "C104", "C19", "C301", "T97"] {
        assert!(absent.contains(&code), "{code}: {absent:?}");
    }
}

#[test]
fn buyers_and_suppliers() {
    let building = Trade::of(industries(), "F").unwrap();
    assert!(!building.is_wider, "{:?}", building.industries);
    assert!(Trade::of(industries(), "41").unwrap().is_wider);
    assert_eq!(building.suppliers.len(), 6);
    let pairs = building.suppliers.windows(2);
    assert!(pairs.clone().all(|pair| pair[0].gbp_m >= pair[1].gbp_m));
    let mut own = building.suppliers.iter().chain(&building.buyers);
    assert!(own.all(|own| own.share < 1.0 && !own.code.starts_with("F41")));
    let share = building.final_share.unwrap();
    assert!((0.0..=1.0).contains(&share), "{share}");
    // A five-digit industry is told as part of one of the table's.
    let fine = Trade::of(industries(), "26110").unwrap();
    assert!(fine.is_wider && fine.industries.len() == 1);
    assert!(
        fine.sentence()
            .starts_with("The table tells it only as part")
    );
    // A section and a sector take several together, and none of them is its own partner.
    for code in ["C", "life-sciences"] {
        let several = Trade::of(industries(), code).unwrap();
        assert!(several.industries.len() > 1, "{:?}", several.industries);
        let mut partners = several.suppliers.iter().chain(&several.buyers);
        assert!(partners.all(|own| !several.industries.contains(&own.name)));
    }
    // Nobody has codes for clean energy.
    assert!(Trade::of(industries(), "clean-energy").is_err());
    assert!(Trade::of(industries(), "zz").is_err());
}
