//! The third step: what was issued, what is inside, and whether to trust it.

mod absent;
mod access_token;
mod claims;
mod decoded;
mod lifetime_section;
mod life;
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

use leptos::prelude::*;

use crate::{api::TokenView, walkthrough::walkthrough};

/// The latest token, where there is one.
pub(in crate::components) fn latest_token() -> Memo<Option<TokenView>> {
    let run = walkthrough().run();
    Memo::new(move |_| run.with(|run| run.token().cloned()))
}
