//! What a challenge map shows: challenge, measure, level, classes, window, pins.
//!
//! The page holds it as the words of the link ([`MapChoices`]), so that the first view
//! does not carry what only the map understands; [`MapPage`] is the same, understood.

use super::{Choices, Keyed};
use crate::area::{AreaCode, Level};
use crate::quantity;
use crate::stats::breaks::Method;

/// The choices of a map.
pub type MapChoices = Choices<Choice>;

/// One thing that can be chosen about a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// Which challenge.
    Challenge,
    /// Which measure.
    Measure,
    /// At which level.
    Level,
    /// At which period.
    Period,
    /// The earlier period of a change.
    Since,
    /// How classes are drawn.
    Method,
    /// How many classes.
    Classes,
    /// Values, clusters, change, the reader's own index, or flows.
    Show,
    /// The second measure.
    Second,
    /// How the second measure is shown.
    Compare,
    /// The pinned area.
    Pin,
    /// The window on the map.
    Window,
    /// The weights of the reader's own index.
    Weights,
    /// Whether uncertain areas are faded.
    Fade,
    /// What an embedding page has fixed.
    Locked,
}

impl Choice {
    /// Every choice, in the order written.
    pub const ALL: [Self; 15] = [
        Self::Challenge,
        Self::Measure,
        Self::Level,
        Self::Period,
        Self::Since,
        Self::Method,
        Self::Classes,
        Self::Show,
        Self::Second,
        Self::Compare,
        Self::Pin,
        Self::Window,
        Self::Weights,
        Self::Fade,
        Self::Locked,
    ];
}

/// What a map shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapPage {
    /// The key of the challenge; the first when none is chosen.
    pub challenge: Option<String>,
    /// The slug of the measure; the challenge's own when none is chosen.
    pub measure: Option<String>,
    /// The level; the finest of the measure when none is chosen.
    pub level: Option<Level>,
    /// The period as published; the latest when none is chosen.
    pub period: Option<String>,
    /// The earlier period of a change as published; the first when none is chosen.
    pub since: Option<String>,
    /// How classes are drawn.
    pub method: MapMethod,
    /// How many classes, 2 to 7.
    pub classes: ClassCount,
    /// What the colours stand for.
    pub show: Show,
    /// The slug of the second measure.
    pub second: Option<String>,
    /// How the second measure is shown.
    pub compare: Compare,
    /// The pinned area.
    pub pin: Option<AreaCode>,
    /// The window; the whole place when none is chosen.
    pub window: Option<Window>,
    /// The weights of the reader's own index, slug by slug; the challenge's own when empty.
    pub weights: Vec<(String, i8)>,
    /// Whether areas whose interval spans classes are faded.
    pub is_faded: bool,
    /// Whether an embedding page has fixed measure, level and window.
    pub is_locked: bool,
}

/// How classes are drawn; natural breaks unless a reader chooses otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapMethod(pub Method);

impl Default for MapMethod {
    fn default() -> Self {
        Self(Method::FisherJenks)
    }
}

/// How many classes a map has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassCount(u8);

impl ClassCount {
    /// The numbers of classes an eye can tell apart.
    pub const RANGE: std::ops::RangeInclusive<u8> = 2..=7;

    /// A number of classes, if an eye can tell them apart.
    #[must_use]
    pub fn new(count: u8) -> Option<Self> {
        Self::RANGE.contains(&count).then_some(Self(count))
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Default for ClassCount {
    fn default() -> Self {
        Self(5)
    }
}

/// What the colours of a map stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// The measure's values in classes.
    #[default]
    Values,
    /// Where high and low values lie together.
    Clusters,
    /// The change between two periods.
    Change,
    /// The reader's own index.
    Index,
    /// Commuting as lines.
    Flows,
}

/// How a second measure is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compare {
    /// As points, one measure along each axis.
    #[default]
    Scatter,
    /// As a second map that moves with the first.
    Beside,
    /// Both in one map of three by three colours.
    Pair,
}

impl Keyed for Show {
    const ALL: &'static [Self] = &[
        Self::Values,
        Self::Clusters,
        Self::Change,
        Self::Index,
        Self::Flows,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Values => "values",
            Self::Clusters => "clusters",
            Self::Change => "change",
            Self::Index => "index",
            Self::Flows => "flows",
        }
    }
}

impl Keyed for Compare {
    const ALL: &'static [Self] = &[Self::Scatter, Self::Beside, Self::Pair];

