//! Hot and cold spots: where like values lie together more than chance would have it.

use super::patterns::fault_words;
use super::{Atlas, Fact, KeyEntry, MapFigures, Ranking, Shading, Story, full_name, level_words};
use crate::area::Level;
use crate::chart::area_map::{Cluster as Spot, Fill};
use crate::order;
use crate::quantity::{self, Value};
use crate::stats::autocorrelation::{
    Cluster, Clusters, FEWEST_TO_TEST, Lisa, Neighbours, NoAutocorrelation, Trial,
};

/// The test of all areas against chance, in steps: in a worker, or between two pictures.
#[derive(Clone, Debug)]
pub struct ClusterRun(Lisa);

impl ClusterRun {
    /// Prepares the test of a map's figures, with the neighbours of each row. The same figures
    /// always give the same clusters.
    ///
    /// # Errors
    /// [`NoAutocorrelation`] when there are too few figures, or all are equal.
    pub fn new(figures: &MapFigures, neighbours: &Neighbours) -> Result<Self, NoAutocorrelation> {
        Lisa::new(&figures.numbers(), neighbours, Trial::default()).map(Self)
    }

    /// Tests some areas more; says which share is done, 0 to 1.
    pub fn advance(&mut self, areas: usize) -> f64 {
        self.0.advance(areas);
        match self.0.to_test() {
            0 => 1.0,
            all => self.0.tested() as f64 / all as f64,
        }
    }

    /// Tests what is left and gives the clusters.
    #[must_use]
    pub fn finish(self) -> Clusters {
        self.0.finish()
    }
}

impl Atlas {
    /// The kind of each area as worked out when the pack was made, in ascending order of code;
    /// none where nothing is packed for that level and period.
    #[must_use]
    pub fn clusters(&self, slug: &str, level: Level, period: &str) -> Option<Vec<Option<Cluster>>> {
        let letters = self.small.cluster_letters(slug, level, period)?;
        Some(kinds(letters))
    }
}

/// Clusters as one letter for each area, as a pack and a worker's answer hold them.
#[must_use]
pub fn letters(clusters: &Clusters) -> String {
    let areas = clusters.areas.iter();
    let letter = |kind: Cluster| {
        let own = LETTERS.iter().find(|(own, _)| *own == kind);
        own.map_or(LEFT_OUT, |(_, letter)| *letter)
    };
    areas
        .map(|area| area.map_or(LEFT_OUT, |local| letter(local.kind)))
        .collect()
}

/// The kind of each area from its letter; none for areas that are left out.
#[must_use]
pub fn kinds(letters: &str) -> Vec<Option<Cluster>> {
    let kind = |letter: char| {
        let own = LETTERS.iter().find(|(_, own)| *own == letter);
        own.map(|(kind, _)| *kind)
    };
    letters.chars().map(kind).collect()
}

const LETTERS: [(Cluster, char); 5] = [
    (Cluster::HighHigh, 'H'),
    (Cluster::LowLow, 'L'),
    (Cluster::HighLow, 'h'),
    (Cluster::LowHigh, 'l'),
    (Cluster::NotClear, '-'),
];
/// An area without a figure, or without a neighbour that has one.
const LEFT_OUT: char = '.';

/// The map of hot and cold spots.
#[derive(Clone, Debug, PartialEq)]
pub struct Spots {
    figures: MapFigures,
    ranking: Ranking,
    shading: Shading,
    kinds: Vec<Option<Cluster>>,
}

impl Spots {
    /// The map of figures and the kind of each row: from a [`ClusterRun`] or from [`kinds`].
    #[must_use]
    pub fn new(figures: MapFigures, kinds: Vec<Option<Cluster>>) -> Self {
        Self {
            ranking: Ranking::of(&figures),
            shading: shading(&figures, &kinds),
            figures,
            kinds,
        }
    }

    /// The map of figures that cannot be tested, with the reason as [`ClusterRun::new`] gave it.
    #[must_use]
    pub fn untold(figures: MapFigures, fault: NoAutocorrelation) -> Self {
        Self {
            ranking: Ranking::of(&figures),
            shading: figures.unshaded(fault_words(&figures, fault)),
            kinds: Vec::new(),
            figures,
        }
    }

    /// The kind of each row.
    #[must_use]
    pub fn kinds(&self) -> &[Option<Cluster>] {
        &self.kinds
    }

