//! How long the scenario model takes on the shipped place, and how that grows with draws,
//! districts and years. Only told, never judged: machines differ.
//!
//! `cargo bench -p roadmap-core`

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::io::{self, Write};
use std::path::Path;
use std::thread;
use std::time::Instant;

use roadmap_core::data::model::{Evidence, Model, Parameter, Region, Settings};
use roadmap_core::data::{read_model, read_pack};
use roadmap_core::model::contributions::{Whole, contributions_to};
use roadmap_core::model::draws::{central, side_by_side};
use roadmap_core::model::ensemble::{Ensemble, Kept, LANES, Runner};
use roadmap_core::model::output::Output;
use roadmap_core::model::plan::Plan;
use roadmap_core::model::prepared::Prepared;
use roadmap_core::model::results::Results;
use roadmap_core::model::run::Workspace;
use roadmap_core::model::sensitivity::{Answer, Asked, elementary_effects, tornado};

/// What is asked of a bench: times in milliseconds, printed as they come.
type Told = Result<(), Box<dyn Error>>;

fn main() -> Told {
    let Model {
        region, evidence, ..
    } = shipped()?;
    let bench = Bench {
        wanted: std::env::args().skip(1).find(|own| !own.starts_with('-')),
    };
    say(&machine())?;
    say("\nthe shipped place, ms                      median     least  at most")?;
    let place = Place::new(&region, &evidence)?;
    let (calm, moved) = (evidence.defaults(), all_moved(&evidence));
    bench.tell("central run, all outputs and sections", "0.25", || {
        place.central(&calm, true)
    })?;
    bench.tell("the same, every lever at its most", "0.25", || {
        place.central(&moved, true)
    })?;
    bench.tell("the same, births and migration as before", "", || {
        place.central(&moved, false)
    })?;
    bench.tell("1,000 draws with noise", "500", || place.draws(1_000))?;
    bench.tell("first 64 draws, with the baseline's", "40", || {
        place.band(&moved)
    })?;
    bench.tell("tornado of every headline", "60", || {
        place.asked(|runner, asked| tornado(runner, asked).map(|_| ()))
    })?;
    bench.tell("Morris of every headline, 20 ways", "600", || {
        place.asked(|runner, asked| elementary_effects(runner, asked, (1, 20)).map(|_| ()))
    })?;
    bench.tell("shares of every lever, every headline", "", || {
        place.shares(&moved)
    })?;

    bench.table("draws with noise", [64, 256, 1024, 4096], |draws| {
        place.draws(draws)
    })?;
    bench.table(
        "districts, 64 draws with noise",
        [10, 30, 100, 300],
        |count| {
            let wide = replicated(&region, count as usize);
            Place::new(&wide, &evidence)?.draws(64)
        },
    )?;
    bench.table("years, 64 draws with noise", [5, 10, 20, 26], |years| {
        let mut short = region.clone();
        short.last_year = short.base_year + u16::try_from(years)?;
        Place::new(&short, &evidence)?.draws(64)
    })
}

/// What is asked for on the command line.
struct Bench {
    /// Only what has these words in its name.
    wanted: Option<String>,
}

/// Times of some runs, milliseconds.
struct Times {
    median: f64,
    /// What else the machine does only makes runs longer.
    least: f64,
}

type Timed = Result<Times, Box<dyn Error>>;

impl Bench {
    fn skips(&self, what: &str) -> bool {
        let wanted = self.wanted.as_ref();
        wanted.is_some_and(|wanted| !what.contains(wanted.as_str()))
    }

    fn tell(&self, what: &str, at_most: &str, work: impl Fn() -> Timed) -> Told {
        if self.skips(what) {
            return Ok(());
        }
        let Times { median, least } = work()?;
        say(&format!("{what:<40}{median:>9.3} {least:>9.3}  {at_most}"))
    }

    /// Times by count, and per one of them: level where cost is linear.
    fn table<const N: usize>(
        &self,
        what: &str,
        counts: [u32; N],
        work: impl Fn(u32) -> Timed,
    ) -> Told {
        const WIDEST: f64 = 30.0;
        if self.skips(what) {
            return Ok(());
        }
        let mut rows = Vec::with_capacity(N);
        for count in counts {
            rows.push((count, work(count)?));
        }
        let each = |(count, times): &(u32, Times)| 1e3 * times.least / f64::from(*count);
        let most = rows.iter().map(each).fold(0.0, f64::max);
        say(&format!(
            "\n{what:<40}   median     least   µs for each, of the least"
        ))?;
        for row in &rows {
            let (count, Times { median, least }) = row;
            let bar = "#".repeat((each(row) / most * WIDEST) as usize);
            let each = each(row);
            say(&format!(
                "{count:>40}{median:>9.2} {least:>9.2} {each:>9.2}  {bar}"
            ))?;
        }
        Ok(())
    }
}

/// A place ready to run, and what is known.
struct Place<'a> {
    evidence: &'a Evidence,
    prepared: Prepared,
    baseline: Plan,
}

impl<'a> Place<'a> {
    fn new(region: &Region, evidence: &'a Evidence) -> Result<Self, Box<dyn Error>> {
        let prepared = Prepared::new(region, evidence)?;
        Ok(Self {
            baseline: Plan::new(&prepared, &evidence.defaults(), true),
            evidence,
            prepared,
        })
    }

