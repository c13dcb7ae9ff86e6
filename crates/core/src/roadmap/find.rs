//! Finding actions: words typed, choices made, and the order they stand in.

use crate::area::AreaCode;
use crate::data::roadmap::{Action, DigitalTheme, Horizon, OwnerKind, Roadmap, Stage};
use crate::data::{Foundation, GrandChallenge};
use crate::order;
use crate::page::roadmap::{ActionSort, RoadmapPage};

/// What an action must be to be listed; what is not chosen lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all stand somewhere in it.
    pub words: String,
    /// Its foundation.
    pub foundation: Option<Foundation>,
    /// One of its Grand Challenges.
    pub grand_challenge: Option<GrandChallenge>,
    /// One of its digital themes.
    pub theme: Option<DigitalTheme>,
    /// A district that it is about; actions for the whole place are about every district.
    pub place: Option<AreaCode>,
    /// What kind of body would lead.
    pub owner_kind: Option<OwnerKind>,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// When it would be done.
    pub horizon: Option<Horizon>,
}

/// Every action's words, made ready once so that each search only looks.
#[derive(Clone, Debug)]
pub struct Finder {
    words: Vec<String>,
}

impl Finder {
    /// Makes the words of a list of actions ready.
    #[must_use]
    pub fn new(actions: &[Action]) -> Self {
        let words = |own: &Action| {
            let partners = own.partners.join(" ");
            let all = [
                &*own.title,
                &own.what,
                &own.why,
                &own.owner,
                &partners,
                &own.barrier,
                &own.id,
            ];
            folded(&all.join(" "))
        };
        Self {
            words: actions.iter().map(words).collect(),
        }
    }

    /// The positions of actions that a filter lets through, in order; `actions` is the list that
    /// the finder was made of.
    #[must_use]
    pub fn find(&self, actions: &[Action], filter: &Filter, sort: ActionSort) -> Vec<usize> {
        let typed = folded(&filter.words);
        let typed: Vec<&str> = typed.split_whitespace().collect();
        let all = (0..).zip(actions.iter().zip(&self.words));
        let found = all.filter(|(_, (own, words))| {
            filter.lets_through(own) && typed.iter().all(|word| words.contains(word))
        });
        let mut found: Vec<usize> = found.map(|(position, _)| position).collect();
        let at = |position: usize| actions.get(position);
        match sort {
            ActionSort::Roadmap => {}
            ActionSort::Horizon => {
                order::sort_by_key(&mut found, |&own| at(own).map(|own| own.horizon));
            }
            ActionSort::Stage => order::sort_by_key(&mut found, |&own| {
                at(own).map(|own| std::cmp::Reverse(along(own.stage)))
            }),
            ActionSort::Title => {
                order::sort_by(&mut found, |&a, &b| {
                    at(a)
                        .map(|own| &own.title)
                        .cmp(&at(b).map(|own| &own.title))
                });
            }
        }
        found
    }
}

/// How far along a stage is; what was stopped is nowhere.
fn along(stage: Stage) -> u8 {
    match stage {
        Stage::Stopped => 0,
        Stage::Idea => 1,
        Stage::Proposed => 2,
        Stage::Agreed => 3,
        Stage::UnderWay => 4,
        Stage::Done => 5,
    }
}

impl Filter {
    /// What a page asks for, of a district if one is chosen.
    #[must_use]
    pub fn of(page: &RoadmapPage, place: Option<AreaCode>) -> Self {
        Self {
            words: page.words.clone(),
            foundation: page.foundation,
            grand_challenge: page.grand_challenge,
            theme: page.theme,
            place,
            owner_kind: page.owner_kind,
            stage: page.stage,
            horizon: page.horizon,
        }
    }

    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    fn lets_through(&self, own: &Action) -> bool {
        fn is<T: PartialEq + Copy>(chosen: Option<T>, own: T) -> bool {
            chosen.is_none_or(|chosen| chosen == own)
        }
        let has = |chosen: Option<GrandChallenge>| {
            chosen.is_none_or(|chosen| own.grand_challenges.contains(&chosen))
        };
        let is_here = |code: &AreaCode| own.places.is_empty() || own.places.contains(code);
        is(self.foundation, own.foundation)
            && has(self.grand_challenge)
            && self.theme.is_none_or(|theme| own.themes.contains(&theme))
            && self.place.as_ref().is_none_or(is_here)
            && is(self.owner_kind, own.owner_kind)
            && is(self.stage, own.stage)
            && is(self.horizon, own.horizon)
    }
}

impl Roadmap {
    /// A finder of its own actions.
    #[must_use]
    pub fn finder(&self) -> Finder {
        Finder::new(&self.actions)
    }
}

/// Small letters, and a straight apostrophe for a bent one, as people type.
fn folded(words: &str) -> String {
    words.to_lowercase().replace('’', "'")
}
