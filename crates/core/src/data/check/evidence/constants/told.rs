//! Fixed numbers by key: each is asked for once, and what nobody asks for is a finding.

use std::ops::RangeInclusive;

use super::{ConstantWire, Faults, Fixed, Row, are_told, grade, sections};
use crate::data::check::evidence::is_within;
use crate::data::finding::Reason;
use crate::data::model::DECAYS;

/// Years that a fixed number can name.
const YEARS: RangeInclusive<f64> = 1900.0..=2200.0;

/// What was told, and whether all of it is sound so far.
pub(super) struct Told<'a> {
    entries: Vec<Entry>,
    is_sound: bool,
    faults: &'a mut Faults,
}

struct Entry {
    at: String,
    fixed: Fixed,
    is_used: bool,
}

impl<'a> Told<'a> {
    pub(super) fn new(rows: Vec<Row<ConstantWire>>, faults: &'a mut Faults) -> Self {
        let mut told = Self {
            entries: Vec::with_capacity(rows.len()),
            is_sound: true,
            faults,
        };
        for Row { at, record } in rows {
            let at = format!("{at} ({})", record.key);
            told.add(at, record);
        }
        told
    }

    fn add(&mut self, at: String, wire: ConstantWire) {
        let told = [
            ("meaning", wire.meaning.as_str()),
            ("unit", &wire.unit),
            ("source", &wire.source),
        ];
        are_told(&at, &told, self.faults);
        if self.entries.iter().any(|other| other.fixed.key == wire.key) {
            let key = wire.key;
            self.fault(&at, "key", Reason::Duplicate { key });
            return;
        }
        let Some(grade) = grade(&at, &wire.grade, self.faults) else {
            self.is_sound = false;
            return;
        };
        self.entries.push(Entry {
            at,
            fixed: Fixed {
                key: wire.key,
                meaning: wire.meaning,
                unit: wire.unit,
                of: wire.of,
                values: wire.values,
                grade,
                source: wire.source,
            },
            is_used: false,
        });
    }

    /// Every fixed number with its evidence, if all were sound and none is unknown.
    pub(super) fn finish(mut self) -> Option<Vec<Fixed>> {
        let expected = "a fixed number of the model";
        let mut all = Vec::with_capacity(self.entries.len());
        for Entry { at, fixed, is_used } in self.entries {
            let known = is_used.then_some(());
            let known = self.faults.known(known, (&at, "key"), &fixed.key, expected);
            self.is_sound &= known.is_some();
            all.push(fixed);
        }
        self.is_sound.then_some(all)
    }

    /// A number alone.
    pub(super) fn one(&mut self, key: &str, range: RangeInclusive<f64>) -> f64 {
        let [value] = self.list(key, [""], range);
        value
    }

    /// A number alone, 0 to 1.
    pub(super) fn share(&mut self, key: &str) -> f64 {
        self.one(key, 0.0..=1.0)
    }

    /// A calendar year.
    pub(super) fn year(&mut self, key: &str) -> u16 {
        self.whole(key, YEARS)
    }

    /// A number of years.
    pub(super) fn years(&mut self, key: &str) -> u16 {
        self.whole(key, 0.0..=100.0)
    }

    fn whole(&mut self, key: &str, range: RangeInclusive<f64>) -> u16 {
        let value = self.one(key, range);
        if value.fract() != 0.0 {
            let (at, value) = (self.place(key), value.to_string());
            self.fault(&at, "value", Reason::NotWhole { value });
        }
        value as u16
    }

    /// A number for each of these, in this order.
    pub(super) fn list<const N: usize>(
        &mut self,
        key: &str,
        of: [&str; N],
        range: RangeInclusive<f64>,
    ) -> [f64; N] {
        let mut list = [0.0; N];
        let Some((at, told, values)) = self.take(key) else {
            return list;
        };
        // A number alone belongs to nothing.
        let is_alone = of == [""; N];
        let expected: &[&str] = if is_alone { &[] } else { &of };
        if told != expected {
            let detail = format!("of should be {expected:?}, in this order");
            self.fault(&at, "of", Reason::OutOfRange { detail });
        } else if values.len() != N {
            let (expected, found) = (N, values.len());
            self.fault(&at, "values", Reason::WrongCount { expected, found });
        } else {
            for (own, value) in list.iter_mut().zip(values) {
                self.is_sound &= is_within(&at, "values", value, &range, self.faults);
                *own = value;
            }
        }
        list
    }

    /// A share for each of these, in this order; they add up to 1.
    pub(super) fn parts_of_one<const N: usize>(&mut self, key: &str, of: [&str; N]) -> [f64; N] {
        let parts = self.list(key, of, 0.0..=1.0);
        self.adds_up(key, parts.iter().sum());
        parts
    }

