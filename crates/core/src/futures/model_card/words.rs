//! What the model does and leaves out, in plain words.

use super::{CardSection, section};
use crate::futures::Asked;

pub(super) fn purpose(asked: &Asked<'_>) -> CardSection {
    let region = &asked.model.region;
    let first = format!(
        "The model answers one question: if this were done and the assumptions held, how would \
         {} and its districts differ from the baseline, year by year from {} to {}?",
        asked.area_name(0),
        region.base_year,
        region.last_year
    );
    let mut card = section(
        "purpose",
        "What it is, and what it is not",
        &[
            "It is a yardstick, not a forecast. Most of the spread of any future comes from \
             national growth of output and jobs, which nothing local moves.",
            "Every lever pulls on published figures through a few plain equations. Nothing is \
             fitted to make a lever look good, and every assumption is listed below with its \
             source.",
        ],
    );
    card.words.insert(0, first);
    card
}

/// The equations in words, in the order in which a year runs.
pub(super) fn equations() -> CardSection {
    section(
        "equations",
        "How a year is worked out",
        &[
            "Homes: what is built in recent years, times the lever; at most 2.5% of the stock in \
             a year.",
            "People: everybody gets a year older; births, deaths and moves follow the rates of \
             recent years. About half of the homes beyond the trend bring or keep people, the \
             rest lets households form.",
            "House prices: more households raise them, more homes lower them, pay raises them. \
             Nothing else reads them.",
            "Who works: people by age times how many of that age work or look for work, which \
             rises with the pension age and with the levers.",
            "Jobs: each section grows as in the country. The part that serves people here also \
             follows the number of people here; the rest is sold elsewhere. Inward investment, \
             local purchases, building and better access add to that.",
            "Space for work: a change in the loss of offices and workshops moves jobs. Most of \
             that loss is in the trend already.",
            "Unemployment and commuting: where jobs grow faster than workers, unemployment falls \
             a little; commuting takes the rest.",
            "Output per job: grows as in the country; more jobs within reach, skills, training, \
             research, digital tools and foreign owners add to it. Digital levers overlap: the \
             strongest counts in full, the others in part.",
            "Pay: follows output per job in part, and falls where unemployment rises.",
            "Carbon: business by output, homes by households and heat pumps, roads by people, \
             electric cars and journeys not driven.",
            "Services: pupils and care-home places follow the number of people of each age.",
        ],
    )
}

pub(super) fn uncertainty() -> CardSection {
    section(
        "uncertainty",
        "How ranges are found",
        &[
            "The same year-by-year sums run a thousand times, each time with other values of \
             every assumption, spread evenly over their ranges. Jobs of each district and section \
             also wander at random, as they have done.",
            "\u{201c}8 in 10 runs\u{201d} leaves out the lowest and the highest tenth. The range \
             covers what the model knows it does not know, and nothing else: the truth may lie \
             outside it more often than twice in ten.",
            "Every future sees the same thousand draws, and a difference is taken draw by draw. \
             So what two futures share, such as national growth, cancels out, and a difference is \
             known better than either future.",
        ],
    )
}

pub(super) fn limits() -> CardSection {
    section(
        "limits",
        "Where it is weak",
        &[
            "It runs one way: homes bring people, people work; people and national growth bring \
             jobs; jobs bring output, pay and carbon. Jobs do not answer to the supply of labour, \
             to pay or to prices, and nobody moves here for a job.",
            "So supported places, older workers and most of digital skills change who works and \
             who commutes, not how much is made here.",
            "Commuting and graduates start from the census of 2011, ages from a count of 2023, \
             space for work from one survey of the whole place.",
            "No local trend of jobs is carried on: what a district gained before has told nothing \
             of what it gained next.",
        ],
    )
}

pub(super) fn left_out() -> CardSection {
    section(
        "left-out",
        "What is not modelled",
        &[
            "What anything costs, who pays, and whether it can be delivered.",
            "Recessions, interest rates and cycles of house prices.",
            "Pay by occupation, firms that start or close, capital, qualifications below degree.",
            "Anything below districts: maps of small areas are observed.",
            "Motorways, large industrial sites, and carbon in what people buy.",
        ],
    )
}
