//! The bar at the top of every page.

use leptos::{html, prelude::*};
use leptos_router::components::A;

use super::{brand::BrandMark, theme_menu::ThemeMenu};
use crate::{
    routes,
    ui::{Icon, IconName},
};

/// Brand, main navigation and theme.
#[component]
pub fn TopBar() -> impl IntoView {
    view! {
        <header class="topbar row">
            <button class="btn btn-ghost btn-icon topnav-open" type="button" popovertarget="topnav" aria-label="Menu">
                <Icon name=IconName::Menu/>
            </button>
            <a class="brand" href=routes::HOME aria-label="Authz Flows, home">
                <BrandMark/>
                <span class="wide-only">"Authz Flows"</span>
            </a>
            <MainNavigation/>
            <div class="topbar-end row push"><ThemeMenu/></div>
        </header>
    }
}

/// In place on a wide screen, a popover behind the menu button on a narrow one.
#[component]
fn MainNavigation() -> impl IntoView {
    let node = NodeRef::<html::Nav>::new();
    let close = move |_| {
        if let Some(nav) = node.get() {
            // A popover that is not open refuses to be closed.
            let _ = nav.hide_popover();
        }
    };
    view! {
        <nav class="topnav" id="topnav" node_ref=node popover="auto" aria-label="Main" on:click=close>
            <ul>
                <li><A href=routes::CLIENT_CREDENTIALS>"Client credentials"</A></li>
            </ul>
        </nav>
    }
    .into_any()
}
