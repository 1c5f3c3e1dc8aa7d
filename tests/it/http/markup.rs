//! What a parser finds in a page, whatever its texts say.

use std::cell::RefCell;

use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
};

/// Elements with the names of their attributes, and comments, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    elements: Vec<String>,
    comments: usize,
}

/// Collects a shape; as a browser does, it takes what is inside some elements as text.
#[derive(Default)]
struct Collector(RefCell<Shape>);

impl Shape {
    pub(super) fn of(page: &str) -> Self {
        let input = BufferQueue::default();
        input.push_back(page.into());
        let tokenizer = Tokenizer::new(Collector::default(), TokenizerOpts::default());
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.take()
    }

    /// The elements but for those that say nothing.
    pub(super) fn elements_but(mut self, meaningless: &[&str]) -> Vec<String> {
        self.elements.retain(|element| !meaningless.contains(&&**element));
        self.elements
    }
}

impl TokenSink for Collector {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut shape = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let names: Vec<&str> = tag.attrs.iter().map(|attribute| &*attribute.name.local).collect();
                shape.elements.push(format!("{} {}", tag.name, names.join(" ")).trim_end().to_owned());
                match &*tag.name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" => TokenSinkResult::RawData(RawKind::Rawtext),
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => TokenSinkResult::Continue,
                }
            }
            Token::CommentToken(_) => {
                shape.comments += 1;
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

#[test]
fn a_text_that_breaks_out_of_a_script_changes_the_shape() {
    let page = |text| format!("<title>t</title><script>let a = \"{text}\";</script>");
    let harmless = Shape::of(&page("abc"));
    assert_eq!(harmless.elements, ["title", "script"]);
    assert_eq!(Shape::of(&page("\\u003c/script>")), harmless);
    assert_ne!(Shape::of(&page("</script><script>alert(1)</script>")), harmless);
    let input = |text| Shape::of(&format!("<input value=\"{text}\">"));
    assert_eq!(input("a&quot; onfocus=&quot;b").elements, ["input value"]);
    assert_eq!(input("a\" onfocus=\"b").elements, ["input value onfocus"]);
}
