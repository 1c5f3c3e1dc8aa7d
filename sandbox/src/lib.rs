#![doc = include_str!("../README.md")]

mod auth;
mod clock;
mod control;
mod correlation;
mod gateway;
mod headers;
mod keys;
mod management;
mod metadata;
mod public_url;
mod tenant;
mod token;
mod world;

use axum::{
    Router,
    middleware::from_fn_with_state,
    routing::{any, get, post},
};

pub use clock::{Clock, SystemClock};
pub use control::require_requested_with;
pub use public_url::PublicUrl;
pub use world::{
    ClockChange, ClockView, EnvironmentView, FixtureClient, FixtureSecret, KidStyle, Limits, MAX_OFFSET,
    NewEnvironment, Profile, ResetReport, Sandbox, SandboxError, SandboxOptions,
};

/// The provider's endpoints.
fn provider(sandbox: &Sandbox) -> Router {
    use management::not_implemented;

    let environment = Router::new()
        .route("/{environment}/as/.well-known/openid-configuration", get(metadata::discovery))
        .route("/{environment}/as/token", post(token::token))
        .route("/{environment}/as/jwks", get(metadata::jwks))
        // Keys of clients that publish them themselves.
        .route("/{environment}/clients/{client}/jwks", get(metadata::client_jwks))
        // PingOne has these, the sandbox does not yet.
        .route("/{environment}/as/introspect", any(not_implemented))
        .route("/{environment}/as/revoke", any(not_implemented))
        .route("/{environment}/as/par", any(not_implemented))
        .route("/{environment}/as/authorize", any(not_implemented))
        .route("/{environment}/as/userinfo", any(not_implemented))
        .route("/{environment}/as/signoff", any(not_implemented))
        .route("/{environment}/as/device_authorization", any(not_implemented))
        .route("/{environment}/as/cibaAuthorization", any(not_implemented))
        .route_layer(from_fn_with_state(sandbox.clone(), tenant::resolve));

    Router::new()
        .merge(environment)
        .route("/v1/environments", any(not_implemented))
        .route("/v1/environments/{*rest}", any(not_implemented))
        .route("/v1/organizations", any(not_implemented))
        .route("/v1/organizations/{*rest}", any(not_implemented))
        .fallback(gateway::no_such_route)
        .method_not_allowed_fallback(gateway::no_such_route)
        .layer(from_fn_with_state(sandbox.clone(), headers::dress))
        .with_state(sandbox.clone())
}
