//! What a person needs to start, printed.

use std::io::{self, Write};

use sandbox::{EnvironmentView, FixtureClient};

/// Writes the endpoints and the clients. Private keys are many lines long, so the control API hands them out.
pub(crate) fn print(out: &mut impl Write, environment: &EnvironmentView, base: &str) -> io::Result<()> {
    let id = environment.id;
    writeln!(out, "{}\n", environment.name)?;
    writeln!(out, "Issuer          {}", environment.issuer)?;
    writeln!(out, "Token endpoint  {}", environment.token_endpoint)?;
    writeln!(out, "Control API     {base}/_control/environments/{id}  (private keys are there)\n")?;
    writeln!(out, "{:<20} {:<20} {:<36}  Secret or kid", "Client", "Method", "Client ID")?;
    for client in &environment.clients {
        let credential = credential(client);
        writeln!(out, "{:<20} {:<20} {:<36}  {credential}", client.name, client.method.as_str(), client.id)?;
    }
    Ok(())
}

fn credential(client: &FixtureClient) -> &str {
    let secret = client.secret.as_ref().map(sandbox::FixtureSecret::as_str);
    secret.or(client.kid.as_deref()).unwrap_or_default()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed assumption fails the test")]
mod tests {
    use sandbox::{NewEnvironment, PublicUrl, Sandbox, SandboxOptions};

    use super::print;

    #[tokio::test]
    async fn every_client_has_its_line_and_no_private_key_is_printed() {
        let public_url = PublicUrl::new("http://127.0.0.1:9400");
        let sandbox = Sandbox::new(SandboxOptions { public_url, ..Default::default() }).unwrap();
        let new = NewEnvironment { seed: Some(7), name: None };
        let environment = sandbox.create_environment(new).await.unwrap();
        let mut out = Vec::new();
        print(&mut out, &environment, "http://127.0.0.1:9400").unwrap();
        let text = String::from_utf8(out).unwrap();
        for client in &environment.clients {
            let line = text.lines().find(|line| line.starts_with(&format!("{} ", client.name))).unwrap();
            assert!(line.contains(&client.id.to_string()) && line.contains(client.method.as_str()), "{line}");
        }
        assert!(!text.contains("PRIVATE KEY"));
    }
}
