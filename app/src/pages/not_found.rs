//! What an address that leads nowhere shows.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_meta::Title;

use crate::{app::PAGE_HEADING, routes};

/// How a page tells whoever serves it that there is nothing at this address. The server provides it as context and
/// answers 404 when it is raised; in the browser there is no status to set.
#[derive(Clone)]
pub struct NotFoundSignal(Arc<dyn Fn() + Send + Sync>);

impl NotFoundSignal {
    /// A signal that calls `raised`.
    pub fn new(raised: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Arc::new(raised))
    }

    fn raise(&self) {
        (self.0)();
    }
}

/// The page for an unknown address.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    if let Some(signal) = use_context::<NotFoundSignal>() {
        signal.raise();
    }
    view! {
        <Title text="Not found"/>
        <main class="page" id="main">
            <div>
                <h1 class="step-title" id=PAGE_HEADING tabindex="-1">"There is no page at this address"</h1>
                <p class="lead">"The address may be mistyped. Nothing was sent and nothing was lost."</p>
            </div>
            <div class="row">
                <a class="btn" href=routes::HOME>"Home"</a>
                <a class="btn" href=routes::CLIENT_CREDENTIALS>"Client credentials"</a>
            </div>
        </main>
    }
}
