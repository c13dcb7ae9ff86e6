//! Loads the data pack that the page names.

use gloo::net::http::Request;

/// Why a file did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The page does not say which pack to load.
    NotNamed,
    /// The network, or the host, did not answer.
    NoAnswer,
    /// The host answered that it has no such file.
    Refused {
        /// The HTTP status.
        status: u16,
    },
}

impl LoadError {
    /// In words for a reader.
    pub fn words(&self) -> String {
        match self {
            Self::NotNamed => "The page does not say which data it belongs to.".to_owned(),
            Self::NoAnswer => {
                "The data did not arrive: the connection or the site did not answer.".to_owned()
            }
            Self::Refused { status } => {
                format!("The data did not arrive: the site answered with the code {status}.")
            }
        }
    }
}

/// Where the pack is, relative to the page.
pub fn pack_address() -> Option<String> {
    let meta = document()?.query_selector("meta[name=pack]").ok()??;
    meta.get_attribute("content")
}

/// Where a file that belongs to the pack is, relative to the page.
pub fn beside_the_pack(file: &str) -> String {
    let pack = pack_address().unwrap_or_default();
    let folder = pack.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{file}")
}

/// Fetches a file of this site.
pub async fn bytes(address: &str) -> Result<Vec<u8>, LoadError> {
    let response = Request::get(address)
        .send()
        .await
        .map_err(|_| LoadError::NoAnswer)?;
    if !response.ok() {
        return Err(LoadError::Refused {
            status: response.status(),
        });
    }
    response.binary().await.map_err(|_| LoadError::NoAnswer)
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
