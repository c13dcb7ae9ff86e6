//! Starts the app in the page that `index.html` laid out.

fn main() {
    roadmap_explorer::start();
}
