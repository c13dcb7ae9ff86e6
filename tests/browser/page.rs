//! The app as a reader uses it, by its test ids: the only place that knows how the page is built.

use super::{
    actions::Point,
    engine::Engine,
    failure::{Failure, Outcome},
    site::Site,
    window::Window,
};
use fantoccini::{Locator, elements::Element};
use serde_json::{Value, json};

/// True when the app has taken over and no code is on its way, or when it has said that it cannot.
const SETTLED: &str = "return ['ready', 'failed'].includes(document.documentElement.dataset.app)
    && !document.querySelector('[data-testid=part-loading]')";
/// The report of the fault page, when it is in sight.
const FAULT: &str = "const fault = document.querySelector('[data-testid=fault]');
    return fault && fault.getClientRects().length ? document.querySelector('[data-testid=fault-report]')?.value ?? 'no report' : ''";

/// A page that is still settling moves under the hand: a reader clicks again, but not for ever.
const TRIES: usize = 5;

/// The app in one window.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The browser.
    pub window: &'a Window,
    /// Where the app comes from.
    pub site: &'a Site,
}

/// One figure of the page.
#[derive(Debug, Clone)]
pub struct Figure<'a> {
    page: Page<'a>,
    /// Its selector.
    pub selector: String,
}

/// The selector of a test id.
pub fn by_id(testid: &str) -> String {
    format!("[data-testid=\"{testid}\"]")
}

impl<'a> Page<'a> {
    /// Opens a link of the app and waits until it has settled.
    ///
    /// # Errors
    /// When it never does.
    pub async fn open(&self, query: &str) -> Outcome {
        self.window.client.goto(&self.site.url(query)).await?;
        self.settled().await
    }

    /// Loads the same address again.
    ///
    /// # Errors
    /// When the app does not settle.
    pub async fn reload(&self) -> Outcome {
        self.window.client.refresh().await?;
        self.settled().await
    }

    /// Goes back, as with the browser's button.
    ///
    /// # Errors
    /// When the browser does not.
    pub async fn back(&self) -> Outcome {
        if self.window.engine == Engine::WebKit {
            // Its driver waits for a page to load, which within one page never happens.
            return self
                .window
                .run("history.back()", Vec::new())
                .await
                .map(drop);
        }
        Ok(self.window.client.back().await?)
    }

    /// Goes forward, as with the browser's button.
    ///
    /// # Errors
    /// When the browser does not.
    pub async fn forward(&self) -> Outcome {
        if self.window.engine == Engine::WebKit {
            return self
                .window
                .run("history.forward()", Vec::new())
                .await
                .map(drop);
        }
        Ok(self.window.client.forward().await?)
    }

    /// Waits until the app has taken over, or has said that it cannot.
    ///
    /// # Errors
    /// When it does neither.
    pub async fn settled(&self) -> Outcome {
        self.window.catch_errors().await?;
        self.window
            .until("the app to be ready", SETTLED, Vec::new())
            .await?;
        self.window.frames().await?;
        let report = self.string(FAULT, Vec::new()).await?;
        crate::expect!(
            report.is_empty(),
            "expected the app to run, it shows its fault page: {report}"
        );
        Ok(())
    }

