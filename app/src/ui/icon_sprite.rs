//! What each icon looks like. Only the document shell asks, so the shapes are not part of the browser's module.

use leptos::prelude::*;

use super::IconName;

/// The sprite, once per document: [`Icon`](super::Icon) draws by pointing at its symbols.
#[component]
pub fn IconSprite() -> impl IntoView {
    view! {
        <svg class="sprite" aria-hidden="true">
            {IconName::ALL.iter().map(|name| view! {
                <symbol id=name.href().trim_start_matches('#') viewBox="0 0 16 16">
                    <path d=outline(*name)/>
                </symbol>
            }).collect_view()}
        </svg>
    }
}

/// The outline of an icon as SVG path data.
fn outline(name: IconName) -> &'static str {
    match name {
        IconName::Alert => {
            "M7.1 2.6 1.6 12a1.05 1.05 0 0 0 .9 1.6h11a1.05 1.05 0 0 0 .9-1.6L8.9 2.6a1.05 1.05 0 0 0-1.8 0zM8 6.25v3M8 11.4v.1"
        }
        IconName::ArrowLeft => "M13 8H3M7 4 3 8l4 4",
        IconName::ArrowRight => "M3 8h10M9 4l4 4-4 4",
        IconName::Braces => {
            "M5.5 2.5C4 2.5 4 3.5 4 5s0 2.4-1.5 3C4 8.6 4 9.5 4 11s0 2.5 1.5 2.5M10.5 2.5C12 2.5 12 3.5 12 5s0 2.4 1.5 3C12 8.6 12 9.5 12 11s0 2.5-1.5 2.5"
        }
        IconName::Browser => {
            "M3.5 2.5h9a1.75 1.75 0 0 1 1.75 1.75v7.5a1.75 1.75 0 0 1-1.75 1.75h-9a1.75 1.75 0 0 1-1.75-1.75v-7.5a1.75 1.75 0 0 1 1.75-1.75zM1.75 6h12.5M4 4.25h.1M6 4.25h.1"
        }
        IconName::Check => "M3.5 8.5l3 3 6-7",
        IconName::CheckCircle => "M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0-12.5 0M5.25 8.25l2 2 3.5-4",
        IconName::ChevronDown => "M4.5 6.5l3.5 3.5 3.5-3.5",
        IconName::ChevronRight => "M6.5 4.5l3.5 3.5-3.5 3.5",
        IconName::Clock => "M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0-12.5 0M8 4.5V8l2.25 1.5",
        IconName::Cloud => "M4.6 12.5a3 3 0 0 1-.35-5.98 4 4 0 0 1 7.7.9 2.57 2.57 0 0 1-.35 5.08z",
        IconName::Copy => {
            "M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5h-5a1.5 1.5 0 0 1-1.5-1.5v-5a1.5 1.5 0 0 1 1.5-1.5zM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5"
        }
        IconName::Eye => {
            "M1.5 8S3.9 3.75 8 3.75 14.5 8 14.5 8 12.1 12.25 8 12.25 1.5 8 1.5 8zM6.1 8a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0"
        }
        IconName::Flask => {
            "M6 1.75h4M6.75 1.75v4.1L3.2 12.1a1.45 1.45 0 0 0 1.25 2.15h7.1a1.45 1.45 0 0 0 1.25-2.15L9.25 5.85v-4.1M4.9 10h6.2"
        }
        IconName::Info => "M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0-12.5 0M8 7.5V11M8 5v.1",
        IconName::Key => "M2.25 11a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0-5.5 0M7 9 13 3M10.25 5.75l2 2",
        IconName::Lock => {
            "M4.75 7h6.5a1.5 1.5 0 0 1 1.5 1.5v3.75a1.5 1.5 0 0 1-1.5 1.5h-6.5a1.5 1.5 0 0 1-1.5-1.5v-3.75a1.5 1.5 0 0 1 1.5-1.5zM5.5 7V5a2.5 2.5 0 0 1 5 0v2"
        }
        IconName::Menu => "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
        IconName::NoId => {
            "M3.25 3.25h9.5a1.5 1.5 0 0 1 1.5 1.5v6.5a1.5 1.5 0 0 1-1.5 1.5h-9.5a1.5 1.5 0 0 1-1.5-1.5v-6.5a1.5 1.5 0 0 1 1.5-1.5zM9.5 6.5H12M9.5 9.5H12M4.25 9.75h3M2 2l12 12"
        }
        IconName::NoRefresh => {
            "M13 8a5 5 0 0 1-8.2 3.85M3 8a5 5 0 0 1 8.5-3.6L13 5.9M13 2.75V5.9H9.85M2 2l12 12"
        }
        IconName::NoUser => "M5.5 5.25a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M3 13.5a5 5 0 0 1 10 0M2 2l12 12",
        IconName::Plug => "M5.5 1.75v3M10.5 1.75v3M3.75 4.75h8.5v2.5a4.25 4.25 0 0 1-8.5 0zM8 11.5v2.75",
        IconName::Plus => "M8 3.5v9M3.5 8h9",
        IconName::Refresh => "M13 8a5 5 0 1 1-1.5-3.6L13 5.9M13 2.75V5.9H9.85",
        IconName::Route => {
            "M1.75 12.5a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M10.75 3.5a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M5.25 12.5H10A2.25 2.25 0 0 0 10 8H6a2.25 2.25 0 0 1 0-4.5h4.75"
        }
        IconName::Send => "M14 2 7.2 8.8M14 2 9.7 14 7.2 8.8 2 6.3z",
        IconName::Server => {
            "M3.25 2.5h9.5a1.25 1.25 0 0 1 1.25 1.25v2a1.25 1.25 0 0 1-1.25 1.25h-9.5a1.25 1.25 0 0 1-1.25-1.25v-2a1.25 1.25 0 0 1 1.25-1.25zM3.25 9h9.5a1.25 1.25 0 0 1 1.25 1.25v2a1.25 1.25 0 0 1-1.25 1.25h-9.5a1.25 1.25 0 0 1-1.25-1.25v-2a1.25 1.25 0 0 1 1.25-1.25zM4.75 4.75h.1M4.75 11.25h.1"
        }
        IconName::Shield => {
            "M8 1.75 13 3.5v4c0 3.2-2.1 5.6-5 6.75-2.9-1.15-5-3.55-5-6.75v-4zM5.9 7.9l1.5 1.5 2.7-3"
        }
        IconName::Spinner => "M14.25 8A6.25 6.25 0 1 1 8 1.75",
        IconName::Theme => {
            "M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0-12.5 0M8 1.75v12.5M8 4.5l3.2-1.8M8 8l5.9-2.2M8 11.5l6-2.2"
        }
        IconName::Trash => "M2.5 4.5h11M6 4.5V3h4v1.5M4 4.5l.6 9h6.8l.6-9",
        IconName::X => "M4 4l8 8M12 4l-8 8",
        IconName::XCircle => "M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0-12.5 0M6 6l4 4M10 6l-4 4",
        IconName::Zap => "M9 1.75 3.5 9H8l-1 5.25L12.5 7H8z",
    }
}
