//! Colours that only maps of many areas use, each in the three themes.
//!
//! A measure may be shown by class, by its distance from a named value, with a second
//! measure, by how it clusters, or by how it changed. In each of these the darkness alone
//! tells the steps apart, so that a grey print and an eye that sees no red can still be read.

use super::{Ink, Rgb, Theme, rgb};

/// A colour in each theme: light, dark, high contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades([Rgb; 3]);

impl Shades {
    pub(super) const fn of(&self, theme: Theme) -> Rgb {
        let [light, dark, high_contrast] = self.0;
        match theme {
            Theme::Light | Theme::Print => light,
            Theme::Dark => dark,
            Theme::HighContrast => high_contrast,
        }
    }
}

/// What can be read on a ground.
#[must_use]
pub const fn on(ground: Ink) -> Ink {
    match ground {
        Ink::Ramp(class, of) => Ink::OnRamp(class, of),
        Ink::Shades(shades) => Ink::OnShades(shades),
        _ => Ink::Ink,
    }
}

/// Whether a dark line shows on a ground in high contrast, the one theme that draws them.
#[must_use]
pub fn is_light(ground: Ink) -> bool {
    let theme = Theme::HighContrast;
    theme.colour(on(ground)) == theme.colour(Ink::Ink)
}

/// The colour of a class of an ordered ramp of up to ten, darker for higher ones.
#[must_use]
pub fn class(class: u8, of: u8) -> Ink {
    if of <= 7 {
        return Ink::Ramp(class, of);
    }
    let last = TENTHS.len() - 1;
    let place = usize::from(class.min(of - 1)) * last / usize::from(of - 1);
    shade(&TENTHS, place)
}

/// The colour of a distance from a named value, from -3 (cool) by 0 to 3 (warm).
#[must_use]
pub fn diverging(step: i8) -> Ink {
    let place = step.clamp(-3, 3) + 3;
    shade(&DIVERGING, usize::from(place.unsigned_abs()))
}

/// The colour of two classes of three, 0 being the lowest: cool where the first is high,
/// warm where the second is, dark where both are.
#[must_use]
pub fn pair(first: u8, second: u8) -> Ink {
    let place = usize::from(first.min(2)) * 3 + usize::from(second.min(2));
    shade(&PAIRS, place)
}

/// High among high.
pub const HIGH_AMONG_HIGH: Ink = Ink::Shades(&CLUSTERS[0]);
/// Low among low.
pub const LOW_AMONG_LOW: Ink = Ink::Shades(&CLUSTERS[1]);
/// High among low.
pub const HIGH_AMONG_LOW: Ink = Ink::Shades(&CLUSTERS[2]);
/// Low among high.
pub const LOW_AMONG_HIGH: Ink = Ink::Shades(&CLUSTERS[3]);
/// An area that stands out in no way: no cluster, no clear change.
pub const PLAIN: Ink = Ink::Shades(&CLUSTERS[4]);

fn shade(of: &'static [Shades], place: usize) -> Ink {
    of.get(place).map_or(Ink::NoData, Ink::Shades)
}

pub(super) const fn shades(light: u32, dark: u32, high_contrast: u32) -> Shades {
    Shades([rgb(light), rgb(dark), rgb(high_contrast)])
}

static TENTHS: [Shades; 10] = [
    shades(0xd5_ec_e8, 0xc2_d9_d5, 0xe1_f8_f5),
    shades(0xb1_d7_d2, 0xa4_c9_c5, 0xb7_dc_d8),
    shades(0x92_c2_bf, 0x8a_b9_b6, 0x93_c2_bf),
    shades(0x75_af_ae, 0x70_a9_a9, 0x71_aa_aa),
    shades(0x5a_9c_9f, 0x58_9b_9d, 0x51_94_96),
    shades(0x43_8b_90, 0x44_8c_91, 0x37_7f_84),
    shades(0x2d_7a_82, 0x31_7e_86, 0x1a_6b_73),
    shades(0x19_6a_74, 0x22_70_7b, 0x01_57_62),
    shades(0x0e_59_65, 0x1c_62_6f, 0x00_43_4e),
    shades(0x0f_49_55, 0x1d_54_60, 0x00_2e_38),
];

static DIVERGING: [Shades; 7] = [
    shades(0x1c_4e_96, 0x80_a9_e6, 0x01_38_7e),
    shades(0x5b_82_bd, 0x57_78_a8, 0x50_77_b0),
    shades(0xac_bf_db, 0x3d_4f_6a, 0xad_c0_dc),
    shades(0xe9_e7_e1, 0x2f_35_36, 0xf5_f4_ee),
    shades(0xca_a8_8d, 0x75_53_3f, 0xc8_a5_8a),
    shades(0xa5_5f_30, 0xb6_78_51, 0x95_50_20),
    shades(0x75_2b_00, 0xf5_ac_6f, 0x4d_17_00),
];

