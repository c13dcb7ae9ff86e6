//! Themes: the only place that names colours.
//!
//! Near-black on near-white, one deep teal for what is chosen or can be acted on, a
//! warm colour for worse and a cool one for better, greys for context. The dark and
//! high-contrast themes are designed, not inverted. The stylesheet holds the same
//! values as custom properties; [`Theme::css_tokens`] lets a test check that it does.

pub mod maps;
pub mod parts;

use super::mark::Ink;

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// Which look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Near-black on near-white.
    Light,
    /// Pale on near-black.
    Dark,
    /// Black on white: 7:1 for text, 3:1 for marks.
    HighContrast,
    /// The light colours on white, as paper is.
    Print,
}

impl Theme {
    /// Every theme of a screen.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    /// The colour of a role.
    #[must_use]
    pub fn colour(self, ink: Ink) -> Rgb {
        let palette = self.palette();
        match ink {
            Ink::Ink => palette.ink,
            Ink::Muted => palette.muted,
            Ink::Grid => palette.grid,
            Ink::Paper => palette.paper,
            Ink::Accent => palette.accent,
            Ink::Context => palette.context,
            Ink::Benchmark => palette.benchmark,
            Ink::Better => palette.better,
            Ink::Worse => palette.worse,
            Ink::Land => palette.land,
            Ink::LandLine => palette.land_line,
            Ink::Border => palette.ink,
            Ink::NoData => palette.no_data,
            Ink::Ramp(class, of) => self.ramp(class, of),
            Ink::OnRamp(class, of) => self.on(self.ramp(class, of)),
            Ink::Focus => palette.focus,
            Ink::FocusEdge => palette.focus_edge,
            Ink::Shades(shades) => shades.of(self),
            Ink::OnShades(shades) => self.on(shades.of(self)),
        }
    }

    /// How opaque a see-through mark is: nothing is faint in high contrast.
    #[must_use]
    pub fn opacity(self, asked: f64) -> f64 {
        match self {
            Self::Light | Self::Dark | Self::Print => asked,
            Self::HighContrast => (asked * 1.6).min(1.0),
        }
    }

    /// Whether a role is drawn at all: only high contrast parts areas by a dark line as well.
    #[must_use]
    pub fn draws(self, ink: Ink) -> bool {
        ink != Ink::Border || self == Self::HighContrast
    }

    /// The custom properties of the stylesheet and their values: `("--ink", "#101b1e")`.
    #[must_use]
    pub fn css_tokens(self) -> Vec<(&'static str, String)> {
        let named = [
            ("--paper", Ink::Paper),
            ("--ink", Ink::Ink),
            ("--muted", Ink::Muted),
            ("--grid", Ink::Grid),
            ("--accent", Ink::Accent),
            ("--context", Ink::Context),
            ("--benchmark", Ink::Benchmark),
            ("--better", Ink::Better),
            ("--worse", Ink::Worse),
            ("--land", Ink::Land),
            ("--land-line", Ink::LandLine),
            ("--no-data", Ink::NoData),
            ("--focus", Ink::Focus),
            ("--focus-edge", Ink::FocusEdge),
            ("--ramp-1", Ink::Ramp(0, 7)),
            ("--ramp-2", Ink::Ramp(1, 7)),
            ("--ramp-3", Ink::Ramp(2, 7)),
            ("--ramp-4", Ink::Ramp(3, 7)),
            ("--ramp-5", Ink::Ramp(4, 7)),
            ("--ramp-6", Ink::Ramp(5, 7)),
            ("--ramp-7", Ink::Ramp(6, 7)),
        ];
        let mut tokens: Vec<(&'static str, String)> = named
            .into_iter()
            .map(|(name, ink)| (name, self.colour(ink).hex()))
            .collect();
        tokens.push(("--on-accent", self.on(self.colour(Ink::Accent)).hex()));
        tokens
    }

    /// The colour of a class; a few classes take the steps that stand furthest apart.
    fn ramp(self, class: u8, of: u8) -> Rgb {
        let steps: &[usize] = match of {
            0 | 1 => &[3],
            2 => &[1, 5],
            3 => &[0, 3, 5],
            4 => &[0, 2, 4, 6],
            5 => &[0, 2, 3, 4, 6],
            6 => &[0, 1, 2, 3, 4, 6],
            _ => &[0, 1, 2, 3, 4, 5, 6],
        };
        let palette = self.palette();
        steps
            .get(usize::from(class))
            .or(steps.last())
            .and_then(|&step| palette.ramp.get(step))
            .copied()
            .unwrap_or(palette.no_data)
    }

    /// Ink or paper, whichever reads better on a ground.
    fn on(self, ground: Rgb) -> Rgb {
        let palette = self.palette();
        if contrast(palette.ink, ground) >= contrast(palette.paper, ground) {
            palette.ink
        } else {
            palette.paper
        }
    }

    const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::HighContrast => &HIGH_CONTRAST,
            Self::Print => &PRINT,
        }
    }
}

