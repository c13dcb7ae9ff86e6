//! Colours and text size, kept on the device.

use leptos::prelude::*;
use roadmap_core::page::{Keyed, Mode, TextSize, ThemeChoice};

use crate::explorer::Explorer;
use crate::show;

/// Two small native lists and the way to the stage.
#[component]
pub fn Settings() -> impl IntoView {
    let explorer = Explorer::here();
    let theme = explorer.theme_choice();
    let text = explorer.text_size();
    view! {
        <details class="menu settings" data-testid="settings">
            <summary>"Display"</summary>
            <div class="menu-panel">
                <label>
                    "Colours"
                    <select
                        data-testid="theme-select"
                        prop:value=show::text(move || theme.get().map_or("", Keyed::key).to_owned())
                        on:change:target=move |event| {
                            explorer.choose_theme(ThemeChoice::from_key(&event.target().value()));
                        }
                    >
                        <option value="">"As this device"</option>
                        <option value="light">"Light"</option>
                        <option value="dark">"Dark"</option>
                        <option value="contrast">"High contrast"</option>
                    </select>
                </label>
                <label>
                    "Text size"
                    <select
                        data-testid="text-size-select"
                        prop:value=show::text(move || text.get().key().to_owned())
                        on:change:target=move |event| {
                            explorer.choose_text_size(TextSize::from_key(&event.target().value()).unwrap_or_default());
                        }
                    >
                        <option value="normal">"Normal"</option>
                        <option value="large">"Large"</option>
                        <option value="larger">"Larger"</option>
                    </select>
                </label>
                <button type="button" data-testid="to-hall" on:click=move |_| explorer.go(|page| page.mode = Mode::Hall)>
                    "Present on a stage"
                </button>
            </div>
        </details>
    }
}
