//! Every chart, drawn from realistic figures and compared with its golden picture.
//!
//! A changed picture is written beside the old one as `<name>-changed.svg`. When the
//! change is meant, `UPDATE_GOLDEN=1 cargo test -p roadmap-core` takes it over.

#[cfg(test)]
mod area_maps;
#[cfg(test)]
mod county;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod futures;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod industries;
#[cfg(test)]
mod roadmap;
#[cfg(test)]
mod sectors;
#[cfg(test)]
mod strengths;

#[cfg(test)]
mod tests {
    use crate::figures;
    use crate::golden::{check, check_light};
    use roadmap_core::chart::bar::BarSpec;
    use roadmap_core::chart::{Frame, Step, Theme};
    use roadmap_core::measure::Direction;
    use roadmap_core::quantity::Value;

    const STAGE: Frame = Frame::new(1200.0, 600.0);
    const CHART: Frame = Frame::new(640.0, 320.0);
    const SPARK: Frame = Frame::new(210.0, 90.0);
    const STRIP: Frame = Frame::new(210.0, 64.0);
    const MAP: Frame = Frame::new(585.0, 490.0);

    const fn hall(width_px: f64, height_px: f64) -> Frame {
        Frame {
            width_px,
            height_px,
            text_scale: 1.75,
        }
    }

    #[test]
    fn lines() {
        let pay = figures::pay_lines("E07000243", "Stevenage");
        check("line", &pay.place(CHART), "Pay has caught up with England");
        check_light("line-stage", &pay.place(STAGE));
        check_light("line-hall", &pay.place(hall(1200.0, 640.0)));
        check("line-spark", &pay.place(SPARK), "");
        check_light("line-spark-wide", &pay.place(Frame::new(320.0, 100.0)));
        let long = figures::pay_lines("E07000099", "North Hertfordshire");
        check_light("line-spark-long-name", &long.place(SPARK));
        check_light("line-phone", &long.place(Frame::new(350.0, 260.0)));
    }

    #[test]
    fn lines_with_breaks_gaps_and_shades() {
        let skills = figures::skills_lines();
        check("line-break", &skills.place(CHART), "Level 3 and above");
        check_light("line-break-spark", &skills.place(SPARK));
        let mut gaps = figures::pay_lines("E07000243", "Stevenage");
        for point in gaps.series[0].points.iter_mut().skip(6).step_by(3).take(3) {
            point.value = Value::Missing;
        }
        gaps.shades = figures::lockdown();
        check_light("line-gaps", &gaps.place(CHART));
    }

    #[test]
    fn lines_with_little_to_show() {
        let mut only = figures::pay_lines("E07000243", "Stevenage");
        for series in &mut only.series {
            series.points.drain(..series.points.len() - 1);
        }
        check_light("line-one-point", &only.place(CHART));
        check_light("line-one-point-spark", &only.place(SPARK));
        let mut flat = figures::pay_lines("E07000243", "Stevenage");
        for point in flat.series.iter_mut().flat_map(|series| &mut series.points) {
            (point.value, point.interval) = (Value::Number(500.0), None);
        }
        check_light("line-all-equal", &flat.place(CHART));
        check_light("line-all-equal-spark", &flat.place(SPARK));
        let mut none = figures::pay_lines("E07000243", "Stevenage");
        none.series.clear();
        check_light("line-empty", &none.place(SPARK));
    }

