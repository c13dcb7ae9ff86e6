//! A static server for this machine only: the finished build as a static host would serve it,
//! with its `_headers` rules and its compressed twins. It also serves the browser tests.
//!
//! In order: [`request`] (what is asked, made safe) -> [`answer`] (a file, a redirect or a no).

pub mod answer;
pub mod request;

use crate::{
    error::{Error, Result},
    headers::HeaderRules,
};
use std::{
    io::Write,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long a connection may stay silent before it is closed.
const SILENCE: Duration = Duration::from_secs(10);

/// A running server; dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

/// What every connection of one server shares.
#[derive(Debug)]
struct Site {
    root: PathBuf,
    headers: HeaderRules,
}

/// Serves the folder at 127.0.0.1 on this port; port 0 takes any free one.
///
/// # Errors
/// [`Error::File`] when the folder is not there, [`Error::Network`] when the port is taken.
pub fn serve_dir(root: &Path, headers: HeaderRules, port: u16) -> Result<Server> {
    let root = root.canonicalize().map_err(Error::file("serve", root))?;
    let doing = || format!("listen on 127.0.0.1:{port}");
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(Error::network(doing()))?;
    let address = listener.local_addr().map_err(Error::network(doing()))?;
    let stop = Arc::new(AtomicBool::new(false));
    let site = Arc::new(Site { root, headers });
    let stopping = Arc::clone(&stop);
    let accepting = thread::spawn(move || {
        for stream in listener.incoming() {
            if stopping.load(Ordering::Acquire) {
                break;
            }
            // A connection that failed before it began concerns nobody else.
            if let Ok(stream) = stream {
                let site = Arc::clone(&site);
                thread::spawn(move || converse(&site, stream));
            }
        }
    });
    Ok(Server {
        address,
        stop,
        accepting: Some(accepting),
    })
}

impl Server {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of a path, as in `url("/?mode=embed")`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The same by the name `localhost`, which browsers take for another origin.
    pub fn other_origin_url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.address.port())
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            // A panic in the accepting thread has been printed; there is no more to tell.
            drop(accepting.join());
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
        // The accepting thread sleeps until somebody calls; this call only wakes it.
        drop(TcpStream::connect(self.address));
        if let Some(accepting) = self.accepting.take() {
            drop(accepting.join());
        }
    }
}

/// Answers one request and closes. A reader who went away is no fault of ours, so a failed write
/// ends the conversation quietly.
fn converse(site: &Site, mut stream: TcpStream) {
    if stream.set_read_timeout(Some(SILENCE)).is_err()
        || stream.set_write_timeout(Some(SILENCE)).is_err()
    {
        return;
    }
    let Some(asked) = request::read(&mut stream) else {
        return;
    };
    let (answer, body_wanted) = match asked {
        Ok(request) => (
            answer::to(&request, &site.root, &site.headers),
            !request.head_only,
        ),
        Err(refusal) => (
            answer::Answer::plain(refusal.status(), refusal.words()),
            true,
        ),
    };
    if stream.write_all(&answer.to_bytes(body_wanted)).is_ok() {
        drop(stream.flush());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, io::Read};

    /// A site in a temporary folder with a secret beside it.
    struct Sample {
        folder: PathBuf,
        server: Server,
    }

    impl Sample {
        fn new(name: &str) -> Self {
            let folder =
                std::env::temp_dir().join(format!("xtask-server-{name}-{}", std::process::id()));
            let site = folder.join("site");
            fs::create_dir_all(site.join("data")).unwrap();
            fs::write(folder.join("secret.txt"), "secret").unwrap();
            fs::write(site.join("index.html"), "<p>home").unwrap();
            fs::write(site.join("a b.css"), "p{}").unwrap();
            fs::write(site.join("app.wasm"), "raw").unwrap();
            fs::write(site.join("app.wasm.br"), "brotli").unwrap();
            fs::write(site.join("app.wasm.gz"), "gzip").unwrap();
            fs::write(site.join("_headers"), "/*\n  X-Rule: yes\n").unwrap();
            fs::write(site.join("data/index.html"), "<p>data").unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink(folder.join("secret.txt"), site.join("link.txt")).unwrap();
            let server = serve_dir(&site, HeaderRules::read(&site).unwrap(), 0).unwrap();
            Self { folder, server }
        }

        fn ask(&self, head: &str) -> String {
            let mut stream = TcpStream::connect(self.server.address()).unwrap();
            stream.write_all(head.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        }

        fn get(&self, target: &str, more: &str) -> String {
            self.ask(&format!("GET {target} HTTP/1.1\r\nHost: x\r\n{more}\r\n"))
        }
    }

    impl Drop for Sample {
        fn drop(&mut self) {
            drop(fs::remove_dir_all(&self.folder));
        }
    }

    #[test]
    fn files_come_with_their_kind_and_the_rules() {
        let site = Sample::new("kinds");
        let home = site.get("/?area=x&mode=embed", "");
        assert!(home.starts_with("HTTP/1.1 200 "), "{home}");
        assert!(
            home.contains("Content-Type: text/html; charset=utf-8\r\n"),
            "{home}"
        );
        assert!(
            home.contains("X-Rule: yes\r\n") && home.ends_with("<p>home"),
            "{home}"
        );
        assert!(
            site.get("/a%20b.css", "")
                .contains("Content-Type: text/css")
        );
        assert!(site.get("/data", "").contains("301 Moved"));
        assert!(site.get("/data/", "").ends_with("<p>data"));
    }

    #[test]
    fn compressed_twins_are_served_to_who_reads_them() {
        let site = Sample::new("twins");
        let brotli = site.get("/app.wasm", "Accept-Encoding: gzip, deflate, br\r\n");
        assert!(brotli.ends_with("\r\n\r\nbrotli") && brotli.contains("Content-Encoding: br\r\n"));
        assert!(brotli.contains("Content-Type: application/wasm\r\n"));
        assert!(
            site.get("/app.wasm", "accept-encoding: gzip, br;q=0\r\n")
                .ends_with("\r\n\r\ngzip")
        );
        let raw = site.get("/app.wasm", "");
        assert!(raw.ends_with("\r\n\r\nraw") && raw.contains("Vary: Accept-Encoding\r\n"));
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = Sample::new("outside");
        for target in [
            "/../secret.txt",
            "/data/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..%5csecret.txt",
            "//secret.txt",
            "/link.txt",
            "/_headers",
            "/%00",
            "/%zz",
            "secret.txt",
        ] {
            let answer = site.get(target, "");
            let refused =
                answer.starts_with("HTTP/1.1 400 ") || answer.starts_with("HTTP/1.1 404 ");
            assert!(refused && !answer.contains("secret"), "{target}: {answer}");
        }
    }

    #[test]
    fn other_methods_and_endless_heads_are_refused() {
        let site = Sample::new("methods");
        assert!(
            site.ask("POST / HTTP/1.1\r\n\r\n")
                .starts_with("HTTP/1.1 405 ")
        );
        assert!(site.ask("HEAD / HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n"));
        assert!(site.ask("nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
        let long = format!("/?x={}", "y".repeat(100_000));
        assert!(
            site.get(&long, "").starts_with("HTTP/1.1 200 "),
            "a link of 100 kB is read"
        );
    }

    #[test]
    fn a_dropped_server_gives_its_port_back() {
        let site = Sample::new("drop");
        let address = site.server.address();
        drop(site);
        assert!(TcpListener::bind(address).is_ok());
    }
}
