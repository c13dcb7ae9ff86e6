//! A browser's driver as a process, and the screen it may need. Both end with their owner.

use super::{
    engine::{self, Engine},
    failure::{Failure, Outcome},
    scratch::Scratch,
};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

/// A driver is asked this often, this far apart, whether it is ready.
const READY_TRIES: u32 = 150;
const READY_PAUSE: Duration = Duration::from_millis(100);
/// A browser that does not close within this time is ended.
const CLOSE_PATIENCE: Duration = Duration::from_secs(10);

/// A running driver; dropping it closes its browser and ends both.
#[derive(Debug)]
pub struct Driver {
    address: SocketAddr,
    /// The open browser, to be closed when the journey could not do it.
    session: Option<String>,
    output: PathBuf,
    _process: Process,
    // After the driver, which draws on it.
    _screen: Option<Screen>,
}

/// A process in a group of its own; dropping it ends the whole group.
#[derive(Debug)]
struct Process(Child);

/// A virtual screen.
#[derive(Debug)]
struct Screen {
    number: String,
    _process: Process,
}

impl Driver {
    /// Starts the engine's driver on a free port and waits until it answers. What driver and
    /// browser print is kept in the scratch folder.
    ///
    /// # Errors
    /// When a program is missing, cannot start, or never answers.
    pub fn start(engine: Engine, scratch: &Scratch) -> Outcome<Self> {
        let screen = engine.needs_screen().then(Screen::start).transpose()?;
        let address = free_address()?;
        let output = scratch.path().join("driver.log");
        let log = File::create(&output)?;
        let mut command = engine.driver_command()?;
        command
            .arg(format!("--port={}", address.port()))
            .stdin(Stdio::null())
            .stderr(log.try_clone()?)
            .stdout(log);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.number);
        }
        if engine == Engine::Firefox {
            // Its second port would be the same for two drivers at once.
            command.arg(format!("--websocket-port={}", free_address()?.port()));
        }
        let driver = Self {
            address,
            session: None,
            output,
            _process: Process::start(&mut command)?,
            _screen: screen,
        };
        for _ in 0..READY_TRIES {
            if driver
                .ask("GET", "/status")
                .is_ok_and(|answer| answer.contains("\"ready\":true"))
            {
                return Ok(driver);
            }
            thread::sleep(READY_PAUSE);
        }
        Err(Failure::new(format!(
            "the driver of {engine} started but never answered: {}",
            driver.printed()
        )))
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Remembers the browser that was opened.
    pub fn opened(&mut self, session: Option<String>) {
        self.session = session;
    }

    /// Everything driver and browser have printed.
    pub fn printed(&self) -> String {
        fs::read(&self.output)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }

    /// A request without a body, outside the client: the client may be gone already.
    fn ask(&self, method: &str, path: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(CLOSE_PATIENCE))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            self.address
        )?;
        let mut answer = Vec::new();
        let mut chunk = [0_u8; 4096];
        // A driver may keep the connection open; the answers asked for here are short.
        while !answer.ends_with(b"}") {
            match stream.read(&mut chunk)? {
                0 => break,
                count => answer.extend_from_slice(chunk.get(..count).unwrap_or_default()),
            }
        }
        Ok(String::from_utf8_lossy(&answer).replace(": ", ":"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(session) = &self.session {
            // When it is closed already, the driver says so, and all is well.
            drop(self.ask("DELETE", &format!("/session/{session}")));
        }
    }
}

impl Screen {
    /// Starts it under a number that it chooses itself.
    fn start() -> Outcome<Self> {
        let mut command = Command::new(engine::xvfb()?);
        command
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1200x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut process = Process::start(&mut command)?;
        let stdout = process
            .0
            .stdout
            .take()
            .ok_or_else(|| Failure::new("Xvfb has no output"))?;
        let mut number = String::new();
        BufReader::new(stdout).read_line(&mut number)?;
        if number.trim().is_empty() {
            return Err(Failure::new("Xvfb found no free screen"));
        }
        Ok(Self {
            number: format!(":{}", number.trim()),
            _process: process,
        })
    }
}

impl Process {
    fn start(command: &mut Command) -> Outcome<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        // The group has the process's own number, so that browsers left behind end with it.
        let child = command.process_group(0).spawn();
        child
            .map(Self)
            .map_err(|error| Failure::new(format!("could not start {name}: {error}")))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let mut kill = Command::new("kill");
        // Before the wait, while the number is certainly still ours.
        drop(
            kill.args(["-KILL", "--", &group])
                .stderr(Stdio::null())
                .status(),
        );
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn free_address() -> Outcome<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
