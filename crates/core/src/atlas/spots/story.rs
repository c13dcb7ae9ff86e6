//! Hot and cold spots in words.

use super::Spots;
use super::fills::kind_words;
use crate::atlas::{Fact, MapFigures, Ranking, Shading, Story, full_name};
use crate::quantity;
use crate::stats::autocorrelation::Cluster;

impl Story for Spots {
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
        if self.shading.trouble.is_some() {
            return "No clusters can be told".to_owned();
        }
        let (hot, cold) = (self.count(Cluster::HighHigh), self.count(Cluster::LowLow));
        if hot + cold == 0 {
            return "No clear hot or cold spots".to_owned();
        }
        self.hot_districts().unwrap_or_else(|| {
            format!(
                "{} and {}",
                counted(hot, "hot spot"),
                counted(cold, "cold spot")
            )
        })
    }

    fn subtitle(&self) -> String {
        format!("{}: hot and cold spots", self.figures.subtitle())
    }

    fn sentence(&self) -> String {
        let areas = self.figures.areas_words(self.figures.rows.len());
        let subtitle = self.figures.subtitle();
        if let Some(trouble) = &self.shading.trouble {
            return format!("A map of {areas}: {subtitle}. {trouble}");
        }
        let (hot, cold) = (self.count(Cluster::HighHigh), self.count(Cluster::LowLow));
        let odd = self.count(Cluster::HighLow) + self.count(Cluster::LowHigh);
        let odd = match odd {
            0 => String::new(),
            1 => ", 1 area unlike those around it".to_owned(),
            odd => format!(", {} areas unlike those around them", quantity::count(odd)),
        };
        format!(
            "A map of {areas}: where high and low values of {subtitle}, lie together. {} (high among high), {} (low among low){odd}; {} in no clear cluster. {SHARE_BY_CHANCE}",
            counted(hot, "hot spot"),
            counted(cold, "cold spot"),
            quantity::count(self.count(Cluster::NotClear)),
        )
    }

    fn value_words(&self, at: usize) -> String {
        let row = self.figures.rows.get(at);
        row.map_or_else(String::new, |row| self.figures.told(row.value))
    }

    fn standing_words(&self, at: usize) -> String {
        let standing = self.figures.standing_words(at, &self.ranking);
        match self.kind(at) {
            _ if self.shading.trouble.is_some() => standing,
            Some(kind) => [kind_words(Some(kind)), &standing].join("; "),
            None => standing,
        }
    }

    fn area_words(&self, at: usize) -> String {
        let Some(row) = self.figures.rows.get(at) else {
            return String::new();
        };
        let kind = match self.kind(at) {
            _ if self.shading.trouble.is_some() => String::new(),
            None if row.value.number().is_none() => String::new(),
            kind => format!("{}; ", kind_words(kind)),
        };
        let value = self.figures.figure_words(at, &self.ranking);
        format!("{}: {kind}{value}", full_name(row))
    }

    fn own_columns(&self) -> Vec<String> {
        let mut columns = vec!["Cluster".to_owned()];
        columns.extend(self.figures.value_columns());
        columns
    }

    fn own_cells(&self, at: usize) -> Vec<String> {
        let mut cells = vec![kind_words(self.kind(at)).to_owned()];
        cells.extend(self.figures.value_cells(at, &self.ranking));
        cells
    }

    fn own_facts(&self, at: usize) -> Vec<(&'static str, Fact)> {
        let key = self.kind(at).map(|kind| Fact::Text(kind.key().to_owned()));
        let mut facts = self.figures.value_facts(at, &self.ranking);
        facts.push(("class", key.unwrap_or(Fact::Absent)));
        facts
    }

    fn notes(&self) -> Vec<String> {
        let method = "Hot and cold spots by local Moran’s I: 9,999 permutations for each area, false discoveries held to 5% (Benjamini and Hochberg).";
        let mut notes = self.figures.notes();
        notes.push(method.to_owned());
        notes
    }

    fn file_word(&self) -> &'static str {
        "clusters"
    }
}

const SHARE_BY_CHANCE: &str = "On average at most 1 in 20 of the areas marked is so by chance.";

fn counted(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{} {what}s", quantity::count(count)),
    }
}
