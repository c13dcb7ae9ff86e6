//! Growth split: what came with the nation, with the mix of industries, and from the place.

use super::counts::Cut;
use super::words::{list, millions, sentence_case, signed_amount};
use super::{Choice, Ground, NoAnswer, Rows, sources};
use crate::data::Industries;
use crate::measure;
use crate::quantity;
use crate::stats::shift_share::{self, Change, NoShiftShare, ShiftShare, shift_share};

/// A place's growth between two years, split by Dunn's shift-share (1960) with
/// Esteban-Marquillas's allocation (1972).
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// The place's name.
    pub place: String,
    /// The benchmark's name: what is called national is its growth.
    pub benchmark: String,
    /// The first year.
    pub from: u16,
    /// The last year.
    pub to: u16,
    /// What is split.
    pub unit: Unit,
    /// One per industry.
    pub rows: Vec<SplitRow>,
    /// All industries together.
    pub total: Change,
    /// What the whole change is made of.
    pub parts: shift_share::Parts,
    /// The benchmark's growth as a share of its start.
    pub national_growth: f64,
    /// What holds for the whole, in sentences.
    pub notes: Vec<String>,
    /// Keys of the sources it rests on.
    pub sources: Vec<String>,
}

/// One industry's growth, split.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What its change is made of.
    pub split: shift_share::Industry,
}

/// What is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Jobs.
    Jobs,
    /// Output in million pounds, in the money of one year.
    GbpM,
}

