//! What was observed of an output before the model begins, and who published it.

use crate::data::model::History;
use crate::futures::Asked;
use crate::model::output::Output;
use crate::quantity::Value;

/// Years and values that were observed of the output in the area, in order of time.
pub(super) fn points(asked: &Asked<'_>) -> Vec<(u16, Value)> {
    let told: Vec<(u16, f64)> = match asked.output {
        Output::Co2 => emissions(asked),
        Output::Co2PerHead => {
            let people = history(asked, Output::Population);
            let per_head = |(year, kt): (u16, f64)| {
                let people = people?.points.iter().find(|(own, _)| *own == year)?.1;
                Some((year, kt / people * Output::Co2PerHead.ratio_factor()))
            };
            emissions(asked).into_iter().filter_map(per_head).collect()
        }
        output => history(asked, output).map_or_else(Vec::new, |own| own.points.clone()),
    };
    told.into_iter()
        .map(|(year, value)| (year, Value::Number(value)))
        .collect()
}

/// Keys of the sources that the output's starting figures and past rest on.
pub(super) fn source_keys<'a>(asked: &Asked<'a>) -> Vec<&'a str> {
    let mut keys: Vec<&str> = Vec::new();
    for output in roots(asked.output) {
        let key = history(asked, *output).map(|own| own.source.as_str());
        keys.extend(key.filter(|key| !keys.contains(key)));
    }
    keys
}

fn history<'a>(asked: &Asked<'a>, output: Output) -> Option<&'a History> {
    let code = asked.code(asked.area);
    let mut all = asked.model.histories.iter();
    all.find(|own| own.output == output.key() && own.area == *code)
}

/// The years in which all kinds of emissions are told.
fn emissions(asked: &Asked<'_>) -> Vec<(u16, f64)> {
    let kinds = [Output::Co2Business, Output::Co2Homes, Output::Co2Transport];
    let Some(kinds): Option<Vec<&History>> =
        kinds.iter().map(|kind| history(asked, *kind)).collect()
    else {
        return Vec::new();
    };
    let years = kinds.first().map_or(&[][..], |first| &first.points);
    let sum = |year: u16| -> Option<f64> {
        let of = |kind: &&History| {
            let told = kind.points.iter().find(|(own, _)| *own == year);
            told.map(|(_, value)| *value)
        };
        kinds.iter().map(of).sum()
    };
    let all = years.iter().map(|(year, _)| *year);
    all.filter_map(|year| Some((year, sum(year)?))).collect()
}

/// The observed outputs that an output follows from most.
const fn roots(output: Output) -> &'static [Output] {
    match output {
        Output::Population
        | Output::Aged0To15
        | Output::Aged16To64
        | Output::Aged65Plus
        | Output::Aged85Plus
        | Output::PupilsPrimary
        | Output::PupilsSecondary
        | Output::PupilsPost16
        | Output::CareHomePlaces
        | Output::CareHome65To74
        | Output::CareHome75To84
        | Output::CareHome85Plus
        | Output::Births
        | Output::Deaths => &[Output::Population],
        Output::Households | Output::Completions | Output::Dwellings => &[Output::Completions],
        Output::Affordability => &[Output::Affordability, Output::Completions],
        Output::LabourForce
        | Output::EmploymentRate
        | Output::UnemploymentRate
        | Output::CommutersMetro
        | Output::NetCommuting
        | Output::EmploymentSpread => &[Output::Population, Output::Jobs],
        Output::Jobs | Output::JobsAll | Output::JobsLostToSpace => &[Output::Jobs],
        Output::Gva
        | Output::GvaExAgency
        | Output::GvaPerJob
        | Output::PayWeekly
        | Output::TheilPay => &[Output::Gva, Output::Jobs],
        Output::Co2Business | Output::Co2Homes | Output::Co2Transport | Output::Co2 => {
            &[Output::Co2Business]
        }
        Output::Co2PerHead => &[Output::Co2Business, Output::Population],
    }
}
