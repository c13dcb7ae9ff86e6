//! Jobs of the past by district and section, agencies out.

use std::collections::BTreeMap;

use roadmap_core::data::model::{BySection, Parameter, SECTIONS};
use roadmap_core::data::wire::HindcastRowWire;
use roadmap_core::math;
use roadmap_core::model::hindcast::{constant_share, no_change};
use roadmap_core::model::jobs::{driver, local_ln_of};
use roadmap_core::model::lanes::Lanes;
use roadmap_core::random::{Philox, Stream, normal};

use super::{At, Desk, Judge, Told, ask, wape};
use crate::pack::region::jobs;
use crate::pack::region::people::drivers;
use crate::problem::Problem;

/// What a share of local demand follows, district by district: growth in logs beyond the
/// country's, for everybody, the young and the older.
pub struct Local {
    districts: Vec<[f64; 3]>,
}

impl Local {
    /// Growth from a year to another.
    ///
    /// # Errors
    /// A fault for a year without people.
    pub fn read(desk: &Desk<'_>, from: u16, to: u16) -> Result<Self, Problem> {
        let (own, country) = drivers(desk.given, &desk.words.country, from, to)?;
        let beyond = |own: [f64; 3]| {
            let mut beyond = [0.0; 3];
            for ((slot, own), country) in beyond.iter_mut().zip(own).zip(country) {
                *slot = own - country;
            }
            beyond
        };
        Ok(Self {
            districts: own.into_iter().map(beyond).collect(),
        })
    }

    /// exp((1 - tau) omega rel) of each section, by district.
    pub fn factors(&self, desk: &Desk<'_>) -> Vec<BySection> {
        let follows = Lanes([desk.central(Parameter::LocalServices)]);
        let district = |beyond: &[f64; 3]| {
            let mut factors = [1.0; SECTIONS];
            for (slot, section) in factors.iter_mut().zip(&desk.evidence.sections) {
                let relative = beyond.get(driver(section.local_driver)).copied();
                let relative = Lanes([relative.unwrap_or(0.0)]);
                let local_share = 1.0 - section.tradable_share;
                let Lanes([factor]) = local_ln_of(follows, relative, local_share).exp();
                *slot = factor;
            }
            factors
        };
        self.districts.iter().map(district).collect()
    }
}

/// Rows on jobs.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn rows(desk: &Desk<'_>) -> Result<Vec<HindcastRowWire>, Problem> {
    let words = &desk.words.jobs;
    let came = jobs::read(desk.given)?;
    let came: Vec<BySection> = came.districts.iter().map(|own| own.sections).collect();
    let earlier = jobs::earlier(desk.given)?;
    let mut rows = Vec::new();
    for &start in &words.starts {
        let of = |year: u16| -> Option<Vec<BySection>> {
            let districts = desk.given.codes().map(|code| {
                let key = (code.to_owned(), year);
                earlier.get(&key).copied()
            });
            districts.collect()
        };
        let Some(began) = of(start) else { continue };
        let [before, after] = jobs::country(desk.given, start, words.target)?;
        let growth = ratio(before, after);
        let local = Local::read(desk, start, words.people_until)?.factors(desk);
        let at = |subject| At {
            subject,
            start,
            target: words.target,
        };
        let past = Past {
            desk,
            began: &began,
            came: &came,
            growth,
            local: &local,
        };
        let sections = past.rows(at("jobs_by_section"), |own| own.to_vec());
        let totals = past.rows(at("jobs"), |own| vec![own.iter().sum()]);
        rows.extend(sections.into_iter().map(|row| (row, true)));
        rows.extend(totals.into_iter().map(|row| (row, false)));
    }
    // Only cells are asked for something; totals of districts are told beside the rules.
    let mut told: BTreeMap<(u16, bool), Vec<HindcastRowWire>> = BTreeMap::new();
    for (row, is_asked) in rows {
        told.entry((row.start, !is_asked)).or_default().push(row);
    }
    for ((_, is_total), own) in &mut told {
        if !*is_total {
            let asked = "no more than 1.02 times the error of constant shares";
            ask(own, &["model"], ("constant-share", 1.02), asked, wape);
            for row in own.iter_mut().filter(|row| row.mode == "unconditional") {
                (row.passes, row.asked) = (None, String::new());
            }
        }
    }
    Ok(told.into_values().flatten().collect())
}

