//! Tables of spellings and targets.

#![expect(clippy::unwrap_used, reason = "tests state their expectations")]

use super::*;

const ENVIRONMENT: &str = "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63";

fn guard(bound: &str) -> Guard {
    let bound: SocketAddr = bound.parse().unwrap();
    Guard::new(bound, OwnOrigin::new(bound, None), vec![])
}

fn loopback() -> Guard {
    guard("127.0.0.1:3000")
}

fn judge(guard: &Guard, url: &str, consent: &Consent<'_>) -> Result<Ground, NotAllowed> {
    guard.clear(&url.parse().unwrap(), consent).map(|clearance| clearance.ground())
}

#[test]
fn every_region_of_pingone_is_allowed_over_https_and_only_so() {
    for bound in ["127.0.0.1:3000", "0.0.0.0:3000"] {
        for region in Region::ALL {
            for host in [region.auth_host(), region.api_host()] {
                let url = format!("https://{host}/{ENVIRONMENT}/as/token");
                assert_eq!(judge(&guard(bound), &url, &Consent::Missing), Ok(Ground::Listed), "{url}");
                let plain = judge(&guard(bound), &url.replace("https", "http"), &Consent::Named);
                assert!(matches!(plain, Err(NotAllowed::PlainHttp(_))), "{url}");
            }
        }
    }
}

#[test]
fn hosts_that_resemble_pingone_are_not_on_the_list() {
    for host in [
        "pingone.com",
        "auth.pingone.com.evil.example",
        "evil-auth.pingone.com",
        "auth.pingone.com.",
        "console.pingone.com",
        "auth.pingone.com:8443",
        "auth.pingone.de",
        "auth-pingone-com.example",
    ] {
        let refused = judge(&guard("0.0.0.0:3000"), &format!("https://{host}/as/token"), &Consent::Named);
        assert!(matches!(refused, Err(NotAllowed::NotListed(_))), "{host}: {refused:?}");
    }
}

#[test]
fn a_listed_host_needs_no_confirmation_at_the_port_of_https() {
    let bound: SocketAddr = "0.0.0.0:3000".parse().unwrap();
    let guard = Guard::new(bound, OwnOrigin::new(bound, None), vec!["as.example".into()]);
    assert_eq!(judge(&guard, "https://as.example/token", &Consent::Missing), Ok(Ground::Listed));
    assert!(judge(&guard, "https://as.example:8443/token", &Consent::Named).is_err());
}

#[test]
fn the_sandbox_is_allowed_by_every_name_of_this_server_and_dialled_directly() {
    for host in ["127.0.0.1:3000", "localhost:3000", "[::1]:3000", "127.0.0.1.:3000"] {
        let url = format!("http://{host}/sandbox/{ENVIRONMENT}/as/token");
        let cleared = loopback().clear(&url.parse().unwrap(), &Consent::Missing).unwrap();
        assert_eq!(cleared.ground(), Ground::Sandbox, "{host}");
        assert_eq!(cleared.dial(), Some("127.0.0.1:3000".parse().unwrap()));
    }
}

#[test]
fn a_server_on_every_address_dials_its_sandbox_on_loopback() {
    let url = format!("http://localhost:3000/sandbox/{ENVIRONMENT}/as/token");
    let cleared = guard("0.0.0.0:3000").clear(&url.parse().unwrap(), &Consent::Missing).unwrap();
    assert_eq!(cleared.dial(), Some("127.0.0.1:3000".parse().unwrap()));
}

#[test]
fn every_other_path_of_this_server_is_refused() {
    for path in [
        "/",
        "/api/token-exchange",
        "/sandbox",
        "/sandbox/",
        "/sandbox/_control/environments",
        "/sandbox/as/token",
        "/sandbox/not-a-uuid/as/token",
        "/sandbox/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/clients",
        "/sandbox/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as/../../_control",
        "//sandbox",
        "/healthz",
        "/sandbox/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as/%2e%2e/%2e%2e/api",
        "/sandbox/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as/..%2f..%2fapi",
        "/sandbox/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as//api",
        "/%73andbox/x/as",
        "//sandbox/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as/token",
    ] {
        for host in
            ["127.0.0.1:3000", "localhost:3000", "[::1]:3000", "127.1:3000", "0:3000", "127.8.8.8:3000"]
        {
            let refused = judge(&loopback(), &format!("http://{host}{path}"), &Consent::Named);
            assert!(matches!(refused, Err(NotAllowed::OwnServer(_))), "{host}{path}: {refused:?}");
        }
    }
}

