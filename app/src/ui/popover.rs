//! A panel that opens over the page.

use leptos::prelude::*;

use super::{Icon, IconName};

/// A ghost button with an icon and the panel it opens. The browser's own popover: it closes on Escape and on a press
/// outside, and it works without JavaScript.
#[component]
pub fn Popover(
    /// Id of the panel.
    #[prop(into)]
    id: String,
    /// The accessible name of the button.
    #[prop(into)]
    label: String,
    /// What the button shows.
    icon: IconName,
    /// The class that places the panel.
    class: &'static str,
    /// What the panel holds.
    children: Children,
) -> impl IntoView {
    view! {
        <button class="btn btn-ghost btn-sm btn-icon" type="button" popovertarget=id.clone() aria-label=label>
            <Icon name=icon/>
        </button>
        <div class=super::classes(&["pop", class]) id=id popover="auto">{children()}</div>
    }
}
