//! The link: a page as the query of an address, and back.
//!
//! Only differences from the default are written, after the version of the link's
//! own grammar. Whatever a link asks for that is not here is told to the reader
//! as plain text, and the rest of the link is honoured. Keys that are not ours
//! (other sites add their own) are left alone.

use std::fmt;

use serde::Serialize;

use crate::area::AreaCode;
use crate::data::Dataset;
use crate::page::{
    Choice, Keyed, Mode, Page, RoadmapChoice, ScenarioChoice, SectorChoice, TextSize, ThemeChoice,
    View,
};

/// The version of the grammar that is written.
const VERSION: u32 = 1;
/// Longer queries are cut: no page needs more.
const MOST_BYTES: usize = 4_000;

/// The names of everything a link can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Version,
    View,
    Area,
    Figure,
    Mode,
    Theme,
    Text,
    Map(Choice),
    Sectors(SectorChoice),
    Scenarios(ScenarioChoice),
    Roadmap(RoadmapChoice),
}

impl Key {
    const FIXED: [Self; 7] = [
        Self::Version,
        Self::View,
        Self::Area,
        Self::Figure,
        Self::Mode,
        Self::Theme,
        Self::Text,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Version => "v",
            Self::View => "view",
            Self::Area => "area",
            Self::Figure => "figure",
            Self::Mode => "mode",
            Self::Theme => "theme",
            Self::Text => "text",
            Self::Map(Choice::Challenge) => "challenge",
            Self::Map(Choice::Measure) => "measure",
            Self::Map(Choice::Level) => "level",
            Self::Map(Choice::Period) => "period",
            Self::Map(Choice::Since) => "since",
            Self::Map(Choice::Method) => "method",
            Self::Map(Choice::Classes) => "classes",
            Self::Map(Choice::Show) => "show",
            Self::Map(Choice::Second) => "with",
            Self::Map(Choice::Compare) => "compare",
            Self::Map(Choice::Pin) => "pin",
            Self::Map(Choice::Window) => "at",
            Self::Map(Choice::Weights) => "weights",
            Self::Map(Choice::Fade) => "fade",
            Self::Map(Choice::Locked) => "locked",
            Self::Sectors(SectorChoice::Part) => "part",
            Self::Sectors(SectorChoice::Rows) => "rows",
            Self::Sectors(SectorChoice::Against) => "against",
            Self::Sectors(SectorChoice::Year) => "year",
            Self::Sectors(SectorChoice::From) => "from",
            Self::Sectors(SectorChoice::OutputFrom) => "output-from",
            Self::Sectors(SectorChoice::OutputTo) => "output-to",
            Self::Sectors(SectorChoice::Order) => "order",
            Self::Sectors(SectorChoice::Sector) => "sector",
            Self::Sectors(SectorChoice::Beside) => "beside",
            Self::Sectors(SectorChoice::Agencies) => "agencies",
            Self::Sectors(SectorChoice::Rent) => "rent",
            Self::Scenarios(ScenarioChoice::Future) => "future",
            Self::Scenarios(ScenarioChoice::Levers) => "levers",
            Self::Scenarios(ScenarioChoice::Shifts) => "shifts",
            Self::Scenarios(ScenarioChoice::Part) => "see",
            Self::Scenarios(ScenarioChoice::Year) => "in",
            Self::Scenarios(ScenarioChoice::Outcome) => "outcome",
            Self::Scenarios(ScenarioChoice::Chart) => "chart",
            Self::Scenarios(ScenarioChoice::Target) => "target",
            Self::Scenarios(ScenarioChoice::Beside) => "futures",
            Self::Scenarios(ScenarioChoice::Panel) => "panel",
            Self::Scenarios(ScenarioChoice::Model) => "model",
            Self::Roadmap(RoadmapChoice::Part) => "roadmap",
            Self::Roadmap(RoadmapChoice::Action) => "action",
            Self::Roadmap(RoadmapChoice::About) => "about",
            Self::Roadmap(RoadmapChoice::Words) => "find",
            Self::Roadmap(RoadmapChoice::Foundation) => "foundation",
            Self::Roadmap(RoadmapChoice::GrandChallenge) => "grand-challenge",
            Self::Roadmap(RoadmapChoice::Theme) => "digital-theme",
            Self::Roadmap(RoadmapChoice::Owner) => "owner",
            Self::Roadmap(RoadmapChoice::Stage) => "stage",
            Self::Roadmap(RoadmapChoice::Horizon) => "horizon",
            Self::Roadmap(RoadmapChoice::Sort) => "sort",
            Self::Roadmap(RoadmapChoice::Story) => "story",
            Self::Roadmap(RoadmapChoice::Step) => "step",
            Self::Roadmap(RoadmapChoice::Years) => "years",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        let map = Choice::ALL.into_iter().map(Self::Map);
        let sectors = SectorChoice::ALL.into_iter().map(Self::Sectors);
        let roadmap = RoadmapChoice::ALL.into_iter().map(Self::Roadmap);
        let scenarios = ScenarioChoice::ALL.into_iter().map(Self::Scenarios);
        let mut all = Self::FIXED
            .into_iter()
            .chain(map)
            .chain(sectors)
            .chain(scenarios)
            .chain(roadmap);
        all.find(|key| key.name() == name)
    }
}

