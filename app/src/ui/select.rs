//! A choice among many.

use leptos::{html, prelude::*};
use web_sys::Element;

use super::chosen::{Chosen, labels, position_of};
use super::field_note::Described;
use super::{Choice, Field, Icon, IconName, Note};

/// A labelled native select. For two to four short options use [`Segmented`](super::Segmented).
#[component]
pub fn Select<T>(
    /// Id of the select; the note is `{id}-note`.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The options, in order.
    #[prop(into)]
    options: Signal<Vec<Choice<T>>>,
    /// The chosen value.
    #[prop(into)]
    selected: Signal<T>,
    /// Called with the value a person chose.
    #[prop(into)]
    on_select: Callback<(T,)>,
    /// What stands below.
    #[prop(optional, into)]
    note: MaybeProp<Note>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let control = control(id.clone(), labels(options), Chosen::among(options, selected, on_select), note);
    view! { <Field id label note>{control}</Field> }
}

fn control(id: String, labels: Signal<Vec<String>>, chosen: Chosen, note: MaybeProp<Note>) -> impl IntoView {
    let element = NodeRef::<html::Select>::new();
    bind(element, labels, chosen);
    let described = Described::new(&id, note);
    let choose = move |event| {
        if let Ok(position) = event_target_value(&event).parse() {
            chosen.choose.run((position,));
        }
    };
    view! {
        <div class="input-mark">
            <select class="input" id=id node_ref=element aria-describedby=move || described.described_by() on:change=choose>
                {move || labels.get().into_iter().enumerate().map(|(position, label)| view! {
                    <option value=position selected=chosen.position.get_untracked() == Some(position)>{label}</option>
                }).collect_view()}
            </select>
            <Icon name=IconName::ChevronDown/>
        </div>
    }
    .into_any()
}

/// Keeps the select in step. A choice made before the page was interactive wins.
fn bind(list: NodeRef<html::Select>, labels: Signal<Vec<String>>, chosen: Chosen) {
    Effect::new(move |bound: Option<bool>| {
        labels.track();
        let wanted = chosen.position.get();
        let Some(list) = list.get() else { return false };
        match early_choice(&list) {
            Some(early) if bound != Some(true) => chosen.choose.run((early,)),
            _ => list.set_selected_index(wanted.and_then(|at| at.try_into().ok()).unwrap_or(-1)),
        }
        true
    });
}

/// What a person chose instead of what the server had selected. Where it selected nothing the browser picks the
/// first option by itself, which is nobody's choice.
fn early_choice(list: &Element) -> Option<usize> {
    position_of(list, "option[selected]")?;
    position_of(list, "option:checked:not([selected])")
}
