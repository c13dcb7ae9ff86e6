//! Packing the Britain companion of a small made-up county: what comes out, and what is refused.

use serde_json::Value;

use crate::support::{County, SOURCE};

const BRITAIN: &str = "data/testshire-britain.json";

/// The raw tables of the made-up county.
const TABLES: [(&str, &str); 16] = [
    (
        "industries.csv",
        "sic5,name,section\n01110,Wheat,A\n01120,Rice,A\n78101,Casting,N\n78109,Other placement,N\n\
         97000,Homes,T\n",
    ),
    (
        "older.csv",
        "year,code,name,div01,div78,div97\n2015,E07000901,Westham,10,20,5\n\
         2015,E07000892,Old Eastham,5,5,0\n2015,E07000902,Eastham,5,0,0\n\
         2015,E07000903,Farham,100,50,0\n2016,E07000901,Westham,15,20,5\n\
         2016,E07000902,Eastham,10,5,0\n2016,E07000903,Farham,100,50,0\n",
    ),
    (
        "newer.csv",
        "code,01,78\nE07000901,15,25\nE07000902,20,0\nE07000903,120,80\n",
    ),
    (
        "fine.csv",
        "code,sic5,jobs\nE07000901,01110,10\nE07000901,01120,5\nE07000901,78109,25\n\
         E07000902,01110,20\nE07000903,01110,120\nE07000903,78101,80\nE07000903,97000,5\n",
    ),
    (
        "output.csv",
        "industry_code,industry_name,level\nTotal,All industries,total\nA (1),Farms,section\n\
         N (78),Support,section\n68IMP,Rent,detail\n",
    ),
    (
        "current.csv",
        "code,industry_code,2021,2022\nE07000901,Total,30,33\nE07000901,A (1),10,11\n\
         E07000901,N (78),20,22\nE07000901,68IMP,3,3\nE07000902,Total,9,9\nE07000902,A (1),,\n\
         E07000902,N (78),5,5\nE07000902,68IMP,1,1\n",
    ),
    (
        "chained.csv",
        "code,industry_code,2021,2022\nE07000901,Total,32,33\nE07000901,A (1),,11\n\
         E07000901,N (78),21,22\nE07000901,68IMP,3,3\nE07000902,Total,9,9\nE07000902,A (1),,\n\
         E07000902,N (78),5,5\nE07000902,68IMP,1,1\n",
    ),
    ("places-current.csv", PLACES),
    ("places-chained.csv", PLACES),
    (
        "supply.csv",
        "row,X,Y,TOT,HH,ALL\nX,1,2,3,5,10\nY,4,0,4,10,16\nD1,2,5,,,\nGVA,5,14,,,\nP1,10,16,,,\n",
    ),
    (
        "supply-codes.csv",
        "code,name,kind,section\nX,Ex,industry,A\nY,Why,industry,N\nP1,Output,total,\n",
    ),
    (
        "supply-of.csv",
        "sic5,io105\n01110,X\n01120,X\n78101,Y\n78109,\n97000,Y\n",
    ),
    ("supply-jobs.csv", "io105,2020\nX,150\nY,90\n"),
    ("strategy.csv", "code,sector\n011,Food\n01110,Food\n"),
    (
        "strategy-jobs.csv",
        "code,Food\nE07000901,15\nE07000902,20\nE07000903,120\n",
    ),
    ("SOURCE.toml", SOURCE),
];

const PLACES: &str = "code,industry_code,2021,2022\nTLX1,Total,30,33\nTLX1,A (1),10,11\n\
    TLX1,78a,8,10\nTLX1,78b,12,12\nTLX1,68IMP,3,3\nTLX2,Total,9,10\nTLX2,A (1),4,5\n\
    TLX2,N (78),5,5\nTLX2,68IMP,1,1\n";

const SECTOR: &str = r#"
key = "crops"
order = 1
title = "Crops"
called = "The papers call it farming."
reason = "They grow."
misses = "Gardens."
codes = [{ code = "011", reason = "Crops." }, { code = "78101", reason = "Casting." }]
"#;

fn county(name: &str) -> County {
    let county = County::new(&format!("industries-{name}"));
    for (file, text) in TABLES {
        county.write(&format!("raw/jobs/{file}"), text);
    }
    county.write("content/industries.toml", include_str!("industries.toml"));
    county.write("content/sectors/crops.toml", SECTOR);
    let line = "content_file = \"testshire-content.json\"\n";
    let with = format!("{line}britain_file = \"testshire-britain.json\"\n");
    county.change("content/place.toml", line, &with);
    county
}

