//! Sources: who published a figure, when, under which licence, and where.

/// Whether a licence is written down by the source or taken to apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LicenceStanding {
    /// The publisher or repository states it.
    Stated,
    /// It is usual for this publisher but was not found in writing.
    Presumed,
}

/// One source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its key within the pack.
    pub key: String,
    /// The title of the publication.
    pub title: String,
    /// The body or bodies that published it.
    pub publisher: String,
    /// The publisher's own page.
    pub url: String,
    /// The licence's name.
    pub licence: String,
    /// Whether that licence is stated or presumed.
    pub licence_standing: LicenceStanding,
    /// The time the figures cover, in words.
    pub period: String,
    /// When the publisher last released it, ISO date; empty when not known.
    pub released: String,
    /// What to beware of, in words; may be empty.
    pub caution: String,
}

impl Source {
    /// The line under a picture: publisher, title, licence.
    #[must_use]
    pub fn line(&self) -> String {
        let presumed = match self.licence_standing {
            LicenceStanding::Stated => "",
            LicenceStanding::Presumed => " (presumed)",
        };
        format!(
            "{}, {}. {}{presumed}.",
            self.publisher, self.title, self.licence
        )
    }
}
