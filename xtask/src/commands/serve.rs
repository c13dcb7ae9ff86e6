//! `cargo xtask serve`: the explorer at a loopback address, rebuilt as files change; with
//! `--dist`, the finished release build under its own headers.

use crate::{
    error::{Error, Result},
    headers::HeaderRules,
    paths, process, server,
};
use std::{
    net::{Ipv4Addr, TcpListener},
    path::Path,
};

/// How many ports are tried when the wanted one is taken.
const PORTS_TRIED: u16 = 50;

/// Serves until it is stopped.
///
/// # Errors
/// [`Error::Network`] when no port is free, else the first step that fails.
pub fn run(root: &Path, port: u16, release: bool) -> Result<()> {
    if release {
        serve_release(root, port)
    } else {
        serve_development(root, port)
    }
}

fn serve_development(root: &Path, port: u16) -> Result<()> {
    super::require_pack(root)?;
    let mut trunk = super::trunk(root, "serve")?;
    let port = free_port(port)?;
    println!(
        "The explorer will be at http://127.0.0.1:{port}/ once it is built (the first time takes a minute or two)."
    );
    println!("Stop with Ctrl-C.");
    // Not into dist/, which is the release build's.
    trunk
        .args(["--address", "127.0.0.1", "--port", &port.to_string()])
        .arg("--dist")
        .arg(root.join("target/serve"));
    process::run("trunk serve", &mut trunk)
}

fn serve_release(root: &Path, port: u16) -> Result<()> {
    let dist = paths::dist();
    if dist.join("_headers").is_file() {
        println!("Serving the release build that is in dist/; `cargo xtask build` renews it.");
    } else {
        super::build::run(root)?;
    }
    let server = server::serve_dir(&dist, HeaderRules::read(&dist)?, free_port(port)?)?;
    println!("The explorer is at {}", server.url("/"));
    println!("Stop with Ctrl-C.");
    server.wait();
    Ok(())
}

/// The wanted port, or the next one that is free.
fn free_port(wanted: u16) -> Result<u16> {
    let last = wanted.saturating_add(PORTS_TRIED);
    let mut refusal = None;
    for port in wanted..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .and_then(|listener| listener.local_addr())
        {
            Ok(address) => return Ok(address.port()),
            Err(reason) => refusal = Some(reason),
        }
    }
    let source = refusal.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into());
    Err(Error::Network {
        doing: format!("find a free port from {wanted} to {last}"),
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_leads_to_the_next() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert_ne!(free_port(port).unwrap(), port);
    }
}
