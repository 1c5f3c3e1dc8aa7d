//! Runs a script with a `curl` that writes down how it was called.

use std::{fs, path::PathBuf, process::Command};

/// A folder with the stand-in for `curl` and what it wrote.
pub(crate) struct Recorder {
    folder: PathBuf,
}

/// How `curl` was called.
pub(crate) struct Call {
    pub(crate) arguments: Vec<String>,
    pub(crate) stdin: String,
}

const CURL: &str = r#"#!/bin/sh
printf '%s\0' "$@" > "$RECORD/arguments"
cat > "$RECORD/stdin"
"#;

impl Recorder {
    /// `name` keeps tests that run at the same time apart.
    pub(crate) fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("curl-{name}"));
        fs::create_dir_all(folder.join("bin")).unwrap();
        let recorder = Self { folder };
        recorder.replace_tool("curl", CURL);
        recorder
    }

    /// Puts another program in place of a tool.
    pub(crate) fn replace_tool(&self, name: &str, script: &str) {
        fs::write(self.path(&format!("bin/{name}")), script).unwrap();
        self.shell("chmod +x \"$RECORD\"/bin/*", &[]);
    }

    /// A file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Runs an ordinary command line in the folder and returns what it printed.
    pub(crate) fn shell(&self, line: &str, variables: &[(&str, &str)]) -> Vec<u8> {
        let output = self.command(line, variables).output().unwrap();
        assert!(output.status.success(), "{line}\n{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    /// Runs a script that is expected to call `curl`.
    pub(crate) fn run(&self, script: &str, variables: &[(&str, &str)]) -> Call {
        self.start(script);
        self.shell("PATH=\"$RECORD/bin:$PATH\" sh \"$RECORD/script\"", variables);
        let arguments = fs::read_to_string(self.path("arguments")).unwrap();
        let arguments = arguments.strip_suffix('\0').unwrap().split('\0').map(str::to_owned).collect();
        Call { arguments, stdin: fs::read_to_string(self.path("stdin")).unwrap() }
    }

    /// Runs a script that is expected to stop before it calls `curl`; returns what it complained.
    pub(crate) fn run_and_fail(&self, script: &str, variables: &[(&str, &str)]) -> String {
        self.start(script);
        let output =
            self.command("PATH=\"$RECORD/bin:$PATH\" sh \"$RECORD/script\"", variables).output().unwrap();
        assert!(!output.status.success() && !self.path("arguments").exists(), "curl was called");
        String::from_utf8(output.stderr).unwrap()
    }

    fn start(&self, script: &str) {
        fs::write(self.path("script"), script).unwrap();
        for name in ["arguments", "stdin"] {
            if self.path(name).exists() {
                fs::remove_file(self.path(name)).unwrap();
            }
        }
    }

    fn command(&self, line: &str, variables: &[(&str, &str)]) -> Command {
        let mut command = Command::new("sh");
        command.arg("-c").arg(line).current_dir(&self.folder).env("RECORD", &self.folder);
        for name in ["CLIENT_ID", "CLIENT_SECRET", "CLIENT_ASSERTION", "PRIVATE_KEY_FILE"] {
            command.env_remove(name);
        }
        command.envs(variables.iter().copied());
        command
    }
}

impl Call {
    /// The argument after an option.
    pub(crate) fn value_of(&self, option: &str) -> &str {
        &self.arguments[self.arguments.iter().position(|argument| argument == option).unwrap() + 1]
    }

    /// The form fields, read the way curl documents `--data-urlencode`: `name=content`, or `name@-`
    /// for standard input; the name is encoded already.
    pub(crate) fn form(&self) -> Vec<(String, String)> {
        let fields =
            self.arguments.windows(2).filter(|pair| pair[0] == "--data-urlencode").map(|pair| &pair[1]);
        fields
            .map(|field| match (field.find('='), field.strip_suffix("@-")) {
                (None, Some(name)) => (decoded(name), self.stdin.clone()),
                (Some(index), _) => (decoded(&field[..index]), field[index + 1..].to_owned()),
                (None, None) => (String::new(), field.clone()),
            })
            .collect()
    }
}

fn decoded(name: &str) -> String {
    let pair = format!("{name}=");
    url::form_urlencoded::parse(pair.as_bytes()).next().unwrap().0.into_owned()
}
