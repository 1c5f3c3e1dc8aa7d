//! Which keys of a set are used, and which key is chosen.

#![expect(clippy::unwrap_used, reason = "tests state their expectations")]

use super::{
    tests::{ec_key, key_set},
    *,
};
use crate::wire::SigningAlg;

/// A modulus from an example of RFC 7516.
const N: &str = "sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1WlUzewbgBHod5pcM9H95GQRV3JDXboIRROSBigeC5yjU1hGzHHyXss8UDprecbAYxknTcQkhslANGRUZmdTOQ5qTRsLAt6BTYuyvVRdhS8exSZEy_c4gs_7svlJJQ4H9_NxsiIoLwAEk7-Q3UXERGYw_75IDrGA84-lA_-Ct4eTlXHBIY2EaV7t7LjJaynVJCpkv4LKjTTAumiGUIuQhrNhZLuF_RJLqHpM2kgWFLU7-VTdL1VbC2tejvcI2BlMkEpk1BzBZI0KQB0GaDWFLN-aEAw3vRw";

fn fault(members: &str) -> KeyFault {
    let set = key_set(&[format!("{{{members}}}")]);
    assert!(set.keys().is_empty(), "{members}");
    set.dropped()[0].fault.clone()
}

fn rsa(more: &str) -> String {
    format!(r#""kty":"RSA","n":"{N}","e":"AQAB"{more}"#)
}

#[test]
fn a_pingone_key_without_alg_is_used_for_every_rsa_algorithm() {
    let set = key_set(&[format!("{{{}}}", rsa(r#","use":"sig","kid":"default","x5t":"x","x5c":["M"]"#))]);
    assert!(set.names("default") && !set.names("other"));
    for alg in [SigningAlg::RS256, SigningAlg::PS512] {
        assert!(set.choose(alg, Some("default")).is_ok());
    }
    assert!(set.choose(SigningAlg::ES256, Some("default")).is_err());
}

#[test]
fn keys_for_other_things_symmetric_and_private_keys_are_left_out() {
    assert_eq!(fault(r#""kty":"oct","k":"c2VjcmV0""#), KeyFault::Symmetric);
    assert_eq!(fault(&rsa(r#","use":"enc""#)), KeyFault::OtherUse);
    assert_eq!(fault(&rsa(r#","key_ops":["encrypt"]"#)), KeyFault::OtherUse);
    assert_eq!(fault(&rsa(r#","key_ops":"verify""#)), KeyFault::Unreadable("key_ops".into()));
    assert_eq!(fault(&rsa(r#","d":"AQAB""#)), KeyFault::Private("d"));
    assert_eq!(fault(&rsa(r#","alg":"RSA-OAEP""#)), KeyFault::Algorithm("\"RSA-OAEP\"".into()));
    assert_eq!(fault(&rsa(r#","alg":"ES256""#)), KeyFault::Algorithm("\"ES256\"".into()));
    assert_eq!(fault(&rsa(r#","alg":"HS256""#)), KeyFault::Algorithm("\"HS256\"".into()));
    assert_eq!(fault(&rsa(r#","n":"AQAB""#)), KeyFault::Unreadable("\"n\"".into()));
    assert!(matches!(fault(r#""kty":"XYZ""#), KeyFault::Unsupported(_)));
    assert!(matches!(fault(r#""kty":"EC","crv":"secp256k1","x":"","y":"""#), KeyFault::Unsupported(_)));
}

#[test]
fn weak_rsa_keys_are_left_out() {
    let with = |n: &str, e: &str| fault(&format!(r#""kty":"RSA","n":"{n}","e":"{e}""#));
    assert_eq!(with(&N[..172], "AQAB"), KeyFault::RsaSize(1032));
    assert_eq!(with(N, "Aw"), KeyFault::RsaExponent);
    assert_eq!(with(N, "AQ"), KeyFault::RsaExponent);
    assert_eq!(with(&N.replace("3vRw", "3vRg"), "AQAB"), KeyFault::RsaWeak);
    assert_eq!(with("", "AQAB"), KeyFault::RsaSize(0));
    assert_eq!(with(&"_".repeat(1400), "AQAB"), KeyFault::RsaSize(8400));
}

#[test]
fn coordinates_have_the_size_of_the_field() {
    let key = ec_key("a");
    let short = key.replace("f83OJ3D2", "");
    assert_eq!(key_set(&[short]).dropped()[0].fault, KeyFault::Unreadable("x".into()));
    let wrong_curve = key.replace("P-256", "P-384");
    assert_eq!(key_set(&[wrong_curve]).dropped()[0].fault, KeyFault::Unreadable("x".into()));
    assert_eq!(key_set(&[key]).keys()[0].key.uncompressed_point().unwrap().len(), 65);
}

#[test]
fn a_left_out_key_is_named_with_its_reason() {
    let set = key_set(&[format!("{{{}}}", rsa(r#","kid":"k1","use":"enc""#))]);
    let why = set.choose(SigningAlg::RS256, Some("k1")).unwrap_err();
    assert_eq!(why, NoKey::Dropped("k1".into(), KeyFault::OtherUse));
}

#[test]
fn a_set_is_bounded_and_one_bad_key_does_not_spoil_it() {
    let set = key_set(&["null".into(), "7".into(), ec_key("good"), "[]".into()]);
    assert_eq!((set.keys().len(), set.dropped().len()), (1, 3));
    let many = vec!["{}".to_owned(); 101].join(",");
    assert_eq!(KeySet::parse(format!(r#"{{"keys":[{many}]}}"#).as_bytes()), Err(KeySetFault::TooMany(101)));
    assert_eq!(KeySet::parse(&vec![b' '; KeySet::MAX_BYTES + 1]), Err(KeySetFault::TooLarge));
    for body in ["", "[]", "{}", r#"{"keys":{}}"#, r#"{"keys":[],"keys":[]}"#, "<html>"] {
        assert!(matches!(KeySet::parse(body.as_bytes()), Err(KeySetFault::Unreadable(_))), "{body}");
    }
}
