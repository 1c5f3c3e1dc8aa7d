//! Buttons. Links that go somewhere are `<a class="btn">`.

use leptos::{ev::MouseEvent, prelude::*};

use super::{ControlSize, Icon, IconName, IconSize, classes};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonVariant {
    /// An ordinary action.
    #[default]
    Secondary,
    /// The one action of a view; an error card may add one.
    Primary,
    /// An action in a bar or head.
    Ghost,
    /// An action that takes something away.
    Danger,
}

impl ButtonVariant {
    fn class(self) -> &'static str {
        match self {
            Self::Secondary => "",
            Self::Primary => "btn-primary",
            Self::Ghost => "btn-ghost",
            Self::Danger => "btn-danger",
        }
    }
}

/// What pressing a button does by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Nothing but its callback.
    #[default]
    Button,
    /// Submits the form it stands in, or the one named by `attr:form`.
    Submit,
}

impl ButtonKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Submit => "submit",
        }
    }
}

/// A button with a label. It keeps its place while busy and can still be focused when disabled.
#[component]
pub fn Button(
    /// How much it asks to be pressed.
    #[prop(optional)]
    variant: ButtonVariant,
    /// How tall it is.
    #[prop(optional)]
    size: ControlSize,
    /// Whether it submits a form.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the label.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// An icon after the label.
    #[prop(optional, into)]
    trailing: Option<IconName>,
    /// Whether something it started is still under way. A busy button does nothing; its label should name what is
    /// awaited.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Disables the button: the id of the visible element that says why. There is no way to disable one without a
    /// reason.
    #[prop(optional, into)]
    disabled_by: MaybeProp<String>,
    /// Makes it a toggle, and says whether it is on.
    #[prop(optional, into)]
    pressed: MaybeProp<bool>,
    /// Called when it is pressed and neither busy nor disabled.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// The label.
    children: Children,
) -> impl IntoView {
    let disabled = move || disabled_by.get().is_some();
    let press = move |event: MouseEvent| press(&event, busy.get_untracked() || disabled(), on_click);
    let leading = move || if busy.get() { Some(IconName::Spinner) } else { icon };
    let icon_size = if size == ControlSize::Small { IconSize::Small } else { IconSize::Medium };
    view! {
        <button
            class=classes(&["btn", variant.class(), size.button_class()])
            type=kind.as_str()
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || disabled().then_some("true")
            aria-describedby=move || disabled_by.get()
            aria-pressed=move || pressed.get().map(true_or_false)
            on:click=press
        >
            {move || leading().map(|name| view! { <Icon name size=icon_size/> })}
            {children()}
            {trailing.map(|name| view! { <Icon name/> })}
        </button>
    }
}

/// A button that shows an icon only. Its name is spoken, not seen.
#[component]
pub fn IconButton(
    /// Its accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What it shows.
    #[prop(into)]
    icon: Signal<IconName>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    variant: ButtonVariant,
    /// How tall and wide it is.
    #[prop(optional)]
    size: ControlSize,
    /// Makes it a toggle, and says whether it is on.
    #[prop(optional, into)]
    pressed: MaybeProp<bool>,
    /// Called when it is pressed.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <button
            class=classes(&["btn btn-icon", variant.class(), size.button_class()])
            type="button"
            aria-label=move || label.get()
            aria-pressed=move || pressed.get().map(true_or_false)
            on:click=move |event| press(&event, false, on_click)
        >
            {move || view! { <Icon name=icon.get()/> }}
        </button>
    }
}

/// A button that reads as a link, for actions inside running text.
#[component]
pub fn LinkButton(
    /// Called when it is pressed.
    #[prop(into)]
    on_click: Callback<()>,
    /// The label.
    children: Children,
) -> impl IntoView {
    view! {
        <button class="link-btn" type="button" on:click=move |_| on_click.run(())>
            {children()}
        </button>
    }
}

/// A blocked press does nothing at all: it does not submit a form either.
fn press(event: &MouseEvent, blocked: bool, on_click: Option<Callback<()>>) {
    if blocked {
        event.prevent_default();
    } else if let Some(on_click) = on_click {
        on_click.run(());
    }
}

/// ARIA states are words, not the presence of an attribute.
fn true_or_false(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