impl Split {
    /// Splits the growth of jobs by section or division since an earlier year up to the
    /// choice's.
    ///
    /// # Errors
    /// [`NoAnswer`] when place or benchmark is not known, years are not told or out of order,
    /// rows overlap, or the place had no jobs.
    pub fn of_jobs(industries: &Industries, choice: &Choice, from: u16) -> Result<Self, NoAnswer> {
        let to = choice.year;
        if from >= to {
            return Err(NoAnswer::YearsInOrder { from, to });
        }
        if matches!(choice.rows, Rows::Sectors(_)) {
            return Err(NoAnswer::SectorsOverlap);
        }
        let cut = Cut {
            rows: choice.rows,
            agencies: choice.agencies,
        };
        let place = Ground::find(industries, &choice.place)?;
        let benchmark = Ground::benchmark(industries, choice)?;
        let changes = |ground: &Ground<'_>| -> Result<Vec<Change>, NoAnswer> {
            let before = cut.counts(industries, ground, from)?;
            let after = cut.counts(industries, ground, to)?;
            let number = |value: &quantity::Value| value.number().unwrap_or(f64::NAN);
            let pairs = before.jobs.iter().zip(&after.jobs);
            let changes = pairs.map(|(from, to)| Change {
                from: number(from),
                to: number(to),
            });
            Ok(changes.collect())
        };
        let rows = cut.counts(industries, &place, to)?.rows;
        let names: Vec<(String, String)> = rows
            .iter()
            .map(|row| (row.code().to_owned(), row.name().to_owned()))
            .collect();
        let found = shift_share(&changes(&place)?, &changes(&benchmark)?);
        let found = found.map_err(|why| not_split(why, &names))?;
        let names_of_places = [place.name, benchmark.name];
        Ok(Self {
            sources: sources::of_jobs(industries, choice.rows, &[to, from]),
            ..Self::new(names_of_places, [from, to], names, found)
        })
    }

    pub(super) fn new(
        [place, benchmark]: [String; 2],
        [from, to]: [u16; 2],
        names: Vec<(String, String)>,
        found: ShiftShare,
    ) -> Self {
        let rows = names.into_iter().zip(found.industries);
        Self {
            place,
            benchmark,
            from,
            to,
            unit: Unit::Jobs,
            rows: rows
                .map(|((code, name), split)| SplitRow { code, name, split })
                .collect(),
            total: found.total,
            parts: found.parts,
            national_growth: found.national_growth,
            notes: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// The whole change and its parts, in a few sentences.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self {
            place, benchmark, ..
        } = self;
        let change = self.total.difference();
        let amount = |number: f64| self.amount(number.abs());
        let direction = if change < 0.0 { "fewer" } else { "more" };
        let what = match self.unit {
            Unit::Jobs => format!("{} {direction} jobs in {place}", amount(change)),
            Unit::GbpM if change < 0.0 => format!("{} less output in {place}", amount(change)),
            Unit::GbpM => format!("{} more output in {place}", amount(change)),
        };
        let brought = |number: f64, brought: &str, cost: &str| {
            let verb = if number < 0.0 { cost } else { brought };
            format!("{verb} {}", amount(number))
        };
        let shift_share::Parts {
            national,
            industry_mix,
            competitive,
            ..
        } = self.parts;
        format!(
            "Of {what} since {}, growth as in {benchmark} alone would have {}; the mix of industries {}; how its industries grew beside the same industries elsewhere {}.",
            self.from,
            brought(national, "brought", "cost"),
            brought(industry_mix, "added", "took away"),
            brought(competitive, "added", "took away"),
        )
    }

    /// What the place's own part is made of (Esteban-Marquillas), in a sentence.
    #[must_use]
    pub fn allocation_sentence(&self) -> String {
        let told = |number: f64| signed_amount(number, self.unit);
        let shift_share::Parts {
            competitive,
            pure_competitive,
            allocation,
            ..
        } = self.parts;
        format!(
            "Of its own part ({}), a place made up like {} would have seen {}; the other {} comes from which industries {} is specialised in (Esteban-Marquillas’s allocation).",
            told(competitive),
            self.benchmark,
            told(pure_competitive),
            told(allocation),
            self.place
        )
    }

    /// Which industries did most to the place's own part, up and down, in a sentence; empty
    /// where none did anything.
    #[must_use]
    pub fn drivers(&self) -> String {
        const MOST: usize = 3;
        let mut order: Vec<&SplitRow> = self.rows.iter().collect();
        crate::order::sort_by(&mut order, |a, b| {
            let own = |row: &SplitRow| row.split.parts.competitive;
            own(b).total_cmp(&own(a))
        });
        let named = |row: &&SplitRow| {
            let own = row.split.parts.competitive;
            format!("{} ({})", row.name, signed_amount(own, self.unit))
        };
        let up = order.iter().take(MOST);
        let up = up.filter(|row| row.split.parts.competitive >= 0.5);
        let down = order.iter().rev().take(MOST);
        let down = down.filter(|row| row.split.parts.competitive <= -0.5);
        let (up, down): (Vec<String>, Vec<String>) =
            (up.map(named).collect(), down.map(named).collect());
        let mut sentences = Vec::new();
        if !up.is_empty() {
            sentences.push(format!("most gained beyond the benchmark: {}", list(&up)));
        }
        if !down.is_empty() {
            sentences.push(format!("most lost against it: {}", list(&down)));
        }
        if sentences.is_empty() {
            return String::new();
        }
        format!("{}.", sentence_case(&sentences.join("; ")))
    }

    fn amount(&self, number: f64) -> String {
        match self.unit {
            Unit::Jobs => quantity::figure(rounded(number), measure::Unit::Jobs, 0),
            Unit::GbpM => millions(number),
        }
    }
}

/// Why a change cannot be split, with the name of the industry that stands in the way.
pub(super) fn not_split(why: NoShiftShare, names: &[(String, String)]) -> NoAnswer {
    let at = match why {
        NoShiftShare::NoNumber { industry, .. } => names.get(industry),
        _ => None,
    };
    let industry = at.map_or_else(String::new, |(_, name)| name.clone());
    NoAnswer::NotSplit { why, industry }
}

/// To the nearest hundred, or ten below a thousand, since counts are rounded by their publisher.
fn rounded(jobs: f64) -> f64 {
    let step = if jobs.abs() < 1_000.0 { 10.0 } else { 100.0 };
    (jobs / step).round() * step
}
