"""Makes the keys and signatures of this folder with tools that are not ours.

Needs openssl and the Python package `cryptography`; run it inside this folder. The keys are fixtures
and open nothing. RSASSA-PKCS1-v1_5 and HMAC are deterministic, so their signatures can be compared
byte for byte.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import subprocess

from cryptography.hazmat.primitives import serialization

INPUT = b"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjbGllbnQifQ"


def openssl(*arguments: str, data: bytes | None = None) -> bytes:
    return subprocess.run(["openssl", *arguments], input=data, check=True, capture_output=True).stdout


def b64(number: int, length: int | None = None) -> str:
    size = length or (number.bit_length() + 7) // 8
    return base64.urlsafe_b64encode(number.to_bytes(size, "big")).rstrip(b"=").decode()


def save(name: str, content: bytes | str) -> None:
    path = pathlib.Path(name)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def rsa_jwk(pem: bytes) -> dict:
    numbers = serialization.load_pem_private_key(pem, None).private_numbers()
    public = numbers.public_numbers
    return {
        "kty": "RSA", "n": b64(public.n), "e": b64(public.e), "d": b64(numbers.d), "p": b64(numbers.p),
        "q": b64(numbers.q), "dp": b64(numbers.dmp1), "dq": b64(numbers.dmq1), "qi": b64(numbers.iqmp),
    }


def ec_jwk(pem: bytes) -> dict:
    numbers = serialization.load_pem_private_key(pem, None).private_numbers()
    public = numbers.public_numbers
    return {
        "kty": "EC", "crv": "P-256", "x": b64(public.x, 32), "y": b64(public.y, 32),
        "d": b64(numbers.private_value, 32),
    }


rsa = openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048")
p256 = openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
save("rsa-pkcs8.pem", rsa)
save("rsa-pkcs1.pem", openssl("rsa", "-traditional", data=rsa))
save("rsa-public.pem", openssl("pkey", "-pubout", data=rsa))
save("rsa-encrypted.pem", openssl("pkcs8", "-topk8", "-passout", "pass:fixture", data=rsa))
save("rsa-encrypted-pkcs1.pem", openssl("rsa", "-traditional", "-aes128", "-passout", "pass:fixture", data=rsa))
save("rsa-1024.pem", openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"))
save("rsa.jwk", json.dumps(rsa_jwk(rsa), indent=1))
save("rsa-1024.jwk", json.dumps(rsa_jwk(pathlib.Path("rsa-1024.pem").read_bytes()), indent=1))
save("p256-pkcs8.pem", p256)
save("p256-sec1.pem", openssl("ecparam", "-name", "prime256v1") + openssl("ec", data=p256))
save("p256-public.pem", openssl("pkey", "-pubout", data=p256))
save("p256.jwk", json.dumps(ec_jwk(p256), indent=1))
save("p384.pem", openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"))
save("ed25519.pem", openssl("genpkey", "-algorithm", "ED25519"))
save("rsa-pss.pem", openssl("genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"))
save("certificate.pem", openssl("req", "-x509", "-new", "-key", "rsa-pkcs8.pem", "-subj", "/CN=fixture", "-days", "9999"))

save("signing-input.txt", INPUT)
for bits in ("256", "384", "512"):
    signature = openssl("dgst", f"-sha{bits}", "-sign", "rsa-pkcs8.pem", data=INPUT)
    save(f"rs{bits}.b64", base64.urlsafe_b64encode(signature).rstrip(b"="))
    mac = hmac.new(b"0123456789abcdef" * 4, INPUT, getattr(hashlib, f"sha{bits}")).digest()
    save(f"hs{bits}.b64", base64.urlsafe_b64encode(mac).rstrip(b"="))
