//! What the view of the roadmap shows: part, action, what is looked for, story and step.
//!
//! The page holds it as the words of the link ([`RoadmapChoices`]); [`RoadmapPage`] is the same,
//! understood.

use super::years::Years;
use super::{Choices, Keyed};
use crate::data::roadmap::{DigitalTheme, Horizon, OwnerKind, Stage};
use crate::data::{Foundation, GrandChallenge};

/// The choices of the view of the roadmap.
pub type RoadmapChoices = Choices<RoadmapChoice>;

/// One thing that can be chosen about the roadmap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoadmapChoice {
    /// Which part is shown.
    Part,
    /// The one action.
    Action,
    /// What actions, claims or milestones have to do with.
    About,
    /// Words that actions must hold.
    Words,
    /// Their foundation.
    Foundation,
    /// Their Grand Challenge.
    GrandChallenge,
    /// Their digital theme.
    Theme,
    /// What kind of body would lead.
    Owner,
    /// How far they have come.
    Stage,
    /// When they would be done.
    Horizon,
    /// What they stand in order by.
    Sort,
    /// The one story.
    Story,
    /// Its step, from 1; none reads it as a page.
    Step,
    /// The years of the timeline in sight.
    Years,
}

impl RoadmapChoice {
    /// Every choice, in the order written.
    pub const ALL: [Self; 14] = [
        Self::Part,
        Self::Action,
        Self::About,
        Self::Words,
        Self::Foundation,
        Self::GrandChallenge,
        Self::Theme,
        Self::Owner,
        Self::Stage,
        Self::Horizon,
        Self::Sort,
        Self::Story,
        Self::Step,
        Self::Years,
    ];
}

/// A part of the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RoadmapPart {
    /// Foundations by Grand Challenges: the door.
    #[default]
    Matrix,
    /// The actions, or one of them.
    Actions,
    /// Claims, papers and what nobody has shown.
    Evidence,
    /// What happened when, and what is ahead.
    Timeline,
    /// Guided tours.
    Stories,
    /// Problems to buy an answer to, and the workshop's entries.
    Workshop,
}

impl Keyed for RoadmapPart {
    const ALL: &'static [Self] = &[
        Self::Matrix,
        Self::Actions,
        Self::Evidence,
        Self::Timeline,
        Self::Stories,
        Self::Workshop,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Actions => "actions",
            Self::Evidence => "evidence",
            Self::Timeline => "timeline",
            Self::Stories => "stories",
            Self::Workshop => "workshop",
        }
    }
}

/// What actions stand in order by; equals keep the roadmap's order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActionSort {
    /// As the roadmap has them: by foundation.
    #[default]
    Roadmap,
    /// The soonest first.
    Horizon,
    /// The furthest along first.
    Stage,
    /// By title.
    Title,
}

impl Keyed for ActionSort {
    const ALL: &'static [Self] = &[Self::Roadmap, Self::Horizon, Self::Stage, Self::Title];

    fn key(self) -> &'static str {
        match self {
            Self::Roadmap => "foundation",
            Self::Horizon => "horizon",
            Self::Stage => "stage",
            Self::Title => "title",
        }
    }
}

impl ActionSort {
    /// In words.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Roadmap => "By foundation",
            Self::Horizon => "Soonest first",
            Self::Stage => "Furthest along first",
            Self::Title => "By title",
        }
    }
}

/// What the view of the roadmap shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoadmapPage {
    /// Which part.
    pub part: RoadmapPart,
    /// The id of the one action.
    pub action: Option<String>,
    /// The key of what things have to do with, as a node of the roadmap's graph.
    pub about: Option<String>,
    /// Words typed.
    pub words: String,
    /// A foundation.
    pub foundation: Option<Foundation>,
    /// A Grand Challenge.
    pub grand_challenge: Option<GrandChallenge>,
    /// A digital theme.
    pub theme: Option<DigitalTheme>,
    /// A kind of owner.
    pub owner_kind: Option<OwnerKind>,
    /// A stage.
    pub stage: Option<Stage>,
    /// A horizon.
    pub horizon: Option<Horizon>,
    /// The order.
    pub sort: ActionSort,
    /// The key of the one story.
    pub story: Option<String>,
    /// Its step, from 1; 0 while the reader records one.
    pub step: Option<u16>,
    /// The years of the timeline in sight; none shows all.
    pub years: Option<Years>,
}

impl RoadmapPage {
    /// Understands a link's words. What is not understood is left at its default and given
    /// back as a choice and the words.
    #[must_use]
    pub fn read(choices: &RoadmapChoices) -> (Self, Vec<(RoadmapChoice, String)>) {
        let mut page = Self::default();
        let mut refused = Vec::new();
        for (choice, words) in choices.iter() {
            if page.apply(choice, words).is_none() {
                refused.push((choice, words.to_owned()));
            }
        }
        (page, refused)
    }

