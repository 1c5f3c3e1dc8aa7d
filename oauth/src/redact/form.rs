//! `application/x-www-form-urlencoded` bodies and queries.

use super::{is_sensitive, mask_token, runs};

/// Masks the values of sensitive fields; the rest stays byte for byte.
pub(super) fn mask(form: &str) -> String {
    let fields: Vec<String> = form.split('&').map(mask_field).collect();
    fields.join("&")
}

fn mask_field(field: &str) -> String {
    let Some((name, value)) = field.split_once('=') else {
        return runs::mask_jwts(field);
    };
    if is_sensitive(name.trim(), value) {
        format!("{name}={}", mask_token(value))
    } else {
        format!("{name}={}", runs::mask_jwts(value))
    }
}