#[test]
fn this_machine_is_a_target_once_it_is_named_or_confirmed() {
    for url in ["http://127.0.0.1:9000/token", "http://localhost:9000/token", "https://[::1]:9000/token"] {
        let origin = url.trim_end_matches("/token");
        assert_eq!(judge(&loopback(), url, &Consent::Named), Ok(Ground::Confirmed), "{url}");
        assert_eq!(judge(&loopback(), url, &Consent::Confirmed(origin)), Ok(Ground::Confirmed), "{url}");
        let unconfirmed = Err(NotAllowed::Unconfirmed(origin.to_owned()));
        assert_eq!(judge(&loopback(), url, &Consent::Missing), unconfirmed);
        assert_eq!(judge(&loopback(), url, &Consent::Confirmed("http://127.0.0.1:9001")), unconfirmed);
    }
}

#[test]
fn a_public_server_is_a_target_over_https_once_it_is_named() {
    assert_eq!(judge(&loopback(), "https://as.example.com/token", &Consent::Named), Ok(Ground::Confirmed));
    assert_eq!(judge(&loopback(), "https://8.8.8.8/token", &Consent::Named), Ok(Ground::Confirmed));
    let plain = judge(&loopback(), "http://as.example.com/token", &Consent::Named);
    assert!(matches!(plain, Err(NotAllowed::PlainHttp(_))));
}

#[test]
fn a_server_others_can_reach_takes_no_targets_from_its_callers() {
    for url in ["https://as.example.com/token", "http://127.0.0.1:9000/token", "https://10.0.0.5/token"] {
        let refused = judge(&guard("0.0.0.0:3000"), url, &Consent::Named);
        assert!(matches!(refused, Err(NotAllowed::NotListed(_))), "{url}");
    }
}

#[test]
fn verified_metadata_leads_to_public_servers_but_not_to_this_machine() {
    let issuer = loopback().clear(&"https://as.example.com".parse().unwrap(), &Consent::Named).unwrap();
    let published = Consent::Published(&issuer);
    assert_eq!(judge(&loopback(), "https://token.example.net/t", &published), Ok(Ground::Confirmed));
    for url in ["http://127.0.0.1:9000/token", "http://localhost:22/", "https://[::1]/token"] {
        assert!(matches!(judge(&loopback(), url, &published), Err(NotAllowed::Unnamed(_))), "{url}");
    }
    for url in ["http://127.0.0.1:3000/api/tokens", "https://10.0.0.5/token", "http://as.example.com/token"] {
        assert!(judge(&loopback(), url, &published).is_err(), "{url}");
    }
    let local = loopback().clear(&"http://127.0.0.1:9000".parse().unwrap(), &Consent::Named).unwrap();
    let published = Consent::Published(&local);
    assert_eq!(judge(&loopback(), "http://127.0.0.1:9000/token", &published), Ok(Ground::Confirmed));
    assert!(judge(&loopback(), "http://127.0.0.1:9001/token", &published).is_err());
}

/// Ways to write an IPv4 address that a URL parser or a careless resolver understands.
fn spellings(address: [u8; 4]) -> Vec<String> {
    let [a, b, c, d] = address.map(u32::from);
    let whole = u32::from_be_bytes(address);
    let (tail3, tail2) = (b << 16 | c << 8 | d, c << 8 | d);
    let full_width = |text: &str| -> String {
        text.chars()
            .map(|c| char::from_u32(u32::from(c) + 0xfee0).filter(|_| c.is_ascii_digit()).unwrap_or(c))
            .collect()
    };
    let dotted = format!("{a}.{b}.{c}.{d}");
    let mut found = vec![
        dotted.clone(),
        format!("{dotted}."),
        format!("{whole}"),
        format!("{whole:#x}"),
        format!("0X{whole:X}"),
        format!("0{whole:o}"),
        format!("{a}.{tail3}"),
        format!("{a}.{b}.{tail2}"),
        format!("{a:#x}.{b:#x}.{c:#x}.{d:#x}"),
        format!("0{a:o}.0{b:o}.0{c:o}.0{d:o}"),
        format!("{a:#x}.{tail3}"),
        format!("0{a:o}.{b:#x}.{tail2}"),
        format!("{a:#x}.0{b:o}.{c}.{d}"),
        format!("000{a:o}.000{b:o}.{c}.{d}"),
        format!("0x0{a:x}.{b}.{c}.{d}"),
        format!("{a}.{b}.0x{c:x}.0{d:o}"),
        format!("{a:#x}.{b}.{tail2:#x}"),
        full_width(&dotted),
        dotted.replace('.', "。"),
        dotted.replace('.', "%2e"),
        format!("[::ffff:{dotted}]"),
        format!("[::ffff:{:x}:{tail2:x}]", a << 8 | b),
        format!("[0:0:0:0:0:ffff:{dotted}]"),
        format!("[64:ff9b::{dotted}]"),
        format!("[::{dotted}]"),
        format!("[2002:{:x}:{tail2:x}::1]", a << 8 | b),
        format!("[2001:0:{:x}:{tail2:x}::1]", a << 8 | b),
        format!("[64:ff9b:1::{dotted}]"),
        format!("{dotted}.nip.io.internal"),
        format!("user@{dotted}"),
        format!("user:pass@{dotted}"),
        format!("as.example.com@{dotted}"),
        format!("{dotted}#as.example.com"),
        format!("as.example.com#@{dotted}"),
        format!("{dotted}\\@as.example.com"),
        format!("%3{dotted}"),
        format!("{dotted}%00.example.com"),
        format!("{dotted} .example.com"),
        format!("{dotted}\t"),
        format!("{dotted}\r\n"),
        format!("{}.{b}.{c}.{d}", a + 256),
        format!("{}", u64::from(whole) + (1 << 32)),
    ];
    found.extend([80, 443, 22, 65535].map(|port| format!("{dotted}:{port}")));
    found
}

