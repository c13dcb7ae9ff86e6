//! One open browser: the client, its driver and its folders, and what only one engine knows.

use super::{
    driver::Driver,
    engine::{Engine, Start},
    failure::{Failure, Outcome},
    scratch::Scratch,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use fantoccini::{Client, ClientBuilder, wd::WebDriverCompatibleCommand};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};
use url::Url;

/// How long a page may take for something to become true.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is asked.
const PAUSE: Duration = Duration::from_millis(40);

/// One open browser.
#[derive(Debug)]
pub struct Window {
    /// Which engine it is.
    pub engine: Engine,
    /// Speaks to it.
    pub client: Client,
    driver: Driver,
    scratch: Scratch,
}

/// A POST command under the session's address.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, url::ParseError> {
        base_url.join(&format!(
            "session/{}/{}",
            session_id.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _request_url: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

impl Window {
    /// Opens a browser with an empty profile.
    ///
    /// # Errors
    /// When driver or browser cannot start.
    pub async fn open(engine: Engine, start: Start) -> Outcome<Self> {
        let scratch = Scratch::new()?;
        let mut driver = Driver::start(engine, &scratch)?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities(start, &scratch)?);
        let client = builder.connect(&driver.url()).await.map_err(|error| {
            Failure::new(format!(
                "{engine} did not open: {error}; {}",
                driver.printed()
            ))
        })?;
        driver.opened(client.session_id().await?);
        Ok(Self {
            engine,
            client,
            driver,
            scratch,
        })
    }

    /// Closes it.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn close(self) -> Outcome {
        Ok(self.client.close().await?)
    }

    /// Runs a script in the page and gives what it returns. The policy of the page does not bind
    /// it.
    ///
    /// # Errors
    /// When it throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Waits until the script returns something true and gives that.
    ///
    /// # Errors
    /// After [`PATIENCE`], saying what was awaited and what the script gave last.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        let begun = now();
        loop {
            let last = self.client.execute(script, arguments.clone()).await;
            match last {
                Ok(value) if is_true(&value) => return Ok(value),
                // A page that is being replaced cannot answer; the next one can.
                last if begun.elapsed() > PATIENCE => {
                    return Err(Failure::new(format!(
                        "expected {what}; after {PATIENCE:?} there was {last:?}"
                    )));
                }
                _ => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Waits for two frames: one in which the page lays itself out, one in which it has drawn.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn frames(&self) -> Outcome {
        let script = "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        self.client.execute_async(script, Vec::new()).await?;
        Ok(())
    }

    /// A command that the client does not know, under the session's address.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn command(&self, path: &'static str, body: Value) -> Outcome<Value> {
        Ok(self.client.issue_cmd(Command { path, body }).await?)
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// When this is not Chromium, or it says no.
    pub async fn chromium(&self, name: &str, parameters: Value) -> Outcome<Value> {
        let body = json!({ "cmd": name, "params": parameters });
        self.command("goog/cdp/execute", body).await
    }

    /// The bytes in an answer of Chromium's own protocol.
    ///
    /// # Errors
    /// When there are none.
    pub async fn chromium_data(&self, name: &str, parameters: Value) -> Outcome<Vec<u8>> {
        let answer = self.chromium(name, parameters).await?;
        let data = answer.get("data").and_then(Value::as_str);
        Ok(STANDARD.decode(data.ok_or_else(|| Failure::new(format!("{name} gave no data")))?)?)
    }

    /// The errors that the page wrote to the console since the last time, each with where it came
    /// from.
    ///
    /// # Errors
    /// When the driver does not say.
    pub async fn console_errors(&self) -> Outcome<Vec<String>> {
        if self.engine == Engine::Chromium {
            let entries = self.command("se/log", json!({ "type": "browser" })).await?;
            let words = |entry: &Value| {
                let severe = entry.get("level").and_then(Value::as_str) == Some("SEVERE");
                severe.then(|| entry.get("message")?.as_str().map(str::to_owned))?
            };
            return Ok(entries
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(words)
                .collect());
        }
        if self.engine == Engine::WebKit {
            let caught = self
                .client
                .execute("return window.caughtErrors ?? []", Vec::new())
                .await?;
            return Ok(serde_json::from_value(caught)?);
        }
        // Firefox prints its own troubles too, but those never as one quoted text.
        let is_error = |line: &&str| {
            line.starts_with("console.error: \"") || line.starts_with("JavaScript error: http")
        };
        let printed = self.driver.printed();
        Ok(printed
            .lines()
            .filter(is_error)
            .map(str::to_owned)
            .collect())
    }

    /// Starts to collect errors inside the page, for WebKit, whose driver does not tell them:
    /// those before this call are lost.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn catch_errors(&self) -> Outcome {
        if self.engine != Engine::WebKit {
            return Ok(());
        }
        let script = "if (window.caughtErrors) return;
            window.caughtErrors = [];
            const told = console.error;
            console.error = (...words) => { caughtErrors.push(words.join(' ')); told.apply(console, words) };
            addEventListener('error', event => caughtErrors.push(event.message ?? 'error'));
            addEventListener('unhandledrejection', event => caughtErrors.push(String(event.reason)));
            document.addEventListener('securitypolicyviolation', event => caughtErrors.push('policy: ' + event.violatedDirective))";
        self.client.execute(script, Vec::new()).await?;
        Ok(())
    }

    /// Where downloads are saved.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn downloads(&self) -> Outcome<PathBuf> {
        self.scratch.folder("downloads")
    }
}

/// The time, for waiting only: nothing is measured here.
#[allow(clippy::disallowed_methods, reason = "a test must not wait for ever")]
pub fn now() -> Instant {
    Instant::now()
}

fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(truth) => *truth,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}
