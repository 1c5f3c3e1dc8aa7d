//! The kit: generic parts of the interface, one component per row of the design's component table.
//!
//! It knows nothing of OAuth, the router or any data. A component takes what it shows as values or signals and
//! reports what a person did through callbacks; it never writes anybody's state. State that assistive technology
//! has a word for is carried by ARIA, anything else by `data-state`. No component sets a `style` attribute: the
//! content security policy forbids it.

mod alert;
mod announcer;
mod button;
mod card;
mod check;
mod chip;
mod choice;
mod chosen;
mod clipboard;
mod code;
mod copy_button;
mod dialog;
mod disclosure;
mod facts;
mod field;
mod field_note;
mod focus;
mod grade;
mod icon;
mod icon_name;
mod icon_sprite;
mod ink;
mod loading;
mod notes;
mod popover;
mod radio_cards;
mod ring;
mod segmented;
mod select;
mod size;
mod state;
mod switch;
mod tabs;
#[cfg(test)]
mod tests;
mod text_area;
mod text_field;
mod tone;
mod typed;

pub use alert::Alert;
pub use announcer::{Announcer, LiveRegion, announcer};
pub use button::{Button, ButtonKind, ButtonVariant, IconButton, LinkButton};
pub use card::{Card, Section};
pub use check::{CheckRow, CheckStatus, Checklist};
pub use chip::{Chip, ChipAdd, ChipField};
pub use choice::Choice;
pub use clipboard::copy_text;
pub use code::{CodeBlock, CodeLine, CodeSpan, SpanKind};
pub use copy_button::CopyButton;
pub use dialog::Dialog;
pub use disclosure::{Disclosure, Help};
pub use facts::{Fact, Facts};
pub use field::{Field, FieldGroup};
pub use field_note::{FieldNote, Note};
pub use focus::{focus, leave_field};
pub use grade::{Grade, GradeLevel};
pub use icon::{Icon, IconSize};
pub use icon_name::IconName;
pub use icon_sprite::IconSprite;
pub use ink::{Ink, InkHead};
pub use loading::{Skeleton, Spinner};
pub use notes::{Mark, Notes};
pub use popover::Popover;
pub use radio_cards::{RadioCard, RadioCards};
pub use ring::Ring;
pub use segmented::Segmented;
pub use select::Select;
pub use size::ControlSize;
pub use state::{Badge, State};
pub use switch::Switch;
pub use tabs::{TabPanel, Tabs};
pub use text_area::TextArea;
pub use text_field::{InputKind, TextField};
pub use tone::Tone;

/// Joins class names; empty ones leave no trace.
pub(crate) fn classes(names: &[&str]) -> String {
    let mut joined = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(name);
    }
    joined
}
