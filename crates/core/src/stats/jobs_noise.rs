//! How noisy published numbers of jobs are.
//!
//! Measured, since the survey publishes no intervals for areas this small: 380 districts by
//! 19 sections in the Business Register and Employment Survey 2015 to 2017, the spread
//! between quartiles over 1.349 of a year's growth net of the sector's.

/// With fewer jobs than this a figure is unreliable and no change is shown.
pub const FEWEST_JOBS: f64 = 500.0;

/// Standard deviations on either side that hold 80% of a normal distribution: from the tenth
/// to the ninetieth of a hundred.
pub const DEVIATIONS_80: f64 = 1.281_6;

/// From how many jobs on, standard deviation of the logarithm of a year's growth. Where a band
/// has a range, its upper end. Growth of one year and the next goes against each other (-0.32),
/// so most of it is noise of the survey, and no less over several years.
const GROWTH_NOISE: [(f64, f64); 5] = [
    (10_000.0, 0.08),
    (5_000.0, 0.10),
    (2_000.0, 0.13),
    (1_000.0, 0.17),
    (FEWEST_JOBS, 0.18),
];

/// For 100 to 500 jobs; with fewer it was not measured and can only be more.
const SMALL_NOISE: f64 = 0.24;

/// Standard deviation of the logarithm of growth, for the smaller of the two numbers of jobs.
#[must_use]
pub fn growth_noise(jobs: f64) -> f64 {
    let band = GROWTH_NOISE.iter().find(|(from, _)| jobs >= *from);
    band.map_or(SMALL_NOISE, |(_, deviation)| *deviation)
}

/// Standard deviation of the logarithm of one number of jobs: growth has two that are as noisy.
#[must_use]
pub fn level_noise(jobs: f64) -> f64 {
    growth_noise(jobs) * std::f64::consts::FRAC_1_SQRT_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_jobs_are_noisier() {
        let noise: Vec<f64> = [50.0, 499.0, 500.0, 1e3, 2e3, 5e3, 1e4, 1e6]
            .map(growth_noise)
            .to_vec();
        assert_eq!(noise, [0.24, 0.24, 0.18, 0.17, 0.13, 0.10, 0.08, 0.08]);
        assert!((level_noise(5e3) - 0.070_710_678).abs() < 1e-9);
    }
}