    #[test]
    fn strips() {
        let strip = figures::pay_strip("E07000243", "Stevenage");
        check("strip", &strip.place(STRIP), "");
        check_light("strip-low", &strip.place(Frame::new(210.0, 56.0)));
        check(
            "strip-wide",
            &strip.place(Frame::new(700.0, 72.0)),
            "Weekly pay, English districts",
        );
        check_light("strip-hall", &strip.place(hall(420.0, 120.0)));
        let long = figures::pay_strip("E07000099", "North Hertfordshire");
        check_light("strip-long-name", &long.place(STRIP));
        let mut outside = figures::pay_strip("E07000243", "Stevenage");
        outside.peers[20].value = Value::Number(4000.0);
        check_light("strip-outlier", &outside.place(Frame::new(320.0, 64.0)));
        let mut missing = figures::pay_strip("E07000243", "Stevenage");
        missing.place = missing.place.map(|mut place| {
            place.value = Value::Missing;
            place
        });
        check_light("strip-missing", &missing.place(STRIP));
        let mut equal = figures::pay_strip("E07000243", "Stevenage");
        equal.peers.truncate(1);
        equal.benchmarks.clear();
        equal.place = None;
        check_light("strip-one-point", &equal.place(STRIP));
        equal.peers.clear();
        check_light("strip-empty", &equal.place(STRIP));
    }

    #[test]
    fn maps() {
        let map = figures::pay_map(Some("Stevenage"));
        check(
            "map",
            &map.place(MAP),
            "Pay is highest along the south-west edge",
        );
        check_light("map-phone", &map.place(Frame::new(320.0, 320.0)));
        check_light("map-stage", &map.place(STAGE));
        check_light("map-hall", &map.place(hall(900.0, 800.0)));
        let mut patterns = figures::pay_map(Some("Watford"));
        patterns.direction = Direction::Neutral;
        patterns.areas[1].value = Value::Missing;
        patterns.areas[2].value = Value::Suppressed;
        patterns.areas[8].is_uncertain = true;
        check("map-patterns", &patterns.place(MAP), "");
        let mut equal = figures::pay_map(None);
        for area in &mut equal.areas {
            area.value = Value::Number(500.0);
        }
        equal.upper_edges.clear();
        check_light("map-all-equal", &equal.place(MAP));
        equal.areas.clear();
        check_light("map-empty", &equal.place(MAP));
    }

    #[test]
    fn bars() {
        let bars = figures::pay_bars();
        let height_px = BarSpec::natural_height_px(bars.rows.len(), 1.0);
        check(
            "bar",
            &bars.place(Frame::new(560.0, height_px)),
            "Weekly pay by district",
        );
        check_light("bar-phone", &bars.place(Frame::new(320.0, height_px)));
        let change = figures::change_bars();
        let height_px = BarSpec::natural_height_px(change.rows.len(), 1.0);
        check(
            "bar-negative",
            &change.place(Frame::new(560.0, height_px)),
            "Change in pay",
        );
        let mut few = figures::pay_bars();
        few.rows.truncate(1);
        check_light("bar-one", &few.place(Frame::new(420.0, 60.0)));
        few.rows.clear();
        check_light("bar-empty", &few.place(Frame::new(420.0, 60.0)));
    }

    #[test]
    fn highlights() {
        let mut spark = figures::pay_lines("E07000243", "Stevenage").place(SPARK);
        let chosen = spark.step(None, Step::Right).unwrap();
        spark.marks.extend(spark.highlight(chosen, false));
        check_light("highlight-spark", &spark);
        let mut strip = figures::pay_strip("E07000243", "Stevenage").place(STRIP);
        let lowest = strip.step(None, Step::Home).unwrap();
        strip.marks.extend(strip.highlight(lowest, false));
        check_light("highlight-strip", &strip);
        let mut map = figures::pay_map(Some("Stevenage")).place(MAP);
        let east = map.step(Some(9), Step::Right).unwrap();
        map.marks.extend(map.highlight(east, true));
        check("highlight-map", &map, "");
    }

    #[test]
    fn names_from_anywhere_stay_text() {
        let mut line = figures::pay_lines("E07000243", "<script>\"x\"&</script>");
        line.measure = "<b>&'\"".to_owned();
        let svg = roadmap_core::chart::svg_text(
            &line.place(CHART),
            Theme::Light,
            "</title><script>",
            &["<img src=x>".to_owned()],
        );
        assert!(!svg.contains("<script") && !svg.contains("<img") && !svg.contains("<b>"));
        assert!(svg.contains("&lt;/title&gt;&lt;script&gt;"));
    }
}
