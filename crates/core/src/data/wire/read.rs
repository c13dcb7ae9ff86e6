//! Which fields each record has, and which of them may be left out.

use super::fields::{Fields, FromFields, Unread};
use super::{
    AreaWire, BenchmarkWire, BreakWire, ChallengeWire, ClusterMapWire, ClustersWire, ColumnWire,
    CompanionSourcesWire, CompanionWire, DistributionWire, EnglishDistricts, FlowEndWire,
    FlowTableWire, FlowsWire, LandmarkWire, LayerWire, LookupWire, MarkWire, MeasureWire,
    MessageWords, NamedPlaceWire, PlaceWire, ProductWire, RetiredWire, SeriesWire, ShapeWire,
    SmallMeasureWire, SourceWire, ThemeWire, TopologyWire, UnavailableWire, UsedSourceWire,
    WeightWire,
};

/// A record whose fields are read by the named methods of [`Fields`].
macro_rules! record {
    ($wire:ident { $($field:ident: $how:ident),+ $(,)? }) => {
        impl FromFields for $wire {
            fn from_fields(fields: &Fields<'_>) -> Result<Self, Unread> {
                Ok(Self { $($field: fields.$how(stringify!($field))?),+ })
            }
        }
    };
}
pub(super) use record;

record!(PlaceWire {
    name: required,
    county: required,
    region: required,
    country: required
});
record!(ProductWire {
    name: required,
    purpose: required
});
record!(CompanionWire {
    key: required,
    file: required,
    content_hash: required
});
record!(ThemeWire {
    key: required,
    title: required,
    leads_to: optional
});
record!(SourceWire {
    key: required,
    title: required,
    publisher: required,
    url: required,
    licence: required,
    licence_presumed: optional,
    period: required,
    released: optional,
    caution: optional,
});
record!(AreaWire {
    code: required,
    name: required,
    level: required,
    vintage: required,
    parent: optional
});
record!(RetiredWire {
    from: required,
    to: required
});
record!(NamedPlaceWire {
    name: required,
    level: required,
    code: required,
    district: required,
    lon_deg: required,
    lat_deg: required,
});
record!(MeasureWire {
    slug: required,
    name: required,
    meaning: required,
    theme: required,
    unit: required,
    decimals: required,
    better: required,
    source: required,
    provenance: required,
    headline: optional,
    breaks: optional_records,
    caution: optional,
    least_change: optional,
    messages: optional_record,
});
record!(BreakWire {
    period: required,
    note: required
});
record!(MessageWords {
    above: optional,
    below: optional,
    up: optional,
    down: optional,
    above_matters: optional,
    below_matters: optional,
    up_matters: optional,
    down_matters: optional,
});
record!(SeriesWire {
    measure: required,
    periods: required,
    areas: required,
    values: required,
    low: optional,
    high: optional,
    marks: optional_records,
});
record!(MarkWire {
    area: required,
    period: required,
    status: required
});
record!(EnglishDistricts {
    codes: required,
    names: required,
    distributions: records
});
record!(DistributionWire {
    measure: required,
    period: required,
    values: required
});
record!(UnavailableWire {
    what: required,
    why: required
});
record!(LookupWire {
    from_2011: required,
    to_2021: required,
    change: required
});
record!(ColumnWire {
    key: required,
    level: required,
    vintage: required,
    period: required,
    decimals: required,
    values: required,
    suppressed: optional,
    undefined: optional,
});
record!(SmallMeasureWire {
    slug: required,
    name: required,
    meaning: required,
    theme: required,
    unit: required,
    decimals: required,
    better: required,
    source: required,
    provenance: required,
    caution: optional,
    kind: required,
    levels: required,
    of: required,
    out_of: optional,
    least_base: optional,
    tenths: optional,
    benchmarks: optional_records,
});
record!(BenchmarkWire {
    area: required,
    period: required,
    value: required,
    of: required
});
record!(ClustersWire {
    permutations: required,
    seed: required,
    false_share: required,
    maps: records
});
record!(ClusterMapWire {
    measure: required,
    level: required,
    period: required,
    areas: required
});
record!(LandmarkWire {
    name: required,
    kind: required,
    lon_deg: required,
    lat_deg: required,
    size: required
});
record!(FlowsWire {
    metropolis: optional,
    ends: records,
    tables: records
});
record!(FlowEndWire {
    code: required,
    name: required,
    role: required,
    lon_lat_deg: optional
});
record!(FlowTableWire {
    period: required,
    source: required,
    is_usual: required,
    caution: required,
    out: required,
    into: required,
    at_home: optional,
});
record!(TopologyWire {
    scale_deg: required,
    translate_deg: required,
    arcs: required,
    layers: records
});
record!(LayerWire {
    level: required,
    vintage: required,
    shapes: records
});
record!(ShapeWire {
    code: required,
    polygons: required
});
record!(ChallengeWire {
    key: required,
    title: required,
    account: required,
    foundations: required,
    grand_challenges: required,
    measures: required,
    first_measure: required,
    first_level: optional,
    not_known: required,
    index: records,
    index_title: required,
    index_is_ours: required,
});
record!(WeightWire {
    slug: required,
    weight: required
});
record!(CompanionSourcesWire {
    key: required,
    title: required,
    holds: required,
    sources: records
});

impl FromFields for UsedSourceWire {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Unread> {
        Ok(Self {
            source: SourceWire::from_fields(fields)?,
            used_for: fields.required("used_for")?,
        })
    }
}
