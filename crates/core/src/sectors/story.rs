//! Answers about industries in sentences.

use super::words::{list, percent, sentence_case};
use super::{
    ChainRow, Flag, Reach, Row, SectorFacts, Similar, SupplyChain, Table, Trend, TrendRow,
};
use crate::measure::Unit;
use crate::order;
use crate::quantity::{self, Value};
use crate::stats::growth::Quadrant;

/// How many are named before a sentence tires.
const MOST: usize = 3;

impl Table {
    /// What the place is strongest at and what is largest there, in a few sentences. Rows that
    /// are unreliable are not named as strengths, and those that may be one site say so.
    #[must_use]
    pub fn sentence(&self) -> String {
        let sorted = |score: &dyn Fn(&Row) -> Option<f64>| -> Vec<&Row> {
            let scored = self.rows.iter().filter_map(|row| Some((row, score(row)?)));
            let mut scored: Vec<(&Row, f64)> = scored.collect();
            order::sort_by(&mut scored, |a, b| b.1.total_cmp(&a.1));
            scored.into_iter().map(|(row, _)| row).take(MOST).collect()
        };
        let strong = sorted(&|row| {
            let low = row.quotient.interval.filter(|own| own.low > 1.0)?;
            (!row.quotient.is_unreliable).then_some(low.low)
        });
        let large = sorted(&|row| row.jobs.number());
        let strong: Vec<String> = strong.into_iter().map(strength_words).collect();
        let large: Vec<String> = large
            .into_iter()
            .filter_map(|row| {
                Some(format!(
                    "{} ({})",
                    row.name,
                    percent(row.share.number()?, 1)
                ))
            })
            .collect();
        let against = &self.benchmark;
        let first = if strong.is_empty() {
            format!(
                "No industry of {} stands clearly above {against}.",
                self.place
            )
        } else {
            format!(
                "{} is most specialised against {against} in {}.",
                self.place,
                list(&strong)
            )
        };
        if large.is_empty() {
            return first;
        }
        format!("{first} Most jobs are in {}.", list(&large))
    }

    /// How many industries stand in each quadrant beyond noise, in a sentence; empty where
    /// growth is not told.
    #[must_use]
    pub fn quadrant_sentence(&self) -> String {
        let Some(since) = self.since else {
            return String::new();
        };
        let standings = self.rows.iter().filter_map(|row| row.growth?.standing);
        let standings: Vec<_> = standings.collect();
        let clear = |quadrant: Quadrant| {
            let clear = standings.iter().filter(|own| own.is_clear());
            clear.filter(|own| own.quadrant == quadrant).count()
        };
        let kinds = [
            Quadrant::Leading,
            Quadrant::Emerging,
            Quadrant::Mature,
            Quadrant::Declining,
        ];
        let told: Vec<String> = kinds
            .into_iter()
            .map(|kind| format!("{} {}", quantity::count(clear(kind)), kind.key()))
            .collect();
        let unclear = standings.iter().filter(|own| !own.is_clear()).count();
        format!(
            "Since {since}, beyond the noise of the survey: {}; for {} noise alone could tell the story.",
            list(&told),
            quantity::count(unclear)
        )
    }
}

fn strength_words(row: &Row) -> String {
    let times = row.quotient.value.number().unwrap_or(0.0);
    let times = quantity::figure(times, Unit::Score, 1);
    let site = if row.flags.contains(&Flag::OneSite) {
        ", perhaps one site"
    } else {
        ""
    };
    format!("{} ({times} times{site})", row.name)
}

impl Row {
    /// What is known of the row, for a live region.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut parts = Vec::new();
        match self.jobs {
            Value::Number(jobs) => parts.push(quantity::spoken(jobs, Unit::Jobs, 0)),
            none => parts.push(format!(
                "jobs {}",
                quantity::value_words(none, Unit::Jobs, 0)
            )),
        }
        if let Some(share) = self.share.number() {
            parts.push(format!("{} of the place", percent(share, 1)));
        }
        match (self.quotient.value, self.quotient.interval) {
            (Value::Number(times), Some(likely)) => {
                let told = |number| quantity::figure(number, Unit::Score, 2);
                let (low, high) = (told(likely.low), told(likely.high));
                parts.push(format!(
                    "location quotient {}, likely {low} to {high}",
                    told(times)
                ));
            }
            (Value::Undefined, _) => parts.push("no location quotient".to_owned()),
            _ => {}
        }
        if let Some(yearly) = self.growth.and_then(|growth| growth.yearly) {
            let grew = quantity::signed_figure(yearly * 100.0, Unit::Percent, 1);
            parts.push(format!("{grew} a year"));
        }
        for flag in &self.flags {
            parts.push(flag.words().to_owned());
        }
        format!("{}: {}", self.name, parts.join(", "))
    }
}

