//! `PingOne`: regions, environments and the URLs that follow from them.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Endpoint;
use crate::wire::UnknownName;

/// A `PingOne` geography; each has hosts of its own and an organisation lives in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Region {
    /// North America, `pingone.com`.
    #[default]
    NA,
    /// Canada, `pingone.ca`.
    CA,
    /// Europe, `pingone.eu`.
    EU,
    /// Australia, `pingone.com.au`.
    AU,
    /// Singapore, `pingone.sg`.
    SG,
    /// Asia-Pacific, `pingone.asia`.
    AP,
}

impl Region {
    /// Every region, in the order of the admin console.
    pub const ALL: [Self; 6] = [Self::NA, Self::CA, Self::EU, Self::AU, Self::SG, Self::AP];

    /// `PingOne`'s code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NA => "NA",
            Self::CA => "CA",
            Self::EU => "EU",
            Self::AU => "AU",
            Self::SG => "SG",
            Self::AP => "AP",
        }
    }

    /// The name people use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NA => "North America",
            Self::CA => "Canada",
            Self::EU => "Europe",
            Self::AU => "Australia",
            Self::SG => "Singapore",
            Self::AP => "Asia-Pacific",
        }
    }

    /// The domain all hosts of the region end in.
    pub const fn domain(self) -> &'static str {
        match self {
            Self::NA => "pingone.com",
            Self::CA => "pingone.ca",
            Self::EU => "pingone.eu",
            Self::AU => "pingone.com.au",
            Self::SG => "pingone.sg",
            Self::AP => "pingone.asia",
        }
    }

    /// The host of the authorization server.
    pub fn auth_host(self) -> String {
        format!("auth.{}", self.domain())
    }

    /// The host of the platform API.
    pub fn api_host(self) -> String {
        format!("api.{}", self.domain())
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Region {
    type Err = UnknownName;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|region| region.as_str() == code)
            .ok_or_else(|| UnknownName { given: code.to_owned(), allowed: "NA, CA, EU, AU, SG, AP" })
    }
}

/// An environment id: a UUID in its hyphenated form, lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EnvironmentId(String);

/// The string is not a hyphenated UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Use the environment's UUID, such as 7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63.")]
pub struct InvalidEnvironmentId;

impl EnvironmentId {
    /// The id in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a string has the hyphenated form of a UUID. Client ids of `PingOne` have it too.
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

impl FromStr for EnvironmentId {
    type Err = InvalidEnvironmentId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_uuid(text) { Ok(Self(text.to_ascii_lowercase())) } else { Err(InvalidEnvironmentId) }
    }
}

impl fmt::Display for EnvironmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An environment in its region: enough to know every URL without asking anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PingOneEnvironment {
    /// The environment.
    pub id: EnvironmentId,
    /// Where it lives.
    pub region: Region,
}

impl PingOneEnvironment {
    /// The issuer identifier.
    pub fn issuer(&self) -> String {
        format!("https://{}/{}/as", self.region.auth_host(), self.id)
    }

    /// The token endpoint.
    pub fn token_endpoint(&self) -> Result<Endpoint, super::InvalidEndpoint> {
        format!("{}/token", self.issuer()).parse()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    #[test]
    fn the_region_decides_the_host() {
        let environment = PingOneEnvironment {
            id: "7C2F8E14-3B9D-4A61-9F05-D2C8B17A4E63".parse().unwrap(),
            region: Region::AU,
        };
        assert_eq!(
            environment.token_endpoint().unwrap().as_str(),
            "https://auth.pingone.com.au/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as/token"
        );
    }

    #[test]
    fn only_hyphenated_uuids_are_environment_ids() {
        for text in
            ["", "7c2f8e14", "7c2f8e143b9d4a619f05d2c8b17a4e63", "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e6g"]
        {
            assert_eq!(text.parse::<EnvironmentId>(), Err(InvalidEnvironmentId));
        }
    }
}
