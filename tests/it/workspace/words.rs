//! What must not be written where.

use proc_macro2::{TokenStream, TokenTree};
use syn::Macro;
use syn::visit::Visit;

use super::sources;

/// Attribute names of every view in one file: what stands before `=` or `:`.
#[derive(Default)]
struct Attributes(Vec<String>);

impl Attributes {
    fn of(text: &str) -> Vec<String> {
        let mut attributes = Self::default();
        attributes.visit_file(&syn::parse_file(text).unwrap());
        attributes.0
    }

    fn collect(&mut self, tokens: TokenStream) {
        let mut name = None;
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.collect(group.stream()),
                TokenTree::Punct(mark) if matches!(mark.as_char(), '=' | ':') => self.0.extend(name.take()),
                TokenTree::Ident(word) => name = Some(word.to_string()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => name = None,
            }
        }
    }
}

impl<'ast> Visit<'ast> for Attributes {
    fn visit_macro(&mut self, invocation: &'ast Macro) {
        if invocation.path.is_ident("view") {
            self.collect(invocation.tokens.clone());
        }
    }
}

/// Files of the app with a view that uses the attribute.
fn views_with(attribute: &str) -> Vec<String> {
    let uses = |text: &str| Attributes::of(text).iter().any(|name| name == attribute);
    sources::below("app", "rs")
        .into_iter()
        .filter(|source| uses(&source.text))
        .map(|source| source.name)
        .collect()
}

#[test]
fn no_view_writes_raw_html() {
    assert_eq!(views_with("inner_html"), Vec::<String>::new());
}

#[test]
fn no_view_has_a_style_attribute_which_the_content_security_policy_would_block() {
    assert_eq!(views_with("style"), Vec::<String>::new());
}

#[test]
fn attributes_are_found_in_nested_views() {
    let text =
        r#"fn f() { view! { <p id="a">{move || view! { <b style:color="red" inner_html=x/> }}</p> } }"#;
    assert_eq!(Attributes::of(text), ["id", "style", "color", "inner_html"]);
}

#[test]
fn the_app_knows_the_server_build_in_at_most_one_file() {
    let knows = |text: &str| text.contains("feature = \"ssr\"");
    let found: Vec<String> = sources::below("app", "rs")
        .into_iter()
        .filter(|source| knows(&source.text))
        .map(|source| source.name)
        .collect();
    assert!(found.len() <= 1, "feature `ssr` decides in {found:?}");
}

#[test]
fn the_application_provides_few_contexts() {
    let provided: usize = sources::below("app", "rs")
        .iter()
        .filter(|source| !source.name.ends_with("tests.rs"))
        .map(|source| source.text.matches("provide_context(").count())
        .sum();
    assert!(provided <= 6, "{provided} contexts: pass values instead");
}
