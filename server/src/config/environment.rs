//! The environment variables.

use std::net::{Ipv4Addr, SocketAddr};

use url::Url;

use super::{Logging, Settings};
use crate::telemetry::LogFormat;

/// A variable that keeps the server from starting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name} cannot be used: {allowed}.")]
pub struct InvalidVariable {
    name: &'static str,
    allowed: String,
}

const ADDR: &str = "AUTHZ_FLOWS_ADDR";
const PUBLIC_URL: &str = "AUTHZ_FLOWS_PUBLIC_URL";
const LOG: &str = "AUTHZ_FLOWS_LOG";
const LOG_FORMAT: &str = "AUTHZ_FLOWS_LOG_FORMAT";

const DEFAULT_ADDR: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 3000);
const DEFAULT_LOG: &str = "info";

impl Settings {
    /// Settings and logging from the variables that `read` finds.
    ///
    /// # Errors
    ///
    /// [`InvalidVariable`] names the variable and the allowed values; the value itself is not repeated.
    pub fn read(read: impl Fn(&'static str) -> Option<String>) -> Result<(Self, Logging), InvalidVariable> {
        let invalid = |name, allowed: &str| InvalidVariable { name, allowed: allowed.to_owned() };
        let addr = match read(ADDR) {
            Some(text) => text
                .parse()
                .map_err(|_| invalid(ADDR, "use an IP address and port, such as 127.0.0.1:3000"))?,
            None => DEFAULT_ADDR,
        };
        let public_url = read(PUBLIC_URL).map(|text| parse_public_url(&text)).transpose();
        let public_url = public_url.map_err(|allowed| invalid(PUBLIC_URL, allowed))?;
        let format = read(LOG_FORMAT).map(|name| name.parse::<LogFormat>()).transpose();
        let format = format.map_err(|error| invalid(LOG_FORMAT, &error.to_string()))?.unwrap_or_default();
        let filter = read(LOG).unwrap_or_else(|| DEFAULT_LOG.to_owned());
        Ok((Self { public_url, ..Self::at(addr) }, Logging { filter, format }))
    }

    /// The same from the environment of this process.
    ///
    /// # Errors
    ///
    /// [`InvalidVariable`].
    #[expect(clippy::disallowed_methods, reason = "this is where the environment is read")]
    pub fn from_environment() -> Result<(Self, Logging), InvalidVariable> {
        Self::read(|name| std::env::var(name).ok())
    }
}

impl InvalidVariable {
    /// The refusal of the log filter, which is read where logging is set up.
    pub fn log_filter(allowed: impl ToString) -> Self {
        Self { name: LOG, allowed: allowed.to_string() }
    }
}

fn parse_public_url(text: &str) -> Result<Url, &'static str> {
    let url = Url::parse(text).map_err(|_| "use a URL, such as https://flows.example.com")?;
    if !["http", "https"].contains(&url.scheme()) {
        return Err("use http or https");
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return Err("use scheme, host and port only");
    }
    Ok(url)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    fn with(name: &str, value: &str) -> Result<(Settings, Logging), InvalidVariable> {
        Settings::read(|asked| (asked == name).then(|| value.to_owned()))
    }

    #[test]
    fn without_variables_the_server_is_for_this_machine_only() {
        let (settings, logging) = Settings::read(|_| None).unwrap();
        assert_eq!(settings.addr.to_string(), "127.0.0.1:3000");
        assert!(settings.is_loopback() && settings.public_url.is_none());
        assert_eq!((logging.filter.as_str(), logging.format), ("info", LogFormat::Text));
    }

    #[test]
    fn a_value_that_cannot_be_used_names_its_variable_and_not_the_value() {
        for (name, value) in [
            (ADDR, "canary"),
            (ADDR, "localhost:3000"),
            (PUBLIC_URL, "canary"),
            (PUBLIC_URL, "ftp://canary.example"),
            (PUBLIC_URL, "https://canary.example/path"),
            (PUBLIC_URL, "https://canary@flows.example"),
            (LOG_FORMAT, "canary"),
        ] {
            let message = with(name, value).unwrap_err().to_string();
            assert!(message.starts_with(name) && !message.contains("canary"), "{message}");
        }
    }

    #[test]
    fn an_address_that_others_reach_gets_the_limits_for_a_room() {
        let (settings, _) = with(ADDR, "0.0.0.0:3000").unwrap();
        assert_eq!(settings.limits.session_idle.as_secs(), 12 * 60 * 60);
    }
}
