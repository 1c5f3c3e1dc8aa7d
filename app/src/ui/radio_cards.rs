//! Options that need a sentence each.

use leptos::{html, prelude::*};

use super::chosen::Chosen;
use super::{Choice, Grade, GradeLevel};

/// An option with a grade and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RadioCard<T> {
    /// What choosing it means, and its name in monospace.
    pub choice: Choice<T>,
    /// How it compares with the others.
    pub grade: GradeLevel,
    /// The word for the grade.
    pub word: &'static str,
    /// One sentence.
    pub meaning: &'static str,
}

/// A radio group of cards. A radio button is named by its option alone; grade and sentence describe it.
#[component]
pub fn RadioCards<T>(
    /// Id of the group, and the name its radio buttons share.
    #[prop(into)]
    id: String,
    /// The accessible name of the group.
    #[prop(into)]
    legend: String,
    /// The cards, in order.
    cards: Vec<RadioCard<T>>,
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
    let (choices, texts): (Vec<_>, Vec<_>) =
        cards.into_iter().map(|card| (card.choice, (card.grade, card.word, card.meaning))).unzip();
    let names: Vec<String> = choices.iter().map(|choice| choice.label.clone()).collect();
    let chosen = Chosen::among(Signal::stored(choices), selected, on_select);
    let node = NodeRef::<html::Fieldset>::new();
    chosen.bind_radios(node);
    let legend_id = [&id, "-legend"].concat();
    let group = id.clone();
    let cards = names.into_iter().zip(texts).enumerate();
    view! {
        <fieldset class="stack gap-2" role="radiogroup" id=id aria-labelledby=legend_id node_ref=node>
            <legend class="field-label" id=legend_id.clone()>{legend}</legend>
            <div class="columns columns-wide gap-2">
                {cards.map(|(position, (name, text))| card(&group, position, name, text, chosen)).collect_view()}
            </div>
        </fieldset>
    }
}

fn card(
    group: &str,
    position: usize,
    name: String,
    (grade, word, meaning): (GradeLevel, &'static str, &'static str),
    chosen: Chosen,
) -> impl IntoView + use<> {
    let id = [group, "-", &name].concat();
    let described = [&id, "-grade ", &id, "-meaning"].concat();
    view! {
        <label class="radio-card">
            <input
                type="radio"
                name=group.to_owned()
                value=position
                checked=chosen.position.get_untracked() == Some(position)
                aria-labelledby=id.clone()
                aria-describedby=described
                on:change=move |_| chosen.choose.run((position,))
            />
            <span class="mono"><b id=id.clone()>{name}</b></span>
            <Grade level=grade word attr:id=[&id, "-grade"].concat()/>
            <span class="small muted" id=[&id, "-meaning"].concat()>{meaning}</span>
        </label>
    }
}
