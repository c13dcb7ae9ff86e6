//! Shapes, one projection, points in areas.
