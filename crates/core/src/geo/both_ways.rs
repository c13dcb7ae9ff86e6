//! The one test helper for every scale and projection: there and back again.

/// Asserts that `back` undoes `there` at a point, and `there` undoes `back` at
/// its image, to a tolerance relative to the size of the numbers.
pub(crate) fn assert_both_ways<const N: usize>(
    point: [f64; N],
    there: impl Fn([f64; N]) -> [f64; N],
    back: impl Fn([f64; N]) -> [f64; N],
    tolerance: f64,
) {
    let image = there(point);
    assert_close(back(image), point, tolerance);
    assert_close(there(back(image)), image, tolerance);
}

fn assert_close<const N: usize>(found: [f64; N], wanted: [f64; N], tolerance: f64) {
    let size = wanted.iter().fold(1.0_f64, |size, x| size.max(x.abs()));
    for (f, w) in found.iter().zip(&wanted) {
        assert!(
            (f - w).abs() <= tolerance * size,
            "{found:?} should be {wanted:?} within {tolerance}"
        );
    }
}
