//! A made-up county small enough to read, as raw folders and content, and a way
//! to run the command on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a run of the command left behind.
pub struct Ran {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

/// Runs the command.
pub fn roadmap(args: &[&str]) -> Ran {
    let ran = Command::new(env!("CARGO_BIN_EXE_roadmap"))
        .args(args)
        .output()
        .unwrap();
    Ran {
        exit: ran.status.code().unwrap(),
        out: String::from_utf8(ran.stdout).unwrap(),
        err: String::from_utf8(ran.stderr).unwrap(),
    }
}

/// A county of two districts in a folder of its own.
pub struct County {
    root: PathBuf,
}

impl County {
    /// Writes its raw folders and content; `name` keeps tests apart.
    pub fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if root.exists() {
            fs::remove_dir_all(&root).unwrap();
        }
        let county = Self { root };
        for (path, text) in FILES {
            county.write(path, text);
        }
        for (folder, files) in [("shapes", SHAPES), ("around", AROUND)] {
            for (file, areas) in files {
                county.write(&format!("raw/{folder}/{file}"), geojson(areas));
            }
        }
        for folder in [
            "explore",
            "deprivation",
            "shapes",
            "around",
            "lookups",
            "small",
        ] {
            county.write(&format!("raw/{folder}/SOURCE.toml"), SOURCE);
        }
        county
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Changes a file; the text to change must be there.
    pub fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// Runs `roadmap pack` into the folder `data`.
    pub fn pack(&self) -> Ran {
        let folder = |name: &str| self.path(name).to_str().unwrap().to_owned();
        let (raw, content, data) = (folder("raw"), folder("content"), folder("data"));
        roadmap(&["pack", "--raw", &raw, "--content", &content, "--out", &data])
    }

    /// Runs a question on the folder `data`.
    pub fn ask(&self, args: &[&str]) -> Ran {
        let data = self.path("data");
        let data = ["--data", data.to_str().unwrap()];
        roadmap(&[&data, args].concat())
    }

