//! What a timeline is drawn with.

use super::{Layout, TimelineDate, TimelineRow, TimelineSpec};
use crate::chart::mark::{Anchor, Dash, Ink, Mark, Point, Text, Weight, rectangle};
use crate::chart::placed::outline;
use crate::chart::text_width::{cut_at_word, width_px};
use crate::order;
use crate::quantity;

/// What stands after the name of a thing whose dates exclude each other.
const DIFFER: &str = " (dates differ)";
/// Paper around each mark, so that those that touch can be told apart.
const RIM_PX: f64 = 1.2;

impl TimelineSpec {
    pub(super) fn marks(&self, layout: &Layout<'_>) -> Vec<Mark> {
        let mut marks = layout.axis_marks(self.today_years);
        for (index, row) in layout.rows.iter().enumerate() {
            marks.extend(row_marks(row, layout.marks_y(index), layout));
            marks.extend(name_mark(row, index, layout));
        }
        marks.extend(outside_marks(layout));
        marks
    }
}

fn row_marks(row: &TimelineRow, y: f64, layout: &Layout<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let half = layout.text_px * 0.36;
    if row.dates.len() > 1 {
        let (from, to) = (layout.px(row.start_years()), layout.px(row.end_years()));
        marks.push(Mark::Path {
            points: vec![Point::new(from, y), Point::new(to, y)],
            ink: Ink::Muted,
            width_px: 1.5,
            dash: Dash::Dashed,
            opacity: 1.0,
        });
    }
    // Long spans first: a day within a month stays in sight.
    let mut dates: Vec<&TimelineDate> = row.dates.iter().collect();
    order::sort_by(&mut dates, |a, b| {
        let span = |date: &TimelineDate| date.to_years - date.from_years;
        span(b).total_cmp(&span(a))
    });
    for date in dates {
        let (from, to) = (layout.px(date.from_years), layout.px(date.to_years));
        if to - from < half * 2.0 {
            let at = Point::new(f64::midpoint(from, to), y);
            marks.push(Mark::disc(at, half + RIM_PX, Ink::Paper));
            marks.push(Mark::disc(at, half, Ink::Accent));
            if row.is_proposed {
                marks.push(Mark::disc(at, (half - 1.8).max(0.3), Ink::Paper));
            }
            continue;
        }
        let bar = |by_px: f64| {
            let high = half * 0.8 + by_px;
            rectangle(from - by_px, y - high, to + by_px, y + high)
        };
        marks.push(Mark::fill(bar(RIM_PX), Ink::Paper));
        if row.is_proposed {
            marks.push(outline(&bar(-0.9), Ink::Accent, 1.8));
        } else {
            marks.push(Mark::fill(bar(0.0), Ink::Accent));
        }
    }
    marks
}

/// The name beside its marks, on the side where there is more room; above them on a narrow frame.
fn name_mark(row: &TimelineRow, index: usize, layout: &Layout<'_>) -> Option<Mark> {
    let half = layout.text_px * 0.36;
    let (from, to) = (
        layout.px(row.start_years()) - half - layout.text_px * 0.5,
        layout.px(row.end_years()) + half + layout.text_px * 0.5,
    );
    let width = layout.frame.width_px;
    let suffix = if row.is_in_conflict { DIFFER } else { "" };
    let whole = [row.name.as_str(), suffix].concat();
    let words = |most_px: f64| {
        if width_px(&whole, layout.text_px, Weight::Regular) <= most_px {
            return whole.clone();
        }
        let suffix_px = width_px(suffix, layout.text_px, Weight::Regular);
        let name = cut_at_word(
            &row.name,
            most_px - suffix_px,
            layout.text_px,
            Weight::Regular,
        );
        if name.is_empty() {
            return name;
        }
        [name.as_str(), suffix].concat()
    };
    let (at, anchor, content) = if layout.is_stacked {
        let own = width_px(&whole, layout.text_px, Weight::Regular).min(width);
        let x = (from + half).clamp(0.0, (width - own).max(0.0));
        let y = layout.room(index).top + layout.row_px * 0.3;
        (Point::new(x, y), Anchor::Start, words(width - x))
    } else {
        let y = layout.marks_y(index);
        let needed = width_px(&whole, layout.text_px, Weight::Regular);
        if needed <= width - to || width - to >= from {
            (Point::new(to, y), Anchor::Start, words(width - to))
        } else {
            (Point::new(from, y), Anchor::End, words(from))
        }
    };
    (!content.is_empty()).then(|| {
        Mark::Text(Text {
            halo: Some(Ink::Paper),
            ..Text::plain(at, anchor, layout.text_px, Ink::Ink, content)
        })
    })
}

/// How much lies outside the window, and on which side.
fn outside_marks(layout: &Layout<'_>) -> Vec<Mark> {
    let [before, after] = layout.outside;
    let y = layout.foot_px() + layout.small_px * 0.9;
    let told = |count: usize, name: &str| {
        (count > 0).then(|| [&quantity::count(count), " ", name].concat())
    };
    let earlier = told(before, "earlier").map(|words| ["‹ ", &words].concat());
    let later = told(after, "later").map(|words| [&words, " ›"].concat());
    let mut marks = Vec::new();
    let mut write = |x: f64, anchor, words: Option<String>| {
        if let Some(words) = words {
            let at = Point::new(x, y);
            let text = Text::plain(at, anchor, layout.small_px, Ink::Muted, words);
            marks.push(Mark::Text(text));
        }
    };
    write(0.0, Anchor::Start, earlier);
    write(layout.frame.width_px, Anchor::End, later);
    if layout.rows.is_empty() {
        let at = Point::new(layout.frame.width_px / 2.0, layout.top_px + layout.row_px);
        marks.push(Mark::Text(Text::plain(
            at,
            Anchor::Middle,
            layout.small_px,
            Ink::Muted,
            "Nothing in these years".to_owned(),
        )));
    }
    marks
}
