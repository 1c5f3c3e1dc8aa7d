//! What is inside the token, as anybody can read it.

use leptos::prelude::*;
use oauth::jose::Part;

use super::{access_token::is_opaque, claims::ClaimTable};
use crate::{
    ui::{Alert, Section, Tone},
    walkthrough::walkthrough,
};

/// Header and payload; nothing for an opaque token.
#[component]
pub fn DecodedSection() -> impl IntoView {
    let walkthrough = walkthrough();
    let tables = move || {
        walkthrough.token().map(|token| {
            view! {
                <ClaimTable part=Part::Header claims=token.header.clone()/>
                <ClaimTable part=Part::Payload claims=token.payload.clone()/>
            }
        })
    };
    let readable = Memo::new(move |_| walkthrough.token().is_some_and(|token| !is_opaque(&token)));
    view! {
        {move || readable.get().then(|| view! {
            <Section
                id="decoded"
                title="Decoded"
                aside=|| view! { <span class="small muted">"base64url, readable by anyone"</span> }
            >
                <Alert tone=Tone::Info title="Decoded is not verified">
                    <p>"Anyone can write these bytes. The checks in the next section decide whether to trust them."</p>
                </Alert>
                {move || tables()}
            </Section>
        })}
    }
}