    /// A share for some sections; they add up to 1.
    pub(super) fn by_section(&mut self, key: &str) -> Vec<(char, f64)> {
        let letter = |text: &str| sections::letters().find(|own| own.to_string() == text);
        let expected = "the letter of a section of the model";
        let mix = self.pairs(key, letter, expected, 0.0..=1.0);
        self.adds_up(key, mix.iter().map(|(_, share)| share).sum());
        mix
    }

    /// A share for some years in order of time.
    pub(super) fn path(&mut self, key: &str) -> Vec<(u16, f64)> {
        let year = |text: &str| text.parse().ok();
        let path = self.pairs(key, year, "a year", 0.0..=1.0);
        let years: Vec<f64> = path.iter().map(|(year, _)| f64::from(*year)).collect();
        self.goes_up(key, &years);
        path
    }

    /// A number from each of some bounds on, the first of which is 0.
    pub(super) fn by_least(&mut self, key: &str, range: RangeInclusive<f64>) -> Vec<(f64, f64)> {
        let least = |text: &str| text.parse().ok().filter(|least: &f64| least.is_finite());
        let bands = self.pairs(key, least, "a number", range);
        let bounds: Vec<f64> = bands.iter().map(|(least, _)| *least).collect();
        self.goes_up(key, &bounds);
        if bands.first().is_some_and(|(least, _)| *least != 0.0) {
            let at = self.place(key);
            let detail = "the first band should begin at 0".to_owned();
            self.fault(&at, "of", Reason::OutOfRange { detail });
        }
        bands
    }

    /// Exponents of distance: those there are in ascending order, and for each of these the place
    /// of its own.
    pub(super) fn decays<const N: usize>(
        &mut self,
        key: &str,
        of: [&str; N],
    ) -> ([f64; DECAYS], [usize; N]) {
        let own = self.list(key, of, 0.0..=10.0);
        let mut all = own.to_vec();
        all.sort_by(f64::total_cmp);
        all.dedup();
        let (expected, found) = (DECAYS, all.len());
        let Ok(decays) = <[f64; DECAYS]>::try_from(all) else {
            let at = self.place(key);
            self.fault(&at, "values", Reason::WrongCount { expected, found });
            return ([0.0; DECAYS], [0; N]);
        };
        let place = |value: f64| decays.iter().position(|other| *other == value);
        (decays, own.map(|value| place(value).unwrap_or_default()))
    }

    /// What each value belongs to, read, and the value.
    fn pairs<K>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Option<K>,
        expected: &'static str,
        range: RangeInclusive<f64>,
    ) -> Vec<(K, f64)> {
        let Some((at, of, values)) = self.take(key) else {
            return Vec::new();
        };
        if of.len() != values.len() || of.is_empty() {
            let (expected, found) = (of.len().max(1), values.len());
            self.fault(&at, "values", Reason::WrongCount { expected, found });
            return Vec::new();
        }
        let mut pairs = Vec::with_capacity(of.len());
        for (text, value) in of.iter().zip(values) {
            let known = self.faults.known(read(text), (&at, "of"), text, expected);
            let is_within = is_within(&at, "values", value, &range, self.faults);
            self.is_sound &= known.is_some() && is_within;
            pairs.extend(known.map(|known| (known, value)));
        }
        pairs
    }

    /// The row, the labels and the values of a key; a finding if it is not there.
    fn take(&mut self, key: &str) -> Option<(String, Vec<String>, Vec<f64>)> {
        let own = self.entries.iter_mut().find(|own| own.fixed.key == key);
        let Some(own) = own else {
            let row = format!("constants ({key})");
            self.fault(&row, "", Reason::EntryMissing);
            return None;
        };
        own.is_used = true;
        Some((
            own.at.clone(),
            own.fixed.of.clone(),
            own.fixed.values.clone(),
        ))
    }

    fn adds_up(&mut self, key: &str, sum: f64) {
        if self.is_sound && (sum - 1.0).abs() > 1e-9 {
            let at = self.place(key);
            let detail = format!("the shares should add up to 1 and give {sum}");
            self.fault(&at, "values", Reason::DoesNotAddUp { detail });
        }
    }

    fn goes_up(&mut self, key: &str, steps: &[f64]) {
        let is_up = steps.is_sorted_by(|lower, upper| lower < upper);
        if !is_up {
            let at = self.place(key);
            let detail = "its entries should go up, each once".to_owned();
            self.fault(&at, "of", Reason::OutOfRange { detail });
        }
    }

    fn place(&self, key: &str) -> String {
        let own = self.entries.iter().find(|own| own.fixed.key == key);
        own.map_or_else(|| format!("constants ({key})"), |own| own.at.clone())
    }

    fn fault(&mut self, at: &str, field: &str, reason: Reason) {
        self.is_sound = false;
        self.faults.add(at, field, reason);
    }
}
