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
            Theme::Light => light,
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

const fn shades(light: u32, dark: u32, high_contrast: u32) -> Shades {
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
    shades(0x1c_4e_96, 0x25_58_a1, 0x01_38_7e),
    shades(0x5b_82_bd, 0x5c_83_be, 0x50_77_b0),
    shades(0xac_bf_db, 0xa2_b5_d0, 0xad_c0_dc),
    shades(0xe9_e7_e1, 0xd6_d4_cf, 0xf5_f4_ee),
    shades(0xca_a8_8d, 0xc3_a1_86, 0xc8_a5_8a),
    shades(0xa5_5f_30, 0xa9_63_34, 0x95_50_20),
    shades(0x75_2b_00, 0x84_36_03, 0x4d_17_00),
];

static PAIRS: [Shades; 9] = [
    shades(0xe8_e7_e3, 0xd5_d4_d0, 0xf5_f4_ef),
    shades(0xe1_c5_9f, 0xd3_b7_92, 0xe8_cb_a5),
    shades(0xcb_86_2f, 0xc6_81_28, 0xc9_84_2c),
    shades(0x8f_b3_c8, 0x86_aa_bf, 0x90_b4_ca),
    shades(0x91_78_83, 0x8f_76_81, 0x8c_73_7e),
    shades(0x89_42_37, 0x8d_45_3a, 0x7d_37_2d),
    shades(0x30_6f_9f, 0x31_70_a0, 0x27_67_97),
    shades(0x4a_3b_71, 0x50_41_77, 0x3d_2d_62),
    shades(0x3f_29_44, 0x48_31_4d, 0x2a_15_2e),
];

static CLUSTERS: [Shades; 5] = [
    shades(0x75_2b_00, 0x84_35_09, 0x4f_15_00),
    shades(0x2f_5d_a0, 0x36_64_a8, 0x1c_4a_8c),
    shades(0xc3_8e_5f, 0xc0_8b_5c, 0xbc_87_59),
    shades(0xa8_bf_e1, 0x9e_b5_d7, 0xa9_c0_e2),
    shades(0xe8_e7_e4, 0xd5_d4_d1, 0xf4_f3_f1),
];
