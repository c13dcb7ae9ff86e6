//! Which chart shows what about sectors, with titles that state a finding, and sources.

mod growth;
mod mix;
mod output;
mod places;
mod quadrant;
mod ranked;
mod reach;
mod rim;
mod supply;

use std::sync::Arc;

use crate::chart::choropleth::ChoroplethSpec;
use crate::chart::line::LineSpec;
use crate::chart::network::NetworkSpec;
use crate::chart::quadrant::QuadrantSpec;
use crate::chart::ranked_bars::RankedBarsSpec;
use crate::chart::slope::SlopeSpec;
use crate::chart::stack::StackSpec;
use crate::chart::treemap::TreemapSpec;
use crate::chart::waterfall::WaterfallSpec;
use crate::chart::{Frame, Placed};
use crate::data::{Dataset, Industries};
use crate::picture::{Draw, Parts, Picture};
use crate::source::Source;

pub use growth::{drivers, waterfall};
pub use mix::{made_of, shares_moved, side_by_side};
pub use output::{industry_output, output_growth, output_shares};
pub use places::{complexity_map, industry_map};
pub use quadrant::{productivity_quadrant, quadrant};
pub use ranked::{ranked, ranked_spec};
pub use reach::{complex_strengths, network, within_reach};
pub use supply::multipliers;

/// What pictures of sectors have in common.
#[derive(Clone, Copy, Debug)]
pub struct Album<'a> {
    /// The figures.
    pub industries: &'a Industries,
    /// Whose product and pack it is.
    pub dataset: &'a Dataset,
}

/// What one picture is called and says.
struct Words<'a> {
    key: &'static str,
    title: String,
    subtitle: String,
    place: &'a str,
    /// Keys of its sources.
    sources: &'a [String],
    /// What a reader must know, a sentence each.
    notes: &'a [String],
}

impl Album<'_> {
    fn picture(&self, words: Words<'_>, chart: impl Draw + 'static) -> Picture {
        self.picture_with(words, &[], chart)
    }

    /// A picture that rests on sources of another file as well.
    fn picture_with(
        &self,
        words: Words<'_>,
        others: &[Source],
        chart: impl Draw + 'static,
    ) -> Picture {
        let own = words.sources.iter();
        let own = own.filter_map(|key| self.industries.source(key));
        let sources: Vec<&Source> = own.chain(others).collect();
        let lines: Vec<String> = sources.iter().map(|source| source.line()).collect();
        let mut source_lines: Vec<String> =
            lines.iter().map(|line| format!("Source: {line}")).collect();
        source_lines.extend(words.notes.iter().map(|note| format!("Note: {note}")));
        source_lines.push(format!(
            "{}, data pack {}",
            self.dataset.product_name, self.dataset.pack_version
        ));
        let url = sources.first().map(|source| source.url.clone());
        Picture::from(Parts {
            key: words.key,
            about: "industries",
            timing_name: "roadmap-draw-industries",
            title: words.title,
            subtitle: words.subtitle,
            place_name: words.place.to_owned(),
            source_words: if lines.is_empty() {
                "not stated".to_owned()
            } else {
                lines.join(" ")
            },
            source_url: url.filter(|url| !url.is_empty()),
            source_lines,
            chart: Arc::new(chart),
        })
    }
}

impl Draw for RankedBarsSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        self.natural_height_px(width_px, text_scale)
    }
}

impl Draw for WaterfallSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        self.natural_height_px(width_px, text_scale)
    }
}

impl Draw for LineSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, _: f64) -> f64 {
        (width_px * 0.55).clamp(220.0, 420.0)
    }
}

impl Draw for StackSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        Self::natural_height_px(width_px, text_scale)
    }
}

impl Draw for ChoroplethSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, _: f64) -> f64 {
        let share = self.natural_share();
        (width_px * share).clamp(280.0, 720.0)
    }
}

impl Draw for QuadrantSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, _: f64) -> f64 {
        square_px(width_px)
    }
}

impl Draw for NetworkSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, _: f64) -> f64 {
        square_px(width_px)
    }
}

impl Draw for TreemapSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        Self::natural_height_px(width_px, text_scale)
    }
}

impl Draw for SlopeSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, _: f64, text_scale: f64) -> f64 {
        self.natural_height_px(text_scale)
    }
}

/// The height of a picture that is as high as wide, as far as a window allows.
fn square_px(width_px: f64) -> f64 {
    (width_px * 0.8).clamp(340.0, 640.0)
}

/// A name as short as a picture needs: up to its first comma, semicolon or bracket.
fn short(name: &str) -> String {
    let end = name.find([',', ';', '(']).unwrap_or(name.len());
    name.get(..end).unwrap_or(name).trim().to_owned()
}
