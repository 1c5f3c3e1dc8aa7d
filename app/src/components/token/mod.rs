//! The third step: what was issued, what is inside, and whether to trust it.

mod absent;
mod access_token;
mod claims;
mod decoded;
mod life;
mod lifetime_section;
mod revealed;
mod scopes;
mod verification;

pub use absent::AbsentSection;
pub use access_token::AccessTokenSection;
pub use decoded::DecodedSection;
pub use life::{Life, announce_life, life};
pub use lifetime_section::LifetimeSection;
pub use scopes::ScopesSection;
pub use verification::VerificationSection;
