//! Links of the committed pack: written short, read whatever they hold, told in plain words.

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;
    use roadmap_core::area::AreaCode;
    use roadmap_core::data::{Dataset, read_pack};
    use roadmap_core::link::{HeightMessage, Notice, read, read_layout, write};
    use roadmap_core::page::{
        Choice, Choices, Keyed, Mode, Page, RoadmapChoice, ScenarioChoice, SectorChoice, TextSize,
        ThemeChoice, View,
    };

    static PACK: LazyLock<Dataset> = LazyLock::new(|| {
        let bytes = include_bytes!("../../../public/data/hertfordshire.json");
        read_pack("the pack", bytes).dataset.unwrap()
    });

    fn notices(query: &str) -> Vec<Notice> {
        read(query, &PACK).1
    }

    fn page(query: &str) -> Page {
        let (page, notices) = read(query, &PACK);
        assert_eq!(notices, [], "{query}");
        page
    }

    fn one_of<T: Keyed + std::fmt::Debug>() -> impl Strategy<Value = T> {
        prop::sample::select(T::ALL.to_vec())
    }

    /// Any words for any of a view's choices: the link carries them, the view understands them.
    fn any_choices<C: Copy + Ord + std::fmt::Debug + 'static>(
        all: &[C],
    ) -> impl Strategy<Value = Choices<C>> + use<C> {
        let choice = (prop::sample::select(all.to_vec()), "[a-z0-9&=,:é -]{0,12}");
        prop::collection::vec(choice, 0..4).prop_map(|chosen| {
            let mut choices = Choices::default();
            for (choice, words) in chosen {
                choices.set(choice, Some(words));
            }
            choices
        })
    }

    fn any_page() -> impl Strategy<Value = Page> {
        let districts: Vec<AreaCode> = PACK.districts().map(|area| area.code.clone()).collect();
        let figures: Vec<String> = PACK.series.keys().cloned().collect();
        (
            one_of::<View>(),
            prop::option::of(prop::sample::select(districts)),
            prop::option::of(prop::sample::select(figures)),
            one_of::<Mode>(),
            prop::option::of(one_of::<ThemeChoice>()),
            one_of::<TextSize>(),
            any_choices(&Choice::ALL),
            any_choices(&SectorChoice::ALL),
            any_choices(&ScenarioChoice::ALL),
            any_choices(&RoadmapChoice::ALL),
        )
            .prop_map(
                |(view, area, figure, mode, theme, text_size, map, sectors, scenarios, roadmap)| {
                    Page {
                        view,
                        area,
                        figure,
                        mode,
                        theme,
                        text_size,
                        map,
                        sectors,
                        scenarios,
                        roadmap,
                    }
                },
            )
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read_back(page in any_page()) {
            let query = write(&page);
            prop_assert_eq!(read(&query, &PACK), (page.clone(), Vec::new()));
            let bare = query.trim_start_matches('?');
            prop_assert_eq!(&read(bare, &PACK).0, &page, "the question mark may be left out");
            prop_assert_eq!(read_layout(&query), (page.mode, page.theme, page.text_size));
        }

        #[test]
        fn only_differences_are_written(page in any_page()) {
            let differences = [
                page.view != View::default(), page.area.is_some(), page.figure.is_some(),
                page.mode != Mode::default(), page.theme.is_some(), page.text_size != TextSize::default(),
            ];
            let map = page.map.iter().count()
                + page.sectors.iter().count()
                + page.scenarios.iter().count()
                + page.roadmap.iter().count();
            let keys = differences.iter().filter(|differs| **differs).count() + map;
            let query = write(&page);
            let pairs = query.matches('=').count();
            prop_assert_eq!(pairs, if keys == 0 { 0 } else { keys + 1 }, "{}", query);
            prop_assert!(query.is_empty() || query.starts_with("?v=1&"), "{}", query);
            prop_assert!(query.bytes().all(|b| b.is_ascii_graphic()), "{}", query);
        }

        #[test]
        fn anything_is_read_and_what_is_kept_can_be_sent_on(text in ".{0,300}") {
            let (page, notices) = read(&text, &PACK);
            prop_assert_eq!(read(&write(&page), &PACK), (page, Vec::new()));
            for notice in notices {
                prop_assert!(notice.to_string().chars().count() < 250);
            }
            let _layout = read_layout(&text);
        }

        #[test]
        fn known_keys_with_any_value(
            values in prop::collection::vec((prop::sample::select(vec!["v", "view", "area", "figure", "mode", "theme", "text"]), ".{0,90}"), 0..12),
        ) {
            let query: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
            let (page, notices) = read(&query, &PACK);
            let keys = notices.iter().filter(|notice| **notice != Notice::TooLong).count();
            prop_assert!(keys <= 7, "a key is told once: {:?}", notices);
            prop_assert_eq!(read(&write(&page), &PACK).0, page);
            for notice in notices {
                prop_assert!(!notice.to_string().chars().any(char::is_control));
            }
        }
    }

    #[test]
    fn the_default_page_has_no_query() {
        assert_eq!(write(&Page::default()), "");
        for query in [
            "",
            "?",
            "&",
            "?&&=&",
            "v=1",
            "view=overview",
            "mode=site&text=normal",
        ] {
            assert_eq!(page(query), Page::default(), "{query}");
        }
        assert_eq!(
            page("area=E10000015").area,
            None,
            "the county has one address"
        );
    }

    #[test]
    fn a_link_names_what_is_seen() {
        let page = page("?v=1&view=data&area=E07000243&figure=employment-rate&mode=hall");
        assert_eq!(page.view, View::Data);
        assert_eq!(page.area.unwrap().as_str(), "E07000243");
        assert_eq!(page.figure.unwrap(), "employment-rate");
        assert_eq!(page.mode, Mode::Hall);
    }

    #[test]
    fn a_replaced_code_leads_to_its_successor() {
        for (old, new) in [("E07000101", "E07000243"), ("E07000100", "E07000240")] {
            let page = page(&format!("area={old}"));
            assert_eq!(page.area.as_ref().unwrap().as_str(), new);
            assert_eq!(write(&page), format!("?v=1&area={new}"));
        }
        assert_eq!(PACK.retired.len(), 4);
    }

    #[test]
    fn keys_of_other_sites_are_left_alone() {
        assert_eq!(
            page("utm_source=letter&fbclid=IwAR0&Area=x&=&AREA=y&text=large"),
            Page {
                text_size: TextSize::Large,
                ..Page::default()
            }
        );
    }

    #[test]
    fn each_notice_says_what_was_asked_and_what_is_shown() {
        for (query, words) in [
            (
                "area=E07000999",
                "This link asked for a place that is not here: “E07000999”. The whole county is shown.",
            ),
            (
                "area=E12000006",
                "This link asked for a place that is not here: “E12000006”. The whole county is shown.",
            ),
            (
                "figure=wealth",
                "This link asked for a figure that is not here: “wealth”. The first figure is shown.",
            ),
            (
                "view=levers",
                "This link asked for a page that is not here: “levers”. The overview is shown.",
            ),
            (
                "mode=tv",
                "This link asked for a layout that is not here: “tv”. The usual one is used.",
            ),
            (
                "theme=pink",
                "This link asked for a colour scheme that is not here: “pink”. The usual one is used.",
            ),
            (
                "text=tiny",
                "This link asked for a text size that is not here: “tiny”. The usual one is used.",
            ),
            (
                "v=2",
                "This link was made by a later version (“2”). What could be understood is shown.",
            ),
            (
                "v=next",
                "This link asked for a version that is not here: “next”. The usual one is used.",
            ),
        ] {
            let told: Vec<String> = notices(query).iter().map(ToString::to_string).collect();
            assert_eq!(told, [words]);
            assert_eq!(read(query, &PACK).0, Page::default(), "{query}");
        }
    }

    #[test]
    fn the_rest_of_a_link_is_honoured() {
        let (page, notices) = read(
            "v=9&area=E07000999&figure=employment-rate&theme=dark",
            &PACK,
        );
        assert_eq!(notices.len(), 2);
        assert_eq!(page.theme, Some(ThemeChoice::Dark));
        assert_eq!(page.figure.as_deref(), Some("employment-rate"));
    }

    #[test]
    fn the_same_key_again_is_told_once() {
        let query = "area=x&".repeat(400);
        assert_eq!(notices(&query), [Notice::UnknownPlace("x".to_owned())]);
    }

    #[test]
    fn a_hundred_kilobytes() {
        let start = "area=E07000243&figure=";
        let (page, notices) = read(&format!("{start}{}", "a".repeat(100_000)), &PACK);
        assert_eq!(page.area.unwrap().as_str(), "E07000243");
        assert_eq!(notices[0], Notice::TooLong);
        assert!(notices[1].to_string().contains("aaa…"), "{}", notices[1]);
        let words = notices[0].to_string();
        assert_eq!(
            words,
            "This link was too long to be read to its end. What could be read is shown."
        );
        let filler = "x=1&".repeat(25_000);
        assert_eq!(
            read(&format!("{filler}{start}"), &PACK),
            (Page::default(), vec![Notice::TooLong])
        );
    }

    #[test]
    fn injected_markup_is_text() {
        let script = "<script>alert(document.cookie)</script>";
        for key in ["area", "figure", "view", "mode", "theme", "text", "v"] {
            let query: String = form_urlencoded::Serializer::new(String::new())
                .append_pair(key, script)
                .append_pair("onload", script)
                .finish();
            let (page, notices) = read(&query, &PACK);
            assert_eq!(page, Page::default());
            assert_eq!(notices.len(), 1, "{key}");
            assert!(
                notices[0].to_string().contains(script),
                "as plain text: {}",
                notices[0]
            );
        }
        let long = format!("area={}", "%3Cb%3E".repeat(300));
        let words = notices(&long)[0].to_string();
        assert!(words.contains("<b><b>") && words.contains("…”"), "{words}");
        assert!(words.chars().count() < 160, "{words}");
    }

    #[test]
    fn what_would_turn_the_line_around_is_not_told() {
        let words = notices("area=a%00b%0Ac%E2%80%AEd%E2%80%8Ee%E2%81%A6f")[0].to_string();
        assert!(words.contains("“abcdef”"), "{words:?}");
    }

    #[test]
    fn a_height_is_told_to_the_host_as_agreed() {
        assert_eq!(
            HeightMessage::new(640).to_json(),
            r#"{"type":"roadmap:height","version":1,"height_px":640}"#
        );
    }
}
