//! What a link asks for, as far as it can be honoured.

use super::{Choice, Ground, ImputedRent, Rows, SIMILAR};
use crate::data::{Agencies, Industries};
use crate::page::sectors::{SectorChoice, SectorsPage};

/// A choice with what could not be honoured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// What is asked.
    pub choice: Choice,
    /// The first year of growth asked for; the earliest when none is.
    pub from: Option<u16>,
    /// What the link asked for that is not here, each as a sentence.
    pub notices: Vec<String>,
}

impl Chosen {
    /// What a page asks about a place; `refused` is what [`SectorsPage::read`] did not
    /// understand. None where no jobs of the place are told.
    #[must_use]
    pub fn of(
        industries: &Industries,
        page: &SectorsPage,
        refused: &[(SectorChoice, String)],
        place: &str,
    ) -> Option<Self> {
        let mut choice = Choice::usual(industries, place)?;
        let refused = refused
            .iter()
            .map(|(choice, asked)| told(name_of(*choice), asked));
        let mut notices: Vec<String> = refused.collect();
        if let Some(key) = &page.rows {
            match Rows::from_key(key) {
                Some(rows) => choice.rows = rows,
                None => notices.push(told("division of industries", key)),
            }
        }
        if let Some(key) = &page.against {
            if key == SIMILAR || Ground::find(industries, key).is_ok() {
                choice.against.clone_from(key);
            } else {
                notices.push(told("benchmark", key));
            }
        }
        if let Some(year) = page.year {
            choice.year = year;
        }
        if page.has_agencies {
            choice.agencies = Agencies::Included;
        }
        if page.has_rent {
            choice.rent = ImputedRent::Included;
        }
        Some(Self {
            choice,
            from: page.from,
            notices,
        })
    }
}

const fn name_of(choice: SectorChoice) -> &'static str {
    match choice {
        SectorChoice::Part => "part of this page",
        SectorChoice::Rows => "division of industries",
        SectorChoice::Against => "benchmark",
        SectorChoice::Year | SectorChoice::From => "year",
        SectorChoice::Order => "order",
        SectorChoice::Sector => "sector",
        SectorChoice::Agencies | SectorChoice::Rent => "switch",
    }
}

fn told(name: &str, asked: &str) -> String {
    let asked: String = asked.chars().filter(|c| !c.is_control()).take(60).collect();
    format!("This link asked for a {name} that is not here: “{asked}”. The usual one is used.")
}
