//! The part of radio groups, tabs and selects that does not depend on the type of their values: they work on
//! positions, so the compiler makes their views once.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::Choice;

/// Which position is chosen, and how to choose another.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    pub(super) position: Signal<Option<usize>>,
    pub(super) choose: Callback<(usize,)>,
}

impl Chosen {
    /// Translates between the values of `options` and their positions.
    pub(super) fn among<T>(
        options: Signal<Vec<Choice<T>>>,
        selected: Signal<T>,
        on_select: Callback<(T,)>,
    ) -> Self
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        let position = Signal::derive(move || {
            let selected = selected.get();
            options.with(|options| options.iter().position(|option| option.value == selected))
        });
        let choose = Callback::new(move |(position,): (usize,)| {
            let value =
                options.with_untracked(|options| options.get(position).map(|option| option.value.clone()));
            if let Some(value) = value {
                on_select.run((value,));
            }
        });
        Self { position, choose }
    }

    pub(super) fn is(self, position: usize) -> bool {
        self.position.get() == Some(position)
    }

    /// Keeps the radio buttons of `group` in step. A choice made before the page was interactive wins.
    pub(super) fn bind_radios(self, group: NodeRef<html::Fieldset>) {
        Effect::new(move |bound: Option<bool>| {
            let wanted = self.position.get();
            let Some(group) = group.get() else { return false };
            match position_of(&group, "input:checked:not([checked])") {
                Some(early) if bound != Some(true) => self.choose.run((early,)),
                _ => check_position(&group, wanted),
            }
            true
        });
    }
}

/// The position that the first element matching `selector` carries as its value.
pub(super) fn position_of(within: &Element, selector: &str) -> Option<usize> {
    within.query_selector(selector).ok()??.get_attribute("value")?.parse().ok()
}

fn check_position(group: &Element, wanted: Option<usize>) {
    let (selector, checked) = match wanted {
        Some(position) => (["input[value=\"", &position.to_string(), "\"]"].concat(), true),
        None => ("input:checked".to_owned(), false),
    };
    if let Ok(Some(radio)) = group.query_selector(&selector) {
        radio.unchecked_into::<HtmlInputElement>().set_checked(checked);
    }
}

/// The names of the options, in order.
pub(super) fn labels<T>(options: Signal<Vec<Choice<T>>>) -> Signal<Vec<String>>
where
    T: Clone + Send + Sync + 'static,
{
    Signal::derive(move || {
        options.with(|options| options.iter().map(|option| option.label.clone()).collect())
    })
}
