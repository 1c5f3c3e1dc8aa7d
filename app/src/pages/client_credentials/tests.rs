//! The flow as the server writes it.

use leptos::prelude::*;
use leptos_router::{components::Router, location::RequestUrl};

use super::flow::Flow;
use crate::{
    api::ApiError,
    ui::Announcer,
    walkthrough::{
        Loaded,
        fixtures::{exchange, loaded, token},
    },
};

/// The flow at a step, with what the server remembers.
fn flow(step: &'static str, loaded: Result<Loaded, ApiError>) -> String {
    Owner::new().with(|| {
        provide_context(RequestUrl::new("/flows/client-credentials"));
        Announcer::provide();
        let slug = Signal::stored(Some(step.to_owned()));
        view! { <Router><Flow loaded slug arrived=false/></Router> }.to_html()
    })
}

fn issued() -> Loaded {
    loaded(vec![exchange("a", 200, r#"{"access_token":"eyJhbG…tail"}"#)], vec![token("a")])
}

fn refused() -> Loaded {
    let id = "b7e1d1b4-0c55-4f0a-9a1e-2f6d8c3b7a10";
    let body =
        [r#"{"error":"invalid_client","error_description":"No. (Correlation ID: "#, id, r#")"}"#].concat();
    loaded(vec![exchange("a", 401, &body)], vec![])
}

fn count(html: &str, piece: &str) -> usize {
    html.matches(piece).count()
}

#[test]
fn the_first_page_can_be_sent_without_typing_and_marks_nothing_red() {
    let html = flow("configure", Ok(loaded(vec![], vec![])));
    assert_eq!(count(&html, "aria-invalid=\"true\""), 0, "{html}");
    assert_eq!(count(&html, "Locked"), 1, "only the token is locked: {html}");
    assert_eq!(count(&html, "aria-current=\"step\""), 1, "{html}");
}

#[test]
fn every_step_has_one_heading_of_level_one_and_its_own_in_main() {
    for (step, heading) in [("configure", "Configure"), ("request", "Request token"), ("token", "Token")] {
        let html = flow(step, Ok(issued()));
        assert_eq!(count(&html, "<h1"), 1, "{html}");
        assert!(html.contains(&["class=\"step-title\">", heading, "<"].concat()), "{html}");
    }
}

#[test]
fn a_locked_step_shows_the_furthest_one_that_can_be_reached() {
    let html = flow("token", Ok(loaded(vec![], vec![])));
    assert!(html.contains("class=\"step-title\">Request token<"), "{html}");
}

#[test]
fn without_a_session_the_page_can_be_read() {
    let html = flow("token", Err(ApiError::NoSession));
    assert!(html.contains("class=\"step-title\">Configure<") && html.contains("Client ID"), "{html}");
    assert_eq!(count(&html, "role=\"alert\""), 0, "{html}");
}

#[test]
fn a_server_that_cannot_tell_is_said_with_a_way_out() {
    let html = flow("configure", Err(ApiError::Unreachable));
    assert!(html.contains("role=\"alert\"") && html.contains("Try again"), "{html}");
}

#[test]
fn a_refusal_shows_code_cause_way_out_and_correlation_id() {
    let html = flow("request", Ok(refused()));
    assert!(html.contains("role=\"alert\""), "{html}");
    for piece in ["401 invalid_client", "What to do", "b7e1d1b4-0c55-4f0a-9a1e-2f6d8c3b7a10", "Raw response"]
    {
        assert!(html.contains(piece), "{piece}: {html}");
    }
    assert!(html.contains("data-attempt=\"1\"") && html.contains("aria-label=\"Result\""), "{html}");
}

#[test]
fn a_token_is_masked_decoded_and_not_called_verified() {
    let html = flow("token", Ok(issued()));
    assert_eq!(count(&html, "jwt-mask"), 3, "{html}");
    for piece in [
        "Decoded is not verified",
        "aria-label=\"Header\"",
        "aria-label=\"Payload\"",
        "role=\"meter\"",
        "role=\"timer\"",
    ] {
        assert!(html.contains(piece), "{piece}: {html}");
    }
    assert!(html.contains("1773328100") && html.contains("in 1 h"), "{html}");
    assert_eq!(count(&html, "data-status"), 0, "{html}");
}

#[test]
fn the_page_sets_no_style_attribute() {
    for step in ["configure", "request", "token"] {
        let html = flow(step, Ok(issued()));
        assert_eq!(count(&html, " style="), 0, "{html}");
    }
}
