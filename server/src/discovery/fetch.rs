//! Fetching a public document, at most twice.

use oauth::{
    exchange::Category,
    request::{PreparedRequest, metadata},
};

use crate::{
    guard::Clearance,
    outbound::{Call, Ended, Errand, new_id},
    problem::{Code, Problem},
};

/// Fetches a document. A server that cannot be reached, or says that it is overloaded, is asked once
/// more; every try is a call of its own in the log.
pub(super) async fn fetch(errand: &Errand<'_>, clearance: &Clearance) -> Result<Ended<()>, Problem> {
    let request = metadata::fetch(clearance.endpoint().clone());
    let first = once(errand, &request, clearance).await?;
    if is_worth_another_try(&first) { once(errand, &request, clearance).await } else { Ok(first) }
}

async fn once(
    errand: &Errand<'_>,
    request: &PreparedRequest,
    clearance: &Clearance,
) -> Result<Ended<()>, Problem> {
    let category = Category::Metadata;
    errand
        .call(Call { id: new_id(), category, request, clearance, assertion: None, read: |_, _| Ok(()) })
        .await
}

fn is_worth_another_try(ended: &Ended<()>) -> bool {
    match &ended.result {
        Ok((received, ())) => matches!(received.head.status, 502..=504),
        Err(fault) => fault.code == Code::ProviderUnreachable,
    }
}
