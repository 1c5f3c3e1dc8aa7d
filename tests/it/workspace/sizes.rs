//! Small rooms: how long a file, a function, a component and a view may be.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, ImplItemFn, ItemFn, Macro, Signature};

use super::sources::{self, Source};

const FILE: usize = 400;
const FUNCTION: usize = 40;
const COMPONENT: usize = 80;
const VIEW: usize = 45;

/// Collects what is too long in one file.
struct Ruler<'a> {
    file: &'a str,
    too_long: Vec<String>,
}

impl Ruler<'_> {
    fn measure(&mut self, what: &str, span: Span, limit: usize) {
        let lines = span.end().line - span.start().line + 1;
        if lines > limit {
            let at = span.start().line;
            self.too_long.push(format!("{}:{at}: {what} has {lines} lines, {limit} are allowed", self.file));
        }
    }

    fn function(&mut self, attributes: &[Attribute], signature: &Signature, block: &Block) {
        let is_component = attributes.iter().any(|attribute| attribute.path().is_ident("component"));
        let limit = if is_component { COMPONENT } else { FUNCTION };
        let whole = signature.span().join(block.span()).unwrap_or_else(|| block.span());
        self.measure(&signature.ident.to_string(), whole, limit);
    }
}

impl<'ast> Visit<'ast> for Ruler<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.function(&function.attrs, &function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.function(&function.attrs, &function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_macro(&mut self, invocation: &'ast Macro) {
        if invocation.path.is_ident("view") {
            self.measure("view!", invocation.span(), VIEW);
        }
    }
}

fn too_long(source: &Source) -> Vec<String> {
    let file = syn::parse_file(&source.text).unwrap();
    let mut ruler = Ruler { file: &source.name, too_long: Vec::new() };
    ruler.visit_file(&file);
    let lines = source.text.lines().count();
    if lines > FILE {
        ruler.too_long.push(format!("{}: {lines} lines, {FILE} are allowed", source.name));
    }
    ruler.too_long
}

#[test]
fn files_functions_components_and_views_stay_small() {
    let found: Vec<String> = sources::rust().iter().flat_map(too_long).collect();
    assert!(found.is_empty(), "too long:\n{}", found.join("\n"));
}

#[test]
fn the_ruler_measures_functions_components_and_views() {
    let body = "    let _ = 1;\n".repeat(79);
    let view = "<p></p>\n".repeat(44);
    let long = format!("fn plain() {{\n{body}}}\n#[component]\nfn Page() {{\nview! {{\n{view}}}\n}}\n");
    let found = too_long(&Source { name: "long.rs".to_owned(), text: long });
    assert_eq!(
        found,
        ["long.rs:1: plain has 81 lines, 40 are allowed", "long.rs:84: view! has 46 lines, 45 are allowed"]
    );
}
