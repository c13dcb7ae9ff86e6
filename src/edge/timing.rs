//! Marks on the browser's own timeline, read by the benchmark.

use web_sys::Performance;

/// A span that ends, and is recorded, when dropped.
pub struct Span {
    name: &'static str,
    performance: Option<Performance>,
}

/// Starts a span.
pub fn span(name: &'static str) -> Span {
    let performance = web_sys::window().and_then(|window| window.performance());
    if let Some(performance) = &performance {
        // Only the last of each name is kept: a reader may move the pointer all day.
        performance.clear_measures_with_measure_name(name);
        drop(performance.mark(name));
    }
    Span { name, performance }
}

impl Drop for Span {
    fn drop(&mut self) {
        let Some(performance) = &self.performance else {
            return;
        };
        // A browser without this call loses a figure of the benchmark, nothing else.
        drop(performance.measure_with_start_mark(self.name, self.name));
        performance.clear_marks_with_mark_name(self.name);
    }
}

/// Marks a moment.
pub fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        drop(performance.mark(name));
    }
}
