//! A session's own environment of the simulated provider.

use app::api::{SandboxClient, SandboxEnvironment, SandboxReset};
use sandbox::{EnvironmentView, FixtureClient, Sandbox, SandboxError};

use crate::{
    problem::{Code, Problem},
    session::Session,
};

/// `GET /api/sandbox/environment`: with all credentials, because all of them are fixtures.
pub(crate) async fn of_session(sandbox: &Sandbox, session: &Session) -> Result<SandboxEnvironment, Problem> {
    let view = sandbox.environment(session.environment(sandbox)).await;
    view.map(environment).map_err(problem)
}

/// What a page shows of it: no credential, and no key has to be made for it.
pub(crate) fn outline_of_session(
    sandbox: &Sandbox,
    session: &Session,
) -> Result<SandboxEnvironment, Problem> {
    let view = sandbox.outline(session.environment(sandbox));
    view.map(environment).map(SandboxEnvironment::without_credentials).map_err(problem)
}

/// `POST /api/sandbox/environment/reset`
pub(crate) async fn reset(sandbox: &Sandbox, session: &Session) -> Result<SandboxReset, Problem> {
    let report = sandbox.reset(session.environment(sandbox)).map_err(problem)?;
    let reset = report.reset.iter().map(|name| name.replace('_', " ")).collect();
    Ok(SandboxReset { reset, environment: of_session(sandbox, session).await? })
}

fn environment(view: EnvironmentView) -> SandboxEnvironment {
    SandboxEnvironment {
        id: view.id.to_string(),
        name: view.name,
        issuer: view.issuer,
        token_endpoint: view.token_endpoint,
        jwks_uri: view.jwks_uri,
        clients: view.clients.into_iter().map(client).collect(),
    }
}

fn client(client: FixtureClient) -> SandboxClient {
    SandboxClient {
        name: client.name.to_owned(),
        id: client.id.to_string(),
        method: client.method,
        signing_alg: client.alg,
        secret: client.secret.map(|secret| secret.as_str().to_owned()),
        private_key: client.private_key.map(|key| key.as_str().to_owned()),
        key_id: client.kid,
        scopes: client.scopes.into_iter().map(str::to_owned).collect(),
        expectation: client.expect.to_owned(),
    }
}

/// The session's environment exists because it was just asked for, so this is a fault of ours.
fn problem(error: SandboxError) -> Problem {
    tracing::error!(%error, "the sandbox failed");
    Problem::new(Code::Internal, "The sandbox failed. Try again.")
}
