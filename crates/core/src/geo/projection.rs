//! From degrees on the globe to kilometres on the map and back.

use super::{LonLat, LonLatBounds, MapPoint};
use crate::math;

/// Semi-major axis of the WGS84 ellipsoid, in kilometres.
const WGS84_A_KM: f64 = 6_378.137;
/// Square of the first eccentricity of the WGS84 ellipsoid.
const WGS84_E2: f64 = 0.006_694_379_990_14;

/// Lambert's azimuthal equal-area projection about the middle of a county.
///
/// Areas in square kilometres are true, which a choropleth needs, and over a
/// county shapes are true as well. The sphere has the ellipsoid's own mean
/// curvature at the centre: a sphere of the whole globe's size would make an
/// English county 0.4% too small.
///
/// Source: J. P. Snyder, Map Projections: A Working Manual (1987), pages 182-190.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    centre: LonLat,
    sin_lat0: f64,
    cos_lat0: f64,
    radius_km: f64,
}

impl Projection {
    /// The projection whose centre is the middle of the box.
    #[must_use]
    pub fn centred_on(bounds: &LonLatBounds) -> Self {
        let centre = bounds.centre();
        let lat0 = centre.lat_deg.to_radians();
        let sin_lat0 = math::sin(lat0);
        Self {
            centre,
            sin_lat0,
            cos_lat0: math::cos(lat0),
            radius_km: WGS84_A_KM * (1.0 - WGS84_E2).sqrt()
                / (1.0 - WGS84_E2 * sin_lat0 * sin_lat0),
        }
    }

    /// The map point of a point on the globe; far side of the globe excluded.
    #[must_use]
    pub fn map_from_lonlat(&self, point: LonLat) -> MapPoint {
        let lat = point.lat_deg.to_radians();
        let east = (point.lon_deg - self.centre.lon_deg).to_radians();
        let (sin_lat, cos_lat) = (math::sin(lat), math::cos(lat));
        let (sin_east, cos_east) = (math::sin(east), math::cos(east));
        let cos_arc = self.sin_lat0 * sin_lat + self.cos_lat0 * cos_lat * cos_east;
        let scale = self.radius_km * (2.0 / (1.0 + cos_arc).max(f64::EPSILON)).sqrt();
        MapPoint::new(
            scale * cos_lat * sin_east,
            scale * (self.cos_lat0 * sin_lat - self.sin_lat0 * cos_lat * cos_east),
        )
    }

    /// The point on the globe of a map point.
    #[must_use]
    pub fn lonlat_from_map(&self, point: MapPoint) -> LonLat {
        let rho = (point.x_km * point.x_km + point.y_km * point.y_km).sqrt();
        if rho == 0.0 {
            return self.centre;
        }
        let arc = 2.0 * math::asin((rho / (2.0 * self.radius_km)).min(1.0));
        let (sin_arc, cos_arc) = (math::sin(arc), math::cos(arc));
        let sin_lat = cos_arc * self.sin_lat0 + point.y_km * sin_arc * self.cos_lat0 / rho;
        let east = math::atan2(
            point.x_km * sin_arc,
            rho * self.cos_lat0 * cos_arc - point.y_km * self.sin_lat0 * sin_arc,
        );
        LonLat {
            lon_deg: self.centre.lon_deg + east.to_degrees(),
            lat_deg: math::asin(sin_lat.clamp(-1.0, 1.0)).to_degrees(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geo::both_ways::assert_both_ways;

    fn around(lon_deg: f64, lat_deg: f64) -> Projection {
        Projection::centred_on(&LonLatBounds {
            west_deg: lon_deg - 0.5,
            south_deg: lat_deg - 0.25,
            east_deg: lon_deg + 0.5,
            north_deg: lat_deg + 0.25,
        })
    }

    #[test]
    fn the_centre_is_the_origin() {
        let point = LonLat {
            lon_deg: -0.25,
            lat_deg: 51.8,
        };
        let map = around(-0.25, 51.8).map_from_lonlat(point);
        assert!(map.x_km.abs() < 1e-9 && map.y_km.abs() < 1e-9, "{map:?}");
        assert_eq!(
            around(-0.25, 51.8).lonlat_from_map(MapPoint::new(0.0, 0.0)),
            point
        );
    }

    #[test]
    fn a_hundredth_of_a_degree_has_its_length_on_the_ellipsoid() {
        // Degree lengths at 52 degrees north: 111.27 km along, 68.68 km across.
        let projection = around(0.0, 52.0);
        let north = projection.map_from_lonlat(LonLat {
            lon_deg: 0.0,
            lat_deg: 52.01,
        });
        let east = projection.map_from_lonlat(LonLat {
            lon_deg: 0.01,
            lat_deg: 52.0,
        });
        assert!((north.y_km - 1.1127).abs() < 0.003, "{north:?}");
        assert!((east.x_km - 0.6868).abs() < 0.002, "{east:?}");
        // The two small errors cancel: areas are what must be true.
        let area = north.y_km * east.x_km;
        assert!((area / (1.1127 * 0.6868) - 1.0).abs() < 5e-4, "{area}");
    }

    proptest! {
        #[test]
        fn goes_both_ways(
            lon0 in -170.0..170.0f64, lat0 in -80.0..80.0f64,
            dlon in -3.0..3.0f64, dlat in -3.0..3.0f64,
        ) {
            let projection = around(lon0, lat0);
            assert_both_ways(
                [lon0 + dlon, lat0 + dlat],
                |[lon_deg, lat_deg]| {
                    let point = projection.map_from_lonlat(LonLat { lon_deg, lat_deg });
                    [point.x_km, point.y_km]
                },
                |[x, y]| {
                    let point = projection.lonlat_from_map(MapPoint::new(x, y));
                    [point.lon_deg, point.lat_deg]
                },
                1e-9,
            );
        }
    }
}
