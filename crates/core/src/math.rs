//! Transcendental functions with the same bits natively and in wasm.
//!
//! The platform's own `exp`, `ln` and `sin` differ in the last bit from machine
//! to machine, and a shared link must give the same numbers on every one.

/// Sine of an angle in radians.
#[must_use]
pub fn sin(radians: f64) -> f64 {
    libm::sin(radians)
}

/// Cosine of an angle in radians.
#[must_use]
pub fn cos(radians: f64) -> f64 {
    libm::cos(radians)
}

/// Angle in radians whose sine is `x`, for `x` in -1..=1.
#[must_use]
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// Angle in radians of the point (x, y) from the positive x axis.
#[must_use]
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// Euler's number to the power of `x`.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// [`exp`] of each, bit for bit, in one go where none is large: growth in a year never is.
#[inline]
#[must_use]
pub fn exp_each<const N: usize>(mut values: [f64; N]) -> [f64; N] {
    let is_easy = |x: f64| x.abs() < EASY_EXP && (x.abs() > TINY_EXP || x == 0.0);
    if values.iter().fold(true, |all, x| all & is_easy(*x)) {
        for x in &mut values {
            *x = easy_exp(*x);
        }
    } else {
        values = values.map(exp);
    }
    values
}

/// [`ln`] of each, bit for bit, in one go where all are ordinary numbers above zero.
#[inline]
#[must_use]
pub fn ln_each<const N: usize>(mut values: [f64; N]) -> [f64; N] {
    let is_easy = |x: f64| (f64::MIN_POSITIVE..=f64::MAX).contains(&x);
    if values.iter().fold(true, |all, x| all & is_easy(*x)) {
        for x in &mut values {
            *x = easy_ln(*x);
        }
    } else {
        values = values.map(ln);
    }
    values
}

/// Below half of ln 2 there is nothing to reduce; below 2⁻²⁷ the power series is cut.
const EASY_EXP: f64 = 0.346;
const TINY_EXP: f64 = 7.5e-9;

/// The steps of `libm::exp` for easy numbers, without a branch.
#[inline(always)]
fn easy_exp(x: f64) -> f64 {
    const P1: f64 = 1.666_666_666_666_660_2e-1;
    const P2: f64 = -2.777_777_777_701_559_3e-3;
    const P3: f64 = 6.613_756_321_437_934e-5;
    const P4: f64 = -1.653_390_220_546_525_2e-6;
    const P5: f64 = 4.138_136_797_057_238_5e-8;
    let xx = x * x;
    let c = x - xx * (P1 + xx * (P2 + xx * (P3 + xx * (P4 + xx * P5))));
    1.0 + (x * c / (2.0 - c) + x)
}

/// The steps of `libm::log` for ordinary numbers above zero, without a branch.
#[inline(always)]
fn easy_ln(x: f64) -> f64 {
    const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
    const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
    const L1: f64 = 6.666_666_666_666_735e-1;
    const L2: f64 = 3.999_999_999_940_942e-1;
    const L3: f64 = 2.857_142_874_366_239e-1;
    const L4: f64 = 2.222_219_843_214_978_4e-1;
    const L5: f64 = 1.818_357_216_161_805e-1;
    const L6: f64 = 1.531_383_769_920_937_3e-1;
    const L7: f64 = 1.479_819_860_511_658_6e-1;
    /// High words of 1 and of the root of a half.
    const ONE: u64 = 0x3ff0_0000;
    const ROOT_HALF: u64 = 0x3fe6_a09e;
    let bits = x.to_bits();
    // Between the roots of a half and of two, times a power of two.
    let high = (bits >> 32) + (ONE - ROOT_HALF);
    let power = (high >> 20) as i32 - 0x3ff;
    let high = (high & 0x000f_ffff) + ROOT_HALF;
    let f = f64::from_bits((high << 32) | (bits & 0xffff_ffff)) - 1.0;
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (L2 + w * (L4 + w * L6));
    let odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
    let power = f64::from(power);
    s * (half_square + (odd + even)) + power * LN2_LOW - half_square + f + power * LN2_HIGH
}

/// Logarithm to base ten.
#[must_use]
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// Logarithm to base two.
#[must_use]
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// `x` to the power of `power`.
#[must_use]
pub fn pow(x: f64, power: f64) -> f64 {
    libm::pow(x, power)
}

/// Ten to a whole power.
#[must_use]
pub fn ten_to(power: i32) -> f64 {
    libm::pow(10.0, f64::from(power))
}

/// Length of the hypotenuse over two legs.
#[must_use]
pub fn hypot(a: f64, b: f64) -> f64 {
    libm::hypot(a, b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bits(values: &[f64]) -> Vec<u64> {
        values.iter().map(|value| value.to_bits()).collect()
    }

    #[test]
    fn each_at_the_edges() {
        for x in [
            0.0,
            -0.0,
            1e-300,
            1e-9,
            7.4e-9,
            7.6e-9,
            0.345_999,
            0.346,
            0.35,
            -0.35,
            1.0,
            -40.0,
            800.0,
            -800.0,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            f64::MIN_POSITIVE,
            f64::MAX,
            4e-320,
            0.707_106_781_186_547_5,
            std::f64::consts::SQRT_2,
        ] {
            assert_eq!(
                bits(&exp_each([x, 0.1])),
                bits(&[exp(x), exp(0.1)]),
                "exp {x}"
            );
            assert_eq!(bits(&ln_each([x, 3.0])), bits(&[ln(x), ln(3.0)]), "ln {x}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4_000, ..ProptestConfig::default() })]

        #[test]
        fn each_is_the_same_bit_for_bit(small in -0.4..0.4_f64, tiny in -1e-7..1e-7_f64, ratio in 0.5..2.0_f64, large in 0.0..1e9_f64, word: u64) {
            let any = f64::from_bits(word);
            for values in [[small; 3], [tiny, small, 0.0], [small, large, any]] {
                prop_assert_eq!(bits(&exp_each(values)), bits(&values.map(exp)));
            }
            for values in [[ratio; 3], [ratio, large, ratio], [any, any, small]] {
                prop_assert_eq!(bits(&ln_each(values)), bits(&values.map(ln)));
            }
        }
    }
}
