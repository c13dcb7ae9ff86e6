//! Elementary effects: what one step of one input does, from many places (Morris, 1991;
//! Campolongo, Cariboni and Saltelli, 2007).
//!
//! Inputs are shares of 0 to 1 on a grid of four levels. Each way starts somewhere on the grid
//! and moves every input once, by two levels, in random order.

use crate::random::Words;

/// Levels of the grid.
const LEVELS: u32 = 4;
/// What an input moves by: two levels.
const STEP: f64 = 2.0 / 3.0;

/// A way through all inputs: a start, and what is moved after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Where each input starts, 0 to 1.
    pub start: Vec<f64>,
    /// Which input is moved in turn, and where to.
    pub moves: Vec<(usize, f64)>,
}

impl Way {
    /// A random way through so many inputs.
    #[must_use]
    pub fn random(inputs: usize, words: &mut Words) -> Self {
        let half = LEVELS / 2;
        let level = |words: &mut Words| {
            let low = words.below(half);
            low + half * words.below(2)
        };
        let levels: Vec<u32> = (0..inputs).map(|_| level(words)).collect();
        let share = |level: u32| f64::from(level) / f64::from(LEVELS - 1);
        let mut order: Vec<usize> = (0..inputs).collect();
        words.shuffle(&mut order);
        let to = |input: usize| {
            let level = levels.get(input).copied().unwrap_or(0);
            share(if level < half {
                level + half
            } else {
                level - half
            })
        };
        Self {
            moves: order.iter().map(|&input| (input, to(input))).collect(),
            start: levels.into_iter().map(share).collect(),
        }
    }

    /// Every point of the way, its start first.
    #[must_use]
    pub fn points(&self) -> Vec<Vec<f64>> {
        let mut point = self.start.clone();
        let mut points = vec![point.clone()];
        for &(input, to) in &self.moves {
            if let Some(own) = point.get_mut(input) {
                *own = to;
            }
            points.push(point.clone());
        }
        points
    }
}

/// What an input does to the answer over all ways.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effect {
    /// Mean size of its effects: how much it matters.
    pub mean_size: f64,
    /// Mean of its effects: which way.
    pub mean: f64,
    /// Their standard deviation: how much that depends on where everything stands.
    pub sd: f64,
}

/// What each input does, from the answers at every point of every way, per unit of its share.
#[must_use]
pub fn effects(inputs: usize, ways: &[(Way, Vec<f64>)]) -> Vec<Effect> {
    let mut of_input = vec![Vec::with_capacity(ways.len()); inputs];
    for (way, answers) in ways {
        for (&(input, to), pair) in way.moves.iter().zip(answers.windows(2)) {
            let from = way.start.get(input).copied().unwrap_or(to);
            let (Some(effects), [before, after]) = (of_input.get_mut(input), pair) else {
                continue;
            };
            let step = if to >= from { STEP } else { -STEP };
            effects.push((after - before) / step);
        }
    }
    of_input.iter().map(|effects| summary(effects)).collect()
}

fn summary(effects: &[f64]) -> Effect {
    let count = effects.len() as f64;
    if effects.is_empty() {
        return Effect::default();
    }
    let mean = effects.iter().sum::<f64>() / count;
    let squares = effects
        .iter()
        .map(|effect| (effect - mean) * (effect - mean));
    Effect {
        mean_size: effects.iter().map(|effect| effect.abs()).sum::<f64>() / count,
        mean,
        sd: (squares.sum::<f64>() / (count - 1.0).max(1.0)).sqrt(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::functions::ishigami;
    use super::*;
    use crate::random::{Philox, Stream};

    fn ways(inputs: usize, count: u32, function: fn(&[f64]) -> f64) -> Vec<(Way, Vec<f64>)> {
        let generator = Philox::new(1, Stream::Ways);
        (0..count)
            .map(|unit| {
                let way = Way::random(inputs, &mut generator.words_of(unit));
                let answers = way.points().iter().map(|point| function(point)).collect();
                (way, answers)
            })
            .collect()
    }

    /// The means over all ways of four levels, by hand; SALib 1.6 finds (7.682808, 7.875,
    /// 6.256295) with 10,000 of them. The first and the third vary by 6.25 from way to way.
    #[test]
    fn of_ishigami() {
        let effects = effects(3, &ways(3, 10_000, ishigami));
        let three_errors = 3.0 * 6.25 / 100.0;
        let known = [
            (7.703_72, three_errors),
            (7.875, 1e-9),
            (6.248_71, three_errors),
        ];
        for (found, (known, most)) in effects.iter().zip(known) {
            assert!((found.mean_size - known).abs() < most, "{found:?} {known}");
        }
        assert!(effects[1].mean.abs() < 0.3);
    }

    #[test]
    fn straight_lines_have_one_effect() {
        let effects = effects(2, &ways(2, 20, |x| 3.0 * x[0] - 2.0 * x[1]));
        let close = |a: f64, b: f64| (a - b).abs() < 1e-12;
        assert!(close(effects[0].mean, 3.0) && close(effects[0].sd, 0.0));
        assert!(close(effects[1].mean, -2.0) && close(effects[1].mean_size, 2.0));
    }

    #[test]
    fn ways_stay_inside_and_move_each_input_once() {
        for (way, answers) in ways(45, 20, |x| x.iter().sum()) {
            assert_eq!(answers.len(), 46);
            let mut moved: Vec<usize> = way.moves.iter().map(|(input, _)| *input).collect();
            moved.sort_unstable();
            assert!(moved.into_iter().eq(0..45));
            for point in way.points() {
                assert!(point.iter().all(|share| (0.0..=1.0).contains(share)));
            }
        }
    }
}