fn ratio(before: BySection, after: BySection) -> BySection {
    let mut growth = [1.0; SECTIONS];
    for ((slot, before), after) in growth.iter_mut().zip(before).zip(after) {
        if before > 0.0 {
            *slot = after / before;
        }
    }
    growth
}

struct Past<'a> {
    desk: &'a Desk<'a>,
    began: &'a [BySection],
    came: &'a [BySection],
    growth: BySection,
    local: &'a [BySection],
}

impl Past<'_> {
    fn rows(&self, at: At, of: impl Fn(&BySection) -> Vec<f64>) -> Vec<HindcastRowWire> {
        let desk = self.desk;
        let flat = |own: &[BySection]| own.iter().flat_map(&of).collect::<Vec<f64>>();
        let times = |own: &BySection, factor: &BySection| {
            let mut product = *own;
            for (slot, factor) in product.iter_mut().zip(factor) {
                *slot *= factor;
            }
            product
        };
        let came = flat(self.came);
        let judge = Judge {
            at,
            came: &came,
            least: desk.words.least_of_cell,
        };
        let share: Vec<BySection> = self
            .began
            .iter()
            .map(|own| {
                let told = constant_share(own, &self.growth);
                told.try_into().unwrap_or(*own)
            })
            .collect();
        let pairs = share.iter().zip(self.local);
        let known: Vec<BySection> = pairs.map(|(own, local)| times(own, local)).collect();
        let national = desk.central(Parameter::GrowthOfJobs) / 100.0 * at.years();
        let told = [math::exp(national); SECTIONS];
        let told: Vec<BySection> = self.began.iter().map(|own| times(own, &told)).collect();
        let draws = self.draws(&known, at, &of);
        let mut rows = Vec::new();
        rows.extend(judge.row(&Told {
            draws: &draws,
            note: "The band holds noise of jobs alone, not that of counting them.",
            ..Told::model("conditional", "model", &flat(&known))
        }));
        rows.extend(judge.row(&Told {
            note: "National growth as the model assumes it, the same for every section.",
            ..Told::model("unconditional", "model", &flat(&told))
        }));
        rows.extend(judge.row(&Told::rule("no-change", &no_change(&flat(self.began)))));
        rows.extend(judge.row(&Told::rule("constant-share", &flat(&share))));
        rows
    }

    /// Random walks of each cell around what the model tells.
    fn draws(
        &self,
        told: &[BySection],
        at: At,
        of: &impl Fn(&BySection) -> Vec<f64>,
    ) -> Vec<Vec<f64>> {
        let noise = &self.desk.evidence.constants.noise;
        let generator = Philox::new(self.desk.words.seed, Stream::JobNoise);
        let mut cells: Vec<Vec<f64>> = Vec::new();
        for (district, (own, began)) in (0_u32..).zip(told.iter().zip(self.began)) {
            let first = cells.len();
            cells.resize(first + of(own).len(), Vec::new());
            let mut words = generator.words_of(district);
            for _ in 0..self.desk.words.draws {
                let mut walked = *own;
                for (slot, began) in walked.iter_mut().zip(began) {
                    let sd = noise.sd(*began) * at.years().sqrt();
                    // Never exactly 0, whose quantile has no end.
                    let z = normal::quantile(words.share().max(f64::EPSILON));
                    *slot *= math::exp(sd * z - sd * sd / 2.0);
                }
                for (slot, value) in cells.iter_mut().skip(first).zip(of(&walked)) {
                    slot.push(value);
                }
            }
        }
        cells
    }
}
