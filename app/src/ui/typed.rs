//! Text controls that follow a value.

use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Keeps the text of `control` equal to `value`. What a person typed before the page was interactive is not
/// overwritten but reported through `on_input`.
pub(super) fn bind_value<E>(control: NodeRef<E>, value: Signal<String>, on_input: Callback<(String,)>)
where
    E: ElementType,
    E::Output: JsCast + Clone + 'static,
{
    Effect::new(move |bound: Option<bool>| {
        let wanted = value.get();
        let Some(control) = control.get() else { return false };
        // Text areas name `value` and `defaultValue` as inputs do.
        let control: HtmlInputElement = control.unchecked_into();
        let shown = control.value();
        if bound != Some(true) && shown != control.default_value() {
            on_input.run((shown,));
        } else if shown != wanted {
            control.set_value(&wanted);
        }
        true
    });
}
