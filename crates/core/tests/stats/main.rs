//! Statistics of maps against published data sets, as other programs work them out.

#[cfg(test)]
mod tests {
    use roadmap_core::stats::autocorrelation::{Links, Lisa, Neighbours, Trial, moran};

    /// A published map: a value, the local I and p of esda, and the neighbours of each area.
    struct Published {
        values: Vec<f64>,
        local_i: Vec<f64>,
        p: Vec<f64>,
        neighbours: Neighbours,
    }

    fn read(text: &str) -> Published {
        let rows: Vec<Vec<&str>> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').collect())
            .collect();
        let column = |at: usize| rows.iter().map(|row| row[at].parse().unwrap()).collect();
        let lists: Vec<Vec<usize>> = rows
            .iter()
            .map(|row| {
                row[3]
                    .split(' ')
                    .map(|other| other.parse().unwrap())
                    .collect()
            })
            .collect();
        Published {
            values: column(0),
            local_i: column(1),
            p: column(2),
            neighbours: Neighbours::from_lists(&lists),
        }
    }

    fn st_louis() -> Published {
        read(include_str!("st_louis.tsv"))
    }

    fn north_carolina() -> Published {
        read(include_str!("north_carolina.tsv"))
    }

    /// I, its expectation, both variances and both z values.
    fn check_moran(map: &Published, links: Links, expected: [f64; 6]) {
        let found = moran(&map.values, &map.neighbours, links).unwrap();
        let found = [
            found.i,
            found.expected,
            found.variance_normality,
            found.variance_randomisation,
            found.z_normality().unwrap(),
            found.z_randomisation().unwrap(),
        ];
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-10, "{found} {expected}");
        }
    }

    /// esda 2.9.0 with libpysal 4.14.1 (Rey and Anselin, 2007).
    #[test]
    fn moran_of_published_maps() {
        check_moran(
            &st_louis(),
            Links::RowStandardised,
            [
                0.243_655_826_217_716_95,
                -0.012_987_012_987_012_988,
                0.004_968_139_260_116_119,
                0.002_976_102_828_610_931,
                3.641_097_183_545_746,
                4.704_410_220_874_632,
            ],
        );
        check_moran(
            &st_louis(),
            Links::Binary,
            [
                0.203_441_192_879_365_2,
                -0.012_987_012_987_012_988,
                0.004_632_936_385_245_564_4,
                0.002_793_888_296_523_341,
                3.179_696_660_793_977_6,
                4.094_579_804_500_608,
            ],
        );
        check_moran(
            &north_carolina(),
            Links::RowStandardised,
            [
                0.247_725_193_204_801_35,
                -0.010_101_010_101_010_102,
                0.004_473_573_686_905_556,
                0.004_275_965_096_355_707,
                3.854_781_408_257_730_7,
                3.942_847_478_737_773_4,
            ],
        );
    }

    #[test]
    fn local_values_of_published_maps() {
        const PERMUTATIONS: u32 = 9_999;
        for map in [st_louis(), north_carolina()] {
            let trial = Trial {
                permutations: PERMUTATIONS,
                ..Trial::default()
            };
            let lisa = Lisa::new(&map.values, &map.neighbours, trial).unwrap();
            let found = lisa.finish();
            for (area, local) in found.areas.iter().enumerate() {
                let (local, p) = (local.unwrap(), map.p[area]);
                assert!((local.i - map.local_i[area]).abs() < 1e-10, "area {area}");
                // Both are shares of random deals; theirs are ten times as many.
                let deviation = (p * (1.0 - p) * 1.1 / f64::from(PERMUTATIONS)).sqrt();
                let apart = (local.p.unwrap() - p).abs();
                assert!(
                    apart <= 4.0 * deviation,
                    "area {area}: {local:?} against {p}"
                );
            }
        }
    }
}
