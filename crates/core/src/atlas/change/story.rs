//! The map of change in words.

use super::told::Told;
use super::{Change, Difference};
use crate::area::Level;
use crate::atlas::words::in_sentence;
use crate::atlas::{Fact, MapFigures, Ranking, Shading, Story, full_name};
use crate::measure::Unit;
use crate::quantity::{self, Quantity, Value};
use crate::stats::change::{FEWEST_JOBS, Noise};

impl Change {
    fn told(&self) -> Told {
        Told::new(&self.figures.subject, self.noise)
    }

    /// `rose by 2.1 percentage points`, `stayed the same`.
    fn moved(&self, difference: f64) -> String {
        let subject = &self.figures.subject;
        if quantity::is_level(difference, subject.decimals) {
            return "stayed the same".to_owned();
        }
        let verb = if difference > 0.0 { "rose" } else { "fell" };
        let size = quantity::gap_spoken(difference, subject.unit, subject.decimals);
        format!("{verb} by {size}")
    }

    fn span(&self) -> String {
        format!("from {} to {}", self.since[1], self.until[1])
    }

    /// How many rose clearly, fell clearly, and did not change clearly.
    fn counts(&self) -> [usize; 3] {
        let count = |is: fn(&Difference) -> bool| self.differences.iter().filter(|d| is(d)).count();
        [
            count(|d| matches!(d, Difference::Clear { difference, .. } if *difference > 0.0)),
            count(|d| matches!(d, Difference::Clear { difference, .. } if *difference < 0.0)),
            count(|d| matches!(d, Difference::NotClear { .. })),
        ]
    }

    /// The rows that changed clearly one way, the furthest first.
    fn clear_rows(&self, is_rise: bool) -> Vec<usize> {
        let is_own = |at: &usize| match self.differences.get(*at) {
            Some(Difference::Clear { difference, .. }) => (*difference > 0.0) == is_rise,
            _ => false,
        };
        let falling = self.ranking.order.iter().copied();
        match is_rise {
            true => falling.filter(is_own).collect(),
            false => falling.rev().filter(is_own).collect(),
        }
    }

    fn names(&self, rows: &[usize]) -> String {
        let name = |at: &usize| Some(self.figures.rows.get(*at)?.name.as_str());
        let names: Vec<&str> = rows.iter().filter_map(name).collect();
        names.join(" and ")
    }

    fn what(&self) -> &'static str {
        match self.figures.level {
            Level::District => "districts",
            _ => "areas",
        }
    }
}

impl Story for Change {
    fn figures(&self) -> &MapFigures {
        &self.figures
    }

    fn ranking(&self) -> &Ranking {
        &self.ranking
    }

    fn shading(&self) -> &Shading {
        &self.shading
    }

    fn title(&self) -> String {
        let [rose, fell, still] = self.counts();
        let (all, what) = (rose + fell + still, self.what());
        let few = |is_rise: bool| self.names(&self.clear_rows(is_rise));
        let (of_all, all) = (all, quantity::count(all));
        match (rose, fell) {
            _ if of_all == 0 => "No change can be told".to_owned(),
            (0, 0) if of_all == 1 => "No clear change in the one area with figures".to_owned(),
            (1, 0) if of_all == 1 => format!("Rose in {}", few(true)),
            (0, 1) if of_all == 1 => format!("Fell in {}", few(false)),
            (0, 0) => format!("No clear change in any of {all} {what}"),
            (rose, 0) if rose == of_all => format!("Rose in all {all} {what}"),
            (0, fell) if fell == of_all => format!("Fell in all {all} {what}"),
            (1..=2, 0) => format!("Rose clearly in {} only", few(true)),
            (0, 1..=2) => format!("Fell clearly in {} only", few(false)),
            (rose, 0) => format!("Rose clearly in {} of {all} {what}", quantity::count(rose)),
            (0, fell) => format!("Fell clearly in {} of {all} {what}", quantity::count(fell)),
            (rose, fell) => format!(
                "Rose clearly in {}, fell clearly in {} of {all} {what}",
                quantity::count(rose),
                quantity::count(fell)
            ),
        }
    }

    fn unit(&self) -> Unit {
        self.figures.subject.unit.of_differences()
    }

    fn subtitle(&self) -> String {
        let subject = &self.figures.subject;
        let unit = quantity::gap_unit_name(subject.unit);
        format!("{}, change {}, {unit}", subject.name, self.span())
    }

    fn sentence(&self) -> String {
        let areas = self.figures.areas_words(self.figures.rows.len());
        let name = in_sentence(&self.figures.subject.name);
        if let Some(trouble) = &self.shading.trouble {
            return format!("A map of {areas}: {name}. {trouble}");
        }
        let [rose, fell, still] = self.counts();
        let counted = |count: usize, words: &str| {
            (count > 0).then(|| format!("{words} in {}", quantity::count(count)))
        };
        let found = [
            counted(rose, "rose clearly"),
            counted(fell, "fell clearly"),
            counted(still, "no clear change"),
        ];
        let found: Vec<String> = found.into_iter().flatten().collect();
        let found = match (rose + fell, still) {
            (0, 1) => "no clear change in the one with figures".to_owned(),
            (0, still) => format!("no clear change in any of {}", quantity::count(still)),
            _ => found.join(", "),
        };
        let furthest = |is_rise: bool, word: &str| {
            let rows = self.clear_rows(is_rise);
            let row = rows.first().and_then(|at| self.figures.rows.get(*at));
            let told = row.and_then(|row| Some((full_name(row), row.value.number()?)));
            told.map_or_else(String::new, |(name, difference)| {
                format!(" Largest {word}: {name}, which {}.", self.moved(difference))
            })
        };
        let untold = self.figures.rows.len() - self.ranking.order.len();
        let untold = match untold {
            0 => String::new(),
            1 => " For 1 area it can’t be told.".to_owned(),
            untold => format!(" For {} areas it can’t be told.", quantity::count(untold)),
        };
        format!(
            "A map of {areas}: how {name} changed {}: {found}.{}{}{untold}",
            self.span(),
            furthest(true, "rise"),
            furthest(false, "fall"),
        )
    }

