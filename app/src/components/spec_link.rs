//! Links to the standards, named as people cite them.

use leptos::prelude::*;

/// A link to a section of a standard, named such as "RFC 6749 §5.2".
#[component]
pub(super) fn SpecLink(
    /// Where it is.
    #[prop(into)]
    url: String,
) -> impl IntoView {
    let name = name(&url);
    view! { <a href=url rel="noreferrer">{name}</a> }
}

/// The name of the standard and section a URL leads to; other documents by their host.
fn name(url: &str) -> String {
    let Some(rfc) = url.strip_prefix("https://www.rfc-editor.org/rfc/rfc") else {
        let host = url.split('/').nth(2).unwrap_or(url);
        return host.trim_start_matches("www.").to_owned();
    };
    match rfc.split_once("#section-") {
        Some((number, section)) => ["RFC ", number, " §", section].concat(),
        None => ["RFC ", rfc].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standards_are_cited_by_number_and_section() {
        assert_eq!(name("https://www.rfc-editor.org/rfc/rfc6749#section-5.2"), "RFC 6749 §5.2");
        assert_eq!(name("https://www.rfc-editor.org/rfc/rfc10070"), "RFC 10070");
        assert_eq!(name("https://openid.net/specs/openid-connect-core-1_0.html#IDToken"), "openid.net");
    }
}