/// Something a link asked for that could not be honoured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A place that is not in this pack.
    UnknownPlace(String),
    /// A figure that is not in this pack.
    UnknownFigure(String),
    /// A view that is not here, or not yet.
    UnknownView(String),
    /// A layout, a colour scheme or a text size that is not here.
    UnknownChoice {
        /// The name of the choice.
        name: &'static str,
        /// What was asked for.
        asked: String,
    },
    /// A link made by a later version.
    LaterVersion(String),
    /// A link so long that its end was left unread.
    TooLong,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownPlace(asked) => {
                write!(
                    f,
                    "This link asked for a place that is not here: “{asked}”. The whole county is shown."
                )
            }
            Self::UnknownFigure(asked) => {
                write!(
                    f,
                    "This link asked for a figure that is not here: “{asked}”. The first figure is shown."
                )
            }
            Self::UnknownView(asked) => {
                write!(
                    f,
                    "This link asked for a page that is not here: “{asked}”. The overview is shown."
                )
            }
            Self::UnknownChoice { name, asked } => {
                write!(
                    f,
                    "This link asked for a {name} that is not here: “{asked}”. The usual one is used."
                )
            }
            Self::LaterVersion(asked) => write!(
                f,
                "This link was made by a later version (“{asked}”). What could be understood is shown."
            ),
            Self::TooLong => f.write_str(
                "This link was too long to be read to its end. What could be read is shown.",
            ),
        }
    }
}

/// Reads the query of an address, with or without its question mark.
///
/// Never fails: what cannot be honoured is in the notices.
#[must_use]
pub fn read(query: &str, dataset: &Dataset) -> (Page, Vec<Notice>) {
    let mut page = Page::default();
    let mut notices = Vec::new();
    let query = query.strip_prefix('?').unwrap_or(query);
    let bytes = query.as_bytes();
    let bytes = bytes.get(..MOST_BYTES).unwrap_or(bytes);
    if bytes.len() < query.len() {
        notices.push(Notice::TooLong);
    }
    let mut told: Vec<Key> = Vec::new();
    for (name, value) in form_urlencoded::parse(bytes) {
        let Some(key) = Key::from_name(&name) else {
            continue;
        };
        let notice = apply(key, &value, &mut page, dataset);
        // A key that stands many times is told once: a reader has one line, not hundreds.
        if let Some(notice) = notice.filter(|_| !told.contains(&key)) {
            told.push(key);
            notices.push(notice);
        }
    }
    (page, notices)
}

/// Reads the choices that need no data: enough to lay out the page before the
/// pack arrives.
#[must_use]
pub fn read_layout(query: &str) -> (Mode, Option<ThemeChoice>, TextSize) {
    let mut layout = (Mode::default(), None, TextSize::default());
    let query = query.strip_prefix('?').unwrap_or(query);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match Key::from_name(&name) {
            Some(Key::Mode) => layout.0 = Mode::from_key(&value).unwrap_or_default(),
            Some(Key::Theme) => layout.1 = ThemeChoice::from_key(&value),
            Some(Key::Text) => layout.2 = TextSize::from_key(&value).unwrap_or_default(),
            _ => {}
        }
    }
    layout
}

