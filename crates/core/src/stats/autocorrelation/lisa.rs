//! Where like values lie together: each area tested against chance.

use super::clusters::{Cluster, Clusters, Local, discoveries};
use super::field::Field;
use super::{Neighbours, NoAutocorrelation};
use crate::random::{Philox, Stream, Words};

/// Fewer areas than this are not tested: so few can be dealt in too few ways.
pub const FEWEST_TO_TEST: usize = 20;

/// Sums of neighbours this close, in standard deviations, differ by rounding only.
const ROUNDING: f64 = 1e-9;

/// How areas are tested against chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// How often the other values are dealt to the other areas, for each area. With 999 the
    /// smallest p is 0.001, too coarse for several hundred areas.
    pub permutations: u32,
    /// Seeds the dealing: the same seed gives the same p values.
    pub seed: u32,
    /// How large a share of the clusters shown may be due to chance, on average.
    pub false_share: f64,
}

impl Default for Trial {
    fn default() -> Self {
        Self {
            permutations: 9_999,
            seed: 1,
            false_share: 0.05,
        }
    }
}

/// The test of all areas, in steps, so that whoever runs it can tell how far it is.
///
/// For each area its own value stays and the others' are dealt out (Anselin, 1995): how often
/// are as many as its neighbours at least as high, or as low, taken together? Each area has
/// random numbers of its own, by its position, so that the steps' size changes nothing.
#[derive(Clone, Debug)]
pub struct Lisa {
    field: Field,
    trial: Trial,
    generator: Philox,
    /// The p values of the areas tested so far.
    p: Vec<f64>,
    /// The values of all others, as last dealt.
    others: Vec<f64>,
}

impl Lisa {
    /// Prepares the test of one value per area, in any unit; NaN stands for no value.
    ///
    /// # Errors
    /// [`NoAutocorrelation`] when the lists are of different areas, fewer than four areas
    /// can be compared or all values are equal.
    pub fn new(
        values: &[f64],
        neighbours: &Neighbours,
        trial: Trial,
    ) -> Result<Self, NoAutocorrelation> {
        Ok(Self {
            field: Field::new(values, neighbours)?,
            trial,
            generator: Philox::new(trial.seed, Stream::Permutations),
            p: Vec::new(),
            others: Vec::new(),
        })
    }

    /// How many areas are to be tested: none where there are too few.
    #[must_use]
    pub fn to_test(&self) -> usize {
        match self.field.areas() {
            too_few if too_few < FEWEST_TO_TEST => 0,
            areas => areas,
        }
    }

    /// How many have been tested.
    #[must_use]
    pub const fn tested(&self) -> usize {
        self.p.len()
    }

    /// Tests some areas more; says whether any are left.
    pub fn advance(&mut self, areas: usize) -> bool {
        let until = self.to_test().min(self.tested().saturating_add(areas));
        while self.tested() < until {
            let p = self.test(self.tested());
            self.p.push(p);
        }
        self.tested() < self.to_test()
    }

    /// Tests what is left and tells the clusters.
    #[must_use]
    pub fn finish(mut self) -> Clusters {
        self.advance(usize::MAX);
        let clear = discoveries(&self.p, self.trial.false_share);
        let n = self.field.areas() as f64;
        let mut areas = vec![None; self.field.all];
        for (place, (own, sum, count)) in self.field.beside().enumerate() {
            let beside = sum / count as f64;
            let is_clear = clear.get(place).copied().unwrap_or(false);
            let local = Local {
                // The squares of standardised deviations add up to n.
                i: (n - 1.0) / n * own * beside,
                p: self.p.get(place).copied(),
                kind: if is_clear {
                    Cluster::of(own, beside)
                } else {
                    Cluster::NotClear
                },
            };
            let position = self.field.positions.get(place);
            if let Some(slot) = position.and_then(|position| areas.get_mut(*position)) {
                *slot = Some(local);
            }
        }
        Clusters {
            areas,
            too_few: self.to_test() == 0,
            islands: self.field.islands,
            missing: self.field.missing,
        }
    }

    /// The p value of the area at a place among those compared.
    fn test(&mut self, place: usize) -> f64 {
        let beside = self.field.neighbours.of(place);
        let standing = &self.field.standing;
        let sum: f64 = beside.iter().filter_map(|other| standing.get(*other)).sum();
        self.others.clear();
        let others = standing.iter().enumerate();
        self.others
            .extend(others.filter(|(other, _)| *other != place).map(|(_, z)| *z));
        let position = self.field.positions.get(place).copied().unwrap_or(place);
        let mut words = self.generator.words_of(position as u32);
        let (mut as_high, mut as_low) = (0_u32, 0_u32);
        for _ in 0..self.trial.permutations {
            let dealt = deal(&mut self.others, beside.len(), &mut words);
            as_high += u32::from(dealt >= sum - ROUNDING);
            as_low += u32::from(dealt <= sum + ROUNDING);
        }
        f64::from(1 + as_high.min(as_low)) / (1.0 + f64::from(self.trial.permutations))
    }
}

/// Deals out some cards and adds them up. No more of the pack is shuffled than is dealt, and
/// what is left from the last time is as good a pack as a new one.
fn deal(pack: &mut [f64], count: usize, words: &mut Words) -> f64 {
    let mut left = pack.len() as u32;
    let mut from = 0;
    while from + 1 < count {
        let (card, next) = words.two_below(left, left - 1);
        pack.swap(from, from + card as usize);
        pack.swap(from + 1, from + 1 + next as usize);
        from += 2;
        left -= 2;
    }
    if from < count {
        pack.swap(from, from + words.below(left) as usize);
    }
    pack.iter().take(count).sum()
}