    fn kind(&self, at: usize) -> Option<Cluster> {
        self.kinds.get(at).copied().flatten()
    }

    fn count(&self, kind: Cluster) -> usize {
        let own = self.kinds.iter().filter(|own| **own == Some(kind));
        own.count()
    }

    /// The one or two districts that hold at least half of the hot spots.
    fn hot_districts(&self) -> Option<String> {
        const FEWEST: usize = 5;
        let hot = self.count(Cluster::HighHigh);
        if self.figures.level == Level::District || hot < FEWEST {
            return None;
        }
        let mut by_district: Vec<(&str, usize)> = Vec::new();
        for (row, kind) in self.figures.rows.iter().zip(&self.kinds) {
            if *kind != Some(Cluster::HighHigh) {
                continue;
            }
            let known = by_district
                .iter_mut()
                .find(|(name, _)| *name == row.district);
            match known {
                Some((_, count)) => *count += 1,
                None => by_district.push((&row.district, 1)),
            }
        }
        order::sort_by(&mut by_district, |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        match by_district.as_slice() {
            [(name, most), ..] if most * 2 > hot => Some(format!("Most hot spots are in {name}")),
            [(one, most), (two, next), ..] if (most + next) * 2 > hot => {
                Some(format!("Most hot spots are in {one} and {two}"))
            }
            _ => None,
        }
    }
}

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

fn shading(figures: &MapFigures, kinds: &[Option<Cluster>]) -> Shading {
    let known = kinds.iter().flatten().count();
    let trouble = match (known, figures.rows.len() == kinds.len()) {
        (_, false) => Some(format!(
            "The clusters are not of these {}, so they cannot be shown.",
            level_words(figures.level, 2)
        )),
        (0, _) => Some("No area has a figure to compare.".to_owned()),
        (known, _) if known < FEWEST_TO_TEST => Some(format!(
            "{} {} too few to tell clusters from chance; {FEWEST_TO_TEST} are needed.",
            figures.areas_words(known),
            if known == 1 { "is" } else { "are" },
        )),
        _ => None,
    };
    if let Some(trouble) = trouble {
        return figures.unshaded(trouble);
    }
    let rows = figures.rows.iter().zip(kinds);
    let fills: Vec<Fill> = rows.map(|(row, kind)| fill(row.value, *kind)).collect();
    let count = |fill: Fill| fills.iter().filter(|own| **own == fill).count();
    let entry = |fill: Fill, words: &str| KeyEntry {
        count: count(fill),
        words: words.to_owned(),
        range: None,
        fill,
    };
    let of_kind = |kind: &Cluster| entry(fill_of(*kind), kind_words(Some(*kind)));
    let mut key: Vec<KeyEntry> = Cluster::ALL.iter().map(of_kind).collect();
    if count(Fill::NoClass) > 0 {
        key.push(entry(Fill::NoClass, kind_words(None)));
    }
    let gaps = figures.key_of_gaps();
    key.extend(gaps.into_iter().filter(|entry| entry.fill != Fill::NoClass));
    Shading {
        fills,
        uncertain: Vec::new(),
        key,
        classes: None,
        trouble: None,
    }
}

const fn fill(value: Value, kind: Option<Cluster>) -> Fill {
    match (value, kind) {
        (Value::Missing, _) => Fill::Missing,
        (Value::Suppressed, _) => Fill::Suppressed,
        (Value::Undefined, _) | (_, None) => Fill::NoClass,
        (Value::Number(_), Some(kind)) => fill_of(kind),
    }
}

const fn fill_of(kind: Cluster) -> Fill {
    Fill::Cluster(match kind {
        Cluster::HighHigh => Spot::HighHigh,
        Cluster::LowLow => Spot::LowLow,
        Cluster::HighLow => Spot::HighLow,
        Cluster::LowHigh => Spot::LowHigh,
        Cluster::NotClear => Spot::None,
    })
}

const fn kind_words(kind: Option<Cluster>) -> &'static str {
    match kind {
        Some(Cluster::HighHigh) => "hot spot: high, and so are the areas around",
        Some(Cluster::LowLow) => "cold spot: low, and so are the areas around",
        Some(Cluster::HighLow) => "high, among low areas",
        Some(Cluster::LowHigh) => "low, among high areas",
        Some(Cluster::NotClear) => "no clear cluster",
        None => "cannot be compared with the areas around",
    }
}

fn counted(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{} {what}s", quantity::count(count)),
    }
}
