//! What was measured beside what is allowed.

use std::process::ExitCode;

/// One figure and its budget, in the same unit.
pub(crate) struct Measure {
    pub(crate) name: &'static str,
    pub(crate) ours: f64,
    pub(crate) budget: f64,
    pub(crate) unit: &'static str,
}

impl Measure {
    fn is_kept(&self) -> bool {
        self.ours <= self.budget
    }
}

/// Prints the table; a missed budget is a failure.
pub(crate) fn print(measures: &[Measure]) -> ExitCode {
    println!("\n{:<48} {:>10} {:>10} {:<5} verdict", "what", "ours", "budget", "unit");
    for measure in measures {
        let Measure { name, ours, budget, unit } = measure;
        let verdict = if measure.is_kept() { "kept" } else { "MISSED" };
        println!("{name:<48} {ours:>10.1} {budget:>10.1} {unit:<5} {verdict}");
    }
    if measures.iter().all(Measure::is_kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(ours: f64) -> Measure {
        Measure { name: "start", ours, budget: 150.0, unit: "ms" }
    }

    #[test]
    fn a_budget_is_kept_up_to_its_limit() {
        assert!(measure(150.0).is_kept());
        assert!(!measure(150.1).is_kept());
    }

    #[test]
    fn a_figure_that_is_no_number_misses_its_budget() {
        assert!(!measure(f64::NAN).is_kept());
    }
}