    /// Runs `roadmap check` on a file of the folder `data`.
    pub fn check(&self, file: &str) -> Ran {
        let path = self.path("data").join(file);
        roadmap(&["check", path.to_str().unwrap()])
    }
}

/// A square of a tenth of a degree for each step from `from` up to `to`.
type Square = (&'static str, &'static str, &'static str, u8, u8);

const SHAPES: &[(&str, &[Square])] = &[
    ("county.geojson", &[("E10000099", "Testshire", "", 0, 4)]),
    ("districts.geojson", DISTRICTS),
    (
        "wards.geojson",
        &[("E05000001", "Old Town", r#","lad":"E07000901""#, 0, 1)],
    ),
    ("msoa21.geojson", MIDDLE),
    ("lsoa21.geojson", LOWER),
    ("msoa11.geojson", MIDDLE),
    ("lsoa11.geojson", LOWER),
];

const DISTRICTS: &[Square] = &[
    ("E07000901", "Westham", "", 0, 2),
    ("E07000902", "Eastham", "", 2, 4),
];

const MIDDLE: &[Square] = &[
    (
        "E02000001",
        "Westham 001",
        r#","lad":"E07000901","label":"Mill Hill""#,
        0,
        2,
    ),
    (
        "E02000002",
        "Eastham 001",
        r#","lad":"E07000902","label":"Priory""#,
        2,
        4,
    ),
];

const LOWER: &[Square] = &[
    (
        "E01000001",
        "Westham 001A",
        r#","msoa":"E02000001","lad":"E07000901""#,
        0,
        1,
    ),
    (
        "E01000002",
        "Westham 001B",
        r#","msoa":"E02000001","lad":"E07000901""#,
        1,
        2,
    ),
    (
        "E01000003",
        "Eastham 001A",
        r#","msoa":"E02000002","lad":"E07000902""#,
        2,
        3,
    ),
    (
        "E01000004",
        "Eastham 001B",
        r#","msoa":"E02000002","lad":"E07000902""#,
        3,
        4,
    ),
];

const AROUND: &[(&str, &[Square])] = &[("around.geojson", &[("E07000903", "Farham", "", 4, 6)])];

fn geojson(areas: &[Square]) -> String {
    // Corners at each tenth, so that neighbours share them.
    let square = |(code, name, more, from, to): &Square| {
        let south = (*from..=*to).map(|step| format!("[0.{step},51]"));
        let north = (*from..=*to).rev().map(|step| format!("[0.{step},51.1]"));
        let ring: Vec<String> = south
            .chain(north)
            .chain([format!("[0.{from},51]")])
            .collect();
        format!(
            r#"{{"type":"Feature","properties":{{"code":"{code}","name":"{name}"{more}}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}"#,
            ring.join(",")
        )
    };
    let features: Vec<String> = areas.iter().map(square).collect();
    format!(
        r#"{{"type":"FeatureCollection","features":[{}]}}"#,
        features.join(",")
    )
}

pub const SOURCE: &str = r#"
title = "A folder of figures"
publisher = "Office of Tests"
original_url = "https://example.org/figures"
licence = "Open Licence v1 (presumed)"
period = "2020 to 2024"
"#;

const FILES: [(&str, &str); 15] = [
    (
        "raw/explore/indicators.csv",
        "slug,better,dataset,source_org,source_url,source_date\n\
         weekly-pay,higher,pay-by-residence,Office of Pay,https://example.org/pay,26/09/2025\n\
         total-people,neutral,people,Office of People|Other Office,,\n",
    ),
    (
        "raw/explore/indicators/weekly-pay.csv",
        "areacd,period,value,lci_95,uci_95\n\
         E07000901,2023-04-26,600.5,580.25,620.75\n\
         E07000901,2024-04-24,610,590,630\n\
         E07000902,2023-04-26,,,\n\
         E07000892,2024-04-24,555.5,,\n\
         E92000001,2024-04-24,580,579,581\n\
         E07000903,2024-04-24,700,690,710\n",
    ),
    (
        "raw/explore/indicators/total-people.csv",
        "areacd,period,value\nE07000901,2024,90000\nE07000902,2024,80000\n\
         E10000099,2024,170000\nE07000903,2024,50000\n",
    ),
    (
        "raw/deprivation/districts.csv",
        "code,share\nE07000901,0.0278\nE07000902,0\nE07000893,0.5789\n",
    ),
    (
        "raw/lookups/authorities.csv",
        "LADCD,LADNM,UTLACD,UTLANM,RGNCD,RGNNM,CTRYCD,CTRYNM\n\
         E07000901,Westham,E10000099,Testshire,E12000099,The South,E92000001,England\n\
         E07000902,Eastham,E10000099,Testshire,E12000099,The South,E92000001,England\n\
         E07000903,Farham,E10000098,Farshire,E12000099,The South,E92000001,England\n",
    ),
    (
        "raw/lookups/lower.csv",
        "lsoa21,msoa21,lad\nE01000001,E02000001,E07000901\nE01000002,E02000001,E07000901\n\
         E01000003,E02000002,E07000902\nE01000004,E02000002,E07000902\n",
    ),
    (
        "raw/lookups/lower-changes.csv",
        "lsoa11,change,lsoa21\nE01000001,U,E01000001\nE01000002,U,E01000002\n\
         E01000003,U,E01000003\nE01000004,U,E01000004\n",
    ),
    (
        "raw/lookups/middle-changes.csv",
        "msoa11,change,msoa21\nE02000001,U,E02000001\nE02000002,U,E02000002\n",
    ),
    ("content/place.toml", include_str!("place.toml")),
    ("content/measures.toml", include_str!("measures.toml")),
    (
        "content/small_area_measures.toml",
        include_str!("small_area_measures.toml"),
    ),
    (
        "raw/small/lower.csv",
        "code,people,old,score,tenth\nE01000001,100,10,1.25,1\nE01000002,200,,2.5,2\n\
         E01000003,300,60,-0.5,3\nE01000004,400,100,0,4\nE01000099,1000,300,4,5\n",
    ),
    ("content/sources.toml", include_str!("sources.toml")),
    (
        "content/challenges/older.toml",
        include_str!("challenge.toml"),
    ),
    (
        "content/unavailable.toml",
        "[[unavailable]]\nwhat = \"Care homes\"\nwhy = \"Nobody counts them.\"\n",
    ),
];
