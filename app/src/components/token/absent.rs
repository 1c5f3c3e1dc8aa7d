//! What this grant does not give, and why.

use leptos::prelude::*;

use crate::{
    components::spec_link::SpecLink,
    ui::{Badge, Icon, IconName, IconSize, Section, Tone},
    walkthrough::walkthrough,
};

/// One thing people look for and do not find.
struct Absent {
    icon: IconName,
    /// The member of the response that would carry it.
    member: Option<&'static str>,
    name: &'static str,
    why: &'static str,
    /// What to say when it came along all the same.
    beyond: &'static str,
    spec: &'static str,
}

const ABSENT: [Absent; 3] = [
    Absent {
        icon: IconName::NoRefresh,
        member: Some("refresh_token"),
        name: "refresh token",
        why: "The client still has its credentials. It asks again.",
        beyond: "One came along all the same. This flow does not need it: the client can always ask again.",
        spec: "https://www.rfc-editor.org/rfc/rfc6749#section-4.4.3",
    },
    Absent {
        icon: IconName::NoId,
        member: Some("id_token"),
        name: "ID token",
        why: "Nobody signed in, so there is no sign-in to describe.",
        beyond: "One came along all the same, although there is nobody it could be about.",
        spec: "https://openid.net/specs/openid-connect-core-1_0.html#IDToken",
    },
    Absent {
        icon: IconName::NoUser,
        member: None,
        name: "user",
        why: "The client acts for itself. A sub claim, where there is one, names the client and not a person.",
        beyond: "",
        spec: "https://www.rfc-editor.org/rfc/rfc9068#section-2.2",
    },
];

/// A card each for refresh token, ID token and user.
#[component]
pub fn AbsentSection() -> impl IntoView {
    let walkthrough = walkthrough();
    let cards = move || {
        let token = walkthrough.token();
        let came = token.as_ref().map(|token| token.beyond_spec.as_slice()).unwrap_or_default();
        ABSENT.iter().map(|absent| card(absent, came)).collect_view()
    };
    view! {
        <Section id="absent" title="What is not here">
            <div class="columns columns-narrow gap-3">{move || cards()}</div>
        </Section>
    }
}

fn card(absent: &'static Absent, came: &[String]) -> impl IntoView + use<> {
    let beyond = absent.member.is_some_and(|member| came.iter().any(|name| name == member));
    let (article, why) = if beyond { ("Returned: ", absent.beyond) } else { ("No ", absent.why) };
    view! {
        <div class="card card-body stack gap-1">
            <span class="faint"><Icon name=absent.icon size=IconSize::Large/></span>
            <h4>{[article, absent.name].concat()}</h4>
            {beyond.then(|| view! { <div><Badge tone=Tone::Warn>"Beyond the spec"</Badge></div> })}
            <p class="small muted">{why} " " <SpecLink url=absent.spec/></p>
        </div>
    }
}
