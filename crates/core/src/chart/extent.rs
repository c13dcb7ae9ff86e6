//! How far an axis reaches: over all values, unless a few far ones would squeeze the rest.

/// Values further than this many quartile distances from the quartiles may lose their room.
const FENCE: f64 = 3.0;
/// Far values lose their room if they take more than this share of the axis.
const MOST_EMPTY: f64 = 0.4;

/// The lowest and highest number worth room on an axis, for rising values; `always` are
/// numbers that must be on it. None without values.
#[must_use]
pub fn extent(rising: &[f64], always: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    let (&lowest, &highest) = (rising.first()?, rising.last()?);
    let named: Vec<f64> = always
        .into_iter()
        .filter(|value| value.is_finite())
        .collect();
    let with_named = |low: f64, high: f64| {
        named
            .iter()
            .copied()
            .fold((low, high), |(low, high), value| {
                (low.min(value), high.max(value))
            })
    };
    let whole = with_named(lowest, highest);
    let quartile = |share: f64| {
        let place = (share * (rising.len() - 1) as f64).round() as usize;
        rising.get(place).copied().unwrap_or(lowest)
    };
    let fence = (quartile(0.75) - quartile(0.25)) * FENCE;
    let (floor, roof) = (quartile(0.25) - fence, quartile(0.75) + fence);
    let mut inside = rising.iter().filter(|v| (floor..=roof).contains(*v));
    let near = inside
        .next()
        .map(|first| (*first, *inside.next_back().unwrap_or(first)));
    let near = near.filter(|(low, high)| high > low);
    Some(near.map_or(whole, |(low, high)| {
        let (low, high) = with_named(low, high);
        if high - low < (whole.1 - whole.0) * (1.0 - MOST_EMPTY) {
            (low, high)
        } else {
            whole
        }
    }))
}

/// The same numbers with a little room around equal ones.
#[must_use]
pub fn widened((low, high): (f64, f64), finest: f64) -> (f64, f64) {
    let least = finest.max((high.abs() + low.abs()) * 1e-9);
    if high - low < least {
        (low - 2.0 * least, high + 2.0 * least)
    } else {
        (low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_values_lose_their_room_only_if_they_take_much() {
        let mut rising: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(extent(&rising, std::iter::empty()), Some((0.0, 99.0)));
        rising.push(280.0);
        assert_eq!(extent(&rising, std::iter::empty()), Some((0.0, 99.0)));
        rising.push(4_000.0);
        assert_eq!(extent(&rising, std::iter::once(120.0)), Some((0.0, 120.0)));
        assert_eq!(extent(&[], std::iter::empty()), None);
        assert_eq!(extent(&[3.0], std::iter::empty()), Some((3.0, 3.0)));
        assert_eq!(widened((3.0, 3.0), 0.5), (2.0, 4.0));
    }
}
