//! One line for each event, for people or for machines.
