use leptos::prelude::*;

use super::*;

fn rendered<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html())
}

fn step(state: HopState) -> HopStep {
    HopStep { state, time: None }
}

#[test]
fn a_failed_hop_is_said_in_words_too() {
    let html = rendered(|| {
        let states = [HopState::Past, HopState::Past, HopState::Failed, HopState::NotYet];
        view! { <HopDiagram steps=states.map(step)/> }
    });
    assert_eq!(html.matches("data-state=\"failed\"").count(), 1, "{html}");
    assert_eq!(html.matches(", failed here").count(), 1, "{html}");
}

#[test]
fn the_time_of_a_hop_stands_on_the_link_that_leads_to_it() {
    let html = rendered(|| {
        let mut steps = [HopState::Past; 4].map(step);
        steps[2].time = Some("209 ms".to_owned());
        view! { <HopDiagram steps/> }
    });
    let link = html.find("209 ms").zip(html.find("#i-shield"));
    assert!(link.is_some_and(|(time, node)| time < node), "{html}");
}

#[test]
fn a_lifetime_is_a_meter_that_ends_at_its_end() {
    let html = rendered(|| view! { <Lifetime passed=140 text="expired">"marks"</Lifetime> });
    assert!(html.contains("role=\"meter\"") && html.contains("aria-label=\"Lifetime\""), "{html}");
    assert!(html.contains("aria-valuenow=\"100\"") && html.contains("aria-valuetext=\"expired\""), "{html}");
}

#[test]
fn the_sequence_reads_as_a_list_of_routes() {
    let html = rendered(|| view! { <SequenceDiagram/> });
    assert_eq!(html.matches("data-lane=").count(), html.matches("msg-route").count(), "{html}");
    assert!(html.contains("This server to authorization server"), "{html}");
}
