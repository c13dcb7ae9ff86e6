//! Pictures: which chart shows what about a place, with its title, its source and
//! its files. From the dataset to a spec; the app only gives it room.

mod bars;
mod district_map;
mod figures;
mod files;
mod line;
mod strip;
mod titles;

pub use bars::bars;
pub use district_map::{DistrictMap, district_map};
pub(crate) use files::csv_text;
pub use files::file_stem;
pub use line::line;
pub use strip::strip;

use std::fmt;
use std::sync::Arc;

use crate::area::AreaCode;
use crate::chart::bar::BarSpec;
use crate::chart::choropleth::ChoroplethSpec;
use crate::chart::line::LineSpec;
use crate::chart::strip::StripSpec;
use crate::chart::{Frame, Placed};
use crate::data::Dataset;
use crate::measure::Measure;

/// A chart and everything that is said around it.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Kind and measure, unique on a page: `line-employment-rate`.
    pub key: String,
    /// Which kind of chart it is; none for one that is made elsewhere.
    pub kind: Option<Kind>,
    /// The slug of the measure it shows, for a link to it; none where the page says it already.
    pub measure: Option<String>,
    /// The finding, in a few words.
    pub title: String,
    /// Measure, unit and period.
    pub subtitle: String,
    /// Publisher, title and licence, as one line.
    pub source_words: String,
    /// The publisher's page.
    pub source_url: Option<String>,
    /// What stands under a saved picture: source, licence, version of the data.
    pub source_lines: Vec<String>,
    /// What a saved file is called, without its ending.
    pub file_stem: String,
    place_name: String,
    timing_name: &'static str,
    chart: Chart,
}

/// A kind of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Through time, with benchmarks.
    Line,
    /// Among all English districts.
    Strip,
    /// The county's districts, ranked.
    Bars,
    /// The county's districts on the ground.
    Map,
}

impl Kind {
    /// The key of the kind, in names of figures and files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Strip => "strip",
            Self::Bars => "bar",
            Self::Map => "map",
        }
    }

    const fn timing_name(self) -> &'static str {
        match self {
            Self::Line => "roadmap-draw-line",
            Self::Strip => "roadmap-draw-strip",
            Self::Bars => "roadmap-draw-bar",
            Self::Map => "roadmap-draw-map",
        }
    }
}

#[derive(Clone, Debug)]
enum Chart {
    Line(LineSpec),
    Strip(StripSpec),
    Bars(BarSpec),
    Map(ChoroplethSpec),
    Other(Arc<dyn Draw>),
}

/// A chart that a picture need not know, so that the first view does not carry its code.
pub trait Draw: fmt::Debug + Send + Sync {
    /// Places the chart in a frame.
    fn place(&self, frame: Frame) -> Placed;

    /// The height that suits a width, both in CSS pixels.
    fn height_px(&self, width_px: f64, text_scale: f64) -> f64;
}

/// What a picture is made of whose chart it need not know.
#[derive(Debug)]
pub struct Parts {
    /// What it is called, unique on a page: `quadrant`.
    pub key: &'static str,
    /// What it belongs to, in names of files: `industries`.
    pub about: &'static str,
    /// What a redraw is called on the browser's timeline.
    pub timing_name: &'static str,
    /// The finding, in a few words.
    pub title: String,
    /// Measure, unit and period.
    pub subtitle: String,
    /// The place it is about.
    pub place_name: String,
    /// Publisher, title and licence, as one line.
    pub source_words: String,
    /// The publisher's page.
    pub source_url: Option<String>,
    /// What stands under a saved picture: source, licence, cautions, version of the data.
    pub source_lines: Vec<String>,
    /// The chart.
    pub chart: Arc<dyn Draw>,
}

impl From<Parts> for Picture {
    fn from(parts: Parts) -> Self {
        Self {
            key: parts.key.to_owned(),
            kind: None,
            measure: None,
            file_stem: file_stem(&[&parts.place_name, parts.about, parts.key]),
            title: parts.title,
            subtitle: parts.subtitle,
            source_words: parts.source_words,
            source_url: parts.source_url,
            source_lines: parts.source_lines,
            place_name: parts.place_name,
            timing_name: parts.timing_name,
            chart: Chart::Other(parts.chart),
        }
    }
}

impl Picture {
    /// What a redraw is called on the browser's timeline.
    #[must_use]
    pub const fn timing_name(&self) -> &'static str {
        self.timing_name
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        match &self.chart {
            Chart::Line(spec) => spec.place(frame),
            Chart::Strip(spec) => spec.place(frame),
            Chart::Bars(spec) => spec.place(frame),
            Chart::Map(spec) => spec.place(frame),
            Chart::Other(chart) => chart.place(frame),
        }
    }

    /// The height that suits a width, both in CSS pixels.
    #[must_use]
    pub fn height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        /// Below this width a line is a word-sized picture.
        const SPARK_WIDTH_PX: f64 = 340.0;
        match &self.chart {
            Chart::Strip(_) => 64.0 * text_scale,
            Chart::Line(_) if width_px < SPARK_WIDTH_PX * text_scale.max(1.0) => 96.0 * text_scale,
            Chart::Line(_) => (width_px * 0.55).clamp(220.0, 460.0),
            Chart::Bars(spec) => BarSpec::natural_height_px(spec.rows.len(), text_scale),
            Chart::Map(_) => (width_px * 0.82).clamp(260.0, 640.0),
            Chart::Other(chart) => chart.height_px(width_px, text_scale),
        }
    }

    fn new(
        dataset: &Dataset,
        measure: &Measure,
        area: &AreaCode,
        words: Words,
        kind: Kind,
        chart: Chart,
    ) -> Self {
        let source = dataset.source_of(measure);
        let source_words =
            source.map_or_else(|| "not stated".to_owned(), crate::source::Source::line);
        Self {
            key: format!("{}-{}", kind.key(), measure.slug),
            kind: Some(kind),
            measure: Some(measure.slug.clone()),
            title: words.title,
            subtitle: words.subtitle,
            source_lines: files::source_lines(dataset, measure, source),
            source_url: source
                .map(|source| source.url.clone())
                .filter(|url| !url.is_empty()),
            source_words,
            file_stem: file_stem(&[dataset.name_of(area), &measure.slug, kind.key()]),
            place_name: dataset.name_of(area).to_owned(),
            timing_name: kind.timing_name(),
            chart,
        }
    }
}

/// Title and subtitle of a picture.
struct Words {
    title: String,
    subtitle: String,
}
