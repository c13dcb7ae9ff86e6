//! Points and boxes in the three spaces: the globe, the map and the screen.

/// A point on the globe, in degrees (WGS84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// Degrees east of Greenwich.
    pub lon_deg: f64,
    /// Degrees north of the equator.
    pub lat_deg: f64,
}

/// A point on the map, in kilometres from the projection's centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    /// Kilometres east.
    pub x_km: f64,
    /// Kilometres north.
    pub y_km: f64,
}

/// A point on the screen, in pixels from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PxPoint {
    /// Pixels to the right.
    pub x_px: f64,
    /// Pixels down.
    pub y_px: f64,
}

/// A box on the globe that does not cross the date line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLatBounds {
    /// Its western edge, in degrees.
    pub west_deg: f64,
    /// Its southern edge, in degrees.
    pub south_deg: f64,
    /// Its eastern edge, in degrees.
    pub east_deg: f64,
    /// Its northern edge, in degrees.
    pub north_deg: f64,
}

/// A box on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The south-western corner.
    pub min: MapPoint,
    /// The north-eastern corner.
    pub max: MapPoint,
}

impl MapPoint {
    /// The point this many kilometres east and north of the centre.
    #[must_use]
    pub const fn new(x_km: f64, y_km: f64) -> Self {
        Self { x_km, y_km }
    }

    /// The square of the distance to another point, in square kilometres.
    #[must_use]
    pub fn distance_sq(self, other: Self) -> f64 {
        let (dx, dy) = (self.x_km - other.x_km, self.y_km - other.y_km);
        dx * dx + dy * dy
    }
}

impl LonLatBounds {
    /// The middle of the box.
    #[must_use]
    pub fn centre(&self) -> LonLat {
        LonLat {
            lon_deg: f64::midpoint(self.west_deg, self.east_deg),
            lat_deg: f64::midpoint(self.south_deg, self.north_deg),
        }
    }
}

impl Bounds {
    /// The smallest box around the points; none around no point.
    pub fn around(points: impl IntoIterator<Item = MapPoint>) -> Option<Self> {
        points
            .into_iter()
            .map(|point| Self {
                min: point,
                max: point,
            })
            .reduce(|a, b| a.union(&b))
    }

    /// The smallest box around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            min: MapPoint::new(
                self.min.x_km.min(other.min.x_km),
                self.min.y_km.min(other.min.y_km),
            ),
            max: MapPoint::new(
                self.max.x_km.max(other.max.x_km),
                self.max.y_km.max(other.max.y_km),
            ),
        }
    }

    /// Whether a point lies inside, edges included.
    #[must_use]
    pub fn covers(&self, point: MapPoint) -> bool {
        self.min.x_km <= point.x_km
            && point.x_km <= self.max.x_km
            && self.min.y_km <= point.y_km
            && point.y_km <= self.max.y_km
    }

    /// Whether two boxes share a point, edges included.
    #[must_use]
    pub fn touches(&self, other: &Self) -> bool {
        self.min.x_km <= other.max.x_km
            && other.min.x_km <= self.max.x_km
            && self.min.y_km <= other.max.y_km
            && other.min.y_km <= self.max.y_km
    }

    /// The box grown by this many kilometres on each side.
    #[must_use]
    pub fn grown(&self, by_km: f64) -> Self {
        Self {
            min: MapPoint::new(self.min.x_km - by_km, self.min.y_km - by_km),
            max: MapPoint::new(self.max.x_km + by_km, self.max.y_km + by_km),
        }
    }

    /// The middle of the box.
    #[must_use]
    pub fn centre(&self) -> MapPoint {
        MapPoint::new(
            f64::midpoint(self.min.x_km, self.max.x_km),
            f64::midpoint(self.min.y_km, self.max.y_km),
        )
    }

    /// Its extent from west to east, in kilometres.
    #[must_use]
    pub fn width_km(&self) -> f64 {
        self.max.x_km - self.min.x_km
    }

    /// Its extent from south to north, in kilometres.
    #[must_use]
    pub fn height_km(&self) -> f64 {
        self.max.y_km - self.min.y_km
    }
}
