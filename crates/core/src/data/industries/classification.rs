//! The classification of industries: five levels, each with its codes, names and parents.

/// How fine an industry is, from the largest down. Codes are those of SIC 2007 without dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndustryLevel {
    /// A letter: `C`.
    Section,
    /// Two digits: `21`.
    Division,
    /// Three digits: `211`.
    Group,
    /// Four digits: `2110`.
    Class,
    /// Five digits: `21100`.
    Sic5,
}

impl IndustryLevel {
    /// Every level, largest industries first.
    pub const ALL: [Self; 5] = [
        Self::Section,
        Self::Division,
        Self::Group,
        Self::Class,
        Self::Sic5,
    ];

    /// The key in links and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Division => "division",
            Self::Group => "group",
            Self::Class => "class",
            Self::Sic5 => "sic5",
        }
    }

    /// The level of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.key() == key)
    }

    /// The level of a code by its form: one capital letter, or two to five digits.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let is_digits = code.bytes().all(|byte| byte.is_ascii_digit());
        match code.len() {
            1 if code.bytes().all(|byte| byte.is_ascii_uppercase()) => Some(Self::Section),
            2 if is_digits => Some(Self::Division),
            3 if is_digits => Some(Self::Group),
            4 if is_digits => Some(Self::Class),
            5 if is_digits => Some(Self::Sic5),
            _ => None,
        }
    }

    pub(in crate::data) const fn depth(self) -> usize {
        match self {
            Self::Section => 0,
            Self::Division => 1,
            Self::Group => 2,
            Self::Class => 3,
            Self::Sic5 => 4,
        }
    }
}

/// One industry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Industry {
    /// Its code without dots: `C`, `21`, `211`, `2110` or `21100`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How fine it is.
    pub level: IndustryLevel,
    /// Its position among the industries of its level.
    pub position: usize,
    /// For each level down to its own, the position of the industry there that holds it; its
    /// own position at its own level.
    pub(in crate::data) path: Vec<usize>,
}

impl Industry {
    /// The position, among the industries of a level no finer than its own, of the one that
    /// holds it.
    #[must_use]
    pub fn position_at(&self, level: IndustryLevel) -> Option<usize> {
        self.path.get(level.depth()).copied()
    }

    /// Whether it is the division at a position or lies inside it.
    pub(super) fn is_inside_division(&self, division: Option<usize>) -> bool {
        division.is_some() && self.position_at(IndustryLevel::Division) == division
    }
}

/// Every industry, by level in ascending order of code.
#[derive(Clone, Debug, Default)]
pub struct Classification {
    pub(in crate::data) levels: [Vec<Industry>; 5],
    /// The code of the division of employment agencies.
    pub(in crate::data) agencies: String,
}

impl Classification {
    /// The industries of a level in ascending order of code.
    #[must_use]
    pub fn of_level(&self, level: IndustryLevel) -> &[Industry] {
        self.levels.get(level.depth()).map_or(&[], Vec::as_slice)
    }

    /// The industry of a code at any level.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Industry> {
        let own = self.of_level(IndustryLevel::of_code(code)?);
        let position = own.binary_search_by(|industry| industry.code.as_str().cmp(code));
        own.get(position.ok()?)
    }

    /// The industry that holds another at a larger level, or the same one at its own.
    #[must_use]
    pub fn holder(&self, industry: &Industry, level: IndustryLevel) -> Option<&Industry> {
        self.of_level(level).get(industry.position_at(level)?)
    }

    /// The industries of a finer level inside one; itself at its own level.
    pub fn inside<'a>(
        &'a self,
        industry: &'a Industry,
        level: IndustryLevel,
    ) -> impl Iterator<Item = &'a Industry> {
        let is_inside =
            |finer: &&Industry| finer.position_at(industry.level) == Some(industry.position);
        self.of_level(level).iter().filter(is_inside)
    }

    /// The division of employment agencies, whose staff are counted at the agency's address.
    #[must_use]
    pub fn agencies(&self) -> Option<&Industry> {
        self.find(&self.agencies)
    }

    /// Whether an industry is the division of employment agencies or lies inside it.
    #[must_use]
    pub fn is_agency(&self, industry: &Industry) -> bool {
        industry.is_inside_division(self.agencies().map(|agencies| agencies.position))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_both_ways() {
        for level in IndustryLevel::ALL {
            assert_eq!(IndustryLevel::from_key(level.key()), Some(level));
        }
    }

    #[test]
    fn the_form_of_a_code_tells_its_level() {
        for (code, level) in [
            ("C", Some(IndustryLevel::Section)),
            ("21", Some(IndustryLevel::Division)),
            ("21100", Some(IndustryLevel::Sic5)),
            ("c", None),
            ("", None),
            ("2A", None),
            ("211000", None),
            ("é", None),
        ] {
            assert_eq!(IndustryLevel::of_code(code), level, "{code}");
        }
    }
}
