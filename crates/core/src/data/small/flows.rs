//! Journeys to work between the place's districts, their neighbours and the large city.

use crate::area::AreaCode;
use crate::order;
use crate::period::Period;

/// Journeys to work, a table per census.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flows {
    /// What people call the large city next door; empty where there is none.
    pub metropolis: String,
    /// Where journeys begin and end; the place's own districts first.
    pub ends: Vec<FlowEnd>,
    /// In order of time.
    pub tables: Vec<FlowTable>,
}

/// An end of journeys.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowEnd {
    /// Its code; none for the rest of the country.
    pub code: Option<AreaCode>,
    /// Its name.
    pub name: String,
    /// What it is to the place.
    pub role: FlowRole,
    /// Degrees east and north of its middle; none for the rest of the country.
    pub lon_lat_deg: Option<[f64; 2]>,
}

/// What an end is to the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowRole {
    /// One of its districts.
    Own,
    /// A district around it.
    Neighbour,
    /// A part of the large city next door.
    Metropolis,
    /// The rest of the country.
    Elsewhere,
}

impl FlowRole {
    /// The key in the pack.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Neighbour => "neighbour",
            Self::Metropolis => "metropolis",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// The role of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [
            Self::Own,
            Self::Neighbour,
            Self::Metropolis,
            Self::Elsewhere,
        ]
        .into_iter()
        .find(|role| role.key() == key)
    }
}

/// One census's journeys.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowTable {
    /// The day.
    pub period: Period,
    /// The key of its source in the companion.
    pub source: String,
    /// Whether people travelled as they usually do.
    pub is_usual: bool,
    /// What a reader must know before trusting it.
    pub caution: String,
    /// A row per own district: its residents who work at each end.
    pub(in crate::data) out: Vec<Vec<f64>>,
    /// A row per own district: people from each other end who work here.
    pub(in crate::data) into: Vec<Vec<f64>>,
    /// Residents of each own district who work at home or nowhere fixed; empty where they
    /// are not told apart.
    pub at_home: Vec<f64>,
}

/// People who live at one end and work at another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// Where they live: a position in the ends.
    pub from: usize,
    /// Where they work: a position in the ends.
    pub to: usize,
    /// How many.
    pub people: f64,
}

impl Flows {
    /// How many ends are the place's own districts; they come first.
    #[must_use]
    pub fn own(&self) -> usize {
        let is_own = |end: &&FlowEnd| end.role == FlowRole::Own;
        self.ends.iter().take_while(is_own).count()
    }

    /// The position of an end.
    #[must_use]
    pub fn position(&self, code: &AreaCode) -> Option<usize> {
        self.ends
            .iter()
            .position(|end| end.code.as_ref() == Some(code))
    }

    /// People who live at one end and work at another; none when neither is a district of
    /// the place, or for a position that is not there.
    #[must_use]
    pub fn people(&self, table: &FlowTable, from: usize, to: usize) -> Option<f64> {
        let own = self.own();
        if from < own {
            return table.out.get(from)?.get(to).copied();
        }
        table.into.get(to)?.get(from.checked_sub(own)?).copied()
    }

    /// Every flow with an end in the place that joins two unlike ends, the largest first.
    #[must_use]
    pub fn all(&self, table: &FlowTable) -> Vec<Flow> {
        let count = self.ends.len();
        let mut flows = Vec::new();
        for from in 0..count {
            for to in (0..count).filter(|to| *to != from) {
                let people = self.people(table, from, to).filter(|people| *people > 0.0);
                flows.extend(people.map(|people| Flow { from, to, people }));
            }
        }
        order::sort_by(&mut flows, |a, b| b.people.total_cmp(&a.people));
        flows
    }

    /// Residents of an own district who travel to an end of a role, or people who come from one.
    #[must_use]
    pub fn between(&self, table: &FlowTable, own: usize, role: FlowRole, way: Way) -> f64 {
        let ends = self.ends.iter().enumerate();
        ends.filter(|(end, about)| about.role == role && *end != own)
            .filter_map(|(end, _)| match way {
                Way::Out => self.people(table, own, end),
                Way::Into => self.people(table, end, own),
            })
            .sum()
    }
}

/// Which way people travel, seen from an own district.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Out to work elsewhere.
    Out,
    /// Into it to work here.
    Into,
}
