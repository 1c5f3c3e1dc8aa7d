//! A native dialog: one question.

use leptos::{html, prelude::*};

/// A modal dialog. The browser keeps the focus inside, closes it on Escape and gives the focus back.
#[component]
pub fn Dialog(
    /// Id of the dialog; its heading is `{id}-title`.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when it was closed, by Escape or a button.
    #[prop(into)]
    on_close: Callback<()>,
    /// What stands under the question, the actions in a `.row` last.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let open = open.get();
        let Some(dialog) = node.get() else { return };
        if open && !dialog.open() {
            // Fails only for a dialog that was taken out of the document, which then has nothing to show.
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    let heading = [&id, "-title"].concat();
    view! {
        <dialog class="dialog pop" id=id node_ref=node aria-labelledby=heading on:close=move |_| on_close.run(())>
            <div class="card-body stack">
                <h2 class="wire-title" id=heading.clone()>{move || title.get()}</h2>
                {children()}
            </div>
        </dialog>
    }
}
