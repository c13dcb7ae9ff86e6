//! The areas of the model by code or name.

use roadmap_core::area::AreaCode;
use roadmap_core::data::model::Region;

use crate::problem::Problem;

/// Every area's code, the whole place first: the order of the model's areas.
pub fn codes(region: &Region) -> impl Iterator<Item = &AreaCode> {
    let districts = region.districts.iter().map(|district| &district.code);
    std::iter::once(&region.county).chain(districts)
}

/// The place of an area among the model's, by its code or a district's name; the whole place
/// when none is asked for.
pub fn place(region: &Region, asked: Option<&str>) -> Result<usize, Problem> {
    let Some(asked) = asked.map(str::trim) else {
        return Ok(0);
    };
    let by_code = codes(region).position(|code| code.as_str().eq_ignore_ascii_case(asked));
    let mut districts = region.districts.iter();
    let by_name = districts.position(|own| own.name.eq_ignore_ascii_case(asked));
    by_code.or(by_name.map(|place| place + 1)).ok_or_else(|| {
        let told = region.districts.iter();
        let told = told.map(|own| format!("{} {}", own.code.as_str(), own.name));
        Problem::UnknownArea {
            asked: asked.to_owned(),
            near: std::iter::once(region.county.as_str().to_owned())
                .chain(told)
                .collect(),
        }
    })
}
