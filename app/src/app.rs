//! The app: what every page shares, and which page a path shows.

use std::time::Duration;

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    hooks::use_location,
};

use crate::{
    components::TopBar,
    pages::{ClientCredentialsPage, HomePage, NotFoundPage},
    routes,
    ui::{Announcer, LiveRegion, focus},
};

/// Id of the heading that takes the focus when a page opens; the skip link leads there too.
pub(crate) const PAGE_HEADING: &str = "step";

/// The app, the same on the server and in the browser.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    Announcer::provide();
    Effect::new(|_| say_interactive());
    view! {
        <Title formatter=|page: String| [&page, " · Authz Flows"].concat()/>
        <Router>
            <SkipLink/>
            <TopBar/>
            <Routes fallback=NotFoundPage>
                <Route path=routes::home() view=HomePage ssr=SsrMode::Async/>
                <Route path=routes::client_credentials() view=ClientCredentialsPage ssr=SsrMode::Async/>
            </Routes>
            <LiveRegion/>
            <FocusOnNavigation/>
        </Router>
    }
}

/// The first stop of the keyboard. It is `external` to the router, which would move the page but not the focus.
#[component]
fn SkipLink() -> impl IntoView {
    view! { <a class="skip-link btn btn-primary" href=["#", PAGE_HEADING].concat() rel="external">"Skip to content"</a> }
}

/// After a link to another page the focus goes to its heading, as it would with a fresh document.
#[component]
fn FocusOnNavigation() -> impl IntoView {
    let path = use_location().pathname;
    Effect::new(move |shown: Option<String>| {
        let path = path.get();
        if shown.is_some_and(|shown| shown != path) {
            focus(PAGE_HEADING);
        }
        path
    });
}

/// Tells suites, and nobody else, that events are handled from now on. Parts that waited for data come to life in
/// the tasks that are queued by now, so the word is given after them.
fn say_interactive() {
    let say = || {
        if let Some(root) = document().document_element() {
            // Cannot fail: the name is a valid one.
            let _ = root.set_attribute("data-hydrated", "true");
        }
    };
    set_timeout(say, Duration::ZERO);
}
