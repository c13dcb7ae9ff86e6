//! What the benchmark ran on, so that figures can be compared.

use serde_json::Value;
use std::{fs, thread};

/// The machine and the browser.
#[derive(Debug, PartialEq, Eq)]
pub struct Machine {
    /// How many threads it can run at once, when it says.
    pub cores: Option<usize>,
    /// The processor's name, when the system tells.
    pub processor: Option<String>,
    /// The browser's name and version.
    pub browser: String,
}

/// Asks the system, and the capabilities the browser gave.
pub fn describe(capabilities: &Value) -> Machine {
    let text = |key: &str| {
        capabilities
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or("unknown")
    };
    Machine {
        cores: thread::available_parallelism().ok().map(usize::from),
        processor: fs::read_to_string("/proc/cpuinfo")
            .ok()
            .and_then(|text| processor_name(&text)),
        browser: format!("{} {}", text("browserName"), text("browserVersion")),
    }
}

fn processor_name(cpuinfo: &str) -> Option<String> {
    let lines = cpuinfo.lines().filter_map(|line| line.split_once(':'));
    let mut names = lines.filter(|(key, _)| key.trim() == "model name");
    names.next().map(|(_, name)| name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_is_named_once() {
        let text =
            "processor\t: 0\nmodel name\t: Quick One\nprocessor : 1\nmodel name : Quick One\n";
        assert_eq!(processor_name(text).as_deref(), Some("Quick One"));
        assert_eq!(processor_name("processor : 0"), None);
    }
}
