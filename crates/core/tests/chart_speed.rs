//! How long the charts of industries take to place and to draw. Only told, never judged:
//! machines differ.
//!
//! `cargo test --release -p roadmap-core --test chart_speed -- --ignored --nocapture`

#[cfg(test)]
#[path = "chart_golden/industries.rs"]
mod industries;
#[cfg(test)]
mod speed;

#[cfg(test)]
mod tests {
    use roadmap_core::chart::{Frame, Placed, Theme, draw};

    use crate::industries;
    use crate::speed::{Counter, least};

    const FRAME: Frame = Frame::new(900.0, 640.0);

    fn tell(name: &str, place: impl Fn() -> Placed) {
        let placed = place();
        let mut counter = Counter::default();
        draw(&placed, Theme::Light, 2.0, &mut counter).unwrap();
        let shapes = counter.shapes;
        let placing = least(&place);
        let drawing = least(|| draw(&placed, Theme::Light, 2.0, &mut counter));
        println!("{name}: place {placing:?}, draw {drawing:?} ({shapes} shapes)");
    }

    #[test]
    #[ignore = "tells times; run it by name in a release build"]
    fn charts_of_industries() {
        let mut network = industries::network();
        tell("network, 88 nodes", || network.place(FRAME));
        network.chosen = Some(60);
        tell("network, one chosen", || network.place(FRAME));
        let quadrant = industries::quadrant(0.0);
        tell("quadrant, all divisions", || quadrant.place(FRAME));
        let productivity = industries::productivity();
        tell("quadrant, both by ratios", || productivity.place(FRAME));
        let growth = industries::growth();
        tell("ranked bars, 12 rows", || growth.place(FRAME));
        let mut ranked = industries::specialisation(&[]);
        tell("ranked bars, 88 rows", || ranked.place(FRAME));
        let all = ranked.rows.clone();
        let classes = (0..729).filter_map(|index| all.get(index % all.len()).cloned());
        ranked.rows = classes.collect();
        let scrolling = least(|| ranked.clone().into_scroll(900.0, 1.0));
        println!("ranked bars, 729 rows: made ready {scrolling:?}");
        let scroll = ranked.into_scroll(900.0, 1.0);
        tell("ranked bars, a window on 729", || {
            scroll.window(5_000.0, 640.0)
        });
        let waterfall = industries::waterfall();
        tell("waterfall", || waterfall.place(FRAME));
        let mut stack = industries::output();
        stack.breaks.push(industries::new_basis("2009"));
        tell("stack, 10 parts in 26 years", || stack.place(FRAME));
        let treemap = industries::treemap();
        tell("treemap, 88 tiles", || treemap.place(FRAME));
        let slope = industries::slope(24);
        tell("slope, 24 rows", || slope.place(FRAME));
    }
}
