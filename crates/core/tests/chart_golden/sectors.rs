//! The charts of sector strengths.

use roadmap_core::chart::Frame;
use roadmap_core::chart::area_map::Fill;
use roadmap_core::quantity::Value;

use crate::golden::{check, check_light};
use crate::industries;

const SERVICES: [&str; 14] = [
    "21", "26", "30", "46", "49", "59", "61", "62", "70", "71", "72", "82", "84", "86",
];

#[test]
fn ranked_bars() {
    let mut spec = industries::specialisation(&SERVICES);
    spec.chosen = spec.rows.iter().position(|row| row.key == "62");
    spec.rows[1].note = Some("One employer has most of the jobs.".to_owned());
    let height_px = spec.natural_height_px(720.0, 1.0);
    check(
        "ranked-bars",
        &spec.place(Frame::new(720.0, height_px)),
        "Hertfordshire has 3 times the national share of drug makers",
    );
    let height_px = spec.natural_height_px(340.0, 1.0);
    check_light(
        "ranked-bars-phone",
        &spec.place(Frame::new(340.0, height_px)),
    );
    let growth = industries::growth();
    let height_px = growth.natural_height_px(560.0, 1.0);
    check(
        "ranked-bars-signs",
        &growth.place(Frame::new(560.0, height_px)),
        "",
    );
    check_light(
        "ranked-bars-hall",
        &growth.place(Frame {
            width_px: 1100.0,
            height_px: growth.natural_height_px(1100.0, 1.75),
            text_scale: 1.75,
        }),
    );
    let mut empty = growth;
    empty.rows.clear();
    check_light("ranked-bars-empty", &empty.place(Frame::new(420.0, 80.0)));
}

#[test]
fn ranked_bars_by_the_hundred() {
    let all = industries::specialisation(&[]);
    check_light("ranked-bars-crowded", &all.place(Frame::new(640.0, 700.0)));
    let scroll = all.into_scroll(640.0, 1.0);
    check_light("ranked-bars-window", &scroll.window(1340.0, 420.0));
}

#[test]
fn quadrants() {
    let mut spec = industries::quadrant(300.0);
    spec.chosen = spec.points.iter().position(|point| point.key == "62");
    check(
        "quadrant",
        &spec.place(Frame::new(720.0, 520.0)),
        "Head offices lead, and grow",
    );
    check_light("quadrant-phone", &spec.place(Frame::new(340.0, 380.0)));
    let hall = Frame {
        width_px: 1200.0,
        height_px: 760.0,
        text_scale: 1.75,
    };
    check_light("quadrant-hall", &spec.place(hall));
    let mut productivity = industries::productivity();
    productivity.points.truncate(40);
    check_light(
        "quadrant-ratios",
        &productivity.place(Frame::new(640.0, 440.0)),
    );
    spec.points.truncate(0);
    check_light("quadrant-empty", &spec.place(Frame::new(420.0, 120.0)));
}

#[test]
fn waterfalls() {
    let mut spec = industries::waterfall();
    let height_px = spec.natural_height_px(640.0, 1.0);
    check(
        "waterfall",
        &spec.place(Frame::new(640.0, height_px)),
        "Jobs grew less than the nation's growth alone would have brought",
    );
    let height_px = spec.natural_height_px(340.0, 1.0);
    check_light("waterfall-phone", &spec.place(Frame::new(340.0, height_px)));
    // From zero, through zero, and with a part that is not explained.
    (spec.from.value, spec.to.value) = (Value::Number(12_000.0), Value::Number(30_000.0));
    check_light("waterfall-from-zero", &spec.place(Frame::new(560.0, 260.0)));
    spec.steps[0].value = Value::Missing;
    check_light("waterfall-empty", &spec.place(Frame::new(420.0, 120.0)));
}

#[test]
fn networks() {
    let mut spec = industries::network();
    let frame = Frame::new(720.0, 560.0);
    check(
        "network",
        &spec.place(frame),
        "Strengths lie close together",
    );
    check_light("network-phone", &spec.place(Frame::new(340.0, 400.0)));
    spec.chosen = spec.nodes.iter().position(|node| node.key == "72");
    check("network-chosen", &spec.place(frame), "");
}

#[test]
fn stacks() {
    let mut spec = industries::output();
    let frame = Frame::new(720.0, 420.0);
    check("stack", &spec.place(frame), "Output has grown by half");
    check_light("stack-phone", &spec.place(Frame::new(340.0, 300.0)));
    spec.chosen = Some(4);
    spec.breaks.push(industries::new_basis("2009"));
    spec.parts[2].points[3].1 = Value::Suppressed;
    spec.parts[2].points[4].1 = Value::Missing;
    spec.parts[7].points[6].1 = Value::Suppressed;
    check_light("stack-gaps", &spec.place(frame));
}

#[test]
fn treemaps() {
    let mut spec = industries::treemap();
    check(
        "treemap",
        &spec.place(Frame::new(760.0, 520.0)),
        "One job in eight is at an agency",
    );
    check_light("treemap-phone", &spec.place(Frame::new(340.0, 460.0)));
    spec.chosen = Some("72".to_owned());
    spec.groups[12].tiles[0].fill = Fill::Suppressed;
    spec.groups[12].tiles[1].fill = Fill::Missing;
    check_light("treemap-chosen", &spec.place(Frame::new(560.0, 380.0)));
}

#[test]
fn slopes() {
    let mut spec = industries::slope(14);
    let height_px = spec.natural_height_px(1.0);
    check(
        "slope",
        &spec.place(Frame::new(640.0, height_px)),
        "Agencies have lost, warehouses have gained",
    );
    check_light("slope-phone", &spec.place(Frame::new(340.0, 340.0)));
    spec.rows[2].values[1] = Value::Suppressed;
    spec.rows[5].values[0] = Value::Missing;
    check_light("slope-gaps", &spec.place(Frame::new(560.0, 300.0)));
}

#[test]
fn highlights_of_industries() {
    let mut quadrant = industries::quadrant(300.0).place(Frame::new(560.0, 420.0));
    let large = quadrant
        .targets
        .iter()
        .position(|target| target.key == "47");
    quadrant
        .marks
        .extend(quadrant.highlight(large.unwrap(), false));
    check_light("highlight-quadrant", &quadrant);
    let mut treemap = industries::treemap().place(Frame::new(420.0, 300.0));
    let tile = treemap.targets.iter().position(|target| target.key == "59");
    treemap
        .marks
        .extend(treemap.highlight(tile.unwrap(), false));
    check_light("highlight-treemap", &treemap);
}
