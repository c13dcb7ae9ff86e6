//! Colours that tell the parts of a whole apart, each in the three themes.
//!
//! Dark and light ones take turns, so that a part stands out from the next by lightness alone
//! whatever an eye makes of the hues.

use super::Ink;
use super::maps::{Shades, shades};

/// The colour of a part, counted from 0; after ten they begin again.
#[must_use]
pub fn part(index: usize) -> Ink {
    PARTS
        .get(index % PARTS.len())
        .map_or(Ink::Context, Ink::Shades)
}

static PARTS: [Shades; 10] = [
    shades(0x2f_6f_79, 0x3d_8a_94, 0x00_42_4d),
    shades(0xa7_cf_ca, 0xb4_db_d6, 0xa5_dc_d5),
    shades(0x3b_6c_ae, 0x4f_7f_c2, 0x0b_3a_82),
    shades(0xb3_c9_e8, 0xbc_cf_ee, 0xb5_cf_f5),
    shades(0x8a_5a_3c, 0xa5_74_4f, 0x5c_30_00),
    shades(0xdc_b9_8f, 0xe6_c7_9f, 0xec_c4_8c),
    shades(0x66_54_8c, 0x7c_69_a8, 0x3d_2a_66),
    shades(0xc7_b9_de, 0xcf_c1_e6, 0xd2_c2_ee),
    shades(0x5a_7a_45, 0x6f_91_55, 0x2f_4d_18),
    shades(0xc2_d4_a0, 0xcb_dc_ab, 0xcb_e3_9c),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Theme;
    use crate::chart::theme::contrast;
    use crate::chart::theme::maps::on;

    #[test]
    fn parts_next_to_each_other_differ_in_lightness_and_carry_text() {
        for theme in Theme::ALL {
            let (beside, text) = match theme {
                Theme::HighContrast => (3.0, 7.0),
                Theme::Light | Theme::Dark | Theme::Print => (2.0, 4.0),
            };
            for index in 0..20 {
                let [here, next] = [index, index + 1].map(|index| theme.colour(part(index)));
                let found = contrast(here, next);
                assert!(found >= beside, "{theme:?} {index}: {found:.2}");
                let found = contrast(here, theme.colour(on(part(index))));
                assert!(found >= text, "{theme:?} text on {index}: {found:.2}");
            }
        }
    }
}