    fn key(self) -> &'static str {
        match self {
            Self::Scatter => "scatter",
            Self::Beside => "beside",
            Self::Pair => "pair",
        }
    }
}

/// A window on the map, whatever the size of the screen: its middle and its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Degrees east of Greenwich of its middle.
    pub longitude_deg: f64,
    /// Degrees north of its middle.
    pub latitude_deg: f64,
    /// How much ground it shows from left to right, in kilometres.
    pub width_km: f64,
}

impl Window {
    /// The window as a link holds it: `-0.2043,51.9023,12.5`.
    #[must_use]
    pub fn words(&self) -> String {
        let Self {
            longitude_deg,
            latitude_deg,
            width_km,
        } = self;
        [
            quantity::plain(*longitude_deg, 4),
            quantity::plain(*latitude_deg, 4),
            quantity::plain(*width_km, 1),
        ]
        .join(",")
    }

    /// The window of a link's words; none unless it is one that a map can show.
    #[must_use]
    pub fn read(words: &str) -> Option<Self> {
        let mut numbers = words.split(',').map(|part| part.trim().parse::<f64>().ok());
        let mut next = |least: f64, most: f64| {
            let number = numbers.next().flatten();
            number.filter(|number| (least..=most).contains(number))
        };
        let window = Self {
            longitude_deg: next(-180.0, 180.0)?,
            latitude_deg: next(-90.0, 90.0)?,
            width_km: next(0.1, 2_000.0)?,
        };
        numbers.next().is_none().then_some(window)
    }
}

impl MapPage {
    /// Understands a link's words. What is not understood is left at its default and given
    /// back as a choice and the words.
    #[must_use]
    pub fn read(choices: &MapChoices) -> (Self, Vec<(Choice, String)>) {
        let mut page = Self::default();
        let mut refused = Vec::new();
        for (choice, words) in choices.iter() {
            if page.apply(choice, words).is_none() {
                refused.push((choice, words.to_owned()));
            }
        }
        (page, refused)
    }

    /// The words of a link, only where they differ from the default.
    #[must_use]
    pub fn write(&self) -> MapChoices {
        let mut choices = MapChoices::default();
        let default = Self::default();
        let mut put = |choice: Choice, differs: bool, words: String| {
            choices.set(choice, differs.then_some(words));
        };
        let mut slug = |choice: Choice, slug: &Option<String>| {
            put(choice, slug.is_some(), slug.clone().unwrap_or_default());
        };
        slug(Choice::Challenge, &self.challenge);
        slug(Choice::Measure, &self.measure);
        slug(
            Choice::Level,
            &self.level.map(|level| level.key().to_owned()),
        );
        slug(Choice::Period, &self.period);
        slug(Choice::Since, &self.since);
        slug(Choice::Second, &self.second);
        slug(Choice::Pin, &self.pin.as_ref().map(ToString::to_string));
        slug(Choice::Window, &self.window.as_ref().map(Window::words));
        let Self {
            method,
            classes,
            show,
            compare,
            ..
        } = *self;
        put(
            Choice::Method,
            method != default.method,
            method.0.key().to_owned(),
        );
        put(
            Choice::Classes,
            classes != default.classes,
            classes.get().to_string(),
        );
        put(Choice::Show, show != default.show, show.key().to_owned());
        put(
            Choice::Compare,
            compare != default.compare,
            compare.key().to_owned(),
        );
        let weights = self.weights.iter();
        let weights: Vec<String> = weights
            .map(|(slug, weight)| format!("{slug}:{weight}"))
            .collect();
        put(Choice::Weights, !weights.is_empty(), weights.join(","));
        put(Choice::Fade, self.is_faded, YES.to_owned());
        put(Choice::Locked, self.is_locked, YES.to_owned());
        choices
    }

    fn apply(&mut self, choice: Choice, words: &str) -> Option<()> {
        let text = || is_slug(words).then(|| words.to_owned());
        match choice {
            Choice::Challenge => self.challenge = Some(text()?),
            Choice::Measure => self.measure = Some(text()?),
            Choice::Level => self.level = Some(Level::from_key(words).filter(is_mapped)?),
            Choice::Period => self.period = Some(words.to_owned()),
            Choice::Since => self.since = Some(words.to_owned()),
            Choice::Method => self.method = MapMethod(Method::from_key(words)?),
            Choice::Classes => self.classes = ClassCount::new(words.parse().ok()?)?,
            Choice::Show => self.show = Show::from_key(words)?,
            Choice::Second => self.second = Some(text()?),
            Choice::Compare => self.compare = Compare::from_key(words)?,
            Choice::Pin => self.pin = Some(AreaCode::new(words).ok()?),
            Choice::Window => self.window = Some(Window::read(words)?),
            Choice::Weights => self.weights = weights(words)?,
            Choice::Fade => self.is_faded = (words == YES).then_some(true)?,
            Choice::Locked => self.is_locked = (words == YES).then_some(true)?,
        }
        Some(())
    }
}