#[test]
fn jobs_output_and_sectors_come_through_as_published() {
    let county = county("as-published");
    let ran = county.pack();
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    let wire: Value = serde_json::from_str(&county.read(BRITAIN)).unwrap();
    let told = |part: &str| wire.pointer(part).unwrap().to_string();
    assert_eq!(
        told("/classification/names"),
        r#"["Farms","Farming","Crops","","Wheat","","Rice","Support","","","Placement","Casting","Other placement"]"#
    );
    // The retired district counts with the one that has its ground.
    assert_eq!(told("/jobs/0/values"), "[[2,2,20],[4,1,10]]");
    assert_eq!(
        told("/reorganised"),
        r#"[{"from":"E07000892","name":"Old Eastham","to":"E07000902"}]"#
    );
    // Of 2016 only the own districts and the whole are kept.
    assert_eq!(
        told("/jobs/1/territories"),
        r#"["E07000901","E07000902","K03000001"]"#
    );
    assert_eq!(told("/jobs/1/values"), "[[3,2,25],[4,1,15]]");
    assert_eq!(
        told("/jobs/3/values"),
        "[[2,4,24,30],[1,0,0,1],[0,0,16,16],[5,0,0,5]]"
    );
    assert_eq!(told("/districts/neighbours"), r#"["E07000903"]"#);
    assert_eq!(told("/territories/0/key"), "\"E10000099\"");
    // Withheld in both prices, not worked out in one.
    assert_eq!(told("/gva/suppressed"), "[10,11]");
    assert_eq!(told("/gva/chained/1"), "[null,11]");
    // The county is the sum of its halves, an industry the sum of its parts.
    assert_eq!(told("/gva/current/8"), "[39,43]");
    assert_eq!(told("/gva/current/14"), "[20,22]");
    assert_eq!(told("/gva/places/2/basis"), "\"added-up\"");
    assert_eq!(told("/supply/domestic_use"), "[[1000,2000],[4000,0]]");
    assert_eq!(told("/supply/final_use"), "[7000,12000]");
    assert_eq!(told("/supply/of_sic5"), "[0,0,1,null]");
    assert_eq!(told("/sectors/0/codes"), r#"["011","78101"]"#);
    assert_eq!(told("/sectors/1/codes"), r#"["011"]"#);
    assert_eq!(told("/sectors/2/codes"), "[]");
    let checked = county.check("testshire-britain.json");
    assert_eq!(checked.out, "testshire-britain.json: no fault found.\n");
    let schema = county.read("data/schema/britain.schema.json");
    assert!(schema.contains("reorganised"));
}

#[test]
fn a_changed_companion_is_told_by_row_and_field() {
    let county = county("changed");
    assert_eq!(county.pack().exit, 0);
    county.change(BRITAIN, "[2,2,20]", "[2,-2,20]");
    let told = county.check("testshire-britain.json");
    assert_eq!(told.exit, 1);
    for part in [
        "jobs, row 1 (2015 by division), field values: -2 cannot be a number in the unit jobs",
        "does not match the hash",
    ] {
        assert!(told.out.contains(part), "{}", told.out);
    }
}

#[test]
fn a_fault_is_named_by_file_row_and_column_before_anything_is_written() {
    for (name, file, from, to, expected) in [
        (
            "cell",
            "raw/jobs/newer.csv",
            "E07000901,15,25",
            "E07000901,many,25",
            "newer.csv, row 2, column “01”: “many” is not a number",
        ),
        (
            "blank",
            "raw/jobs/older.csv",
            "Westham,10,20",
            "Westham,,20",
            "older.csv, row 2, column “div01”: it is blank",
        ),
        (
            "division",
            "raw/jobs/newer.csv",
            "code,01,78",
            "code,01,79",
            "newer.csv, column “79”: no industry has the code 79",
        ),
        (
            "district",
            "raw/jobs/older.csv",
            "2015,E07000903",
            "2015,E07000999",
            "older.csv, row 5, column “code”: E07000999 is no district",
        ),
        (
            "year",
            "content/industries.toml",
            "years = [2015, 2016]",
            "years = [2014, 2016]",
            "older.csv: E07000901 has no row for 2014",
        ),
        (
            "twice",
            "raw/jobs/older.csv",
            "2015,E07000903,Farham,100,50,0",
            "2015,E07000902,Farham,100,50,0",
            "row 5, column “code”: E07000902 has a row for 2015 already",
        ),
        (
            "fine",
            "raw/jobs/fine.csv",
            "E07000902,01110,20",
            "E07000902,01130,20",
            "fine.csv, row 5, column “sic5”: no industry has the code 01130",
        ),
        (
            "levels",
            "raw/jobs/fine.csv",
            "E07000902,01110,20",
            "E07000902,01110,25",
            "E07000902, 2024, division 01: its five-digit industries have 25 jobs, the table by division 20",
        ),
        (
            "total",
            "raw/jobs/current.csv",
            "E07000901,Total,30,33",
            "E07000901,Total,30,43",
            "current.csv, E07000901, Total: in 2022 its sections add up to 33 million pounds, the total says 43",
        ),
        (
            "parts",
            "raw/jobs/places-current.csv",
            "TLX1,78a,8,10\n",
            "",
            "TLX1, N (78): it has neither such a row nor all of its parts",
        ),
        (
            "name",
            "content/industries.toml",
            "7810 = \"Placement\"\n",
            "",
            "industries.toml, names, 7810: it holds several industries and has no name",
        ),
        (
            "strategy",
            "raw/jobs/strategy-jobs.csv",
            "E07000902,20",
            "E07000902,30",
            "row 3, column “Food”: its codes add up to 20 jobs, the table says 30",
        ),
        (
            "supply",
            "raw/jobs/supply.csv",
            "Y,4,0,4,10,16",
            "Y,4,9,4,10,16",
            "supply, field output: it does not add up: Y sells 25.0 million pounds and makes 16.0",
        ),
        (
            "check",
            "content/industries.toml",
            "jobs = 260",
            "jobs = 261",
            "check “Jobs of the whole”: it should be 261, and the raw files give 260",
        ),
        (
            "sector",
            "content/sectors/crops.toml",
            "\"78101\"",
            "\"01110\"",
            "crops.toml, codes, row 2, code: 01110 lies inside 011, which is listed too",
        ),
        (
            "sector-code",
            "content/sectors/crops.toml",
            "\"78101\"",
            "\"79\"",
            "crops.toml, codes, row 2, code: no industry has the code “79”",
        ),
    ] {
        let county = county(name);
        county.change(file, from, to);
        let ran = county.pack();
        assert_eq!(ran.exit, 2, "{name}: {}", ran.out);
        assert!(ran.err.contains(expected), "{name}: {}", ran.err);
        assert!(!county.path(BRITAIN).exists());
    }
}