    /// What follows the path in the address.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn query(&self) -> Outcome<String> {
        self.string("return location.search", Vec::new()).await
    }

    /// The name of the place that is shown.
    ///
    /// # Errors
    /// When there is none.
    pub async fn place(&self) -> Outcome<String> {
        self.text(&by_id("place-name")).await
    }

    /// Waits until this place is shown.
    ///
    /// # Errors
    /// When it never is.
    pub async fn until_place(&self, name: &str) -> Outcome {
        let script =
            "return document.querySelector(arguments[0])?.textContent.trim() === arguments[1]";
        let selector = by_id("place-name");
        let what = format!("the place {name}");
        let arguments = vec![json!(selector), json!(name)];
        let waiting = self.window.until(&what, script, arguments);
        if let Err(failure) = waiting.await {
            let shown = self.place().await.unwrap_or_default();
            return Err(failure.during(&format!("with {shown} shown")));
        }
        Ok(())
    }

    /// Chooses the place from the list.
    ///
    /// # Errors
    /// When the list does not have it.
    pub async fn choose_place(&self, code: &str) -> Outcome {
        self.choose("place-select", code).await
    }

    /// Chooses a value from a native list, as with the mouse.
    ///
    /// # Errors
    /// When there is no such list or value.
    pub async fn choose(&self, testid: &str, value: &str) -> Outcome {
        let list = self.element(&by_id(testid)).await?;
        list.select_by_value(value)
            .await
            .map_err(|error| Failure::new(format!("{testid} has no {value:?}: {error}")))
    }

    /// Opens the menu of the reader's settings.
    ///
    /// # Errors
    /// When there is none.
    pub async fn open_settings(&self) -> Outcome {
        self.open_details(&by_id("settings")).await
    }

    /// Opens a `<details>` by its summary, unless it is open.
    ///
    /// # Errors
    /// When there is none.
    pub async fn open_details(&self, selector: &str) -> Outcome {
        self.element(selector).await?;
        let open = "return document.querySelector(arguments[0]).open";
        for _ in 0..TRIES {
            if self.window.run(open, vec![json!(selector)]).await? == json!(true) {
                return Ok(());
            }
            self.click(&format!("{selector} > summary")).await?;
            self.window.frames().await?;
        }
        Err(Failure::new(format!(
            "expected {selector} to open after {TRIES} clicks"
        )))
    }

    /// Clicks an element, after bringing it into the middle of the window.
    ///
    /// # Errors
    /// When it is not there or something lies over it.
    pub async fn click(&self, selector: &str) -> Outcome {
        let mut tries = 1;
        loop {
            let element = self.element(selector).await?;
            self.bring_into_sight(selector).await?;
            match element.click().await {
                Ok(()) => return Ok(()),
                Err(error) if tries == TRIES => {
                    return Err(Failure::new(format!("could not click {selector}: {error}")));
                }
                Err(_) => self.window.frames().await?,
            }
            tries += 1;
        }
    }

    /// The element, as soon as it is there.
    ///
    /// # Errors
    /// When it never is.
    pub async fn element(&self, selector: &str) -> Outcome<Element> {
        let there = "return document.querySelector(arguments[0]) !== null";
        self.window
            .until(
                &format!("an element {selector}"),
                there,
                vec![json!(selector)],
            )
            .await?;
        Ok(self.window.client.find(Locator::Css(selector)).await?)
    }

    /// How many elements there are.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn count(&self, selector: &str) -> Outcome<usize> {
        let script = "return document.querySelectorAll(arguments[0]).length";
        let count = self.window.run(script, vec![json!(selector)]).await?;
        Ok(usize::try_from(count.as_u64().unwrap_or_default())?)
    }

    /// Whether the first such element is there and takes room on the page.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn is_shown(&self, selector: &str) -> Outcome<bool> {
        let script = "return document.querySelector(arguments[0])?.getClientRects().length > 0";
        Ok(self.window.run(script, vec![json!(selector)]).await? == json!(true))
    }

    /// Waits until the first such element holds these words.
    ///
    /// # Errors
    /// When it never does; the failure tells what it holds.
    pub async fn until_words(&self, selector: &str, words: &str) -> Outcome {
        let script =
            "return document.querySelector(arguments[0])?.textContent.includes(arguments[1])";
        let what = format!("{words:?} in {selector}");
        let arguments = vec![json!(selector), json!(words)];
        let waiting = self.window.until(&what, script, arguments);
        if let Err(failure) = waiting.await {
            let held = self.text(selector).await.unwrap_or_default();
            return Err(failure.during(&format!("while it holds {held:?}")));
        }
        Ok(())
    }

    /// The text of the first such element as soon as it is there, hidden parts included.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        self.element(selector).await?;
        let script = "return document.querySelector(arguments[0])?.textContent.trim() ?? null";
        match self.window.run(script, vec![json!(selector)]).await? {
            Value::String(text) => Ok(text),
            _ => Err(Failure::new(format!(
                "expected an element {selector}; there is none"
            ))),
        }
    }

    /// Gives an input files, pairs of a name and a text, as a reader would who picks them.
    ///
    /// # Errors
    /// When there is no such input.
    pub async fn pick_files(&self, testid: &str, files: Value) -> Outcome {
        let pick = "const picked = new DataTransfer();
            for (const [name, text] of arguments[1]) picked.items.add(new File([text], name));
            const box = document.querySelector(arguments[0]);
            box.files = picked.files;
            box.dispatchEvent(new Event('change', { bubbles: true }))";
        self.hand_files(testid, files, pick).await
    }

    /// Drops files, pairs of a name and a text, on the button around an input.
    ///
    /// # Errors
    /// When there is no such input.
    pub async fn drop_files(&self, testid: &str, files: Value) -> Outcome {
        let drop = "const dataTransfer = new DataTransfer();
            for (const [name, text] of arguments[1]) dataTransfer.items.add(new File([text], name));
            document.querySelector(arguments[0]).closest('label')
                .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))";
        self.hand_files(testid, files, drop).await
    }

    async fn hand_files(&self, testid: &str, files: Value, script: &str) -> Outcome {
        let input = by_id(testid);
        self.element(&input).await?;
        let arguments = vec![Value::from(input), files];
        self.window.run(script, arguments).await.map(drop)
    }

    /// An attribute of the root element; empty when it is not set.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn root(&self, attribute: &str) -> Outcome<String> {
        let script = "return document.documentElement.getAttribute(arguments[0]) ?? ''";
        self.string(script, vec![json!(attribute)]).await
    }

    /// What a script returns, as text.
    ///
    /// # Errors
    /// When it throws.
    pub async fn string(&self, script: &str, arguments: Vec<Value>) -> Outcome<String> {
        let value = self.window.run(script, arguments).await?;
        Ok(value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned))
    }

    /// What a script returns, as a number.
    ///
    /// # Errors
    /// When it throws or returns something else.
    pub async fn number(&self, script: &str, arguments: Vec<Value>) -> Outcome<f64> {
        let value = self.window.run(script, arguments).await?;
        let number = value.as_f64();
        number.ok_or_else(|| Failure::new(format!("expected a number, found {value}: {script}")))
    }

    /// The test id of the element that has the keyboard, with the figure it is in; its words when
    /// it has no id.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn focused(&self) -> Outcome<String> {
        let script = "const at = document.activeElement;
            const figure = at.closest('figure')?.dataset.testid;
            const own = at.dataset.testid ?? at.closest('[data-testid]:not(figure)')?.dataset.testid;
            return [figure, own ?? at.textContent.trim().slice(0, 40)].filter(Boolean).join(' ')";
        self.string(script, Vec::new()).await
    }

    /// A figure of this kind: `map`, `line`, `bar` or `strip`; the first inside the selector.
    pub fn figure(&self, inside: &str, kind: &str) -> Figure<'a> {
        Figure {
            page: *self,
            selector: format!("{inside} figure[data-testid^=\"figure-{kind}-\"]"),
        }
    }

    /// The map of the chosen figure.
    pub fn map(&self) -> Figure<'a> {
        self.figure("main", "map")
    }

    /// Brings an element into the middle of the window.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn bring_into_sight(&self, selector: &str) -> Outcome {
        let script = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.window.run(script, vec![json!(selector)]).await?;
        self.window.frames().await
    }
}

