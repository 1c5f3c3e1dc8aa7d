//! TLS that cannot be trusted, served by openssl: refused, each with its reason.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use super::fails;
use crate::harness::TestServer;

/// A certificate authority and servers, in a folder of their own.
struct Certificates(PathBuf);

/// `openssl s_server` with one certificate; ended when dropped.
struct TlsServer {
    process: Child,
    port: u16,
}

const NEW_KEY: &str = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
const CA_CONFIGURATION: &str = "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nrand_serial=yes\nnew_certs_dir=.\n\
    default_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n";
const VALID: &str = "-days 2";
const EXPIRED: &str = "-startdate 20200101000000Z -enddate 20200102000000Z";

fn openssl(folder: &PathBuf, arguments: &str) {
    let output = Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

impl Certificates {
    /// `None` where there is no openssl, which is said on the terminal.
    fn new(name: &str) -> Option<Self> {
        if Command::new("openssl").arg("version").output().is_err() {
            // Written past the test harness, which shows the output of failed tests only.
            std::io::stderr().write_all(b"SKIPPED bad certificates: there is no openssl\n").unwrap();
            return None;
        }
        let folder =
            PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("tls-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        openssl(&folder, &format!("req -x509 {NEW_KEY} -keyout ca.key -out ca.pem -subj /CN=ca -days 2"));
        openssl(&folder, "x509 -in ca.pem -outform DER -out ca.der");
        Some(Self(folder))
    }

    fn authority(&self) -> Vec<u8> {
        fs::read(self.0.join("ca.der")).unwrap()
    }

    /// Signs a certificate for `name` with these options about its validity.
    fn issue(&self, name: &str, validity: &str) {
        openssl(&self.0, &format!("req {NEW_KEY} -keyout leaf.key -out leaf.csr -subj /CN=leaf"));
        fs::write(self.0.join("leaf.ext"), format!("subjectAltName=DNS:{name}\n")).unwrap();
        fs::write(self.0.join("ca.cnf"), CA_CONFIGURATION).unwrap();
        fs::write(self.0.join("index.txt"), "").unwrap();
        let files = "-in leaf.csr -cert ca.pem -keyfile ca.key -out leaf.pem -extfile leaf.ext -notext";
        openssl(&self.0, &format!("ca -batch -config ca.cnf {files} {validity}"));
    }

    /// Serves `leaf.pem`; a `GET` is answered with the file of that path.
    fn serve(&self, arguments: &str) -> TlsServer {
        let fixed = "s_server -accept 127.0.0.1:0 -cert leaf.pem -key leaf.key -HTTP";
        let arguments = format!("{fixed} {arguments}");
        let mut process = Command::new("openssl")
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let accepting = lines.map(Result::unwrap).find(|line| line.starts_with("ACCEPT")).unwrap();
        let port = accepting.rsplit(':').next().unwrap().parse().unwrap();
        TlsServer { process, port }
    }
}

impl Drop for TlsServer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A server that trusts the authority, and the sentence a request to `localhost` ends in.
async fn refusal(certificates: &Certificates, upstream: &TlsServer, trusted: bool) -> String {
    let authority = certificates.authority();
    let server = TestServer::start_with(|_, outside| {
        if trusted {
            outside.roots.push(authority);
        }
    })
    .await;
    let endpoint = format!("https://localhost:{}/token", upstream.port);
    let (reply, _) = fails(&server.script(), &endpoint, 502, "provider-tls").await;
    reply.json()["detail"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_trusted_certificate_for_the_right_name_is_accepted() {
    let Some(certificates) = Certificates::new("good") else { return };
    certificates.issue("localhost", VALID);
    let upstream = certificates.serve("");
    let issuer = format!("https://localhost:{}", upstream.port);
    let folder = certificates.0.join(".well-known");
    fs::create_dir_all(&folder).unwrap();
    let body = format!("{{\"issuer\":\"{issuer}\"}}");
    let answer = format!("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{body}");
    fs::write(folder.join("openid-configuration"), answer).unwrap();
    let authority = certificates.authority();
    let server = TestServer::start_with(|_, outside| outside.roots.push(authority)).await;
    let reply = server.script().get(&format!("/api/discovery?issuer={issuer}")).await;
    assert_eq!(reply.assert_status(200).json()["issuer_verified"], true);
}

#[tokio::test]
async fn an_unknown_authority_is_refused() {
    let Some(certificates) = Certificates::new("unknown") else { return };
    certificates.issue("localhost", VALID);
    let detail = refusal(&certificates, &certificates.serve(""), false).await;
    assert!(detail.contains("does not trust"), "{detail}");
}

#[tokio::test]
async fn a_self_signed_certificate_is_refused() {
    let Some(certificates) = Certificates::new("self-signed") else { return };
    let subject = "-subj /CN=localhost -addext subjectAltName=DNS:localhost -days 2";
    openssl(&certificates.0, &format!("req -x509 {NEW_KEY} -keyout leaf.key -out leaf.pem {subject}"));
    let detail = refusal(&certificates, &certificates.serve(""), true).await;
    assert!(detail.contains("self-signed"), "{detail}");
}

#[tokio::test]
async fn a_certificate_for_another_name_is_refused() {
    let Some(certificates) = Certificates::new("name") else { return };
    certificates.issue("as.example.com", VALID);
    let detail = refusal(&certificates, &certificates.serve(""), true).await;
    assert!(detail.contains("for another name"), "{detail}");
}

#[tokio::test]
async fn an_expired_certificate_is_refused() {
    let Some(certificates) = Certificates::new("expired") else { return };
    certificates.issue("localhost", EXPIRED);
    let detail = refusal(&certificates, &certificates.serve(""), true).await;
    assert!(detail.contains("has expired"), "{detail}");
}

#[tokio::test]
async fn tls_1_1_is_refused() {
    let Some(certificates) = Certificates::new("old") else { return };
    certificates.issue("localhost", VALID);
    let upstream = certificates.serve("-tls1_1 -cipher DEFAULT@SECLEVEL=0");
    let detail = refusal(&certificates, &upstream, true).await;
    assert!(detail.contains("TLS 1.2"), "{detail}");
}

#[tokio::test]
async fn a_server_without_tls_is_refused() {
    let bad_request = super::response("400 Bad Request", "", "");
    let upstream = super::Upstream::doing(vec![super::Step::Write(bad_request)]).await;
    let server = TestServer::start().await;
    let endpoint = format!("https://{}/token", upstream.address);
    let (reply, _) = fails(&server.script(), &endpoint, 502, "provider-tls").await;
    assert!(reply.json()["detail"].as_str().unwrap().contains("does not speak TLS"));
}
