//! Surfaces: a card holds one object, a section one topic.

use leptos::prelude::*;

/// A card: one object. Anything else is separated by lines and space.
#[component]
pub fn Card(
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! { <div class="card card-body">{children()}</div> }
}

/// A section of a page: ruled off above, headed by a level-3 heading that names it.
#[component]
pub fn Section(
    /// Id of the heading, unique in the page.
    #[prop(into)]
    id: String,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What stands at the end of the heading's line: a count, a state, a few small buttons.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// The topic.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head row">
                <h3 id=id.clone()>{move || title.get()}</h3>
                {aside.map(|aside| aside.run())}
            </div>
            {children()}
        </section>
    }
}
