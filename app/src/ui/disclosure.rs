//! What opens in place. Both work without JavaScript, and nothing is shown on hover only.

use leptos::prelude::*;

use super::{Icon, IconName};

/// A part that most people do not need.
#[component]
pub fn Disclosure(
    /// What it is called.
    #[prop(into)]
    title: String,
    /// A few words on what is inside.
    #[prop(optional, into)]
    hint: String,
    /// Whether it is open at first.
    #[prop(optional, into)]
    open: bool,
    /// What opens.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>
                <Icon name=IconName::ChevronRight/>
                {title}
                {(!hint.is_empty()).then(|| view! { " " <span class="faint">{hint}</span> })}
            </summary>
            {children()}
        </details>
    }
}

/// An explanation, one question away.
#[component]
pub fn Help(
    /// The question a person has at this point.
    #[prop(into)]
    question: String,
    /// The answer, in one or two sentences.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="help small">
            <summary class="link-btn">{question}</summary>
            <p class="muted">{children()}</p>
        </details>
    }
}
