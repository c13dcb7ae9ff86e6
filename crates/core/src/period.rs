//! Periods: published time stamps, ordered, and told in words.
//!
//! The public form is kept exactly as published (`2023`, `2022-09`, `2025-04-30`,
//! `2023-04-01/P1Y`); everything else is derived from it.

use std::cmp::Ordering;
use std::fmt;

/// A published period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    text: String,
    start: Day,
    length: Length,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// How long a period lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// A single day: a snapshot.
    Day,
    /// A calendar month.
    Month,
    /// Whole years from the start.
    Years(u8),
}

/// Why a text is not a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAPeriod(pub String);

impl Period {
    /// Reads a published period.
    ///
    /// # Errors
    /// [`NotAPeriod`] when the text is none of the published forms.
    pub fn parse(text: &str) -> Result<Self, NotAPeriod> {
        let (date, span) = text
            .split_once('/')
            .map_or((text, None), |(date, span)| (date, Some(span)));
        read(date, span)
            .map(|(start, length)| Self {
                text: text.to_owned(),
                start,
                length,
            })
            .ok_or_else(|| NotAPeriod(text.chars().take(40).collect()))
    }

    /// Exactly as published.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How long it lasts.
    #[must_use]
    pub const fn length(&self) -> Length {
        self.length
    }

    /// The year in which it starts.
    #[must_use]
    pub const fn start_year(&self) -> u16 {
        self.start.year
    }

    /// The last calendar year it touches.
    #[must_use]
    pub const fn end_year(&self) -> u16 {
        match self.length {
            Length::Years(years) if self.starts_with_year() => self.start.year + years as u16 - 1,
            Length::Years(years) => self.start.year + years as u16,
            Length::Day | Length::Month => self.start.year,
        }
    }

    /// Where its middle lies on a time axis, in years.
    #[must_use]
    pub fn middle_years(&self) -> f64 {
        self.start_on_axis() + self.half_years()
    }

    /// Where it begins and ends on a time axis, in years; a day does both at once.
    #[must_use]
    pub fn ends_years(&self) -> (f64, f64) {
        let start = self.start_on_axis();
        (start, start + 2.0 * self.half_years())
    }

    fn start_on_axis(&self) -> f64 {
        let day_of_year =
            f64::from(self.start.month - 1) / 12.0 + f64::from(self.start.day - 1) / 365.25;
        f64::from(self.start.year) + day_of_year
    }

    fn half_years(&self) -> f64 {
        match self.length {
            Length::Day => 0.0,
            Length::Month => 1.0 / 24.0,
            Length::Years(years) => f64::from(years) / 2.0,
        }
    }

    /// In words: `2023`, `2023 to 2024`, `September 2022`.
    ///
    /// A day is told as its month: publishers' days are survey or snapshot dates
    /// whose day of the month means nothing to a reader.
    #[must_use]
    pub fn words(&self) -> String {
        match self.length {
            Length::Years(_) if self.start_year() != self.end_year() => {
                format!("{} to {}", self.start_year(), self.end_year())
            }
            Length::Years(_) => self.start.year.to_string(),
            Length::Day | Length::Month => {
                format!("{} {}", month_name(self.start.month), self.start.year)
            }
        }
    }

    /// As short as an axis needs: `2023`, `2023/24`, `2022`.
    #[must_use]
    pub fn tick(&self) -> String {
        if self.end_year() > self.start_year() {
            format!("{}/{:02}", self.start_year(), self.end_year() % 100)
        } else {
            self.start.year.to_string()
        }
    }

    const fn starts_with_year(&self) -> bool {
        // Meter years start in February or May yet are published under one year's name.
        matches!(self.start.month, 1 | 2)
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.start
            .cmp(&other.start)
            .then_with(|| self.text.cmp(&other.text))
    }
}

impl fmt::Display for NotAPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is not a period: write a year, a month (2022-09), a day (2022-09-01) or a day and a length (2022-04-01/P1Y)",
            self.0
        )
    }
}

