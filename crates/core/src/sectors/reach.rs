//! What is within reach: industries a place is not specialised in, by how near they are to
//! those it is.

use super::{Ground, ImputedRent, Landscape, NoAnswer, Productivity, Rows, sources};
use crate::data::{Agencies, Industries};
use crate::order;
use crate::quantity::Value;
use crate::stats::complexity::Itself;
use crate::stats::growth::yearly_growth;
use crate::stats::quantile;

/// What to bear in mind beside the list.
pub const CAUTION: &str = "Industries near to what a place does already are the easier ones to grow, and they tend to pay as the present ones do: this way of choosing reproduces existing pay levels.";

/// All industries of a place by how near they are to its strengths.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// The place's name.
    pub place: String,
    /// One per industry, in ascending order of code.
    pub rows: Vec<ReachRow>,
    /// The density from which on an industry counts as within reach: the upper quartile of
    /// those the place is not specialised in.
    pub near_from: Option<f64>,
    /// Keys of the sources it rests on.
    pub sources: Vec<String>,
}

/// One industry of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct ReachRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Revealed advantage in the place.
    pub advantage: Value,
    /// Whether the place is specialised in it: an advantage of 1 or more.
    pub is_strength: bool,
    /// Relatedness density without itself, 0 to 1; none for an industry near no other.
    pub density: Option<f64>,
    /// Whether it is no strength and near to those that are.
    pub is_within_reach: bool,
    /// Jobs in the whole country.
    pub jobs_everywhere: f64,
    /// Growth of these jobs by the year since the first year told, as a share.
    pub yearly_everywhere: Option<f64>,
    /// Output per job in the whole country in the finest industry told that holds it, pounds;
    /// missing where none does.
    pub gva_gbp_per_job_everywhere: Value,
    /// Product complexity, where there is an order.
    pub complexity: Option<f64>,
}

impl Reach {
    /// How near each industry is to what a place is specialised in.
    ///
    /// # Errors
    /// [`NoAnswer`] when jobs of the place are not told.
    pub fn of(
        industries: &Industries,
        landscape: &Landscape,
        place: &Ground<'_>,
        agencies: Agencies,
    ) -> Result<Self, NoAnswer> {
        let advantage = landscape.advantage_of(industries, place, agencies);
        let advantage = advantage.ok_or_else(|| NoAnswer::LevelNotTold {
            place: place.name.clone(),
            level: landscape.level.key(),
        })?;
        let is_strength = |own: &Value| own.number().is_some_and(|own| own >= 1.0);
        let strong = advantage.iter().enumerate();
        let strong = strong.filter(|(_, own)| is_strength(own));
        let strong: Vec<usize> = strong.map(|(industry, _)| industry).collect();
        let density = landscape.relatedness.density(&strong, Itself::LeftOut);
        let others = density.iter().zip(&advantage);
        let mut others: Vec<f64> = others
            .filter(|(_, own)| !is_strength(own))
            .filter_map(|(density, _)| *density)
            .collect();
        order::sort_numbers(&mut others);
        let near_from = quantile(&others, 0.75);
        let growth = growth_everywhere(industries, landscape, agencies);
        let output = industries.whole().and_then(|whole| {
            let (whole, year) = (Ground::of(whole), landscape.year);
            Productivity::of(industries, &whole, year, ImputedRent::LeftOut).ok()
        });
        let order = landscape.complexity().ok();
        let rows = landscape.industries.iter().zip(&advantage).enumerate();
        let rows = rows.map(|(at, (industry, own))| {
            let density = density.get(at).copied().flatten();
            let near = density.zip(near_from);
            ReachRow {
                code: industry.code.clone(),
                name: industry.name.clone(),
                advantage: *own,
                is_strength: is_strength(own),
                density,
                is_within_reach: !is_strength(own)
                    && near.is_some_and(|(density, from)| density >= from && density > 0.0),
                jobs_everywhere: landscape.jobs().get(at).copied().unwrap_or(0.0),
                yearly_everywhere: growth.get(at).copied().flatten(),
                gva_gbp_per_job_everywhere: output.as_ref().map_or(Value::Missing, |output| {
                    output.per_job_of_division(&industry.code)
                }),
                complexity: order
                    .as_ref()
                    .and_then(|order| order.industries.get(at).copied().flatten()),
            }
        });
        Ok(Self {
            place: place.name.clone(),
            rows: rows.collect(),
            near_from,
            sources: sources::of_jobs(
                industries,
                Rows::Industries(landscape.level),
                &[landscape.year],
            ),
        })
    }

    /// What is within reach, the nearest first.
    #[must_use]
    pub fn within_reach(&self) -> Vec<&ReachRow> {
        let near = self.rows.iter().filter(|row| row.is_within_reach);
        let mut near: Vec<&ReachRow> = near.collect();
        order::sort_by(&mut near, |a, b| {
            let density = |row: &ReachRow| row.density.unwrap_or(0.0);
            density(b).total_cmp(&density(a))
        });
        near
    }
}

fn growth_everywhere(
    industries: &Industries,
    landscape: &Landscape,
    agencies: Agencies,
) -> Vec<Option<f64>> {
    let level = landscape.level;
    let found = industries.whole().and_then(|whole| {
        let first = *industries.job_years(whole, level).first()?;
        let years = f64::from(landscape.year.checked_sub(first)?);
        let before = industries.jobs(whole, level, first, agencies)?.jobs;
        let pairs = before.into_iter().zip(landscape.jobs());
        let growth = pairs.map(|(from, to)| yearly_growth(from.number()?, *to, years));
        Some(growth.collect())
    });
    found.unwrap_or_default()
}
