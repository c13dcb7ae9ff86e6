//! What the sections of the classification of industries are called, short enough for a chart.

/// The short name of a section of the UK Standard Industrial Classification 2007.
#[must_use]
pub const fn section_name(letter: char) -> &'static str {
    match letter {
        'A' => "Farming, forestry and fishing",
        'B' => "Mining and quarrying",
        'C' => "Manufacturing",
        'D' => "Electricity and gas",
        'E' => "Water and waste",
        'F' => "Construction",
        'G' => "Retail, wholesale and car repair",
        'H' => "Transport and storage",
        'I' => "Hotels and food",
        'J' => "Information and communication",
        'K' => "Finance and insurance",
        'L' => "Real estate",
        'M' => "Professional and scientific services",
        'N' => "Business support services",
        'O' => "Public administration and defence",
        'P' => "Education",
        'Q' => "Health and social work",
        'R' => "Arts and recreation",
        'S' => "Other services",
        _ => "Other industries",
    }
}
