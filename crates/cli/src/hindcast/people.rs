//! People of the past: by the trend of migration, and by homes.

use std::collections::BTreeMap;

use roadmap_core::data::model::{AGES, ByAge, FERTILE_AGES, Parameter, Parameters, SEXES};
use roadmap_core::data::wire::HindcastRowWire;
use roadmap_core::math;
use roadmap_core::model::base::people::{Country, Past, Window, local_rates};
use roadmap_core::model::base::{homes, rates};
use roadmap_core::model::demography::{self, Closure, Place, Year, project};
use roadmap_core::model::hindcast::{linear_trend, no_change};
use roadmap_core::model::housing;

use super::{At, Desk, Judge, Told, ask, cells, mape, stock};
use crate::content::hindcast::Start;
use crate::content::region::Outlook;
use crate::pack::region::homes::Headship;
use crate::pack::region::people::{Flows, estimates, lacks, smoothing};
use crate::pack::region::{country, outlook};
use crate::problem::Problem;

/// Districts from one year on.
pub struct FromYear {
    /// The year.
    pub start: u16,
    /// Steps whose migration was averaged.
    pub window: u16,
    districts: Vec<District>,
    movers: ByAge,
}

struct District {
    people: ByAge,
    death_rate: ByAge,
    birth_death_rate: [f64; SEXES],
    birth_rate: [f64; FERTILE_AGES],
    net_migrants: ByAge,
    headship: [f64; AGES],
    /// Dwellings from the start on.
    homes: Vec<f64>,
    /// What was built a year before the start.
    built: f64,
}

/// Whether the homes that came are known or told as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Homes {
    /// They are those that came.
    Known,
    /// They are told by what was built before.
    Told,
}

/// Every start and window.
pub struct Pasts {
    /// Each with its rates.
    pub all: Vec<FromYear>,
    /// Residents of each district by year.
    pub people: Vec<BTreeMap<u16, f64>>,
}

/// Rates of every start and window.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn pasts(desk: &Desk<'_>) -> Result<Pasts, Problem> {
    let mut estimates = estimates(desk.given)?;
    let flows = Flows::read(desk.given)?;
    let headship = Headship::read(desk.given)?;
    let people: Vec<BTreeMap<u16, ByAge>> = desk
        .given
        .codes()
        .map(|code| estimates.remove(code).unwrap_or_default())
        .collect();
    let mut all = Vec::new();
    for start in &desk.words.population.starts {
        for &window in &start.windows {
            let source = Source {
                desk,
                people: &people,
                flows: &flows,
                headship: &headship,
            };
            all.push(source.told_from(start, window)?);
        }
    }
    let total = |years: &BTreeMap<u16, ByAge>| {
        let sum = |(year, people): (&u16, &ByAge)| (*year, people.iter().flatten().sum::<f64>());
        years.iter().map(sum).collect()
    };
    Ok(Pasts {
        all,
        people: people.iter().map(total).collect(),
    })
}

struct Source<'a> {
    desk: &'a Desk<'a>,
    people: &'a [BTreeMap<u16, ByAge>],
    flows: &'a Flows,
    headship: &'a Headship<'a>,
}

