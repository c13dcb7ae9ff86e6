//! Marks: the few shapes every chart is drawn with, in CSS pixels, y downwards.

use super::theme::maps::Shades;

/// A place in the frame, in CSS pixels from its top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Pixels from the left.
    pub x: f64,
    /// Pixels from the top.
    pub y: f64,
}

impl Point {
    /// A point.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Whether both coordinates can be drawn.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }

    /// The square of the distance to another point, in square pixels.
    #[must_use]
    pub fn distance_squared(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        dx * dx + dy * dy
    }
}

/// What a mark is for; the theme gives it a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text and the strongest marks.
    Ink,
    /// Secondary text and ticks.
    Muted,
    /// Hairlines that help the eye and may be missed.
    Grid,
    /// The ground.
    Paper,
    /// The chosen place, and what can be acted on.
    Accent,
    /// Everything that is there for comparison.
    Context,
    /// Named comparisons: the nation, the region, the county.
    Benchmark,
    /// Better for people.
    Better,
    /// Worse for people.
    Worse,
    /// Land outside the map's subject.
    Land,
    /// Borders outside the map's subject.
    LandLine,
    /// The dark line between areas in a theme that wants one; elsewhere paper alone parts them.
    Border,
    /// The ground of an area without a figure.
    NoData,
    /// A class of an ordered ramp: which, and of how many.
    Ramp(u8, u8),
    /// What can be read on that class.
    OnRamp(u8, u8),
    /// A colour of its own in each theme: see [`super::theme::maps`].
    Shades(&'static Shades),
    /// What can be read on that colour.
    OnShades(&'static Shades),
    /// The bright half of the focus ring.
    Focus,
    /// The dark half of the focus ring.
    FocusEdge,
}

/// Solid for what is known, dashed for what is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// An unbroken stroke.
    Solid,
    /// Dashes.
    Dashed,
}

/// Which end of a text its point is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The point is at its left end.
    Start,
    /// The point is at its middle.
    Middle,
    /// The point is at its right end.
    End,
}

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Normal text.
    Regular,
    /// The chosen place.
    Bold,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A stroke through points.
    Path {
        /// Its corners.
        points: Vec<Point>,
        /// Its role.
        ink: Ink,
        /// Its width in CSS pixels.
        width_px: f64,
        /// Solid or dashed.
        dash: Dash,
        /// From 0 to 1.
        opacity: f64,
    },
    /// A filled ring.
    Polygon {
        /// Its corners; closed by itself.
        ring: Vec<Point>,
        /// Its role.
        ink: Ink,
        /// From 0 to 1.
        opacity: f64,
    },
    /// A filled circle.
    Disc {
        /// Its centre.
        centre: Point,
        /// Its radius in CSS pixels.
        radius_px: f64,
        /// The role of its inside.
        ink: Ink,
    },
    /// A line of text.
    Text(Text),
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where its anchor is; vertically the middle of its letters.
    pub at: Point,
    /// Which end the point is at.
    pub anchor: Anchor,
    /// Its height in CSS pixels.
    pub size_px: f64,
    /// How heavy it is.
    pub weight: Weight,
    /// Its role.
    pub ink: Ink,
    /// What it says.
    pub content: String,
    /// A rim that keeps it readable over other marks.
    pub halo: Option<Ink>,
}

impl Text {
    /// A line of text of normal weight, without a rim.
    #[must_use]
    pub const fn plain(at: Point, anchor: Anchor, size_px: f64, ink: Ink, content: String) -> Self {
        Self {
            at,
            anchor,
            size_px,
            weight: Weight::Regular,
            ink,
            content,
            halo: None,
        }
    }
}

impl Mark {
    /// A straight stroke.
    #[must_use]
    pub fn line(from: Point, to: Point, ink: Ink, width_px: f64) -> Self {
        Self::stroke(vec![from, to], ink, width_px)
    }

    /// A solid stroke through points.
    #[must_use]
    pub const fn stroke(points: Vec<Point>, ink: Ink, width_px: f64) -> Self {
        Self::Path {
            points,
            ink,
            width_px,
            dash: Dash::Solid,
            opacity: 1.0,
        }
    }

    /// A filled ring.
    #[must_use]
    pub const fn fill(ring: Vec<Point>, ink: Ink) -> Self {
        Self::Polygon {
            ring,
            ink,
            opacity: 1.0,
        }
    }

    /// A filled circle.
    #[must_use]
    pub const fn disc(centre: Point, radius_px: f64, ink: Ink) -> Self {
        Self::Disc {
            centre,
            radius_px,
            ink,
        }
    }
}

/// Where a hairline has to lie to be drawn on whole device pixels.
#[must_use]
pub fn crisp(px: f64) -> f64 {
    px.floor() + 0.5
}

/// The corners of an upright rectangle, for a filled ring.
#[must_use]
pub fn rectangle(left: f64, top: f64, right: f64, bottom: f64) -> Vec<Point> {
    vec![
        Point::new(left, top),
        Point::new(right, top),
        Point::new(right, bottom),
        Point::new(left, bottom),
    ]
}
