//! Which fields each record of the Britain companion has, and which of them may be left out.

use super::fields::{Fields, FromFields, Unread};
use super::read::record;
use super::{
    ClassificationWire, DistrictsWire, FilledJobWire, GvaIndustryWire, GvaPlaceWire, GvaWire,
    JobTableWire, ReorganisedWire, SectorWire, SupplyWire, TerritoryWire,
};

record!(ClassificationWire {
    codes: required,
    names: required,
    agencies: required
});
record!(DistrictsWire {
    codes: required,
    names: required,
    counties: required,
    regions: required,
    countries: required,
    neighbours: required,
});
record!(TerritoryWire {
    key: required,
    name: required,
    kind: required
});
record!(ReorganisedWire {
    from: required,
    name: required,
    to: required
});
record!(JobTableWire {
    year: required,
    level: required,
    source: required,
    unit: required,
    territories: required,
    values: required,
    suppressed: optional,
});
record!(GvaWire {
    first_year: required,
    money_year: required,
    industries: records,
    places: records,
    current: required,
    chained: required,
    suppressed: optional,
});
record!(GvaIndustryWire {
    code: required,
    name: required,
    kind: required,
    divisions: required,
    imputed_rent: optional,
});
record!(GvaPlaceWire {
    key: required,
    name: required,
    basis: required,
    source: required,
});
record!(FilledJobWire {
    year: required,
    source: required,
    gbp: required,
});
record!(SupplyWire {
    year: required,
    source: required,
    codes: required,
    names: required,
    sections: required,
    unit_gbp_m: required,
    domestic_use: required,
    output: required,
    compensation: required,
    gva: required,
    households: required,
    final_use: required,
    jobs: required,
    jobs_source: required,
    of_sic5: required,
});
record!(SectorWire {
    key: required,
    title: required,
    kind: required,
    codes: required,
    code_reasons: optional,
    reason: required,
    misses: required,
    called: optional,
    source: optional,
});
