//! Maps of many areas and what stands beside them.

use roadmap_core::chart::area_map::{AreaMapSpec, Uncertainty};
use roadmap_core::chart::histogram::HistogramSpec;
use roadmap_core::chart::{Frame, Placed, Point, TextAlternative};
use roadmap_core::geo::Viewport;
use roadmap_core::quantity::Value;

use crate::county;
use crate::golden::{check, check_light};

const WIDTH_PX: f64 = 340.0;
const HEIGHT_PX: f64 = 280.0;

fn placed(spec: &AreaMapSpec, view: &Viewport) -> Placed {
    let [width_px, height_px] = view.size_px();
    let map = spec.place(Frame::new(width_px, height_px), view);
    map.placed(TextAlternative::default())
}

fn whole(spec: &AreaMapSpec) -> Placed {
    placed(spec, &county::whole(spec, WIDTH_PX, HEIGHT_PX))
}

/// A part of the county: enough to see the inks.
fn part(spec: &AreaMapSpec) -> Placed {
    placed(spec, &county::about(-0.2, 51.86, 9.0, 260.0, 220.0))
}

#[test]
fn each_kind_of_map() {
    check(
        "area-map-classes",
        &whole(&county::classes()),
        "Where older people live",
    );
    check("area-map-diverging", &part(&county::diverging()), "");
    check("area-map-pair", &part(&county::pair()), "");
    check("area-map-clusters", &part(&county::clusters()), "");
    check("area-map-changes", &part(&county::changes()), "");
    check("area-map-flows", &part(&county::flows()), "");
}

#[test]
fn small_areas_from_near_and_far() {
    let mut spec = county::small_areas();
    let near = county::about(-0.2, 51.905, 95.0, 420.0, 360.0);
    check("area-map-near", &placed(&spec, &near), "");
    let town = county::about(-0.2, 51.905, 34.0, 300.0, 260.0);
    let count = spec.fills.len();
    spec.dimmed = (0..count).map(|area| area % 3 != 0).collect();
    check_light("area-map-brushed", &placed(&spec, &town));
    spec.dimmed.clear();
    spec.uncertainty = Uncertainty::Faded;
    spec.uncertain = (0..count).map(|area| area % 3 == 0).collect();
    check_light("area-map-faded", &placed(&spec, &town));
}

#[test]
fn a_map_in_a_hall() {
    let mut spec = county::classes();
    spec.flows = county::flows().flows;
    let frame = Frame {
        width_px: 460.0,
        height_px: 400.0,
        text_scale: 1.75,
    };
    let view = county::whole(&spec, frame.width_px, frame.height_px);
    let map = spec.place(frame, &view);
    let mut placed = map.placed(TextAlternative::default());
    placed
        .marks
        .extend(map.highlight(40, false, "Knebworth 21.4%"));
    check_light("area-map-hall", &placed);
}

#[test]
fn histograms() {
    let frame = Frame::new(340.0, HistogramSpec::natural_height_px(1.0));
    let mut spec = county::histogram();
    check("histogram", &spec.place(frame).placed, "How old areas are");
    let mut pointed = spec.place(frame);
    pointed
        .placed
        .marks
        .extend(pointed.pointer(31.0, "Codicote 31.0%"));
    check_light("histogram-pointer", &pointed.placed);
    let hall = Frame {
        text_scale: 1.75,
        ..Frame::new(620.0, HistogramSpec::natural_height_px(1.75))
    };
    check_light("histogram-hall", &spec.place(hall).placed);
    spec.brushed = Some(spec.place(frame).range_between(60.0, 140.0));
    spec.values[3] = Value::Number(900.0);
    check_light("histogram-brushed-outlier", &spec.place(frame).placed);
    spec.values = vec![Value::Number(17.0); 9];
    (spec.upper_edges, spec.brushed, spec.pinned) = (Vec::new(), None, None);
    check_light("histogram-all-equal", &spec.place(frame).placed);
}

#[test]
fn rankings() {
    let spec = county::ranking();
    let height_px = spec.natural_height_px(1.0);
    let placed = spec.place(Frame::new(420.0, height_px)).placed;
    check("ranking", &placed, "The oldest and the youngest areas");
    check_light(
        "ranking-phone",
        &spec.place(Frame::new(320.0, height_px)).placed,
    );
}

#[test]
fn scatters() {
    let mut spec = county::scatter();
    let frame = Frame::new(460.0, 380.0);
    let placed = spec.place(frame);
    check("scatter", &placed.placed, "Older areas are less deprived");
    let brushed = placed.inside(Point::new(60.0, 40.0), Point::new(200.0, 160.0));
    let count = spec.points.len();
    spec.dimmed = (0..count).map(|point| !brushed.contains(&point)).collect();
    check_light("scatter-brushed", &spec.place(frame).placed);
}