impl Source<'_> {
    fn told_from(&self, words: &Start, window: u16) -> Result<FromYear, Problem> {
        let (desk, given, start) = (self.desk, self.desk.given, words.year);
        let own = &desk.words.population;
        let first = start - window.max(own.rate_steps);
        let country = self.country(first, start)?;
        let births = |code: &str, step: u16, what: &str| {
            self.flows
                .to_june
                .get(&[code, &(step + 1).to_string(), what])
        };
        let rate_steps: Vec<u16> = ((start - own.rate_steps)..start).collect();
        let mut pasts = Vec::new();
        for (code, people) in given.codes().zip(self.people) {
            let of = |steps: &[u16], what: &str| {
                let told = steps
                    .iter()
                    .map(|step| Ok((*step, births(code, *step, what)?)));
                told.collect::<Result<BTreeMap<u16, f64>, Problem>>()
            };
            let steps: Vec<u16> = ((start - window)..start).collect();
            let born = of(&steps, "births")?;
            let died = of(&steps, "deaths")?;
            let count = |year: u16| {
                people
                    .get(&year)
                    .map(|own| own.iter().flatten().sum::<f64>())
            };
            let (before, after) = (count(start - window), count(start));
            let grown = after
                .zip(before)
                .map_or(0.0, |(after, before)| after - before);
            let natural = born.values().sum::<f64>() - died.values().sum::<f64>();
            pasts.push(Past {
                people: people.clone(),
                deaths: of(&rate_steps, "deaths")?,
                births: born,
                births_for_fertility: of(&rate_steps, "births")?,
                net_migration: (grown - natural) / f64::from(window.max(1)),
            });
        }
        let years = Window {
            mortality: rate_steps.clone(),
            fertility: rate_steps,
            migration: (start - window)..=(start - 1),
        };
        let boys = given.needed.boys_per_girl;
        let found = local_rates(&pasts, &country, &years, &smoothing(given), boys);
        let (local, movers) = found.map_err(|lacking| lacks(given, &lacking))?;
        let marches = stock::marches(desk, start)?;
        let built = stock::completions(desk, start)?;
        let part = given.words.homes.part_of_last_year;
        let mut districts = Vec::new();
        for ((((code, past), local), marches), built) in
            given.codes().zip(pasts).zip(local).zip(marches).zip(built)
        {
            let Some((people, deaths)) = past.people.get(&start).zip(country.deaths.get(&start))
            else {
                continue;
            };
            let pairs = marches.values().zip(marches.values().skip(1));
            let homes: Vec<f64> = pairs.map(|(now, next)| now + part * (next - now)).collect();
            let rates = self.headship.of(code)?;
            let by_age = roadmap_core::data::model::on_lines(&self.headship.ages(), &rates);
            let lived_in = homes
                .first()
                .map_or(0.0, |own| own * (1.0 - given.needed.vacant_share));
            let factor = homes::filling(people, &by_age, lived_in).unwrap_or(1.0);
            districts.push(District {
                people: *people,
                death_rate: rates::death_rate(&deaths.rate, local.mortality),
                birth_death_rate: deaths.birth_rate,
                birth_rate: rates::birth_rate(&country.births_per_woman, local.fertility),
                net_migrants: local.net_migrants,
                headship: by_age.map(|rate| rate * factor),
                homes,
                built,
            });
        }
        Ok(FromYear {
            start,
            window,
            districts,
            movers,
        })
    }

    /// National rates of one edition and year, moved back at the fall the model assumes.
    fn country(&self, first: u16, last: u16) -> Result<Country, Problem> {
        let edition = self.desk.words.population.edition;
        let told = country::deaths(self.desk.given, edition)?;
        let fall = self.desk.central(Parameter::FallOfDeathRates) / 100.0;
        let moved = |year: u16| {
            let factor = math::exp(fall * (f64::from(edition.year) - f64::from(year)));
            let mut deaths = told.clone();
            deaths.rate = rates::death_rate(&deaths.rate, factor);
            deaths.birth_rate = deaths.birth_rate.map(|rate| (rate * factor).min(1.0));
            (year, deaths)
        };
        Ok(Country {
            deaths: (first..=last).map(moved).collect(),
            births_per_woman: country::births(self.desk.given, edition)?,
        })
    }
}

impl FromYear {
    /// Each district through the years, told with some parameters.
    pub fn told(&self, desk: &Desk<'_>, homes: Homes, with: &Parameters) -> Vec<Vec<Year>> {
        let constants = &desk.evidence.constants.people;
        let course = demography::Course {
            mortality_fall_pct: with.get(Parameter::FallOfDeathRates),
            fertility: with.get(Parameter::Fertility),
            migration: with.get(Parameter::Migration),
            closure: Closure {
                pull: with.get(Parameter::PeopleFollowHomes),
                most_share: constants.most_moved_share,
            },
            vacant_share: constants.vacant_share,
            boys_per_girl: constants.boys_per_girl,
        };
        let district = |own: &District| {
            let place = Place {
                people: &own.people,
                death_rate: &own.death_rate,
                birth_death_rate: &own.birth_death_rate,
                birth_rate: &own.birth_rate,
                net_migrants: &own.net_migrants,
                headship: &own.headship,
                movers: &self.movers,
            };
            match homes {
                Homes::Known => project(&place, &own.homes, &course),
                Homes::Told => {
                    let built = own.built * with.get(Parameter::Completions);
                    let start = own.homes.first().copied().unwrap_or(0.0);
                    let years = own.homes.len().saturating_sub(1);
                    let path = housing::path(start, built, constants.most_built_share, years);
                    project(&place, &path, &course)
                }
            }
        };
        self.districts.iter().map(district).collect()
    }
}

/// Residents of one variant.
#[derive(Clone, Copy)]
enum Variant {
    Trend,
    Led(Homes),
}

