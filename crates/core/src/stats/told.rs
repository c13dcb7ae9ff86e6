//! Sums and quotients of figures that may not be told.

use crate::quantity::Value;

/// The sum of two figures; where either has no number, why. What is withheld outweighs what
/// is missing, and that what is not defined, since it may be told one day.
#[must_use]
pub fn add(a: Value, b: Value) -> Value {
    combine(a, b, |a, b| a + b)
}

/// The difference of two figures, as [`add`].
#[must_use]
pub fn subtract(a: Value, b: Value) -> Value {
    combine(a, b, |a, b| a - b)
}

/// The quotient of two figures, as [`add`]; undefined over nothing.
#[must_use]
pub fn over(above: Value, below: Value) -> Value {
    combine(above, below, |above, below| above / below)
}

/// All figures together, as [`add`]; 0 for none.
#[must_use]
pub fn sum(values: impl IntoIterator<Item = Value>) -> Value {
    values.into_iter().fold(Value::Number(0.0), add)
}

fn combine(a: Value, b: Value, of: impl Fn(f64, f64) -> f64) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => match of(a, b) {
            number if number.is_finite() => Value::Number(number),
            _ => Value::Undefined,
        },
        (Value::Suppressed, _) | (_, Value::Suppressed) => Value::Suppressed,
        (Value::Missing, _) | (_, Value::Missing) => Value::Missing,
        _ => Value::Undefined,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_outweigh_numbers() {
        let (two, zero) = (Value::Number(2.0), Value::Number(0.0));
        assert_eq!(add(two, two), Value::Number(4.0));
        assert_eq!(subtract(two, two), zero);
        assert_eq!(over(two, Value::Number(4.0)), Value::Number(0.5));
        assert_eq!(over(two, zero), Value::Undefined);
        assert_eq!(over(zero, zero), Value::Undefined);
        assert_eq!(over(Value::Suppressed, zero), Value::Suppressed);
        assert_eq!(add(Value::Missing, Value::Suppressed), Value::Suppressed);
        assert_eq!(add(Value::Undefined, Value::Missing), Value::Missing);
        assert_eq!(sum([two, Value::Undefined]), Value::Undefined);
        assert_eq!(sum([]), zero);
    }
}
