//! The command line.

use std::ffi::OsString;

use lexopt::{Arg, Error, Parser, ValueExt};

pub(crate) const USAGE: &str = "\
A simulated PingOne on this machine's loopback address.

Usage: sandbox [--port <number>] [--seed <number>]

  --port <number>  Port to listen on; 0 takes a free one [default: 9400]
  --seed <number>  Seed of the first environment: the same ids and secrets every time
                   [default: random]
";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub(crate) port: u16,
    pub(crate) seed: Option<u64>,
    pub(crate) help: bool,
}

impl Arguments {
    pub(crate) fn parse(mut parser: Parser) -> Result<Self, Error> {
        let mut arguments = Self { port: 9400, seed: None, help: false };
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("port") => arguments.port = number(parser.value()?)?,
                Arg::Long("seed") => arguments.seed = Some(number(parser.value()?)?),
                Arg::Long("help") | Arg::Short('h') => arguments.help = true,
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(arguments)
    }
}

fn number<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>>(
    value: OsString,
) -> Result<T, Error> {
    value.parse()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Option<Arguments> {
        Arguments::parse(Parser::from_args(arguments)).ok()
    }

    #[test]
    fn port_and_seed_are_read_and_have_defaults() {
        assert_eq!(parse(&[]), Some(Arguments { port: 9400, seed: None, help: false }));
        let given = parse(&["--port", "0", "--seed=7"]);
        assert_eq!(given, Some(Arguments { port: 0, seed: Some(7), help: false }));
    }

    #[test]
    fn what_is_not_a_number_or_not_known_is_refused() {
        for arguments in [&["--port", "70000"][..], &["--seed", "x"], &["--seed"], &["--verbose"], &["9400"]]
        {
            assert_eq!(parse(arguments), None, "{arguments:?}");
        }
    }
}
