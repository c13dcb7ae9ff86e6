//! What is read after the map: both ends of the ranking, what the figures say together, every row.

use leptos::prelude::*;

use super::beside::Ends;
use super::journeys::Journeys;
use super::ranking::RankingTable;
use super::understand::Understand;
use crate::lazy::{self, Make};

lazy::part!(
    /// Loaded while the map is drawn already.
    pub PART: Make = map_below, || view! { <Below/> }.into_any()
);

#[component]
fn Below() -> impl IntoView {
    view! {
        <div class="challenge-ends"><h2>"Highest and lowest"</h2><Ends/> <Understand/></div>
        <div class="challenge-table"><Journeys/> <RankingTable/></div>
    }
}
