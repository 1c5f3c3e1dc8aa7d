//! The lifetime of a token as a line.

use leptos::prelude::*;

/// How much of a lifetime has passed: a meter with its ends, and what lies between, written below.
#[component]
pub fn Lifetime(
    /// What has passed, 0 to 100 percent.
    #[prop(into)]
    passed: Signal<u8>,
    /// The same in words, such as "47:24 of 3600 s left".
    #[prop(into)]
    text: Signal<String>,
    /// What stands over the present moment, such as "Now 14:20:56".
    #[prop(optional, into)]
    now: Signal<String>,
    /// [`LifetimeMark`]s: when it began, when it ends.
    children: Children,
) -> impl IntoView {
    let passed = Signal::derive(move || passed.get().min(100));
    let at = move || [&passed.get().to_string(), "%"].concat();
    view! {
        <div class="lifetime">
            <div
                role="meter"
                aria-label="Lifetime"
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || passed.get()
                aria-valuetext=move || text.get()
            >
                <svg class="lifetime-track" aria-hidden="true">
                    <rect class="whole" y="5" width="100%" height="10" rx="5"/>
                    <rect class="passed" y="5" width=at height="10" rx="5"/>
                    <line class="now" x1=at x2=at y1="3" y2="17"/>
                    <text x=at y="-6" text-anchor=move || anchor(passed.get())>{move || now.get()}</text>
                </svg>
            </div>
            <ol class="lifetime-marks">{children()}</ol>
        </div>
    }
}

/// Keeps the words over the line within its ends.
fn anchor(passed: u8) -> &'static str {
    match passed {
        ..15 => "start",
        85.. => "end",
        _ => "middle",
    }
}

/// An end of the lifetime.
#[component]
pub fn LifetimeMark(
    /// What it is.
    #[prop(into)]
    label: String,
    /// A `<time>`, or a duration.
    children: Children,
) -> impl IntoView {
    view! { <li><b>{label}</b>{children()}</li> }
}
