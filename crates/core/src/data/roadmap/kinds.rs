//! What actions, claims and purchases can be: short lists, each with its key and its words.

/// A list of kinds: the key in content and links, and the words for people.
macro_rules! kinds {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $variant:ident: $key:literal, $title:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$what])* $variant,)+
        }

        impl $name {
            /// Every kind, in reading order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The key in content and links.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// In words, sentence case.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),+ }
            }

            /// The kind of a key, if there is one.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|own| own.key() == key)
            }
        }
    };
}

kinds!(
    /// How far an action has come.
    Stage {
        /// Somebody has thought of it.
        Idea: "idea", "Idea";
        /// It was put forward by somebody who could do it.
        Proposed: "proposed", "Proposed";
        /// Those who would do it have said yes.
        Agreed: "agreed", "Agreed";
        /// It has begun.
        UnderWay: "under-way", "Under way";
        /// It is finished.
        Done: "done", "Done";
        /// It was given up.
        Stopped: "stopped", "Stopped";
    }
);

kinds!(
    /// When an action would be done.
    Horizon {
        /// At once.
        Now: "now", "Now";
        /// Within the workshop's own horizon.
        Months12To18: "months-12-18", "12 to 18 months";
        /// Within a few years.
        To2030: "to-2030", "To 2030";
        /// Later.
        Beyond: "beyond", "Beyond 2030";
    }
);

kinds!(
    /// What kind of body would lead.
    OwnerKind {
        /// Public and private together.
        Partnership: "partnership", "Partnership";
        /// A county, district or borough council.
        Council: "council", "Council";
        /// The government or one of its services.
        Government: "government", "Government and its services";
        /// A firm or a body of firms.
        Business: "business", "Business";
        /// A school, a college, a university.
        Education: "education", "Education";
        /// The health service.
        Health: "health", "Health";
        /// A charity, a club, neighbours.
        Community: "community", "Community";
    }
);

kinds!(
    /// A theme of a digital place.
    DigitalTheme {
        /// New ways to solve an old problem.
        Innovation: "innovation", "Innovation";
        /// Winning those who decide.
        Influence: "influence", "Influence";
        /// People who can.
        Skills: "skills", "Skills";
        /// How public bodies buy.
        Procurement: "procurement", "Procurement";
    }
);

kinds!(
    /// What a claim rests on.
    ClaimKind {
        /// A published official figure.
        OfficialStatistic: "official-statistic", "Official statistic";
        /// People or firms were asked.
        Survey: "survey", "Survey";
        /// Somebody looked into it.
        Study: "study", "Study";
        /// It was said in a room.
        Workshop: "workshop", "Workshop";
        /// It was announced.
        Plan: "plan", "Plan";
        /// Somebody holds it to be so.
        Opinion: "opinion", "Opinion";
    }
);

kinds!(
    /// How much a claim bears.
    Strength {
        /// Much.
        Strong: "strong", "Strong";
        /// Something.
        Fair: "fair", "Fair";
        /// Little.
        Weak: "weak", "Weak";
    }
);

kinds!(
    /// Whether a milestone was or will be.
    MilestoneKind {
        /// Papers tell of it.
        Story: "story", "The story so far";
        /// It is still to come.
        Ahead: "ahead", "Ahead";
    }
);

kinds!(
    /// How far the buying of an answer has come.
    BuyingStage {
        /// The problem is described.
        Problem: "problem", "Problem described";
        /// Many are asked how they would solve it.
        Market: "market", "Asking the market";
        /// Something is tried small.
        Trial: "trial", "On trial";
        /// It was bought.
        Bought: "bought", "Bought";
        /// People use it.
        InUse: "in-use", "In use";
        /// It was given up.
        Stopped: "stopped", "Stopped";
    }
);
