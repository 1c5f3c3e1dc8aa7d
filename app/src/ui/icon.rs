//! Draws an icon of the sprite.

use leptos::prelude::*;

use super::IconName;

/// How large an icon is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IconSize {
    /// 16 px.
    #[default]
    Medium,
    /// 14 px, inside chips and small controls.
    Small,
    /// 20 px, at the head of a card.
    Large,
}

/// An icon. Always hidden from assistive technology: the text beside it, or the name of its button, says it.
#[component]
pub fn Icon(
    /// Which icon.
    name: IconName,
    /// How large.
    #[prop(optional)]
    size: IconSize,
) -> impl IntoView {
    let class = match (name, size) {
        (IconName::Spinner, IconSize::Small) => "icon icon-sm spinner",
        (IconName::Spinner, _) => "icon spinner",
        (_, IconSize::Medium) => "icon",
        (_, IconSize::Small) => "icon icon-sm",
        (_, IconSize::Large) => "icon icon-lg",
    };
    view! {
        <svg class=class aria-hidden="true">
            <use href=name.href()/>
        </svg>
    }
}
