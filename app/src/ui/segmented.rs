//! Two to four short options, side by side.

use leptos::{html, prelude::*};

use super::Choice;
use super::chosen::{Chosen, labels};

/// A radio group drawn as one bar: native radio buttons, so arrow keys and the tab order are the browser's.
#[component]
pub fn Segmented<T>(
    /// Id of the group, and the name its radio buttons share.
    #[prop(into)]
    id: String,
    /// The accessible name of the group.
    #[prop(into)]
    legend: String,
    /// Whether the legend is only spoken.
    #[prop(optional)]
    legend_hidden: bool,
    /// The options, in order.
    #[prop(into)]
    options: Signal<Vec<Choice<T>>>,
    /// The chosen value.
    #[prop(into)]
    selected: Signal<T>,
    /// Called with the value a person chose.
    #[prop(into)]
    on_select: Callback<(T,)>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let legend_class = if legend_hidden { "visually-hidden" } else { "field-label" };
    group(id, legend, legend_class, labels(options), Chosen::among(options, selected, on_select))
}

fn group(
    id: String,
    legend: String,
    legend_class: &'static str,
    labels: Signal<Vec<String>>,
    chosen: Chosen,
) -> impl IntoView {
    let node = NodeRef::<html::Fieldset>::new();
    chosen.bind_radios(node);
    let legend_id = [&id, "-legend"].concat();
    let name = StoredValue::new(id.clone());
    view! {
        <fieldset class="field" role="radiogroup" id=id aria-labelledby=legend_id node_ref=node>
            <legend class=legend_class id=legend_id.clone()>{legend}</legend>
            <div class="segmented">
                {move || labels.get().into_iter().enumerate().map(|(position, label)| view! {
                    <label>
                        <input
                            type="radio"
                            name=name.get_value()
                            value=position
                            checked=chosen.position.get_untracked() == Some(position)
                            on:change=move |_| chosen.choose.run((position,))
                        />
                        {label}
                    </label>
                }).collect_view()}
            </div>
        </fieldset>
    }
    .into_any()
}
