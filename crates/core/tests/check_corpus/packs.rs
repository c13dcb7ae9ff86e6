//! A small sound pack: two districts of a county, three measures, square shapes.

use serde_json::{Value, json};

pub const COUNTRY: &str = "K00000001";
pub const REGION: &str = "R00000001";
pub const COUNTY: &str = "C00000001";
pub const WEST: &str = "D00000001";
pub const EAST: &str = "D00000002";

/// The core pack.
pub fn core() -> Value {
    json!({
        "schema": "economic-roadmap/pack/1",
        "pack_version": "1.2",
        "content_hash": "abc",
        "place": {"name": "Squareshire", "county": COUNTY, "region": REGION, "country": COUNTRY},
        "product": {"name": "Explorer", "purpose": "To explore."},
        "companions": [{"key": "small-areas", "file": "small.json", "content_hash": "def"}],
        "themes": [{"key": "jobs", "title": "Jobs"}, {"key": "people", "title": "People"}],
        "sources": [
            {"key": "survey", "title": "Pay survey", "publisher": "Office", "licence": "OGL",
             "url": "https://example.org/pay", "period": "2022 to 2024"},
            {"key": "count", "title": "Count", "publisher": "Office", "licence": "OGL",
             "url": "http://example.org/count", "period": "2023 to 2024"}
        ],
        "areas": [
            {"code": COUNTRY, "name": "Land", "level": "country", "vintage": "current"},
            {"code": REGION, "name": "Plain", "level": "region", "vintage": "current", "parent": COUNTRY},
            {"code": COUNTY, "name": "Squareshire", "level": "county", "vintage": "current", "parent": REGION},
            {"code": WEST, "name": "West", "level": "district", "vintage": "current", "parent": COUNTY},
            {"code": EAST, "name": "East", "level": "district", "vintage": "current", "parent": COUNTY}
        ],
        "retired": [{"from": "D00000009", "to": EAST}],
        "named_places": [
            {"name": "Mill Ward", "level": "ward", "code": "W00000001", "district": WEST,
             "lon_deg": -0.49, "lat_deg": 51.51}
        ],
        "measures": [
            {"slug": "pay", "name": "Pay", "meaning": "Pay a week.", "theme": "jobs",
             "unit": "gbp-per-week", "decimals": 0, "better": "higher", "source": "survey",
             "provenance": "observed", "headline": 1, "least_change": 5.0,
             "messages": {"above": ["{place} earns {value}."], "above_matters": "It buys more."}},
            {"slug": "share", "name": "Share", "meaning": "A share.", "theme": "people",
             "unit": "percent", "decimals": 1, "better": "neutral", "source": "count",
             "provenance": "modelled", "headline": 2,
             "breaks": [{"period": "2024", "note": "A new basis."}]}
        ],
        "series": [
            {"measure": "pay", "periods": ["2022", "2023", "2024"], "areas": [COUNTRY, WEST, EAST],
             "values": [[500, 510, 520], [600, 610, 620], [400, null, 420]],
             "low": [[495, 505, 515], [580, 590, 600], [380, null, 400]],
             "high": [[505, 515, 525], [620, 630, 640], [420, null, 440]],
             "marks": [{"area": EAST, "period": "2023", "status": "suppressed"}]},
            {"measure": "share", "periods": ["2023-04-01/P1Y", "2024-04-01/P1Y"],
             "areas": [WEST, EAST], "values": [[10.5, 11.5], [20.5, 21.5]]}
        ],
        "english_districts": {
            "codes": [WEST, EAST, "D00000003"],
            "names": ["West", "East", "North"],
            "distributions": [
                {"measure": "pay", "period": "2024", "values": [620, 420, null]},
                {"measure": "share", "period": "2024-04-01/P1Y", "values": [11.5, 21.5, 16.0]}
            ]
        },
        "unavailable": [{"what": "Output by hour", "why": "Nobody publishes it."}],
        "topology": {
            "scale_deg": [0.01, 0.01],
            "translate_deg": [-0.5, 51.5],
            // The west is two squares wide and high, and so is the east, beside it.
            "arcs": [
                [0, 0, 2, 0], [2, 0, 0, 1], [2, 1, 0, 1], [2, 2, -2, 0], [0, 2, 0, -1],
                [0, 1, 0, -1], [2, 0, 2, 0, 0, 2, -2, 0]
            ],
            "layers": [{"level": "district", "vintage": "current", "shapes": [
                {"code": WEST, "polygons": [[[0, 1, 2, 3, 4, 5]]]},
                {"code": EAST, "polygons": [[[6, -3, -2]]]}
            ]}]
        }
    })
}

