//! Today, by the clock of the device.

use js_sys::Date;

/// Today as a decimal year: 2026.5 at the beginning of July 2026.
pub fn years() -> f64 {
    let now = Date::new_0();
    let months = f64::from(now.get_month());
    let days = f64::from(now.get_date()) - 1.0;
    f64::from(now.get_full_year()) + (months + days / 31.0) / 12.0
}