impl Rgb {
    /// As a stylesheet and a canvas write it, with an opacity from 0 to 1.
    #[must_use]
    pub fn with_opacity(self, opacity: f64) -> String {
        let Self(red, green, blue) = self;
        format!("rgba({red},{green},{blue},{opacity})")
    }

    /// As a stylesheet writes it: `#101b1e`.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The contrast ratio of two colours as WCAG 2 defines it, from 1 to 21.
#[must_use]
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of a colour, from 0 to 1.
#[must_use]
pub fn luminance(colour: Rgb) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            libm::pow((share + 0.055) / 1.055, 2.4)
        }
    };
    0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
}

struct Palette {
    paper: Rgb,
    ink: Rgb,
    muted: Rgb,
    grid: Rgb,
    accent: Rgb,
    context: Rgb,
    benchmark: Rgb,
    better: Rgb,
    worse: Rgb,
    land: Rgb,
    land_line: Rgb,
    no_data: Rgb,
    focus: Rgb,
    focus_edge: Rgb,
    ramp: [Rgb; 7],
}

const fn rgb(hex: u32) -> Rgb {
    let [_, red, green, blue] = hex.to_be_bytes();
    Rgb(red, green, blue)
}

const PRINT: Palette = Palette {
    paper: rgb(0xff_ff_ff),
    ..LIGHT
};

const LIGHT: Palette = Palette {
    paper: rgb(0xfc_fb_f8),
    ink: rgb(0x10_1b_1e),
    muted: rgb(0x58_63_66),
    grid: rgb(0xe1_e3_df),
    accent: rgb(0x0b_55_63),
    context: rgb(0x86_8f_90),
    benchmark: rgb(0x5a_64_67),
    better: rgb(0x2b_5f_a8),
    worse: rgb(0xa3_46_12),
    land: rgb(0xf1_f1_ee),
    land_line: rgb(0xdc_dd_d9),
    no_data: rgb(0xec_ec_e8),
    focus: rgb(0xff_c8_3d),
    focus_edge: rgb(0x10_1b_1e),
    ramp: [
        rgb(0xda_ec_e9),
        rgb(0xba_db_d6),
        rgb(0x96_c5_c2),
        rgb(0x6e_ad_ac),
        rgb(0x36_7c_83),
        rgb(0x1a_5f_6d),
        rgb(0x07_40_4f),
    ],
};

const DARK: Palette = Palette {
    paper: rgb(0x0f_16_18),
    ink: rgb(0xe9_ef_ee),
    muted: rgb(0xa2_ae_b0),
    grid: rgb(0x28_33_36),
    accent: rgb(0x6c_c7_cc),
    context: rgb(0x6b_77_79),
    benchmark: rgb(0xae_b9_ba),
    better: rgb(0x8d_b8_f2),
    worse: rgb(0xf0_a0_6a),
    land: rgb(0x18_21_24),
    land_line: rgb(0x2c_37_3a),
    no_data: rgb(0x20_2a_2d),
    focus: rgb(0xff_c8_3d),
    focus_edge: rgb(0x0f_16_18),
    ramp: [
        rgb(0xc3_de_da),
        rgb(0x9e_c8_c2),
        rgb(0x78_b1_ad),
        rgb(0x5e_9d_9d),
        rgb(0x2f_75_7c),
        rgb(0x1b_59_66),
        rgb(0x0e_3e_4c),
    ],
};

