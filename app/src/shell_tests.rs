use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use leptos::{nonce::provide_nonce, prelude::*};
use leptos_meta::ServerMetaContext;
use leptos_router::location::RequestUrl;

use crate::{Assets, NotFoundSignal, routes, shell, theme::Theme};

/// The document at `path`, rendered with what `provide` puts into context.
fn document(path: &str, provide: impl FnOnce()) -> String {
    Owner::new().with(|| {
        provide_context(RequestUrl::new(path));
        provide_context(ServerMetaContext::new().0);
        provide();
        shell().to_html()
    })
}

fn assets() {
    provide_context(Assets { hash: "0123abcd".to_owned() });
}

#[test]
fn every_script_carries_the_nonce_of_the_answer() {
    let html = document(routes::HOME, || {
        assets();
        provide_nonce();
    });
    let scripts = html.matches("<script").count();
    assert_eq!(scripts, 2, "{html}");
    assert_eq!(html.matches("nonce=").count(), scripts + html.matches("modulepreload").count(), "{html}");
}

#[test]
fn built_files_are_asked_for_under_the_build_hash() {
    let html = document(routes::HOME, assets);
    for file in ["app.css", "app.js", "app_bg.wasm", "fonts/geist-latin-wght-normal.woff2"] {
        assert!(html.contains(&["/pkg/0123abcd/", file].concat()), "{file}: {html}");
    }
}

#[test]
fn no_element_has_a_style_or_an_inline_handler() {
    let html = document(routes::HOME, assets);
    assert!(!html.contains(" style=") && !html.contains("<style"), "{html}");
    assert!(!html.contains(" onclick="), "{html}");
}

#[test]
fn the_skip_link_is_the_first_thing_in_the_page_and_has_a_target() {
    let html = document(routes::HOME, assets);
    let body = html.split_once("<body>").map(|(_, body)| body).unwrap_or_default();
    // Markers of the renderer are comments.
    let first = body.split('<').find(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    assert!(first.is_some_and(|tag| tag.starts_with("a ") && tag.contains("href=\"#step\"")), "{html}");
    assert_eq!(html.matches("id=\"step\"").count(), 1, "{html}");
}

#[test]
fn a_page_has_one_heading_of_level_one_and_one_live_region() {
    for path in [routes::HOME, "/nothing-here"] {
        let html = document(path, assets);
        assert_eq!(html.matches("<h1").count(), 1, "{path}: {html}");
        assert_eq!(html.matches("role=\"status\"").count(), 1, "{path}: {html}");
    }
}

#[test]
fn an_unknown_path_raises_the_not_found_signal_and_a_known_one_does_not() {
    for (path, expected) in [("/nothing-here", true), (routes::HOME, false)] {
        let raised = Arc::new(AtomicBool::new(false));
        let seen = raised.clone();
        document(path, || {
            provide_context(NotFoundSignal::new(move || raised.store(true, Ordering::Relaxed)));
        });
        assert_eq!(seen.load(Ordering::Relaxed), expected, "{path}");
    }
}

#[test]
fn the_theme_is_kept_as_the_words_the_first_script_compares() {
    let html = document(routes::HOME, || ());
    for theme in [Theme::Light, Theme::Dark] {
        let kept = serde_json::to_string(&theme).unwrap_or_default();
        assert!(html.contains(&["t=='", kept.trim_matches('"'), "'"].concat()), "{kept}: {html}");
    }
}