impl Figure<'_> {
    /// The selector of a part by its test id.
    pub fn part(&self, testid: &str) -> String {
        format!("{} {}", self.selector, by_id(testid))
    }

    /// The test id of the figure.
    ///
    /// # Errors
    /// When there is none.
    pub async fn testid(&self) -> Outcome<String> {
        let script = "return document.querySelector(arguments[0])?.dataset.testid ?? ''";
        self.page.string(script, vec![json!(self.selector)]).await
    }

    /// The measure that it shows: what follows the kind in its test id.
    ///
    /// # Errors
    /// When there is none.
    pub async fn slug(&self) -> Outcome<String> {
        let testid = self.testid().await?;
        Ok(testid.splitn(3, '-').nth(2).unwrap_or_default().to_owned())
    }

    /// What the live region says.
    ///
    /// # Errors
    /// When there is none.
    pub async fn live(&self) -> Outcome<String> {
        self.page.text(&self.part("live")).await
    }

    /// Waits until the live region says something else than before, and gives that.
    ///
    /// # Errors
    /// When it does not.
    pub async fn live_other_than(&self, before: &str) -> Outcome<String> {
        let script = "const text = document.querySelector(arguments[0])?.textContent.trim();
            return text && text !== arguments[1] ? text : false";
        let what = format!(
            "the live region of {} to say something other than {before:?}",
            self.selector
        );
        let said = self
            .page
            .window
            .until(&what, script, vec![json!(self.part("live")), json!(before)])
            .await?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }

    /// Gives the keyboard to the picture.
    ///
    /// # Errors
    /// When there is none.
    pub async fn focus(&self) -> Outcome {
        let canvas = self.part("canvas");
        self.page.element(&canvas).await?;
        self.page.bring_into_sight(&canvas).await?;
        let script = "document.querySelector(arguments[0]).focus({ preventScroll: true })";
        self.page
            .window
            .run(script, vec![json!(canvas)])
            .await
            .map(drop)
    }

    /// The points of a grid over the picture, the middle first, after bringing it into sight.
    ///
    /// # Errors
    /// When there is none.
    pub async fn grid(&self) -> Outcome<Vec<Point>> {
        let canvas = self.part("canvas");
        self.page.element(&canvas).await?;
        self.page.bring_into_sight(&canvas).await?;
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            const points = [];
            for (const y of [0.5, 0.4, 0.6, 0.3, 0.7])
                for (const x of [0.5, 0.4, 0.6, 0.3, 0.7])
                    points.push([Math.round(box.x + x * box.width), Math.round(box.y + y * box.height)]);
            return points";
        let points = self.page.window.run(script, vec![json!(canvas)]).await?;
        let points: Vec<(i64, i64)> = serde_json::from_value(points)?;
        Ok(points
            .into_iter()
            .map(|(x_px, y_px)| Point { x_px, y_px })
            .collect())
    }

    /// The picture as the browser would save it: changes when it is painted otherwise.
    ///
    /// # Errors
    /// When there is none.
    pub async fn pixels(&self) -> Outcome<String> {
        self.page.window.frames().await?;
        let script = "return document.querySelector(arguments[0]).toDataURL()";
        self.page
            .string(script, vec![json!(self.part("canvas"))])
            .await
    }

    /// Opens the menu and clicks an entry.
    ///
    /// # Errors
    /// When either is not there.
    pub async fn choose(&self, testid: &str) -> Outcome {
        self.page.open_details(&self.part("menu")).await?;
        self.page.click(&self.part(testid)).await
    }
}