impl Flag {
    /// In a few words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Suppressed => "withheld by the publisher",
            Self::Missing => "not told at this level",
            Self::NotMeasurable => "no industry codes tell it apart",
            Self::Undefined => "the benchmark has none",
            Self::Payroll => "counted at the agency's address",
            Self::Unreliable => "too few jobs to be reliable",
            Self::OneSite => "perhaps one employer or one payroll",
        }
    }
}

impl Trend {
    /// Which industries grew fastest and slowest, in a sentence; empty where none is told.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut rows: Vec<(&TrendRow, f64)> = self
            .rows
            .iter()
            .filter_map(|row| Some((row, row.yearly?)))
            .collect();
        order::sort_by(&mut rows, |a, b| b.1.total_cmp(&a.1));
        let (Some((fastest, most)), Some((slowest, least))) = (rows.first(), rows.last()) else {
            return String::new();
        };
        let (Some(first), Some(last)) = (self.years.first(), self.years.last()) else {
            return String::new();
        };
        let yearly = |rate: f64| quantity::signed_figure(rate * 100.0, Unit::Percent, 1);
        format!(
            "From {first} to {last}, real output of {} grew fastest in {} ({} a year) and slowest in {} ({} a year).",
            self.place,
            fastest.name,
            yearly(*most),
            slowest.name,
            yearly(*least)
        )
    }
}

impl Reach {
    /// What is nearest, in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let near = self.within_reach();
        let names: Vec<String> = near.iter().take(MOST).map(|row| row.name.clone()).collect();
        if names.is_empty() {
            return format!(
                "No industry that {} is not specialised in stands out as near to its strengths.",
                self.place
            );
        }
        format!(
            "Of the industries that {} is not specialised in, those most related to its strengths are {}.",
            self.place,
            list(&names)
        )
    }

    /// How near one industry is to what the place is strong in, and how complex, in a few
    /// sentences; empty where it is neither one division nor part of one.
    #[must_use]
    pub fn of_one(&self, facts: &SectorFacts) -> String {
        let [division] = facts.divisions.as_slice() else {
            return String::new();
        };
        let Some(row) = self.rows.iter().find(|row| row.code == *division) else {
            return String::new();
        };
        let place = &self.place;
        let name = if facts.row.code == row.code {
            "It".to_owned()
        } else {
            format!("Its division, {},", row.name)
        };
        let mut words = match (row.is_strength, row.is_within_reach) {
            (true, _) => format!("{name} is one of the strengths of {place}."),
            (_, true) => format!("{name} is within reach of {place}."),
            _ => format!("{name} is neither a strength of {place} nor near to one."),
        };
        if let Some(density) = row.density {
            words.push_str(&format!(
                " Of what goes together with it, {place} is strong in {} (relatedness density).",
                percent(density, 0)
            ));
        }
        if let Some(index) = row.complexity {
            let told = self.rows.iter().filter_map(|row| row.complexity);
            let above = told.clone().filter(|other| *other > index).count();
            words.push_str(&format!(
                " It is {} of {} divisions in the order of product complexity.",
                quantity::ordinal(above + 1),
                quantity::count(told.count())
            ));
        }
        words
    }
}

impl Similar {
    /// How alike two places are and why, in a few sentences.
    #[must_use]
    pub fn sentence(&self) -> String {
        let names = |list: &[super::Shared]| -> Vec<String> {
            list.iter().map(|own| own.name.clone()).collect()
        };
        let mut words = format!(
            "{}: {} of jobs are in the same industries",
            self.name,
            percent(self.overlap, 0)
        );
        if !self.because.is_empty() {
            words.push_str("; both have more than usual in ");
            words.push_str(&list(&names(&self.because)));
        }
        words.push('.');
        if let Some(most) = self.but.first() {
            words.push_str(&format!(
                " They differ most in {} ({} here, {} there).",
                most.name,
                percent(most.here, 1),
                percent(most.there, 1)
            ));
        }
        words
    }
}

impl SupplyChain {
    /// What a pound of demand for the industry that reaches farthest in the place sets in motion;
    /// to be shown with [`WARNING`](super::WARNING), and empty where there is none.
    #[must_use]
    pub fn farthest(&self) -> String {
        let rows = self.by_reach();
        rows.first()
            .map_or_else(String::new, |row| self.sentence(row))
    }

    /// What a pound of demand for an industry sets in motion, in a sentence; to be shown with
    /// [`WARNING`](super::WARNING).
    #[must_use]
    pub fn sentence(&self, row: &ChainRow) -> String {
        let pounds = |amount: f64| quantity::figure(amount, Unit::Gbp, 2);
        let [low, high] = row.regional_band.map(pounds);
        if !row.is_here {
            return sentence_case(&format!(
                "{}: {} has no jobs in it, so demand for it is met elsewhere.",
                row.name, self.place
            ));
        }
        sentence_case(&format!(
            "{}: a pound more of demand sets {} of output in motion in the nation, at most {} with what employees spend; of it {} in {} ({low} to {high}).",
            row.name,
            pounds(row.output_type1),
            pounds(row.output_type2),
            pounds(row.regional_type1),
            self.place
        ))
    }
}
