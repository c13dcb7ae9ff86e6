//! What travels to a worker as a row of numbers, and back: nothing is lost on the way and no text
//! needs to be understood at its end.

use crate::area::AreaCode;
use crate::background::{Garbled, Reader};

/// Something that is written as numbers and read again in the same order.
pub trait Travel: Sized {
    /// Writes it behind what is there.
    fn write(&self, numbers: &mut Vec<f64>);

    /// Reads it.
    ///
    /// # Errors
    /// [`Garbled`] when the numbers are something else.
    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled>;

    /// All of it as a row of its own.
    fn to_numbers(&self) -> Vec<f64> {
        let mut numbers = Vec::new();
        self.write(&mut numbers);
        numbers
    }

    /// What a row of its own says.
    ///
    /// # Errors
    /// [`Garbled`] when the numbers are something else, or more.
    fn from_numbers(numbers: &[f64]) -> Result<Self, Garbled> {
        let mut reader = Reader::new(numbers);
        let told = Self::read(&mut reader)?;
        reader.end()?;
        Ok(told)
    }
}

/// Structures travel field by field; a field that is left out does not compile.
macro_rules! by_field {
    ($($name:ident { $($field:ident),+ $(,)? })+) => { $(
        impl $crate::model::remote::travel::Travel for $name {
            fn write(&self, numbers: &mut Vec<f64>) {
                let Self { $($field),+ } = self;
                $( $field.write(numbers); )+
            }

            fn read(
                reader: &mut $crate::background::Reader<'_>,
            ) -> Result<Self, $crate::background::Garbled> {
                Ok(Self {
                    $( $field: $crate::model::remote::travel::Travel::read(reader)? ),+
                })
            }
        }
    )+ };
}
pub(super) use by_field;

/// Choices travel as their place among all.
macro_rules! by_place {
    ($($name:ident: $all:expr;)+) => { $(
        impl $crate::model::remote::travel::Travel for $name {
            fn write(&self, numbers: &mut Vec<f64>) {
                let place = $all.iter().position(|own| own == self);
                place.unwrap_or(usize::MAX).write(numbers);
            }

            fn read(
                reader: &mut $crate::background::Reader<'_>,
            ) -> Result<Self, $crate::background::Garbled> {
                let place = reader.whole()?;
                $all.get(place).copied().ok_or($crate::background::Garbled)
            }
        }
    )+ };
}
pub(super) use by_place;

impl Travel for f64 {
    fn write(&self, numbers: &mut Vec<f64>) {
        numbers.push(*self);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        reader.number()
    }
}

/// Whole numbers up to 2^53 are numbers like others.
macro_rules! whole {
    ($($kind:ty)+) => { $(
        impl Travel for $kind {
            fn write(&self, numbers: &mut Vec<f64>) {
                numbers.push(*self as f64);
            }

            fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
                reader.whole()?.try_into().map_err(|_| Garbled)
            }
        }
    )+ };
}
whole!(u8 u16 u32 usize);

impl Travel for bool {
    fn write(&self, numbers: &mut Vec<f64>) {
        u8::from(*self).write(numbers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        match reader.whole()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Garbled),
        }
    }
}

impl Travel for char {
    fn write(&self, numbers: &mut Vec<f64>) {
        u32::from(*self).write(numbers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        Self::from_u32(Travel::read(reader)?).ok_or(Garbled)
    }
}

impl Travel for String {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.as_bytes().to_vec().write(numbers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        Self::from_utf8(Travel::read(reader)?).map_err(|_| Garbled)
    }
}

impl Travel for AreaCode {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.as_str().to_owned().write(numbers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        Self::new(&String::read(reader)?).map_err(|_| Garbled)
    }
}

impl<T: Travel> Travel for Vec<T> {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.len().write(numbers);
        for own in self {
            own.write(numbers);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        (0..reader.whole()?).map(|_| T::read(reader)).collect()
    }
}

impl<T: Travel> Travel for Option<T> {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.is_some().write(numbers);
        if let Some(own) = self {
            own.write(numbers);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        bool::read(reader)?.then(|| T::read(reader)).transpose()
    }
}

impl<T: Travel, const N: usize> Travel for [T; N] {
    fn write(&self, numbers: &mut Vec<f64>) {
        for own in self {
            own.write(numbers);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        let all: Vec<T> = (0..N).map(|_| T::read(reader)).collect::<Result<_, _>>()?;
        all.try_into().map_err(|_| Garbled)
    }
}

impl<A: Travel, B: Travel> Travel for (A, B) {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.0.write(numbers);
        self.1.write(numbers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        Ok((A::read(reader)?, B::read(reader)?))
    }
}
