//! Code that is loaded when it is first needed, so that the first view stays small.
//!
//! A view becomes a part of its own by one line beside it and one in [`crate::views`]:
//!
//! ```text
//! lazy::part!(pub PART: Make = data, || view! { <DataPage/> }.into_any());   // src/data_page/mod.rs
//! (View::Data, _) => Shown::Lazily(&data_page::PART),                       // src/views.rs
//! ```
//!
//! `data` names the file, and all that only parts of this name use goes there; with `data in rooms`
//! it wears the stylesheet that `index.html` names for the part `rooms`, else one of its own name,
//! if there is one. A piece of a view
//! may be a part too, and be told what it is about: [`piece`] shows it. What is no view works as
//! well: the type is that of a function, which may be called once [`Part::get`] gave it.
//!
//! The release build has the feature `split`; without it everything is in one file and a part is
//! there at once, which is what the development server and the unit tests see.

use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::edge::address;
use crate::edge::style::{self, NotStyled};
use crate::show;

/// Makes the view of a part.
pub type Make = fn() -> AnyView;

/// A part on its way.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// The part's file or its stylesheet did not arrive; the browser's console says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A function whose code is loaded when it is first needed.
pub struct Part<T: 'static> {
    load: fn() -> Loading<T>,
    /// Whose stylesheet it wears.
    style: &'static str,
    loaded: OnceLock<T>,
}

impl<T: Copy> Part<T> {
    /// For [`part!`] only, which knows how to load it.
    pub const fn new(load: fn() -> Loading<T>, style: &'static str) -> Self {
        Self {
            load,
            style,
            loaded: OnceLock::new(),
        }
    }

    /// The function, loaded first when it is not there yet. After a failure it may be asked again.
    pub async fn get(&self) -> Result<T, NotLoaded> {
        match self.loaded.get() {
            Some(part) => Ok(*part),
            None => {
                // Both are on their way at once, and nothing is shown before it can look right.
                let style = style::of_part(self.style);
                let part = (self.load)().await?;
                style.await.map_err(|NotStyled| NotLoaded)?;
                Ok(*self.loaded.get_or_init(|| part))
            }
        }
    }

    /// Loads it for later; a failure is told when it is needed.
    pub fn prefetch(&'static self) {
        if self.loaded.get().is_none() {
            spawn_local(async {
                self.get().await.ok();
            });
        }
    }
}

