//! The server as callers meet it: who may do what, within which limits, and what every answer carries.

mod callers;
mod headers;
mod hostile_input;
mod hostile_texts;
mod limits;
mod log;
mod markup;
mod operations;
mod pages;
mod sessions;
mod site;
mod slow_clients;
mod wire;
