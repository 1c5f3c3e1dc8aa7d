//! Secrets can be neither printed nor serialised, and no function logs its arguments.

use std::{
    fmt::{Debug, Display},
    marker::PhantomData,
};

use app::api::Entered;
use oauth::{
    client::{ClientSecret, SignedAssertion},
    response::{BearerSecret, GrantedToken},
};
use serde::Serialize;
use server::{
    keys::{HmacSigner, PrivateKey},
    session::SessionId,
    tokens::IssuedToken,
};
use syn::{Attribute, Meta, visit::Visit};

use super::sources;

/// What a type can do. An inherent method comes before one of a trait, so the answer is the first that
/// its bounds allow.
struct Can<T>(PhantomData<T>);

impl<T: Display> Can<T> {
    #[expect(clippy::unused_self, reason = "it is found by its receiver")]
    const fn display(&self) -> bool {
        true
    }
}

impl<T: Serialize> Can<T> {
    #[expect(clippy::unused_self, reason = "it is found by its receiver")]
    const fn serialize(&self) -> bool {
        true
    }
}

trait Cannot {
    fn display(&self) -> bool {
        false
    }
    fn serialize(&self) -> bool {
        false
    }
}

impl<T> Cannot for Can<T> {}

macro_rules! abilities {
    ($($secret:ty),+ $(,)?) => {
        [$((stringify!($secret), Can::<$secret>(PhantomData).display(), Can::<$secret>(PhantomData).serialize())),+]
    };
}

#[test]
fn no_secret_can_be_printed_or_serialised() {
    let secrets = abilities![
        ClientSecret,
        SignedAssertion,
        BearerSecret,
        GrantedToken,
        IssuedToken,
        PrivateKey,
        HmacSigner<'static>,
        SessionId,
    ];
    for (secret, printed, serialised) in secrets {
        assert!(!printed && !serialised, "{secret}");
    }
    assert_eq!(abilities![Entered, String], [("Entered", false, true), ("String", true, true)]);
}

#[test]
fn what_is_printed_of_a_secret_for_developers_does_not_hold_it() {
    let text = || "canary-0123456789".to_owned();
    let secrets: [Box<dyn Debug>; 4] = [
        Box::new(ClientSecret::new(text().into()).unwrap()),
        Box::new(SignedAssertion::new(text())),
        Box::new(BearerSecret::new(text())),
        Box::new(Entered::new(text())),
    ];
    for secret in secrets {
        assert!(!format!("{secret:?} {secret:#?}").contains("canary"), "{secret:?}");
    }
}

/// The `#[instrument]` attributes of one file that do not leave the arguments out.
#[derive(Default)]
struct Talkative(usize);

impl<'ast> Visit<'ast> for Talkative {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let named = attribute.path().segments.last().is_some_and(|last| last.ident == "instrument");
        let silent = match &attribute.meta {
            Meta::List(list) => list.tokens.to_string().contains("skip_all"),
            _ => false,
        };
        self.0 += usize::from(named && !silent);
    }
}

fn talkative(text: &str) -> usize {
    let mut found = Talkative::default();
    found.visit_file(&syn::parse_file(text).unwrap());
    found.0
}

#[test]
fn no_function_logs_its_arguments() {
    let found: Vec<String> =
        sources::rust().into_iter().filter(|source| talkative(&source.text) > 0).map(|s| s.name).collect();
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(talkative("#[tracing::instrument] fn f(a: u8) {} #[instrument(skip_all)] fn g() {}"), 1);
}
