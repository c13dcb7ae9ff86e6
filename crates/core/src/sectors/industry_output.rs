//! Real output of one industry through time.

use super::facts::Subject;
use super::productivity::{amount, is_told, told_industries};
use super::{Choice, Ground, NoAnswer, sources};
use crate::data::{GvaIndustry, Industries, IndustryLevel, Prices};
use crate::measure::Unit;
use crate::quantity::{self, Value};
use crate::stats::growth::yearly_growth;

/// Real output of one industry in a place beside the same elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct IndustryOutput {
    /// The industry's name as output is published.
    pub name: String,
    /// Whether that is a wider industry than the one asked about.
    pub is_wider: bool,
    /// The years, in order.
    pub years: Vec<u16>,
    /// The year whose money volumes are in.
    pub money_year: u16,
    /// The place.
    pub place: OutputLine,
    /// The benchmark, or the whole country where its output is not told.
    pub benchmark: Option<OutputLine>,
    /// Keys of the sources it rests on.
    pub sources: Vec<String>,
}

/// Output of one place through time.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputLine {
    /// The place's name.
    pub name: String,
    /// Chained volume of each year, million pounds.
    pub volume_gbp_m: Vec<Value>,
}

impl IndustryOutput {
    /// Output of the industry of a code, or of the sector of a key, as finely as it is published.
    ///
    /// # Errors
    /// [`NoAnswer`] when there is none of that code, or no output of it or of the place is told.
    pub fn of(industries: &Industries, choice: &Choice, code: &str) -> Result<Self, NoAnswer> {
        let gva = &industries.gva;
        let unknown = || NoAnswer::UnknownIndustry {
            asked: code.to_owned(),
        };
        let subject = Subject::find(industries, code).ok_or_else(unknown)?;
        let place = Ground::find(industries, &choice.place)?;
        let no_output = || NoAnswer::NoOutput {
            place: place.name.clone(),
        };
        // Volumes of several places cannot be added up.
        let can_tell = |ground: &Ground<'_>| is_told(gva, ground) && ground.parts.len() == 1;
        if !can_tell(&place) {
            return Err(no_output());
        }
        let divisions = subject.divisions(industries);
        let holds = |own: &&GvaIndustry| {
            let mut all = divisions.iter();
            !divisions.is_empty() && all.all(|division| own.divisions.contains(division))
        };
        let published = told_industries(gva, choice.rent).filter(holds);
        let published = published.min_by_key(|own| own.divisions.len());
        let published = published.ok_or_else(no_output)?;
        let line = |ground: &Ground<'_>| OutputLine {
            name: ground.name.clone(),
            volume_gbp_m: gva
                .years
                .iter()
                .map(|year| amount(gva, ground, &published.code, *year, Prices::Chained))
                .collect(),
        };
        let benchmark = Ground::benchmark(industries, choice).ok();
        let whole = || industries.whole().map(Ground::of).filter(can_tell);
        let benchmark = benchmark.filter(can_tell).or_else(whole);
        let benchmark = benchmark.filter(|own| own.key != place.key);
        let grounds: Vec<&Ground<'_>> = [&place].into_iter().chain(&benchmark).collect();
        Ok(Self {
            name: published.name.clone(),
            is_wider: published.divisions.len() > divisions.len()
                || subject.is_finer_than(IndustryLevel::Division),
            years: gva.years.clone(),
            money_year: gva.money_year,
            sources: sources::of_output(industries, &grounds),
            benchmark: benchmark.as_ref().map(line),
            place: line(&place),
        })
    }

    /// Growth in the place and elsewhere, in a sentence; empty where it is told of fewer than two
    /// years.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Some([first, last]) = self.ends() else {
            return String::new();
        };
        let year = |at: usize| self.years.get(at).copied().unwrap_or_default();
        let yearly = |line: &OutputLine| {
            let number = |at: usize| line.volume_gbp_m.get(at)?.number();
            let years = f64::from(year(last)) - f64::from(year(first));
            let rate = yearly_growth(number(first)?, number(last)?, years)?;
            Some(quantity::signed_figure(rate * 100.0, Unit::Percent, 1))
        };
        let Some(here) = yearly(&self.place) else {
            return String::new();
        };
        let there = self.benchmark.as_ref();
        let there = there.and_then(|line| Some(format!(", in {} {}", line.name, yearly(line)?)));
        let wider = if self.is_wider {
            format!("Output is told only for the wider industry {}. ", self.name)
        } else {
            String::new()
        };
        format!(
            "{wider}Real output moved by {here} a year in {} from {} to {}{}.",
            self.place.name,
            year(first),
            year(last),
            there.unwrap_or_default()
        )
    }

    /// Positions of the first and the last year told of the place, if there are two.
    fn ends(&self) -> Option<[usize; 2]> {
        let is_told = |value: &Value| value.number().is_some_and(|own| own > 0.0);
        let first = self.place.volume_gbp_m.iter().position(is_told)?;
        let last = self.place.volume_gbp_m.iter().rposition(is_told)?;
        (first < last).then_some([first, last])
    }

    /// A line as a multiple of its first year told of the place, times 100; and that year.
    #[must_use]
    pub fn index(&self, line: &OutputLine) -> Option<(u16, Vec<Value>)> {
        let [first, _] = self.ends()?;
        let base = line.volume_gbp_m.get(first)?.number()?;
        let of = |value: &Value| match value {
            Value::Number(own) if base > 0.0 => Value::Number(own / base * 100.0),
            Value::Number(_) => Value::Undefined,
            without => *without,
        };
        let year = self.years.get(first).copied()?;
        Some((year, line.volume_gbp_m.iter().map(of).collect()))
    }
}
