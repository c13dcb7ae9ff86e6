//! A small sound Britain companion: three districts, five industries of two sections.

use serde_json::{Value, json};

use crate::packs::{COUNTRY, COUNTY, EAST, REGION, WEST};

pub const NORTH: &str = "D00000003";
pub const WHOLE: &str = "K00000009";

/// The companion.
pub fn britain() -> Value {
    json!({
        "schema": "economic-roadmap/britain/1",
        "pack_version": "1.2",
        "content_hash": "ghi",
        "sources": [
            {"key": "jobs", "title": "Jobs", "publisher": "Office", "licence": "OGL",
             "url": "https://example.org/jobs", "period": "2015 to 2024"}
        ],
        "classification": {
            "codes": ["A", "01", "011", "0111", "01110", "0112", "01120",
                      "N", "78", "781", "7810", "78101", "78109", "80", "801", "8010", "80100"],
            "names": ["Farms", "Farming", "Crops", "", "Wheat", "", "Rice",
                      "Support", "Agencies", "", "Placement", "Casting", "Other placement",
                      "", "", "", "Guards"],
            "agencies": "78"
        },
        "districts": {
            "codes": [WEST, EAST, NORTH],
            "names": ["West", "East", "North"],
            "counties": [COUNTY, COUNTY, ""],
            "regions": [REGION, REGION, REGION],
            "countries": [COUNTRY, COUNTRY, COUNTRY],
            "neighbours": [NORTH]
        },
        "territories": [
            {"key": COUNTY, "name": "Squareshire", "kind": "county"},
            {"key": REGION, "name": "Plain", "kind": "region"},
            {"key": "neighbours", "name": "Around", "kind": "neighbours"},
            {"key": WHOLE, "name": "Land", "kind": "whole"}
        ],
        "reorganised": [{"from": "D00000008", "name": "Old North", "to": NORTH}],
        "jobs": [
            {"year": 2015, "level": "division", "source": "jobs", "unit": 5,
             "territories": [WEST, EAST, NORTH],
             "values": [[1, 2, 3], [10, 0, 4], [null, 7, null]], "suppressed": [8]},
            {"year": 2024, "level": "sic5", "source": "jobs", "unit": 5,
             "territories": [WEST, EAST, WHOLE],
             "values": [[1, 0, 2], [1, 1, 3], [4, 0, 9], [5, 0, 9], [3, 3, 7]]}
        ],
        "gva": {
            "first_year": 2021, "money_year": 2022,
            "industries": [
                {"code": "Total", "name": "All", "kind": "total", "divisions": ["01", "78", "80"]},
                {"code": "A (1)", "name": "Farms", "kind": "section", "divisions": ["01"]},
                {"code": "68IMP", "name": "Rent", "kind": "detail", "divisions": [],
                 "imputed_rent": true}
            ],
            "places": [
                {"key": WEST, "name": "West", "basis": "published", "source": "jobs"},
                {"key": COUNTY, "name": "Squareshire", "basis": "added-up", "source": "jobs"}
            ],
            "current": [[100, 110, 120], [null, null, 12], [10, 10, 10],
                        [200, 210, 220], [20, 21, 22], [20, 22, 24]],
            "chained": [[105, 110, 115], [null, null, null], [10, 10, 9],
                        [205, 210, 215], [20, 21, 22], [21, 22, 23]],
            "suppressed": [3, 4]
        },
        "supply": {
            "year": 2020, "source": "jobs", "codes": ["X", "Y"], "names": ["Ex", "Why"],
            "sections": ["A", "N"], "unit_gbp_m": 0.5,
            "domestic_use": [[300, 1000], [400, 200]],
            "output": [2000, 4000], "compensation": [600, 1000], "gva": [1300, 2800],
            "households": [100, 800], "final_use": [700, 3400],
            "jobs": [12, null], "jobs_source": "jobs", "of_sic5": [0, 0, 1, 1, null]
        },
        "sectors": [
            {"key": "fields", "title": "Fields", "kind": "roadmap", "codes": ["01110", "80"],
             "code_reasons": ["Wheat.", "Guards."], "reason": "They are fields.", "misses": "Mud."},
            {"key": "clean", "title": "Clean", "kind": "industrial-strategy", "codes": [],
             "reason": "None.", "misses": "All of it.", "source": "jobs"}
        ]
    })
}

/// Its coarse shapes.
pub fn shapes() -> Value {
    let shape = |code: &str, arc: i32| json!({"code": code, "polygons": [[[arc]]]});
    json!({
        "schema": "economic-roadmap/britain-shapes/1",
        "pack_version": "1.2",
        "content_hash": "jkl",
        "sources": [],
        "topology": {
            "scale_deg": [0.1, 0.1],
            "translate_deg": [0.0, 50.0],
            "arcs": [[0, 0, 1, 0, 0, 1, -1, -1], [2, 0, 1, 0, 0, 1, -1, -1],
                     [4, 0, 1, 0, 0, 1, -1, -1]],
            "layers": [{"level": "district", "vintage": "current",
                        "shapes": [shape(WEST, 0), shape(EAST, 1), shape(NORTH, 2)]}]
        }
    })
}
