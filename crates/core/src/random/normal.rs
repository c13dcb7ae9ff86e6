//! From evenly spread numbers to the bell curve.

use crate::math;

/// The number below which a share of the standard normal distribution lies, for shares between
/// 0 and 1, ends excluded; accurate to about 1 in 10¹⁶.
///
/// Algorithm AS 241, PPND16 (Wichura, 1988). Not a number for shares outside.
///
/// ```
/// use roadmap_core::random::normal;
/// assert!((normal::quantile(0.1) + 1.281_551_565_544_600_8).abs() < 1e-15);
/// ```
#[must_use]
pub fn quantile(share: f64) -> f64 {
    let from_middle = share - 0.5;
    if from_middle.abs() <= MIDDLE {
        let r = MIDDLE * MIDDLE - from_middle * from_middle;
        return from_middle * ratio(&MIDDLE_OVER, &MIDDLE_UNDER, r);
    }
    let tail = if from_middle < 0.0 {
        share
    } else {
        1.0 - share
    };
    if tail.is_nan() || tail <= 0.0 {
        return f64::NAN;
    }
    let r = (-math::ln(tail)).sqrt();
    let size = if r <= FAR {
        ratio(&TAIL_OVER, &TAIL_UNDER, r - 1.6)
    } else {
        ratio(&FAR_OVER, &FAR_UNDER, r - FAR)
    };
    if from_middle < 0.0 { -size } else { size }
}

/// [`quantile`] of each in its place, bit for bit: the middle in one go, then the tails together.
pub fn to_quantiles(shares: &mut [f64]) {
    /// Few enough to stay close by, enough that the tails of them fill a group.
    const AT_ONCE: usize = 64;
    let mut places = [0; AT_ONCE];
    let mut tails = [0.5; AT_ONCE];
    for some in shares.chunks_mut(AT_ONCE) {
        let mut count = 0;
        for (place, share) in some.iter().enumerate() {
            if let Some((slot, tail)) = places.get_mut(count).zip(tails.get_mut(count)) {
                (*slot, *tail) = (place, *share);
            }
            let is_middle = (*share - 0.5).abs() <= MIDDLE;
            count += usize::from(!is_middle);
        }
        for value in &mut *some {
            let from_middle = *value - 0.5;
            let r = MIDDLE * MIDDLE - from_middle * from_middle;
            *value = from_middle * ratio(&MIDDLE_OVER, &MIDDLE_UNDER, r);
        }
        let groups = tails.chunks(GROUP).zip(places.chunks(GROUP));
        for (first, (tails, places)) in (0..count).step_by(GROUP).zip(groups) {
            let mut group = [0.5; GROUP];
            group.copy_from_slice(tails);
            let found = quantiles_of_tails(group);
            for (value, place) in found.into_iter().zip(places).take(count - first) {
                if let Some(slot) = some.get_mut(*place) {
                    *slot = value;
                }
            }
        }
    }
}

/// How many tails go side by side.
const GROUP: usize = 8;

/// [`quantile`] of shares in the tails; what is no tail at all gives what nobody asks for.
fn quantiles_of_tails(shares: [f64; GROUP]) -> [f64; GROUP] {
    let tails = shares.map(|share| if share < 0.5 { share } else { 1.0 - share });
    let r = math::ln_each(tails).map(|ln| (-ln).sqrt());
    let is_near = r.iter().fold(true, |all, r| all & (*r <= FAR));
    if !is_near {
        return shares.map(quantile);
    }
    let x = r.map(|r| r - 1.6);
    let sums = |terms: &[f64; 8]| {
        let mut sums = [0.0; GROUP];
        for term in terms {
            for (sum, x) in sums.iter_mut().zip(&x) {
                *sum = *sum * x + term;
            }
        }
        sums
    };
    let mut values = sums(&TAIL_OVER);
    let under = sums(&TAIL_UNDER);
    for ((value, under), share) in values.iter_mut().zip(&under).zip(&shares) {
        let size = *value / under;
        *value = if *share < 0.5 { -size } else { size };
    }
    values
}

/// How far from a half the middle reaches.
const MIDDLE: f64 = 0.425;
/// Root of the negative log of the share beyond which tails are far.
const FAR: f64 = 5.0;