/// Declares a part: its visibility and name, its type, the file it goes to, and the function.
macro_rules! part {
    ($(#[$doc:meta])* $visible:vis $name:ident: $kind:ty = $file:ident, $make:expr) => {
        $crate::lazy::part!($(#[$doc])* $visible $name: $kind = $file in $file, $make);
    };
    ($(#[$doc:meta])* $visible:vis $name:ident: $kind:ty = $file:ident in $style:ident, $make:expr) => {
        $(#[$doc])*
        $visible static $name: $crate::lazy::Part<$kind> = {
            #[cfg(feature = "split")]
            #[::leptos::wasm_split::wasm_split($file, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $file() -> Result<$kind, $crate::lazy::NotLoaded> {
                Ok($make)
            }
            #[cfg(not(feature = "split"))]
            async fn $file() -> Result<$kind, $crate::lazy::NotLoaded> {
                Ok($make)
            }
            $crate::lazy::Part::new(|| Box::pin($file()), stringify!($style))
        };
    };
}
pub(crate) use part;

/// A view of its own: quiet words while it loads, and a way on when it does not. The page is at
/// least as high as the window meanwhile, so that nothing below jumps.
pub fn view(part: &'static Part<Make>) -> AnyView {
    shown(part, |make| make(), whole_failure)
}

/// A piece of a view, made by `make` of what was loaded.
pub fn piece<T: Copy + Send + Sync>(
    part: &'static Part<T>,
    make: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    shown(part, make, small_failure)
}

fn shown<T: Copy + Send + Sync>(
    part: &'static Part<T>,
    make: impl Fn(T) -> AnyView + Send + Sync + 'static,
    failure: fn(Callback<()>) -> AnyView,
) -> AnyView {
    let state = RwSignal::new(part.loaded.get().map(|loaded| Ok(*loaded)));
    let load = move || {
        spawn_local(async move {
            let loaded = part.get().await;
            // Given back when the reader has gone elsewhere meanwhile.
            state.try_set(Some(loaded));
        });
    };
    if state.get_untracked().is_none() {
        load();
    }
    show::part(move || match state.get() {
        None => loading(),
        Some(Ok(loaded)) => make(loaded),
        Some(Err(NotLoaded)) => failure(Callback::new(move |()| {
            state.set(None);
            load();
        })),
    })
}

fn loading() -> AnyView {
    view! { <p class="loading" role="status" data-testid="part-loading">"Loading…"</p> }.into_any()
}

/// What still works, and what to do, in place of a whole view.
fn whole_failure(again: Callback<()>) -> AnyView {
    view! {
        <section class="hero" role="alert" data-testid="part-failed">
            <h1>"This part did not load"</h1>
            <p class="summary">
                "The rest of the explorer works, and the address above holds what you chose. Check your connection and try again. If that does not help, the site was perhaps renewed meanwhile: reload the page."
            </p>
            {ways_on(again)}
        </section>
    }
    .into_any()
}

/// The same in few words, in place of a piece.
fn small_failure(again: Callback<()>) -> AnyView {
    view! {
        <div role="alert" data-testid="part-failed">
            <p>"This did not load; the rest of the page works."</p>
            {ways_on(again)}
        </div>
    }
    .into_any()
}

fn ways_on(again: Callback<()>) -> AnyView {
    view! {
        <p class="find">
            <button type="button" data-testid="part-again" on:click=move |_| again.run(())>"Try again"</button>
            <a class="button" href=address::whole()>"Reload the page"</a>
        </p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use leptos::mount::mount_to;
    use wasm_bindgen::JsCast;
    use wasm_bindgen_test::wasm_bindgen_test;
    use web_sys::HtmlElement;

    use super::*;
    use crate::tests::Piece;

    part!(AT_ONCE: Make = at_once, || view! { <p id="at-once"></p> }.into_any());

    static IS_CUT_OFF: AtomicBool = AtomicBool::new(true);
    static FLAKY: Part<Make> = Part::new(
        || {
            Box::pin(async {
                if IS_CUT_OFF.load(Ordering::Relaxed) {
                    return Err(NotLoaded);
                }
                Ok((|| view! { <p id="flaky"></p> }.into_any()) as Make)
            })
        },
        "none",
    );

    fn find(piece: &Piece, what: &str) -> Option<HtmlElement> {
        let found = piece.0.query_selector(what).unwrap();
        found.map(JsCast::unchecked_into)
    }

    #[wasm_bindgen_test]
    async fn a_part_is_shown_once_it_is_there_and_then_at_once() {
        let piece = Piece::of("");
        let place = || piece.0.clone().unchecked_into::<HtmlElement>();
        let first = mount_to(place(), || view(&AT_ONCE));
        assert!(find(&piece, "[role=status]").is_some());
        AT_ONCE.get().await.unwrap();
        leptos::task::tick().await;
        assert!(find(&piece, "#at-once").is_some());
        drop(first);
        let again = mount_to(place(), || view(&AT_ONCE));
        assert!(find(&piece, "#at-once").is_some());
        drop(again);
    }

    #[wasm_bindgen_test]
    async fn a_part_that_does_not_come_may_be_asked_for_again() {
        let piece = Piece::of("");
        let place = piece.0.clone().unchecked_into::<HtmlElement>();
        let mounted = mount_to(place, || view(&FLAKY));
        assert_eq!(FLAKY.get().await, Err(NotLoaded));
        leptos::task::tick().await;
        let again = find(&piece, "[data-testid=part-again]").unwrap();
        assert!(find(&piece, "[role=alert]").is_some());
        IS_CUT_OFF.store(false, Ordering::Relaxed);
        again.click();
        leptos::task::tick().await;
        leptos::task::tick().await;
        assert!(find(&piece, "#flaky").is_some());
        drop(mounted);
    }
}
