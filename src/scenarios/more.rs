//! What only some readers open, loaded when they do: what lies behind a figure, futures side by
//! side, the files of a workshop, the model card, and reading a file.

use leptos::prelude::*;
use roadmap_core::data::model::Evidence;
use roadmap_core::data::scenario_file::{self, ScenarioFault, ScenarioFile};
use roadmap_core::page::scenarios::{Chart, Part};

use super::desk::Desk;
use super::{compare, files, reasons, together, trust};
use crate::lazy;

/// What saves a future and opens files; the second tells what became of them.
pub type SaveAndOpen = fn(Desk, RwSignal<Vec<String>>) -> AnyView;

/// Reads the text of a file.
pub type Read = fn(&str, &Evidence) -> Result<ScenarioFile, Vec<ScenarioFault>>;

lazy::part!(
    /// The parts of the view beside the first.
    pub PARTS: fn(Desk, Part) -> AnyView = scenario_parts, |desk, part| match part {
        Part::Explore => ().into_any(),
        Part::Compare => compare::view(desk),
        Part::Together => together::view(desk),
        Part::Trust => trust::view(desk),
    }
);

lazy::part!(
    /// What lies behind a figure.
    pub REASONS: fn(Desk, Chart) -> AnyView = scenario_reasons, reasons::view
);

lazy::part!(
    /// Reading a file: its form is known to a library larger than most of the view.
    pub READ: Read = scenario_files, scenario_file::read
);

lazy::part!(
    /// Saving and opening futures.
    pub SAVE_AND_OPEN: SaveAndOpen = scenario_files, files::save_and_open
);
