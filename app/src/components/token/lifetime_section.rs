//! How long the token lives.

use leptos::prelude::*;

use super::life::{Life, life};
use crate::{
    components::{
        lifetime::{Lifetime, LifetimeMark},
        moment,
    },
    ui::Section,
};

/// The lifetime as a line, and what is left of it.
#[component]
pub fn LifetimeSection() -> impl IntoView {
    let life = life();
    let told = Memo::new(move |_| life.get().is_some());
    view! {
        <Section id="lifetime" title="Lifetime" aside=move || view! { <TimeLeft life=life.into()/> }>
            {move || if told.get() {
                view! { <Line life=life.into()/> }.into_any()
            } else {
                view! { <p class="muted">"The server told no lifetime (expires_in). Ask for a new token when an API refuses this one."</p> }.into_any()
            }}
        </Section>
    }
}

/// What is left. A timer is no live region: it would never stop speaking.
#[component]
fn TimeLeft(life: Signal<Option<Life>>) -> impl IntoView {
    let total = Memo::new(move |_| life.get().map(Life::total));
    let left = move || life.get().map(Life::countdown).unwrap_or_default();
    view! {
        {move || total.get().map(|total| view! {
            <span class="small muted">
                {total} " s in total · "
                <span class="numeric" role="timer" aria-label="Time left" aria-live="off">{left} " left"</span>
            </span>
        })}
    }
}

#[component]
fn Line(life: Signal<Option<Life>>) -> impl IntoView {
    let passed = Signal::derive(move || life.get().map_or(0, Life::passed));
    let text = Signal::derive(move || {
        life.get().map_or_else(String::new, |life| {
            [&life.words(), " of ", &life.total().to_string(), " s left"].concat()
        })
    });
    let time =
        move |moment: fn(Life) -> i64| move || life.get().map(|life| view! { <MomentOf ms=moment(life)/> });
    let now = Signal::derive(move || {
        life.get().map_or_else(String::new, |life| ["Now ", &moment::time_of_day(life.now_ms)].concat())
    });
    view! {
        <Lifetime passed text now>
            <LifetimeMark label="Issued">{time(|life| life.received_ms)}</LifetimeMark>
            <LifetimeMark label="Expires">{time(|life| life.expires_ms)}</LifetimeMark>
        </Lifetime>
    }
}

#[component]
fn MomentOf(ms: i64) -> impl IntoView {
    view! { <time class="numeric" datetime=moment::iso(ms)>{moment::time_of_day(ms)} " UTC"</time> }
}
