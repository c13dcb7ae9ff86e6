//! Answers as cells of tables, and choices as words in lists.

use super::counts::Cut;
use super::words::signed_amount;
use super::{Choice, Ground, InDistrict, Row, Rows, Split, SplitRow, Trend, TrendRow};
use crate::data::{Industries, IndustryLevel, SectorKind};
use crate::measure::Unit;
use crate::quantity::{self, Value};
use crate::stats::location_quotient::Quotient;
use crate::stats::shift_share::Parts;

impl Rows {
    /// Every way to cut industries, in the order offered.
    pub const ALL: [Self; 7] = [
        Self::Industries(IndustryLevel::Section),
        Self::Industries(IndustryLevel::Division),
        Self::Industries(IndustryLevel::Group),
        Self::Industries(IndustryLevel::Class),
        Self::Industries(IndustryLevel::Sic5),
        Self::Sectors(SectorKind::IndustrialStrategy),
        Self::Sectors(SectorKind::Roadmap),
    ];

    /// What it is called in a list.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Industries(IndustryLevel::Section) => "Sections (one letter)",
            Self::Industries(IndustryLevel::Division) => "Divisions (two digits)",
            Self::Industries(IndustryLevel::Group) => "Groups (three digits)",
            Self::Industries(IndustryLevel::Class) => "Classes (four digits)",
            Self::Industries(IndustryLevel::Sic5) => "Subclasses (five digits)",
            Self::Sectors(SectorKind::IndustrialStrategy) => "The Industrial Strategy’s sectors",
            Self::Sectors(SectorKind::Roadmap) => "The roadmap’s own sectors",
        }
    }
}

impl Choice {
    /// The years before the choice's that place and benchmark are both told for, in order.
    #[must_use]
    pub fn earlier_years(&self, industries: &Industries) -> Vec<u16> {
        let cut = Cut {
            rows: self.rows,
            agencies: self.agencies,
        };
        let place = Ground::find(industries, &self.place);
        let benchmark = Ground::benchmark(industries, self);
        let (Ok(place), Ok(benchmark)) = (place, benchmark) else {
            return Vec::new();
        };
        let also = cut.years(industries, &benchmark);
        let mut years = cut.years(industries, &place);
        years.retain(|year| *year < self.year && also.contains(year));
        years
    }
}

impl Row {
    /// Jobs and location quotient.
    #[must_use]
    pub fn cells(&self) -> [String; 2] {
        [jobs(self.jobs), times(&self.quotient)]
    }
}

impl InDistrict {
    /// Jobs and location quotient.
    #[must_use]
    pub fn cells(&self) -> [String; 2] {
        [jobs(self.jobs), times(&self.quotient)]
    }
}

impl Trend {
    /// The columns of [`Self::cells`].
    #[must_use]
    pub fn columns(&self) -> [String; 7] {
        let ends = [self.years.first(), self.years.last()];
        let [first, last] = ends.map(|year| year.map_or_else(String::new, u16::to_string));
        [
            "Industry".to_owned(),
            format!("Share {first}"),
            format!("Share {last}"),
            format!("Share {last}, {}", self.benchmark),
            "Growth a year".to_owned(),
            format!("Growth a year, {}", self.benchmark),
            "Volatility".to_owned(),
        ]
    }

    /// An industry's name, shares, growth and volatility.
    #[must_use]
    pub fn cells(&self, row: &TrendRow) -> [String; 7] {
        let share = |value: Option<&Value>| match value {
            Some(Value::Number(share)) => percent(Some(*share)),
            Some(none) => quantity::value_words(*none, Unit::Percent, 1),
            None => String::new(),
        };
        [
            row.name.clone(),
            share(row.share.first()),
            share(row.share.last()),
            share(row.benchmark_share.last()),
            percent(row.yearly),
            percent(row.benchmark_yearly),
            percent(row.volatility),
        ]
    }
}

impl Split {
    /// The columns of [`Self::cells`].
    #[must_use]
    pub fn columns(&self) -> [String; 7] {
        [
            "Industry".to_owned(),
            format!("Change {} to {}", self.from, self.to),
            format!("As all of {}", self.benchmark),
            "Mix of industries".to_owned(),
            "Its own part".to_owned(),
            "of it with the benchmark’s mix".to_owned(),
            "of it allocation".to_owned(),
        ]
    }

    /// An industry's change and what it is made of; the last two columns are the one before,
    /// split again.
    #[must_use]
    pub fn cells(&self, row: &SplitRow) -> [String; 7] {
        let change = row.split.change.difference();
        self.line(row.name.clone(), change, row.split.parts)
    }

    /// All industries together.
    #[must_use]
    pub fn total_cells(&self) -> [String; 7] {
        let name = "All industries".to_owned();
        self.line(name, self.total.difference(), self.parts)
    }

    fn line(&self, name: String, change: f64, parts: Parts) -> [String; 7] {
        let told = |amount: f64| signed_amount(amount, self.unit);
        [
            name,
            told(change),
            told(parts.national),
            told(parts.industry_mix),
            told(parts.competitive),
            told(parts.pure_competitive),
            told(parts.allocation),
        ]
    }
}

fn percent(share: Option<f64>) -> String {
    let told = share.map(|share| quantity::figure(share * 100.0, Unit::Percent, 1));
    told.unwrap_or_else(|| "not told".to_owned())
}

fn jobs(jobs: Value) -> String {
    quantity::value_words(jobs, Unit::Jobs, 0)
}

fn times(quotient: &Quotient) -> String {
    let told = quantity::value_words(quotient.value, Unit::Score, 1);
    if quotient.is_unreliable {
        format!("{told} (too few jobs to rely on)")
    } else {
        told
    }
}