    /// One central run; its trend of people anew, or as the run before left it.
    fn central(&self, settings: &Settings, is_trend_new: bool) -> Timed {
        let middle = central(self.evidence).ok_or(INCOMPLETE)?;
        let other = {
            let mut other = middle;
            let births = other.get(Parameter::Fertility) * 1.01;
            other.set(Parameter::Fertility, births);
            if is_trend_new { other } else { middle }
        };
        let parameters = [middle, other].map(|own| side_by_side(&[own]));
        let mut workspace = Workspace::new(&self.prepared);
        let mut results = Results::new(&self.prepared, true);
        let mut both = parameters.iter().cycle();
        Ok(timed(401, || {
            let plan = Plan::new(&self.prepared, settings, true);
            if let Some(own) = both.next() {
                self.prepared
                    .run(&plan, own, None, &mut workspace, &mut results);
            }
            black_box(&results);
        }))
    }

    fn runner(&self) -> Result<Runner<'_>, Box<dyn Error>> {
        Ok(Runner::new(&self.prepared, self.evidence, 1, false).ok_or(INCOMPLETE)?)
    }

    /// Draws of the baseline, each once.
    fn draws(&self, draws: u32) -> Timed {
        let mut runner = self.runner()?;
        Ok(timed(5, || {
            for first in (0..draws).step_by(LANES) {
                black_box(runner.run(&self.baseline, &[], first));
            }
        }))
    }

    /// The first band a reader sees: draws of a future and of the baseline, kept, and deciles of
    /// every headline of the whole place.
    fn band(&self, settings: &Settings) -> Timed {
        const DRAWS: usize = 64;
        let mut runner = self.runner()?;
        let kept: Vec<Kept> = Output::headlines()
            .map(|output| Kept { area: 0, output })
            .collect();
        let years = self.baseline.years.len();
        Ok(timed(21, || {
            let plan = Plan::new(&self.prepared, settings, true);
            let [mut future, mut baseline] =
                [(); 2].map(|()| Ensemble::new(kept.clone(), years, DRAWS));
            for (first, draw) in (0..DRAWS).step_by(LANES).zip((0..).step_by(LANES)) {
                baseline.take_in(first, runner.run(&self.baseline, &[], draw));
                future.take_in(first, runner.run(&plan, &[], draw));
            }
            for kept in &kept {
                for year in 0..years {
                    black_box(future.sample(*kept, year).deciles());
                    black_box(future.difference(&baseline, *kept, year).deciles());
                }
            }
        }))
    }

    fn answers(&self) -> Vec<Answer> {
        let since = self.baseline.years.len() - 1;
        Output::headlines()
            .map(|output| Answer {
                series: Kept { area: 0, output },
                since,
            })
            .collect()
    }

    fn asked(&self, ask: impl Fn(&mut Runner<'_>, Asked<'_>) -> Option<()>) -> Timed {
        let mut runner = self.runner()?;
        let answers = self.answers();
        let asked = Asked {
            plan: &self.baseline,
            shifts: &[],
            evidence: self.evidence,
            answers: &answers,
        };
        ask(&mut runner, asked).ok_or(INCOMPLETE)?;
        Ok(timed(5, || {
            black_box(ask(&mut runner, asked));
        }))
    }

    fn shares(&self, settings: &Settings) -> Timed {
        let whole = Whole {
            settings,
            shifts: &[],
            with_space: true,
        };
        let answers = self.answers();
        let told = || contributions_to(&self.prepared, self.evidence, whole, &answers);
        told().ok_or(INCOMPLETE)?;
        Ok(timed(3, || {
            black_box(told());
        }))
    }
}

const INCOMPLETE: &str = "the pack's evidence does not tell every parameter";

/// The model of the pack in the repository.
fn shipped() -> Result<Model, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.is_dir() {
            continue;
        }
        let Some(dataset) = read_pack("pack", &fs::read(&path)?).dataset else {
            continue;
        };
        for companion in &dataset.companions {
            let bytes = fs::read(folder.join(&companion.file))?;
            if let Some(model) = read_model(&companion.file, &bytes, &dataset).model {
                return Ok(model);
            }
        }
    }
    Err(format!("no pack with a model in {}", folder.display()).into())
}

fn all_moved(evidence: &Evidence) -> Settings {
    let mut settings = evidence.defaults();
    for lever in &evidence.levers {
        settings.set(lever.setting, lever.most);
    }
    settings
}

/// As many districts as wanted: those of a region again and again, on a line.
fn replicated(region: &Region, districts: usize) -> Region {
    let mut wide = region.clone();
    let own = region.districts.iter().cycle().take(districts);
    wide.districts = own.cloned().collect();
    let row = |at: usize| {
        let others = 0..districts;
        others
            .map(|other| 5.0 + 9.0 * at.abs_diff(other) as f64)
            .collect()
    };
    wide.distance_km = (0..districts).map(row).collect();
    wide
}

/// Some runs, after one that does not count.
fn timed(runs: usize, mut work: impl FnMut()) -> Times {
    work();
    let time = |_| {
        #[expect(clippy::disallowed_methods, reason = "times are what is told here")]
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = (0..runs).map(time).collect();
    times.sort_by(f64::total_cmp);
    let at = |place: usize| times.get(place).copied().unwrap_or(f64::NAN);
    Times {
        median: at(runs / 2),
        least: at(0),
    }
}

/// What the figures were measured on.
fn machine() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once(':'));
    let mut names = lines.filter(|(key, _)| key.trim() == "model name");
    let name = names
        .next()
        .map_or("unknown processor", |(_, name)| name.trim());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    format!(
        "{} {}, {name}, {threads} threads, one used",
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}

fn say(line: &str) -> Told {
    Ok(writeln!(io::stdout(), "{line}")?)
}
