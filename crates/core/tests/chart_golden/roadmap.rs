//! The roadmap's own pictures, from the files the explorer ships.

use crate::golden::{check, check_light};
use roadmap_core::chart::{Frame, Placed};
use roadmap_core::data::roadmap::Roadmap;
use roadmap_core::data::{Dataset, Foundation, GrandChallenge, read_pack, read_roadmap};
use roadmap_core::page::years::Years;
use roadmap_core::picture::Picture;
use roadmap_core::roadmap::{Graph, Node};
use std::fs;
use std::path::Path;

/// A day on which the pictures are drawn, so that they do not change with the calendar.
const TODAY_YEARS: f64 = 2026.9;

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
    fs::read(folder.join(name)).unwrap()
}

fn shipped() -> (Dataset, Roadmap) {
    let reading = read_pack("pack", &bytes("hertfordshire.json"));
    let dataset = reading.dataset.unwrap();
    let reading = read_roadmap("roadmap", &bytes("hertfordshire-roadmap.json"), &dataset);
    (dataset, reading.roadmap.unwrap())
}

/// As high as it would like to be.
fn placed(picture: &Picture, width_px: f64, text_scale: f64) -> Placed {
    picture.place(Frame {
        width_px,
        height_px: picture.height_px(width_px, text_scale),
        text_scale,
    })
}

#[test]
fn chains() {
    let (dataset, roadmap) = shipped();
    let graph = Graph {
        roadmap: &roadmap,
        dataset: &dataset,
    };
    let of = |node: Node| {
        let actions = graph.actions_about(&node);
        graph.chain_picture(&graph.chain(&actions), &graph.title(&node))
    };
    let one = of(Node::Action("digital-champions".to_owned()));
    check("chain", &placed(&one, 1000.0, 1.0), &one.title);
    check_light("chain-phone", &placed(&one, 328.0, 1.0));
    check_light("chain-hall", &placed(&one, 1700.0, 1.75));
    let cell = of(Node::Cell(
        Foundation::People,
        GrandChallenge::AgeingSociety,
    ));
    check_light("chain-cell", &placed(&cell, 1000.0, 1.0));
    check_light("chain-cell-phone", &placed(&cell, 328.0, 1.0));
}

#[test]
fn timelines() {
    let (dataset, roadmap) = shipped();
    let graph = Graph {
        roadmap: &roadmap,
        dataset: &dataset,
    };
    let whole = graph.timeline_picture(None, TODAY_YEARS);
    check("timeline", &placed(&whole, 1000.0, 1.0), &whole.title);
    check_light("timeline-phone", &placed(&whole, 328.0, 1.0));
    check_light("timeline-hall", &placed(&whole, 1700.0, 1.75));
    let close = graph.timeline_picture(Years::from_key("2018.5..2019.5"), TODAY_YEARS);
    check_light("timeline-close", &placed(&close, 1000.0, 1.0));
    let none = graph.timeline_picture(Years::from_key("1990..1991"), TODAY_YEARS);
    check_light("timeline-empty", &placed(&none, 600.0, 1.0));
}
