//! Which years of the timeline are in sight: closer, wider, earlier, later.

/// Years from one to another, as decimal years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Years {
    /// Where it begins.
    pub from_years: f64,
    /// Where it ends; after where it begins.
    pub to_years: f64,
}

/// A way to move a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Half the years around the same middle.
    Closer,
    /// Twice the years.
    Wider,
    /// Half a window back.
    Earlier,
    /// Half a window on.
    Later,
}

impl Move {
    /// Every way, in the order of the buttons.
    pub const ALL: [Self; 4] = [Self::Closer, Self::Wider, Self::Earlier, Self::Later];

    /// In a word, as on a button and in its test id.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Closer => "Closer",
            Self::Wider => "Wider",
            Self::Earlier => "Earlier",
            Self::Later => "Later",
        }
    }
}

/// No window is shorter, in years: months can be told apart.
const LEAST_YEARS: f64 = 0.5;
/// Windows begin and end on whole quarters, so that links stay short.
const QUARTERS: f64 = 4.0;

impl Years {
    /// The window of a link's words, `2017..2020.25`; none where they are not one.
    #[must_use]
    pub fn from_key(words: &str) -> Option<Self> {
        let (from, to) = words.split_once("..")?;
        let year = |words: &str| {
            let year: f64 = words.parse().ok()?;
            (1800.0..=2200.0).contains(&year).then_some(year)
        };
        let (from_years, to_years) = (year(from)?, year(to)?);
        (to_years - from_years >= LEAST_YEARS).then_some(Self {
            from_years,
            to_years,
        })
    }

    /// As a link has it.
    #[must_use]
    pub fn key(self) -> String {
        format!("{}..{}", self.from_years, self.to_years)
    }

    /// The window moved, as far as the whole allows; none where it would stay as it is.
    #[must_use]
    pub fn moved(self, way: Move, whole: Self) -> Option<Self> {
        let span = self.to_years - self.from_years;
        let (middle, span) = match way {
            Move::Closer => (self.middle(), span / 2.0),
            Move::Wider => (self.middle(), span * 2.0),
            Move::Earlier => (self.middle() - span / 2.0, span),
            Move::Later => (self.middle() + span / 2.0, span),
        };
        let span = quarters(span).max(LEAST_YEARS);
        let most = whole.to_years - whole.from_years;
        let moved = if span >= most {
            whole
        } else {
            let latest = whole.to_years - span;
            let from_years = quarters(middle - span / 2.0).clamp(whole.from_years, latest);
            Self {
                from_years,
                to_years: from_years + span,
            }
        };
        (moved != self).then_some(moved)
    }

    fn middle(self) -> f64 {
        f64::midpoint(self.from_years, self.to_years)
    }
}

fn quarters(years: f64) -> f64 {
    (years * QUARTERS).round() / QUARTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Years = Years {
        from_years: 2017.0,
        to_years: 2034.0,
    };

    #[test]
    fn a_window_goes_both_ways_through_a_link() {
        let window = Years::from_key("2017.5..2020").unwrap();
        assert_eq!((window.from_years, window.to_years), (2017.5, 2020.0));
        assert_eq!(Years::from_key(&window.key()), Some(window));
        for words in [
            "",
            "2017",
            "2020..2017",
            "2017..2017.1",
            "NaN..2020",
            "2017..inf",
            "1..2",
        ] {
            assert_eq!(Years::from_key(words), None, "{words}");
        }
    }

    #[test]
    fn however_it_is_moved_it_stays_within_the_whole() {
        let mut windows = vec![WHOLE];
        for step in 0..200_usize {
            let own = windows[step / 4 % windows.len()];
            if let Some(moved) = own.moved(Move::ALL[step % 4], WHOLE) {
                assert!(moved.from_years >= WHOLE.from_years, "{moved:?}");
                assert!(moved.to_years <= WHOLE.to_years, "{moved:?}");
                assert!(
                    moved.to_years - moved.from_years >= LEAST_YEARS,
                    "{moved:?}"
                );
                assert_eq!(Years::from_key(&moved.key()), Some(moved));
                windows.push(moved);
            }
        }
        assert!(windows.len() > 20);
    }

    #[test]
    fn the_ends_cannot_be_passed() {
        assert_eq!(WHOLE.moved(Move::Wider, WHOLE), None);
        assert_eq!(WHOLE.moved(Move::Later, WHOLE), None);
        let mut window = WHOLE;
        while let Some(closer) = window.moved(Move::Closer, WHOLE) {
            window = closer;
        }
        assert!(window.to_years - window.from_years <= LEAST_YEARS);
        while let Some(wider) = window.moved(Move::Wider, WHOLE) {
            window = wider;
        }
        assert_eq!(window, WHOLE);
    }
}
