//! A challenge map as a reader uses it, by its test ids.

use super::{
    actions::Point,
    failure::{Failure, Outcome},
    page::{Page, by_id},
};
use serde_json::{Value, json};

/// The challenge map of a page.
#[derive(Debug, Clone, Copy)]
pub struct ChallengeMap<'a>(Page<'a>);

/// A window on the map, as the link holds it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Degrees east of Greenwich of its middle.
    pub longitude_deg: f64,
    /// Degrees north of its middle.
    pub latitude_deg: f64,
    /// How much ground it shows from left to right.
    pub width_km: f64,
}

impl Window {
    /// The window of a link's words.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(words: &str) -> Outcome<Self> {
        let numbers: Result<Vec<f64>, _> = words.split(',').map(str::parse).collect();
        match numbers?.as_slice() {
            [longitude_deg, latitude_deg, width_km] => Ok(Self {
                longitude_deg: *longitude_deg,
                latitude_deg: *latitude_deg,
                width_km: *width_km,
            }),
            _ => Err(Failure::new(format!("expected a window, found {words:?}"))),
        }
    }

    /// As a link holds it.
    #[must_use]
    pub fn words(&self) -> String {
        format!(
            "{:.4},{:.4},{:.1}",
            self.longitude_deg, self.latitude_deg, self.width_km
        )
    }
}

/// True when the map is there and painted: not every pixel of its middle row is alike.
const PAINTED: &str = "const canvas = document.querySelector('[data-testid=map-canvas]');
    if (!canvas || !canvas.width || !canvas.getClientRects().length) return false;
    const row = new Uint32Array(canvas.getContext('2d').getImageData(0, canvas.height >> 1, canvas.width, 1).data.buffer);
    return row.some(pixel => pixel !== row[0])";

impl<'a> Page<'a> {
    /// Opens the challenge maps with these choices of a link, and waits until a map is painted.
    ///
    /// # Errors
    /// When none ever is.
    pub async fn open_map(&self, choices: &str) -> Outcome<ChallengeMap<'a>> {
        self.open(&map_query(choices)).await?;
        self.challenge_map().await
    }

    /// The challenge map, once it is painted and all around it is there.
    ///
    /// # Errors
    /// When it never is.
    pub async fn challenge_map(&self) -> Outcome<ChallengeMap<'a>> {
        self.window
            .until("a painted map", PAINTED, Vec::new())
            .await?;
        self.settled().await?;
        Ok(ChallengeMap(*self))
    }
}

/// The query of the challenge maps with these choices of a link.
pub fn map_query(choices: &str) -> String {
    let and = if choices.is_empty() { "" } else { "&" };
    format!("?v=1&view=challenges{and}{choices}")
}

/// All canvases of the figure that the first argument names, as the browser would save them.
const PIXELS: &str = "[...document.querySelectorAll(`${arguments[0]} canvas`)].map(canvas => canvas.toDataURL()).join(' ')";

