//! JSON as short as it can be: `1198725`, not `1198725.0`.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::problem::Problem;

/// Compact JSON in which a whole number has no decimal point.
///
/// # Errors
/// [`Problem::CannotEncode`] when a value has no JSON form.
pub fn compact<T: Serialize>(value: &T) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, ShortNumbers);
    value
        .serialize(&mut serializer)
        .map_err(|error| Problem::CannotEncode(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Problem::CannotEncode(error.to_string()))
}

struct ShortNumbers;

impl Formatter for ShortNumbers {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // Display writes the shortest digits that read back as the same number;
        // adding zero turns minus zero into zero.
        write!(writer, "{}", value + 0.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_number_reads_back_as_itself(number in proptest::num::f64::NORMAL) {
            let text = compact(&number).unwrap();
            prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.to_bits());
        }
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let text = compact(&[0.3, 1_198_725.0, -0.0, 17.37, -2.5, 0.0001]).unwrap();
        assert_eq!(text, "[0.3,1198725,0,17.37,-2.5,0.0001]");
    }
}
