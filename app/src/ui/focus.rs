//! Moving the keyboard focus.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Focuses the element with this id, once what is being shown has been drawn.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            // Only an element that takes no focus refuses, and then it stays where it was.
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Takes the focus from the control that has it, which thereby has been left.
pub fn leave_field() {
    if let Some(element) =
        document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        // An element that cannot be left has nothing to say about it.
        let _ = element.blur();
    }
}