/// Writes a page as a query with its question mark; empty for the default page.
#[must_use]
pub fn write(page: &Page) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let default = Page::default();
    let mut put = |key: Key, differs: bool, value: &str| {
        if differs {
            query.append_pair(key.name(), value);
        }
    };
    put(Key::Version, *page != default, &VERSION.to_string());
    put(Key::View, page.view != default.view, page.view.key());
    put(
        Key::Area,
        page.area.is_some(),
        page.area.as_ref().map_or("", AreaCode::as_str),
    );
    put(
        Key::Figure,
        page.figure.is_some(),
        page.figure.as_deref().unwrap_or_default(),
    );
    put(Key::Mode, page.mode != default.mode, page.mode.key());
    put(
        Key::Theme,
        page.theme.is_some(),
        page.theme.map_or("", Keyed::key),
    );
    put(
        Key::Text,
        page.text_size != default.text_size,
        page.text_size.key(),
    );
    for (choice, words) in page.map.iter() {
        put(Key::Map(choice), true, words);
    }
    for (choice, words) in page.sectors.iter() {
        put(Key::Sectors(choice), true, words);
    }
    for (choice, words) in page.scenarios.iter() {
        put(Key::Scenarios(choice), true, words);
    }
    for (choice, words) in page.roadmap.iter() {
        put(Key::Roadmap(choice), true, words);
    }
    let query = query.finish();
    if query.is_empty() {
        query
    } else {
        format!("?{query}")
    }
}

/// What an embedded page tells its host: `{"type": "roadmap:height", "version": 1, "height_px": 640}`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct HeightMessage {
    #[serde(rename = "type")]
    kind: &'static str,
    version: u32,
    height_px: u32,
}

impl HeightMessage {
    /// The message for a content height in CSS pixels.
    #[must_use]
    pub const fn new(height_px: u32) -> Self {
        Self {
            kind: "roadmap:height",
            version: 1,
            height_px,
        }
    }

    /// As JSON text.
    #[must_use]
    pub fn to_json(self) -> String {
        serde_json::to_string(&self).unwrap_or_default()
    }
}

fn apply(key: Key, value: &str, page: &mut Page, dataset: &Dataset) -> Option<Notice> {
    match key {
        Key::Version => {
            return match value.parse::<u32>() {
                Ok(version) if version <= VERSION => None,
                Ok(_) => Some(Notice::LaterVersion(shortened(value))),
                Err(_) => Some(Notice::UnknownChoice {
                    name: "version",
                    asked: shortened(value),
                }),
            };
        }
        Key::View => match View::from_key(value) {
            Some(view) => page.view = view,
            None => return Some(Notice::UnknownView(shortened(value))),
        },
        Key::Area => match in_force(value, dataset).filter(|code| dataset.has_page(code)) {
            // The county is the default, so that it has one address only.
            Some(code) => page.area = (code != dataset.place.county).then_some(code),
            None => return Some(Notice::UnknownPlace(shortened(value))),
        },
        Key::Figure => match dataset
            .measure(value)
            .filter(|measure| dataset.series(&measure.slug).is_some())
        {
            Some(measure) => page.figure = Some(measure.slug.clone()),
            None => return Some(Notice::UnknownFigure(shortened(value))),
        },
        Key::Mode => match Mode::from_key(value) {
            Some(mode) => page.mode = mode,
            None => return unknown("layout", value),
        },
        Key::Theme => match ThemeChoice::from_key(value) {
            Some(theme) => page.theme = Some(theme),
            None => return unknown("colour scheme", value),
        },
        Key::Text => match TextSize::from_key(value) {
            Some(text_size) => page.text_size = text_size,
            None => return unknown("text size", value),
        },
        // Understood when its view is loaded, which tells the reader what it could not.
        Key::Map(choice) => page.map.set(choice, Some(value.to_owned())),
        Key::Sectors(choice) => page.sectors.set(choice, Some(value.to_owned())),
        Key::Scenarios(choice) => page.scenarios.set(choice, Some(value.to_owned())),
        Key::Roadmap(choice) => page.roadmap.set(choice, Some(value.to_owned())),
    }
    None
}

/// The code itself, or the one that replaced it.
fn in_force(value: &str, dataset: &Dataset) -> Option<AreaCode> {
    let code = AreaCode::new(value).ok()?;
    Some(dataset.retired.get(&code).cloned().unwrap_or(code))
}

fn unknown(name: &'static str, asked: &str) -> Option<Notice> {
    Some(Notice::UnknownChoice {
        name,
        asked: shortened(asked),
    })
}

fn shortened(asked: &str) -> String {
    const MOST_CHARS: usize = 60;
    let mut readable = asked.chars().filter(|c| !c.is_control() && !turns(*c));
    let mut shown: String = readable.by_ref().take(MOST_CHARS).collect();
    if readable.next().is_some() {
        shown.push('…');
    }
    shown
}

/// Marks that turn the direction of the text after them, and with it the words of the notice.
const fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
