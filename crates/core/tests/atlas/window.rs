//! From a link's window to what a frame shows, and back.

use roadmap_core::area::{AreaCode, Level, Vintage};
use roadmap_core::geo::LonLat;
use roadmap_core::page::map::Window;

use crate::given::{of_pack, pack};

#[test]
fn a_frame_shows_the_window_of_a_link() {
    let (dataset, atlas) = pack();
    let ground = atlas
        .ground(dataset, Level::Lsoa, Vintage::Census2021)
        .unwrap();
    let window = Window::read("-0.2000,51.9050,6.0").unwrap();
    for (width_px, height_px) in [(320.0, 260.0), (900.0, 700.0)] {
        let view = atlas
            .view(&ground, Some(&window), width_px, height_px)
            .unwrap();
        assert_eq!(atlas.window(&view.window()).words(), window.words());
    }
    assert_eq!(atlas.view(&ground, Some(&window), 0.0, 100.0), None);
}

#[test]
fn a_window_far_away_or_too_wide_is_brought_to_the_map() {
    let (dataset, atlas) = pack();
    let ground = atlas
        .ground(dataset, Level::District, Vintage::Current)
        .unwrap();
    let whole = atlas.view(&ground, None, 600.0, 500.0).unwrap();
    for words in ["120,-40,6", "-0.2,51.9,2000", "-0.2,51.9,0.1"] {
        let window = Window::read(words).unwrap();
        let view = atlas.view(&ground, Some(&window), 600.0, 500.0).unwrap();
        let centre = view.centre();
        let bounds = ground.bounds();
        assert!((bounds.min.x_km..=bounds.max.x_km).contains(&centre.x_km));
        assert!((bounds.min.y_km..=bounds.max.y_km).contains(&centre.y_km));
        assert!(view.px_per_km() >= whole.px_per_km() * 0.74, "{words}");
        assert!(view.px_per_km() <= 601.0, "{words}");
    }
}

#[test]
fn what_is_looked_for_fits_into_the_frame() {
    let (dataset, atlas) = pack();
    let ground = atlas
        .ground(dataset, Level::District, Vintage::Current)
        .unwrap();
    for area in ground.layer().areas() {
        let window = atlas.window_around(&area.bounds);
        let seen = atlas
            .view(&ground, Some(&window), 780.0, 600.0)
            .unwrap()
            .window();
        assert!(seen.width_km() >= area.bounds.width_km() - 1e-6);
        assert!(seen.height_km() >= area.bounds.height_km() - 1e-6);
    }
}

#[test]
fn a_pin_of_another_level_or_vintage_is_told() {
    let figures = of_pack("imd-2025-score", Level::Lsoa);
    let own = figures.rows.first().unwrap().code.clone();
    assert_eq!(figures.not_pinned_words(&own), None);
    let words = figures
        .not_pinned_words(&AreaCode::new("E07000243").unwrap())
        .unwrap();
    assert!(
        words.contains("E07000243") && words.contains("713"),
        "{words}"
    );
}

#[test]
fn where_a_reader_is_can_not_be_told_from_what_is_shown() {
    let (dataset, atlas) = pack();
    for level in [Level::Lsoa, Level::Msoa] {
        let ground = atlas.ground(dataset, level, Vintage::Census2021).unwrap();
        let place = |lat_deg: f64| LonLat {
            lon_deg: -0.1931,
            lat_deg,
        };
        let here = atlas.locate(&ground, place(51.9046)).unwrap();
        let beside = atlas.locate(&ground, place(51.9047)).unwrap();
        assert_eq!(here, beside);
        let area = ground.layer().areas().get(here.at.unwrap()).unwrap();
        assert_eq!(here.window.union(&area.bounds), here.window);
    }
    let ground = atlas
        .ground(dataset, Level::Lsoa, Vintage::Census2021)
        .unwrap();
    assert_eq!(atlas.locate(&ground, place_in_paris()), None);
}

fn place_in_paris() -> LonLat {
    LonLat {
        lon_deg: 2.2945,
        lat_deg: 48.8584,
    }
}
