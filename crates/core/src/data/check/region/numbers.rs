//! Lists of numbers: as many as there must be, and each one that can be.

use crate::data::check::faults::Faults;
use crate::data::finding::Reason;
use crate::data::model::{AGES, ByAge, SEXES};

/// What a number can be.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Any finite number.
    Any,
    /// 0 or more.
    Count,
    /// More than 0.
    Positive,
    /// 0 to 1.
    Share,
    /// 0 to 100.
    Percent,
}

impl Kind {
    fn holds(self, number: f64) -> bool {
        number.is_finite()
            && match self {
                Self::Any => true,
                Self::Count => number >= 0.0,
                Self::Positive => number > 0.0,
                Self::Share => (0.0..=1.0).contains(&number),
                Self::Percent => (0.0..=100.0).contains(&number),
            }
    }

    const fn unit(self) -> &'static str {
        match self {
            Self::Any => "a number",
            Self::Count => "a count",
            Self::Positive => "a number above 0",
            Self::Share => "a share from 0 to 1",
            Self::Percent => "percent",
        }
    }
}

/// How far a sum may be off for having been rounded, relative.
const ROUNDED: f64 = 1e-6;

/// Reads the numbers of one record.
pub(super) struct Numbers<'a> {
    pub(super) at: &'a str,
    pub(super) faults: &'a mut Faults,
}

impl Numbers<'_> {
    /// One number, or a finding.
    pub(super) fn one(&mut self, field: &str, number: f64, kind: Kind) -> Option<f64> {
        self.all(field, &[number], kind).map(|()| number)
    }

    /// Whether all can be; a finding for the first that cannot.
    pub(super) fn all(&mut self, field: &str, numbers: &[f64], kind: Kind) -> Option<()> {
        let bad = numbers.iter().find(|number| !kind.holds(**number));
        if let Some(bad) = bad {
            let value = bad.to_string();
            let unit = kind.unit();
            self.faults
                .add(self.at, field, Reason::UnitMismatch { value, unit });
        }
        bad.is_none().then_some(())
    }

    fn is_long(&mut self, field: &str, expected: usize, found: usize) -> Option<()> {
        if expected != found {
            self.faults
                .add(self.at, field, Reason::WrongCount { expected, found });
        }
        (expected == found).then_some(())
    }

    /// A list of one length.
    pub(super) fn list(
        &mut self,
        field: &str,
        numbers: Vec<f64>,
        expected: usize,
        kind: Kind,
    ) -> Option<Vec<f64>> {
        self.is_long(field, expected, numbers.len())?;
        self.all(field, &numbers, kind)?;
        Some(numbers)
    }

    /// A list of a length that every place has.
    pub(super) fn array<const N: usize>(
        &mut self,
        field: &str,
        numbers: &[f64],
        kind: Kind,
    ) -> Option<[f64; N]> {
        self.is_long(field, N, numbers.len())?;
        self.all(field, numbers, kind)?;
        numbers.try_into().ok()
    }

    /// A row per sex, each of one length.
    pub(super) fn rows<'b>(
        &mut self,
        field: &str,
        rows: &'b [Vec<f64>],
        width: usize,
    ) -> Option<&'b [Vec<f64>]> {
        self.is_long(field, SEXES, rows.len())?;
        for row in rows {
            self.is_long(field, width, row.len())?;
        }
        Some(rows)
    }

    /// A number per sex and age.
    pub(super) fn by_age(&mut self, field: &str, rows: &[Vec<f64>], kind: Kind) -> Option<ByAge> {
        let rows = self.rows(field, rows, AGES)?;
        let mut own = [[0.0; AGES]; SEXES];
        for (slot, row) in own.iter_mut().zip(rows) {
            *slot = self.array(field, row, kind)?;
        }
        Some(own)
    }

    /// As many rows and columns as there are districts, nothing at 0: some is divided by it.
    pub(super) fn square(
        &mut self,
        field: &str,
        rows: Vec<Vec<f64>>,
        size: usize,
    ) -> Option<Vec<Vec<f64>>> {
        self.is_long(field, size, rows.len())?;
        let rows = rows.into_iter();
        rows.map(|row| self.list(field, row, size, Kind::Positive))
            .collect()
    }

    /// Whether numbers go up; a finding if not, or if there are none.
    pub(super) fn ascending(&mut self, field: &str, numbers: &[f64]) -> Option<()> {
        self.all(field, numbers, Kind::Count)?;
        let goes_up = !numbers.is_empty() && numbers.is_sorted_by(|a, b| a < b);
        let key = format!("{numbers:?}");
        let expected = "a list of ages, each above the one before";
        let at = (self.at, field);
        self.faults.known(goes_up.then_some(()), at, &key, expected)
    }

    /// How many years there are from a base year on, if one follows the other.
    pub(super) fn years(&mut self, base: u16, last: u16, most: u16) -> Option<usize> {
        let later = last
            .checked_sub(base)
            .filter(|later| (1..=most).contains(later));
        let key = last.to_string();
        let at = (self.at, "last_year");
        let expected = "a year after the base year";
        let later = self.faults.known(later, at, &key, expected)?;
        Some(usize::from(later) + 1)
    }

    /// Whether a sum is what it should be; a finding if not.
    pub(super) fn adds_up(
        &mut self,
        field: &str,
        found: f64,
        expected: f64,
        what: &str,
    ) -> Option<()> {
        let is_off = (found - expected).abs() > ROUNDED * expected.abs().max(1.0);
        if is_off {
            let detail = format!("{what}: they give {found}");
            self.faults
                .add(self.at, field, Reason::DoesNotAddUp { detail });
        }
        (!is_off).then_some(())
    }
}