impl ChallengeMap<'_> {
    /// The middle of the map, after bringing it into sight.
    ///
    /// # Errors
    /// When there is none.
    pub async fn middle(&self) -> Outcome<Point> {
        self.inside("map-canvas", 0.5, 0.5).await
    }

    /// A point in a canvas, in parts of its width and height, after bringing it into sight.
    ///
    /// # Errors
    /// When there is none.
    pub async fn inside(&self, testid: &str, right: f64, down: f64) -> Outcome<Point> {
        let selector = by_id(testid);
        self.0.element(&selector).await?;
        self.0.bring_into_sight(&selector).await?;
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [Math.round(box.x + arguments[1] * box.width), Math.round(box.y + arguments[2] * box.height)]";
        let arguments = vec![json!(selector), json!(right), json!(down)];
        let point = self.0.window.run(script, arguments).await?;
        let (x_px, y_px) = serde_json::from_value(point)?;
        Ok(Point { x_px, y_px })
    }

    /// How wide the map is, in CSS pixels.
    ///
    /// # Errors
    /// When there is none.
    pub async fn width_px(&self) -> Outcome<f64> {
        let script = "return document.querySelector(arguments[0]).getBoundingClientRect().width";
        self.0
            .number(script, vec![json!(by_id("map-canvas"))])
            .await
    }

    /// Gives the keyboard to the map.
    ///
    /// # Errors
    /// When there is none.
    pub async fn focus(&self) -> Outcome {
        self.middle().await?;
        let script = "document.querySelector(arguments[0]).focus({ preventScroll: true })";
        let canvas = vec![json!(by_id("map-canvas"))];
        self.0.window.run(script, canvas).await.map(drop)
    }

    /// The name of the area that the card tells; empty when it tells none.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn told(&self) -> Outcome<String> {
        self.0.window.frames().await?;
        let script = "return document.querySelector(arguments[0])?.textContent.trim() ?? ''";
        self.0.string(script, vec![json!(by_id("area-name"))]).await
    }

    /// Waits until the card tells an area and gives its name.
    ///
    /// # Errors
    /// When it never does.
    pub async fn until_told(&self) -> Outcome<String> {
        let script = "return document.querySelector(arguments[0])?.textContent.trim()";
        let arguments = vec![json!(by_id("area-name"))];
        let name = self
            .0
            .window
            .until("the card to tell an area", script, arguments)
            .await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the card tells this area; none when it is empty.
    ///
    /// # Errors
    /// When it never does.
    pub async fn until_told_is(&self, name: &str) -> Outcome {
        let script = "return (document.querySelector(arguments[0])?.textContent.trim() ?? '') === arguments[1]";
        let arguments = vec![json!(by_id("area-name")), json!(name)];
        let what = format!("the card to tell {name:?}");
        if let Err(failure) = self.0.window.until(&what, script, arguments).await {
            let told = self.told().await.unwrap_or_default();
            return Err(failure.during(&format!("with {told:?} told")));
        }
        Ok(())
    }

    /// Waits until the live region of the map says something other than before, and gives it.
    ///
    /// # Errors
    /// When it never does.
    pub async fn live_other_than(&self, before: &str) -> Outcome<String> {
        let script = "const text = document.querySelector(arguments[0])?.textContent.trim();
            return text && text !== arguments[1] ? text : false";
        let live = format!("{} {}", by_id("figure-map"), by_id("live"));
        let what = format!("the map to say something other than {before:?}");
        let arguments = vec![json!(live), json!(before)];
        let said = self.0.window.until(&what, script, arguments).await?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }

    /// The names in the rows of the table that are marked as pointed at or pinned.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn marked_rows(&self) -> Outcome<Vec<String>> {
        self.0.window.frames().await?;
        self.names("[data-testid=map-table] tbody tr.is-told th")
            .await
    }

    /// The names in all rows of the table, in its order.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn rows(&self) -> Outcome<Vec<String>> {
        self.names("[data-testid=map-table] tbody th").await
    }

    /// Waits until the address holds these words.
    ///
    /// # Errors
    /// When it never does.
    pub async fn until_link_has(&self, words: &str) -> Outcome {
        let script = "return location.search.includes(arguments[0])";
        let what = format!("the address to hold {words:?}");
        self.0
            .window
            .until(&what, script, vec![json!(words)])
            .await
            .map(drop)
    }

    /// Waits until the address no longer holds these words.
    ///
    /// # Errors
    /// When it always does.
    pub async fn until_link_lacks(&self, words: &str) -> Outcome {
        let script = "return !location.search.includes(arguments[0])";
        let what = format!("the address no longer to hold {words:?}");
        self.0
            .window
            .until(&what, script, vec![json!(words)])
            .await
            .map(drop)
    }

    /// A choice of the link; empty when the link does not make it.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn choice(&self, key: &str) -> Outcome<String> {
        let script = "return new URLSearchParams(location.search).get(arguments[0]) ?? ''";
        self.0.string(script, vec![json!(key)]).await
    }

    /// The window that the link holds; none for the whole place.
    ///
    /// # Errors
    /// When the link has one that can't be read.
    pub async fn window(&self) -> Outcome<Option<Window>> {
        match self.choice("at").await?.as_str() {
            "" => Ok(None),
            words => Window::read(words).map(Some),
        }
    }

    /// Waits until the link holds another window than before, and gives it.
    ///
    /// # Errors
    /// When it never does, or has none that can be read.
    pub async fn window_other_than(&self, before: Option<Window>) -> Outcome<Window> {
        let script = "const at = new URLSearchParams(location.search).get('at');
            return at && at !== arguments[0] ? at : false";
        let before = before.map(|window| window.words()).unwrap_or_default();
        let what = format!("another window in the link than {before:?}");
        let words = self
            .0
            .window
            .until(&what, script, vec![json!(before)])
            .await?;
        Window::read(words.as_str().unwrap_or_default())
    }

    /// The map as the browser would save it, with what is painted over it: changes when either is
    /// painted otherwise.
    ///
    /// # Errors
    /// When there is none.
    pub async fn pixels(&self) -> Outcome<String> {
        self.pixels_of("map").await
    }

    /// The same of the second map.
    ///
    /// # Errors
    /// When there is none.
    pub async fn pixels_of_second(&self) -> Outcome<String> {
        self.pixels_of("second").await
    }

    /// Waits until the map is painted like that, or with `is_same` false otherwise.
    ///
    /// # Errors
    /// When it never is.
    pub async fn until_pixels(&self, what: &str, pixels: &str, is_same: bool) -> Outcome {
        let script = format!("return ({PIXELS}) === arguments[1] === arguments[2]");
        let arguments = vec![json!(by_id("figure-map")), json!(pixels), json!(is_same)];
        self.0
            .window
            .until(what, &script, arguments)
            .await
            .map(drop)
    }

    async fn pixels_of(&self, name: &str) -> Outcome<String> {
        self.0.window.frames().await?;
        let figure = by_id(&format!("figure-{name}"));
        let script = format!("return {PIXELS}");
        self.0.string(&script, vec![json!(figure)]).await
    }

    async fn names(&self, selector: &str) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(cell => cell.textContent.trim())";
        let names: Value = self.0.window.run(script, vec![json!(selector)]).await?;
        Ok(serde_json::from_value(names)?)
    }
}