fn read(date: &str, span: Option<&str>) -> Option<(Day, Length)> {
    let mut parts = date.split('-');
    let year = digits(parts.next()?, 4).filter(|year| (1800..=2200).contains(year))?;
    let month = parts
        .next()
        .map(|text| digits(text, 2).filter(|m| (1..=12).contains(m)).ok_or(()));
    let day = parts
        .next()
        .map(|text| digits(text, 2).filter(|d| (1..=31).contains(d)).ok_or(()));
    if parts.next().is_some() {
        return None;
    }
    let (month, day) = (month.transpose().ok()?, day.transpose().ok()?);
    let length = match (span, month, day) {
        (Some(span), Some(_), Some(_)) => years(span)?,
        (Some(_), ..) => return None,
        (None, None, None) => Length::Years(1),
        (None, Some(_), None) => Length::Month,
        (None, ..) => Length::Day,
    };
    if day.is_some_and(|day| day > days_of(year, month.unwrap_or(1))) {
        return None;
    }
    let start = Day {
        year,
        month: u8::try_from(month.unwrap_or(1)).ok()?,
        day: u8::try_from(day.unwrap_or(1)).ok()?,
    };
    Some((start, length))
}

const fn days_of(year: u16, month: u16) -> u16 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn digits(text: &str, count: usize) -> Option<u16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn years(span: &str) -> Option<Length> {
    let count = span.strip_prefix('P')?.strip_suffix('Y')?;
    let count: u8 = count.parse().ok()?;
    (1..=50).contains(&count).then_some(Length::Years(count))
}

const fn month_name(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_forms_are_told_in_words() {
        for (text, words, tick, middle) in [
            ("2023", "2023", "2023", 2023.5),
            ("2023-01-01/P1Y", "2023", "2023", 2023.5),
            ("2024-04-01/P1Y", "2024 to 2025", "2024/25", 2024.75),
            (
                "2024-09-01/P1Y",
                "2024 to 2025",
                "2024/25",
                2025.0 + 2.0 / 12.0,
            ),
            ("2022-01-01/P3Y", "2022 to 2024", "2022/24", 2023.5),
            (
                "2022-09",
                "September 2022",
                "2022",
                2022.0 + 8.0 / 12.0 + 1.0 / 24.0,
            ),
            ("2026-01-01", "January 2026", "2026", 2026.0),
            ("2012-02-01/P1Y", "2012", "2012", 2012.0 + 1.0 / 12.0 + 0.5),
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!(period.as_str(), text);
            assert_eq!(period.words(), words, "{text}");
            assert_eq!(period.tick(), tick, "{text}");
            assert!(
                (period.middle_years() - middle).abs() < 1e-9,
                "{text}: {}",
                period.middle_years()
            );
        }
    }

    #[test]
    fn anything_else_is_refused_in_words() {
        for bad in [
            "",
            "20",
            "2023-13",
            "2023-1-1",
            "2023-01-01/P1M",
            "2023/P1Y",
            "2023-01-01/P0Y",
            "twenty",
            "2023-01-01-01",
            "2023-02-29",
            "1900-02-29",
            "2023-04-31",
        ] {
            let error = Period::parse(bad).unwrap_err();
            assert!(error.to_string().contains("is not a period"), "{bad}");
        }
        assert!(Period::parse("2024-02-29").is_ok() && Period::parse("2000-02-29").is_ok());
    }

    #[test]
    fn periods_stand_in_order_of_time() {
        let mut periods: Vec<Period> = ["2024", "2022-09", "2023-01-01/P1Y"]
            .into_iter()
            .map(|text| Period::parse(text).unwrap())
            .collect();
        periods.sort();
        let texts: Vec<&str> = periods.iter().map(Period::as_str).collect();
        assert_eq!(texts, ["2022-09", "2023-01-01/P1Y", "2024"]);
    }
}