    fn value_words(&self, at: usize) -> String {
        let subject = &self.figures.subject;
        match self.differences.get(at) {
            Some(Difference::NoMargin | Difference::TooSmall) => "cannot be told".to_owned(),
            Some(difference) => match difference.number() {
                Some(number) => quantity::signed(number, subject.unit, subject.decimals),
                None => "no figure".to_owned(),
            },
            None => String::new(),
        }
    }

    fn standing_words(&self, at: usize) -> String {
        let (Some(before), Some(after)) = (self.before.get(at), self.after.get(at)) else {
            return String::new();
        };
        let told = |value: Value| self.figures.told(value);
        let both = format!(
            "{} in {}, {} in {}",
            told(before.value),
            self.since[1],
            told(after.value),
            self.until[1]
        );
        let why = match self.differences.get(at) {
            Some(Difference::NotClear { .. }) => self.told().still_words(),
            Some(Difference::TooSmall | Difference::NoMargin) => self.told().untold_words(),
            _ => return both,
        };
        format!("{both}; {why}")
    }

    fn area_words(&self, at: usize) -> String {
        let (Some(row), Some(difference)) = (self.figures.rows.get(at), self.differences.get(at))
        else {
            return String::new();
        };
        let standing = self.standing_words(at);
        match difference.number() {
            Some(number) => format!(
                "{}: {} {}; {standing}",
                full_name(row),
                self.moved(number),
                self.span()
            ),
            None => format!("{}: {standing}", full_name(row)),
        }
    }

    fn own_columns(&self) -> Vec<String> {
        let subject = &self.figures.subject;
        let unit = quantity::unit_name(subject.unit);
        vec![
            format!("{} ({unit})", self.since[1]),
            format!("{} ({unit})", self.until[1]),
            format!("Change ({})", quantity::gap_unit_name(subject.unit)),
            "Is it clear?".to_owned(),
        ]
    }

    fn own_cells(&self, at: usize) -> Vec<String> {
        let told = |all: &[Quantity]| {
            let quantity = all.get(at);
            quantity.map_or_else(String::new, |quantity| self.figures.told(quantity.value))
        };
        let is_clear = match self.differences.get(at) {
            Some(Difference::Clear { .. }) => "clear",
            Some(Difference::NotClear { .. }) => "no clear change",
            Some(Difference::TooSmall | Difference::NoMargin) => self.told().untold_words(),
            Some(Difference::NoValue) | None => "no figure at one of the periods",
        };
        vec![
            told(&self.before),
            told(&self.after),
            self.value_words(at),
            is_clear.to_owned(),
        ]
    }

    fn own_facts(&self, at: usize) -> Vec<(&'static str, Fact)> {
        let subject = &self.figures.subject;
        let decimals = subject.decimals;
        let number = |number: Option<f64>| Fact::number(number, decimals);
        let of = |all: &[Quantity]| number(all.get(at).and_then(|q| q.value.number()));
        let row = self.figures.rows.get(at);
        let interval = row.and_then(|row| row.interval);
        let rank = self.ranking.ranks.get(at).copied().flatten();
        let class = self.shading.words_of(at).map(str::to_owned);
        let status = self.differences.get(at).map_or("no-value", |d| d.key());
        vec![
            ("value", number(row.and_then(|row| row.value.number()))),
            (
                "unit",
                Fact::Text(quantity::gap_unit_name(subject.unit).to_owned()),
            ),
            (
                "period",
                Fact::Text(format!("{} to {}", self.since[0], self.until[0])),
            ),
            ("status", Fact::Text(status.to_owned())),
            ("rank", Fact::number(rank.map(|rank| rank as f64), 0)),
            ("before", of(&self.before)),
            ("after", of(&self.after)),
            (
                "interval_low",
                number(interval.map(|interval| interval.low)),
            ),
            (
                "interval_high",
                number(interval.map(|interval| interval.high)),
            ),
            ("class", class.map_or(Fact::Absent, Fact::Text)),
        ]
    }

    fn notes(&self) -> Vec<String> {
        let subject = &self.figures.subject;
        let noise = match self.noise {
            Noise::Published => "A change is clear where its 95% interval, from the two published ones, does not cover zero.".to_owned(),
            Noise::LeastChange(least) => format!(
                "No intervals are published; a change is called clear from {} on, since rounding and revision explain less.",
                quantity::gap_spoken(least, subject.unit, subject.decimals)
            ),
            Noise::RoundedTo(_) => "A change is clear where rounding cannot explain it; other errors are not known.".to_owned(),
            Noise::Jobs => format!(
                "Jobs come from a survey. A change is clear where it is more than the survey’s noise for so many jobs; with fewer than {} jobs none is shown.",
                quantity::plain(FEWEST_JOBS, 0)
            ),
        };
        let mut notes = self.figures.notes();
        notes.push(noise);
        notes
    }

    fn file_word(&self) -> &'static str {
        "change"
    }
}
