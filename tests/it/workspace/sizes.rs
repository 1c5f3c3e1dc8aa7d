//! Small rooms: how long a file, a function, a component and a view may be.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, ExprArray, ExprMatch, ImplItemFn, ItemFn, Macro, Signature, Stmt};

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
    fn measure(&mut self, what: &str, start: Span, lines: usize, limit: usize) {
        if lines > limit {
            let at = start.start().line;
            self.too_long.push(format!("{}:{at}: {what} has {lines} lines, {limit} are allowed", self.file));
        }
    }

    fn function(&mut self, attributes: &[Attribute], signature: &Signature, block: &Block) {
        let is_component = attributes.iter().any(|attribute| attribute.path().is_ident("component"));
        let limit = if is_component { COMPONENT } else { FUNCTION };
        let start = signature.fn_token.span;
        let lines = block.span().end().line - start.start().line + 1 - Lists::of(block);
        self.measure(&signature.ident.to_string(), start, lines, limit);
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
            self.measure("view!", invocation.span(), lines(invocation.span()), VIEW);
        }
    }
}

/// Lines that lists take beyond their first: a list of values, or a `match` that maps names to constants, is read
/// at a glance and may be as long as the set it names.
struct Lists(usize);

impl Lists {
    fn of(block: &Block) -> usize {
        let mut lists = Self(0);
        lists.visit_block(block);
        lists.0
    }
}

impl<'ast> Visit<'ast> for Lists {
    fn visit_expr_array(&mut self, array: &'ast ExprArray) {
        self.0 += lines(array.span()) - 1;
    }

    fn visit_expr_match(&mut self, table: &'ast ExprMatch) {
        if table.arms.iter().all(|arm| is_constant(&arm.body)) {
            self.0 += lines(table.span()) - 1;
        } else {
            visit::visit_expr_match(self, table);
        }
    }

    fn visit_macro(&mut self, invocation: &'ast Macro) {
        if invocation.path.is_ident("vec") {
            self.0 += lines(invocation.span()) - 1;
        }
    }
}

fn is_constant(expression: &Expr) -> bool {
    match expression {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Block(block) => {
            matches!(block.block.stmts.as_slice(), [Stmt::Expr(inner, None)] if is_constant(inner))
        }
        _ => false,
    }
}

fn lines(span: Span) -> usize {
    span.end().line - span.start().line + 1
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

fn too_long_in(text: String) -> Vec<String> {
    too_long(&Source { name: "long.rs".to_owned(), text })
}

#[test]
fn files_functions_components_and_views_stay_small() {
    let found: Vec<String> = sources::rust().iter().flat_map(too_long).collect();
    assert!(found.is_empty(), "too long:\n{}", found.join("\n"));
}

#[test]
fn a_function_over_its_limit_is_found_and_a_component_may_be_twice_as_long() {
    let body = "let _ = 1;\n".repeat(40);
    assert_eq!(
        too_long_in(format!("fn plain() {{\n{body}}}\n#[component]\nfn Page() {{\n{body}}}\n")),
        ["long.rs:1: plain has 42 lines, 40 are allowed"]
    );
}

#[test]
fn a_view_over_its_limit_is_found() {
    let view = "<p></p>\n".repeat(44);
    assert_eq!(
        too_long_in(format!("#[component]\nfn Page() {{\nview! {{\n{view}}}\n}}\n")),
        ["long.rs:3: view! has 46 lines, 45 are allowed"]
    );
}

#[test]
fn a_list_in_a_function_counts_as_one_line() {
    let (values, arms) = ("1,\n".repeat(60), "_ => 1,\n".repeat(60));
    assert_eq!(
        too_long_in(format!("fn f() {{\nlet a = [\n{values}];\nmatch a {{\n{arms}}}\n}}\n")),
        Vec::<String>::new()
    );
}

#[test]
fn a_file_over_its_limit_is_found() {
    assert_eq!(too_long_in("// line\n".repeat(401)), ["long.rs: 401 lines, 400 are allowed"]);
}
