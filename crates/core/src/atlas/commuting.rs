//! Journeys to work as lines on the map and rows of a table.

use super::Atlas;
use crate::area::AreaCode;
use crate::chart::area_map::Flow;
use crate::data::{Dataset, FlowRole, FlowTable, Way};
use crate::geo::LonLat;
use crate::quantity;

/// The most lines that can be told apart on a map.
const MOST_LINES: usize = 40;

/// Journeys to work in one census.
#[derive(Clone, Debug, PartialEq)]
pub struct Commuting {
    /// The day as published.
    pub period: String,
    /// The day in words.
    pub period_words: String,
    /// Whether people travelled as they usually do.
    pub is_usual: bool,
    /// What to beware of; may be empty.
    pub caution: String,
    /// What it says, in one sentence.
    pub sentence: String,
    /// The largest flows, as lines.
    pub lines: Vec<Flow>,
    /// Every flow that is counted, the largest first.
    pub rows: Vec<Journey>,
    /// Publisher, title and licence.
    pub source_words: String,
}

/// People who live in one place and work in another.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey {
    /// Where they live.
    pub from: String,
    /// Where they work.
    pub to: String,
    /// How many, in words.
    pub people: String,
}

impl Atlas {
    /// The censuses with journeys to work, in order of time: the day as published and in words.
    #[must_use]
    pub fn commuting_periods(&self) -> Vec<(String, String)> {
        let tables = self.small.flows.tables.iter();
        let told = |table: &FlowTable| {
            let usual = if table.is_usual { "" } else { ", in lockdown" };
            (
                table.period.as_str().to_owned(),
                format!("{}{usual}", table.period.words()),
            )
        };
        tables.map(told).collect()
    }

    /// Journeys to work at a period, or in the latest usual year if none is asked for; only
    /// those that begin or end in `focus` when it is one of the place's districts.
    #[must_use]
    pub fn commuting(
        &self,
        dataset: &Dataset,
        period: Option<&str>,
        focus: Option<&AreaCode>,
    ) -> Option<Commuting> {
        let flows = &self.small.flows;
        let mut tables = flows.tables.iter();
        let table = match period {
            Some(asked) => tables.find(|table| table.period.as_str() == asked),
            None => tables.rfind(|table| table.is_usual),
        };
        let table = table.or_else(|| flows.tables.first())?;
        let own = focus
            .and_then(|code| flows.position(code))
            .filter(|at| *at < flows.own());
        let touches =
            |flow: &crate::data::Flow| own.is_none_or(|own| [flow.from, flow.to].contains(&own));
        let all: Vec<crate::data::Flow> = flows.all(table).into_iter().filter(touches).collect();
        let end = |at: usize| flows.ends.get(at);
        let name = |at: usize| end(at).map_or("", |end| end.name.as_str());
        let point = |at: usize| {
            let [lon_deg, lat_deg] = end(at)?.lon_lat_deg?;
            Some(self.projection.map_from_lonlat(LonLat { lon_deg, lat_deg }))
        };
        let people =
            |flow: &crate::data::Flow| quantity::count(flow.people.round().max(0.0) as usize);
        let line = |flow: &crate::data::Flow| {
            Some(Flow {
                from: point(flow.from)?,
                to: point(flow.to)?,
                weight: flow.people,
                words: format!(
                    "{} to {}: {} people",
                    name(flow.from),
                    name(flow.to),
                    people(flow)
                ),
            })
        };
        let row = |flow: &crate::data::Flow| Journey {
            from: name(flow.from).to_owned(),
            to: name(flow.to).to_owned(),
            people: people(flow),
        };
        let source = self
            .small
            .sources
            .iter()
            .find(|source| source.key == table.source);
        Some(Commuting {
            period: table.period.as_str().to_owned(),
            period_words: table.period.words(),
            is_usual: table.is_usual,
            caution: table.caution.clone(),
            sentence: self.commuting_sentence(dataset, table, own),
            lines: all.iter().filter_map(line).take(MOST_LINES).collect(),
            rows: all.iter().map(row).collect(),
            source_words: source.map(crate::source::Source::line).unwrap_or_default(),
        })
    }

    fn commuting_sentence(
        &self,
        dataset: &Dataset,
        table: &FlowTable,
        own: Option<usize>,
    ) -> String {
        let flows = &self.small.flows;
        let districts: Vec<usize> = match own {
            Some(own) => vec![own],
            None => (0..flows.own()).collect(),
        };
        let all = |role: FlowRole, way: Way| -> f64 {
            let of = |own: &usize| flows.between(table, *own, role, way);
            districts.iter().map(of).sum()
        };
        let roles = [
            FlowRole::Neighbour,
            FlowRole::Metropolis,
            FlowRole::Elsewhere,
        ];
        let mut beyond: Vec<FlowRole> = roles.to_vec();
        if own.is_some() {
            beyond.push(FlowRole::Own);
        }
        let total = |way: Way| beyond.iter().map(|role| all(*role, way)).sum::<f64>();
        let told = |people: f64| quantity::count(people.round().max(0.0) as usize);
        let place = match own.and_then(|own| flows.ends.get(own)) {
            Some(end) => end.name.clone(),
            None => dataset.place.name.clone(),
        };
        let to_city = told(all(FlowRole::Metropolis, Way::Out));
        let from_city = told(all(FlowRole::Metropolis, Way::Into));
        let (to_city, from_city) = match flows.metropolis.as_str() {
            "" => (String::new(), String::new()),
            city => (
                format!(", {to_city} of them for {city}"),
                format!(", {from_city} of them from there"),
            ),
        };
        format!(
            "{}: {} people left {place} for work{to_city}; {} came in{from_city}.",
            table.period.words(),
            told(total(Way::Out)),
            told(total(Way::Into)),
        )
    }
}
