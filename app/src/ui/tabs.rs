//! Tabs: several views of one thing.

use leptos::{ev::KeyboardEvent, prelude::*};

use super::chosen::{Chosen, labels};
use super::{Choice, focus};

/// A tab list. Arrow keys, Home and End move between tabs and choose at once; the list is one tab stop.
/// The panel is a [`TabPanel`] with the same id.
#[component]
pub fn Tabs<T>(
    /// Id of the list; tabs are `{id}-tab-0` and so on, the panel is `{id}-panel`.
    #[prop(into)]
    id: String,
    /// The accessible name of the list.
    #[prop(into)]
    label: String,
    /// The tabs, in order.
    #[prop(into)]
    options: Signal<Vec<Choice<T>>>,
    /// The chosen tab.
    #[prop(into)]
    selected: Signal<T>,
    /// Called with the tab a person chose.
    #[prop(into)]
    on_select: Callback<(T,)>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    list(id, label, labels(options), Chosen::among(options, selected, on_select))
}

fn list(id: String, label: String, labels: Signal<Vec<String>>, chosen: Chosen) -> impl IntoView {
    let id = StoredValue::new(id);
    let key = move |event: KeyboardEvent| {
        let count = labels.with_untracked(Vec::len);
        let current = chosen.position.get_untracked().unwrap_or_default();
        if let Some(next) = moved(&event.key(), current, count) {
            event.prevent_default();
            chosen.choose.run((next,));
            focus(&id.with_value(|id| tab_id(id, next)));
        }
    };
    view! {
        <div class="tabs row" role="tablist" aria-label=label on:keydown=key>
            {move || labels.get().into_iter().enumerate().map(|(position, label)| view! {
                <button
                    class="tab"
                    type="button"
                    role="tab"
                    id=id.with_value(|id| tab_id(id, position))
                    aria-selected=move || if chosen.is(position) { "true" } else { "false" }
                    aria-controls=id.with_value(|id| panel_id(id))
                    tabindex=move || if chosen.is(position) { "0" } else { "-1" }
                    on:click=move |_| chosen.choose.run((position,))
                >
                    {label}
                </button>
            }).collect_view()}
        </div>
    }
    .into_any()
}

/// What the chosen tab shows.
#[component]
pub fn TabPanel(
    /// Id of the [`Tabs`].
    #[prop(into)]
    tabs: String,
    /// Position of the chosen tab, which names the panel.
    #[prop(into)]
    position: Signal<usize>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let panel = panel_id(&tabs);
    view! {
        <div role="tabpanel" id=panel tabindex="0" aria-labelledby=move || tab_id(&tabs, position.get())>
            {children()}
        </div>
    }
}

fn tab_id(list: &str, position: usize) -> String {
    [list, "-tab-", &position.to_string()].concat()
}

fn panel_id(list: &str) -> String {
    [list, "-panel"].concat()
}

/// Where a key leads from `current`, round the ends.
pub(super) fn moved(key: &str, current: usize, count: usize) -> Option<usize> {
    match key {
        _ if count == 0 => None,
        "ArrowRight" => Some((current + 1) % count),
        "ArrowLeft" => Some((current + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}
