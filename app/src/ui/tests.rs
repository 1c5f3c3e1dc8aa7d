use leptos::prelude::*;

use super::tabs::moved;
use super::*;

fn rendered<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html())
}

/// What a person reads: the text between the tags, with entities resolved.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut inside_tag = false;
    for character in html.chars() {
        match character {
            '<' => inside_tag = true,
            '>' => inside_tag = false,
            _ if !inside_tag => text.push(character),
            _ => {}
        }
    }
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
}

fn formats() -> Vec<Choice<&'static str>> {
    vec![Choice::new("http", "HTTP"), Choice::new("curl", "curl")]
}

#[test]
fn class_names_are_joined_without_gaps() {
    assert_eq!(classes(&["btn", "", "btn-sm"]), "btn btn-sm");
}

#[test]
fn a_disabled_button_points_at_its_reason_and_can_still_be_focused() {
    let html = rendered(|| view! { <Button disabled_by="why">"Send"</Button> });
    assert!(html.contains("aria-disabled=\"true\"") && html.contains("aria-describedby=\"why\""), "{html}");
    assert!(!html.contains(" disabled"), "{html}");
}

#[test]
fn a_busy_button_says_so_and_turns_its_icon_into_a_spinner() {
    let html = rendered(|| view! { <Button busy=true icon=IconName::Send>"Waiting"</Button> });
    assert!(html.contains("aria-busy=\"true\"") && html.contains("#i-spinner"), "{html}");
    assert!(!html.contains("#i-send"), "{html}");
}

#[test]
fn an_error_under_a_field_marks_it_invalid() {
    let html = rendered(|| {
        view! { <TextField id="issuer" label="Issuer" value="x" on_input=|_: String| () note=Note::error("Use https.")/> }
    });
    assert!(html.contains("aria-invalid=\"true\""), "{html}");
    assert!(
        html.contains("aria-describedby=\"issuer-note\"") && html.contains("id=\"issuer-note\""),
        "{html}"
    );
}

#[test]
fn a_hint_under_a_field_does_not_mark_it_invalid() {
    let html = rendered(|| {
        view! { <TextField id="issuer" label="Issuer" value="x" on_input=|_: String| () note=Note::hint("With https.")/> }
    });
    assert!(!html.contains("aria-invalid"), "{html}");
    assert!(html.contains("aria-describedby=\"issuer-note\""), "{html}");
}

#[test]
fn a_masked_field_is_a_text_box_that_no_browser_remembers() {
    let html = rendered(|| {
        view! { <TextField id="secret" label="Client secret" masked=true value="" on_input=|_: String| ()/> }
    });
    assert!(!html.contains("type=\"password\""), "{html}");
    assert!(html.contains("input-masked") && html.contains("autocomplete=\"off\""), "{html}");
}

#[test]
fn a_radio_group_is_named_and_has_the_selected_value_checked() {
    let html = rendered(|| {
        view! {
            <Segmented id="format" legend="Format" options=formats() selected="curl" on_select=|_: &'static str| ()/>
        }
    });
    assert!(
        html.contains("role=\"radiogroup\"") && html.contains("aria-labelledby=\"format-legend\""),
        "{html}"
    );
    assert_eq!(html.matches(" checked").count(), 1, "{html}");
    assert!(html.split("<label>").nth(2).is_some_and(|label| label.contains(" checked")), "{html}");
}

#[test]
fn a_select_has_the_selected_value_selected() {
    let html = rendered(|| {
        view! { <Select id="format" label="Format" options=formats() selected="curl" on_select=|_: &'static str| ()/> }
    });
    assert!(html.contains("<option value=\"1\" selected>curl"), "{html}");
}

#[test]
fn a_value_that_is_no_option_selects_none() {
    let html = rendered(|| {
        view! {
            <Segmented id="format" legend="Format" options=formats() selected="har" on_select=|_: &'static str| ()/>
        }
    });
    assert!(!html.contains(" checked"), "{html}");
}

#[test]
fn only_the_chosen_tab_is_a_tab_stop() {
    let html = rendered(|| {
        view! { <Tabs id="wire" label="Format" options=formats() selected="curl" on_select=|_: &'static str| ()/> }
    });
    assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "{html}");
    assert!(html.contains("id=\"wire-tab-1\"") && html.contains("aria-controls=\"wire-panel\""), "{html}");
}

#[test]
fn arrow_keys_move_between_tabs_and_round_the_ends() {
    assert_eq!(moved("ArrowRight", 1, 2), Some(0));
    assert_eq!(moved("ArrowLeft", 0, 2), Some(1));
    assert_eq!(moved("Home", 1, 2), Some(0));
    assert_eq!(moved("End", 0, 2), Some(1));
    assert_eq!(moved("Tab", 0, 2), None);
    assert_eq!(moved("ArrowRight", 0, 0), None);
}

#[test]
fn the_text_of_a_code_block_is_the_message_and_nothing_else() {
    let lines = vec![
        CodeLine::new([CodeSpan::new(SpanKind::Key, "Host"), CodeSpan::new(SpanKind::Dim, ": a.example")])
            .marked(1),
        CodeLine::default(),
        CodeLine::new([CodeSpan::new(SpanKind::Key, "scope"), CodeSpan::new(SpanKind::Plain, "=a+b&c=<d>")]),
    ];
    let html = rendered(|| view! { <CodeBlock lines label="HTTP request" hop="provider"/> });
    assert_eq!(text_of(&html), "Host: a.example\n\nscope=a+b&c=<d>\n");
    assert!(html.contains("data-hop=\"provider\""), "{html}");
}

#[test]
fn a_long_value_may_break_after_its_separators() {
    let line = CodeLine::new([CodeSpan::new(SpanKind::Plain, "a+b+c")]);
    let html = rendered(|| view! { <CodeBlock lines=vec![line] label="body"/> });
    assert_eq!(html.matches("<wbr>").count(), 2, "{html}");
}

#[test]
fn every_icon_is_in_the_sprite_once() {
    let sprite = rendered(|| view! { <IconSprite/> });
    for name in IconName::ALL {
        let symbol = ["id=\"", name.href().trim_start_matches('#'), "\""].concat();
        assert_eq!(sprite.matches(&symbol).count(), 1, "{symbol}");
    }
}

#[test]
fn a_check_reports_its_status_in_a_word_and_an_attribute() {
    let html = rendered(|| view! { <CheckRow status=CheckStatus::Fail title="Expiry">"12 s ago"</CheckRow> });
    assert!(html.contains("data-status=\"fail\"") && text_of(&html).contains("Fail"), "{html}");
}

#[test]
fn the_same_sentence_twice_is_announced_twice() {
    Owner::new().with(|| {
        Announcer::provide();
        let region = || view! { <LiveRegion/> }.to_html();
        announcer().announce("Copied.");
        let first = region();
        announcer().announce("Copied.");
        assert_ne!(first, region());
        assert!(first.contains("Copied."), "{first}");
    });
}

#[test]
fn a_ring_never_shows_more_than_the_whole() {
    assert!(rendered(|| view! { <Ring left=250/> }).contains("stroke-dasharray=\"100 100\""));
}
