//! Which server is asked: its endpoints, its issuer, its region, its metadata.

mod endpoint;
mod issuer;
mod pingone;

pub use endpoint::{Endpoint, InvalidEndpoint};
pub use issuer::{InvalidIssuer, Issuer};
pub use pingone::{EnvironmentId, InvalidEnvironmentId, PingOneEnvironment, Region, is_uuid};
