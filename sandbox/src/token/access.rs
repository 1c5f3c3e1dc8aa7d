//! What a token may open: the scope, resource and role rules.

use super::Refusal;
use crate::world::{Access, Grant, PINGONE_API};

/// What was granted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Granted {
    pub(crate) audience: &'static str,
    /// Granted scope, space-separated; a worker has none.
    pub(crate) scope: Option<String>,
}

/// Decides by the application's grants or roles.
///
/// `scope` is the parameter as it came; `resources` are the values of `resource`, empty where it is ignored.
/// A worker's token is for PingOne's own API whatever it asks for.
pub(crate) fn decide(access: &Access, scope: Option<&str>, resources: &[&str]) -> Result<Granted, Refusal> {
    match access {
        Access::Worker { roles: [] } => Err(Refusal::NoRole),
        Access::Worker { .. } => Ok(Granted { audience: PINGONE_API, scope: None }),
        Access::Application { grants } => grant(&eligible(grants, resources)?, scope),
    }
}

/// The grants the request is about.
fn eligible<'a>(grants: &'a [Grant], resources: &[&str]) -> Result<Vec<&'a Grant>, Refusal> {
    let known = |resource: &&str| grants.iter().any(|grant| grant.resource.audience == *resource);
    if !resources.iter().all(known) {
        return Err(Refusal::UnknownResource);
    }
    let wanted = |grant: &&Grant| resources.is_empty() || resources.contains(&grant.resource.audience);
    Ok(grants.iter().filter(wanted).collect())
}

/// All granted scopes of the one resource, or those of them that were asked for. Others are ignored.
fn grant(grants: &[&Grant], scope: Option<&str>) -> Result<Granted, Refusal> {
    let asked: Option<Vec<&str>> =
        scope.map(|scope| scope.split(' ').filter(|one| !one.is_empty()).collect());
    let granted = |one: &&str| asked.as_ref().is_none_or(|asked| asked.contains(one));
    let mut touched = grants.iter().filter_map(|grant| {
        let scopes: Vec<&str> = grant.scopes.iter().copied().filter(granted).collect();
        (!scopes.is_empty()).then_some((grant.resource.audience, scopes))
    });
    let (audience, scopes) = touched.next().ok_or(Refusal::NothingGranted)?;
    if touched.next().is_some() {
        return Err(Refusal::SeveralResources);
    }
    Ok(Granted { audience, scope: Some(scopes.join(" ")) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{BILLING, ORDERS};

    const ORDERS_GRANT: Grant = Grant { resource: &ORDERS, scopes: &["orders:read", "orders:write"] };
    const ONE: Access = Access::Application { grants: &[ORDERS_GRANT] };
    const TWO: Access = Access::Application {
        grants: &[ORDERS_GRANT, Grant { resource: &BILLING, scopes: &["billing:read"] }],
    };

    fn scope(access: &Access, scope: Option<&str>) -> Result<String, Refusal> {
        decide(access, scope, &[]).map(|granted| granted.scope.unwrap_or_default())
    }

    #[test]
    fn without_scope_all_granted_scopes_of_the_one_resource_come() {
        assert_eq!(scope(&ONE, None), Ok("orders:read orders:write".to_owned()));
    }

    #[test]
    fn with_scope_only_what_is_granted_comes_and_the_rest_is_ignored() {
        assert_eq!(scope(&ONE, Some("orders:write  unheard-of")), Ok("orders:write".to_owned()));
        assert_eq!(scope(&TWO, Some("billing:read")), Ok("billing:read".to_owned()));
    }

    #[test]
    fn nothing_left_to_grant_is_refused() {
        assert_eq!(scope(&ONE, Some("billing:read")), Err(Refusal::NothingGranted));
        assert_eq!(scope(&Access::Application { grants: &[] }, None), Err(Refusal::NothingGranted));
    }

    #[test]
    fn two_resources_at_once_are_refused_asked_for_or_not() {
        assert_eq!(scope(&TWO, None), Err(Refusal::SeveralResources));
        assert_eq!(scope(&TWO, Some("orders:read billing:read")), Err(Refusal::SeveralResources));
    }

    #[test]
    fn resource_chooses_among_the_granted_ones() {
        let granted = decide(&TWO, None, &["https://billing.example.org"]);
        let expected = Granted { audience: BILLING.audience, scope: Some("billing:read".to_owned()) };
        assert_eq!(granted, Ok(expected));
        assert_eq!(decide(&ONE, None, &["https://billing.example.org"]), Err(Refusal::UnknownResource));
    }

    #[test]
    fn a_worker_needs_a_role_and_no_scope() {
        let worker = Access::Worker { roles: &["Environment Admin"] };
        let granted = decide(&worker, Some("orders:read"), &["https://orders.example.org"]);
        assert_eq!(granted, Ok(Granted { audience: PINGONE_API, scope: None }));
        assert_eq!(decide(&Access::Worker { roles: &[] }, None, &[]), Err(Refusal::NoRole));
    }
}
