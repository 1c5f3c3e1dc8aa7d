//! The steps of a walkthrough, as a table.

/// One step. The order of the variants is the order of the walkthrough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Say which server to ask, who the client is and how it proves it.
    Configure,
    /// Send the request.
    Request,
    /// Read and verify what was issued.
    Token,
}

/// What is fixed about a step.
#[derive(Debug, Clone, Copy)]
pub struct StepInfo {
    /// The step.
    pub step: Step,
    /// The value of `?step=`.
    pub slug: &'static str,
    /// Its name in the rail and its heading.
    pub name: &'static str,
    /// One or two sentences under the heading.
    pub lead: &'static str,
    /// What it waits for, said while it is locked.
    pub locked: &'static str,
}

/// Every step there is. Pages, rail and URL read this table and nothing else.
pub const STEPS: [StepInfo; 3] = [
    StepInfo {
        step: Step::Configure,
        slug: "configure",
        name: "Configure",
        lead: "Say which server to ask, who the client is, and how it proves it. Nothing is sent until the next step.",
        locked: "",
    },
    StepInfo {
        step: Step::Request,
        slug: "request",
        name: "Request token",
        lead: "One POST to the token endpoint. What is shown beside is what is sent.",
        locked: "finish Configure",
    },
    StepInfo {
        step: Step::Token,
        slug: "token",
        name: "Token",
        lead: "The server issued an access token. Read it first. Then verify it before you trust any claim.",
        locked: "needs a token",
    },
];

impl Step {
    /// The table row of this step.
    pub const fn info(self) -> &'static StepInfo {
        &STEPS[self as usize]
    }

    /// The step a URL names, where it names one.
    pub fn from_slug(slug: &str) -> Option<Self> {
        STEPS.iter().find(|info| info.slug == slug).map(|info| info.step)
    }

    /// The step a URL asks for: a name nobody knows asks for as much as there is, no name for nothing.
    pub fn asked(slug: Option<&str>) -> Option<Self> {
        slug.map(|slug| Self::from_slug(slug).unwrap_or(Self::Token))
    }

    /// Its position, counted from 0 as in the rail.
    pub const fn number(self) -> usize {
        self as usize
    }

    /// The step after this one.
    pub fn next(self) -> Option<Self> {
        STEPS.get(self as usize + 1).map(|info| info.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_found_by_its_step_and_its_slug() {
        for (index, row) in STEPS.iter().enumerate() {
            assert_eq!(row.step.number(), index);
            assert_eq!(Step::from_slug(row.slug), Some(row.step));
            assert_eq!(row.step.info().slug, row.slug);
        }
    }

    #[test]
    fn an_unknown_slug_names_no_step_and_asks_for_the_last() {
        assert_eq!(Step::from_slug("introspect"), None);
        assert_eq!(Step::asked(Some("introspect")), Some(Step::Token));
        assert_eq!(Step::asked(None), None);
    }
}