    fn apply(&mut self, choice: RoadmapChoice, words: &str) -> Option<()> {
        let own = || Some(words.to_owned());
        match choice {
            RoadmapChoice::Part => self.part = RoadmapPart::from_key(words)?,
            RoadmapChoice::Action => self.action = own(),
            RoadmapChoice::About => self.about = own(),
            RoadmapChoice::Words => words.clone_into(&mut self.words),
            RoadmapChoice::Foundation => self.foundation = Some(Foundation::from_key(words)?),
            RoadmapChoice::GrandChallenge => {
                self.grand_challenge = Some(GrandChallenge::from_key(words)?);
            }
            RoadmapChoice::Theme => self.theme = Some(DigitalTheme::from_key(words)?),
            RoadmapChoice::Owner => self.owner_kind = Some(OwnerKind::from_key(words)?),
            RoadmapChoice::Stage => self.stage = Some(Stage::from_key(words)?),
            RoadmapChoice::Horizon => self.horizon = Some(Horizon::from_key(words)?),
            RoadmapChoice::Sort => self.sort = ActionSort::from_key(words)?,
            RoadmapChoice::Story => self.story = own(),
            RoadmapChoice::Step => self.step = Some(words.parse().ok()?),
            RoadmapChoice::Years => self.years = Some(Years::from_key(words)?),
        }
        Some(())
    }

    /// The step of a story that is being recorded.
    pub const RECORDING: u16 = 0;

    /// The words of a link that leads on from another: whoever records a story goes on recording.
    #[must_use]
    pub fn write_after(&self, before: &RoadmapChoices) -> RoadmapChoices {
        let mut choices = self.write();
        let step = Self::RECORDING.to_string();
        if before.get(RoadmapChoice::Step) == Some(&*step) {
            for choice in [RoadmapChoice::Story, RoadmapChoice::Step] {
                choices.set(choice, before.get(choice).map(str::to_owned));
            }
        }
        choices
    }

    /// The words of a link, only where they differ from the default.
    #[must_use]
    pub fn write(&self) -> RoadmapChoices {
        let mut choices = RoadmapChoices::default();
        let default = Self::default();
        let keyed = |differs: bool, key: &str| differs.then(|| key.to_owned());
        let key = |key: Option<&'static str>| key.map(str::to_owned);
        let words = [
            keyed(self.part != default.part, self.part.key()),
            self.action.clone(),
            self.about.clone(),
            keyed(!self.words.is_empty(), &self.words),
            key(self.foundation.map(Foundation::key)),
            key(self.grand_challenge.map(GrandChallenge::key)),
            key(self.theme.map(DigitalTheme::key)),
            key(self.owner_kind.map(OwnerKind::key)),
            key(self.stage.map(Stage::key)),
            key(self.horizon.map(Horizon::key)),
            keyed(self.sort != default.sort, self.sort.key()),
            self.story.clone(),
            self.step.map(|step| step.to_string()),
            self.years.map(Years::key),
        ];
        for (choice, words) in RoadmapChoice::ALL.into_iter().zip(words) {
            choices.set(choice, words);
        }
        choices
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_goes_both_ways() {
        let page = RoadmapPage {
            part: RoadmapPart::Actions,
            action: Some("visit".to_owned()),
            about: Some("lever.housing".to_owned()),
            words: "heat & homes".to_owned(),
            foundation: Some(Foundation::Places),
            grand_challenge: Some(GrandChallenge::CleanGrowth),
            theme: Some(DigitalTheme::Skills),
            owner_kind: Some(OwnerKind::Council),
            stage: Some(Stage::Agreed),
            horizon: Some(Horizon::Beyond),
            sort: ActionSort::Title,
            story: Some("homes".to_owned()),
            step: Some(3),
            years: Years::from_key("2017..2020"),
        };
        assert_eq!(page.write().iter().count(), RoadmapChoice::ALL.len());
        assert_eq!(RoadmapPage::read(&page.write()), (page, Vec::new()));
        assert_eq!(RoadmapPage::default().write(), RoadmapChoices::default());
    }

    #[test]
    fn what_is_not_understood_is_given_back() {
        let mut choices = RoadmapChoices::default();
        choices.set(RoadmapChoice::Stage, Some("dreamt".to_owned()));
        choices.set(RoadmapChoice::Step, Some("first".to_owned()));
        let (page, refused) = RoadmapPage::read(&choices);
        assert_eq!(page, RoadmapPage::default());
        assert_eq!(refused.len(), 2);
    }

    #[test]
    fn recording_goes_on_wherever_the_reader_goes() {
        let recording = RoadmapPage {
            story: Some("own".to_owned()),
            step: Some(RoadmapPage::RECORDING),
            ..RoadmapPage::default()
        };
        let next = RoadmapPage {
            part: RoadmapPart::Evidence,
            ..RoadmapPage::default()
        };
        let (read, refused) = RoadmapPage::read(&next.write_after(&recording.write()));
        assert_eq!(refused, Vec::new());
        assert_eq!((read.story, read.step), (recording.story.clone(), Some(0)));
        assert_eq!(read.part, RoadmapPart::Evidence);
        let played = RoadmapPage {
            step: Some(2),
            ..recording
        };
        assert_eq!(next.write_after(&played.write()), next.write());
    }
}
