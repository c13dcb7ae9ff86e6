//! Output by section where it is published by other groups, and some of it is withheld.

/// Two sections that are published together, or withheld.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Output of both together, GBP million; none where it is withheld.
    pub published: Option<f64>,
    /// Local jobs of each.
    pub jobs: [f64; 2],
    /// Output per job of the pair in the country, GBP million.
    pub usual_per_job: f64,
}

/// Output of each section of two pairs, GBP million.
///
/// A published pair is split by local jobs. If either pair is withheld, both together are what
/// is left of the total, shared between the pairs by what their jobs would usually make.
#[must_use]
pub fn split_pairs(pairs: [Pair; 2], left_of_total: f64) -> [[f64; 2]; 2] {
    let known = pairs.map(|pair| pair.published);
    let [first, second] = match known {
        [Some(first), Some(second)] => [first, second],
        _ => {
            let usual = pairs.map(|pair| pair.jobs.iter().sum::<f64>() * pair.usual_per_job);
            let [first, second] = usual;
            let share = share(first, first + second);
            [
                left_of_total.max(0.0) * share,
                left_of_total.max(0.0) * (1.0 - share),
            ]
        }
    };
    let [one, other] = pairs;
    [split(first, one.jobs), split(second, other.jobs)]
}

fn split(output: f64, [one, other]: [f64; 2]) -> [f64; 2] {
    let share = share(one, one + other);
    [output * share, output * (1.0 - share)]
}

/// A share; half where there is nothing to share by.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.5 }
}

/// The part of a group's output that belongs to some of its jobs.
#[must_use]
pub fn of_jobs(output: f64, jobs: f64, all_jobs: f64) -> f64 {
    if all_jobs > 0.0 {
        output * jobs / all_jobs
    } else {
        0.0
    }
}

/// Output per job; 0 where there are no jobs.
#[must_use]
pub fn per_job(output: f64, jobs: f64) -> f64 {
    if jobs > 0.0 { output / jobs } else { 0.0 }
}
