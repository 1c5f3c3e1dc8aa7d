//! The choice of colours.

use leptos::prelude::*;

use crate::{
    theme::Theme,
    ui::{Choice, IconName, Popover, Segmented},
};

/// A button that opens the choice of light, dark or the system's colours.
#[component]
pub(super) fn ThemeMenu() -> impl IntoView {
    let theme = RwSignal::new(Theme::default());
    // Only the browser knows what was kept, and only once the page is its own.
    Effect::new(move |_| theme.set(Theme::kept()));
    let choose = move |chosen: Theme| {
        theme.set(chosen);
        chosen.keep();
        chosen.apply();
    };
    let options = vec![
        Choice::new(Theme::Light, "Light"),
        Choice::new(Theme::Dark, "Dark"),
        Choice::new(Theme::System, "System"),
    ];
    view! {
        <Popover id="theme-menu" label="Theme" icon=IconName::Theme class="theme-menu">
            <Segmented id="theme" legend="Theme" legend_hidden=true options selected=theme on_select=choose/>
        </Popover>
    }
}
