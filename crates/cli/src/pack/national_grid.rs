//! From eastings and northings of the British National Grid to degrees on the globe.
//!
//! Formulas: Ordnance Survey, A guide to coordinate systems in Great Britain, annexes B and C.
//! The seven-parameter shift between the two datums is good to about five metres, less than
//! a station is long.

use roadmap_core::math::{atan2, cos, sin};

/// An ellipsoid by its two half axes, in metres.
struct Ellipsoid {
    major_m: f64,
    minor_m: f64,
}

impl Ellipsoid {
    fn eccentricity_squared(&self) -> f64 {
        1.0 - (self.minor_m * self.minor_m) / (self.major_m * self.major_m)
    }
}

const AIRY: Ellipsoid = Ellipsoid {
    major_m: 6_377_563.396,
    minor_m: 6_356_256.909,
};
const WGS84: Ellipsoid = Ellipsoid {
    major_m: 6_378_137.0,
    minor_m: 6_356_752.314_245,
};
/// The grid's true origin, its false origin and its scale there.
const ORIGIN_LON_DEG: f64 = -2.0;
const ORIGIN_LAT_DEG: f64 = 49.0;
const FALSE_EASTING_M: f64 = 400_000.0;
const FALSE_NORTHING_M: f64 = -100_000.0;
const SCALE: f64 = 0.999_601_271_7;

/// Degrees east and north of a point of the grid, in metres.
pub fn lon_lat_deg([easting_m, northing_m]: [f64; 2]) -> [f64; 2] {
    let on_airy = on_airy([easting_m, northing_m]);
    let earth = shifted(cartesian(on_airy, &AIRY));
    let [lon, lat] = geographic(earth, &WGS84);
    [lon.to_degrees(), lat.to_degrees()]
}

/// Annex C: longitude and latitude in radians on the grid's own ellipsoid.
fn on_airy([easting_m, northing_m]: [f64; 2]) -> [f64; 2] {
    let major = AIRY.major_m * SCALE;
    let e2 = AIRY.eccentricity_squared();
    let origin = ORIGIN_LAT_DEG.to_radians();
    let along = northing_m - FALSE_NORTHING_M;
    let mut lat = origin + along / major;
    const STEPS: usize = 6;
    for _ in 0..STEPS {
        lat += (along - meridian_m(lat, origin)) / major;
    }
    let (sine, cosine) = (sin(lat), cos(lat));
    let tangent = sine / cosine;
    let squared = 1.0 - e2 * sine * sine;
    let across = major / squared.sqrt();
    let bend = major * (1.0 - e2) / (squared * squared.sqrt());
    let eta2 = across / bend - 1.0;
    let t2 = tangent * tangent;
    let east = easting_m - FALSE_EASTING_M;
    let x = east / across;
    let x2 = x * x;
    let to_north = tangent * east * x / (2.0 * bend)
        * (1.0 - x2 / 12.0 * (5.0 + 3.0 * t2 + eta2 - 9.0 * t2 * eta2)
            + x2 * x2 / 360.0 * (61.0 + 90.0 * t2 + 45.0 * t2 * t2));
    let to_east = x / cosine
        * (1.0 - x2 / 6.0 * (across / bend + 2.0 * t2)
            + x2 * x2 / 120.0 * (5.0 + 28.0 * t2 + 24.0 * t2 * t2));
    [ORIGIN_LON_DEG.to_radians() + to_east, lat - to_north]
}

/// The length of the meridian between two latitudes on the grid.
fn meridian_m(lat: f64, origin: f64) -> f64 {
    let n = (AIRY.major_m - AIRY.minor_m) / (AIRY.major_m + AIRY.minor_m);
    let (n2, n3) = (n * n, n * n * n);
    let (apart, both) = (lat - origin, lat + origin);
    AIRY.minor_m
        * SCALE
        * ((1.0 + n + 1.25 * (n2 + n3)) * apart
            - (3.0 * (n + n2) + 2.625 * n3) * sin(apart) * cos(both)
            + 1.875 * (n2 + n3) * sin(2.0 * apart) * cos(2.0 * both)
            - 35.0 / 24.0 * n3 * sin(3.0 * apart) * cos(3.0 * both))
}

/// Annex B: metres from the middle of the Earth, for a point on the ellipsoid.
fn cartesian([lon, lat]: [f64; 2], ellipsoid: &Ellipsoid) -> [f64; 3] {
    let e2 = ellipsoid.eccentricity_squared();
    let across = ellipsoid.major_m / (1.0 - e2 * sin(lat) * sin(lat)).sqrt();
    [
        across * cos(lat) * cos(lon),
        across * cos(lat) * sin(lon),
        across * (1.0 - e2) * sin(lat),
    ]
}

fn geographic([x, y, z]: [f64; 3], ellipsoid: &Ellipsoid) -> [f64; 2] {
    let e2 = ellipsoid.eccentricity_squared();
    let from_axis = (x * x + y * y).sqrt();
    let mut lat = atan2(z, from_axis * (1.0 - e2));
    const STEPS: usize = 4;
    for _ in 0..STEPS {
        let across = ellipsoid.major_m / (1.0 - e2 * sin(lat) * sin(lat)).sqrt();
        lat = atan2(z + e2 * across * sin(lat), from_axis);
    }
    [atan2(y, x), lat]
}

/// Moves, turns and stretches from the grid's datum to that of satellites.
fn shifted([x, y, z]: [f64; 3]) -> [f64; 3] {
    const MOVED_M: [f64; 3] = [446.448, -125.157, 542.060];
    const STRETCHED: f64 = -20.4894e-6;
    let second = |seconds: f64| (seconds / 3600.0).to_radians();
    let [rx, ry, rz] = [second(0.1502), second(0.2470), second(0.8421)];
    let [mx, my, mz] = MOVED_M;
    let scale = 1.0 + STRETCHED;
    [
        mx + scale * x - rz * y + ry * z,
        my + rz * x + scale * y - rx * z,
        mz - ry * x + rx * y + scale * z,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The guide's worked example, and a station whose place anybody can look up.
    #[test]
    fn the_published_example_is_met() {
        let [lon, lat] = on_airy([651_409.903, 313_177.270]);
        assert!((lat.to_degrees() - (52.0 + 39.0 / 60.0 + 27.2531 / 3600.0)).abs() < 1e-7);
        assert!((lon.to_degrees() - (1.0 + 43.0 / 60.0 + 4.5177 / 3600.0)).abs() < 1e-7);
        let [lon, lat] = lon_lat_deg([651_409.903, 313_177.270]);
        assert!((lat - 52.657_98).abs() < 1e-4 && (lon - 1.716_05).abs() < 1e-4);
    }
}
