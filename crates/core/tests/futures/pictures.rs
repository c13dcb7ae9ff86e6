//! Pictures of futures of the committed pack: titles, subtitles, sources, words.

use roadmap_core::chart::{Frame, Theme, svg_text};
use roadmap_core::futures::pictures::{
    compared, difference, difference_map, fan, pyramid, sections, small, tornado, waterfall,
};
use roadmap_core::futures::{Asked, People, how_sure_words, why_words};
use roadmap_core::model::contributions::{Contributions, Whole, contributions};
use roadmap_core::model::ensemble::{Kept, Runner};
use roadmap_core::model::output::Output;
use roadmap_core::model::plan::Plan;
use roadmap_core::model::sensitivity::{self, Answer, Swing};
use roadmap_core::picture::{DistrictMap, Picture};

use crate::given::{compare, given};

/// Every picture of what is asked.
fn all(asked: &Asked<'_>) -> Vec<Picture> {
    let (map, _) = DistrictMap::decode(asked.dataset);
    vec![
        fan(asked),
        small(asked),
        difference(asked),
        difference_map(asked, map.as_ref()),
        sections(asked),
        waterfall(asked, &parts(asked)),
        tornado(asked, &swings(asked)),
        pyramid(asked, &People::of(asked).unwrap()),
    ]
}

fn parts(asked: &Asked<'_>) -> Contributions {
    let series = Kept {
        area: asked.area,
        output: asked.output,
    };
    let evidence = &asked.model.evidence;
    let whole = Whole {
        settings: &asked.own.settings,
        shifts: &asked.own.shifts,
        with_space: true,
    };
    contributions(asked.prepared, evidence, whole, (series, asked.since())).unwrap()
}

fn swings(asked: &Asked<'_>) -> Vec<Swing> {
    let evidence = &asked.model.evidence;
    let plan = Plan::new(asked.prepared, &asked.own.settings, true);
    let mut runner = Runner::new(asked.prepared, evidence, 1, false).unwrap();
    let answer = Answer {
        series: Kept {
            area: asked.area,
            output: asked.output,
        },
        since: asked.since(),
    };
    let asked = sensitivity::Asked {
        plan: &plan,
        shifts: &asked.own.shifts,
        evidence,
        answers: &[answer],
    };
    let told = sensitivity::tornado(&mut runner, asked).unwrap();
    told.into_iter().next().unwrap()
}

#[test]
fn pictures_state_what_they_find() {
    let given = given();
    let asked = Asked {
        target: Some(620_000.0),
        ..given.asked(&given.squeeze)
    };
    let mut text = String::new();
    let mut pictures = all(&asked);
    pictures.push(compared(&asked, &[&given.skills, &given.baseline]));
    for picture in pictures {
        let Picture {
            key,
            title,
            subtitle,
            ..
        } = picture;
        text.push_str(&format!("{key}: {title} | {subtitle}\n"));
    }
    text.push_str(&why_words(&asked, &parts(&asked)));
    text.push('\n');
    text.push_str(&how_sure_words(&asked, &swings(&asked)));
    text.push('\n');
    compare("titles.txt", &text);
}

#[test]
fn pictures_name_their_sources_and_that_they_are_modelled() {
    let given = given();
    let with = |output: Output| Asked {
        output,
        ..given.asked(&given.squeeze)
    };
    let care = with(Output::CareHomePlaces);
    let mut pictures = all(&with(Output::Co2PerHead));
    pictures.extend([fan(&care), difference(&care)]);
    for picture in pictures {
        assert!(picture.source_words.contains("scenario model 1"));
        assert!(picture.source_url.is_some(), "{}", picture.key);
        let lines = picture.source_lines.join(" ");
        assert!(lines.contains("not a forecast"), "{lines}");
        assert!(picture.file_stem.contains("scenarios"));
        let text = picture.place(Frame::new(800.0, 400.0)).text;
        assert!(!text.sentence.contains("NaN"), "{}", text.sentence);
        assert!(!text.rows.is_empty(), "{}", picture.key);
    }
}

#[test]
fn the_axis_stands_still_while_a_lever_moves() {
    let given = given();
    let ticks = |own| {
        let placed = fan(&given.asked(own)).place(Frame::new(900.0, 420.0));
        let marks = placed.marks.into_iter();
        let texts = marks.filter_map(|mark| match mark {
            roadmap_core::chart::Mark::Text(text)
                if text.ink == roadmap_core::chart::Ink::Muted =>
            {
                Some(text.content)
            }
            _ => None,
        });
        texts.collect::<Vec<String>>()
    };
    assert_eq!(ticks(&given.baseline), ticks(&given.squeeze));
    assert_eq!(ticks(&given.baseline), ticks(&given.skills));
}

/// Pictures to look at, in the folder that `FUTURES_OUT` names.
#[test]
fn pictures_can_be_looked_at() {
    let Some(folder) = std::env::var_os("FUTURES_OUT") else {
        return;
    };
    let folder = std::path::Path::new(&folder);
    let given = given();
    for (name, own, output) in [
        ("squeeze-jobs", &given.squeeze, Output::Jobs),
        ("skills-co2", &given.skills, Output::Co2PerHead),
        ("skills-pay", &given.skills, Output::PayWeekly),
    ] {
        let asked = Asked {
            output,
            target: (output == Output::Jobs).then_some(620_000.0),
            ..given.asked(own)
        };
        for picture in all(&asked) {
            for (theme, ending) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
                let is_small = picture.key.starts_with("small-");
                let width_px = if is_small { 240.0 } else { 820.0 };
                let height_px = picture.height_px(width_px, 1.0);
                let placed = picture.place(Frame::new(width_px, height_px));
                let lines = &picture.source_lines;
                let svg = svg_text(&placed, theme, &picture.title, lines);
                let file = folder.join(format!("{name}-{}-{ending}.svg", picture.key));
                std::fs::write(file, svg).unwrap();
            }
        }
    }
}
