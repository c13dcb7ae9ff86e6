//! Pictures of the roadmap: what leads to what, and what happened when.

use std::sync::Arc;

use super::{Chain, Graph, Node};
use crate::chart::chain::{ChainLayer, ChainNode, ChainSpec};
use crate::chart::timeline::{TimelineDate, TimelineRow, TimelineSpec};
use crate::chart::{Frame, Placed};
use crate::data::roadmap::{Dated, Horizon, Milestone};
use crate::page::years::Years;
use crate::picture::{Draw, Parts, Picture};
use crate::quantity;

const TIMELINE_TITLE: &str = "How the strategy came about, and what could come next";
/// How far beyond its last date the timeline shows the years ahead.
const BEYOND_YEARS: f64 = 3.0;
/// When the nearer horizons are over, in years from today.
const NOW_YEARS: f64 = 1.0;
const WORKSHOP_YEARS: f64 = 1.5;
/// When the horizon “to 2030” is over.
const END_OF_2030: f64 = 2031.0;

impl Graph<'_> {
    /// A causal chain, named after what its actions have in common.
    #[must_use]
    pub fn chain_picture(&self, chain: &Chain, name: &str) -> Picture {
        let layers = Chain::TITLES.iter().zip(&chain.layers);
        let layers = layers.map(|(title, nodes)| ChainLayer {
            name: (*title).to_owned(),
            empty_words: Chain::NONE.to_owned(),
            nodes: nodes
                .iter()
                .map(|node| ChainNode {
                    key: node.key(),
                    name: self.title(node),
                })
                .collect(),
        });
        let spec = ChainSpec {
            title: ["What leads from “", name, "” to what it answers"].concat(),
            layers: layers.collect(),
            links: chain
                .links
                .iter()
                .map(|(from, to)| [from.key(), to.key()])
                .collect(),
        };
        self.picture(
            "chain",
            name,
            "From action to challenge".to_owned(),
            "What is done, the lever that stands for it in the scenario model, what that moves, \
             where it would be seen, and what it answers"
                .to_owned(),
            spec,
        )
    }

    /// The timeline over some years; none shows the whole.
    #[must_use]
    pub fn timeline_picture(&self, years: Option<Years>, today_years: f64) -> Picture {
        let years = years.unwrap_or_else(|| self.whole_years(today_years));
        let milestones = self.roadmap.milestones.iter();
        let mut rows: Vec<TimelineRow> = milestones.map(|own| self.row_of(own)).collect();
        rows.extend(self.horizon_rows(today_years));
        let spec = TimelineSpec {
            title: TIMELINE_TITLE.to_owned(),
            window_years: [years.from_years, years.to_years],
            today_years: Some(today_years),
            rows,
        };
        self.picture(
            "timeline",
            &self.dataset.place.name,
            TIMELINE_TITLE.to_owned(),
            "Full: told by the papers. Hollow: proposed here. A dashed line joins dates of one \
             thing that differ."
                .to_owned(),
            spec,
        )
    }

    /// Every date there is, and some years ahead; on whole years.
    #[must_use]
    pub fn whole_years(&self, today_years: f64) -> Years {
        let milestones = self.roadmap.milestones.iter();
        let dates = milestones.flat_map(|own| &own.dates);
        let ends = dates.map(|own| own.date.ends_years());
        let horizons = (today_years, today_years.max(END_OF_2030));
        let (from, to) = ends.fold(horizons, |(from, to), (start, end)| {
            (from.min(start), to.max(end))
        });
        Years {
            from_years: from.floor(),
            to_years: (to + BEYOND_YEARS).ceil(),
        }
    }

    /// The years of what the papers tell.
    #[must_use]
    pub fn told_years(&self) -> Option<Years> {
        let milestones = self.roadmap.milestones.iter();
        let told = milestones.filter(|own| !own.is_illustrative);
        let ends = told
            .flat_map(|own| &own.dates)
            .map(|own| own.date.ends_years());
        let (from, to) = ends.reduce(|(from, to), (start, end)| (from.min(start), to.max(end)))?;
        Some(Years {
            from_years: from.floor(),
            to_years: to.ceil(),
        })
    }

    fn row_of(&self, own: &Milestone) -> TimelineRow {
        TimelineRow {
            key: Node::Milestone(own.id.clone()).key(),
            name: own.title.clone(),
            is_proposed: own.is_illustrative,
            is_in_conflict: own.is_in_conflict(),
            dates: own.dates.iter().map(|own| self.date_of(own)).collect(),
        }
    }

    fn date_of(&self, own: &Dated) -> TimelineDate {
        let (from_years, to_years) = own.date.ends_years();
        let paper = own.document.clone().map(Node::Document);
        let paper = paper.map(|paper| [" (", &self.title(&paper), ")"].concat());
        TimelineDate {
            from_years,
            to_years,
            words: [own.date.words(), paper.unwrap_or_default()].concat(),
        }
    }

    /// The actions by when they would be done, a row for each horizon that has some.
    fn horizon_rows(&self, today_years: f64) -> Vec<TimelineRow> {
        let (soon, next) = (today_years + NOW_YEARS, today_years + WORKSHOP_YEARS);
        let to_2030 = next.max(END_OF_2030);
        let rows = Horizon::ALL.iter().filter_map(|horizon| {
            let (from_years, to_years) = match horizon {
                Horizon::Now => (today_years, soon),
                Horizon::Months12To18 => (soon, next),
                Horizon::To2030 => (next, to_2030),
                Horizon::Beyond => (to_2030, to_2030 + BEYOND_YEARS),
            };
            let actions = self.roadmap.actions.iter();
            let count = actions.filter(|own| own.horizon == *horizon).count();
            (count > 0).then(|| TimelineRow {
                key: horizon_key(*horizon),
                name: [
                    horizon.title(),
                    ": ",
                    &quantity::count(count),
                    if count == 1 { " action" } else { " actions" },
                ]
                .concat(),
                is_proposed: true,
                is_in_conflict: false,
                dates: vec![TimelineDate {
                    from_years,
                    to_years,
                    words: horizon.title().to_owned(),
                }],
            })
        });
        rows.collect()
    }

    fn picture(
        &self,
        key: &'static str,
        place_name: &str,
        title: String,
        subtitle: String,
        chart: impl Draw + 'static,
    ) -> Picture {
        let dataset = self.dataset;
        Picture::from(Parts {
            key,
            about: "roadmap",
            timing_name: "roadmap-draw-roadmap",
            title,
            subtitle,
            place_name: place_name.to_owned(),
            source_words:
                "the papers named beside each action and date; what is proposed here says so"
                    .to_owned(),
            source_url: None,
            source_lines: vec![format!(
                "{}, data pack {}",
                dataset.product_name, dataset.pack_version
            )],
            chart: Arc::new(chart),
        })
    }
}

/// The key of a horizon's row.
fn horizon_key(horizon: Horizon) -> String {
    ["horizon.", horizon.key()].concat()
}

/// The horizon of a row's key, if it is one.
#[must_use]
pub fn horizon_from_key(key: &str) -> Option<Horizon> {
    Horizon::from_key(key.strip_prefix("horizon.")?)
}

impl Draw for ChainSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        self.natural_height_px(width_px, text_scale)
    }
}

impl Draw for TimelineSpec {
    fn place(&self, frame: Frame) -> Placed {
        Self::place(self, frame)
    }

    fn height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        self.natural_height_px(width_px, text_scale)
    }
}
