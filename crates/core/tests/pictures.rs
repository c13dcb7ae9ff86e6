//! Every picture of the committed pack: placed at the sizes people use, whole in words,
//! and whole again as a file.

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use roadmap_core::area::AreaCode;
    use roadmap_core::chart::walk::Step;
    use roadmap_core::chart::{Frame, Placed, TextAlternative};
    use roadmap_core::data::{Dataset, read_pack};
    use roadmap_core::measure::Measure;
    use roadmap_core::picture::{DistrictMap, Kind, Picture, bars, district_map, line, strip};

    struct Pack {
        dataset: Dataset,
        map: DistrictMap,
    }

    static PACK: LazyLock<Pack> = LazyLock::new(|| {
        let bytes = include_bytes!("../../../public/data/hertfordshire.json");
        let dataset = read_pack("the pack", bytes).dataset.unwrap();
        let (map, findings) = DistrictMap::decode(&dataset);
        assert!(findings.is_empty(), "{findings:?}");
        let map = map.unwrap();
        Pack { dataset, map }
    });

    const WIDTHS_PX: [f64; 3] = [320.0, 640.0, 1200.0];
    const TEXT_SCALES: [f64; 2] = [1.0, 1.75];

    fn pages() -> Vec<AreaCode> {
        let county = std::iter::once(PACK.dataset.place.county.clone());
        county
            .chain(PACK.dataset.districts().map(|area| area.code.clone()))
            .collect()
    }

    fn picture(kind: Kind, slug: &str, area: &AreaCode) -> Picture {
        let Pack { dataset, map } = &*PACK;
        match kind {
            Kind::Line => line(dataset, slug, area),
            Kind::Strip => strip(dataset, slug, area),
            Kind::Bars => bars(dataset, slug, area),
            Kind::Map => district_map(dataset, Some(map), slug, area),
        }
    }

    fn pictures(slug: &str, area: &AreaCode) -> [Picture; 4] {
        [Kind::Line, Kind::Strip, Kind::Bars, Kind::Map].map(|kind| picture(kind, slug, area))
    }

    fn frame(picture: &Picture, width_px: f64, text_scale: f64) -> Frame {
        Frame {
            width_px,
            height_px: picture.height_px(width_px, text_scale),
            text_scale,
        }
    }

    /// Every place and measure; each, or one in three where placing is slow, at one of the
    /// six sizes in turn.
    fn each_is_placed_and_told(kind: Kind) {
        let sizes: Vec<(f64, f64)> = WIDTHS_PX
            .into_iter()
            .flat_map(|width| TEXT_SCALES.map(|scale| (width, scale)))
            .collect();
        for (page, area) in pages().iter().enumerate() {
            for (turn, measure) in PACK.dataset.measures.iter().enumerate() {
                let picture = picture(kind, &measure.slug, area);
                assert_eq!(picture.kind, Some(kind));
                let at = format!("{} of {area}", picture.key);
                is_named(&picture, &at);
                let is_slow = matches!(kind, Kind::Strip | Kind::Map);
                if is_slow && (page + turn) % 3 != 0 {
                    continue;
                }
                let (width_px, text_scale) = sizes[(page + turn / 3) % sizes.len()];
                let placed = picture.place(frame(&picture, width_px, text_scale));
                is_told(&placed, &format!("{at} at {width_px} px, x {text_scale}"));
            }
        }
    }

    #[test]
    fn every_line_is_placed_and_told() {
        each_is_placed_and_told(Kind::Line);
    }

    #[test]
    fn every_strip_is_placed_and_told() {
        each_is_placed_and_told(Kind::Strip);
    }

    #[test]
    fn every_bar_chart_is_placed_and_told() {
        each_is_placed_and_told(Kind::Bars);
    }

    #[test]
    fn every_map_is_placed_and_told() {
        each_is_placed_and_told(Kind::Map);
    }

    fn is_named(picture: &Picture, at: &str) {
        for text in [
            &picture.title,
            &picture.subtitle,
            &picture.source_words,
            &picture.file_title(),
        ] {
            assert!(text.trim().len() > 3, "{at}: “{text}”");
            is_clean(text, at);
        }
        assert!(
            picture.title.chars().count() <= 100,
            "{at}: {}",
            picture.title
        );
        assert!(!picture.file_stem.contains(['/', ' ', '.', '’']), "{at}");
        let url = picture.source_url.as_deref().unwrap_or_default();
        assert!(url.starts_with("http"), "{at}: {url}");
    }

    fn is_told(placed: &Placed, at: &str) {
        let TextAlternative {
            sentence,
            columns,
            rows,
        } = &placed.text;
        assert!(
            sentence.ends_with('.') && sentence.len() > 15,
            "{at}: {sentence}"
        );
        is_clean(sentence, at);
        assert!(columns.len() >= 2, "{at}: {columns:?}");
        for row in rows {
            assert_eq!(row.len(), columns.len(), "{at}: {row:?} under {columns:?}");
        }
        for cell in columns.iter().chain(rows.iter().flatten()) {
            is_clean(cell, at);
        }
        for target in &placed.targets {
            is_clean(&target.words, at);
            is_clean(&target.brief, at);
            assert!(
                !target.words.is_empty() && target.at.is_finite(),
                "{at}: {target:?}"
            );
        }
        assert_eq!(placed.walk.links.len(), placed.targets.len(), "{at}");
        assert!(!placed.marks.is_empty(), "{at}");
    }

    /// Words as people write them: no broken number, no gap left unfilled, no stray space.
    fn is_clean(text: &str, at: &str) {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        let broken = words.find(|word| ["NaN", "inf", "None", "Some"].contains(word));
        assert_eq!(broken, None, "{at}: {text}");
        assert!(
            !text.contains(['{', '}']) && !text.contains("  "),
            "{at}: {text}"
        );
        assert_eq!(text.trim(), text, "{at}");
    }

    #[test]
    fn the_keyboard_stops_at_each_benchmark_of_a_strip() {
        for area in pages() {
            let picture = picture(Kind::Strip, "gross-median-weekly-pay", &area);
            let placed = picture.place(frame(&picture, 320.0, 1.0));
            let mut at = placed.step(None, Step::Home);
            let mut seen = Vec::new();
            for _ in 0..placed.targets.len() {
                let target = &placed.targets[at.unwrap()];
                seen.push(target.name.as_str());
                at = placed.step(at, Step::Right);
            }
            for name in ["England", "East of England"] {
                assert!(seen.contains(&name), "{area}: {name} in {seen:?}");
            }
        }
    }

    #[test]
    fn an_unknown_measure_is_an_empty_picture_that_says_so() {
        let area = PACK.dataset.place.county.clone();
        for picture in pictures("wealth", &area) {
            assert!(picture.file_title().contains("wealth"), "{}", picture.key);
            assert!(picture.title.starts_with("No "), "{}", picture.title);
            for width_px in WIDTHS_PX {
                let placed = picture.place(frame(&picture, width_px, 1.0));
                assert!(placed.text.sentence.len() > 10, "{}", placed.text.sentence);
            }
        }
    }

    /// A reader of CSV: quotes around cells, doubled inside.
    fn parsed(text: &str) -> Vec<Vec<String>> {
        let mut rows = vec![vec![String::new()]];
        let mut quoted = false;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let row = rows.last_mut().unwrap();
            match (c, quoted) {
                ('"', true) if chars.peek() == Some(&'"') => {
                    chars.next();
                    row.last_mut().unwrap().push('"');
                }
                ('"', _) => quoted = !quoted,
                (',', false) => row.push(String::new()),
                ('\n', false) => rows.push(vec![String::new()]),
                _ => row.last_mut().unwrap().push(c),
            }
        }
        assert!(!quoted, "every quote is closed");
        assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends");
        rows
    }

    #[test]
    fn a_csv_file_holds_the_table_and_says_where_it_is_from() {
        for area in pages().iter().step_by(4) {
            for measure in PACK.dataset.measures.iter().step_by(5) {
                for picture in pictures(&measure.slug, area) {
                    let placed = picture.place(frame(&picture, 640.0, 1.0));
                    let csv = picture.csv(&placed.text);
                    let (notes, table): (Vec<&str>, Vec<&str>) =
                        csv.lines().partition(|line| line.starts_with('#'));
                    assert_eq!(notes[0], format!("# {}", picture.file_title()));
                    let source = PACK.dataset.source_of(measure).unwrap();
                    for part in [
                        &source.publisher,
                        &source.title,
                        &source.licence,
                        &source.url,
                    ] {
                        assert!(
                            notes.iter().any(|note| note.contains(part.as_str())),
                            "{part}"
                        );
                    }
                    let version = format!("data pack {}", PACK.dataset.pack_version);
                    assert!(notes.iter().any(|note| note.contains(&version)));
                    let rows = parsed(&format!("{}\n", table.join("\n")));
                    assert_eq!(rows[0][3..], ["value", "low", "high", "unit", "status"]);
                    is_as_published(&rows[1..], measure, area, &picture);
                }
            }
        }
    }

    /// Every figure of a file is the published one, and the place's own is among them.
    fn is_as_published(rows: &[Vec<String>], measure: &Measure, area: &AreaCode, of: &Picture) {
        let series = PACK.dataset.series(&measure.slug).unwrap();
        let mut own = 0;
        for row in rows {
            let number = row[3].parse::<f64>().ok();
            assert_eq!(number.is_some(), row[7] == "value", "{row:?}");
            if row[1] == area.as_str() && number.is_some() {
                own += 1;
            }
            let Ok(code) = AreaCode::new(&row[1]) else {
                continue;
            };
            let is_told = series.observations(&code).any(|told| {
                told.period.words() == row[2] && told.quantity.value.number() == number
            });
            let is_kept = !PACK.dataset.has_page(&code) || number.is_none() || is_told;
            assert!(is_kept, "{}: {row:?}", of.key);
        }
        let is_published = of.kind == Some(Kind::Line) && series.latest(area).is_some();
        assert!(!is_published || own > 0, "{}", of.key);
        if of.kind == Some(Kind::Strip) && PACK.dataset.distribution(&measure.slug).is_some() {
            assert!(rows.len() > 290, "{}: {}", of.key, rows.len());
        }
    }
}
