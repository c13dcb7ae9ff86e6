//! What the view of sectors shows: part, rows, benchmark, year, order, sector.
//!
//! The page holds it as the words of the link ([`SectorChoices`]), so that the first view
//! does not carry what only sectors understand; [`SectorsPage`] is the same, understood.

use super::{Choices, Keyed, is_key};

/// The choices of the view of sectors.
pub type SectorChoices = Choices<SectorChoice>;

/// One thing that can be chosen about sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectorChoice {
    /// Which question is answered.
    Part,
    /// How industries are cut.
    Rows,
    /// The benchmark.
    Against,
    /// The year counted.
    Year,
    /// The first year of growth of jobs.
    From,
    /// The first year of growth of output.
    OutputFrom,
    /// The last year of growth of output.
    OutputTo,
    /// What industries stand in order by.
    Order,
    /// The one industry or sector.
    Sector,
    /// The place that stands beside this one.
    Beside,
    /// Whether employment agencies count.
    Agencies,
    /// Whether imputed rent counts.
    Rent,
}

impl SectorChoice {
    /// Every choice, in the order written.
    pub const ALL: [Self; 12] = [
        Self::Part,
        Self::Rows,
        Self::Against,
        Self::Year,
        Self::From,
        Self::OutputFrom,
        Self::OutputTo,
        Self::Order,
        Self::Sector,
        Self::Beside,
        Self::Agencies,
        Self::Rent,
    ];
}

/// What the view of sectors shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectorsPage {
    /// Which question is answered.
    pub part: Part,
    /// The key of how industries are cut; sections when none is chosen.
    pub rows: Option<String>,
    /// The key of the benchmark; the whole country when none is chosen.
    pub against: Option<String>,
    /// The year counted; the latest when none is chosen.
    pub year: Option<u16>,
    /// The first year of growth of jobs; the earliest when none is chosen.
    pub from: Option<u16>,
    /// The first year of growth of output; the earliest when none is chosen.
    pub output_from: Option<u16>,
    /// The last year of growth of output; the latest when none is chosen.
    pub output_to: Option<u16>,
    /// What industries stand in order by.
    pub order: Order,
    /// The code of the one industry, or the key of the one sector.
    pub sector: Option<String>,
    /// The key of the place that stands beside this one, if one does.
    pub beside: Option<String>,
    /// Whether employment agencies count.
    pub has_agencies: bool,
    /// Whether imputed rent counts.
    pub has_rent: bool,
}

/// A question about a place's industries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// What is it good at?
    #[default]
    Strengths,
    /// Where did growth come from?
    Growth,
    /// How did output move?
    Output,
    /// What next?
    Next,
    /// How complex does it look?
    Complexity,
    /// Who buys from whom?
    Supply,
    /// Which places are alike?
    Similar,
}

/// What industries stand in order by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The location quotient.
    #[default]
    Specialisation,
    /// Jobs.
    Jobs,
    /// Growth by the year.
    Growth,
    /// Output per job.
    Productivity,
    /// The share of the whole country's jobs.
    ShareOfWhole,
}

impl Keyed for Part {
    const ALL: &'static [Self] = &[
        Self::Strengths,
        Self::Growth,
        Self::Output,
        Self::Next,
        Self::Complexity,
        Self::Supply,
        Self::Similar,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Strengths => "strengths",
            Self::Growth => "growth",
            Self::Output => "output",
            Self::Next => "next",
            Self::Complexity => "complexity",
            Self::Supply => "supply",
            Self::Similar => "similar",
        }
    }
}

impl Keyed for Order {
    const ALL: &'static [Self] = &[
        Self::Specialisation,
        Self::Jobs,
        Self::Growth,
        Self::Productivity,
        Self::ShareOfWhole,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Specialisation => "specialisation",
            Self::Jobs => "jobs",
            Self::Growth => "growth",
            Self::Productivity => "productivity",
            Self::ShareOfWhole => "share",
        }
    }
}