#[test]
fn without_callers_targets_no_spelling_of_any_address_is_allowed() {
    let (guard, mut count) = (guard("0.0.0.0:3000"), 0);
    for address in PRIVATE.into_iter().chain([[127, 0, 0, 1], [1, 1, 1, 1]]) {
        for spelling in spellings(address) {
            for url in [format!("https://{spelling}/token"), format!("http://{spelling}/token")] {
                count += 1;
                let Ok(endpoint) = url.parse::<Endpoint>() else { continue };
                assert!(guard.clear(&endpoint, &Consent::Named).is_err(), "{url} was allowed");
            }
        }
    }
    assert!(count >= 795, "{count}");
}

const PRIVATE: [[u8; 4]; 8] = [
    [10, 0, 0, 5],
    [169, 254, 169, 254],
    [192, 168, 1, 1],
    [172, 16, 0, 9],
    [100, 64, 0, 1],
    [0, 0, 0, 0],
    [198, 18, 0, 1],
    [255, 255, 255, 255],
];

#[test]
fn no_spelling_of_a_private_address_is_allowed() {
    let mut count = 0;
    for address in PRIVATE {
        for spelling in spellings(address) {
            for url in [format!("https://{spelling}/token"), format!("http://{spelling}/token")] {
                count += 1;
                let Ok(endpoint) = url.parse::<Endpoint>() else { continue };
                let verdict = loopback().clear(&endpoint, &Consent::Named);
                assert!(verdict.is_err(), "{url} was allowed");
            }
        }
    }
    assert!(count >= 732, "{count}");
}

#[test]
fn no_spelling_of_loopback_is_allowed_unless_this_exact_origin_was_confirmed() {
    let spellings = spellings([127, 0, 0, 1]);
    assert!(spellings.len() >= 40);
    for spelling in spellings {
        for url in [format!("https://{spelling}/token"), format!("http://{spelling}/token")] {
            let Ok(endpoint) = url.parse::<Endpoint>() else { continue };
            for consent in [Consent::Missing, Consent::Confirmed("https://as.example.com")] {
                assert!(loopback().clear(&endpoint, &consent).is_err(), "{url} was allowed");
            }
            assert!(guard("0.0.0.0:3000").clear(&endpoint, &Consent::Named).is_err(), "{url} was allowed");
        }
    }
}

#[test]
fn private_names_are_refused_even_when_named() {
    for host in
        ["metadata.google.internal", "db.internal", "printer.local", "a.localhost", "router", "metadata"]
    {
        let refused = judge(&loopback(), &format!("https://{host}/token"), &Consent::Named);
        assert!(matches!(refused, Err(NotAllowed::Private(_))), "{host}: {refused:?}");
    }
}

#[test]
fn other_schemes_are_not_even_endpoints() {
    for scheme in
        ["file", "gopher", "dict", "ftp", "sftp", "tftp", "ldap", "jar", "data", "blob", "javascript", "ws"]
    {
        assert!(format!("{scheme}://127.0.0.1/token").parse::<Endpoint>().is_err(), "{scheme}");
    }
}
