"""Makes the vectors that signer, decoder and verification policy are held against.

Nothing of this product takes part: keys come from openssl, tokens from joserfc
(https://jose.authlib.org). The outputs are committed, so the tests need neither.

    python3 -m venv /tmp/vectors && /tmp/vectors/bin/pip install joserfc==1.8.0
    /tmp/vectors/bin/python tests/vectors/generate.py

Keys are made once and kept, so a second run changes nothing but the signatures that contain a random
number (ES*, PS*). The times are fixed; they have no relation to the day of the run.
"""

import base64
import json
import pathlib
import subprocess

from joserfc import jws
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

HERE = pathlib.Path(__file__).parent
KEYS = HERE / "keys"

NOW = 1_768_382_813
ISSUER = "https://auth.pingone.eu/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as"
AUDIENCE = "https://orders.example.org"
CLIENT = "b80c53e9-f64a-47d2-91c3-2ea7d518f06b"
SECRET = "~Qm3-_.x0Zt9Lw7Rk2Vb5Nc8Hd1Jf4Gs6Pa0Ye3Ui.Ov7Tx2Bz5Mq8Wn1Er4Cl6Kd"
OPENSSL_KEYS = {
    "rsa": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
    "rsa-other": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
    "rsa-1024": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"],
    "rsa-exponent-3": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-pkeyopt", "rsa_keygen_pubexp:3"],
    "p256": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    "p256-other": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    "p384": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
    "p521": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"],
    "ed25519": ["-algorithm", "ED25519"],
}
KEY_OF_ALG = {
    **{f"{family}{size}": "rsa" for family in ("RS", "PS") for size in (256, 384, 512)},
    "ES256": "p256",
    "ES384": "p384",
    "EdDSA": "ed25519",
}


def pem(name):
    path = KEYS / f"{name}.pem"
    if not path.exists():
        KEYS.mkdir(exist_ok=True)
        subprocess.run(["openssl", "genpkey", *OPENSSL_KEYS[name], "-out", path], check=True, stderr=subprocess.DEVNULL)
    return path.read_text()


def key(name):
    kind = {"rsa": RSAKey, "p": ECKey, "ed": OKPKey}
    return next(kind[prefix] for prefix in kind if name.startswith(prefix)).import_key(pem(name))


def public(name, **members):
    return {**{k: v for k, v in key(name).as_dict(private=False).items() if k != "kid"}, **members}


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def sign(header, payload, signing_key):
    """A compact JWS over exactly these bytes; joserfc writes the header in the order given."""
    return jws.serialize_compact(header, payload, signing_key, algorithms=[header["alg"]])


def b64url(data):
    return base64.urlsafe_b64encode(data.encode()).decode().rstrip("=")


