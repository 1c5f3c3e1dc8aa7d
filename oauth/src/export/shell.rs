//! POSIX shell scripts as values; quoting happens here and nowhere else.

use std::fmt;

/// A script for any POSIX shell. Displaying it gives the text.
///
/// The text is one subshell without comments, so it can be saved or pasted, stops at the first
/// error, and leaves neither variables nor functions behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// What has to be set in the environment before it runs.
    pub variables: Vec<Variable>,
    /// What a careful person wants to know before running it.
    pub warnings: Vec<&'static str>,
    /// Statements before the last, indented for the subshell.
    pub(super) steps: Vec<String>,
    /// The last statement: the call.
    pub(super) call: Command,
}

/// An environment variable a script reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub meaning: &'static str,
}

/// `curl` with its arguments, and what it reads from standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Command {
    /// A shell command whose output is piped into `curl`. Secrets go this way, because arguments of
    /// a process can be read by every user of the machine.
    pub(super) input: Option<String>,
    /// The arguments, each already in its shell form.
    pub(super) arguments: Vec<String>,
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.variables.is_empty() && self.steps.is_empty() {
            return self.call.write(f, "");
        }
        f.write_str("(\n  set -eu\n")?;
        for Variable { name, meaning } in &self.variables {
            writeln!(f, "  : \"${{{name}:?Set it to {meaning}}}\"")?;
        }
        for step in &self.steps {
            writeln!(f, "{step}")?;
        }
        self.call.write(f, "  ")?;
        f.write_str("\n)")
    }
}

impl Command {
    fn write(&self, f: &mut fmt::Formatter<'_>, indent: &str) -> fmt::Result {
        let indent = match &self.input {
            Some(input) => {
                writeln!(f, "{indent}{input} |")?;
                format!("{indent}  ")
            }
            None => indent.to_owned(),
        };
        write!(f, "{indent}curl --silent --show-error")?;
        for argument in &self.arguments {
            write!(f, " \\\n{indent}  {argument}")?;
        }
        Ok(())
    }
}

/// A word that the shell reads back as exactly this text.
pub(super) fn quote(text: &str) -> String {
    let is_plain = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | '=' | '%' | '+' | '@')
    };
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// An option of `curl` with its value.
pub(super) fn option(name: &str, value: &str) -> String {
    format!("{name} {}", quote(value))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use std::process::Command as Process;

    use super::*;

    /// What a real shell makes of a word.
    fn read_back(word: &str) -> String {
        let output = Process::new("sh").arg("-c").arg(format!("printf '%s' {word}")).output().unwrap();
        assert!(output.status.success(), "{word}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    #[test]
    fn every_text_comes_out_of_a_shell_as_it_went_in() {
        for text in [
            "",
            "a",
            " ",
            "'",
            "''",
            "a'b'c",
            "\"",
            "\\",
            "\\'",
            "$HOME",
            "$(id)",
            "`id`",
            "${x:-y}",
            "*",
            "~",
            "!!",
            "#",
            ";id",
            "|id",
            "&",
            "a\nb",
            "\n",
            "\t",
            "<>",
            "(",
            ")",
            "{a,b}",
            "[a]",
            "-n",
            "--",
            "%s%n",
            "\\0101",
            "é",
            "日本語",
            "🔑",
            "a=b",
            "=",
            "'$(touch /tmp/never)'",
            "'; exit 1; '",
            "x' || echo y",
            "\r\n",
            "\u{1b}[31m",
            "\u{202e}abc",
        ] {
            assert_eq!(read_back(&quote(text)), text, "{text:?}");
        }
    }

    #[test]
    fn every_pair_of_ascii_characters_is_quoted_right() {
        let ascii: Vec<char> = (1..=127_u8).map(char::from).collect();
        for first in &ascii {
            let words: Vec<String> = ascii.iter().map(|second| format!("{first}{second}")).collect();
            let quoted: Vec<String> = words.iter().map(|word| quote(word)).collect();
            assert_eq!(read_back(&quoted.join(" ")), words.concat(), "{first:?}");
        }
    }
}