/// One polynomial over another, the highest power first.
#[inline]
fn ratio(over: &[f64; 8], under: &[f64; 8], x: f64) -> f64 {
    let sum = |terms: &[f64; 8]| terms.iter().fold(0.0, |sum, term| sum * x + term);
    sum(over) / sum(under)
}

const MIDDLE_OVER: [f64; 8] = [
    2.509_080_928_730_122_7e3,
    3.343_057_558_358_813e4,
    6.726_577_092_700_87e4,
    4.592_195_393_154_987e4,
    1.373_169_376_550_946e4,
    1.971_590_950_306_551_3e3,
    1.331_416_678_917_843_8e2,
    3.387_132_872_796_366_5,
];
const MIDDLE_UNDER: [f64; 8] = [
    5.226_495_278_852_854e3,
    2.872_908_573_572_194_3e4,
    3.930_789_580_009_271e4,
    2.121_379_430_158_66e4,
    5.394_196_021_424_751e3,
    6.871_870_074_920_579e2,
    4.231_333_070_160_091e1,
    1.0,
];
const TAIL_OVER: [f64; 8] = [
    7.745_450_142_783_414e-4,
    2.272_384_498_926_918_4e-2,
    2.417_807_251_774_506e-1,
    1.270_458_252_452_368_4,
    3.647_848_324_763_204_5,
    5.769_497_221_460_691,
    4.630_337_846_156_546,
    1.423_437_110_749_683_5,
];
const TAIL_UNDER: [f64; 8] = [
    1.050_750_071_644_416_9e-9,
    5.475_938_084_995_345e-4,
    1.519_866_656_361_645_7e-2,
    1.481_039_764_274_800_8e-1,
    6.897_673_349_851e-1,
    1.676_384_830_183_803_8,
    2.053_191_626_637_759,
    1.0,
];
const FAR_OVER: [f64; 8] = [
    2.010_334_399_292_288_1e-7,
    2.711_555_568_743_487_6e-5,
    1.242_660_947_388_078_4e-3,
    2.653_218_952_657_612_4e-2,
    2.965_605_718_285_048_7e-1,
    1.784_826_539_917_291_3,
    5.463_784_911_164_114,
    6.657_904_643_501_103,
];
const FAR_UNDER: [f64; 8] = [
    2.044_263_103_389_939_8e-15,
    1.421_511_758_316_446e-7,
    1.846_318_317_510_054_8e-5,
    7.868_691_311_456_133e-4,
    1.487_536_129_085_061_5e-2,
    1.369_298_809_227_358e-1,
    5.998_322_065_558_88e-1,
    1.0,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Wichura's own test value, and values of Python's `statistics.NormalDist`.
    #[test]
    fn known_values() {
        for (share, z) in [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_813),
            (0.1, -1.281_551_565_544_600_8),
            (1e-20, -9.262_340_089_798_408),
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
        ] {
            let found = quantile(share);
            assert!(
                (found - z).abs() <= 4e-16 * z.abs().max(1.0),
                "{share}: {found} instead of {z}"
            );
        }
    }

    #[test]
    fn each_is_the_same_bit_for_bit() {
        let edges = [
            0.0,
            1.0,
            -1.0,
            f64::NAN,
            1e-11,
            1e-12,
            0.075,
            0.925,
            1.0 - 1e-16,
        ];
        for count in [0, 1, 7, 63, 64, 65, 500] {
            let even = (0..count).map(|step| f64::from(step) / f64::from(count));
            let all: Vec<f64> = edges.into_iter().chain(even.clone()).collect();
            let even: Vec<f64> = even.collect();
            for shares in [all, even] {
                let mut found = shares.clone();
                to_quantiles(&mut found);
                for (found, share) in found.iter().zip(&shares) {
                    assert_eq!(found.to_bits(), quantile(*share).to_bits(), "{share}");
                }
            }
        }
    }

    #[test]
    fn symmetric_and_rising() {
        let mut last = f64::NEG_INFINITY;
        for step in 1..4096 {
            let share = f64::from(step) / 4096.0;
            let z = quantile(share);
            assert!(z > last, "{share}");
            assert_eq!(z.to_bits(), (0.0 - quantile(1.0 - share)).to_bits());
            last = z;
        }
    }

    #[test]
    fn outside_there_is_none() {
        for share in [0.0, 1.0, -1.0, 2.0, f64::NAN] {
            assert!(quantile(share).is_nan(), "{share}");
        }
    }
}
