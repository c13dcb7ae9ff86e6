//! Foundations of productivity by Grand Challenges: how much is there.

use crate::data::roadmap::{Action, Roadmap};
use crate::data::{Foundation, GrandChallenge};

/// How much is in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its row.
    pub foundation: Foundation,
    /// Its column.
    pub grand_challenge: GrandChallenge,
    /// Actions.
    pub actions: usize,
    /// Claims that they lean on, each once.
    pub claims: usize,
    /// Levers that stand for them, each once.
    pub levers: usize,
}

/// Every cell, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Cells in the order of foundations, then of Grand Challenges.
    pub cells: Vec<Cell>,
}

impl Matrix {
    /// Counts what is in each cell. An action with two Grand Challenges stands in two.
    #[must_use]
    pub fn of(roadmap: &Roadmap) -> Self {
        let cells = Foundation::ALL.into_iter().flat_map(|foundation| {
            let cell = move |challenge| cell(roadmap, foundation, challenge);
            GrandChallenge::ALL.into_iter().map(cell)
        });
        Self {
            cells: cells.collect(),
        }
    }

    /// The cells of a foundation, in the order of Grand Challenges.
    pub fn row(&self, foundation: Foundation) -> impl Iterator<Item = &Cell> {
        let cells = self.cells.iter();
        cells.filter(move |cell| cell.foundation == foundation)
    }
}

/// Whether an action stands in a cell.
pub(super) fn is_in(action: &Action, foundation: Foundation, challenge: GrandChallenge) -> bool {
    action.foundation == foundation && action.grand_challenges.contains(&challenge)
}

fn cell(roadmap: &Roadmap, foundation: Foundation, grand_challenge: GrandChallenge) -> Cell {
    let mut claims: Vec<&str> = Vec::new();
    let mut levers = Vec::new();
    let mut actions = 0;
    let all = roadmap.actions.iter();
    for action in all.filter(|own| is_in(own, foundation, grand_challenge)) {
        actions += 1;
        for id in &action.claims {
            if !claims.contains(&id.as_str()) {
                claims.push(id);
            }
        }
        if let Some((setting, _)) = action.lever
            && !levers.contains(&setting)
        {
            levers.push(setting);
        }
    }
    Cell {
        foundation,
        grand_challenge,
        actions,
        claims: claims.len(),
        levers: levers.len(),
    }
}
