//! A decoded part of a token as a table.

use leptos::prelude::*;
use oauth::{
    jose::{NumericDate, Part, meaning},
    lifetime::relative,
};

use crate::{api::Claim, walkthrough::walkthrough};

/// Claims whose value is a time.
const TIMES: [&str; 4] = ["exp", "iat", "nbf", "auth_time"];

/// Name, value and meaning of each member.
#[component]
pub(super) fn ClaimTable(
    /// Which part.
    part: Part,
    /// Its members, in their order.
    claims: Vec<Claim>,
) -> impl IntoView {
    let (name, class, count) = match part {
        Part::Header => ("Header", "part-header", counted(claims.len(), "field")),
        Part::Payload => ("Payload", "part-payload", counted(claims.len(), "claim")),
    };
    view! {
        <div class="table-wrap">
            <table class="table claim-table" aria-label=name>
                <caption class=class><b>{name}</b> " " <span class="small">{count}</span></caption>
                <thead>
                    <tr><th scope="col">"Claim"</th><th scope="col">"Value"</th><th scope="col">"Meaning"</th></tr>
                </thead>
                <tbody class=class>
                    {claims.into_iter().map(|claim| row(part, claim)).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

fn counted(count: usize, what: &str) -> String {
    [count.to_string().as_str(), " ", what, if count == 1 { "" } else { "s" }].concat()
}

fn row(part: Part, claim: Claim) -> impl IntoView {
    let meaning = meaning(part, &claim.name);
    let time = (part == Part::Payload && TIMES.contains(&claim.name.as_str()))
        .then(|| NumericDate::read(&claim.value))
        .flatten();
    view! {
        <tr>
            <th scope="row">{claim.name}</th>
            <td>{claim.value}{time.map(moment)}</td>
            <td>{meaning.map_or("Not a registered claim.", |meaning| meaning.text)}</td>
        </tr>
    }
}

fn moment(time: NumericDate) -> impl IntoView {
    let walkthrough = walkthrough();
    let iso = time.iso();
    let datetime = iso.clone();
    view! {
        <time datetime=datetime>
            {iso} " · " {move || relative(walkthrough.now_ms().div_euclid(1000), time.seconds())}
        </time>
    }
}