def flip(token, segment):
    """The same token with one bit of a segment changed, still in canonical base64url."""
    parts = token.split(".")
    data = bytearray(base64.urlsafe_b64decode(parts[segment] + "=" * (-len(parts[segment]) % 4)))
    data[len(data) // 2] ^= 1
    parts[segment] = base64.urlsafe_b64encode(bytes(data)).decode().rstrip("=")
    return ".".join(parts)


def signatures():
    """One token per algorithm, with what must not verify."""
    for alg, name in KEY_OF_ALG.items():
        token = sign({"alg": alg, "kid": name}, '{"sub":"é"}', key(name))
        yield {
            "alg": alg,
            "jwk": public(name, kid=name),
            "valid": token,
            "invalid": [flip(token, 1), flip(token, 2)],
        }


def assertion(alg, kid, typ, audience, lifetime, jti, secret=None, key_name=None):
    header = {"alg": alg, **({"kid": kid} if kid else {}), "typ": typ}
    claims = {"iss": CLIENT, "sub": CLIENT, "aud": audience, "iat": NOW, "exp": NOW + lifetime, "jti": jti}
    signing_key = OctKey.import_key(secret) if secret else key(key_name)
    return {
        "alg": alg,
        "kid": kid,
        "typ": typ,
        "client_id": CLIENT,
        "audience": audience,
        "now": NOW,
        "lifetime": lifetime,
        "jti": jti,
        "client_secret": secret,
        "private_key": pem(key_name) if key_name else None,
        "jwk": public(key_name, kid=kid) if key_name else None,
        "compact": sign(header, compact(claims), signing_key),
    }


def assertions():
    """Client assertions as RFC 7523 section 3 and RFC 10070 have them."""
    jti = "0f7d2a51c6be4e089d3384a1f5b27c96"
    for alg in ("HS256", "HS384", "HS512"):
        yield assertion(alg, None, "JWT", ISSUER, 60, jti, secret=SECRET)
    for alg in ("RS256", "RS384", "RS512", "ES256"):
        name = KEY_OF_ALG[alg]
        yield assertion(alg, "ops-2026-01", "JWT", ISSUER, 60, jti, key_name=name)
        yield assertion(alg, 'it\'s "1"\\', "client-authentication+jwt", f"{ISSUER}/token", 300, jti, key_name=name)


def claims(**changed):
    plain = {
        "client_id": CLIENT,
        "iss": ISSUER,
        "jti": "c2b9f0e7-35d8-4a16-8f72-60d1e94ab8c3",
        "iat": NOW,
        "exp": NOW + 3600,
        "aud": [AUDIENCE],
        "scope": "orders:read",
    }
    return compact({k: v for k, v in {**plain, **changed}.items() if v is not None})


def tokens():
    """Access tokens with the checks that must fail, by the names of the verification report."""
    rsa = {"alg": "RS256", "kid": "default"}
    key_set = {"keys": [public("rsa", kid="default", use="sig"), public("p256", kid="ec", use="sig")]}

    def case(name, token, failing=(), keys=key_set, audience=AUDIENCE):
        return {"name": name, "token": token, "failing": list(failing), "jwks": keys, "issuer": ISSUER,
                "audience": audience, "now": NOW}

    good = sign(rsa, claims(), key("rsa"))
    yield case("as PingOne issues it", good)
    yield case("no audience to compare with", good, audience=None)
    yield case("typed at+jwt", sign({**rsa, "typ": "at+jwt"}, claims(), key("rsa")))
    yield case("typed JWT, audience as a string", sign({**rsa, "typ": "JWT"}, claims(aud=AUDIENCE), key("rsa")))
    yield case("RSASSA-PSS", sign({**rsa, "alg": "PS256"}, claims(), key("rsa")))
    yield case("ECDSA", sign({"alg": "ES256", "kid": "ec"}, claims(), key("p256")))
    yield case("no kid and one fitting key", sign({"alg": "ES256"}, claims(), key("p256")))
    yield case("fractional times", sign(rsa, claims(iat=NOW + 0.5, exp=NOW + 60.5), key("rsa")))
    yield case("expired within the leeway", sign(rsa, claims(exp=NOW - 30), key("rsa")))
    yield case("expired", sign(rsa, claims(exp=NOW - 3600), key("rsa")), ["expiry"])
    yield case("without expiry", sign(rsa, claims(exp=None), key("rsa")), ["expiry"])
    yield case("expiry as a string", sign(rsa, claims(exp=str(NOW + 60)), key("rsa")), ["expiry"])
    yield case("not valid yet", sign(rsa, claims(nbf=NOW + 600), key("rsa")), ["not-before"])
    yield case("issued in the future", sign(rsa, claims(iat=NOW + 600), key("rsa")), ["not-before"])
    yield case("another issuer", sign(rsa, claims(iss=f"{ISSUER}/"), key("rsa")), ["issuer"])
    yield case("no issuer", sign(rsa, claims(iss=None), key("rsa")), ["issuer"])
    yield case("another audience", sign(rsa, claims(aud=["https://api.pingone.eu"]), key("rsa")), ["audience"])
    yield case("a client assertion", sign({**rsa, "typ": "client-authentication+jwt"}, claims(), key("rsa")), ["type"])
    yield case("changed claims", flip(good, 1), ["signature"] if flip_is_json(good) else FOUR)
    yield case("changed signature", flip(good, 2), ["signature"])
    yield case("another key of the same name", sign(rsa, claims(), key("rsa-other")), ["signature"])
    yield case("an unknown key name", sign({**rsa, "kid": "gone"}, claims(), key("rsa")), ["signature"])
    yield case("the key in the header",
               sign({**rsa, "kid": "gone", "jwk": public("rsa-other")}, claims(), key("rsa-other")), ["signature"])
    yield case("two keys could be meant", sign({"alg": "RS256"}, claims(), key("rsa")), ["signature"],
               {"keys": [public("rsa", kid="a"), public("rsa-other", kid="b")]})
    yield case("a repeated key name", good, ["signature"],
               {"keys": [public("rsa", kid="default"), public("rsa-other", kid="default")]})
    yield case("a key for encryption", good, ["signature"], {"keys": [public("rsa", kid="default", use="enc")]})
    yield case("a short key", sign(rsa, claims(), key("rsa-1024")), ["signature"],
               {"keys": [public("rsa-1024", kid="default")]})
    yield case("a small exponent", sign(rsa, claims(), key("rsa-exponent-3")), ["signature"],
               {"keys": [public("rsa-exponent-3", kid="default")]})
    yield case("a published private key", good, ["signature"],
               {"keys": [{**key("rsa").as_dict(private=True), "kid": "default"}]})
    yield case("a symmetric key in the set", sign({"alg": "HS256", "kid": "default"}, claims(), OctKey.import_key(SECRET)),
               ["algorithm"], {"keys": [{"kty": "oct", "kid": "default", "k": b64url(SECRET)}]})
    public_pem = key("rsa").as_pem(private=False)
    confused = hmac_token({"alg": "HS256", "kid": "default"}, claims(), public_pem)
    yield case("the public key as an HMAC secret", confused, ["algorithm"])
    unsigned = f"{b64url(compact({'alg': 'none', 'kid': 'default'}))}.{b64url(claims())}."
    yield case("unsigned", unsigned, ["signature", "algorithm"])
    raw = '{"alg":"RS256","kid":"default","kid":"default"}'
    yield case("a repeated header member", rsa_token(raw, claims()), ["signature"])
    critical = compact({**rsa, "crit": ["exp"], "exp": NOW})
    yield case("a critical extension", rsa_token(critical, claims()), ["signature"])
    repeated = claims()[:-1] + f',"iss":{compact(ISSUER)}}}'
    yield case("a repeated claim", sign(rsa, repeated, key("rsa")), FOUR)


FOUR = ["issuer", "audience", "expiry", "not-before"]


def flip_is_json(token):
    payload = flip(token, 1).split(".")[1]
    try:
        json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        return True
    except ValueError:
        return False


def hmac_token(header, payload, secret):
    """What an attacker makes of a public key; joserfc refuses to."""
    import hashlib
    import hmac

    signing_input = f"{b64url(compact(header))}.{b64url(payload)}"
    mac = hmac.new(secret, signing_input.encode(), hashlib.sha256).digest()
    return f"{signing_input}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"


def rsa_token(header, payload):
    """An RS256 token with a header that joserfc would not write, signed by openssl."""
    signing_input = f"{b64url(header)}.{b64url(payload)}"
    command = ["openssl", "dgst", "-sha256", "-sign", KEYS / "rsa.pem"]
    signature = subprocess.run(command, input=signing_input.encode(), check=True, capture_output=True).stdout
    return f"{signing_input}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


def key_sets():
    """Single keys, with the start of the reason for which they are left out."""
    private = {**key("p256").as_dict(private=True), "kid": "k"}
    yield {"jwk": public("rsa"), "dropped": None}
    yield {"jwk": public("rsa", alg="RS256", use="sig", key_ops=["verify"], kid="k", x5t="AAAA"), "dropped": None}
    yield {"jwk": public("p256", alg="ES256"), "dropped": None}
    yield {"jwk": public("p384"), "dropped": None}
    yield {"jwk": public("ed25519", alg="EdDSA"), "dropped": None}
    yield {"jwk": public("p521"), "dropped": "crv \"P-521\" is not supported"}
    yield {"jwk": public("rsa-1024"), "dropped": "its RSA modulus has 1024 bits"}
    yield {"jwk": public("rsa-exponent-3"), "dropped": "its RSA exponent"}
    yield {"jwk": public("p256", alg="ES384"), "dropped": "its alg \"ES384\""}
    yield {"jwk": public("rsa", alg="HS256"), "dropped": "its alg \"HS256\""}
    yield {"jwk": public("rsa", use="enc"), "dropped": "it is not meant for signatures"}
    yield {"jwk": public("rsa", key_ops=["sign"]), "dropped": "it is not meant for signatures"}
    yield {"jwk": private, "dropped": "it contains the private member d"}
    yield {"jwk": {"kty": "oct", "k": b64url(SECRET)}, "dropped": "it is a symmetric key"}


def main():
    for make in (signatures, assertions, tokens, key_sets):
        path = HERE / f"{make.__name__.replace('_', '-')}.json"
        path.write_text(json.dumps(list(make()), indent=1, ensure_ascii=False) + "\n")
        print(path)


main()
