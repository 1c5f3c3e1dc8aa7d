//! Every page that exists, by path.

use leptos_router::StaticSegment;

/// What this is and how to begin.
pub const HOME: &str = "/";
/// The client-credentials flow, step by step.
pub const CLIENT_CREDENTIALS: &str = "/flows/client-credentials";

/// [`HOME`] as the router matches it.
pub(crate) fn home() -> StaticSegment<&'static str> {
    StaticSegment("")
}

/// [`CLIENT_CREDENTIALS`] as the router matches it.
pub(crate) fn client_credentials() -> (StaticSegment<&'static str>, StaticSegment<&'static str>) {
    (StaticSegment("flows"), StaticSegment("client-credentials"))
}

#[cfg(test)]
mod tests {
    use leptos_router::PossibleRouteMatch;

    use super::*;

    fn is_matched_whole(pattern: &impl PossibleRouteMatch, path: &str) -> bool {
        pattern.test(path).is_some_and(|found| found.remaining().trim_matches('/').is_empty())
    }

    #[test]
    fn a_link_leads_to_the_page_it_names() {
        assert!(is_matched_whole(&home(), HOME));
        assert!(is_matched_whole(&client_credentials(), CLIENT_CREDENTIALS));
    }

    #[test]
    fn a_path_nobody_named_is_not_a_page() {
        assert!(!is_matched_whole(&client_credentials(), "/flows"));
        assert!(!is_matched_whole(&client_credentials(), "/flows/client-credentials/more"));
    }
}
