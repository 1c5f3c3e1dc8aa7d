//! The step in the URL, and the focus that follows it.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    app::PAGE_HEADING,
    routes,
    ui::focus,
    walkthrough::{Readiness, Step, Walkthrough, walkthrough},
};

/// Goes to a step, as a link would.
#[derive(Clone, Copy)]
pub(super) struct Navigation {
    go: Callback<(Step, bool)>,
    /// Goes from the request to the token it brought; who has gone elsewhere in the meantime stays there. It lives as
    /// long as the flow: the step that asked may be gone when the answer comes.
    pub(super) issued: Callback<()>,
}

impl Navigation {
    /// Makes the navigation of this flow available to everything below.
    pub(super) fn provide() -> Self {
        let navigate = use_navigate();
        let go = Callback::new(move |(step, replace): (Step, bool)| {
            let path = [routes::CLIENT_CREDENTIALS, "?step=", step.info().slug].concat();
            navigate(&path, NavigateOptions { replace, scroll: !replace, ..NavigateOptions::default() });
        });
        let walkthrough = walkthrough();
        let issued = Callback::new(move |()| {
            if untrack(|| walkthrough.progress()).current == Step::Request {
                go.run((Step::Token, false));
            }
        });
        let navigation = Self { go, issued };
        provide_context(navigation);
        navigation
    }

    /// Goes to a step; the way back leads here.
    pub(super) fn go(self, step: Step) {
        self.go.run((step, false));
    }
}

/// The navigation of this flow.
pub(super) fn navigation() -> Navigation {
    expect_context()
}

/// A URL that names a locked or unknown step is corrected, without leaving a trace in the history.
pub(super) fn keep_url_true(walkthrough: Walkthrough, slug: Signal<Option<String>>, navigation: Navigation) {
    Effect::new(move |_| {
        let current = walkthrough.progress().current;
        let ready = walkthrough.readiness() == Readiness::Ready;
        let wrong = slug.get().is_some_and(|slug| slug != current.info().slug);
        if ready && wrong {
            navigation.go.run((current, true));
        }
    });
}

/// The heading takes the focus when the step changes, and not when the page first appears. `arrived` says that the page
/// appeared because a link inside the app was followed.
pub(super) fn focus_heading(arrived: bool) {
    let walkthrough = walkthrough();
    Effect::new(move |shown: Option<(Step, bool)>| {
        let step = walkthrough.progress().current;
        let ready = walkthrough.readiness() == Readiness::Ready;
        let focused = match shown {
            None => arrived,
            // What the server remembers may lead to another step: that is still the first appearance.
            Some((before, was_ready)) => was_ready && before != step,
        };
        if focused {
            focus(PAGE_HEADING);
        }
        (step, ready)
    });
}
