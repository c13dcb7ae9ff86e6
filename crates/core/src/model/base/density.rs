//! How far everything is: distances between districts, and the jobs elsewhere by distance.

use crate::math;

/// Kilometres of a degree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degrees {
    /// Of longitude at the equator.
    pub lon_km: f64,
    /// Of latitude.
    pub lat_km: f64,
}

/// A middle and what lies around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Degrees east.
    pub lon_deg: f64,
    /// Degrees north.
    pub lat_deg: f64,
    /// Area, square km.
    pub area_km2: f64,
}

/// The area-weighted middle of some outer rings; none where they enclose nothing.
#[must_use]
pub fn spot(rings: &[Vec<[f64; 2]>], degrees: Degrees) -> Option<Spot> {
    let count = rings.iter().map(Vec::len).sum::<usize>();
    let lat_sum: f64 = rings.iter().flatten().map(|[_, lat]| lat).sum();
    let lat0 = lat_sum / f64::from(u32::try_from(count).ok().filter(|count| *count > 0)?);
    let lon_km = degrees.lon_km * math::cos(lat0.to_radians());
    let (mut twice_area, mut x_sum, mut y_sum) = (0.0, 0.0, 0.0);
    for ring in rings {
        let points: Vec<[f64; 2]> = ring
            .iter()
            .map(|[lon, lat]| [lon * lon_km, lat * degrees.lat_km])
            .collect();
        let next = points.iter().cycle().skip(1);
        let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
        for ([x0, y0], [x1, y1]) in points.iter().zip(next) {
            let cross = x0 * y1 - x1 * y0;
            twice += cross;
            x += (x0 + x1) * cross;
            y += (y0 + y1) * cross;
        }
        // Outer rings count as full whichever way round they run.
        let sign = if twice < 0.0 { -1.0 } else { 1.0 };
        twice_area += sign * twice;
        x_sum += sign * x;
        y_sum += sign * y;
    }
    (twice_area > 0.0).then(|| Spot {
        lon_deg: x_sum / (3.0 * twice_area) / lon_km,
        lat_deg: y_sum / (3.0 * twice_area) / degrees.lat_km,
        area_km2: twice_area / 2.0,
    })
}

/// Kilometres in a straight line.
#[must_use]
pub fn distance_km(from: Spot, to: Spot, degrees: Degrees) -> f64 {
    let mean_lat = f64::midpoint(from.lat_deg, to.lat_deg);
    let x = (to.lon_deg - from.lon_deg) * degrees.lon_km * math::cos(mean_lat.to_radians());
    let y = (to.lat_deg - from.lat_deg) * degrees.lat_km;
    (x * x + y * y).sqrt()
}

/// Kilometres travelled within a district: the mean way in a circle of its area.
#[must_use]
pub fn own_km(area_km2: f64, share_of_radius: f64, detour: f64) -> f64 {
    detour * share_of_radius * (area_km2 / std::f64::consts::PI).sqrt()
}

/// Jobs by distance: sum of jobs times travelled kilometres to the power of -`decay`, of places
/// within `radius_km` in a straight line. A place is its straight distance and its jobs.
pub fn jobs_by_distance(
    places: impl IntoIterator<Item = (f64, f64)>,
    decay: f64,
    detour: f64,
    radius_km: f64,
) -> f64 {
    let near = places.into_iter().filter(|(km, _)| *km <= radius_km);
    near.map(|(km, jobs)| jobs * math::pow(detour * km, -decay))
        .sum()
}