/// Its companion: the west was one small area and is now two, the east stayed as it was.
pub fn companion() -> Value {
    json!({
        "schema": "economic-roadmap/small-areas/1",
        "pack_version": "1.2",
        "content_hash": "def",
        "areas": [
            {"code": "M00000001", "name": "West", "level": "msoa", "vintage": "2011", "parent": WEST},
            {"code": "M00000002", "name": "East", "level": "msoa", "vintage": "2011", "parent": EAST},
            {"code": "M00000011", "name": "West low", "level": "msoa", "vintage": "2021", "parent": WEST},
            {"code": "M00000012", "name": "West high", "level": "msoa", "vintage": "2021", "parent": WEST},
            {"code": "M00000013", "name": "East", "level": "msoa", "vintage": "2021", "parent": EAST}
        ],
        "lookups": [
            {"from_2011": "M00000001", "to_2021": "M00000011", "change": "split"},
            {"from_2011": "M00000001", "to_2021": "M00000012", "change": "split"},
            {"from_2011": "M00000002", "to_2021": "M00000013", "change": "unchanged"}
        ],
        "sources": [
            {"key": "census", "title": "Census", "publisher": "Office", "licence": "OGL",
             "url": "https://example.org/census", "period": "2021"}
        ],
        "people": "residents",
        "columns": [
            {"key": "residents", "level": "msoa", "vintage": "2021", "period": "2021-03-21",
             "decimals": 0, "values": [100, 200, 300]},
            {"key": "older", "level": "msoa", "vintage": "2021", "period": "2021-03-21",
             "decimals": 0, "values": [10, null, 60], "suppressed": [1]},
            {"key": "score", "level": "msoa", "vintage": "2021", "period": "2025",
             "decimals": 2, "values": [-150, 0, 275]},
            {"key": "jobs", "level": "msoa", "vintage": "2011", "period": "2015",
             "decimals": 0, "values": [800, 400]},
            {"key": "jobs", "level": "msoa", "vintage": "2011", "period": "2018",
             "decimals": 0, "values": [1000, 300]}
        ],
        "measures": [
            {"slug": "residents", "name": "Residents", "meaning": "People.", "theme": "people",
             "unit": "people", "decimals": 0, "better": "neutral", "source": "census",
             "provenance": "observed", "kind": "count", "levels": ["msoa", "district"],
             "of": ["residents"]},
            {"slug": "older-share", "name": "Older", "meaning": "Share.", "theme": "people",
             "unit": "percent", "decimals": 1, "better": "neutral", "source": "census",
             "provenance": "observed", "kind": "share", "levels": ["district", "msoa"],
             "of": ["older"], "out_of": ["residents"],
             "benchmarks": [{"area": COUNTY, "period": "2021-03-21", "value": 12.5, "of": "whole"}]},
            {"slug": "score", "name": "Score", "meaning": "Score.", "theme": "people",
             "unit": "score", "decimals": 1, "better": "lower", "source": "survey",
             "provenance": "modelled", "kind": "score", "levels": ["msoa"], "of": ["score"],
             "tenths": [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]},
            {"slug": "jobs-change", "name": "Change", "meaning": "Change.", "theme": "jobs",
             "unit": "percent", "decimals": 0, "better": "higher", "source": "census",
             "provenance": "observed", "kind": "change", "levels": ["msoa"], "of": ["jobs"],
             "least_base": 500}
        ],
        "clusters": {"permutations": 9999, "seed": 1, "false_share": 0.05, "maps": [
            {"measure": "score", "level": "msoa", "period": "2025", "areas": "LH-"}
        ]},
        "landmarks": [
            {"name": "Westtown", "kind": "town", "lon_deg": -0.49, "lat_deg": 51.51, "size": 300},
            {"name": "West", "kind": "station", "lon_deg": -0.49, "lat_deg": 51.51, "size": 9000}
        ],
        "flows": {
            "ends": [
                {"code": WEST, "name": "West", "role": "own", "lon_lat_deg": [-0.49, 51.51]},
                {"code": EAST, "name": "East", "role": "own", "lon_lat_deg": [-0.48, 51.51]},
                {"code": "D00000077", "name": "City", "role": "metropolis", "lon_lat_deg": [0, 51]},
                {"code": "", "name": "Elsewhere", "role": "elsewhere"}
            ],
            "tables": [
                {"period": "2011-03-27", "source": "census", "is_usual": true, "caution": "",
                 "out": [[50, 5, 20, 1], [7, 60, 30, 0]], "into": [[4, 2], [3, 9]]}
            ]
        },
        "topology": {
            "scale_deg": [0.01, 0.01],
            "translate_deg": [-0.5, 51.5],
            "arcs": [[0, 1, 2, 0]],
            "layers": [
                {"level": "msoa", "vintage": "2011", "shapes": [
                    {"code": "M00000001", "polygons": [[[0, 1, 2, 3, 4, 5]]]},
                    {"code": "M00000002", "polygons": [[[6, -3, -2]]]}
                ]},
                {"level": "msoa", "vintage": "2021", "shapes": [
                    {"code": "M00000011", "polygons": [[[0, 1, -8, 5]]]},
                    {"code": "M00000012", "polygons": [[[7, 2, 3, 4]]]},
                    {"code": "M00000013", "polygons": [[[6, -3, -2]]]}
                ]}
            ]
        }
    })
}

/// What people have written of it: two challenges.
pub fn content() -> Value {
    json!({
        "schema": "economic-roadmap/content/1",
        "pack_version": "1.2",
        "content_hash": "ghi",
        "small_area_measures": ["older-share", "score"],
        "challenges": [
            {"key": "ageing", "title": "Older lives", "account": "The plan says so.",
             "foundations": ["people", "places"], "grand_challenges": ["ageing-society"],
             "measures": ["older-share", "score", "share"], "first_measure": "older-share",
             "first_level": "msoa", "not_known": "Friends.",
             "index": [{"slug": "older-share", "weight": 3}, {"slug": "score", "weight": -10}],
             "index_title": "Needs", "index_is_ours": true},
            {"key": "pay", "title": "Pay", "account": "The plan says little.",
             "foundations": ["ideas"], "grand_challenges": [],
             "measures": ["pay"], "first_measure": "pay", "not_known": "Wealth.",
             "index": [], "index_title": "Low pay", "index_is_ours": false}
        ],
        "companions": [
            {"key": "small-areas", "title": "Small areas", "holds": "Counts.", "sources": [
                {"key": "census", "title": "Census", "publisher": "Office of Counts",
                 "url": "https://example.org/census", "licence": "Open Licence",
                 "period": "2021", "used_for": "Older people; scores"},
                {"key": "names", "title": "Names", "publisher": "Office of Names",
                 "url": "https://example.org/names", "licence": "Open Licence",
                 "licence_presumed": true, "period": "2020", "used_for": "Names"}
            ]}
        ]
    })
}
