//! Which server is asked: its endpoints, its issuer, its region, its metadata.

mod endpoint;
mod gap;
mod issuer;
mod metadata;
mod pingone;

pub use endpoint::{Endpoint, InvalidEndpoint};
pub use gap::{Gap, GapKind};
pub use issuer::{InvalidIssuer, Issuer};
pub use metadata::{MetadataFault, UnreadableMetadata, UnverifiedMetadata, VerifiedMetadata};
pub use pingone::{EnvironmentId, InvalidEnvironmentId, PingOneEnvironment, Region, is_uuid};