/// How a link says that something is so.
const YES: &str = "yes";
/// More weights than this is no index that a person has made.
const MOST_WEIGHTS: usize = 24;

fn is_mapped(level: &Level) -> bool {
    matches!(level, Level::District | Level::Msoa | Level::Lsoa)
}

fn is_slug(words: &str) -> bool {
    let is_own = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !words.is_empty() && words.len() <= 80 && words.chars().all(is_own)
}

/// `slug:3,slug:-2`: weights from -10 to 10, each slug once.
fn weights(words: &str) -> Option<Vec<(String, i8)>> {
    let mut weights: Vec<(String, i8)> = Vec::new();
    for part in words.split(',') {
        let (slug, weight) = part.split_once(':')?;
        let weight: i8 = weight
            .parse()
            .ok()
            .filter(|weight| (-10..=10).contains(weight))?;
        let is_new = weights.iter().all(|(own, _)| own != slug);
        if !is_slug(slug) || !is_new || weights.len() == MOST_WEIGHTS {
            return None;
        }
        weights.push((slug.to_owned(), weight));
    }
    Some(weights)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn choices(pairs: &[(Choice, &str)]) -> MapChoices {
        let mut choices = MapChoices::default();
        for (choice, words) in pairs {
            choices.set(*choice, Some((*words).to_owned()));
        }
        choices
    }

    #[test]
    fn what_is_written_reads_back() {
        let page = MapPage {
            challenge: Some("skills".to_owned()),
            measure: Some("imd-2025-score".to_owned()),
            level: Some(Level::Lsoa),
            period: Some("2025".to_owned()),
            since: Some("2015".to_owned()),
            method: MapMethod(Method::Quantile),
            classes: ClassCount::new(7).unwrap(),
            show: Show::Clusters,
            second: Some("aged-65-and-over-share".to_owned()),
            compare: Compare::Pair,
            pin: AreaCode::new("E01023289").ok(),
            window: Window::read("-0.2043,51.9023,12.5"),
            weights: vec![("imd-2025-income".to_owned(), -3), ("a".to_owned(), 10)],
            is_faded: true,
            is_locked: true,
        };
        let (read, refused) = MapPage::read(&page.write());
        assert_eq!(read, page);
        assert!(refused.is_empty());
        assert_eq!(MapPage::default().write(), MapChoices::default());
    }

    #[test]
    fn what_is_not_understood_is_given_back_and_the_rest_honoured() {
        let wrong = [
            (Choice::Challenge, "No Such Thing"),
            (Choice::Measure, "imd-2025-score"),
            (Choice::Level, "ward"),
            (Choice::Method, "jenks"),
            (Choice::Classes, "8"),
            (Choice::Pin, "Bedwell"),
            (Choice::Window, "0,51"),
            (Choice::Weights, "a:1,a:2"),
            (Choice::Locked, "1"),
        ];
        let (page, refused) = MapPage::read(&choices(&wrong));
        assert_eq!(page.measure.as_deref(), Some("imd-2025-score"));
        assert_eq!(refused.len(), wrong.len() - 1);
        assert_eq!(
            page,
            MapPage {
                measure: page.measure.clone(),
                ..MapPage::default()
            }
        );
    }

    #[test]
    fn a_window_is_one_that_a_map_can_show() {
        for words in [
            "", "1,2", "1,2,3,4", "nan,51,3", "0,51,0", "0,91,5", "0,51,1e9",
        ] {
            assert_eq!(Window::read(words), None, "{words}");
        }
        let window = Window::read("-0.5, 51.75, 30").unwrap();
        assert_eq!(window.words(), "-0.5000,51.7500,30.0");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_words_are_read_or_given_back(words in ".{0,60}") {
            let all = [
                Choice::Challenge, Choice::Level, Choice::Classes, Choice::Window, Choice::Weights,
            ];
            for choice in all {
                let (page, refused) = MapPage::read(&choices(&[(choice, &words)]));
                let (again, _) = MapPage::read(&page.write());
                prop_assert_eq!(&again.write(), &page.write());
                prop_assert!(refused.len() <= 1);
            }
        }
    }
}
