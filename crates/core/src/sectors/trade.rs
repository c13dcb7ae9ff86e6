//! Whom an industry buys from and sells to.

use super::facts::Subject;
use super::words::{list, percent, plain_case, sentence_case};
use super::{NoAnswer, sources};
use crate::data::{Industries, Industry, IndustryLevel, Supply};
use crate::order;
use crate::quantity;

/// Suppliers and buyers of an industry in the nation, by the input-output table.
#[derive(Clone, Debug, PartialEq)]
pub struct Trade {
    /// Names of the table's industries that make it up, or that hold it.
    pub industries: Vec<String>,
    /// Whether these hold more than the industry asked about.
    pub is_wider: bool,
    /// The year of the table.
    pub year: u16,
    /// Those it buys most from, the largest first.
    pub suppliers: Vec<Partner>,
    /// Those it sells most to, the largest first.
    pub buyers: Vec<Partner>,
    /// Share of its output that goes to final buyers: households, government, investors, exports;
    /// 0 to 1. None where it has no output.
    pub final_share: Option<f64>,
    /// Keys of the sources it rests on.
    pub sources: Vec<String>,
}

/// An industry that another buys from or sells to.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// The table's own code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What passes between them in a year, million pounds.
    pub gbp_m: f64,
    /// Share of all that the industry buys of others, or sells to them, 0 to 1.
    pub share: f64,
}

/// How many suppliers and buyers are named.
const MOST: usize = 6;

impl Trade {
    /// Whom an industry buys from and sells to, by its code, or a sector by its key.
    ///
    /// # Errors
    /// [`NoAnswer`] when there is none of that code, it has no codes, or there is no table.
    pub fn of(industries: &Industries, code: &str) -> Result<Self, NoAnswer> {
        let supply = industries.supply.as_ref().ok_or(NoAnswer::NoSupply)?;
        let unknown = || NoAnswer::UnknownIndustry {
            asked: code.to_owned(),
        };
        let subject = Subject::find(industries, code).ok_or_else(unknown)?;
        let own = finest(industries, subject);
        let mut set: Vec<usize> = Vec::new();
        for at in own.iter().filter_map(|own| supply.of_sic5(own.position)) {
            if !set.contains(&at) {
                set.push(at);
            }
        }
        if set.is_empty() {
            let sector = subject.name().to_owned();
            return Err(NoAnswer::NoCodes { sector });
        }
        order::sort_by_key(&mut set, |at| *at);
        let all = industries.classification.of_level(IndustryLevel::Sic5);
        let is_inside = |one: &Industry| own.iter().any(|own| own.position == one.position);
        let is_wider = all.iter().any(|one| {
            let at = supply.of_sic5(one.position);
            at.is_some_and(|at| set.contains(&at)) && !is_inside(one)
        });
        let amount = |sellers: &[usize], buyers: &[usize]| -> f64 {
            let pairs = sellers
                .iter()
                .flat_map(|seller| buyers.iter().map(move |buyer| (*seller, *buyer)));
            pairs
                .filter_map(|(seller, buyer)| supply.use_gbp_m(seller, buyer))
                .sum()
        };
        let sum = |list: &[f64]| -> f64 { set.iter().filter_map(|at| list.get(*at)).sum() };
        let output = sum(&supply.output_gbp_m);
        let names = set.iter().filter_map(|at| supply.industries.get(*at));
        Ok(Self {
            industries: names.map(|own| plain_case(&own.name)).collect(),
            is_wider,
            year: supply.year,
            suppliers: partners(supply, &set, |other| amount(&[other], &set)),
            buyers: partners(supply, &set, |other| amount(&set, &[other])),
            final_share: (output > 0.0).then(|| sum(&supply.final_use_gbp_m) / output),
            sources: sources::of_supply(industries),
        })
    }

    /// The largest suppliers and buyers, in a few sentences.
    #[must_use]
    pub fn sentence(&self) -> String {
        const NAMED: usize = 2;
        let named = |partners: &[Partner]| -> String {
            let most = partners.iter().take(NAMED);
            let names: Vec<String> = most
                .map(|own| format!("{} ({})", own.name, percent(own.share, 0)))
                .collect();
            list(&names)
        };
        let mut parts = Vec::new();
        if !self.suppliers.is_empty() {
            parts.push(format!("buys most from {}", named(&self.suppliers)));
        }
        if !self.buyers.is_empty() {
            parts.push(format!("sells most to {}", named(&self.buyers)));
        }
        let what = match self.industries.as_slice() {
            [only] => only.clone(),
            several => format!(
                "these {} industries together",
                quantity::count(several.len())
            ),
        };
        let wider = if self.is_wider {
            "The table tells it only as part of a wider industry. "
        } else {
            ""
        };
        let mut words = if parts.is_empty() {
            format!("{wider}In the nation, no other industry buys from it or sells to it.")
        } else {
            let what = sentence_case(&what);
            format!(
                "{wider}{what}, in the nation in {}: {}.",
                self.year,
                parts.join("; ")
            )
        };
        if let Some(share) = self.final_share {
            words.push_str(&format!(
                " Of its output, {} goes to households, government, investment and exports, the rest to industries.",
                percent(share, 0)
            ));
        }
        words
    }
}

impl Partner {
    /// Its name, what passes in a year, and the share.
    #[must_use]
    pub fn cells(&self) -> [String; 3] {
        [
            self.name.clone(),
            super::words::millions(self.gbp_m),
            percent(self.share, 0),
        ]
    }
}

/// The five-digit industries of a subject.
fn finest<'a>(industries: &'a Industries, subject: Subject<'a>) -> Vec<&'a Industry> {
    let own = match subject {
        Subject::Industry(own) => vec![own],
        sector @ Subject::Sector(_) => sector.parts(industries),
    };
    let mut found = Vec::new();
    for own in own {
        if own.level == IndustryLevel::Sic5 {
            found.push(own);
        } else {
            found.extend(industries.classification.inside(own, IndustryLevel::Sic5));
        }
    }
    found
}

/// The largest partners outside a set of the table's industries.
fn partners(supply: &Supply, set: &[usize], amount: impl Fn(usize) -> f64) -> Vec<Partner> {
    let others = (0..supply.size()).filter(|other| !set.contains(other));
    let mut amounts: Vec<(usize, f64)> = others
        .map(|other| (other, amount(other)))
        .filter(|(_, amount)| *amount > 0.0)
        .collect();
    let all: f64 = amounts.iter().map(|(_, amount)| amount).sum();
    order::sort_by(&mut amounts, |a, b| b.1.total_cmp(&a.1));
    let top = amounts.into_iter().take(MOST);
    top.filter_map(|(other, gbp_m)| {
        let own = supply.industries.get(other)?;
        Some(Partner {
            code: own.code.clone(),
            name: plain_case(&own.name),
            gbp_m,
            share: gbp_m / all,
        })
    })
    .collect()
}
