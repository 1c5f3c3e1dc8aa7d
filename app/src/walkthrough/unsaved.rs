//! A draft that is not on the server yet, kept by the browser for this tab: a reload may overtake the save, and a
//! server may be away. A draft holds no credential.

use gloo_storage::{SessionStorage, Storage};
use leptos::prelude::window;

use super::Draft;

const KEY: &str = "authz-flows.unsaved-draft";

/// Keeps what is not saved. A browser that keeps nothing loses it with the page.
pub(super) fn keep(draft: &Draft) {
    if storage_is_open() && SessionStorage::set(KEY, draft).is_err() {
        forget();
    }
}

/// What was not saved when this tab's page went.
pub(super) fn kept() -> Option<Draft> {
    if storage_is_open() { SessionStorage::get(KEY).ok() } else { None }
}

/// The server has it.
pub(super) fn forget() {
    if storage_is_open() {
        SessionStorage::delete(KEY);
    }
}

/// Browsers can refuse storage altogether, and `gloo-storage` takes it for granted.
fn storage_is_open() -> bool {
    matches!(window().session_storage(), Ok(Some(_)))
}
