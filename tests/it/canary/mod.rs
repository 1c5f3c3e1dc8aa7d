//! The canary: secrets planted in everything a caller can do, and searched for in everything that can be read.

mod encodings;
mod journey;
mod plants;
mod providers;
mod sinks;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use server::telemetry::{LogFormat, subscriber};

use self::{
    encodings::{ENCODINGS, found},
    journey::{CLIENT, Caller, Journey},
    plants::{ISSUED, PASTED, PEM, SECRET, SECRET_CORE, exponent, line_of},
    sinks::{Log, Search},
};
use crate::harness::{TestServer, log_lines};

/// Both kinds of caller walk through everything while the server logs all it can.
async fn search(format: LogFormat) -> Search {
    let (log, mut search) = (Log::default(), Search::default());
    let writer = log.clone();
    let subscriber = subscriber("trace", format, move || writer.clone()).unwrap();
    // Server and callers run on this thread.
    let logging = tracing::subscriber::set_default(subscriber);
    plant_what_is_known(&mut search);
    let server = TestServer::start_with(|settings, _| {
        settings.limits.reveals_per_minute = std::num::NonZeroU32::MAX;
    })
    .await;
    for caller in [Caller::Script(server.script()), Caller::Browser(server.browser())] {
        Journey { caller, server: &server, search: &mut search }.walk().await;
    }
    drop(logging);
    search.collect("log", log.text());
    search.collect("log of other threads", log_lines().join("\n"));
    search
}

fn plant_what_is_known(search: &mut Search) {
    for (name, secret) in
        [("the client secret", SECRET), ("the client secret's end", SECRET_CORE), ("a pasted token", PASTED)]
    {
        search.plant(name, secret);
    }
    for (name, token) in ISSUED {
        search.plant(name, token);
    }
    search.plant("the private key in PEM", line_of(PEM));
    search.plant("the private key as JWK", exponent());
}

#[tokio::test]
async fn no_secret_is_found_in_anything_that_can_be_read_with_a_log_for_people() {
    let search = search(LogFormat::Text).await;
    assert_eq!(search.leaks(), [""; 0]);
    assert_the_search_was_real(&search);
}

#[tokio::test]
async fn no_secret_is_found_in_anything_that_can_be_read_with_a_log_for_machines() {
    let search = search(LogFormat::Json).await;
    assert_eq!(search.leaks(), [""; 0]);
    assert_the_search_was_real(&search);
}

/// Every sink holds what it should hold, so it was the right one that was searched.
fn assert_the_search_was_real(search: &Search) {
    for secret in [SECRET, ISSUED[0].1, ISSUED[1].1] {
        assert!(search.was_in_play(secret), "{secret} never came back from a provider");
    }
    for name in ["a secret of the sandbox", "a key of the sandbox", "an issued token", "a token's signature"]
    {
        assert!(search.planted(name) > 2, "{name}");
    }
    for session in ["set-cookie", "x-session-id"] {
        assert_eq!(search.planted(session), 1, "{session}");
    }
    let page = "GET /flows/client-credentials?step=token";
    for (visible, sinks) in [
        (CLIENT, ["call", "token", "GET /api/draft/client-credentials", page]),
        (search.latest_call(), ["log", "GET /api/calls", "call", page]),
    ] {
        let seen = search.sinks_with(visible);
        for sink in sinks {
            assert!(seen.contains(&sink), "{sink} does not even hold {visible}");
        }
    }
    let statuses: Vec<&str> = search.sinks.iter().map(|sink| sink.name.as_str()).collect();
    for status in ["200", "401", "422", "502"] {
        assert!(statuses.contains(&format!("POST /api/token-exchange {status}").as_str()), "{status}");
    }
}

#[test]
fn a_planted_secret_is_found_in_every_encoding_and_at_every_offset() {
    for (name, encode) in ENCODINGS {
        for look in encode(SECRET) {
            assert!(found(&format!("before {look} after"), SECRET).contains(&name), "{name}");
        }
    }
    for before in ["", "a", "ab", "client:"] {
        let pair = STANDARD.encode(format!("{before}{SECRET}after"));
        assert!(found(&pair, SECRET).contains(&"base64"), "after {before:?}");
    }
}

#[test]
fn a_masked_token_is_no_leak_and_a_whole_one_is() {
    let mut search = Search::default();
    search.plant("token", PASTED);
    search.collect("masked", format!("{}…{}", &PASTED[..6], &PASTED[PASTED.len() - 4..]));
    assert_eq!(search.leaks(), [""; 0]);
    search.collect("whole", PASTED);
    assert_eq!(search.leaks(), ["token in whole as raw, percent, form, JSON"]);
}
