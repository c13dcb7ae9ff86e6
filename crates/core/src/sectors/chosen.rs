//! What a link asks for, as far as it can be honoured.

use super::{Choice, Ground, ImputedRent, Rows, SIMILAR};
use crate::data::{Agencies, Industries};
use crate::page::sectors::{SectorChoice, SectorsPage};

/// A choice with what could not be honoured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// What is asked.
    pub choice: Choice,
    /// The first year of growth of jobs: the one asked for, or the earliest told.
    pub from: u16,
    /// The first and the last year of growth of output: those asked for, or the earliest and the
    /// latest told.
    pub output: [u16; 2],
    /// The key of the place that stands beside this one, if one does.
    pub beside: Option<String>,
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
        let beside = page.beside.clone().filter(|key| {
            let is_there = Ground::find(industries, key).is_ok();
            if !is_there {
                notices.push(told("place", key));
            }
            is_there
        });
        let earliest = choice.earlier_years(industries).first().copied();
        let years = &industries.gva.years;
        let [first, last] = [years.first(), years.last()].map(Option::<&u16>::copied);
        Some(Self {
            from: page.from.or(earliest).unwrap_or(choice.year),
            output: [
                page.output_from.or(first).unwrap_or_default(),
                page.output_to.or(last).unwrap_or_default(),
            ],
            beside,
            choice,
            notices,
        })
    }
}

impl Chosen {
    /// The years that growth of output can start from and end with: those in order with the
    /// other end, and the one that is chosen.
    #[must_use]
    pub fn output_years(&self, industries: &Industries) -> [Vec<u16>; 2] {
        let [first, last] = self.output;
        let years = || industries.gva.years.iter().copied();
        [
            years()
                .filter(|year| *year < last || *year == first)
                .collect(),
            years()
                .filter(|year| *year > first || *year == last)
                .collect(),
        ]
    }
}

const fn name_of(choice: SectorChoice) -> &'static str {
    match choice {
        SectorChoice::Part => "part of this page",
        SectorChoice::Rows => "division of industries",
        SectorChoice::Against => "benchmark",
        SectorChoice::Beside => "place",
        SectorChoice::Year
        | SectorChoice::From
        | SectorChoice::OutputFrom
        | SectorChoice::OutputTo => "year",
        SectorChoice::Order => "order",
        SectorChoice::Sector => "sector",
        SectorChoice::Agencies | SectorChoice::Rent => "switch",
    }
}

fn told(name: &str, asked: &str) -> String {
    let asked: String = asked.chars().filter(|c| !c.is_control()).take(60).collect();
    format!("This link asked for a {name} that is not here: “{asked}”. The usual one is used.")
}