const HIGH_CONTRAST: Palette = Palette {
    paper: rgb(0xff_ff_ff),
    ink: rgb(0x00_00_00),
    muted: rgb(0x2f_37_39),
    grid: rgb(0x8c_92_93),
    accent: rgb(0x00_42_4d),
    context: rgb(0x5c_64_66),
    benchmark: rgb(0x2b_33_36),
    better: rgb(0x0b_3a_82),
    worse: rgb(0x7a_2b_00),
    land: rgb(0xf4_f4_f4),
    land_line: rgb(0x8c_92_93),
    no_data: rgb(0xff_ff_ff),
    focus: rgb(0xff_c8_3d),
    focus_edge: rgb(0x00_00_00),
    ramp: [
        rgb(0xd9_f6_f1),
        rgb(0xb3_e3_dd),
        rgb(0x8b_d0_cb),
        rgb(0x5e_bd_bc),
        rgb(0x4c_ac_b1),
        rgb(0x00_51_61),
        rgb(0x01_2b_39),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(theme: Theme, a: Ink, b: Ink) -> f64 {
        contrast(theme.colour(a), theme.colour(b))
    }

    #[test]
    fn contrast_is_as_wcag_defines_it() {
        assert!((contrast(rgb(0), rgb(0xff_ff_ff)) - 21.0).abs() < 1e-9);
        assert!((contrast(rgb(0x77_77_77), rgb(0xff_ff_ff)) - 4.48).abs() < 0.01);
    }

    #[test]
    fn text_can_be_read_on_every_ground_it_stands_on() {
        for theme in Theme::ALL {
            let least = if theme == Theme::HighContrast {
                7.0
            } else {
                4.5
            };
            let words = [
                Ink::Ink,
                Ink::Muted,
                Ink::Accent,
                Ink::Benchmark,
                Ink::Better,
                Ink::Worse,
            ];
            for ink in words {
                for ground in [Ink::Paper, Ink::Land, Ink::NoData] {
                    let found = ratio(theme, ink, ground);
                    assert!(
                        found >= least,
                        "{theme:?} {ink:?} on {ground:?}: {found:.2}"
                    );
                }
            }
            for of in 1..=7 {
                for class in 0..of {
                    let found = ratio(theme, Ink::OnRamp(class, of), Ink::Ramp(class, of));
                    assert!(
                        found >= least,
                        "{theme:?} class {class} of {of}: {found:.2}"
                    );
                }
            }
            let accent = theme.colour(Ink::Accent);
            assert!(
                contrast(theme.on(accent), accent) >= least,
                "{theme:?} on accent"
            );
        }
    }

    #[test]
    fn marks_stand_out_from_the_paper() {
        for theme in Theme::ALL {
            for ink in [
                Ink::Context,
                Ink::Benchmark,
                Ink::Accent,
                Ink::Better,
                Ink::Worse,
            ] {
                let found = ratio(theme, ink, Ink::Paper);
                assert!(found >= 3.0, "{theme:?} {ink:?}: {found:.2}");
            }
            assert!(ratio(theme, Ink::Focus, Ink::FocusEdge) >= 3.0);
            let ring =
                ratio(theme, Ink::Focus, Ink::Paper).max(ratio(theme, Ink::FocusEdge, Ink::Paper));
            assert!(ring >= 3.0, "{theme:?} focus ring");
        }
    }

    #[test]
    fn better_worse_and_chosen_cannot_be_taken_for_each_other() {
        for theme in Theme::ALL {
            let [better, worse, accent] =
                [Ink::Better, Ink::Worse, Ink::Accent].map(|ink| theme.colour(ink));
            assert!(
                worse.0 > worse.2 && better.2 > better.0,
                "{theme:?}: warm and cool"
            );
            assert!(
                accent != better && accent.1 > accent.0,
                "{theme:?}: the accent is teal"
            );
        }
    }

    #[test]
    fn every_ramp_darkens_step_by_step() {
        for theme in Theme::ALL {
            for of in 2..=7 {
                for class in 1..of {
                    let [lighter, darker] =
                        [class - 1, class].map(|c| theme.colour(Ink::Ramp(c, of)));
                    assert!(
                        luminance(lighter) > luminance(darker),
                        "{theme:?} {class} of {of}"
                    );
                    assert!(
                        contrast(lighter, darker) >= 1.2,
                        "{theme:?} {class} of {of}"
                    );
                }
            }
        }
    }

    #[test]
    fn tokens_are_custom_properties_with_hex_values() {
        for theme in Theme::ALL {
            for (name, value) in theme.css_tokens() {
                assert!(name.starts_with("--") && value.starts_with('#') && value.len() == 7);
            }
        }
        assert!(
            Theme::Light
                .css_tokens()
                .contains(&("--ink", "#101b1e".to_owned()))
        );
    }
}
