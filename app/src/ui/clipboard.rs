//! The clipboard.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Reflect;

/// Puts `text` on the clipboard and says whether that worked. Browsers refuse outside a secure context (`https`, or
/// loopback), and there the clipboard object does not even exist.
pub async fn copy_text(text: &str) -> bool {
    let navigator = window().navigator();
    let offered = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    offered && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