static PAIRS: [Shades; 9] = [
    shades(0xe8_e7_e3, 0xd5_d4_d0, 0xf5_f4_ef),
    shades(0xdd_c6_a4, 0xcf_b9_97, 0xe3_cd_aa),
    shades(0xc1_8c_4a, 0xbc_87_45, 0xbe_89_48),
    shades(0x93_b3_c7, 0x8a_aa_be, 0x94_b4_c8),
    shades(0x90_7a_84, 0x8e_79_82, 0x8a_74_7e),
    shades(0x84_48_39, 0x88_4c_3d, 0x77_3d_2e),
    shades(0x3a_70_9c, 0x3b_71_9d, 0x31_67_92),
    shades(0x4b_3e_6d, 0x51_45_74, 0x3d_30_5d),
    shades(0x40_2c_44, 0x49_35_4e, 0x2a_17_2e),
];

static CLUSTERS: [Shades; 5] = [
    shades(0x75_2b_00, 0xf5_ac_6f, 0x4f_15_00),
    shades(0x2f_5d_a0, 0x74_9d_d9, 0x1c_4a_8c),
    shades(0xc3_8e_5f, 0x88_59_3d, 0xbc_87_59),
    shades(0xa8_bf_e1, 0x37_4d_6d, 0xa9_c0_e2),
    shades(0xe8_e7_e4, 0x2f_35_36, 0xf4_f3_f1),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::theme::{contrast, luminance};

    fn colours(theme: Theme, inks: &[Ink]) -> Vec<Rgb> {
        inks.iter().map(|ink| theme.colour(*ink)).collect()
    }

    fn tables() -> [(&'static str, Vec<Ink>); 4] {
        let three = || (0..3).flat_map(|first| (0..3).map(move |second| (first, second)));
        [
            ("tenths", (0..10).map(|step| class(step, 10)).collect()),
            ("diverging", (-3..=3).map(diverging).collect()),
            ("pairs", three().map(|(a, b)| pair(a, b)).collect()),
            (
                "clusters",
                vec![
                    HIGH_AMONG_HIGH,
                    LOW_AMONG_LOW,
                    HIGH_AMONG_LOW,
                    LOW_AMONG_HIGH,
                    PLAIN,
                ],
            ),
        ]
    }

    #[test]
    fn lightness_alone_tells_every_step_from_every_other() {
        for theme in Theme::ALL {
            for (name, inks) in tables() {
                let mut colours = colours(theme, &inks);
                colours.sort_by(|a, b| luminance(*a).total_cmp(&luminance(*b)));
                for pair in colours.windows(2) {
                    let found = contrast(pair[0], pair[1]);
                    assert!(found >= 1.12, "{theme:?} {name}: {pair:?} {found:.2}");
                }
            }
        }
    }

    #[test]
    fn hatching_shows_on_every_ground() {
        for theme in Theme::ALL {
            let least = if theme == Theme::HighContrast {
                4.5
            } else {
                3.0
            };
            let ramps = (1..=7).flat_map(|of| (0..of).map(move |step| class(step, of)));
            let shades = tables().into_iter().flat_map(|(_, inks)| inks);
            for ground in ramps.chain(shades) {
                let [below, above] = [ground, on(ground)].map(|ink| theme.colour(ink));
                let found = contrast(below, above);
                assert!(found >= least, "{theme:?} {ground:?}: {found:.2}");
            }
            for ink in [Ink::Context, Ink::Ink] {
                let found = contrast(theme.colour(ink), theme.colour(Ink::NoData));
                assert!(found >= 2.5, "{theme:?} {ink:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn ten_classes_darken_and_the_middle_recedes() {
        for theme in Theme::ALL {
            for of in [8, 9, 10] {
                let ramp: Vec<Ink> = (0..of).map(|step| class(step, of)).collect();
                let ramp = colours(theme, &ramp);
                assert!(ramp.windows(2).all(|w| luminance(w[0]) > luminance(w[1])));
            }
            let paper = theme.colour(Ink::Paper);
            let from_paper = |ink: Ink| contrast(theme.colour(ink), paper);
            for step in 0..3 {
                assert!(from_paper(diverging(step + 1)) > from_paper(diverging(step)));
                assert!(from_paper(diverging(-step - 1)) > from_paper(diverging(-step)));
            }
            for cluster in [HIGH_AMONG_HIGH, LOW_AMONG_LOW] {
                assert!(
                    from_paper(cluster) > 3.0 && from_paper(PLAIN) < 1.8,
                    "{theme:?}"
                );
            }
        }
    }

    #[test]
    fn warm_is_warm_and_cool_is_cool() {
        for theme in Theme::ALL {
            for step in 1..=3 {
                let [cool, warm] = [-step, step].map(|step| theme.colour(diverging(step)));
                assert!(warm.0 > warm.2 && cool.2 > cool.0, "{theme:?} {step}");
            }
            let [first, second] = [pair(2, 0), pair(0, 2)].map(|ink| theme.colour(ink));
            assert!(first.2 > first.0 && second.0 > second.2, "{theme:?}");
        }
    }

    #[test]
    fn whatever_is_asked_for_has_a_colour() {
        assert_eq!(class(99, 10), class(9, 10));
        assert_eq!(diverging(i8::MIN), diverging(-3));
        assert_eq!(pair(7, 7), pair(2, 2));
        assert_eq!(class(200, 255), class(200, 255));
    }
}
