//! Light, dark, or as the system says.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Where the browser keeps the choice, as a JSON string. The document shell reads it before the first paint.
pub const STORAGE_KEY: &str = "authz-flows.theme";

/// The colours a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the operating system says.
    #[default]
    System,
    /// Dark text on white.
    Light,
    /// Light text on navy.
    Dark,
}

impl Theme {
    /// The value of `data-theme` on the root element; the system's choice is the absence of one.
    fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The choice kept in this browser.
    pub fn kept() -> Self {
        if storage_is_open() { LocalStorage::get(STORAGE_KEY).unwrap_or_default() } else { Self::default() }
    }

    /// Keeps the choice in this browser; one that keeps nothing forgets it with the page.
    pub fn keep(self) {
        if storage_is_open() && LocalStorage::set(STORAGE_KEY, self).is_err() {
            LocalStorage::delete(STORAGE_KEY);
        }
    }

    /// Shows the page in these colours.
    pub fn apply(self) {
        let Some(root) = document().document_element() else { return };
        // Neither call can fail: the name is a valid one.
        let _ = match self.attribute() {
            Some(value) => root.set_attribute("data-theme", value),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Browsers can refuse storage altogether, and `gloo-storage` takes it for granted.
fn storage_is_open() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}
