//! What holds of every view with figures of its own: axe finds nothing in any theme, nothing sticks
//! out of a phone, and a file that does not come is named and asked for again.

use crate::{size, wcag};
use std::fs;

use roadmap_tests::browser::{engine, failure::Outcome, journey::Trip, page::by_id, site::Site};

/// A view, by its link and the test id of what it shows.
#[derive(Clone, Copy)]
pub struct View {
    /// The link without choices.
    pub query: &'static str,
    /// What is there once it is shown.
    pub testid: &'static str,
}

/// A companion that a view cannot do without.
#[derive(Clone, Copy)]
pub struct Needed {
    /// Its name after that of the place.
    pub file: &'static str,
    /// How the test ids of the words on its failure begin.
    pub failure: &'static str,
    /// What is there once it has come.
    pub shown: &'static str,
}

impl View {
    /// Opens it with these choices.
    pub async fn open(self, trip: &Trip, choices: &str) -> Outcome {
        let page = trip.page();
        page.open(&format!("{}{choices}", self.query)).await?;
        page.element(&by_id(self.testid)).await?;
        trip.window.frames().await
    }

    /// Expects axe to find nothing with any of these choices in any theme.
    pub async fn expect_accessible(self, trip: &Trip, all: &[impl AsRef<str>]) -> Outcome {
        let axe = fs::read_to_string(engine::axe_script()?)?;
        let mut found = Vec::new();
        for theme in ["light", "dark", "contrast"] {
            for choices in all {
                let choices = format!("{}&theme={theme}", choices.as_ref());
                self.open(trip, &choices).await?;
                found.extend(wcag::violations(trip, &axe, &choices).await?);
            }
        }
        wcag::expect_none(&found)
    }

    /// Expects nothing to stick out of a phone with any of these choices.
    pub async fn expect_narrow(self, trip: &Trip, all: &[impl AsRef<str>]) -> Outcome {
        size::metrics(trip, 360, 780, 1.0).await?;
        for choices in all {
            let choices = choices.as_ref();
            self.open(trip, choices).await?;
            size::expect_no_sideways(&trip.page(), choices).await?;
        }
        Ok(())
    }

    /// Expects a missing file to be named, and to be shown once the host has it again.
    pub async fn expect_way_on(self, trip: &Trip, needed: Needed) -> Outcome {
        trip.expects_error("404");
        let name = format!("hertfordshire-{}.json", needed.file);
        let is_it = |file: &str| file.starts_with(&name);
        let site = trip.keep(Site::serve_without(is_it)?);
        let page = trip.page_of(&site);
        page.open(self.query).await?;
        page.until_words(&by_id(&format!("{}-failed", needed.failure)), &name)
            .await?;
        site.mend(is_it)?;
        page.click(&by_id(&format!("{}-again", needed.failure)))
            .await?;
        page.element(&by_id(needed.shown)).await.map(drop)
    }
}
