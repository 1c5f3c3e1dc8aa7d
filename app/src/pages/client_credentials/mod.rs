//! The client-credentials flow, step by step.

mod configure;
mod flow;
mod navigation;
mod request;
#[cfg(test)]
mod tests;
mod token;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use self::flow::Flow;
use crate::{
    api::{ApiError, backend},
    app::PAGE_HEADING,
    ui::Skeleton,
    walkthrough::{Loaded, Step, load},
};

/// The page at `/flows/client-credentials`; `?step=` names the step.
#[component]
pub fn ClientCredentialsPage() -> impl IntoView {
    let query = use_query_map();
    let slug = Memo::new(move |_| query.get().get("step"));
    let loaded = remembered();
    // Whether a person came here by a link inside the app and saw the page wait.
    let waited = StoredValue::new(false);
    view! {
        <Title text="Client credentials"/>
        <Suspense fallback=Waiting>
            {move || {
                let loaded = loaded.get();
                waited.update_value(|waited| *waited |= loaded.is_none());
                loaded.map(|loaded| view! { <Flow loaded slug=slug.into() arrived=waited.get_value()/> }.into_any())
            }}
        </Suspense>
    }
}

/// What the server remembers of this session's walkthrough. It is part of the page where the request carried a session.
fn remembered() -> Resource<Result<Loaded, ApiError>> {
    let backend = backend();
    Resource::new(
        || (),
        move |()| {
            let backend = backend.clone();
            async move { load(&*backend?).await }
        },
    )
}

/// What stands there until the server has answered.
#[component]
fn Waiting() -> impl IntoView {
    view! {
        <main class="page" id="main">
            <h1 class="step-title" id=PAGE_HEADING tabindex="-1">"Client credentials"</h1>
            <Skeleton label="Loading what the server remembers"/>
        </main>
    }
}

/// The step a slug asks for.
fn asked(slug: Signal<Option<String>>) -> Signal<Option<Step>> {
    Signal::derive(move || Step::asked(slug.get().as_deref()))
}