impl SectorsPage {
    /// Understands a link's words. What is not understood is left at its default and given
    /// back as a choice and the words.
    #[must_use]
    pub fn read(choices: &SectorChoices) -> (Self, Vec<(SectorChoice, String)>) {
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
    pub fn write(&self) -> SectorChoices {
        let mut choices = SectorChoices::default();
        let keyed = |differs: bool, key: &str| differs.then(|| key.to_owned());
        let yes = |is_so: bool| is_so.then(|| YES.to_owned());
        let year = |year: Option<u16>| year.map(|year| year.to_string());
        let words = [
            (
                SectorChoice::Part,
                keyed(self.part != Part::default(), self.part.key()),
            ),
            (SectorChoice::Rows, self.rows.clone()),
            (SectorChoice::Against, self.against.clone()),
            (SectorChoice::Year, year(self.year)),
            (SectorChoice::From, year(self.from)),
            (SectorChoice::OutputFrom, year(self.output_from)),
            (SectorChoice::OutputTo, year(self.output_to)),
            (
                SectorChoice::Order,
                keyed(self.order != Order::default(), self.order.key()),
            ),
            (SectorChoice::Sector, self.sector.clone()),
            (SectorChoice::Beside, self.beside.clone()),
            (SectorChoice::Agencies, yes(self.has_agencies)),
            (SectorChoice::Rent, yes(self.has_rent)),
        ];
        for (choice, words) in words {
            choices.set(choice, words);
        }
        choices
    }

    fn apply(&mut self, choice: SectorChoice, words: &str) -> Option<()> {
        let key = || is_key(words).then(|| words.to_owned());
        match choice {
            SectorChoice::Part => self.part = Part::from_key(words)?,
            SectorChoice::Rows => self.rows = Some(key()?),
            SectorChoice::Against => self.against = Some(key()?),
            SectorChoice::Year => self.year = Some(words.parse().ok()?),
            SectorChoice::From => self.from = Some(words.parse().ok()?),
            SectorChoice::OutputFrom => self.output_from = Some(words.parse().ok()?),
            SectorChoice::OutputTo => self.output_to = Some(words.parse().ok()?),
            SectorChoice::Order => self.order = Order::from_key(words)?,
            SectorChoice::Sector => self.sector = Some(key()?),
            SectorChoice::Beside => self.beside = Some(key()?),
            SectorChoice::Agencies => self.has_agencies = (words == YES).then_some(true)?,
            SectorChoice::Rent => self.has_rent = (words == YES).then_some(true)?,
        }
        Some(())
    }
}

/// How a link says that something is so.
const YES: &str = "yes";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let page = SectorsPage {
            part: Part::Growth,
            rows: Some("division".to_owned()),
            against: Some("E12000006".to_owned()),
            year: Some(2024),
            from: Some(2015),
            output_from: Some(1999),
            output_to: Some(2021),
            order: Order::Jobs,
            sector: Some("26".to_owned()),
            beside: Some("E07000008".to_owned()),
            has_agencies: true,
            has_rent: true,
        };
        let (read, refused) = SectorsPage::read(&page.write());
        assert_eq!(read, page);
        assert!(refused.is_empty());
        assert_eq!(SectorsPage::default().write(), SectorChoices::default());
    }

    #[test]
    fn what_is_not_understood_is_given_back_and_the_rest_honoured() {
        let mut choices = SectorChoices::default();
        for (choice, words) in [
            (SectorChoice::Part, "hopes"),
            (SectorChoice::Rows, "<b>"),
            (SectorChoice::Year, "99999"),
            (SectorChoice::Agencies, "perhaps"),
            (SectorChoice::Order, "jobs"),
        ] {
            choices.set(choice, Some(words.to_owned()));
        }
        let (page, refused) = SectorsPage::read(&choices);
        assert_eq!(refused.len(), 4);
        let expected = SectorsPage {
            order: Order::Jobs,
            ..SectorsPage::default()
        };
        assert_eq!(page, expected);
    }
}
