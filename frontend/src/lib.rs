//! The browser's entry: gives life to the page the server rendered, and does nothing else.
// A page is one nested type; the compiler's default depth is too small to lay it out.
#![recursion_limit = "256"]

use std::sync::Arc;

use app::api::{Backend, HttpBackend};
use leptos::prelude::provide_context;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page once the module is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_body(|| {
        provide_context::<Arc<dyn Backend>>(Arc::new(HttpBackend));
        app::App()
    });
}