impl Variant {
    const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Trend, "unconditional", "trend"),
        (Self::Led(Homes::Told), "unconditional", "dwelling-led"),
        (Self::Led(Homes::Known), "conditional", "dwelling-led"),
    ];

    fn homes(self) -> Homes {
        match self {
            Self::Trend => Homes::Known,
            Self::Led(homes) => homes,
        }
    }

    fn of(self, year: &Year) -> f64 {
        let people = match self {
            Self::Trend => &year.trend,
            Self::Led(_) => &year.people,
        };
        people.iter().flatten().sum()
    }
}

/// Residents of each district by year since the start, told by one variant.
struct Course {
    mode: &'static str,
    method: &'static str,
    window: u16,
    central: Vec<Vec<f64>>,
    draws: Vec<Vec<Vec<f64>>>,
}

impl Course {
    fn new(desk: &Desk<'_>, past: &FromYear, own: (Variant, &'static str, &'static str)) -> Self {
        let (variant, mode, method) = own;
        let told = |with: &Parameters| -> Vec<Vec<f64>> {
            let districts = past.told(desk, variant.homes(), with).into_iter();
            let total = |years: Vec<Year>| years.iter().map(|year| variant.of(year)).collect();
            districts.map(total).collect()
        };
        Self {
            mode,
            method,
            window: past.window,
            central: told(&desk.central),
            draws: desk.draws.iter().map(told).collect(),
        }
    }

    fn row(&self, judge: &Judge<'_>) -> Option<HindcastRowWire> {
        let passed = usize::from(judge.at.target - judge.at.start);
        let at = |told: &Vec<Vec<f64>>| -> Option<Vec<f64>> {
            told.iter()
                .map(|years| years.get(passed).copied())
                .collect()
        };
        let mut draws = vec![Vec::new(); self.central.len()];
        for told in &self.draws {
            for (slot, value) in draws.iter_mut().zip(at(told)?) {
                slot.push(value);
            }
        }
        judge.row(&Told {
            mode: self.mode,
            method: self.method,
            window: Some(self.window),
            cells: &at(&self.central)?,
            draws: &draws,
            note: "Ages at which people head a household are those of 2018, at the level of the start.",
        })
    }
}

/// Rows on residents.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn rows(desk: &Desk<'_>, pasts: &Pasts) -> Result<Vec<HindcastRowWire>, Problem> {
    let mut rows = Vec::new();
    for words in &desk.words.population.starts {
        let own = pasts.all.iter().filter(|past| past.start == words.year);
        let courses: Vec<Course> = own
            .flat_map(|past| Variant::ALL.map(|variant| Course::new(desk, past, variant)))
            .collect();
        for &target in &words.targets {
            rows.extend(of_target(desk, pasts, (words, &courses), target)?);
        }
    }
    Ok(rows)
}

/// Years before a start that the linear trend is taken over.
const TREND_YEARS: u16 = 5;

fn of_target(
    desk: &Desk<'_>,
    pasts: &Pasts,
    (words, courses): (&Start, &[Course]),
    target: u16,
) -> Result<Vec<HindcastRowWire>, Problem> {
    let years = [words.year - TREND_YEARS, words.year, target];
    let [Some(before), Some(start), Some(came)] = years.map(|year| cells(&pasts.people, year))
    else {
        return Ok(Vec::new());
    };
    let at = At {
        subject: "population",
        start: words.year,
        target,
    };
    let judge = Judge {
        at,
        came: &came,
        least: desk.words.least_of_cell,
    };
    let mut own: Vec<_> = courses
        .iter()
        .filter_map(|course| course.row(&judge))
        .collect();
    let trend = linear_trend(&before, &start, TREND_YEARS.into(), at.years());
    own.extend(judge.row(&Told::rule("no-change", &no_change(&start))));
    own.extend(judge.row(&Told::rule("linear-trend", &trend)));
    if let Some(key) = &words.outlook {
        let official = desk.given.words.outlooks.iter().find(|own| own.key == *key);
        let cells = official
            .map(|words| official_of(desk, words, target))
            .transpose()?;
        own.extend(cells.and_then(|cells| judge.row(&Told::rule("official", &cells))));
    }
    let model = ["trend", "dwelling-led"];
    ask(
        &mut own,
        &model,
        ("no-change", 1.0),
        "beats no change",
        mape,
    );
    if at.years() >= 8.0 {
        let asked = "beats the linear trend at eight years and more";
        ask(&mut own, &model, ("linear-trend", 1.0), asked, mape);
    }
    Ok(own)
}

fn official_of(desk: &Desk<'_>, words: &Outlook, target: u16) -> Result<Vec<f64>, Problem> {
    let persons = outlook::persons(desk.given, words)?;
    let of = |code: &str| {
        persons
            .get(code)
            .and_then(|years| years.get(&target))
            .copied()
    };
    Ok(desk.given.codes().filter_map(of).collect())
}
