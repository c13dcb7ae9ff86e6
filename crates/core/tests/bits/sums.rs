//! Checksums over the bits of sums and pictures; compiled natively and for the browser.

use std::slice;

use roadmap_core::chart::{Frame, Mark, Point};
use roadmap_core::data::Dataset;
use roadmap_core::geo::{LonLat, LonLatBounds, Projection};
use roadmap_core::math;
use roadmap_core::picture::{self, DistrictMap, Picture};

/// A line for each part of core: its name, how many numbers, and their checksum.
pub fn sums(dataset: &Dataset, map: Option<&DistrictMap>) -> String {
    let slug = &dataset.headlines()[0].slug;
    let area = &dataset.districts().next().unwrap().code;
    let parts = [
        ("math", transcendental()),
        ("projection", projected()),
        ("line", placed(&picture::line(dataset, slug, area))),
        ("strip", placed(&picture::strip(dataset, slug, area))),
        ("bar", placed(&picture::bars(dataset, slug, area))),
        (
            "map",
            placed(&picture::district_map(dataset, map, slug, area)),
        ),
    ];
    let lines = parts.map(|(name, numbers)| {
        assert!(numbers.len() > 50, "{name}: too few numbers to compare");
        format!("{name} {} {:016x}\n", numbers.len(), checksum(&numbers))
    });
    lines.concat()
}

fn transcendental() -> Vec<f64> {
    let each = (-500..500_i32).flat_map(|step| {
        let x = f64::from(step) * 0.137;
        let share = f64::from(step) / 500.0;
        [
            math::sin(x),
            math::cos(x),
            math::asin(share),
            math::atan2(x, share + 0.3),
            math::log10(x * x + 1e-9),
            math::ten_to(step / 5),
            math::hypot(x, share),
        ]
    });
    each.collect()
}

fn projected() -> Vec<f64> {
    let projection = Projection::centred_on(&LonLatBounds {
        west_deg: -0.75,
        south_deg: 51.6,
        east_deg: 0.2,
        north_deg: 52.1,
    });
    let each = (0..400_i32).flat_map(|step| {
        let map = projection.map_from_lonlat(LonLat {
            lon_deg: -0.75 + 0.05 * f64::from(step % 20),
            lat_deg: 51.6 + 0.025 * f64::from(step / 20),
        });
        let back = projection.lonlat_from_map(map);
        [map.x_km, map.y_km, back.lon_deg, back.lat_deg]
    });
    each.collect()
}

fn placed(picture: &Picture) -> Vec<f64> {
    const WIDTH_PX: f64 = 640.0;
    let frame = Frame::new(WIDTH_PX, picture.height_px(WIDTH_PX, 1.0));
    picture
        .place(frame)
        .marks
        .iter()
        .flat_map(numbers)
        .collect()
}

fn numbers(mark: &Mark) -> Vec<f64> {
    let (points, sizes): (&[Point], Vec<f64>) = match mark {
        Mark::Path {
            points,
            width_px,
            opacity,
            ..
        } => (points, vec![*width_px, *opacity]),
        Mark::Polygon { ring, opacity, .. } => (ring, vec![*opacity]),
        Mark::Disc {
            centre, radius_px, ..
        } => (slice::from_ref(centre), vec![*radius_px]),
        Mark::Text(text) => (slice::from_ref(&text.at), vec![text.size_px]),
    };
    let places = points.iter().flat_map(|point| [point.x, point.y]);
    places.chain(sizes).collect()
}

/// FNV-1a, which needs no crate, over the bytes of the numbers.
fn checksum(numbers: &[f64]) -> u64 {
    let bytes = numbers.iter().flat_map(|number| number.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
