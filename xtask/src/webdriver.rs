//! A small WebDriver client: enough to open a page in Chromium and ask it questions. One request
//! at a time, over plain HTTP to a driver on this machine.

use crate::error::{Error, Result};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

/// No command takes longer than this.
const PATIENCE: Duration = Duration::from_secs(60);
/// A driver is asked this often, this far apart, whether it is ready.
const READY_TRIES: u32 = 100;
const READY_PAUSE: Duration = Duration::from_millis(100);

/// A running driver; dropping it ends it.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    address: SocketAddr,
}

/// A browser under a driver; dropping it closes the browser.
#[derive(Debug)]
pub struct Session<'a> {
    driver: &'a Driver,
    id: String,
    /// What the browser says it is.
    pub capabilities: Value,
}

impl Driver {
    /// Starts a driver on a free port and waits until it answers.
    ///
    /// # Errors
    /// [`Error::Start`] when it cannot be started, [`Error::Browser`] when it never answers.
    pub fn start(program: &Path) -> Result<Self> {
        let address = free_address()?;
        let process = Command::new(program)
            .arg(format!("--port={}", address.port()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|source| Error::Start {
                program: program.display().to_string(),
                source,
            })?;
        let driver = Self { process, address };
        for _ in 0..READY_TRIES {
            let ready = driver.send("GET", "/status", None).ok();
            if ready.and_then(|answer| answer.get("ready")?.as_bool()) == Some(true) {
                return Ok(driver);
            }
            thread::sleep(READY_PAUSE);
        }
        Err(Error::Browser(format!(
            "{} started but never answered",
            program.display()
        )))
    }

    /// Opens a browser.
    ///
    /// # Errors
    /// [`Error::Browser`] with the driver's reason.
    pub fn open(&self, capabilities: &Value) -> Result<Session<'_>> {
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = self.send("POST", "/session", Some(&body))?;
        let id = answer.get("sessionId").and_then(Value::as_str);
        let id = id.ok_or_else(|| Error::Browser(format!("opened no session: {answer}")))?;
        Ok(Session {
            driver: self,
            id: id.to_owned(),
            capabilities: answer.get("capabilities").cloned().unwrap_or_default(),
        })
    }

    /// One command: the `value` of the driver's answer, or its error in words.
    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        let doing = || format!("ask the driver for {method} {path}");
        let answer = self
            .exchange(method, path, body)
            .map_err(Error::network(doing()))?;
        let value = serde_json::from_slice::<Value>(&answer)
            .ok()
            .and_then(|mut answer| answer.get_mut("value").map(Value::take))
            .ok_or_else(|| {
                Error::Browser(format!(
                    "{method} {path} was not answered in WebDriver's way"
                ))
            })?;
        match value.get("error").and_then(Value::as_str) {
            None => Ok(value),
            Some(name) => {
                let message = value
                    .get("message")
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                Err(Error::Browser(format!("{name}: {message}")))
            }
        }
    }

    fn exchange(&self, method: &str, path: &str, body: Option<&Value>) -> std::io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let body = body.map(Value::to_string).unwrap_or_default();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.address,
            body.len()
        )?;
        let mut reader = BufReader::new(stream);
        let mut length = None;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line)?;
            if line.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse::<u64>().ok();
            }
        }
        let mut answer = Vec::new();
        // Without a length the answer ends with the connection.
        reader
            .take(length.unwrap_or(u64::MAX))
            .read_to_end(&mut answer)?;
        Ok(answer)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

impl Session<'_> {
    /// Loads a page and waits for its `load` event.
    ///
    /// # Errors
    /// [`Error::Browser`] with the driver's reason.
    pub fn go(&self, url: &str) -> Result<()> {
        self.command("url", &json!({ "url": url })).map(drop)
    }

    /// Runs a script whose last argument is the function to call with the result.
    ///
    /// # Errors
    /// [`Error::Browser`] when it throws or never calls back.
    pub fn ask(&self, script: &str, arguments: &Value) -> Result<Value> {
        self.command(
            "execute/async",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Sets how long a script may take to call back.
    ///
    /// # Errors
    /// [`Error::Browser`] with the driver's reason.
    pub fn allow_scripts(&self, time: Duration) -> Result<()> {
        let milliseconds = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        self.command("timeouts", &json!({ "script": milliseconds }))
            .map(drop)
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// [`Error::Browser`] with the driver's reason.
    pub fn chromium(&self, name: &str, parameters: &Value) -> Result<Value> {
        self.command(
            "goog/cdp/execute",
            &json!({ "cmd": name, "params": parameters }),
        )
    }

    /// What the page wrote to the console since the last time, most severe included.
    ///
    /// # Errors
    /// [`Error::Browser`] with the driver's reason.
    pub fn console(&self) -> Result<Vec<String>> {
        let entries = self.command("se/log", &json!({ "type": "browser" }))?;
        let words = |entry: &Value| Some(entry.get("message")?.as_str()?.to_owned());
        Ok(entries
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(words)
            .collect())
    }

    fn command(&self, name: &str, body: &Value) -> Result<Value> {
        self.driver
            .send("POST", &format!("/session/{}/{name}", self.id), Some(body))
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        // The driver ends its browsers too when it is ended itself.
        drop(
            self.driver
                .send("DELETE", &format!("/session/{}", self.id), None),
        );
    }
}

/// Capabilities for a quiet headless Chromium of its own, with its console kept for reading.
pub fn headless_chromium(binary: &Path) -> Value {
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": binary.to_string_lossy(),
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--window-size=1280,900",
            ],
        },
    })
}

fn free_address() -> Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map_err(Error::network("find a free port"))
}
