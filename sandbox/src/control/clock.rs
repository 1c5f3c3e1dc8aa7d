//! `/environments/{id}/clock`.

use axum::{Json, extract::State};
use serde_json::Value;

use super::{
    input::{EnvironmentId, Fields},
    problem::Problem,
};
use crate::{ClockChange, ClockView, Sandbox};

/// Makes a change of a number of seconds.
type Change = fn(i64) -> ClockChange;

/// The ways to change a clock, by field.
const CHANGES: [(&str, Change); 3] = [
    ("offset_seconds", ClockChange::Offset),
    ("freeze_at", ClockChange::FreezeAt),
    ("advance_seconds", ClockChange::Advance),
];

/// The clock as it stands.
pub(super) async fn show(
    State(sandbox): State<Sandbox>,
    EnvironmentId(id): EnvironmentId,
) -> Result<Json<ClockView>, Problem> {
    Ok(Json(sandbox.clock(id)?))
}

/// Changes the clock in exactly one way.
pub(super) async fn change(
    State(sandbox): State<Sandbox>,
    EnvironmentId(id): EnvironmentId,
    mut fields: Fields,
) -> Result<Json<ClockView>, Problem> {
    let named = CHANGES.iter().filter(|(name, _)| fields.has(name)).count();
    if named != 1 {
        let detail = "Send exactly one of offset_seconds, freeze_at and advance_seconds.";
        fields.fault("", "not-exactly-one", detail.to_owned());
    }
    let mut wanted = None;
    for (name, change) in CHANGES {
        wanted = fields.take(name, "whole seconds", Value::as_i64).map(change).or(wanted);
    }
    fields.finish()?;
    Ok(Json(match wanted {
        Some(change) => sandbox.set_clock(id, change)?,
        None => sandbox.clock(id)?,
    }))
}
