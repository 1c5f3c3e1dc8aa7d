//! The simulated provider over real HTTP, asked as a stranger would ask it.

mod assertions;
mod control;
mod isolation;
mod issued_tokens;
mod named_clients;
mod provider;
mod routes;
mod sign;
mod token_requests;
