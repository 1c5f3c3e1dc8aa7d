//! `/environments`.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    input::{EnvironmentId, Fields, Page},
    problem::Problem,
};
use crate::{EnvironmentView, KidStyle, NewEnvironment, Profile, ResetReport, Sandbox};

/// Environments listed unless asked for more: showing one may mean making its keys.
const DEFAULT_LIMIT: usize = 20;

/// Most environments one call lists.
const MAX_LIMIT: usize = 100;

/// Longest name in characters.
const MAX_NAME: usize = 64;

/// The most recently used environments, latest first.
#[derive(Debug, Serialize)]
pub(super) struct EnvironmentList {
    environments: Vec<EnvironmentView>,
    /// How many there are.
    total: usize,
}

/// Makes an environment (201), or shows the one of this seed (200).
pub(super) async fn create(
    State(sandbox): State<Sandbox>,
    mut fields: Fields,
) -> Result<(StatusCode, Json<EnvironmentView>), Problem> {
    let seed = fields.take("seed", "a whole number from 0 to 2^64 - 1", Value::as_u64);
    let name = take_name(&mut fields);
    fields.finish()?;
    let (id, is_new) = sandbox.open_or_find(NewEnvironment { seed, name });
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(sandbox.environment(id).await?)))
}

pub(super) async fn list(
    State(sandbox): State<Sandbox>,
    page: Page,
) -> Result<Json<EnvironmentList>, Problem> {
    let limit = page.limit.unwrap_or(DEFAULT_LIMIT).min(MAX_LIMIT);
    let (environments, total) = sandbox.latest(limit).await?;
    Ok(Json(EnvironmentList { environments, total }))
}

pub(super) async fn show(
    State(sandbox): State<Sandbox>,
    EnvironmentId(id): EnvironmentId,
) -> Result<Json<EnvironmentView>, Problem> {
    Ok(Json(sandbox.environment(id).await?))
}

/// Changes the name and single switches; what is not named stays.
pub(super) async fn change(
    State(sandbox): State<Sandbox>,
    EnvironmentId(id): EnvironmentId,
    mut fields: Fields,
) -> Result<Json<EnvironmentView>, Problem> {
    let mut profile = sandbox.profile(id)?;
    let name = take_name(&mut fields);
    fields.object("profile", |switches| take_switches(switches, &mut profile));
    fields.finish()?;
    sandbox.set_profile(id, profile)?;
    if let Some(name) = name {
        sandbox.rename(id, name)?;
    }
    Ok(Json(sandbox.environment(id).await?))
}

/// Puts everything back that a call can change.
pub(super) async fn reset(
    State(sandbox): State<Sandbox>,
    EnvironmentId(id): EnvironmentId,
    fields: Fields,
) -> Result<Json<ResetReport>, Problem> {
    fields.finish()?;
    Ok(Json(sandbox.reset(id)?))
}

fn take_name(fields: &mut Fields) -> Option<String> {
    let expected = "a text of 1 to 64 characters without control characters";
    fields.take("name", expected, |value| {
        let name = value.as_str()?.trim();
        let fits = (1..=MAX_NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control);
        fits.then(|| name.to_owned())
    })
}

fn take_switches(fields: &mut Fields, profile: &mut Profile) {
    let switches = [
        ("strict_jti", &mut profile.strict_jti),
        ("at_jwt_typ", &mut profile.at_jwt_typ),
        ("es_assertions", &mut profile.es_assertions),
        ("resource_honoured", &mut profile.resource_honoured),
    ];
    for (name, switch) in switches {
        *switch = fields.take(name, "true or false", Value::as_bool).unwrap_or(*switch);
    }
    let kid_style = fields.take("kid_style", "default or uuid", |value| KidStyle::deserialize(value).ok());
    profile.kid_style = kid_style.unwrap_or(profile.kid_style);
}
