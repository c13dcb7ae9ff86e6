//! The pack's own numbers, read without the crate, to judge its messages by.

use roadmap_core::period::Period;
use roadmap_core::profile::Message;
use serde_json::Value;

/// The pack as plain JSON.
pub struct Raw(Value);

/// Whether what a message tells is outside the noise.
#[derive(Debug, PartialEq, Eq)]
pub enum Noise {
    /// It is.
    Outside,
    /// Noise explains it, or nobody can say.
    Inside(String),
}

/// A number with its limits, where both are published.
#[derive(Clone, Copy)]
struct Cell {
    value: f64,
    half_width: Option<f64>,
}

impl Raw {
    /// Reads the pack.
    pub fn read(path: &str) -> Self {
        Self(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    }

    /// Judges a change, and how unlike the country's it is, or else a gap to the country, or to
    /// the median English district where the country has no figure.
    pub fn noise(&self, area: &str, slug: &str, message: &Message) -> Noise {
        let series = self.series(slug);
        let own = row(series, area);
        let country = row(series, self.0["place"]["country"].as_str().unwrap());
        let (now, latest) = last(&own);
        let Some(start) = self.start(slug, message) else {
            let benchmark = country[now].unwrap_or_else(|| Cell {
                value: self.median(slug),
                half_width: None,
            });
            let gap = latest.value - benchmark.value;
            return self.told(slug, gap, &[latest, benchmark]);
        };
        let earlier = own[start].expect("a change starts at a figure");
        let [then, at_end] = [start, now].map(|column| country[column].unwrap());
        let change = latest.value - earlier.value;
        let unlike = change - (at_end.value - then.value);
        match self.told(slug, unlike, &[earlier, latest, then, at_end]) {
            Noise::Outside => self.told(slug, change, &[earlier, latest]),
            inside => inside,
        }
    }

    /// The column in which a told change starts; none for a message about a gap.
    pub fn start(&self, slug: &str, message: &Message) -> Option<usize> {
        let measure = self.measure(slug);
        let is_why = |key: &str| measure["messages"][key] == *message.so_what;
        let tells_gap = is_why("above_matters") || is_why("below_matters");
        let periods = texts(&self.series(slug)["periods"]);
        let start = start_of_change(&message.text, &periods);
        if !tells_gap {
            assert!(start.is_some(), "no start in time: {}", message.text);
        }
        start.filter(|_| is_why("up_matters") || is_why("down_matters"))
    }

    /// A change never crosses a change of definition.
    pub fn crosses_break(&self, slug: &str, start: usize) -> bool {
        let periods = texts(&self.series(slug)["periods"]);
        let breaks = texts(&self.measure(slug)["breaks"]);
        breaks.iter().any(|at| periods[start] < *at)
    }

    fn told(&self, slug: &str, size: f64, of: &[Cell]) -> Noise {
        let low = self.series(slug)["low"].as_array();
        let is_survey = low.is_some_and(|low| !low.is_empty());
        let squares = of
            .iter()
            .map(|cell| cell.half_width.map(|half_width| half_width * half_width));
        let noise = match squares.sum::<Option<f64>>() {
            Some(squares) => squares.sqrt(),
            None if is_survey => return Noise::Inside("no interval is published".to_owned()),
            None => self.measure(slug)["least_change"].as_f64().unwrap() - 1e-9,
        };
        if size.abs() > noise {
            Noise::Outside
        } else {
            Noise::Inside(format!("{size} within {noise}"))
        }
    }

    /// The latest figure as digits, without thousands or signs.
    pub fn latest_shown(&self, area: &str, slug: &str) -> String {
        let decimals = self.measure(slug)["decimals"].as_u64().unwrap();
        let (_, latest) = last(&row(self.series(slug), area));
        format!("{:.*}", usize::try_from(decimals).unwrap(), latest.value)
    }

    fn measure(&self, slug: &str) -> &Value {
        find(&self.0["measures"], "slug", slug)
    }

    fn series(&self, slug: &str) -> &Value {
        find(&self.0["series"], "measure", slug)
    }

    fn median(&self, slug: &str) -> f64 {
        let all = &self.0["english_districts"]["distributions"];
        let values = find(all, "measure", slug)["values"].as_array().unwrap();
        let mut values: Vec<f64> = values.iter().filter_map(Value::as_f64).collect();
        values.sort_by(f64::total_cmp);
        let half = values.len() / 2;
        if values.len().is_multiple_of(2) {
            values[half - 1].midpoint(values[half])
        } else {
            values[half]
        }
    }
}

fn find<'a>(list: &'a Value, key: &str, text: &str) -> &'a Value {
    let mut rows = list.as_array().unwrap().iter();
    rows.find(|row| row[key] == *text).unwrap()
}

fn texts(list: &Value) -> Vec<String> {
    let rows = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |row: &Value| {
        let text = row.as_str().or_else(|| row["period"].as_str());
        text.unwrap().to_owned()
    };
    rows.iter().map(text).collect()
}

fn row(series: &Value, area: &str) -> Vec<Option<Cell>> {
    let width = series["periods"].as_array().unwrap().len();
    let areas = series["areas"].as_array().unwrap();
    let Some(index) = areas.iter().position(|code| code == area) else {
        return vec![None; width];
    };
    let number = |table: &str, column: usize| series[table][index][column].as_f64();
    let cell = |column| {
        let limits = number("low", column).zip(number("high", column));
        Some(Cell {
            value: number("values", column)?,
            half_width: limits.map(|(low, high)| (high - low) / 2.0),
        })
    };
    (0..width).map(cell).collect()
}

fn last(row: &[Option<Cell>]) -> (usize, Cell) {
    let index = row.iter().rposition(Option::is_some).unwrap();
    (index, row[index].unwrap())
}

/// The column whose period the text names as the start of a change.
fn start_of_change(text: &str, periods: &[String]) -> Option<usize> {
    let is_start = |period: &String| {
        let words = Period::parse(period).unwrap().words();
        ["since ", "in ", "from ", "on ", "("]
            .iter()
            .any(|before| text.contains(&format!("{before}{words}")))
    };
    let last = periods.len() - 1;
    (0..last).find(|index| is_start(&periods[*index]))
}
