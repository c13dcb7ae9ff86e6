//! Stylesheets of parts: the page names them switched off, and the browser fetches one when it is
//! switched on.

use js_sys::{Promise, Reflect};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// A stylesheet that is switched off.
const OFF: &str = "disabled";

/// The stylesheet did not arrive; the browser's console says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotStyled;

/// Begins to fetch the stylesheet of a part, if it has one; ends when it has come.
///
/// # Errors
/// [`NotStyled`] when it does not come; it may be asked for again.
pub fn of_part(part: &str) -> impl Future<Output = Result<(), NotStyled>> + use<> {
    let sheet = link(part).filter(|link| !is_there(link));
    let coming = sheet.map(|link| (switch_on(&link), link));
    async move {
        match coming {
            Some((coming, link)) => JsFuture::from(coming).await.map(drop).map_err(|_| {
                // Switched off, it is fetched anew when it is asked for again.
                drop(link.set_attribute(OFF, ""));
                NotStyled
            }),
            None => Ok(()),
        }
    }
}

fn link(part: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let selector = ["link[data-part=", part, "]"].concat();
    document.query_selector(&selector).ok()?
}

/// Whether its rules are in force already.
fn is_there(link: &Element) -> bool {
    let sheet = Reflect::get(link, &"sheet".into());
    !link.has_attribute(OFF) && sheet.is_ok_and(|sheet| sheet.is_object())
}

fn switch_on(link: &Element) -> Promise {
    Promise::new(&mut |come, lost| {
        for (event, answer) in [("load", &come), ("error", &lost)] {
            // The names are those of every browser.
            drop(link.add_event_listener_with_callback(event, answer));
        }
        drop(link.remove_attribute(OFF));
    })
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    fn named(part: &str, address: &str) -> Element {
        let document = web_sys::window().unwrap().document().unwrap();
        let link = document.create_element("link").unwrap();
        for (name, value) in [
            ("rel", "stylesheet"),
            ("data-part", part),
            (OFF, ""),
            ("href", address),
        ] {
            link.set_attribute(name, value).unwrap();
        }
        document.body().unwrap().append_child(&link).unwrap();
        link
    }

    #[wasm_bindgen_test]
    async fn a_stylesheet_is_in_force_once_it_has_come() {
        let link = named("dressed", "data:text/css,.dressed{color:red}");
        assert!(!is_there(&link));
        assert_eq!(of_part("dressed").await, Ok(()));
        assert!(is_there(&link));
        assert_eq!(of_part("dressed").await, Ok(()));
        link.remove();
    }

    #[wasm_bindgen_test]
    async fn one_that_does_not_come_is_told_and_may_be_asked_for_again() {
        let link = named("lost", "no-such-file.css");
        assert_eq!(of_part("lost").await, Err(NotStyled));
        assert!(link.has_attribute(OFF));
        link.set_attribute("href", "data:text/css,p{}").unwrap();
        assert_eq!(of_part("lost").await, Ok(()));
        link.remove();
    }

    #[wasm_bindgen_test]
    async fn a_part_without_one_needs_none() {
        assert_eq!(of_part("plain").await, Ok(()));
    }
}
